"""Words: a text's HTML as nested values, which the poster's templates set in type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publications.paper.chart import chart_in, chart_shapes
from publications.paper.html_tree import Element, parse_html

Node = dict[str, object]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {
        "p",
        "ul",
        "ol",
        "table",
        "figure",
        "blockquote",
        "div",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "section",
        "details",
    }
)
_KINDS = {
    "strong": "strong",
    "b": "strong",
    "em": "emph",
    "i": "emph",
    "cite": "emph",
    "sup": "super",
    "sub": "sub",
}
_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What words need of their page.

    locale: the text's; address: makes a link of the text absolute; source: the line that names a chart's source.
    picture: the SVG of a picture's address, "" for one that is not shown; notes: HTML of the footnotes by their ids.
    """

    locale: str
    address: Callable[[str], str]
    source: Callable[[str], str]
    picture: Callable[[str], str] = lambda _: ""
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def inline_nodes(html: str, setting: Setting) -> list[Node]:
    """The words of a heading or a line."""
    return list(_Converter(setting).inline(parse_html(html)))


def block_nodes(html: str, setting: Setting, title: str = "") -> list[Node]:
    """Paragraphs, lists, tables and charts. title: of a chart that has none of its own."""
    return list(_Converter(setting, title).blocks(parse_html(html)))


def element_nodes(tree: Element, setting: Setting) -> list[Node]:
    """The same as `block_nodes`, of HTML that was parsed already."""
    return list(_Converter(setting).blocks(tree))


def plain_text(html: str) -> str:
    """The words alone, with single spaces."""
    return _SPACES.sub(" ", parse_html(html).text).strip()


@dataclass(frozen=True, slots=True)
class _Converter:
    setting: Setting
    title: str = ""

    def blocks(self, parent: Element) -> Iterator[Node]:
        """Words that stand between blocks are a paragraph of their own."""
        loose = Element("p", {})
        for child in parent.children:
            if isinstance(child, str) or child.tag not in _BLOCKS:
                loose.children.append(child)
                continue
            yield from self._paragraph(loose)
            loose = Element("p", {})
            yield from self._block(child)
        yield from self._paragraph(loose)

    def _block(self, element: Element) -> Iterator[Node]:
        if element.tag == "p":
            yield from self._paragraph(element)
        elif element.tag in ("ul", "ol"):
            items = [list(self.blocks(item)) for item in element.children if isinstance(item, Element)]
            yield {"kind": "list", "ordered": element.tag == "ol", "items": items}
        elif element.tag == "table":
            yield self._table(element)
        elif element.tag in _HEADINGS:
            yield {"kind": "heading", "level": int(element.tag[1]), "body": list(self.inline(element))}
        elif element.tag == "pre":
            yield {"kind": "code", "text": element.text.rstrip("\n")}
        elif element.tag == "blockquote":
            yield {"kind": "quote", "body": list(self.blocks(element))}
        elif element.tag == "dt":
            yield {"kind": "paragraph", "body": [{"kind": "strong", "body": list(self.inline(element))}]}
        elif element.tag == "figure" and "data-chart" in element.attributes:
            yield from self._chart(element)
        else:
            yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Node]:
        body = list(self.inline(element))
        if len(body) == 1 and body[0]["kind"] == "picture":
            yield body[0]
        elif body:
            yield self._in_language({"kind": "paragraph", "body": body}, element)

    def _table(self, table: Element) -> Node:
        rows = [[list(self.inline(cell)) for cell in row.find("th", "td")] for row in table.find("tr")]
        first = next(table.find("tr"), table)
        aligned = [
            "end" if "align-right" in cell.attributes.get("class", "") else "start"
            for cell in first.find("th", "td")
        ]
        return {"kind": "table", "header": rows[0] if rows else [], "rows": rows[1:], "align": aligned}

    def _chart(self, figure: Element) -> Iterator[Node]:
        caption = next(figure.find("figcaption"), None)
        chart = chart_in(figure, self.setting.locale, self.title)
        if caption:
            yield {"kind": "paragraph", "body": [{"kind": "strong", "body": list(self.inline(caption))}]}
        for child in figure.children:
            if isinstance(child, Element) and child.tag == "table" and chart:
                yield {"kind": "chart", **chart_shapes(chart)}
            elif isinstance(child, Element) and child.tag != "figcaption":
                yield from (_as_note(node) for node in self._block(child))
        if chart and (source := self.setting.source(chart.source)):
            yield _as_note({"kind": "paragraph", "body": [{"kind": "text", "text": source}]})

    def inline(self, parent: Element) -> Iterator[Node]:
        yield from _trimmed(list(self._inline(parent)))

    def _inline(self, parent: Element) -> Iterator[Node]:
        for child in parent.children:
            if isinstance(child, str):
                if child:
                    yield {"kind": "text", "text": _SPACES.sub(" ", child)}
            elif child.tag == "br":
                yield {"kind": "break"}
            elif child.tag == "img":
                if svg := self.setting.picture(child.attributes.get("src", "")):
                    yield {"kind": "picture", "svg": svg, "alt": child.attributes.get("alt", "")}
            elif child.tag == "sup" and (note := self._note(child)) is not None:
                yield {"kind": "footnote", "body": note}
            elif child.tag == "a" and child.attributes.get("href"):
                address = self.setting.address(child.attributes["href"])
                yield self._in_language(
                    {"kind": "link", "address": address, "body": list(self._inline(child))}, child
                )
            else:
                yield self._in_language(
                    {"kind": _KINDS.get(child.tag, "span"), "body": list(self._inline(child))}, child
                )

    def _note(self, sup: Element) -> list[Node] | None:
        """The footnote that a raised number refers to."""
        link = next(sup.find("a"), None)
        _, _, name = link.attributes.get("href", "").rpartition("#") if link else ("", "", "")
        return list(self.blocks(parse_html(self.setting.notes[name]))) if name in self.setting.notes else None

    def _in_language(self, node: Node, element: Element) -> Node:
        language = element.attributes.get("lang")
        if language and language != self.setting.locale:
            return {**node, "lang": language}
        return node


def _as_note(node: Node) -> Node:
    return {**node, "kind": "note"} if node["kind"] == "paragraph" else node


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Without spaces at the ends, or twice where a comment stood between two."""
    kept: list[Node] = []
    for node in nodes:
        if node["kind"] == "text":
            text = str(node["text"])
            if not kept or (kept[-1]["kind"] == "text" and str(kept[-1]["text"]).endswith(" ")):
                text = text.lstrip(" \n")
            if not text:
                continue
            node = {**node, "text": text}  # noqa: PLW2901 (the same node, trimmed)
        kept.append(node)
    while kept and kept[-1]["kind"] == "text" and not str(kept[-1]["text"]).strip(" "):
        kept.pop()
    if kept and kept[-1]["kind"] == "text":
        kept[-1] = {**kept[-1], "text": str(kept[-1]["text"]).rstrip(" ")}
    return kept
