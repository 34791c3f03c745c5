"""Escaping: backslashes before the signs that Markdown would read, and before none besides.

A text is read, what was taken for markup is escaped, and it is read again, until nothing is taken for what it is not.
A letter or space beside a mark, which then is none (`**Note:**word`), has its number instead: `**Note:**&#119;ord`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.editing.draft import Draft
from publications.editing.reading_segments import parts_of
from publications.editing.segment import MARKS, CodeName, Part, PartKind
from publications.editing.whitespace import BLANKS
from publications.reading.block import BlockKind
from publications.reading.facts_in_text import FACT

# Words that become a code when they are read again, and are the same to a reader.
_MADE_OF_WORDS = frozenset({CodeName.FACT, CodeName.ADDRESS})
_MARK_SIGNS = "*_~"
_Places = frozenset[int]


def with_fewest_escapes(draft: Draft) -> str:
    """The Markdown that is read as the words and codes of a draft."""
    escaped = _never_read(draft)
    if not draft.stands(escaped):
        escaped = _with_begun(draft, escaped)
    while more := _misread(draft, escaped) - escaped:
        escaped |= more
    return draft.escaped(escaped)


def _never_read(draft: Draft) -> _Places:
    """Bars, which would part cells, and what the parser drops at both ends."""
    found = {at for at in (0, len(draft.text) - 1) if draft.text[at : at + 1].isspace()}
    if draft.kind is BlockKind.TABLE_ROW:
        facts = {at for fact in FACT.finditer(draft.text) for at in range(*fact.span())}
        found.update(at for at in draft.signs - facts if draft.text[at] == "|")
    return draft.words & found


def _with_begun(draft: Draft, escaped: _Places) -> _Places:
    """With the signs by which a line begins something else than a text, such as a list, or a heading ends."""
    above = 0
    for line in re.finditer(r"[^\n]+", draft.text):
        start, end = line.span()
        if not draft.stands(escaped, above, end):
            signs = [at for at in (*range(start, end), *range(above, start)) if at in draft.signs]
            likely = (*signs[:1], *signs[:0:-1])  # a list begins with its mark, a heading ends with it
            alone = (escaped | {at} for at in likely if draft.stands(escaped | {at}, above, end))
            escaped = next(alone, escaped.union(signs))
        above = start
    return escaped


def _misread(draft: Draft, escaped: _Places) -> _Places:
    """The signs by which words are read as a code, and what keeps a code from being read as one."""
    found: set[int] = set()
    opened: list[_Places] = []
    for part, places in _read(draft, escaped):
        taken = _taken(draft, escaped, part, places)
        if part.kind is PartKind.TEXT and part.typed == part.words:
            unread = (at for at in draft.codes if at in places)
            found.update(near for at in unread for near in _beside(draft, escaped, at))
        elif part.kind is PartKind.OPEN:
            opened.append(taken)
        elif part.kind is PartKind.CLOSE and opened:
            # Of the two, what stood there before stays as typed.
            found |= min(filter(None, (opened.pop(), taken)), key=draft.old.issuperset, default=frozenset())
        else:
            found |= taken
    return frozenset(found)


def _read(draft: Draft, escaped: _Places) -> Iterator[tuple[Part, range]]:
    """What the text is read as, each part with its places in the draft."""
    pieces = list(draft.pieces(escaped))
    places = [at for at, piece in enumerate(pieces) for _ in piece]
    start = 0
    for part in parts_of("".join(pieces), draft.kind):
        end = start + len(part.typed)
        yield part, range(places[start], places[end - 1] + 1)
        start = end


def _taken(draft: Draft, escaped: _Places, part: Part, places: range) -> _Places:
    """The first of the signs of words that were read as a code; where that is escaped, its backslash was taken too."""
    is_same = part.name in _MADE_OF_WORDS and draft.words.issuperset(places) and escaped.isdisjoint(places)
    first = next((at for at in places if at in draft.signs), None)
    return frozenset() if is_same or first is None else frozenset([first]) - escaped


def _beside(draft: Draft, escaped: _Places, at: int) -> Iterator[int]:
    """What keeps a code that begins here from being one: brackets without a partner, or what stands beside it."""
    part = draft.codes[at]
    if part.name is CodeName.LINK:
        yield from _without_partner(draft, escaped, at)
    elif part.name in MARKS:
        yield from _beside_mark(draft, at, part)
    elif at - 1 in draft.signs:
        yield at - 1


def _without_partner(draft: Draft, escaped: _Places, link: int) -> Iterator[int]:
    end = next((at for at, code in draft.codes.items() if at > link and code.name is CodeName.LINK), link)
    opened: list[int] = []
    for at in sorted(draft.signs.intersection(range(link, end)) - escaped):
        if draft.text[at] == "[":
            opened.append(at)
        elif draft.text[at] == "]" and opened:
            opened.pop()
        elif draft.text[at] == "]":
            yield at
    yield from opened


def _beside_mark(draft: Draft, at: int, part: Part) -> Iterator[int]:
    """A sign of the same kind, a space within the marks, or a letter outside of them; other marks may stand between."""
    mark, text = part.typed[:1], draft.text
    before, after = _past_marks(draft, at - 1, -1), _past_marks(draft, at + len(part.typed), 1)
    inner, outer = (after, before) if part.kind is PartKind.OPEN else (before, after)
    yield from (near for near in (before, after) if near in draft.signs and text[near] == mark)
    if inner in draft.words and text[inner].isspace():
        yield inner
    if (
        outer in draft.words - draft.signs
        and text[outer] not in BLANKS
        and (mark == "_" or not text[inner : inner + 1].isalnum())
    ):
        yield outer


def _past_marks(draft: Draft, at: int, step: int) -> int:
    while 0 <= at < len(draft.text) and at not in draft.words and draft.text[at] in _MARK_SIGNS:
        at += step
    return at
