"""XLIFF 2.1: the same for newer tools.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html. A page is a `<file>` with its `<skeleton>`, a
block a `<unit>` of one segment; the Markdown of `<pc>` and `<ph>` is in `<originalData>`. What was translated before are
Translation Candidates, a module of that standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from publications.agencies.enclosed import disclose, enclose
from publications.agencies.inline import Inline
from publications.agencies.markup import (
    Element,
    add,
    all_text,
    below,
    child,
    document,
    name_of,
    parsed,
    written,
)
from publications.agencies.original_data import add_texts
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import PartKind

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
CANDIDATES = "urn:oasis:names:tc:xliff:matches:2.0"
_STATES = {Progress.NEW: "initial", Progress.CHANGED: "initial", Progress.DONE: "final"}
_CONFIRMED = frozenset({"translated", "reviewed", "final"})
_INLINE = Inline(
    {"ph": PartKind.ALONE, "sc": PartKind.OPEN, "ec": PartKind.CLOSE},
    around=("pc",),
    numbers=("startRef", "id"),
)
_SEGMENT = "s1"


def write(parcel: Parcel) -> bytes:
    """The document."""
    languages = {"srcLang": parcel.source_locale, "trgLang": parcel.locale}
    root = document(NAMESPACE, "xliff", {"version": "2.1", **languages}, {"mtc": CANDIDATES})
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
    if unit.candidates:
        _add_candidates(add(element, "mtc:matches"), unit)
    notes = add(element, "notes")
    add(notes, "note", str(unit.block.kind), category="kind")
    if unit.heading:
        add(notes, "note", unit.heading, category="heading")
    add(notes, "note", str(unit.words), category="words")
    for note in unit.notes:
        add(notes, "note", note, category="note", appliesTo="source")
    kept = add(element, "originalData")
    segment = add(element, "segment", id=_SEGMENT, state=_STATES[unit.progress])
    texts = {"source": unit.source.body}
    # OmegaT 6 takes the target of a candidate for the segment's, where that one has none of its own.
    if unit.target or unit.candidates:
        texts["target"] = unit.target.body if unit.target else ()
    add_texts(segment, kept, texts)


def _add_candidates(matches: Element, unit: Unit) -> None:
    for one in unit.candidates:
        likeness = f"{one.likeness:.1f}"
        match = add(
            matches, "mtc:match", ref=f"#{_SEGMENT}", similarity=likeness, origin=one.origin, type="tm"
        )
        add_texts(match, add(match, "originalData"), {"source": one.source, "target": one.target})


def _sheet(file: Element, languages: tuple[str, str]) -> ReturnedSheet:
    enclosed = disclose(all_text(child(file, "skeleton")))
    units = tuple(map(_unit, below(file, "unit")))
    return ReturnedSheet(file.get("original", ""), enclosed, languages, units)


def _unit(element: Element) -> ReturnedUnit:
    """A tool may have cut its segment in several, with what stands between them in `<ignorable>`."""
    pieces = below(element, "segment", "ignorable")
    segments = [one for one in pieces if name_of(one) == "segment"]
    sources = [child(one, "source") for one in pieces]
    states = [state for one in segments if (state := one.get("state"))]
    has_target = any(child(one, "target") is not None for one in segments)
    return ReturnedUnit(
        element.get("id", ""),
        "".join(map(_INLINE.line, sources)) if any(one is not None for one in sources) else None,
        "".join(_targets(pieces)) if has_target else "",
        is_confirmed=all(state in _CONFIRMED for state in states) if states else None,
    )


def _targets(pieces: list[Element]) -> Iterator[str]:
    for one in pieces:
        target = child(one, "target")
        is_gap = target is None and name_of(one) == "ignorable"
        yield _INLINE.line(child(one, "source") if is_gap else target)
