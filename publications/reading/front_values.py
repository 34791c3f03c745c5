"""Front matter as values that know their line, so that a fault can name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

# The loader in C, where the machine has it, is ten times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of front matter. value: text, number, truth or None; a list or mapping has its parts instead."""

    node: yaml.Node
    line: int

    @property
    def value(self) -> object:
        """The value of a scalar; a list or mapping gives itself, which is neither None nor a truth."""
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
        return next((value for key, value in self._entries() if key.value == name), None)

    def names(self) -> tuple[Value, ...]:
        return tuple(key for key, _ in self._entries())

    def items(self) -> tuple[Value, ...]:
        """The parts of a list, none for anything else."""
        parts = self.node.value if isinstance(self.node, yaml.SequenceNode) else ()
        return tuple(_value(part) for part in parts)

    def _entries(self) -> Iterator[tuple[Value, Value]]:
        if isinstance(self.node, yaml.MappingNode):
            yield from ((_value(key), _value(value)) for key, value in self.node.value)


@dataclass(frozen=True, slots=True)
class FrontValues:
    """The values of a page's front matter; empty when YAML cannot read it (the checks say why)."""

    root: Value | None = None

    @classmethod
    def read(cls, front_matter: str) -> FrontValues:
        """front_matter: the YAML between its fences, which begins on the file's second line."""
        try:
            node = yaml.compose(front_matter, Loader=_Loader)
        except yaml.YAMLError:
            return cls()
        return cls(None if node is None else _value(node))

    def get(self, name: str) -> Value | None:
        return self.root.get(name) if self.root else None


def _value(node: yaml.Node) -> Value:
    return Value(node, node.start_mark.line + 2)
