"""The search index of a finished site: one for each language, of the texts written in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from pagefind.service import get_executable

from publications.faults import Fault, PublicationError

BUNDLE = "search"
"""The folder of the index, below the site's root. The theme's search box reads it from there."""

_WORD = re.compile(r"[^\W\d_]{4,30}")
_TAG = re.compile(r"<[^>]*>")
_IGNORED = re.compile(r"<(\w+)[^>]*\sdata-pagefind-ignore[^>]*>.*?</\1>", re.DOTALL)
_MOST_WORDS = 8000
_FIXED_LANGUAGE = "language:detectLanguage(),primary:true});return{options"

ENTRY = f"{BUNDLE}/pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class LanguageIndex:
    """The index of one language. names: of its files, below the site's root; entry: what `ENTRY` says of it, JSON."""

    names: tuple[str, ...]
    entry: str


def write_search_index(site_dir: Path, locales: Iterable[str]) -> None:
    """Index a folder of finished pages into its `search/`; an index that is there is replaced."""
    shutil.rmtree(site_dir / BUNDLE, ignore_errors=True)
    (site_dir / ENTRY).parent.mkdir()
    (site_dir / ENTRY).write_bytes(entry_file(index_languages(site_dir, locales).values()))


def index_languages(site_dir: Path, locales: Iterable[str]) -> dict[str, LanguageIndex]:
    """Put the indexes of these languages into `search/`; each must have a page that can be found.

    Pagefind reads only what lies in an element with `data-pagefind-body`. A page that has none, such as a fallback
    page, is not found. The same pages give the same bytes, and every file but the program is named by its content.

    Raises PublicationError when Pagefind cannot be found or run.
    """
    # One after the other: Pagefind uses all cores itself, and holds a whole language in memory.
    return {code: _index_language(site_dir, code) for code in locales}


def entry_file(indexes: Iterable[LanguageIndex]) -> bytes:
    """The file that tells Pagefind's program which languages there are, in a fixed order."""
    entries = [json.loads(index.entry) for index in indexes]
    languages = {code: index for entry in entries for code, index in entry["languages"].items()}
    values = {**(entries[0] if entries else {}), "languages": languages}
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _index_language(site_dir: Path, locale: str) -> LanguageIndex:
    made = site_dir / f".{BUNDLE}-{locale}"
    with _pagefind_running(site_dir, locale, made):
        words = " ".join(_words(site_dir / locale))
    (made / f"words.{locale}.txt").write_text(words, encoding="utf-8")
    _let_choose_language(made / "pagefind.js")
    entry = (made / "pagefind-entry.json").read_text(encoding="utf-8")
    names = tuple(sorted(_needed(made, json.loads(entry)["languages"])))
    for name in names:
        place = site_dir / BUNDLE / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (made / name).replace(place)
    shutil.rmtree(made)
    return LanguageIndex(tuple(f"{BUNDLE}/{name}" for name in names), entry)


def _needed(bundle: Path, languages: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """What the theme's search box asks for: not Pagefind's own boxes, nor its worker, nor unused WebAssembly.

    A language without word stems has the WebAssembly named "unknown".
    """
    programs = {f"wasm.{index['wasm'] or 'unknown'}.pagefind" for index in languages.values()}
    for path in bundle.rglob("*"):
        name = path.relative_to(bundle).as_posix()
        if path.is_file() and (
            name == "pagefind.js"
            or name in programs
            or path.suffix in {".pf_meta", ".pf_fragment", ".pf_index", ".txt"}
        ):
            yield name


def _words(folder: Path) -> Iterator[str]:
    """The words that a search in a language can find, the most frequent first: what a mistyped one may have been."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.html")):
        _, mark, body = path.read_text(encoding="utf-8").partition("data-pagefind-body")
        if mark:
            text = _TAG.sub(" ", _IGNORED.sub(" ", body.partition("</main>")[0]))
            counts.update(set(_WORD.findall(unescape(text).lower())))
    yield from sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]


def _let_choose_language(script: Path) -> None:
    """Pagefind's second instance has the language of the page, whatever it is asked for: it is to have that one."""
    text = script.read_text(encoding="utf-8")
    if _FIXED_LANGUAGE not in text:
        raise _fault(
            f"Pagefind's program is another than this site was made for: it has no '{_FIXED_LANGUAGE}'."
        )
    chosen = f"language:instanceOptions?.language??{_FIXED_LANGUAGE.removeprefix('language:')}"
    script.write_text(text.replace(_FIXED_LANGUAGE, chosen, 1), encoding="utf-8")


@contextmanager
def _pagefind_running(site_dir: Path, locale: str, made: Path) -> Iterator[None]:
    """Pagefind at work while the block goes on; when it ends, so has Pagefind."""
    program = _pagefind()
    # "=" keeps a folder whose name begins with a dash from being read as an option.
    options = (f"--site={site_dir}", f"--glob={locale}/**/*.html", f"--output-path={made}", "--silent")
    try:
        running = subprocess.Popen(  # noqa: S603 (Pagefind's own program; no shell reads the arguments)
            [str(program), *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise _fault(f"{program} cannot be run: {error}. {_REINSTALL}") from None
    try:
        yield
    finally:
        _, stderr = running.communicate()
    if running.returncode:
        lines = dict.fromkeys(map(str.strip, stderr.splitlines()))  # Pagefind says each twice
        said = " ".join(filter(None, lines)) or f"exit code {running.returncode}"
        raise _fault(f"Pagefind could not index {site_dir}: {said}")


def _pagefind() -> Path:
    """The program in the `pagefind_bin` wheel, or the one on the path."""
    try:
        program = get_executable()
    except FileNotFoundError:
        program = None
    if program is None:
        raise _fault(f"the search program, Pagefind, is not installed. {_REINSTALL}")
    return program


def _fault(message: str) -> PublicationError:
    return PublicationError(Fault(BUNDLE, 0, message, rule="search-index"))


_REINSTALL = "Install the project's requirements again: make site."
