"""Drafting: a page of some 850 words with all that pages of the project hold, in every language at once."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from benchmarks.page import Page, Piece
from benchmarks.phrases import LOCALES, Words, counted, factual, joined, phrase, phrases, sentence
from publications.reading.block import BlockKind

PICTURES = ("city-strategies", "newsletter-2021-05", "background-and-method")
_NOTE = "[^1]"


def drafted(number: int, pages: int, *, missing: float) -> Page:
    """The page of that number of so many; the same numbers give the same page.

    missing: from 0 to 1, how often the Romanian and the Italian text are left out.
    """
    draw = random.Random(f"page {number}")  # noqa: S311 (a corpus, no secret)
    original = draw.choice(("sv", "sv", *LOCALES))
    lacking = {code for code in ("ro", "it") if draw.random() < missing and code != original}
    title = joined(phrase(draw, "topic"), phrase(draw, "place"), mark="")
    drafter = _Drafter(draw, number, pages)
    return Page(
        name=f"newsletters/issue-{number:05}.md",
        original=original,
        locales=tuple(code for code in LOCALES if code not in lacking),
        date=f"{1990 + number % 35}-{1 + number % 12:02}",
        front=tuple(drafter.front(title)),
        body=tuple(drafter.body(title)),
    )


@dataclass(slots=True)
class _Drafter:
    draw: random.Random
    number: int
    pages: int
    serials: Iterator[int] = field(default_factory=count)

    def front(self, title: Words) -> Iterator[Piece]:
        for key, words in (("title", title), ("summary", sentence(self.draw))):
            yield Piece(next(self.serials), BlockKind.FRONT_MATTER, words, f'{key}: "', '"', is_tight=True)

    def body(self, title: Words) -> Iterator[Piece]:
        yield self._piece(BlockKind.HEADING, title, "# ")
        yield self._piece(BlockKind.PARAGRAPH, self._paragraph(2), end="\n{ .lead }")
        extras = (self._nested, self._table, self._admonition, self._picture, self._numbered)
        topics = self.draw.sample(phrases("topic"), len(extras))
        for section, (topic, extra) in enumerate(zip(topics, extras, strict=True)):
            heading = joined(topic, phrase(self.draw, "place"), mark="")
            yield self._piece(BlockKind.HEADING, heading, "## ", f" {{ #part-{section} }}")
            yield self._piece(BlockKind.PARAGRAPH, self._paragraph(3, note=_NOTE if section == 0 else ""))
            yield from extra()
            yield self._piece(BlockKind.PARAGRAPH, self._paragraph(3))
        yield self._piece(BlockKind.FOOTNOTE, joined(phrase(self.draw, "footnote")), f"{_NOTE}: ")

    def _nested(self) -> Iterator[Piece]:
        for _ in range(3):
            yield self._piece(BlockKind.LIST_ITEM, sentence(self.draw), "- ", is_tight=True)
        for last in (False, False):
            yield self._piece(BlockKind.LIST_ITEM, sentence(self.draw), "    - ", is_tight=not last)
        yield self._piece(BlockKind.LIST_ITEM, self._linked(), "- ")

    def _numbered(self) -> Iterator[Piece]:
        for last in (False, False, False, True):
            yield self._piece(BlockKind.LIST_ITEM, sentence(self.draw), "1. ", is_tight=not last)

    def _table(self) -> Iterator[Piece]:
        first, second = phrases("column")
        header = {code: f"{first[code]} | {second[code]}" for code in LOCALES}
        yield self._piece(BlockKind.TABLE_ROW, header, "| ", " |", below="|---|--:|", is_tight=True)
        places = self.draw.sample(phrases("topic"), 5)
        for place in places:
            figure = self.draw.randrange(100, 1000)
            row = {code: f"{place[code]} | {figure}" for code in LOCALES}
            yield self._piece(BlockKind.TABLE_ROW, row, "| ", " |", is_tight=place is not places[-1])

    def _admonition(self) -> Iterator[Piece]:
        yield self._piece(BlockKind.TITLE, phrase(self.draw, "note"), '!!! note "', '"')
        yield self._piece(BlockKind.PARAGRAPH, self._paragraph(2), "    ", hang="    ")

    def _picture(self) -> Iterator[Piece]:
        target = f"](../../assets/pictures/{self.draw.choice(PICTURES)}.svg)"
        yield self._piece(BlockKind.ALT, sentence(self.draw), "![", target)

    def _piece(
        self,
        kind: BlockKind,
        texts: Words,
        mark: str = "",
        end: str = "",
        *,
        hang: str = "",
        below: str = "",
        is_tight: bool = False,
    ) -> Piece:
        return Piece(next(self.serials), kind, texts, mark, end, hang, below, is_tight)

    def _paragraph(self, sentences: int, note: str = "") -> Words:
        others = (counted, factual, lambda _: self._linked())
        parts = [sentence(self.draw) for _ in range(sentences)]
        parts.insert(self.draw.randrange(sentences + 1), self.draw.choice(others)(self.draw))
        return _set((*parts[:-1], joined(parts[-1], mark=note)))

    def _linked(self) -> Words:
        target = self.draw.randrange(self.pages)
        words, section = phrase(self.draw, "link"), self.draw.randrange(5)
        text = {code: f"([{words[code]}](issue-{target:05}.md#part-{section}))" for code in LOCALES}
        return joined(phrase(self.draw, "who"), phrase(self.draw, "does"), text)


def _set(sentences: Sequence[Words]) -> Words:
    """A paragraph as each language's editors set it: a line for each sentence, one long line, lines of one length."""
    parts = {code: [words[code] for words in sentences] for code in LOCALES}
    return {
        "sv": "\n".join(parts["sv"]),
        "ro": " ".join(parts["ro"]),
        "it": wrapped(" ".join(parts["it"])),
        "en": "\n".join(parts["en"]),
    }


def wrapped(text: str, width: int = 90) -> str:
    """A paragraph in lines of one length; a fact stays on its line."""
    held = text.replace("{{ ", "{{\0").replace(" }}", "\0}}")
    lines = textwrap.wrap(held, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\0", " ")
