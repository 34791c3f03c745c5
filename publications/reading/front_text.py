"""The values of front matter that readers are shown, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

# The loader in C, where the machine has it, is ten times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TEXT_KEYS = frozenset({"title", "subtitle", "summary", "description", "lead", "alt", "caption"})


@dataclass(frozen=True, slots=True)
class FrontText:
    """key: "image.alt" for a nested value; line: of the YAML, counted from 1."""

    key: str
    text: str
    line: int
    end_line: int


def read_front_text(front_matter: str) -> tuple[FrontText, ...]:
    """The text values in the order of the file; YAML that cannot be read has none."""
    try:
        root = yaml.compose(front_matter, Loader=_Loader)
    except yaml.YAMLError:
        return ()
    return tuple(_texts(root, "", set()))


def _texts(node: yaml.Node | None, key: str, seen: set[int]) -> Iterator[FrontText]:
    if node is None or id(node) in seen:  # an alias names a text that was read already
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _texts(value, f"{key}.{name.value}".lstrip("."), seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _texts(value, key, seen)
    elif isinstance(node, yaml.ScalarNode) and key.rpartition(".")[2] in TEXT_KEYS and node.value.strip():
        last = node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
        yield FrontText(
            key, node.value.strip(), node.start_mark.line + 1, max(node.start_mark.line, last) + 1
        )
