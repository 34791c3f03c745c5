"""XLIFF 1.2: a parcel as the exchange format that every translation tool reads.

http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html. A page is a `<file>`, a block a `<trans-unit>`; Markdown is the
content of `<bpt>`, `<ept>` and `<ph>`, which tools show as tags and do not let anybody break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publications.agencies.codes import flat, mark
from publications.agencies.enclosed import disclose, enclose
from publications.agencies.markup import (
    LANG,
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
from publications.editing.segment import CodeName, Part, PartKind, Segment

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_KINDS = {
    CodeName.STRONG: "bold",
    CodeName.EMPHASIS: "italic",
    CodeName.LINK: "link",
    CodeName.PICTURE: "image",
    CodeName.BREAK: "lb",
}
_STATES = {Progress.CHANGED: "needs-review-translation", Progress.DONE: "final"}
_CONFIRMED = frozenset({"final", "translated", "signed-off"})
_OPENING, _CLOSING = frozenset({"bpt", "bx"}), frozenset({"ept", "ex"})
_ALONE, _AROUND = frozenset({"ph", "x", "it"}), frozenset({"g"})


def write(parcel: Parcel) -> bytes:
    """The document."""
    root = document(NAMESPACE, "xliff", {"version": "1.2"})
    for sheet in parcel.sheets:
        _add_sheet(root, parcel, sheet)
    return written(root)


def read(data: bytes) -> tuple[ReturnedSheet, ...]:
    """What came back in one; a ValueError for what is no XML."""
    return tuple(map(_sheet, below(parsed(data), "file")))


def _add_sheet(root: Element, parcel: Parcel, sheet: Sheet) -> None:
    languages = {"source_language": parcel.source_locale, "target_language": parcel.locale}
    file = add(
        root, "file", original=sheet.file, datatype="x-markdown", product_name=parcel.project, **languages
    )
    header = add(file, "header")
    add(add(header, "skl"), "internal-file", enclose(sheet.enclosed), form="application/octet-stream")
    _add_count(header, "words", sum(unit.words for unit in sheet.units))
    add(header, "tool", tool_id="pubs", tool_name="pubs")
    add(header, "note", sheet.title)
    body = add(file, "body")
    for unit in sheet.units:
        _add_unit(body, sheet, unit)


def _add_unit(body: Element, sheet: Sheet, unit: Unit) -> None:
    kind = str(unit.block.kind).replace(" ", "-")
    element = add(body, "trans-unit", id=unit.id, restype=f"x-{kind}", **{SPACE: "preserve"})
    _add_parts(add(element, "source", **{LANG: sheet.enclosed.source_locale}), unit.source.body)
    if unit.target:
        state = _STATES[unit.progress]
        target = add(element, "target", state=state, **{LANG: sheet.enclosed.locale})
        _add_parts(target, unit.target.body)
    place = add(element, "context-group", name=f"place {unit.id}", purpose="location")
    add(place, "context", sheet.file, context_type="sourcefile")
    add(place, "context", str(unit.line), context_type="linenumber")
    if unit.heading:
        about = add(element, "context-group", name=f"heading {unit.id}", purpose="information")
        add(about, "context", unit.heading, context_type="x-heading")
    _add_count(element, f"words {unit.id}", unit.words)
    for note in unit.notes:
        add(element, "note", note, annotates="source")


def _add_count(element: Element, name: str, words: int) -> None:
    """name: as the schema wants it, of this group alone in its file."""
    group = add(element, "count-group", name=name)
    add(group, "count", str(words), count_type="total", unit="word")


def _add_parts(element: Element, parts: Segment) -> None:
    for part in parts:
        if part.kind is PartKind.TEXT:
            append_text(element, _spaced(part))
            continue
        number, kind = str(part.number), _KINDS.get(part.name or CodeName.TAG, f"x-{part.name}")
        if part.kind is PartKind.CLOSE:
            add(element, "ept", part.typed, id=number)
        else:
            add(element, "bpt" if part.kind is PartKind.OPEN else "ph", part.typed, id=number, ctype=kind)


def _spaced(part: Part) -> str:
    """Words with their line ends as spaces: where lines end in a page means nothing to its translator."""
    return flat([part]).replace("\n", " ")


def _sheet(file: Element) -> ReturnedSheet:
    header = child(file, "header")
    inside: Sequence[Element] = below(header, "internal-file") if header is not None else []
    languages = file.get("source-language", ""), file.get("target-language", "")
    enclosed = disclose(all_text(inside[0])) if inside else None
    units = tuple(_unit(one) for one in below(file, "trans-unit"))
    return ReturnedSheet(file.get("original", ""), enclosed, languages, units)


def _unit(element: Element) -> ReturnedUnit:
    source, target = child(element, "source"), child(element, "target")
    state = target.get("state") if target is not None else None
    confirmed = state in _CONFIRMED if state else True if element.get("approved") == "yes" else None
    return ReturnedUnit(
        element.get("id", ""),
        None if source is None else "".join(_flat(source)),
        "" if target is None else "".join(_flat(target)),
        is_confirmed=confirmed,
    )


def _flat(element: Element) -> Iterator[str]:
    """Words and codes; what a tool has put around words of its own accord (`<mrk>`) is looked through."""
    yield element.text or ""
    for one in element:
        name, number = name_of(one), _number(one)
        if name in _ALONE:
            yield mark(PartKind.ALONE, number)
        elif name in _OPENING or name in _CLOSING:
            yield mark(PartKind.OPEN if name in _OPENING else PartKind.CLOSE, number)
        elif name in _AROUND:
            yield mark(PartKind.OPEN, number)
            yield from _flat(one)
            yield mark(PartKind.CLOSE, number)
        elif name:
            yield from _flat(one)
        yield one.tail or ""


def _number(element: Element) -> int:
    """A code's number; 0, which none has, for one that a tool has made up."""
    typed = element.get("id") or element.get("rid") or ""
    return int(typed) if typed.isdigit() else 0
