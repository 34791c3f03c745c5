"""A story: the text of a page as a tree of sections, each known by the id of its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

_HEADING = re.compile(r"<h(?P<level>[123])\b(?P<attributes>[^>]*)>(?P<words>.*?)</h(?P=level)>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_CONTAINER = re.compile(
    r"<(/?)(?:article|aside|blockquote|dd|details|div|figure|li|section|td|th)\b[^>]*>", re.IGNORECASE
)
_NUMBER = re.compile(r"(?P<number>\d+\.)\s+(?P<words>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it. All texts are HTML.

    number: that the heading begins with ("1."), "" for none; heading: its words without the number;
    body: what stands below it, down to the next heading; parts: the sections one level below.
    """

    id: str
    number: str
    heading: str
    body: str
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A page's text. title: the words of its first heading; opening: what stands before the first section."""

    title: str
    opening: str
    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section | None:
        return next((section for section in self.sections if section.id == section_id), None)


def read_story(html: str) -> Story:
    """Take a page's HTML apart at its headings of the first three levels; nothing of it is lost."""
    stands_alone = top_level(html)
    marks = [mark for mark in _HEADING.finditer(html) if stands_alone(mark.start())]
    title = marks[0]["words"] if marks and marks[0]["level"] == "1" else ""
    marks = marks[1:] if title else marks
    start = html.index("</h1>") + len("</h1>") if title else 0
    opening = html[start : marks[0].start() if marks else len(html)]
    ends = [*(mark.start() for mark in marks), len(html)][1:]
    return Story(title, opening.strip(), tuple(_sections(html, list(zip(marks, ends, strict=True)))))


def top_level(html: str) -> Callable[[int], bool]:
    """Whether what begins at a place of the HTML stands in nothing else: a text is taken apart nowhere else."""
    tags = list(_CONTAINER.finditer(html))
    places = [tag.start() for tag in tags]
    depths = list(accumulate((-1 if tag[1] else 1 for tag in tags), initial=0))
    return lambda place: depths[bisect_left(places, place)] == 0


def _sections(html: str, marks: list[tuple[re.Match[str], int]]) -> Iterator[Section]:
    """A part that stands before any section is one itself."""
    while marks:
        mark, end = marks.pop(0)
        parts = []
        while marks and mark["level"] == "2" and marks[0][0]["level"] == "3":
            parts.append(_section(html, *marks.pop(0), ()))
        yield _section(html, mark, end, tuple(parts))


def _section(html: str, mark: re.Match[str], end: int, parts: tuple[Section, ...]) -> Section:
    found = _ID.search(mark["attributes"])
    numbered = _NUMBER.fullmatch(mark["words"])
    return Section(
        id=found[1] if found else "",
        number=numbered["number"] if numbered else "",
        heading=numbered["words"] if numbered else mark["words"],
        body=html[mark.end() : end].strip(),
        parts=parts,
    )
