"""Original data: the Markdown of a text's codes as XLIFF 2 keeps it, beside the text and not in it.

A code is a `<pc>` around its words, or a `<ph>`; what was typed for it is a `<data>` of `<originalData>`, once for all codes
that were typed alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from publications.agencies.inline import add_words
from publications.agencies.markup import SPACE, Element, add
from publications.editing.segment import CodeName, PartKind, Segment

_TYPES = {
    CodeName.STRONG: ("fmt", "xlf:b"),
    CodeName.EMPHASIS: ("fmt", "xlf:i"),
    CodeName.BREAK: ("fmt", "xlf:lb"),
    CodeName.LINK: ("link", "pubs:link"),
    CodeName.PICTURE: ("image", "pubs:picture"),
}


def add_texts(element: Element, kept: Element, texts: Mapping[str, Segment]) -> None:
    """Texts by the names of their elements, such as "source". kept: `<originalData>`, which goes when it stays empty."""
    data: dict[str, str] = {}
    for name, segment in texts.items():
        _add_parts(add(element, name, **{SPACE: "preserve"}), segment, data)
    for typed, name in data.items():
        add(kept, "data", typed, id=name, **{SPACE: "preserve"})
    if not data:
        kept.getparent().remove(kept)


def _add_parts(element: Element, parts: Segment, data: dict[str, str]) -> None:
    """data: Markdown → its id in `<originalData>`."""
    ends = {part.number: part.typed for part in parts if part.kind is PartKind.CLOSE}
    opened = [element]
    for part in parts:
        if part.kind is PartKind.TEXT:
            add_words(opened[-1], part)
            continue
        if part.kind is PartKind.CLOSE:
            opened.pop()
            continue
        kind, sub = _TYPES.get(part.name or CodeName.TAG, ("other", f"pubs:{part.name}"))
        told = {"id": str(part.number), "canCopy": "no", "canDelete": "no", "type": kind, "subType": sub}
        if part.kind is PartKind.OPEN:
            refs = {"dataRefStart": _ref(part.typed, data), "dataRefEnd": _ref(ends[part.number], data)}
            opened.append(add(opened[-1], "pc", **told, **refs))
        else:
            add(opened[-1], "ph", **told, dataRef=_ref(part.typed, data), disp=part.typed.strip())


def _ref(typed: str, data: dict[str, str]) -> str:
    return data.setdefault(typed, f"d{len(data) + 1}")
