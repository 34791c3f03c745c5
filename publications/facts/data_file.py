"""Data files: the YAML below data/, read with the line of every key, so that a fault is shown where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import yaml

from publications.faults import Fault, did_you_mean

_MOST_BRACKETS = 5_000
_NOTHING: Mapping[str, Node] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """One value. line: of its key, counted from 1; text: as typed, so that 3.0 stays 3.0 and dates stay text."""

    line: int
    text: str = ""
    items: tuple[Node, ...] = ()
    entries: Mapping[str, Node] = field(default_factory=lambda: _NOTHING)

    @property
    def is_text(self) -> bool:
        return not self.items and not self.entries


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of `key: value`. path: below the project's root; faults: why it, or a part of it, was not read."""

    path: str
    entries: Mapping[str, Node] = field(default_factory=lambda: _NOTHING)
    faults: tuple[Fault, ...] = ()


def read_data_file(root: Path, path: str) -> DataFile:
    """Read a file below the project's root; one that is not there has no entries and no faults."""
    file = root / path
    if not file.is_file():
        return DataFile(path)
    try:
        return _read(file.read_bytes().decode("utf-8-sig"), path)
    except UnicodeDecodeError:
        return DataFile(path, faults=(Fault(path, 0, "is not UTF-8. Save it as UTF-8.", rule="not-utf-8"),))


def _read(text: str, path: str) -> DataFile:
    faults: list[Fault] = []
    try:
        if "*" in text and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            return DataFile(path, faults=(_fault(path, 0, "repeats a part by `*name`. Write it out."),))
        node = _composed(text)
        if node is None:
            return DataFile(path)
        if not isinstance(node, yaml.MappingNode):
            return DataFile(path, faults=(_fault(path, 1, "this is no list of `key: value`."),))
        entries = _entries(node, path, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = f"cannot be read: {error.problem}. Check the indentation, colons and quotes."
        return DataFile(path, faults=(_fault(path, mark.line + 1 if mark else 0, reason),))
    except (yaml.YAMLError, RecursionError) as error:
        return DataFile(path, faults=(_fault(path, 0, f"cannot be read: {str(error).splitlines()[0]}."),))
    return DataFile(path, entries, tuple(faults))


def unknown_keys(entries: Mapping[str, Node], known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Line and message of each key that nobody reads."""
    for key, node in entries.items():
        if key not in known:
            yield node.line, f"'{key}' means nothing here. {did_you_mean(key, known)}"


def _composed(text: str) -> yaml.Node | None:
    """By the loader in C, ten times as fast; what that cannot read is told by the other, which has better words for it."""
    # Beyond about 25,000 brackets within brackets, libyaml takes the whole program down with it.
    if text.count("[") + text.count("{") < _MOST_BRACKETS:
        try:
            return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError:
            pass
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _entries(node: yaml.MappingNode, path: str, faults: list[Fault]) -> Mapping[str, Node]:
    found: dict[str, Node] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        name = str(key.value)
        if name in found:
            message = (
                f"'{name}' stands on line {found[name].line} already. Delete one, or give it another name."
            )
            faults.append(_fault(path, line, message))
            continue
        found[name] = _node(value, line, path, faults)
    return MappingProxyType(found)


def _node(value: yaml.Node, line: int, path: str, faults: list[Fault]) -> Node:
    if isinstance(value, yaml.MappingNode):
        return Node(line, entries=_entries(value, path, faults))
    if isinstance(value, yaml.SequenceNode):
        items = (_node(item, item.start_mark.line + 1, path, faults) for item in value.value)
        return Node(line, items=tuple(items))
    is_null = isinstance(value, yaml.ScalarNode) and value.tag.endswith(":null")
    return Node(line, "" if is_null else str(value.value))


def _fault(path: str, line: int, message: str) -> Fault:
    return Fault(path, line, message, rule="data-file")
