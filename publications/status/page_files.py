"""The files of pages: which there are, and their texts as they lie on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.writing import clear_draft, replace_text, write_new_text

GONE = "Somebody has renamed or deleted this page. Nothing was written; copy your text."
MEANWHILE = "Another program has changed this page at this moment. Nothing was written: try again."


def pages_on_disk(project: Project) -> Mapping[str, tuple[str, ...]]:
    """Page → the locales that have a file of it, both sorted as in the project."""
    found: dict[str, list[str]] = {}
    for locale in project.codes:
        for page in _pages(project.docs_dir / locale):
            found.setdefault(page, []).append(locale)
    return {page: tuple(found[page]) for page in sorted(found)}


def path_of(root: Path, page: str, locale: str) -> Path:
    """The file of a page in a locale."""
    return root / "docs" / locale / page


def name_of(page: str, locale: str) -> str:
    """The same file as messages name it: below the root, with forward slashes."""
    return f"docs/{locale}/{page}"


def read_page(root: Path, page: str, locale: str) -> str:
    """The text of a file, with its byte order mark and line ends. One that is not there or not UTF-8 is a PublicationError."""
    return read_file(root, name_of(page, locale))


def read_file(root: Path, name: str) -> str:
    """The same of any file. name: below the root."""
    try:
        return (root / name).read_bytes().decode()
    except FileNotFoundError:
        raise PublicationError(Fault(name, 0, "is not there.", said=GONE)) from None
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start + 1}). Save it as UTF-8, and try again."
        said = "This file is not UTF-8. Save it as UTF-8, and try again."
        raise PublicationError(Fault(name, 0, message, said=said)) from None


def rewrite_file(root: Path, name: str, old: str | None, new: str) -> None:
    """Put `new` in place of what was read, None of a file that was not there; a PublicationError when it says something else by now."""
    if old is None:
        write_new_text(root / name, new)
    elif not replace_text(root / name, old, new):
        message = "was changed meanwhile, and was left as it is. Run the same command again."
        raise PublicationError(Fault(name, 0, message, said=MEANWHILE))


def read_texts(project: Project, page: str, needed: str) -> Mapping[str, str]:
    """The text in each language that has one. Others than that of the needed language are left out when they cannot be read."""
    texts = {}
    for code in project.codes:
        try:
            texts[code] = read_page(project.root, page, code)
        except (PublicationError, OSError):
            if code == needed and path_of(project.root, page, code).exists():
                raise
    return texts


def _pages(folder: Path) -> Iterator[str]:
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(inside).relative_to(folder)
        for name in names:
            if name.endswith(".draft"):
                clear_draft(os.path.join(inside, name))  # noqa: PTH118 (as the walk has it)
        yield from (
            (below / name).as_posix() for name in names if name.endswith(".md") and not name.startswith(".")
        )
