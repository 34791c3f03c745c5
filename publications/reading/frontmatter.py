"""Front matter: the few lines of YAML that open a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

import yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Source:
    """A page's text, taken apart.

    front_matter: the YAML without its fences, "" when there is none.
    body: the Markdown below it.
    body_line: the line of the file, counted from 1, on which the body begins.
    """

    front_matter: str
    body: str
    body_line: int


def split(text: str) -> Source:
    """Take the front matter off a page; a fence that is never closed is part of the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Source("", text, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            return Source("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2)
    return Source("", text, 1)


def parse(front_matter: str) -> Mapping[str, object]:
    """The values of front matter; what YAML cannot read gives none (the checks say why)."""
    try:
        values = _load(front_matter)
    except UNREADABLE:
        return MappingProxyType({})
    return MappingProxyType(cast("dict[str, object]", values) if isinstance(values, dict) else {})


@dataclass(frozen=True, slots=True)
class Problem:
    """Why YAML cannot read front matter. line: of the front matter, counted from 1."""

    line: int
    reason: str


def problem(front_matter: str) -> Problem | None:
    """What keeps YAML from reading it as `key: value` lines, None when all is well."""
    try:
        values = _load(front_matter)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem(mark.line + 1 if mark else 1, error.problem or "")
    except UNREADABLE as error:
        return Problem(1, str(error).partition("\n")[0])
    if values is None or isinstance(values, dict):
        return None
    return Problem(1, "these lines are no list of `key: value`")


@dataclass(frozen=True, slots=True)
class Entry:
    """One key as it was typed, with its line of the front matter, counted from 1.

    key: "title", or "translation.source" for one within another.
    is_plain: its value was typed without quotes.
    """

    key: str
    line: int
    is_plain: bool


def entries(front_matter: str) -> tuple[Entry, ...]:
    """The keys in the order of the file, two levels deep; one typed twice comes twice."""
    try:
        _load(front_matter)
        root = yaml.compose(front_matter, Loader=_TextLoader)
    except UNREADABLE:
        return ()
    return tuple(_entries(root, ""))


def _entries(node: yaml.Node | None, parent: str) -> Iterator[Entry]:
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        key = f"{parent}{name.value}"
        is_plain = isinstance(value, yaml.ScalarNode) and not value.style
        yield Entry(key, name.start_mark.line + 1, is_plain)
        if not parent:
            yield from _entries(value, f"{key}.")


def _load(front_matter: str) -> object:
    if len(front_matter) > LONGEST:
        raise yaml.YAMLError(f"it is longer than {LONGEST} characters")
    return yaml.load(front_matter, Loader=_TextLoader)  # noqa: S506 (a SafeLoader)


class _TextLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML that leaves dates as they were typed: `2021-05-12` stays text, like `2021-05`."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

# Beyond about 25,000 brackets within brackets, libyaml takes the whole program down with it.
LONGEST = 10_000

# A number that is none ("0x_") is a ValueError, a word such as "<<: x" a TypeError of the constructor.
UNREADABLE = (yaml.YAMLError, ValueError, TypeError, RecursionError)
