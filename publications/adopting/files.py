"""Walks the folders of another generator: pages by language, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from publications.adopting.found import MARKDOWN, FoundPage, page_name
from publications.faults import Fault, Level
from publications.starter.starter import own_name

_SKIPPED = ("node_modules", "public", "resources", "site", "build", "dist", ".")


def in_folders(docs: Path, folders: Mapping[str, str] | Mapping[str, object]) -> Iterator[FoundPage]:
    """Pages below a folder for each language. folders: code → its folder below docs, by default named by the code."""
    for code, named in folders.items():
        folder = docs / (named if isinstance(named, str) and (docs / named).is_dir() else code)
        yield from (_page(folder, file, code) for file in _files(folder) if file.suffix in MARKDOWN)


def by_suffix(docs: Path, languages: Mapping[str, str], default: str) -> Iterator[FoundPage]:
    """Pages whose language stands before the ending: about.fr.md; without one they are in the default language."""
    for file in _files(docs):
        if file.suffix in MARKDOWN:
            stem, _, code = file.stem.rpartition(".")
            locale, plain = (
                (code, f"{stem}{file.suffix}") if stem and code in languages else (default, file.name)
            )
            below = file.relative_to(docs).with_name(plain).as_posix()
            yield FoundPage(page_name(_unbundled(below)), locale, file)


def assets_below(folder: Path, start: Path) -> dict[str, Path]:
    """What is no page, by its path below `start`."""
    return {
        file.relative_to(start).as_posix(): file for file in _files(folder) if file.suffix not in MARKDOWN
    }


def named_languages(languages: Mapping[str, str]) -> Mapping[str, str]:
    """Each language with a name: its speakers’ own, where the site has none."""
    return {code: name or _own(code) for code, name in languages.items()}


def told_of(path: str, message: str) -> Fault:
    """What could not be carried over, of a file as a whole."""
    return Fault(path, 0, message, Level.WARNING, "adopt")


def _own(code: str) -> str:
    try:
        return own_name(code)
    except (ValueError, LookupError):
        return code


def _page(folder: Path, file: Path, code: str) -> FoundPage:
    return FoundPage(page_name(_unbundled(file.relative_to(folder).as_posix())), code, file)


def _unbundled(below: str) -> str:
    """Hugo's page with its pictures in one folder, posts/first/index.md, is posts/first.md; sections have _index.md."""
    folder, _, name = below.rpartition("/")
    return f"{folder}.md" if name == "index.md" and folder.count("/") >= 1 else below


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for file in sorted(folder.rglob("*")):
            inside = file.relative_to(folder).parts
            if file.is_file() and not any(
                part.startswith(_SKIPPED[-1]) or part in _SKIPPED[:-1] for part in inside
            ):
                yield file
