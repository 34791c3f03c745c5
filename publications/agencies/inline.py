"""Inline: the words and codes of a segment as elements of XML, and elements as a flat text (see `codes`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from publications.agencies.codes import flat, mark
from publications.agencies.markup import Element, add, append_text, name_of
from publications.editing.segment import Part, PartKind, Segment

NATIVE = {PartKind.OPEN: "bpt", PartKind.CLOSE: "ept", PartKind.ALONE: "ph"}
"""Elements whose content is a code as it was typed, in XLIFF 1.2 and in TMX."""


@dataclass(frozen=True, slots=True)
class Inline:
    """How a format writes codes. kinds: by the element's name; around: elements that have their words inside them.

    numbers: the attributes that may have a code's number, the best first. Any other element is looked through, since a
    tool has put it around words of its own accord.
    """

    kinds: Mapping[str, PartKind]
    around: Collection[str] = ()
    numbers: tuple[str, ...] = ("id",)

    def line(self, element: Element | None) -> str:
        """What is in an element, as a flat text."""
        return "" if element is None else "".join(self._flat(element))

    def _flat(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for one in element:
            name, number = name_of(one), self._number(one)
            if name in self.kinds:
                yield mark(self.kinds[name], number)
            elif name in self.around:
                yield mark(PartKind.OPEN, number)
                yield from self._flat(one)
                yield mark(PartKind.CLOSE, number)
            elif name == "cp":  # a letter that XML cannot hold
                yield "\ufffd"
            elif name:
                yield from self._flat(one)
            yield one.tail or ""

    def _number(self, element: Element) -> int:
        """A code's number; 0, which none has, for one that a tool has made up."""
        typed = next((value for name in self.numbers if (value := element.get(name))), "")
        return int(typed) if typed.isdigit() else 0


def add_native(element: Element, segment: Segment, told: Callable[[Part], Mapping[str, str]]) -> None:
    """A segment with the code as it was typed in elements of their own. told: the attributes of a code."""
    for part in segment:
        if part.kind is PartKind.TEXT:
            add_words(element, part)
        else:
            add(element, NATIVE[part.kind], part.typed, **told(part))


def add_words(element: Element, part: Part) -> None:
    """Words with their line ends as spaces: where lines end in a page means nothing to its translator."""
    append_text(element, flat([part]).replace("\n", " "))
