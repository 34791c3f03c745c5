"""Front matter: the few lines of YAML that open a page, composed once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast

import yaml

from publications.reading.front_values import Entry, FrontText, Value, entries_in, texts_in

FENCE = "---"
_Result = TypeVar("_Result")


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


@dataclass(frozen=True, slots=True)
class Problem:
    """Why YAML cannot read front matter. line: of the front matter, counted from 1."""

    line: int
    reason: str


def split(text: str) -> Source:
    """Take the front matter off a page; a fence that is never closed is part of the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Source("", text, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            return Source("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2)
    return Source("", text, 1)


@dataclass(frozen=True)
class Front:
    """What YAML reads of some lines; what it cannot read has no parts, and `problem` says why."""

    text: str

    @property
    def root(self) -> yaml.Node | None:
        """The composed node, with the marks of all that is in it; nobody may write into it."""
        return self._composed[0]

    @cached_property
    def values(self) -> Mapping[str, object]:
        """Key → value; dates are left as they were typed: `2021-05-12` is text, like `2021-05`."""
        values, _ = self._constructed
        return MappingProxyType(cast("dict[str, object]", values) if isinstance(values, dict) else {})

    @property
    def problem(self) -> Problem | None:
        """What keeps YAML from reading it as `key: value` lines, None when all is well."""
        values, problem = self._constructed
        if problem or values is None or isinstance(values, dict):
            return problem
        return Problem(1, "these lines are no list of `key: value`")

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The keys in the order of the file, two levels deep; one typed twice comes twice."""
        return () if self._constructed[1] else tuple(entries_in(self.root))

    @cached_property
    def texts(self) -> tuple[FrontText, ...]:
        """The values that readers are shown, in the order of the file."""
        return tuple(texts_in(self.root))

    def get(self, name: str) -> Value | None:
        """The value of a key of the first level, with its line."""
        return Value(self.root).get(name) if self.root else None

    @cached_property
    def _composed(self) -> tuple[yaml.Node | None, Problem | None]:
        if len(self.text) > LONGEST:
            return None, Problem(1, f"it is longer than {LONGEST} characters")
        return _attempt(self._compose)

    @cached_property
    def _constructed(self) -> tuple[object, Problem | None]:
        root, problem = self._composed
        if root is None:
            return None, problem
        # To merge keys ("<<"), PyYAML writes into the nodes that it constructs from.
        own = self._compose() if "<<" in self.text else root
        return _attempt(lambda: yaml.constructor.SafeConstructor().construct_document(own))

    def _compose(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=_TextLoader)


def _attempt(work: Callable[[], _Result]) -> tuple[_Result | None, Problem | None]:
    try:
        return work(), None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, Problem(mark.line + 1 if mark else 1, error.problem or "")
    except UNREADABLE as error:
        return None, Problem(1, str(error).partition("\n")[0])


class _TextLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML that leaves dates as they were typed. The loader in C, where there is one, is ten times as fast."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

# Beyond about 25,000 brackets within brackets, libyaml takes the whole program down with it.
LONGEST = 10_000

# A number that is none ("0x_") is a ValueError, a word such as "<<: x" a TypeError of the constructor.
UNREADABLE = (yaml.YAMLError, ValueError, TypeError, RecursionError)
