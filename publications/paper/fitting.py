"""Fitting: every box of a poster holds its text, or the fault says how much it is over, and where to shorten it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publications.layouts.drawing import Drawing
from publications.paper.words import plain_text

# Millimetres that nobody sees.
_TOLERANCE = 0.05
_SENTENCE = re.compile(r".+?(?:[.!?]+(?=\s|$)|$)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Overflow:
    """A box that is too small for its words.

    section: the id of its section, "" for the sheet's own boxes; box: the id of its heading, or "head";
    over: millimetres; sentence: the one at which the box is full.
    """

    component: str
    box: str
    over: float
    sentence: str


def overflows(measured: list[Mapping[str, object]], infographic: Drawing) -> Iterator[Overflow]:
    """The boxes that are too small, by what the templates measured: component, box, need and have in millimetres."""
    texts = dict(_texts(infographic))
    for box in measured:
        need, have = float(str(box["need"])), float(str(box["have"]))
        if need > have + _TOLERANCE:
            name = str(box["box"])
            sentence = _sentence_at(texts.get(name, ""), have / need)
            yield Overflow(str(box["component"]), name, need - have, sentence)


def _texts(infographic: Drawing) -> Iterator[tuple[str, str]]:
    yield "head", plain_text(f"{infographic.title} {infographic.opening}")
    for section in infographic.sections:
        own = plain_text(section.body)
        parts = [(part.id, plain_text(part.body)) for part in section.parts]
        yield section.id, " ".join((own, *(text for _, text in parts)))
        yield from parts


def _sentence_at(text: str, share: float) -> str:
    """The sentence that stands at that share of a text."""
    end = 0
    for match in _SENTENCE.finditer(text):
        end = match.end()
        if end >= share * len(text):
            return match[0].strip()
    return text[end:].strip()
