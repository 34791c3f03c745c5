"""TMX: the project's memory for other tools, and theirs for the project.

TMX 1.4b, https://www.gala-global.org/tmx-14b. What is translated and up to date goes out, block by block; what others give
is kept in `i18n/memory/<name>.tmx`, in words alone, where `pubs start` finds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publications.agencies.codes import flat
from publications.agencies.markup import (
    LANG,
    Element,
    add,
    append_text,
    below,
    child,
    document,
    name_of,
    parsed,
    written,
)
from publications.agencies.parcel import Parcel
from publications.agencies.unit import Progress
from publications.editing.segment import PartKind, Segment

_HIDDEN = frozenset({"bpt", "ept", "ph", "it", "ut"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What several languages say for one thing. texts: locale → words."""

    texts: Mapping[str, str]


def write(parcels: Iterable[Parcel]) -> bytes:
    """The memory of some parcels: what of them is done."""
    root, body = _begun()
    for parcel in parcels:
        seen: set[tuple[str, str]] = set()
        for sheet in parcel.sheets:
            for unit in sheet.units:
                if unit.progress is not Progress.DONE or unit.own is None:
                    continue
                pair = unit.source.line, unit.own.line
                if pair not in seen:
                    seen.add(pair)
                    entry = add(body, "tu")
                    add(entry, "prop", f"{sheet.file}:{unit.line}", type="x-place")
                    _add_variant(entry, parcel.source_locale, unit.source.body)
                    _add_variant(entry, parcel.locale, unit.own.body)
    return written(root)


def write_entries(entries: Iterable[Entry]) -> bytes:
    """A memory of words alone."""
    root, body = _begun()
    for entry in entries:
        element = add(body, "tu")
        for locale, words in entry.texts.items():
            add(add(element, "tuv", **{LANG: locale}), "seg", words)
    return written(root)


def read(data: bytes, locales: Collection[str]) -> tuple[tuple[Entry, ...], int]:
    """The entries with at least two of these languages, each once, and how many others there were; a ValueError for no XML."""
    root = parsed(data)
    found: dict[tuple[tuple[str, str], ...], None] = {}
    others = 0
    for element in below(root, "tu"):
        texts = dict(_variants(element, locales))
        if len(texts) > 1:
            found[tuple(texts.items())] = None
        else:
            others += 1
    return tuple(Entry(dict(texts)) for texts in found), others


def _begun() -> tuple[Element, Element]:
    root = document("", "tmx", {"version": "1.4"})
    about = {"creationtool": "pubs", "creationtoolversion": "1", "segtype": "block", "o-tmf": "pubs"}
    add(root, "header", **about, adminlang="en", srclang="*all*", datatype="plaintext")
    return root, add(root, "body")


def _add_variant(entry: Element, locale: str, parts: Segment) -> None:
    segment = add(add(entry, "tuv", **{LANG: locale}), "seg")
    for part in parts:
        number = str(part.number)
        if part.kind is PartKind.TEXT:
            append_text(segment, flat([part]).replace("\n", " "))
        elif part.kind is PartKind.OPEN:
            add(segment, "bpt", part.typed, i=number, x=number, type=str(part.name))
        elif part.kind is PartKind.CLOSE:
            add(segment, "ept", part.typed, i=number)
        else:
            add(segment, "ph", part.typed, x=number, type=str(part.name))


def _variants(element: Element, locales: Collection[str]) -> Iterator[tuple[str, str]]:
    known = {code.lower(): code for code in locales}
    for variant in below(element, "tuv"):
        typed = (variant.get(LANG) or variant.get("lang") or "").replace("_", "-").lower()
        locale = known.get(typed) or known.get(typed.partition("-")[0])
        segment = child(variant, "seg")
        words = " ".join("".join(_words(segment)).split()) if segment is not None else ""
        if locale and words:
            yield locale, words


def _words(element: Element) -> Iterator[str]:
    """What is read of a segment: codes are none of it, what is marked is."""
    yield element.text or ""
    for one in element:
        if name_of(one) and name_of(one) not in _HIDDEN:
            yield from _words(one)
        yield one.tail or ""
