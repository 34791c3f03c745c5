"""HTML as a tree of elements, for what is made of a page's text besides the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "col", "wbr"})


@dataclass
class Element:
    """A tag with what stands in it; the root has no name."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, with the spaces they were typed with."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def find(self, *tags: str) -> Iterator[Element]:
        """Every element of these names within, in the order of the text."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.find(*tags)


class _Parser(HTMLParser):
    """Builds the tree of Python-Markdown's HTML, which closes what it opens; comments are not read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse_html(html: str) -> Element:
    """The tree of a piece of HTML."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.open[0]
