"""Structure: what a translation must have of its source, block by block.

Headings and their ids, pictures, links, footnotes, tables' size, facts, code, numbers and dates. What a
translator may do – draw blocks together, part a sentence, write small numbers in letters – is no fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from publications.language.quantities import Quantity, quantities
from publications.reading.address import plain_target
from publications.reading.block import Block, BlockKind
from publications.translation.counterparts import Counterpart

_FACT = re.compile(r"\{\{[^\S\n]*([^{}\n]*?)[^\S\n]*\}\}")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation has otherwise than its source.

    line: of the translator's file; source_line: of the source; 0 when the difference is on one side only.
    missing: as the source has it, "" when the translation has too much; extra: likewise the other way round.
    """

    rule: str
    line: int
    source_line: int
    missing: str = ""
    extra: str = ""


def differences(pairs: Sequence[Counterpart], *, source_locale: str, locale: str) -> tuple[Difference, ...]:
    """All differences in the order of the translation. pairs: of it and the text that it follows."""
    found = [
        *_headings(pairs),
        *_tables(pairs),
        *_kept("fact", pairs, _facts),
        *_kept("footnote", pairs, _footnotes),
        *_kept("code", pairs, _code),
        *_kept("link", pairs, _links),
        *_kept("picture", pairs, _pictures),
        *_numbers(pairs, source_locale, locale),
    ]
    return tuple(sorted(found, key=lambda one: (one.line, one.rule, one.source_line)))


def _headings(pairs: Sequence[Counterpart]) -> Iterator[Difference]:
    """Levels and ids. A heading that is missing altogether is told as untranslated, not here."""
    for pair in pairs:
        source, own = pair.source, pair.translation
        if not source or not own or BlockKind.HEADING not in (source.kind, own.kind):
            continue
        if source.kind is own.kind and source.level != own.level:
            marks = "#" * source.level, "#" * own.level
            yield Difference("heading", own.line, source.line, *marks)
        ids = source.attribute("id"), own.attribute("id")
        # A heading without an id of its own has its source's (see anchors).
        if all(ids) and ids[0] != ids[1] and source.kind is own.kind:
            yield Difference("heading-id", own.line, source.line, *(f"#{name}" for name in ids))


@dataclass(frozen=True, slots=True)
class _Table:
    line: int
    rows: int
    columns: int

    def __str__(self) -> str:
        return f"{self.rows} × {self.columns}"


def _tables(pairs: Sequence[Counterpart]) -> Iterator[Difference]:
    """Rows × columns, when there are as many tables on both sides."""
    theirs = list(_tables_of(pair.source for pair in pairs if pair.source))
    ours = list(_tables_of(pair.translation for pair in pairs if pair.translation))
    if len(theirs) != len(ours):
        return
    for left, right in zip(theirs, ours, strict=True):
        if (left.rows, left.columns) != (right.rows, right.columns):
            yield Difference("table", right.line, left.line, str(left), str(right))


def _tables_of(blocks: Iterable[Block]) -> Iterator[_Table]:
    rows: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            # Between head and body lies the line of dashes.
            if rows and block.line - rows[-1].line > 2:  # noqa: PLR2004
                yield _table(rows)
                rows = []
            rows.append(block)
        elif rows and block.kind is not BlockKind.ALT:
            yield _table(rows)
            rows = []
    if rows:
        yield _table(rows)


def _table(rows: Sequence[Block]) -> _Table:
    return _Table(rows[0].line, len(rows), max(row.text.count(" | ") + 1 for row in rows))


def _facts(block: Block) -> list[str]:
    return [name for name in _FACT.findall(block.text) if name] if "{{" in block.text else []


def _footnotes(block: Block) -> list[str]:
    return _FOOTNOTE.findall(block.text) if "[^" in block.text else []


def _code(block: Block) -> list[str]:
    """Pieces of code within a sentence; blocks of code may have their comments translated."""
    if block.kind is BlockKind.CODE or "`" not in block.text:
        return []
    return [match[2].strip() for match in _CODE.finditer(block.text)]


def _links(block: Block) -> list[str]:
    return [link for link in block.links if block.kind is not BlockKind.ALT and not _FACT.search(link)]


def _pictures(block: Block) -> list[str]:
    return list(block.links) if block.kind is BlockKind.ALT else []


def _kept(
    rule: str, pairs: Sequence[Counterpart], read: Callable[[Block], list[str]]
) -> Iterator[Difference]:
    """What must be on both sides as often, wherever the translator has put it."""
    before = [read(pair.source) if pair.source else [] for pair in pairs]
    after = [read(pair.translation) if pair.translation else [] for pair in pairs]
    if before == after:
        return
    plain = plain_target if rule in ("link", "picture") else str
    theirs, ours = (Counter(plain(one) for each in side for one in each) for side in (before, after))
    missing, extra = theirs - ours, ours - theirs
    if rule in ("link", "picture"):
        # A link given twice in one language and once in another leads to the same place.
        missing = Counter({one: 1 for one in missing if one not in ours})
        extra = Counter({one: 1 for one in extra if one not in theirs})
    line = 1
    for pair, their, own in zip(pairs, before, after, strict=True):
        line = pair.translation.line if pair.translation else line
        lost = [one for one in their if _take(missing, plain(one))]
        more = [one for one in own if _take(extra, plain(one))]
        # What the translation leaves out as a whole is told as left out.
        if lost and pair.translation is None and rule not in ("picture", "footnote"):
            continue
        yield from _in_pairs(rule, line, pair.source.line if pair.source else 0, lost, more)


def _in_pairs(
    rule: str, line: int, source_line: int, lost: Sequence[str], more: Sequence[str]
) -> Iterator[Difference]:
    for at in range(max(len(lost), len(more))):
        missing = lost[at] if at < len(lost) else ""
        yield Difference(rule, line, source_line, missing, more[at] if at < len(more) else "")


def _take(counter: Counter[str], one: str) -> bool:
    if counter[one] <= 0:
        return False
    counter[one] -= 1
    return True


@dataclass(frozen=True, slots=True)
class _Uneven:
    """A pair whose numbers differ."""

    pair: Counterpart
    missing: list[Quantity]
    extra: list[Quantity]

    @property
    def is_uneven(self) -> bool:
        return bool(self.missing or self.extra)


def _numbers(pairs: Sequence[Counterpart], source_locale: str, locale: str) -> Iterator[Difference]:
    uneven = [one for pair in pairs if (one := _uneven(pair, source_locale, locale)).is_uneven]
    # A sentence that moved to the block beside it takes its numbers along.
    one_sided = [one for one in uneven if bool(one.missing) != bool(one.extra)]
    lacking, having = [one for one in one_sided if one.missing], [one for one in one_sided if one.extra]
    for lack in lacking:
        for have in having:
            _cancel(lack.missing, have.extra)
    for one in uneven:
        if one.pair.source and one.pair.translation:
            yield from _unequal(one)


def _unequal(one: _Uneven) -> Iterator[Difference]:
    line = one.pair.translation.line if one.pair.translation else 0
    source_line = one.pair.source.line if one.pair.source else 0
    missing, extra = list(one.missing), list(one.extra)
    if not (missing and extra):
        missing = [quantity for quantity in missing if not _may_be_said_otherwise(quantity)]
        extra = [quantity for quantity in extra if not _may_be_said_otherwise(quantity)]
    typed = [quantity.typed for quantity in missing], [quantity.typed for quantity in extra]
    yield from _in_pairs("number", line, source_line, *typed)


def _may_be_said_otherwise(quantity: Quantity) -> bool:
    """Small numbers are written out, the name of a month is inflected or understood, an answer's code has a name."""
    return quantity.is_small or quantity.is_month or quantity.is_status


def _uneven(pair: Counterpart, source_locale: str, locale: str) -> _Uneven:
    theirs = list(quantities(_words(pair.source), source_locale)) if pair.source else []
    ours = list(quantities(_words(pair.translation), locale)) if pair.translation else []
    _cancel(theirs, ours)
    return _Uneven(pair, theirs, ours)


def _words(block: Block) -> str:
    if block.kind is BlockKind.CODE:
        return ""
    return _CODE.sub(" ", block.words) if "`" in block.words else block.words


def _cancel(left: list[Quantity], right: list[Quantity]) -> None:
    """Take out of both what means the same."""
    for quantity in list(left):
        same = next((other for other in right if other.readings & quantity.readings), None)
        if same is not None:
            left.remove(quantity)
            right.remove(same)
