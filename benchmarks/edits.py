"""Edits of a corpus in known ways, and the truth of them: which line of which file is to be told as what."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.corpus import Corpus, write_page
from benchmarks.editing import Edit, edited
from benchmarks.page import Page, Piece, written
from publications.translation.change_kind import ChangeKind

_MOST_EDITS = 4


@dataclass(frozen=True, slots=True)
class Truth:
    """What a tool should say of one edit to the translator of one language.

    kind, how: "text", "other phrase". line: in the translator's file; of what was added, the line below which
    it belongs. source_line: in the source after the edit, 0 for what is gone; old: its text, "" for what is new.
    """

    page: str
    locale: str
    kind: ChangeKind
    how: str
    line: int
    source_line: int
    old: str


def edit_corpus(corpus: Corpus, *, share: float = 0.5) -> tuple[Truth, ...]:
    """Edit the originals of a share of the pages, up to four edits each, and write them."""
    kinds = tuple(ChangeKind)
    found: list[Truth] = []
    turn = 0
    for number, page in enumerate(corpus.pages):
        draw = random.Random(f"edit {number}")  # noqa: S311 (a corpus, no secret)
        if draw.random() >= share:
            continue
        wanted = [kinds[(turn + step) % len(kinds)] for step in range(draw.randrange(1, _MOST_EDITS + 1))]
        turn += len(wanted)
        after, edits = edit_page(page, wanted, draw)
        write_page(corpus.root, after, "", [page.original])
        found += truths(page, after, edits)
    return tuple(found)


def edit_page(page: Page, kinds: Sequence[ChangeKind], draw: random.Random) -> tuple[Page, tuple[Edit, ...]]:
    """A page after an edit of each kind; what stands beside an edited block is left alone."""
    edits: list[Edit] = []
    touched: set[int] = set()
    for kind in kinds:
        places = [piece for piece in page.pieces if not touched & _around(page, piece)]
        tries = (edited(page, piece, kind, draw) for piece in draw.sample(places, len(places)))
        done = next(filter(None, tries), None)
        if done:
            touched |= _around(page, done.place)
            page = done.page
            touched |= _around(page, done.after) if done.after else set()
            edits.append(done)
    return page, tuple(edits)


def truths(before: Page, after: Page, edits: Sequence[Edit]) -> Iterator[Truth]:
    """What the translators of every language should be told."""
    source = written(after, after.original).spans
    for locale in before.locales:
        if locale != before.original:
            own = _Lines(written(before, locale).spans, after, edits)
            for edit in edits:
                source_line = source[edit.after.serial][0] if edit.after else 0
                old = edit.before.texts[before.original] if edit.before else ""
                yield Truth(before.name, locale, edit.kind, edit.how, own.of(edit), source_line, old)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the translator looks. spans: of the translation, which knows nothing of the edits."""

    spans: Mapping[int, tuple[int, int]]
    after: Page
    edits: Sequence[Edit]

    def of(self, edit: Edit) -> int:
        if edit.before:
            return self.spans[edit.before.serial][0]
        serials = [piece.serial for piece in self.after.pieces]
        moved = {other.place.serial for other in self.edits if other.kind is ChangeKind.MOVED}
        above = serials[: serials.index(edit.after.serial if edit.after else 0)]
        return next(
            self.spans[serial][1] for serial in reversed(above) if serial in self.spans.keys() - moved
        )


def _around(page: Page, piece: Piece) -> set[int]:
    at = page.pieces.index(piece)
    return {other.serial for other in page.pieces[max(0, at - 1) : at + 2]}
