"""The files of docs/ as a reader of one locale is shown them: where each lies, and where it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from publications.pages import Publications, url_of


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One file of the reader's site.

    src_uri: its name for links between pages ("ro/newsletters/2021-05.md"), in the reader's locale.
    dest_uri: where it is published, below the site's root.
    path: the file that is shown; another locale's where the reader's has none.
    """

    src_uri: str
    dest_uri: str
    path: Path


def shown_files(publications: Publications, locale: str) -> Iterator[ShownFile]:
    """Every page, then every picture and document, of one locale's site."""
    for page in publications.pages:
        shown = publications.shown(page, locale)
        if shown:
            yield ShownFile(f"{locale}/{page}", url_of(page, locale) + "index.html", shown.path)
    yield from _other_files(publications, locale)


def _other_files(publications: Publications, locale: str) -> Iterator[ShownFile]:
    """Pictures and PDFs: a locale's own file if there is one, else its chain's; each is published once."""
    docs_dir, codes = publications.project.docs_dir, publications.project.codes
    own: dict[str, dict[str, Path]] = {}
    for path in sorted(docs_dir.rglob("*")):
        name = path.relative_to(docs_dir).as_posix()
        if path.suffix == ".md" or not path.is_file() or _is_hidden(name):
            continue
        folder, _, rest = name.partition("/")
        if folder in codes:
            own.setdefault(rest, {})[folder] = path
        else:
            yield ShownFile(name, name, path)
    for name, by_locale in own.items():
        code = _first(by_locale, (locale, *publications.project.locale(locale).fallback))
        yield ShownFile(f"{locale}/{name}", f"{code}/{name}", by_locale[code])


def _first(by_locale: Mapping[str, Path], chain: tuple[str, ...]) -> str:
    return next((code for code in chain if code in by_locale), next(iter(by_locale)))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)
