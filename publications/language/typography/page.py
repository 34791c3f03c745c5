"""A page's typography: what is found in it, and the page with what is mechanical mended."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from publications.language.typography.context import in_words, quotation
from publications.language.typography.finding import Finding
from publications.language.typography.rules import findings_in
from publications.reading.passage import Lines, Passage
from publications.reading.reading import Reading
from publications.translation.version import Version, version_of_blocks

MECHANICAL = frozenset(
    {
        "apostrophe",
        "dash",
        "ellipsis",
        "hidden-character",
        "no-break-space",
        "number-mark",
        "percent",
        "quotes",
        "space",
        "wrong-letter",
    }
)
"""Rules whose repair can be nothing else; what it means stays the same (so does the page's version)."""

_MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Slip:
    """A place of a page that its language sets otherwise.

    start, end: in the file; line: counted from 1; locale: the language of these words.
    words: as typed, with what they hang together with; better: the same mended, "" when only a person can tell.
    repair: what should stand from start to end, None likewise.
    closing: of a quotation with two wrong marks, its second place; start and end are those of the first.
    """

    rule: str
    line: int
    start: int
    end: int
    words: str
    better: str
    repair: str | None
    note: str
    locale: str
    closing: Slip | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """A page after mending. slips: those that were mended, in the order of the file."""

    text: str
    slips: tuple[Slip, ...]


def slips_in(text: str, locale: str) -> tuple[Slip, ...]:
    """All that is found in a page, in the order of the file. text: its lines end as on Unix."""
    return slips_of(Reading(text), locale)


def slips_of(reading: Reading, locale: str) -> tuple[Slip, ...]:
    """The same of a page that has a reading."""
    passages = reading.passages(locale)
    found = [
        (passage, found) for passage in passages if (found := findings_in(passage.text, passage.language))
    ]
    # Most pages have none, and need no table of lines.
    lines = Lines(reading.text) if found else None
    slips = (slip for passage, each in found if lines for slip in _slips(passage, each, lines))
    return tuple(sorted(slips, key=lambda slip: slip.start))


def mend(text: str, locale: str, *, ignored: Collection[str] = ()) -> Mended:
    """Mend what is mechanical, but for the rules in `ignored`. The version of the page stays what it was.

    One repair may bring another to light; so this goes on until there is nothing left to mend.
    """
    done: list[Slip] = []
    reading = Reading(text)
    for _ in range(_MOST_ROUNDS):
        slips = [slip for slip in slips_of(reading, locale) if _is_mechanical(slip, reading.text)]
        slips, mended = _of_one_version(reading, [slip for slip in slips if slip.rule not in ignored])
        if not slips:
            break
        reading = mended
        done += slips
    return Mended(reading.text, tuple(done))


def _of_one_version(reading: Reading, slips: list[Slip]) -> tuple[list[Slip], Reading]:
    """The slips that can be mended without changing what the page says to those who translate it, and it mended."""
    mended = _spliced(reading, slips)
    if not slips or _version(mended) == _version(reading):
        return slips, mended
    kept: list[Slip] = []
    for slip in slips:
        if _version(_spliced(reading, [*kept, slip])) == _version(reading):
            kept.append(slip)
    return kept, _spliced(reading, kept)


def _version(reading: Reading) -> Version:
    return version_of_blocks(reading.blocks)


def _slips(passage: Passage, findings: Sequence[Finding], lines: Lines) -> Iterator[Slip]:
    """The slips of a passage; of a quotation whose marks are both wrong, one for the two."""
    begun = {one.pair for one in findings if one.pair == one.start}
    closing = {one.pair: one for one in findings if one.start > one.pair}
    for one in findings:
        if one.start in begun:
            yield _slip(passage, one, lines, closing.get(one.start))
        elif one.pair not in begun:
            yield _slip(passage, one, lines)


def _slip(passage: Passage, found: Finding, lines: Lines, closing: Finding | None = None) -> Slip:
    start, end = passage.place(found.start, found.end)
    words, better = quotation(passage.text, found, closing) if closing else in_words(passage.text, found)
    second = _slip(passage, closing, lines) if closing else None
    line = lines.number(start)
    return Slip(found.rule, line, start, end, words, better, found.repair, found.note, passage.locale, second)


def _is_mechanical(slip: Slip, text: str) -> bool:
    """A place that holds markup as well is left to a person."""
    typed = text[slip.start : slip.end]
    return slip.rule in MECHANICAL and slip.repair is not None and not set("*_<>[]{}").intersection(typed)


def _spliced(reading: Reading, slips: Sequence[Slip]) -> Reading:
    pieces, at = [], 0
    places = [*slips, *(slip.closing for slip in slips if slip.closing)]
    for slip in sorted(places, key=lambda one: one.start):
        if slip.start < at:
            continue
        pieces += [reading.text[at : slip.start], slip.repair or ""]
        at = slip.end
    return Reading("".join((*pieces, reading.text[at:])))
