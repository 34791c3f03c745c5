"""A page as its author left it: read once, taken apart once, looked at by every check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from publications.faults import Fault, Level
from publications.reading.anatomy import Anatomy
from publications.reading.encoding import read_text
from publications.reading.front_values import Entry
from publications.reading.frontmatter import Problem
from publications.reading.reading import Reading

CONFLICT = "<<<<<<< "
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class SourcePage:
    """One file below a locale's folder.

    path: below the project's root ("docs/sv/newsletters/2021-05.md").
    page: the path that all locales share ("newsletters/2021-05.md").
    reading: of its text; of an empty one when it is no readable text.
    faults: what was wrong with the file as a file.
    """

    path: str
    locale: str
    page: str
    file: Path = field(repr=False)
    reading: Reading = field(repr=False)
    faults: tuple[Fault, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Of the whole file, without line ends."""
        return tuple(self.reading.text.split("\n")) if self.reading.text else ()

    @property
    def body(self) -> str:
        return self.reading.source.body

    @property
    def body_line(self) -> int:
        """The line, counted from 1, on which the Markdown begins; front matter begins on line 2."""
        return self.reading.source.body_line

    @property
    def values(self) -> Mapping[str, object]:
        return self.reading.values

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.reading.entries

    @property
    def problem(self) -> Problem | None:
        return self.reading.problem

    @property
    def anatomy(self) -> Anatomy:
        return self.reading.anatomy

    @property
    def is_readable(self) -> bool:
        """Whether it is text at all; nothing more can be said of one that is not."""
        return all(fault.level is not Level.ERROR for fault in self.faults)

    @property
    def is_sound(self) -> bool:
        """Whether its front matter stands where it should: of a page where it does not, each line would be misread."""
        return self.is_readable and self.has_front_matter and self.problem is None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read below the front matter."""
        return not _COMMENT.sub("", self.body).strip()

    @property
    def has_conflict(self) -> bool:
        """Whether git left two versions of some lines in it."""
        return any(line.startswith(CONFLICT) for line in self.lines)

    @property
    def is_draft(self) -> bool:
        """Whether it is still being translated: parts of it are in the source's language, on purpose."""
        record = self.values.get("translation")
        return isinstance(record, dict) and record.get("status") == "draft"

    @property
    def has_front_matter(self) -> bool:
        return self.body_line > 1

    def line_of(self, key: str) -> int:
        """The line of a front-matter key; of the front matter itself when it is not there."""
        lines = (entry.line + 1 for entry in self.entries if entry.key == key)
        return next(lines, 1)

    def fault(
        self,
        line: int,
        level: Level,
        rule: str,
        message: str,
        typed: str = "",
        better: Iterable[str] = (),
        said: str = "",
    ) -> Fault:
        return Fault(self.path, line, message, level, rule, typed, tuple(filter(None, better)), said)


def read_source_page(file: Path, locale: str, page: str) -> SourcePage:
    """Read one file. Whatever its bytes are, there is a page; its faults say what is wrong with them."""
    return source_page(file.read_bytes(), file, locale, page)


def source_page(data: bytes, file: Path, locale: str, page: str) -> SourcePage:
    """The page that these bytes are."""
    path = f"docs/{locale}/{page}"
    text, faults = read_text(data, path, locale)
    return SourcePage(path, locale, page, file, Reading(text), faults)
