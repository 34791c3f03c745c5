"""TMX: the project's memory for other tools, and theirs for the project.

TMX 1.4b, https://www.gala-global.org/tmx-14b. What is translated and up to date goes out, block by block; what others give
is kept in `i18n/memory/<name>.tmx`, in words alone, where `pubs start` finds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publications.agencies.codes import Shown, parts_in
from publications.agencies.inline import NATIVE, Inline, add_native
from publications.agencies.markup import LANG, Element, add, below, child, document, parsed, written
from publications.agencies.parcel import Parcel
from publications.agencies.unit import Progress
from publications.editing.segment import Part, PartKind, Segment

_INLINE = Inline(
    {**{name: kind for kind, name in NATIVE.items()}, **dict.fromkeys(("it", "ut"), PartKind.ALONE)}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What several languages say for one thing. texts: locale → words."""

    texts: Mapping[str, str]


def write(parcels: Iterable[Parcel]) -> bytes:
    """The memory of some parcels: what of them is done, and what was until its source said something else."""
    root, body = _begun()
    for parcel in parcels:
        for place, source, own in known(parcel):
            entry = add(body, "tu")
            add(entry, "prop", place, type="x-place")
            _add_variant(entry, parcel.source_locale, source.body)
            _add_variant(entry, parcel.locale, own.body)
    return written(root)


def known(parcel: Parcel) -> Iterator[tuple[str, Shown, Shown]]:
    """Each translation with its place and what it is of, which its source may not say any more."""
    seen: set[tuple[str, str]] = set()
    for sheet in parcel.sheets:
        for unit in sheet.units:
            source = unit.earlier if unit.progress is Progress.CHANGED else unit.source
            if unit.progress is Progress.NEW or source is None or unit.own is None:
                continue
            if (pair := (source.line, unit.own.line)) not in seen:
                seen.add(pair)
                yield f"{sheet.file}:{unit.line}", source, unit.own


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


def _add_variant(entry: Element, locale: str, segment: Segment) -> None:
    add_native(add(add(entry, "tuv", **{LANG: locale}), "seg"), segment, _told)


def _told(part: Part) -> dict[str, str]:
    number, kind = str(part.number), str(part.name)
    if part.kind is PartKind.CLOSE:
        return {"i": number}
    return {**({"i": number} if part.kind is PartKind.OPEN else {}), "x": number, "type": kind}


def _variants(element: Element, locales: Collection[str]) -> Iterator[tuple[str, str]]:
    known = {code.lower(): code for code in locales}
    for variant in below(element, "tuv"):
        typed = (variant.get(LANG) or variant.get("lang") or "").replace("_", "-").lower()
        locale = known.get(typed) or known.get(typed.partition("-")[0])
        words = " ".join(_words(_INLINE.line(child(variant, "seg"))).split())
        if locale and words:
            yield locale, words


def _words(line: str) -> str:
    """What is read of it: codes are none of it, what is marked is."""
    return "".join(part.words for part in parts_in(line) if part.kind is PartKind.TEXT)
