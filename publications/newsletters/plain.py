"""Plain text: HTML of a text as people read it in a mail program without pictures and type."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from publications.paper.html_tree import Element, parse_html
from publications.paper.words import Node, Setting, element_nodes

_WIDTH = 76
_UNDERLINES = {1: "=", 2: "-"}


def plain_text(html: str, setting: Setting) -> str:
    """The words of HTML in lines of at most 76 characters, where they can be broken; footnotes stand at its end."""
    tree = parse_html(html)
    _unframe(tree)
    writer = _Writer()
    text = "\n\n".join(writer.blocks(element_nodes(tree, setting), _WIDTH))
    notes = "\n\n".join(
        textwrap.fill(
            note, _WIDTH, initial_indent=f"[{number}] ", subsequent_indent="    ", break_long_words=False
        )
        for number, note in enumerate(writer.notes, start=1)
    )
    return "\n\n".join(filter(None, [text, notes])).replace("\u00a0", " ") + "\n"


def _unframe(element: Element, *, is_framed: bool = False) -> None:
    """Take the tables for blocks that only set their words side by side."""
    for child in element.children:
        if not isinstance(child, Element):
            continue
        inside = is_framed
        if child.tag == "table":
            inside = child.attributes.get("role") == "presentation"
        if inside and child.tag in ("table", "tbody", "tr", "td"):
            child.tag = "div"
        _unframe(child, is_framed=inside)


@dataclass(frozen=True)
class _Writer:
    notes: list[str] = field(default_factory=list)

    def blocks(self, nodes: Sequence[Node], width: int) -> Iterator[str]:
        for node in nodes:
            yield from filter(None, self._block(node, width))

    def _block(self, node: Node, width: int) -> Iterator[str]:
        kind = node["kind"]
        if kind in ("paragraph", "note"):
            yield self._filled(self.words(node["body"]), width)
        elif kind == "heading":
            words = self._filled(self.words(node["body"]), width)
            line = _UNDERLINES.get(cast("int", node["level"]), "")
            yield f"{words}\n{line * max(map(len, words.split(chr(10))))}".rstrip("\n")
        elif kind == "list":
            yield self._list(node, width)
        elif kind == "table":
            rows = [node["header"], *cast("list[object]", node["rows"])]
            yield "\n".join(" | ".join(map(self.words, cast("list[object]", row))) for row in rows)
        elif kind == "quote":
            yield textwrap.indent("\n\n".join(self.blocks(cast("list[Node]", node["body"]), width - 2)), "> ")
        elif kind == "code":
            yield str(node["text"])
        elif (kind == "picture" and node["alt"]) or kind == "chart":
            yield f"[{node['alt']}]"

    def _list(self, node: Node, width: int) -> str:
        items = []
        for number, item in enumerate(cast("list[list[Node]]", node["items"]), start=1):
            mark = f"{number}. " if node["ordered"] else "- "
            text = "\n\n".join(self.blocks(item, width - len(mark)))
            items.append(mark + textwrap.indent(text, " " * len(mark))[len(mark) :])
        return "\n".join(items)

    def words(self, nodes: object) -> str:
        return "".join(map(self._words, cast("list[Node]", nodes))).strip()

    def _words(self, node: Node) -> str:
        kind = node["kind"]
        if kind == "text":
            return str(node["text"])
        if kind == "break":
            return "\n"
        if kind == "picture":
            return f"[{node['alt']}]" if node["alt"] else ""
        if kind == "footnote":
            self.notes.append(" ".join(self.blocks(cast("list[Node]", node["body"]), 10_000)))
            return f"[{len(self.notes)}]"
        words = "".join(map(self._words, cast("list[Node]", node["body"])))
        return _with_address(words, str(node["address"])) if kind == "link" else words

    def _filled(self, words: str, width: int) -> str:
        lines = (
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
            for line in words.split("\n")
        )
        return "\n".join("\n".join(line) for line in lines)


def _with_address(words: str, address: str) -> str:
    """A link's words, and its address where they are not the same: "www.example.org" says it."""
    target = address.removeprefix("mailto:")
    bare = target.partition("://")[2] or target
    return (
        words if words.strip().strip("/") in (target.strip("/"), bare.strip("/")) else f"{words} <{target}>"
    )
