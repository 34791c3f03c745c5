"""Attribute lists: `{ #id .class width=300 }` after a heading, a picture or a block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

LIST = re.compile(r"(?<!\{)\{(?::[^{}\n]*|[^\S\n]*(?=[#.]\w|[\w:-]+=)[^{}\n]*)(?<!\\)\}(?!\})")
"""What looks like a list. Whether it is one, and no text like any other, is told by the parse alone."""

LISTS = "lists"
"""In `meta` of an inline token: where the lists stand in its content, as (start, end)."""

_ATTRIBUTE = re.compile(
    r"""#(?P<id>[^\s}]+)|\.(?P<cls>[^\s}]+)|(?P<key>[\w:-]+)=(?P<value>"[^"]*"|'[^']*'|[^\s}]+)"""
)

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListedText:
    """A text as typed, and as it is shown: without its attribute lists. attributes: of the list at its end."""

    typed: str
    shown: str
    attributes: Attributes = ()


def read_attributes(typed: str) -> Attributes:
    """The pairs of a list, classes as ("class", "a b")."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(typed):
        if match["cls"]:
            found["class"] = f"{found.get('class', '')} {match['cls']}".strip()
        else:
            found[match["key"] or "id"] = match["id"] or match["value"].strip("\"'")
    return tuple(found.items())


def read_listed_text(inline: Token) -> ListedText:
    """The text of an inline token that was parsed."""
    typed, lists = inline.content, inline.meta.get(LISTS, ())
    shown, done = "", 0
    for start, end in lists:
        shown, done = f"{shown}{typed[done:start]}".rstrip(" \t"), end
    is_at_end = bool(lists) and not typed[done:].strip()
    attributes = read_attributes(typed[slice(*lists[-1])]) if is_at_end else ()
    return ListedText(typed, shown + typed[done:], attributes)
