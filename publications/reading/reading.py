"""A reading: one text, parsed once; what is asked of it is worked out when first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it.token import Token

from publications.charts.block import ChartBlock, chart_blocks
from publications.faults import Fault
from publications.reading.anatomy import Anatomy, anatomy_of
from publications.reading.block import Block
from publications.reading.blocks import body_blocks, front_blocks
from publications.reading.dialect import read_tokens
from publications.reading.encoding import as_lines
from publications.reading.front_values import Entry
from publications.reading.frontmatter import Front, Problem, Source, split
from publications.reading.mention import Mention, mentions_of
from publications.reading.near_misses import near_misses
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
    def source(self) -> Source:
        """Front matter and body, with the line on which the body begins."""
        return split(self.text)

    @cached_property
    def front(self) -> Front:
        """What YAML reads of the front matter."""
        return Front(self.source.front_matter)

    @property
    def values(self) -> Mapping[str, object]:
        """The values of the front matter; none when YAML cannot read it."""
        return self.front.values

    @property
    def problem(self) -> Problem | None:
        """Why YAML cannot read the front matter."""
        return self.front.problem

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The keys of the front matter, with their lines."""
        return self.front.entries

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The body as it was parsed; maps count its lines from 0. Everybody reads these, nobody writes into them."""
        return tuple(read_tokens(self.source.body))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What is translated as one, front matter first."""
        return (*front_blocks(self.front.texts), *body_blocks(self.tokens, self.source.body_line))

    @cached_property
    def anatomy(self) -> Anatomy:
        """Headings, ids and links."""
        return anatomy_of(self.tokens, self.source.body_line)

    @cached_property
    def near_misses(self) -> tuple[Fault, ...]:
        """What was meant as Markdown, and is none."""
        return tuple(near_misses(self.tokens, self.source.body_line))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The facts that the body names."""
        return tuple(mentions_of(self.tokens, self.source.body_line))

    @cached_property
    def charts(self) -> tuple[ChartBlock, ...]:
        """The `/// chart` blocks, before facts are put in."""
        return self.charts_with(str)

    def charts_with(self, written: Callable[[str], str]) -> tuple[ChartBlock, ...]:
        """The `/// chart` blocks with their facts. written: gives a text with its facts in place."""
        return tuple(chart_blocks(self.tokens, self.source.body_line, written))

    # Several checks look at the passages of a page, one after the other.
    @lru_cache(maxsize=32)  # noqa: B019 (few, and small)
    def passages(self, locale: str) -> tuple[Passage, ...]:
        """What is read of the page as running text. locale: the page's own."""
        return tuple(read_passages(self.text, self.source, self.front, self.tokens, locale))


# A source text is read again for each translation that follows it.
@lru_cache(maxsize=32)
def read_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text that nothing else is asked of. Any text can be read."""
    return Reading.of(markdown).blocks
