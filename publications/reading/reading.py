"""A reading: one text, parsed once; what is asked of it is worked out when first asked for, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from publications.charts.block import ChartBlock, chart_blocks
from publications.reading import frontmatter
from publications.reading.anatomy import Anatomy
from publications.reading.anatomy_reader import read_anatomy
from publications.reading.block import Block
from publications.reading.blocks import as_lines, read_blocks
from publications.reading.mention import Mention, find_mentions
from publications.reading.passage import Passage
from publications.reading.passages import read_passages


@dataclass(frozen=True)
class Reading:
    """A page's text. text: the whole file, with line ends as on Unix and no byte order mark.

    Lines are counted from 1 and are the file's. Whoever shares a reading shares its parts.
    """

    text: str

    @classmethod
    def of(cls, text: str) -> Reading:
        """The reading of a text as it was typed."""
        return cls(as_lines(text))

    @cached_property
    def source(self) -> frontmatter.Source:
        """Front matter and body, with the line on which the body begins."""
        return frontmatter.split(self.text)

    @cached_property
    def values(self) -> Mapping[str, object]:
        """The values of the front matter; none when YAML cannot read it."""
        return frontmatter.parse(self.source.front_matter)

    @cached_property
    def problem(self) -> frontmatter.Problem | None:
        """Why YAML cannot read the front matter."""
        return frontmatter.problem(self.source.front_matter)

    @cached_property
    def entries(self) -> tuple[frontmatter.Entry, ...]:
        """The keys of the front matter, with their lines."""
        return frontmatter.entries(self.source.front_matter)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What is translated as one, front matter first."""
        return read_blocks(self.text)

    @cached_property
    def anatomy(self) -> Anatomy:
        """Headings, ids and links."""
        return read_anatomy(self.source.body, self.source.body_line)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The facts that the body names; their places are those of the body."""
        return tuple(find_mentions(self.source.body))

    @cached_property
    def charts(self) -> tuple[ChartBlock, ...]:
        """The `/// chart` blocks, before facts are put in."""
        return tuple(chart_blocks(self.source.body, self.source.body_line))

    def passages(self, locale: str) -> tuple[Passage, ...]:
        """What is read of the page as running text. locale: the page's own."""
        return read_passages(self.text, locale)
