"""The values of front matter, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

TEXT_KEYS = frozenset({"title", "subtitle", "summary", "description", "lead", "alt", "caption"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One key as it was typed, with its line of the front matter, counted from 1.

    key: "title", or "translation.source" for one within another.
    is_plain: its value was typed without quotes.
    """

    key: str
    line: int
    is_plain: bool


@dataclass(frozen=True, slots=True)
class FrontText:
    """A value that readers are shown. key: "image.alt" for a nested one; lines: as in `Entry`.

    start, end: where in the front matter it was typed; style: the sign that YAML reads it by, `"` or `|`, "" without.
    """

    key: str
    text: str
    line: int
    end_line: int
    start: int = 0
    end: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that knows its line of the file, so that a fault can name it."""

    node: yaml.Node

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 2

    @property
    def value(self) -> object:
        """Text, number, truth or None; a list or mapping gives itself, which is neither None nor a truth."""
        if not isinstance(self.node, yaml.ScalarNode):
            return self.node
        if self.node.tag == "tag:yaml.org,2002:null":
            return None
        if self.node.tag == "tag:yaml.org,2002:bool":
            return self.node.value.lower() in ("true", "yes", "on")
        return self.node.value

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def get(self, name: str) -> Value | None:
        """The value of a key, None when there is none of that name."""
        return next((Value(value) for key, value in self._entries() if Value(key).value == name), None)

    def names(self) -> tuple[Value, ...]:
        return tuple(Value(key) for key, _ in self._entries())

    def items(self) -> tuple[Value, ...]:
        """The parts of a list, none for anything else."""
        return tuple(map(Value, self.node.value)) if isinstance(self.node, yaml.SequenceNode) else ()

    def _entries(self) -> list[tuple[yaml.Node, yaml.Node]]:
        return self.node.value if isinstance(self.node, yaml.MappingNode) else []


def entries_in(node: yaml.Node | None, parent: str = "") -> Iterator[Entry]:
    """The keys in the order of the file, two levels deep; one typed twice comes twice."""
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        key = f"{parent}{name.value}"
        is_plain = isinstance(value, yaml.ScalarNode) and not value.style
        yield Entry(key, name.start_mark.line + 1, is_plain)
        if not parent:
            yield from entries_in(value, f"{key}.")


def texts_in(node: yaml.Node | None, key: str = "", seen: set[int] | None = None) -> Iterator[FrontText]:
    """The values that readers are shown, in the order of the file."""
    seen = set() if seen is None else seen
    if node is None or id(node) in seen:  # an alias names a text that was read already
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from texts_in(value, f"{key}.{name.value}".lstrip("."), seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from texts_in(value, key, seen)
    elif isinstance(node, yaml.ScalarNode) and key.rpartition(".")[2] in TEXT_KEYS and node.value.strip():
        first, end = node.start_mark.line + 1, node.end_mark
        last = end.line + 1 if end.column else end.line
        yield FrontText(
            key,
            node.value.strip(),
            first,
            max(first, last),
            node.start_mark.index,
            end.index,
            node.style or "",
        )
