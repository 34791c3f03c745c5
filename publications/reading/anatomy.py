"""Anatomy: the headings, ids and links of a page, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class LinkKind(StrEnum):
    """How a link was written, which decides where its address counts from."""

    LINK = "link"
    PICTURE = "picture"
    HTML = "address in HTML"


@dataclass(frozen=True, slots=True)
class Heading:
    """id: its address within the page; is_explicit: whether the author gave it (`{ #id }`)."""

    level: int
    words: str
    id: str
    line: int
    is_explicit: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture. target: as typed."""

    target: str
    line: int
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Id:
    """An id that something other than a heading was given."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A `[text][label]` or `[^label]` whose label is defined nowhere on the page."""

    text: str
    label: str
    line: int


@dataclass(frozen=True)
class Anatomy:
    """What a page's Markdown consists of, in the order of the file; nothing of it stands in code or comments."""

    headings: tuple[Heading, ...] = ()
    given_ids: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everything that a link can end with after `#`."""
        return frozenset((*(found.id for found in self.headings), *(found.name for found in self.given_ids)))
