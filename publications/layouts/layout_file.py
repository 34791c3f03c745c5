"""Reads data/<section>/<name>.yml: the layout, and whatever is wrong with it, by its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from publications.charts.icon import icon_names, icon_path
from publications.facts.data_file import Node, read_data_file, unknown_keys
from publications.facts.library import Facts
from publications.faults import Fault, did_you_mean, nearest
from publications.layouts.components import component_names
from publications.layouts.layout import (
    CYCLE,
    Colour,
    Layout,
    Paper,
    PartLayout,
    Piece,
    SectionLayout,
    Width,
    layout_path,
)
from publications.layouts.timeline import span_of
from publications.project import Project

RULE = "infographic"
_SECTION = ("component", "colour", "icon", "parts")
_PART = ("icon", "colour", "period")
# What a sheet of one size asks, and what a text that flows has instead.
_ON_A_SHEET, _IN_A_FLOW = ("width", "share"), tuple(Piece)


def drawn_pages(project: Project) -> tuple[str, ...]:
    """The pages that have a layout, whether they are there or not."""
    return tuple(
        f"{kind.folder}/{path.stem}.md"
        for kind in project.kinds.all
        for path in sorted((project.root / "data" / kind.folder).glob("*.yml"))
        if kind.is_drawn
    )


def has_layout(project: Project, page: str) -> bool:
    """Whether somebody has said how a page is drawn."""
    path, kind = layout_path(page), project.kinds.of(page)
    return path != "" and kind is not None and kind.is_drawn and (project.root / path).is_file()


def read_layout(project: Project, page: str, facts: Facts) -> tuple[Layout, tuple[Fault, ...]]:
    """The layout of a page and its faults; what has a fault is read as if it were not said."""
    path, kind = layout_path(page), project.kinds.of(page)
    data = read_data_file(project.root, path)
    is_sheet = kind is not None and kind.is_sheet
    reader = _Reader(page, path, is_sheet, facts, component_names(project.theme_dir))
    layout = reader.layout(data.entries)
    return layout, tuple(sorted((*data.faults, *reader.faults)))


@dataclass
class _Reader:
    page: str
    path: str
    is_sheet: bool
    facts: Facts
    components: Collection[str]
    faults: list[Fault] = field(default_factory=list)

    def layout(self, entries: Mapping[str, Node]) -> Layout:
        self._known(entries, ("paper", "sections") if self.is_sheet else ("sections",))
        sections = entries.get("sections", Node(0))
        if not sections.entries:
            self._fault(
                sections.line, "there are no sections. Write `sections:`, and below it each heading's id."
            )
        paper = self._word(entries, "paper", tuple(Paper), Paper.A4)
        known = (*_SECTION, *(_ON_A_SHEET if self.is_sheet else _IN_A_FLOW))
        looks = tuple(self._sections(sections.entries, known))
        return Layout(self.page, self.path, looks, Paper(paper), self.is_sheet)

    def _sections(self, entries: Mapping[str, Node], known: Collection[str]) -> Iterator[SectionLayout]:
        for section_id, node in entries.items():
            keys = node.entries
            self._known(keys, known)
            if "component" not in keys:
                message = f"'{section_id}' has no component. Add component: … ({', '.join(sorted(self.components))})"
                self._fault(node.line, message)
            yield SectionLayout(
                id=section_id,
                component=self._word(keys, "component", sorted(self.components), "text"),
                colour=Colour(self._word(keys, "colour", tuple(Colour), Colour.PETROL)),
                icon=self._icon(keys),
                width=Width(self._word(keys, "width", tuple(Width), Width.FULL)),
                share=self._share(keys),
                parts=tuple(self._parts(keys.get("parts", Node(0)).entries)),
                line=node.line,
                pieces=tuple(self._pieces(keys)) if Piece.LIST in known else (),
            )

    def _pieces(self, keys: Mapping[str, Node]) -> Iterator[SectionLayout]:
        """The drawn list and table of a section, in the order of the file."""
        found = {name: node for name, node in keys.items() if name in tuple(Piece)}
        yield from self._sections(found, _SECTION)

    def _parts(self, entries: Mapping[str, Node]) -> Iterator[PartLayout]:
        for index, (part_id, node) in enumerate(entries.items()):
            self._known(node.entries, _PART)
            default = CYCLE[index % len(CYCLE)]
            yield PartLayout(
                id=part_id,
                icon=self._icon(node.entries),
                colour=Colour(self._word(node.entries, "colour", tuple(Colour), default)),
                period=self._period(node.entries),
                line=node.line,
            )

    def _known(self, entries: Mapping[str, Node], known: Collection[str]) -> None:
        for line, message in unknown_keys(entries, known):
            self._fault(line, message)

    def _word(self, entries: Mapping[str, Node], key: str, known: Collection[str], default: str) -> str:
        node = entries.get(key)
        if node is None or node.text in known:
            return node.text if node else default
        self._fault(node.line, f"there is no {key} '{node.text}'. {did_you_mean(node.text, known)}")
        return default

    def _icon(self, entries: Mapping[str, Node]) -> str:
        node = entries.get("icon")
        if node is None or icon_path(node.text):
            return node.text if node else ""
        near = nearest(node.text, icon_names())
        hint = f"Did you mean '{near}'?" if near else "Names: https://pictogrammers.com/library/mdi/"
        self._fault(node.line, f"there is no icon '{node.text}'. {hint}")
        return ""

    def _share(self, entries: Mapping[str, Node]) -> float:
        node = entries.get("share")
        if node is None:
            return 1
        try:
            share = float(node.text)
        except ValueError:
            share = 0
        if not 0 < share < 1000:  # noqa: PLR2004 (that, and infinity, would leave the others nothing)
            self._fault(node.line, f"the share '{node.text}' is no number above zero. Write it as share: 1.5")
            return 1
        return share

    def _period(self, entries: Mapping[str, Node]) -> str:
        node = entries.get("period")
        if node is None:
            return ""
        fact = self.facts.facts.get(node.text)
        if fact and span_of(fact):
            return node.text
        periods = [name for name, known in self.facts.facts.items() if span_of(known)]
        if fact:
            message = f"'{node.text}' is a {fact.kind}, and no period with a start and an end."
            self._fault(node.line, f"{message} There are: {', '.join(sorted(periods))}.")
        else:
            message = f"there is no fact '{node.text}' in data/facts.yml. {did_you_mean(node.text, periods)}"
            self._fault(node.line, message)
        return ""

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.path, line, message, rule=RULE))
