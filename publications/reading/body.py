"""The body of a page: its tokens read as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from markdown_it.token import Token

from publications.reading.attributes import read_attributes, without_attributes
from publications.reading.block import Block, BlockKind
from publications.reading.front_text import read_front_text
from publications.reading.grammar import read_inline_tokens, with_loose_facts
from publications.reading.html_text import HtmlReader, HtmlText
from publications.reading.inline import Inline, read_inline
from publications.reading.slash_blocks import SlashBlock, read_slash_block
from publications.reading.token_kinds import CONTAINERS, KINDS_OF_TAGS, KINDS_OF_TOKENS, LISTS

_COMMENT = re.compile(r"[^\S\n]*<!--.*?-->", re.DOTALL)
# Lines that steer the build and are read by nobody.
_COMMANDS = ("[TOC]", "--8<--", "-8<-")


class BodyReader:
    """Walks over the tokens of one page and remembers what is open."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.open: list[Token | SlashBlock] = []
        self.html = HtmlReader()
        self.fresh_item = False

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.nesting == 1:
                self.open.append(token)
                self.fresh_item = self.fresh_item or token.type in ("list_item_open", "dd_open")
            elif token.nesting == -1:
                yield from self._close()
            elif read := self._readers.get(token.type):
                yield from read(self, token)

    def _text(self, token: Token) -> Iterator[Block]:
        """An inline token: the text of the innermost open block, cells of a row being left to the row."""
        parent, *outer = [at for at in reversed(self.open) if isinstance(at, Token)] or [token]
        line, end_line = self._lines(parent if parent.map and parent.type != "dt_open" else token)
        if parent.type in ("td_open", "th_open"):
            parent.meta = {"inline": read_inline(token.children or []), "text": token.content}
            outer[0].meta.setdefault("cells", []).append(parent)
        elif parent.type == "mkdocs_abbreviation_open":
            yield from self._abbreviations(token.content, line)
        elif not token.content.startswith(_COMMANDS) and not _is_implied(parent, outer):
            kind = self._kind(parent)
            level = int(parent.tag[1]) if kind is BlockKind.HEADING else 0
            inline = read_inline(token.children or [])
            yield from self._block(kind, token.content, inline, line, end_line, level)

    def _kind(self, parent: Token) -> BlockKind:
        if parent.type in KINDS_OF_TOKENS:
            return KINDS_OF_TOKENS[parent.type]
        fresh, self.fresh_item = self.fresh_item, False
        containers = self._path()
        if any(name.endswith("caption") for name in containers[-1:]) or self.html.innermost == "figcaption":
            return BlockKind.CAPTION
        if fresh:
            return BlockKind.DEFINITION if containers[-1:] == ("definitions",) else BlockKind.LIST_ITEM
        return BlockKind.FOOTNOTE if "footnote" in containers else BlockKind.PARAGRAPH

    def _block(
        self, kind: BlockKind, text: str, inline: Inline, line: int, end_line: int, level: int = 0
    ) -> Iterator[Block]:
        path = self._path()
        level = level or sum(name in LISTS for name in path)
        attributes = read_attributes(text)
        shown = with_loose_facts(without_attributes(_COMMENT.sub("", text))).strip()
        yield Block(kind, shown, inline.words, line, end_line, path, level, attributes, inline.links)
        for picture in inline.pictures:
            at, links = line + picture.line, (picture.target,)
            words = read_inline(read_inline_tokens(picture.alt)).words
            yield Block(BlockKind.ALT, picture.alt, words, at, at, path, level, (), links)

    def _close(self) -> Iterator[Block]:
        """Ends the innermost token; a table's row is one block, made when its last cell is read."""
        while not isinstance(token := self.open.pop(), Token):
            pass
        cells = token.meta.get("cells", []) if token.type == "tr_open" else []
        if cells:
            line, _ = self._lines(token)
            inlines: list[Inline] = [cell.meta["inline"] for cell in cells]
            row = Inline(
                " | ".join(inline.words for inline in inlines)
                if any(inline.words for inline in inlines)
                else "",
                tuple(link for inline in inlines for link in inline.links),
                tuple(picture for inline in inlines for picture in inline.pictures),
            )
            text = " | ".join(cell.meta["text"] for cell in cells)
            yield from self._block(BlockKind.TABLE_ROW, text, row, line, line)
        if token.type in ("list_item_open", "dd_open"):
            self.fresh_item = False

    def _abbreviations(self, content: str, line: int) -> Iterator[Block]:
        for number, text in enumerate(content.split("\n")):
            label, _, meaning = text.removeprefix("*[").partition("]: ")
            words = f"{label}: {meaning.strip()}"
            at = line + number
            yield Block(BlockKind.ABBREVIATION, text, words, at, at, self._path())

    def _slash_open(self, token: Token) -> Iterator[Block]:
        block = read_slash_block(token)
        line, _ = self._lines(token)
        if block.title:
            yield from self._inner(BlockKind.TITLE, block.title, line, line)
        for value in read_front_text(block.options):
            yield from self._inner(BlockKind.TITLE, value.text, line + value.line, line + value.end_line)
        self.open.append(block)

    def _slash_close(self, token: Token) -> Iterator[Block]:
        """The fence closes the innermost block with as many slashes, and what was left open in it."""
        for place in range(len(self.open) - 1, -1, -1):
            at = self.open[place]
            if isinstance(at, Token):
                break
            if at.fence == token.markup:
                del self.open[place:]
                break
        return iter(())

    def _code(self, token: Token) -> Iterator[Block]:
        line, end_line = self._lines(token)
        code = with_loose_facts(token.content).rstrip()
        yield Block(BlockKind.CODE, code, code, line, end_line, self._path())

    def _html(self, token: Token) -> Iterator[Block]:
        first, _ = self._lines(token)
        for text in self.html.read(token.content):
            line, end_line = first + text.line, first + text.end_line
            kind = KINDS_OF_TAGS.get(text.tag, BlockKind.PARAGRAPH)
            yield from self._inner(kind, text.markdown, line, end_line, text)

    def _inner(
        self, kind: BlockKind, markdown: str, line: int, end_line: int, html: HtmlText | None = None
    ) -> Iterator[Block]:
        """A text that the parser did not take for Markdown."""
        inline = read_inline(read_inline_tokens(markdown))
        if html and html.links:
            inline = Inline(inline.words, (*html.links, *inline.links), inline.pictures)
        level = int(html.tag[1]) if html and kind is BlockKind.HEADING else 0
        yield from self._block(kind, markdown, inline, line, end_line, level)

    def _path(self) -> tuple[str, ...]:
        names = (CONTAINERS.get(at.type) if isinstance(at, Token) else at.name for at in self.open)
        return tuple(name for name in names if name)

    def _lines(self, token: Token) -> tuple[int, int]:
        start, end = token.map or (0, 0)
        return self.first_line + start, self.first_line + max(start, end - 1)

    _readers: ClassVar[dict[str, Callable[[BodyReader, Token], Iterator[Block]]]] = {
        "inline": _text,
        "slash_block_open": _slash_open,
        "slash_block_close": _slash_close,
        "fence": _code,
        "code_block": _code,
        "html_block": _html,
    }


def _is_implied(parent: Token, outer: Sequence[Token]) -> bool:
    """The title "Note" of `!!! note`, which nobody typed."""
    return KINDS_OF_TOKENS.get(parent.type) is BlockKind.TITLE and '"' not in outer[0].info
