"""Kinds of publication: what each is called, where it lies and what it is published as, in data/kinds.yml."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import Node, read_data_file
from publications.facts.record import Record, records, shape_faults
from publications.faults import Fault, Level, did_you_mean
from publications.layers import DEFAULTS

PATH = "data/kinds.yml"
SHOWN = ("place", "authors", "number")
"""What of a front matter can stand below a title, each with a label in the catalogs."""

REQUIRED = frozenset({"name", "one", "folder"})
OPTIONAL = frozenset({"outputs", "template", "needs", "shows", "listing", "type", "example"})
_PLAIN = "plain"


class Output(StrEnum):
    """What a publication is published as, beside its page."""

    POSTER = "poster"
    PDF = "pdf"
    EMAIL = "email"


class Listing(StrEnum):
    """How the page of a section shows its publications."""

    CARDS = "cards"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. name, one: many and one of them, by locale, or as a msgid under "".

    needs, shows: keys of the front matter; type: of schema.org; example: a text of the engine's starter pages.
    """

    id: str
    folder: str
    name: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    one: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    outputs: frozenset[Output] = frozenset()
    template: str = _PLAIN
    needs: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    listing: Listing = Listing.CARDS
    type: str = "Article"
    example: str = "text"
    line: int = 0

    @property
    def is_sheet(self) -> bool:
        """Whether it is drawn on one sheet, every section of which its layout names."""
        return Output.POSTER in self.outputs

    @property
    def is_drawn(self) -> bool:
        """Whether a layout may say how its sections are drawn."""
        return self.template != _PLAIN or bool(self.outputs)


@dataclass(frozen=True)
class Kinds:
    """The kinds of a site: the engine's, and those of its own."""

    all: tuple[Kind, ...]
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    def of(self, page: str) -> Kind | None:
        """The kind of a publication ("newsletters/2021-05.md"); None for an index page, and for one in no kind's folder."""
        folder, _, name = page.partition("/")
        return self._by_folder.get(folder) if name and name.rpartition("/")[2] != "index.md" else None

    def in_folder(self, folder: str) -> Kind:
        """The kind that lies there; a folder that no kind has holds plain pages."""
        return self._by_folder.get(folder) or Kind("", folder)

    @cached_property
    def _by_folder(self) -> Mapping[str, Kind]:
        return {kind.folder: kind for kind in self.all}


def kind_name(kind: Kind, locale: str) -> str:
    """What many of a kind are called: in a locale, or the msgid of it."""
    return (
        kind.name.get(locale)
        or kind.name.get("")
        or kind.name.get("en")
        or next(iter(kind.name.values()), kind.folder)
    )


def read_kinds(root: Path) -> Kinds:
    """The engine's kinds and the site's; one of the site's takes the place of the engine's with its id."""
    own = _read(root)
    kinds = {kind.id: kind for kind in (*_shipped().all, *own.all)}
    return Kinds(tuple(kinds.values()), own.faults)


@lru_cache(maxsize=1)
def _shipped() -> Kinds:
    return _read(DEFAULTS)


def _read(root: Path) -> Kinds:
    data = read_data_file(root, PATH)
    kinds, faults = [], list(data.faults)
    for record in records(data):
        wrong = tuple(_faults(record))
        faults += wrong
        kinds += [] if wrong else [_kind(record)]
    return Kinds(tuple(kinds), tuple(faults))


def _kind(record: Record) -> Kind:
    outputs = frozenset(map(Output, _texts(record, "outputs")))
    usual = "infographic" if Output.POSTER in outputs else "newsletter" if outputs else _PLAIN
    return Kind(
        id=record.id,
        folder=record.text("folder"),
        name=_names(record.fields["name"]),
        one=_names(record.fields["one"]),
        outputs=outputs,
        template=record.text("template") or usual,
        needs=_texts(record, "needs"),
        shows=_texts(record, "shows"),
        listing=Listing(record.text("listing") or Listing.CARDS),
        type=record.text("type") or "Article",
        example=record.text("example") or "text",
        line=record.line,
    )


def _names(node: Node) -> Mapping[str, str]:
    return MappingProxyType({code: said.text for code, said in node.entries.items()} or {"": node.text})


def _texts(record: Record, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in record.fields.get(key, Node(0)).items)


def _faults(record: Record) -> Iterator[Fault]:
    yield from shape_faults(record, REQUIRED, OPTIONAL)
    yield from _unknown(record, "outputs", _texts(record, "outputs"), tuple(Output))
    yield from _unknown(record, "shows", _texts(record, "shows"), SHOWN)
    listing = record.text("listing")
    yield from _unknown(record, "listing", (listing,) if listing else (), tuple(Listing))


def _unknown(record: Record, key: str, found: Collection[str], known: Collection[str]) -> Iterator[Fault]:
    for word in found:
        if word not in known:
            yield record.fault(key, f"there is no {key} '{word}'. {did_you_mean(word, known)}", Level.ERROR)
