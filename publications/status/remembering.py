"""Remembering: how some texts were translated before, in other pages and in the memories that agencies gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from publications.faults import PublicationError
from publications.project import Project
from publications.reading.block import Block
from publications.reading.reading import read_blocks
from publications.status.at_hand import sources_of
from publications.status.likeness import Wanted
from publications.status.page_files import name_of, pages_on_disk, path_of
from publications.translation.memory import Memory
from publications.translation.memory_files import read_memory_files
from publications.translation.record import Record, Status, read_tracking

# More pages than these share a line with nearly every other, and all are read.
_FEW = 20

_Page = tuple[str, tuple[Block, ...], tuple[Block, ...]]


def memory_for(project: Project, source: str, locale: str, texts: Mapping[str, str]) -> Memory:
    """What is known of these texts in `source` when they are translated into `locale`. texts: by page."""
    others = read_memory_files(project.root, source, locale)
    return Memory.of(_translated_pages(project, source, locale, texts), others)


def is_draft(project: Project, text: str, locale: str) -> bool:
    """Whether a page says of itself that it is not finished."""
    record = _record(project, text, locale)
    return record is not None and record.status is Status.DRAFT


def _translated_pages(
    project: Project, source: str, locale: str, texts: Mapping[str, str]
) -> Iterator[_Page]:
    """Every page with a finished text in both languages; for few texts, other pages that have a line of them."""
    wanted = Wanted("\n".join(texts.values())) if len(texts) <= _FEW else None
    for page, locales in pages_on_disk(project).items():
        if not {source, locale} <= set(locales) or (wanted and page in texts):
            continue
        text, translation = (_leniently(path_of(project.root, page, code)) for code in (source, locale))
        if wanted and not wanted.finds(text):
            continue
        if not is_draft(project, text, source) and not is_draft(project, translation, locale):
            followed = _followed(project, _record(project, translation, locale), source)
            yield name_of(page, locale), read_blocks(followed or text), read_blocks(translation)


def _followed(project: Project, record: Record | None, source: str) -> str | None:
    """What a translation was made from: its source may say something else by now."""
    if record is None or record.source != source or not record.version:
        return None
    try:
        return sources_of(project.root).text(record.version)
    except PublicationError:
        return None


def _record(project: Project, text: str, locale: str) -> Record | None:
    return read_tracking(text, path="", locale=locale, locales=project.codes).record


def _leniently(path: Path) -> str:
    """What cannot be read in another page is no reason to remember nothing."""
    return path.read_bytes().decode("utf-8-sig", errors="replace")
