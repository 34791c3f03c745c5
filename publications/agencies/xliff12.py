"""XLIFF 1.2: a parcel as the exchange format that every translation tool reads.

http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html. A page is a `<file>`, a block a `<trans-unit>`; Markdown is the
content of `<bpt>`, `<ept>` and `<ph>`, which tools show as tags and do not let anybody break.
"""

from __future__ import annotations

from publications.agencies.enclosed import disclose, enclose
from publications.agencies.inline import Inline, add_native
from publications.agencies.markup import (
    LANG,
    SPACE,
    Element,
    add,
    all_text,
    below,
    child,
    document,
    parsed,
    written,
)
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import CodeName, Part, PartKind

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_KINDS = {
    CodeName.STRONG: "bold",
    CodeName.EMPHASIS: "italic",
    CodeName.LINK: "link",
    CodeName.PICTURE: "image",
    CodeName.BREAK: "lb",
}
_STATES = {
    Progress.NEW: "needs-translation",
    Progress.CHANGED: "needs-review-translation",
    Progress.DONE: "final",
}
_CONFIRMED = frozenset({"final", "translated", "signed-off"})
_INLINE = Inline(
    {
        **dict.fromkeys(("bpt", "bx"), PartKind.OPEN),
        **dict.fromkeys(("ept", "ex"), PartKind.CLOSE),
        **dict.fromkeys(("ph", "x", "it"), PartKind.ALONE),
    },
    around=("g",),
    numbers=("id", "rid"),
)


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
    _add_source(element, sheet, unit)
    # OmegaT up to 5 shows what is in the target, and nothing of a unit that has none: what is not translated is a copy.
    target = add(element, "target", state=_STATES[unit.progress], **{LANG: sheet.enclosed.locale})
    add_native(target, (unit.target or unit.source).body, _told)
    place = add(element, "context-group", name=f"place {unit.id}", purpose="location")
    add(place, "context", sheet.file, context_type="sourcefile")
    add(place, "context", str(unit.line), context_type="linenumber")
    if unit.heading:
        about = add(element, "context-group", name=f"heading {unit.id}", purpose="information")
        add(about, "context", unit.heading, context_type="x-heading")
    _add_count(element, f"words {unit.id}", unit.words)
    for note in unit.notes:
        add(element, "note", note, annotates="source")
    _add_candidates(element, sheet, unit)


def _add_candidates(element: Element, sheet: Sheet, unit: Unit) -> None:
    """OmegaT 6 takes the last source and target in a unit for the unit's own, and any target for one that was read.

    So an empty one is the last: there too, the unit says what its source says, and waits for its translation.
    """
    for one in unit.candidates:
        alternative = add(element, "alt-trans", match_quality=f"{int(one.likeness)}%", origin=one.origin)
        languages = (("source", sheet.enclosed.source_locale), ("target", sheet.enclosed.locale))
        for (name, locale), segment in zip(languages, (one.source, one.target), strict=True):
            add_native(add(alternative, name, **{LANG: locale}), segment, _told)
    if unit.candidates or unit.progress is Progress.CHANGED:
        last = add(element, "alt-trans", alttranstype="reference")
        _add_source(last, sheet, unit)
        add(last, "target", **{LANG: sheet.enclosed.locale})


def _add_source(element: Element, sheet: Sheet, unit: Unit) -> None:
    add_native(add(element, "source", **{LANG: sheet.enclosed.source_locale}), unit.source.body, _told)


def _add_count(element: Element, name: str, words: int) -> None:
    """name: as the schema wants it, of this group alone in its file."""
    group = add(element, "count-group", name=name)
    add(group, "count", str(words), count_type="total", unit="word")


def _told(part: Part) -> dict[str, str]:
    number = {"id": str(part.number)}
    if part.kind is PartKind.CLOSE:
        return number
    return number | {"ctype": _KINDS.get(part.name or CodeName.TAG, f"x-{part.name}")}


def _sheet(file: Element) -> ReturnedSheet:
    header = child(file, "header")
    inside = below(header, "internal-file") if header is not None else []
    languages = file.get("source-language", ""), file.get("target-language", "")
    enclosed = disclose(all_text(inside[0])) if inside else None
    units = tuple(_unit(one) for one in below(file, "trans-unit"))
    return ReturnedSheet(file.get("original", ""), enclosed, languages, units)


def _unit(element: Element) -> ReturnedUnit:
    source, target = child(element, "source"), child(element, "target")
    state = target.get("state") if target is not None else None
    confirmed = state in _CONFIRMED if state else True if element.get("approved") == "yes" else None
    line = None if source is None else _INLINE.line(source)
    return ReturnedUnit(element.get("id", ""), line, _INLINE.line(target), is_confirmed=confirmed)
