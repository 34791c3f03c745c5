"""The tree: pandoc's syntax tree, without what our pages do not have (https://hackage.haskell.org/package/pandoc-types)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from publications.importing.losses import Loss

Node = dict[str, Any]

_NOTHING: list[Any] = ["", [], []]  # no id, class or attribute
_FOOTNOTE = re.compile(r"#(?P<id>sdfootnote\d+|ftn\d+|_ftn\d+)(?:sym)?$")
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Cleaned:
    """tree: as pandoc reads it; title: taken out of it; words: all that it says; pictures: their addresses."""

    tree: Node
    title: str
    words: str
    pictures: tuple[str, ...]
    losses: tuple[Loss, ...]


def cleaned(tree: Node) -> Cleaned:
    """The tree with sections from the second level on, tight lists, and nothing that Markdown would write as HTML."""
    cleaner = _Cleaner(dict(_notes(tree["blocks"])))
    blocks = cleaner.nodes(tree["blocks"])
    title, blocks = _title(tree, blocks)
    levels = [block["c"][0] for block in _headers(blocks)]
    for header in _headers(blocks):
        header["c"][0] = max(2, min(6, header["c"][0] - min(levels) + 2))
    clean = {"pandoc-api-version": tree["pandoc-api-version"], "meta": {}, "blocks": blocks}
    words = f"{title} {words_of(blocks)} {words_of(list(_noted(blocks)))}"
    return Cleaned(clean, title, words, tuple(dict.fromkeys(cleaner.pictures)), tuple(cleaner.losses))


def words_of(node: Any) -> str:  # noqa: ANN401 (a tree of pandoc)
    """All words below a node."""
    if isinstance(node, list):
        return "".join(map(words_of, node))
    if not isinstance(node, dict):
        return ""
    if node.get("t") == "Str":
        return str(node["c"])
    if node.get("t") in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return "" if node.get("t") == "Note" else words_of(node.get("c"))


def _noted(node: Any) -> Iterator[Node]:  # noqa: ANN401 (a tree of pandoc)
    """What stands in the footnotes below a node."""
    if isinstance(node, dict) and node.get("t") == "Note":
        yield from node["c"]
    for part in node if isinstance(node, list) else node.values() if isinstance(node, dict) else ():
        yield from _noted(part)


def _title(tree: Node, blocks: list[Node]) -> tuple[str, list[Node]]:
    """The title that the file's own style gives, else a first headline or a first short line of its own."""
    if found := words_of(tree.get("meta", {}).get("title", {}).get("c")).strip():
        return found, blocks
    if not blocks:
        return "", blocks
    first, words = blocks[0], words_of(blocks[0]).strip()
    highest = min((block["c"][0] for block in _headers(blocks)), default=0)
    is_headline = first["t"] == "Header" and first["c"][0] == highest
    is_line = (
        first["t"] in ("Para", "Plain") and words and len(words) <= _LONGEST_TITLE and not words.endswith(".")
    )
    return (words, blocks[1:]) if is_headline or is_line else ("", blocks)


def _headers(blocks: list[Node]) -> list[Node]:
    return [block for block in blocks if block["t"] == "Header"]


def _notes(blocks: list[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Footnotes that HTML from LibreOffice and Word has as boxes at its end, by their ids."""
    for block in blocks:
        if block["t"] == "Div":
            if re.fullmatch(r"(?:sdfootnote|ftn|_ftn)\d+", block["c"][0][0]):
                yield block["c"][0][0], block["c"][1]
            yield from _notes(block["c"][1])


@dataclass
class _Cleaner:
    """Each method that is named after a kind of node gives what takes its place."""

    notes: dict[str, list[Node]]
    pictures: list[str] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    def nodes(self, nodes: list[Node]) -> list[Node]:
        return [kept for node in nodes for kept in self._node(node)]

    def _node(self, node: Node) -> list[Node]:
        change = getattr(self, f"_{node['t'].lower()}", None)
        if change:
            found: list[Node] = change(node["c"])
            return found
        return [{**node, "c": self._anything(node["c"])}] if "c" in node else [node]

    def _anything(self, content: Any) -> Any:  # noqa: ANN401 (a tree of pandoc)
        """Lists of nodes wherever they stand, such as in the cells of a table."""
        if not isinstance(content, list):
            return content
        if content and all(isinstance(node, dict) and "t" in node for node in content):
            return self.nodes(content)
        return [self._anything(part) for part in content]

    def _div(self, content: Any) -> list[Node]:  # noqa: ANN401
        (name, _, pairs), blocks = content
        title = dict(pairs).get("title")
        if name in self.notes:
            return []
        if title in ("header", "footer"):
            self.losses.append(Loss(f"the page {title}", f"“{words_of(blocks).strip()}”"))
            return []
        return self.nodes(blocks)

    def _rawblock(self, content: Any) -> list[Node]:  # noqa: ANN401
        self.losses.append(Loss("the text", f"a piece of {content[0]}: “{content[1].strip()[:60]}”"))
        return []

    def _header(self, content: Any) -> list[Node]:  # noqa: ANN401
        return [{"t": "Header", "c": [content[0], _NOTHING, _unbold(self.nodes(content[2]))]}]

    def _para(self, content: list[Node]) -> list[Node]:
        inlines = self.nodes(content)
        is_shown = words_of(inlines).strip() or any(inline["t"] == "Image" for inline in inlines)
        return [{"t": "Para", "c": inlines}] if is_shown else []

    def _bulletlist(self, items: list[list[Node]]) -> list[Node]:
        return [{"t": "BulletList", "c": [_tight(self.nodes(item)) for item in items]}]

    def _orderedlist(self, content: Any) -> list[Node]:  # noqa: ANN401
        return [{"t": "OrderedList", "c": [content[0], [_tight(self.nodes(item)) for item in content[1]]]}]

    def _underline(self, content: list[Node]) -> list[Node]:
        return self.nodes(content)  # a style that pages do not have; its words stay

    _smallcaps = _underline

    def _span(self, content: Any) -> list[Node]:  # noqa: ANN401
        return self.nodes(content[1])

    def _rawinline(self, _content: object) -> list[Node]:
        return []

    def _image(self, content: Any) -> list[Node]:  # noqa: ANN401
        address = content[2][0]
        if "://" in address:
            self.losses.append(Loss(f"picture {address}", "it lies on another site, and was not fetched"))
            return []
        self.pictures.append(address)
        return [{"t": "Image", "c": [_NOTHING, content[1], [address, ""]]}]

    def _link(self, content: Any) -> list[Node]:  # noqa: ANN401
        address = content[2][0]
        note = _FOOTNOTE.search(address)
        if note and note["id"] in self.notes:
            return [{"t": "Note", "c": self.nodes(_without_number(self.notes[note["id"]]))}]
        return [{"t": "Link", "c": [_NOTHING, self.nodes(content[1]), [address, ""]]}]


def _without_number(blocks: list[Node]) -> list[Node]:
    """A footnote without the link back that it begins with."""
    if not blocks or blocks[0]["t"] not in ("Para", "Plain"):
        return blocks
    inlines = blocks[0]["c"]
    while inlines and (inlines[0]["t"] in ("Link", "Space", "Span")):
        inlines = inlines[1:]
    return [{"t": blocks[0]["t"], "c": inlines}, *blocks[1:]]


def _unbold(inlines: list[Node]) -> list[Node]:
    """A headline is bold already."""
    return inlines[0]["c"] if len(inlines) == 1 and inlines[0]["t"] == "Strong" else inlines


def _tight(item: list[Node]) -> list[Node]:
    """A list item of one paragraph, as it was typed: without empty lines."""
    paragraphs = [block for block in item if block["t"] in ("Para", "Plain")]
    if len(paragraphs) != 1 or item[0]["t"] not in ("Para", "Plain"):
        return item
    return [{"t": "Plain", "c": item[0]["c"]}, *item[1:]]
