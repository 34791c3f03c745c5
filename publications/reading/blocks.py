"""Blocks: a page taken apart, each block with its lines; files are never written from them."""

from __future__ import annotations

from functools import lru_cache

from publications.reading import frontmatter
from publications.reading.attributes import Attributes
from publications.reading.block import Block, BlockKind
from publications.reading.body import BodyReader
from publications.reading.front_text import FrontText, read_front_text
from publications.reading.grammar import read_inline_tokens, read_tokens
from publications.reading.inline import read_inline

__all__ = ["Block", "BlockKind", "as_lines", "read_blocks"]


# A source text is read again for each translation that follows it.
@lru_cache(maxsize=32)
def read_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a page in the order of the file, front matter first. Any text can be read."""
    source = frontmatter.split(as_lines(markdown))
    front = [_front_block(value) for value in read_front_text(source.front_matter)]
    body = BodyReader(source.body_line).read(read_tokens(source.body))
    return (*front, *(block for block in body if block.words or block.links))


def as_lines(markdown: str) -> str:
    """The text with line ends as on Unix and no byte order mark; its lines keep their numbers."""
    return markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _front_block(value: FrontText) -> Block:
    inline = read_inline(read_inline_tokens(value.text))
    # The YAML begins below its fence, hence the one line more.
    line, end_line = value.line + 1, value.end_line + 1
    attributes: Attributes = (("key", value.key),)
    kind = BlockKind.FRONT_MATTER
    return Block(kind, value.text, inline.words, line, end_line, (), 0, attributes, inline.links)
