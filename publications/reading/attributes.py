"""Attribute lists: `{ #id .class width=300 }` after a heading, a picture or a block."""

from __future__ import annotations

import re

LIST = re.compile(r"(?<!\{)\{(?::[^{}\n]*|[^\S\n]*(?=[#.]\w|[\w:-]+=)[^{}\n]*)\}(?!\})")
ATTRIBUTE_LIST = re.compile(rf"[^\S\n]*{LIST.pattern}")
_ATTRIBUTE = re.compile(
    r"""#(?P<id>[^\s}]+)|\.(?P<cls>[^\s}]+)|(?P<key>[\w:-]+)=(?P<value>"[^"]*"|'[^']*'|[^\s}]+)"""
)

Attributes = tuple[tuple[str, str], ...]


def read_attributes(text: str) -> Attributes:
    """The pairs of the list at the end of a text, classes as ("class", "a b"); empty when there is none."""
    lists = list(ATTRIBUTE_LIST.finditer(text))
    if not lists or text[lists[-1].end() :].strip():
        return ()
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(lists[-1].group()):
        if match["cls"]:
            found["class"] = f"{found.get('class', '')} {match['cls']}".strip()
        else:
            found[match["key"] or "id"] = match["id"] or match["value"].strip("\"'")
    return tuple(found.items())


def without_attributes(text: str) -> str:
    """The text without its attribute lists."""
    return ATTRIBUTE_LIST.sub("", text)
