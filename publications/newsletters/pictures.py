"""The pictures of an e-mail: PNG or JPEG, since mail programs show no SVG; charts and timelines drawn as on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from typing import cast

from publications.charts.figure import FIGURE
from publications.layouts.drawing import DrawnSection
from publications.newsletters.issue import Issue
from publications.paper.cache import Cache
from publications.paper.chart import chart_in, chart_shapes
from publications.paper.html_tree import parse_html
from publications.paper.pictures import photograph, svg_text
from publications.paper.sections import section_values
from publications.paper.typesetting import Typesetter, TypesettingError
from publications.paper.words import Setting

FOLDER = "email"
TEMPLATE = "email/picture.typ"
WIDTH, INNER = 600, 536
"""Pixels: of an e-mail, and of its text."""

_TIMELINE = 400  # what is drawn for paper is shown a third larger
_SHARP = 2  # pixels of a picture to one of the screen
_PPI = 72
_IMAGE = re.compile(r'<img\b[^>]*?\ssrc="(?P<source>[^"]*)"[^>]*>')
_ALT = re.compile(r'\salt="([^"]*)"')
_TABLE = re.compile(r"<table\b")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an e-mail. name: of its file; address: where it is published; kind: "png" or "jpeg"."""

    name: str
    address: str
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Gallery:
    """Makes the pictures of one issue, and knows those that it has made."""

    issue: Issue
    _made: dict[str, Picture] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self._made.values())

    def file(self, file: Path) -> Picture | None:
        """A picture of the project; None for one that cannot be read."""
        name = file.name.partition(".")[0]
        if file.suffix.lower() != ".svg":
            photo, kind, _ = photograph(file)
            return self._keep(name, kind, photo) if photo else None
        svg = svg_text(file)
        try:
            return self._drawn(name, {"svg": svg}, WIDTH) if svg else None
        except TypesettingError:
            return None

    def emblems(self) -> tuple[Picture | None, ...]:
        """The funders' emblems, None for one without."""
        credits_ = cast("list[Mapping[str, str]]", self.issue.imprint["credits"])
        return tuple(
            self._drawn(f"emblem-{number}" if number else "emblem", {"svg": said["emblem"]}, 72)
            if said["emblem"]
            else None
            for number, said in enumerate(credits_)
        )

    def timeline(self, section: DrawnSection) -> Picture:
        """The months of a section's parts; what it shows stands in their words too."""
        setting = Setting(self.issue.locale, str, self.issue.source)
        values = {"section": section_values(section, setting), "margin": 4}
        return self._drawn(f"timeline-{len(self._made)}", values, _TIMELINE, shown=INNER)

    def with_pictures(self, html: str) -> str:
        """HTML of the text, its charts drawn above their tables and its pictures as mail programs show them."""
        return FIGURE.sub(self._chart, _IMAGE.sub(self._image, html))

    def _chart(self, figure: re.Match[str]) -> str:
        inside = figure[0][figure[0].index(">") + 1 : -len("</figure>")]
        chart = next(
            (chart_in(tree, self.issue.locale) for tree in parse_html(figure[0]).find("figure")), None
        )
        if chart is None:
            return f"<figure>{inside}</figure>"
        values = {"chart": chart_shapes(chart, INNER - 24), "margin": 12, "pixel": 1}
        name = f"chart-{len(self._made)}"
        picture = self._drawn(name, values, INNER)
        shown = f'<p><img src="{picture.address}" alt="{escape(chart.alt)}" width="{INNER}"></p>'
        source = self.issue.source(chart.source)
        below = f"<p>{escape(source)}</p>" if source else ""
        return f"<figure>{_TABLE.sub(lambda table: shown + table[0], inside, count=1)}{below}</figure>"

    def _image(self, image: re.Match[str]) -> str:
        source, alt = unescape(image["source"]), _ALT.search(image[0])
        file = self.issue.file_of(source)
        picture = self.file(file) if file else None
        words = alt[1] if alt else ""
        if picture is None:
            return words
        return f'<img src="{picture.address}" alt="{words}" width="{INNER}">'

    def _drawn(self, name: str, values: Mapping[str, object], width: int, shown: int = 0) -> Picture:
        """A picture set by Typst. width: in the pixels of its drawing; shown: of the e-mail, where these are others."""
        colours = self.issue.imprint["colours"]
        shared = {name: self.issue.imprint[name] for name in ("lang", "rtl")}
        whole = {"margin": 0, **values, **shared, "width": width, "colours": colours}
        told = json.dumps(whole, ensure_ascii=False, sort_keys=True)
        ppi = _PPI * _SHARP * (shown or width) / width
        setter = Typesetter(self.issue.project.theme_dir)

        def make() -> Mapping[str, bytes]:
            return {"png": setter.png(TEMPLATE, told, ppi)}

        made = Cache(self.issue.project).files(f"{TEMPLATE} {ppi} {told}", make, ("png",))
        return self._keep(name, "png", made["png"])

    def _keep(self, name: str, kind: str, data: bytes) -> Picture:
        file = f"{name}.{kind}"
        if file in self._made and self._made[file].data != data:  # of another folder
            file = f"{name}-{len(self._made)}.{kind}"
        found = Picture(file, f"{self.issue.address}{FOLDER}/{file}", kind, data)
        self._made[file] = found
        return found
