"""Front matter: the few lines of YAML that open a page."""

from __future__ import annotations

from collections.abc import Mapping
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
        values = yaml.load(front_matter, Loader=_TextLoader)  # noqa: S506 (a SafeLoader)
    except yaml.YAMLError:
        return MappingProxyType({})
    return MappingProxyType(cast("dict[str, object]", values) if isinstance(values, dict) else {})


class _TextLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML that leaves dates as they were typed: `2021-05-12` stays text, like `2021-05`."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
