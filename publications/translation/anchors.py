"""Anchors: the id of each heading, the same in every language, and the older ones that lead there too.

A translation's heading has the id of the heading that it translates, unless its author gives another. What a heading
was called before it was reworded, or in another language, stays an address of its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publications.reading.anatomy import Heading
from publications.reading.block import BlockKind
from publications.reading.reading import Reading
from publications.translation.alignment import align
from publications.translation.comparison import PageComparison
from publications.translation.translated_text import TranslatedText

_HEADING = re.compile(r"^(?:#{1,6}[ \t].*|\S.*\n(?:=+|-+)[ \t]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Of one heading. older: ids that lead there as well."""

    id: str
    older: tuple[str, ...] = ()


Anchors = Mapping[int, Anchor]
"""By the line of the file on which the heading stands."""

OlderTexts = Callable[[str], Iterable[Reading]]
"""Finds the texts that a locale's text was before."""


def anchors_of(page: PageComparison, older: OlderTexts) -> Mapping[str, Anchors]:
    """The anchors of every text of a page, by locale."""
    found: dict[str, Anchors] = {}
    for locale in _sources_first(page):
        text, reading = page.translations.get(locale), page.sides[locale].reading
        inherited = (
            _inherited(text, found[text.record.source]) if text and text.record.source in found else {}
        )
        found[locale] = _chosen(reading, inherited, _former(reading, older(locale)))
    return found


def _sources_first(page: PageComparison) -> Iterator[str]:
    """The locales, each after the one that it was translated from; in a circle, somebody is first."""
    waiting = {code: text.record.source for code, text in page.translations.items()}
    yield from (code for code in page.sides if code not in waiting)
    while waiting:
        code = next((code for code, source in waiting.items() if source not in waiting), next(iter(waiting)))
        del waiting[code]
        yield code


def _inherited(text: TranslatedText, of_source: Anchors) -> Mapping[int, Anchor]:
    """Line of a translated heading → the anchor of the heading that it translates, as the source has it now."""
    now = _lines_now(text)
    found = {}
    for pair in text.pairs:
        if (
            pair.source
            and pair.translation
            and pair.translation.kind is pair.source.kind is BlockKind.HEADING
        ):
            anchor = of_source.get(now.get(pair.source.line, 0))
            if anchor:
                found[pair.translation.line] = anchor
    return found


def _lines_now(text: TranslatedText) -> Mapping[int, int]:
    """Line of a heading in the text that is followed → its line in the source as it is now."""
    if text.followed is None:
        return {}
    if text.followed is text.source:
        return {block.line: block.line for block in text.source.blocks}
    return _headings_now(text.followed.reading, text.source.reading)


def _headings_now(before: Reading, now: Reading) -> Mapping[int, int]:
    pairs = align(before.blocks, now.blocks)
    return {
        pair.old.line: pair.new.line
        for pair in pairs
        if pair.old and pair.new and pair.old.kind is pair.new.kind is BlockKind.HEADING
    }


def _former(reading: Reading, older: Iterable[Reading]) -> Mapping[int, Sequence[str]]:
    """Line of a heading → the ids that it had in older texts."""
    known = {heading.id for heading in reading.anatomy.headings}
    found: dict[int, list[str]] = {}
    typed = set(_HEADING.findall(reading.text))
    for text in older:
        if typed.issuperset(_HEADING.findall(text.text)):
            continue  # told without parsing it
        gone = {heading.line: heading.id for heading in text.anatomy.headings if heading.id not in known}
        now = _headings_now(text, reading) if gone else {}
        for line, name in gone.items():
            if line in now:
                found.setdefault(now[line], []).append(name)
                known.add(name)
    return found


def _chosen(
    reading: Reading, inherited: Mapping[int, Anchor], former: Mapping[int, Sequence[str]]
) -> dict[int, Anchor]:
    """Each heading's own id where its author gave one, else the inherited; no id stands twice on a page."""
    headings = reading.anatomy.headings
    taken = {found.name for found in reading.anatomy.given_ids}
    taken |= {heading.id for heading in headings if heading.is_explicit}
    chosen = {heading.line: _id(heading, inherited.get(heading.line), taken) for heading in headings}
    found = {}
    for heading in headings:
        theirs = inherited.get(heading.line)
        others = (*((theirs.id, *theirs.older) if theirs else ()), heading.id, *former.get(heading.line, ()))
        older = tuple(name for name in dict.fromkeys(others) if name and name not in taken)
        taken.update(older)
        found[heading.line] = Anchor(chosen[heading.line], older)
    return found


def _id(heading: Heading, theirs: Anchor | None, taken: set[str]) -> str:
    if heading.is_explicit:
        return heading.id
    name = theirs.id if theirs and theirs.id not in taken else heading.id
    taken.add(name)
    return name
