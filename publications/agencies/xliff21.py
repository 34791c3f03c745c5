"""XLIFF 2.1: the same for newer tools.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html. A page is a `<file>` with its `<skeleton>`, a
block a `<unit>` of one segment; the Markdown of `<pc>` and `<ph>` is in `<originalData>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from publications.agencies.codes import flat, mark
from publications.agencies.enclosed import disclose, enclose
from publications.agencies.markup import (
    SPACE,
    Element,
    add,
    all_text,
    append_text,
    below,
    child,
    document,
    name_of,
    parsed,
    written,
)
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import CodeName, PartKind, Segment

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_TYPES = {
    CodeName.STRONG: ("fmt", "xlf:b"),
    CodeName.EMPHASIS: ("fmt", "xlf:i"),
    CodeName.BREAK: ("fmt", "xlf:lb"),
    CodeName.LINK: ("link", "pubs:link"),
    CodeName.PICTURE: ("image", "pubs:picture"),
}
_STATES = {Progress.NEW: "initial", Progress.CHANGED: "initial", Progress.DONE: "final"}
_CONFIRMED = frozenset({"translated", "reviewed", "final"})


def write(parcel: Parcel) -> bytes:
    """The document."""
    languages = {"srcLang": parcel.source_locale, "trgLang": parcel.locale}
    root = document(NAMESPACE, "xliff", {"version": "2.1", **languages})
    for number, sheet in enumerate(parcel.sheets, start=1):
        _add_sheet(root, parcel, sheet, number)
    return written(root)


def read(data: bytes) -> tuple[ReturnedSheet, ...]:
    """What came back in one; a ValueError for what is no XML."""
    root = parsed(data)
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    return tuple(_sheet(file, languages) for file in below(root, "file"))


def _add_sheet(root: Element, parcel: Parcel, sheet: Sheet, number: int) -> None:
    file = add(root, "file", id=f"f{number}", original=sheet.file)
    add(file, "skeleton", enclose(sheet.enclosed))
    notes = add(file, "notes")
    add(notes, "note", sheet.title, category="title")
    add(notes, "note", parcel.project, category="project")
    add(notes, "note", str(sum(unit.words for unit in sheet.units)), category="words")
    for unit in sheet.units:
        _add_unit(file, sheet, unit)


def _add_unit(file: Element, sheet: Sheet, unit: Unit) -> None:
    element = add(file, "unit", id=unit.id, name=f"{sheet.file}:{unit.line}")
    notes = add(element, "notes")
    add(notes, "note", str(unit.block.kind), category="kind")
    if unit.heading:
        add(notes, "note", unit.heading, category="heading")
    add(notes, "note", str(unit.words), category="words")
    for note in unit.notes:
        add(notes, "note", note, category="note", appliesTo="source")
    data: dict[str, str] = {}
    kept = add(element, "originalData")
    segment = add(element, "segment", id="s1", state=_STATES[unit.progress])
    _add_parts(add(segment, "source", **{SPACE: "preserve"}), unit.source.body, data)
    if unit.target:
        _add_parts(add(segment, "target", **{SPACE: "preserve"}), unit.target.body, data)
    for typed, name in data.items():
        add(kept, "data", typed, id=name, **{SPACE: "preserve"})
    if not data:
        element.remove(kept)


def _add_parts(element: Element, parts: Segment, data: dict[str, str]) -> None:
    """data: Markdown → its id in `<originalData>`."""
    ends = {part.number: part.typed for part in parts if part.kind is PartKind.CLOSE}
    opened = [element]
    for part in parts:
        if part.kind is PartKind.TEXT:
            append_text(opened[-1], flat([part]).replace("\n", " "))
            continue
        if part.kind is PartKind.CLOSE:
            opened.pop()
            continue
        kind, sub = _TYPES.get(part.name or CodeName.TAG, ("other", f"pubs:{part.name}"))
        told = {
            "id": str(part.number),
            "canCopy": "no",
            "canDelete": "no",
            "type": kind,
            "subType": sub,
        }
        if part.kind is PartKind.OPEN:
            refs = {"dataRefStart": _ref(part.typed, data), "dataRefEnd": _ref(ends[part.number], data)}
            opened.append(add(opened[-1], "pc", **told, **refs))
        else:
            add(opened[-1], "ph", **told, dataRef=_ref(part.typed, data), disp=part.typed.strip())


def _ref(typed: str, data: dict[str, str]) -> str:
    return data.setdefault(typed, f"d{len(data) + 1}")


def _sheet(file: Element, languages: tuple[str, str]) -> ReturnedSheet:
    enclosed = disclose(all_text(child(file, "skeleton")))
    return ReturnedSheet(
        file.get("original", ""), enclosed, languages, tuple(map(_unit, below(file, "unit")))
    )


def _unit(element: Element) -> ReturnedUnit:
    """A tool may have cut its segment in several, with what stands between them in `<ignorable>`."""
    segments = below(element, "segment", "ignorable")
    sources = [child(one, "source") for one in segments]
    targets = [child(one, "target") for one in segments]
    states = [one.get("state") for one in segments if name_of(one) == "segment" and one.get("state")]
    confirmed = all(state in _CONFIRMED for state in states) if states else None
    target = "".join(
        _line(one, other, is_gap=name_of(at) == "ignorable")
        for at, one, other in zip(segments, targets, sources, strict=True)
    )
    has_target = any(
        one is not None for at, one in zip(segments, targets, strict=True) if name_of(at) == "segment"
    )
    return ReturnedUnit(
        element.get("id", ""),
        "".join("".join(_flat(one)) for one in sources if one is not None)
        if any(one is not None for one in sources)
        else None,
        target if has_target else "",
        is_confirmed=confirmed,
    )


def _line(target: Element | None, source: Element | None, *, is_gap: bool) -> str:
    chosen = source if target is None and is_gap else target
    return "" if chosen is None else "".join(_flat(chosen))


def _flat(element: Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        name = name_of(one)
        if name == "ph":
            yield mark(PartKind.ALONE, _number(one, "id"))
        elif name == "sc":
            yield mark(PartKind.OPEN, _number(one, "id"))
        elif name == "ec":
            yield mark(PartKind.CLOSE, _number(one, "startRef", "id"))
        elif name == "cp":
            yield "\ufffd"
        elif name == "pc":
            yield mark(PartKind.OPEN, _number(one, "id"))
            yield from _flat(one)
            yield mark(PartKind.CLOSE, _number(one, "id"))
        elif name:
            yield from _flat(one)
        yield one.tail or ""


def _number(element: Element, *names: str) -> int:
    """A code's number; 0, which none has, for one that a tool has made up."""
    typed = next((value for name in names if (value := element.get(name))), "")
    return int(typed) if typed.isdigit() else 0
