"""Saving: one block's new text into its file, unless somebody has written something else there meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from publications.desk.opened import Opened, open_page
from publications.desk.places import find_place, keys_at, text_in
from publications.desk.typed import Typed, markdown_of, readable
from publications.editing.edit import Edit, edit_of, edited
from publications.editing.insertion import put_below
from publications.editing.removal import removed
from publications.editing.slot import SlotKind
from publications.project import Project
from publications.reading.reading import Reading
from publications.status.following import only_writer
from publications.status.page_files import GONE, MEANWHILE, name_of, path_of
from publications.telling import RefusalError
from publications.writing import replace_text

_TRIES = 5
_WORD = re.compile(r"\w+")


class Outcome(StrEnum):
    """What became of a block that was to be saved."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Saved:
    """markdown: what the block is now; now: of a conflict, what stands in the file; opened: the page afterwards.

    previous: the whole file before; has_other_blocks: the page has more or fewer of them, or of other kinds, than it had;
    keys: of the rows that hold the new text.
    """

    outcome: Outcome
    markdown: str
    now: str
    opened: Opened
    previous: str = ""
    has_other_blocks: bool = False
    keys: tuple[str, ...] = ()


def save(project: Project, page: str, locale: str, typed: Typed) -> Saved:
    """Write a block. All else of the file stays byte for byte; a conflict writes nothing, and neither does an empty text."""
    return as_only_writer(project, lambda: _saved(open_page(project, page, locale), typed))


def remove(project: Project, page: str, locale: str, key: str, base: str) -> Saved:
    """Take a block out of a translation, if it is still what the translator saw."""
    return as_only_writer(project, lambda: _removed(open_page(project, page, locale), key, base))


def join(project: Project, page: str, locale: str, above: str, key: str, base: str = "") -> Saved:
    """Draw a block and the one above it together, with a space between them. base: what is known to stand in `key`."""
    return as_only_writer(project, lambda: _joined(open_page(project, page, locale), above, key, base))


def insert(project: Project, page: str, locale: str, key: str, markdown: str, base: str = "") -> Saved:
    """Put Markdown below a block, parted from what is around it by empty lines. base: what is known to stand in `key`."""
    return as_only_writer(project, lambda: _inserted(open_page(project, page, locale), key, markdown, base))


def restore(project: Project, page: str, locale: str, *, now: str, previous: str) -> Opened:
    """Take the last step back: the whole file as it was, if nobody has changed it since."""
    with only_writer(project.root):
        if not replace_text(path_of(project.root, page, locale), now, previous):
            raise RefusalError(
                name_of(page, locale),
                "This page was changed meanwhile, so this step cannot be taken back here.",
            )
    return open_page(project, page, locale)


class _ChangedMeanwhileError(RefusalError):
    """An editor, who knows nothing of our lock, has written into the file between our look at it and our write."""


def as_only_writer(project: Project, attempt: Callable[[], Saved]) -> Saved:
    """An attempt to write a page, while no command writes; once more where an editor wrote at the same moment."""
    with only_writer(project.root):
        for _ in range(_TRIES):
            with suppress(_ChangedMeanwhileError):
                return attempt()
        return attempt()


def _saved(opened: Opened, typed: Typed) -> Saved:
    _refuse_what_is_gone(opened)
    place = find_place(opened, typed.key, typed.base)
    new = markdown_of(typed, place.slot if place else None)
    if place is None and not typed.base:
        raise RefusalError(
            opened.name,
            "This part is no longer there, and neither is its source. Copy your text into another part.",
        )
    if place is None:
        return Saved(Outcome.CONFLICT, new, "", opened)
    if not new.strip():
        return Saved(Outcome.UNCHANGED, typed.base, typed.base, opened)
    if place.now not in (typed.base, new) and not place.is_new:
        return Saved(Outcome.CONFLICT, new, place.now, opened)
    if new == place.now and not place.is_new:
        return Saved(Outcome.UNCHANGED, new, place.now, opened)
    edit = place.edit(new, is_typed=typed.markdown is not None)
    if place.slot.kind is SlotKind.ROW:
        _refuse_lost_words(opened, new, edit)
    return _keyed(write_page(opened, new, place.now, edited(place.text, [edit]), edit), edit)


def _removed(opened: Opened, key: str, base: str) -> Saved:
    place = find_place(opened, key, base) if base else None
    is_one = place and place.now == base and place.slot.block in opened.reading.blocks
    edit = removed(opened.reading, place.slot.block) if place and is_one else None
    if not place or not edit or edit.start == edit.end or place.end != place.slot.end:
        return Saved(Outcome.CONFLICT, "", place.now if place else "", opened)
    return write_page(opened, "", base, edited(opened.original, [edit]))


def _joined(opened: Opened, above: str, key: str, base: str) -> Saved:
    rows = [opened.row(one) for one in (above, key)]
    first, second = (opened.slot(row.own) if row else None for row in rows)
    can_be = first and second and first.kind is SlotKind.LINES and first.block.kind is second.block.kind
    if not first or not second or not can_be or (base and second.markdown != base):
        return Saved(Outcome.CONFLICT, base, second.markdown if second else "", opened)
    gone = removed(opened.reading, second.block)
    if gone.start == gone.end:
        return Saved(Outcome.CONFLICT, "", first.markdown, opened)
    markdown = f"{first.markdown} {second.markdown}"
    edit = edit_of(opened.reading.text, first, markdown)
    return _keyed(write_page(opened, markdown, first.markdown, edited(opened.original, [edit, gone])), edit)


def _inserted(opened: Opened, key: str, markdown: str, base: str) -> Saved:
    row = opened.row(key)
    place = find_place(opened, key, base) if base else None
    block = place.slot.block if place else row.own if row else None
    if block is None or (place and place.now != base):
        return Saved(Outcome.CONFLICT, markdown, place.now if place else "", opened)
    markdown = readable(markdown).strip("\n")
    edit = put_below(opened.reading, block, markdown).edit
    return _keyed(write_page(opened, markdown, "", edited(opened.original, [edit])), edit)


def _refuse_what_is_gone(opened: Opened) -> None:
    if not opened.is_there:
        raise RefusalError(opened.name, GONE)


def _refuse_lost_words(opened: Opened, new: str, edit: Edit) -> None:
    """Where a row has fewer cells than were typed, nothing is written."""
    written = set(_WORD.findall(edit.text))
    lost = [word for word in _WORD.findall(new) if word not in written]
    if lost:
        raise RefusalError(opened.name, "This row has no cell for {typed}. Nothing was written.", lost[0])


def write_page(opened: Opened, new: str, now: str, written: str, edit: Edit | None = None) -> Saved:
    """The file as it is to be. Front matter that YAML can no longer read would take the page from its readers."""
    after = Reading.of(written)
    if after.problem and not opened.reading.problem:
        raise RefusalError(
            opened.name, "With this, the head of the file could no longer be read. Nothing was written."
        )
    path = path_of(opened.project.root, opened.page, opened.locale)
    if not replace_text(path, opened.original, written):
        raise _ChangedMeanwhileError(
            opened.name,
            MEANWHILE,
        )
    again = open_page(opened.project, opened.page, opened.locale)
    has_other = _shapes(again.reading) != _shapes(opened.reading)
    markdown = text_in(after, edit, new) if edit else new
    return Saved(Outcome.SAVED, markdown, now, again, opened.original, has_other)


def _keyed(saved: Saved, edit: Edit) -> Saved:
    return replace(saved, keys=keys_at(saved.opened, edit))


def _shapes(reading: Reading) -> list[tuple[object, ...]]:
    return [(block.kind, block.path, block.level) for block in reading.blocks]
