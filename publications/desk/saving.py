"""Saving: one block's new text into its file, unless somebody has written something else there meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from publications.desk.codes import tail_of
from publications.desk.opened import Opened, open_page, read_original
from publications.desk.rows import Row
from publications.editing.edit import Edit, continuation, edit_of, edited
from publications.editing.insertion import inserted, put_below, removed
from publications.editing.segment import Part, PartKind, segment_of
from publications.editing.slot import Slot, SlotKind
from publications.editing.slots import slots_of
from publications.editing.writing_segments import blocks_in, written_segment
from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.reading.block import BlockKind
from publications.reading.encoding import as_lines
from publications.reading.reading import Reading
from publications.status.following import only_writer
from publications.status.page_files import name_of, path_of
from publications.writing import write_text


class Outcome(StrEnum):
    """What became of a block that was to be saved."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed for a block.

    base: the Markdown that stood there when they began, "" when there was none; parts: what they see, words and codes;
    markdown: what they typed as Markdown instead.
    """

    key: str
    base: str
    parts: Sequence[Part] = ()
    markdown: str | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """markdown: what the block is now; now: of a conflict, what stands in the file; opened: the page afterwards.

    previous: the whole file before; has_other_blocks: the page has more or fewer of them, or of other kinds, than it had.
    """

    outcome: Outcome
    markdown: str
    now: str
    opened: Opened
    previous: str = ""
    has_other_blocks: bool = False


def save(project: Project, page: str, locale: str, typed: Typed) -> Saved:
    """Write a block. All else of the file stays byte for byte; a conflict writes nothing."""
    with only_writer(project.root):
        opened = open_page(project, page, locale)
        text, slot = _place(opened, typed)
        is_new = text is not opened.original
        now = slot.markdown if slot else ""
        new = _markdown(typed, slot)
        if slot is None or (now not in (typed.base, new) and not is_new):
            return Saved(Outcome.CONFLICT, new, now, opened)
        if new == now:
            return Saved(Outcome.UNCHANGED, new, now, opened)
        return _write(opened, new, now, edited(text, [_edit(as_lines(text), slot, typed, new)]))


def remove(project: Project, page: str, locale: str, key: str, base: str) -> Saved:
    """Take a block out of a translation, if it is still what the translator saw."""
    with only_writer(project.root):
        opened = open_page(project, page, locale)
        row = opened.row(key)
        slot = opened.slot(row.own) if row else None
        if row is None or row.own is None or slot is None or slot.markdown != base:
            return Saved(Outcome.CONFLICT, "", slot.markdown if slot else "", opened)
        return _write(opened, "", base, edited(opened.original, [removed(opened.reading, row.own)]))


def join(project: Project, page: str, locale: str, above: str, key: str) -> Saved:
    """Draw a block and the one above it together, with a space between them."""
    with only_writer(project.root):
        opened = open_page(project, page, locale)
        rows = [opened.row(one) for one in (above, key)]
        slots = [opened.slot(row.own) if row else None for row in rows]
        first, second = slots
        if (
            not first
            or not second
            or first.kind is not SlotKind.LINES
            or first.block.kind is not second.block.kind
        ):
            return Saved(Outcome.CONFLICT, "", "", opened)
        markdown = f"{first.markdown} {second.markdown}"
        edits = [edit_of(opened.reading.text, first, markdown), removed(opened.reading, second.block)]
        return _write(opened, markdown, first.markdown, edited(opened.original, edits))


def insert(project: Project, page: str, locale: str, key: str, markdown: str) -> Saved:
    """Put Markdown below a block, parted from what is around it by empty lines."""
    with only_writer(project.root):
        opened = open_page(project, page, locale)
        row = opened.row(key)
        if row is None or row.own is None:
            return Saved(Outcome.CONFLICT, markdown, "", opened)
        place = put_below(opened.reading, row.own, markdown.strip("\n"))
        return _write(opened, markdown, "", edited(opened.original, [place.edit]))


def preview_of(opened: Opened, typed: Typed) -> str:
    """The Markdown that a block would be saved as."""
    row = opened.row(typed.key)
    block = (row.own or row.source) if row else None
    return _markdown(typed, opened.slot(block) or opened.source_slot(block), block.kind if block else None)


def restore(project: Project, page: str, locale: str, *, now: str, previous: str) -> Opened:
    """Take the last step back: the whole file as it was, if nobody has changed it since."""
    with only_writer(project.root):
        if read_original(project, page, locale) != now:
            message = "was changed meanwhile, so this step cannot be taken back here."
            raise PublicationError(Fault(name_of(page, locale), 0, message))
        write_text(path_of(project.root, page, locale), previous)
    return open_page(project, page, locale)


def _place(opened: Opened, typed: Typed) -> tuple[str, Slot | None]:
    """The file's text and where the block stands in it; one that is not there yet has been brought over from the source."""
    row = opened.row(typed.key)
    if row and row.own is None and row.source and opened.is_there and not typed.base:
        return _brought_over(opened, row)
    slot = opened.slot(row.own) if row else None
    if slot and slot.markdown == typed.base:
        return opened.original, slot
    # The row has another name by now: its source or its words were changed elsewhere.
    same = [
        one for block in opened.reading.blocks if (one := opened.slot(block)) and one.markdown == typed.base
    ]
    return opened.original, same[0] if len(same) == 1 and typed.base else slot


def _brought_over(opened: Opened, row: Row) -> tuple[str, Slot | None]:
    assert row.source  # noqa: S101 (told apart above)
    before, after = row.before or (None, None)
    place = inserted(opened.source, row.source, before, opened.reading, after, below=row.below)
    text = edited(opened.original, [place.edit])
    reading = Reading.of(text)
    slots = zip(reading.blocks, slots_of(reading), strict=True)
    found = next(
        (slot for block, slot in slots if block.line == place.line and block.kind is row.source.kind), None
    )
    return text, found


def _markdown(typed: Typed, slot: Slot | None, known_kind: BlockKind | None = None) -> str:
    """What is to stand in the file."""
    if typed.markdown is not None:
        return typed.markdown
    kind = slot.block.kind if slot else known_kind or BlockKind.PARAGRAPH
    segment = segment_of(slot) if slot else ()
    known = {part.words: part.typed for part in segment if part.kind is PartKind.TEXT}
    parts = [
        Part(part.kind, known.get(part.words, ""), part.words) if part.kind is PartKind.TEXT else part
        for part in typed.parts
    ]
    if kind is BlockKind.CODE:
        return written_segment(parts, kind)
    blocks = list(blocks_in(parts))
    blocks[0] = (*blocks[0], *tail_of(segment))
    return "\n\n".join(written_segment(one, kind) for one in blocks)


def _edit(text: str, slot: Slot, typed: Typed, new: str) -> Edit:
    """A list item that was made into two becomes two items; of other blocks an empty line makes two."""
    if slot.block.kind is not BlockKind.LIST_ITEM or typed.markdown is not None or "\n\n" not in new:
        return edit_of(text, slot, new)
    first = text[text.rfind("\n", 0, slot.start) + 1 : slot.start]
    items = new.split("\n\n")
    between = continuation(text, slot)
    lines = [item.replace("\n", f"\n{between}") for item in items]
    return Edit(slot.start, slot.end, f"\n{first}".join(lines))


def _write(opened: Opened, new: str, now: str, written: str) -> Saved:
    """The file as it is to be. Front matter that YAML can no longer read would take the page from its readers."""
    after = Reading.of(written)
    if after.problem and not opened.reading.problem:
        message = f"this cannot stand here: {after.problem.reason}. Nothing was written."
        raise PublicationError(Fault(opened.name, after.problem.line + 1, message))
    write_text(path_of(opened.project.root, opened.page, opened.locale), written)
    again = open_page(opened.project, opened.page, opened.locale)
    has_other = _kinds(again.reading) != _kinds(opened.reading)
    return Saved(Outcome.SAVED, new, now, again, opened.original, has_other)


def _kinds(reading: Reading) -> list[BlockKind]:
    return [block.kind for block in reading.blocks]
