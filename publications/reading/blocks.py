"""The blocks of a page: its front matter and the tokens of its body, read as what is translated as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from markdown_it.token import Token

from publications.reading.attributes import Attributes, ListedText, read_listed_text
from publications.reading.block import Block, BlockKind
from publications.reading.facts_in_text import with_loose_facts
from publications.reading.front_values import FrontText
from publications.reading.frontmatter import Front
from publications.reading.html_texts import HtmlReader
from publications.reading.inline import Inline, read_inline, read_line
from publications.reading.slash_blocks import SlashBlock, read_slash_block

_CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "ordered list",
    "blockquote_open": "quote",
    "table_open": "table",
    "admonition_open": "admonition",
    "tab_open": "tab",
    "footnote_reference_open": "footnote",
    "dl_open": "definitions",
}
_KINDS_OF_TOKENS = {
    "heading_open": BlockKind.HEADING,
    "dt_open": BlockKind.TERM,
    "admonition_title_open": BlockKind.TITLE,
    "tab_title_open": BlockKind.TITLE,
}
_KINDS_OF_TAGS = {
    "alt": BlockKind.ALT,
    "caption": BlockKind.CAPTION,
    "dd": BlockKind.DEFINITION,
    "dt": BlockKind.TERM,
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "summary": BlockKind.TITLE,
    "tr": BlockKind.TABLE_ROW,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
_ITEMS = ("list_item_open", "dd_open")
_CELLS = ("td_open", "th_open")
_COMMENT = re.compile(r"[^\S\n]*<!--.*?-->", re.DOTALL)
Path = tuple[str, ...]
# Commands of other generators: `near_misses` tells of them, and nobody translates them.
_COMMANDS = ("[TOC]", "--8<--", "-8<-")


def front_blocks(texts: Sequence[FrontText]) -> Iterator[Block]:
    """The blocks of front matter. Its YAML begins below its fence, hence the one line more."""
    for text in texts:
        inline = read_line(text.text)
        if inline.words or inline.links:
            attributes: Attributes = (("key", text.key),)
            line, end_line, kind = text.line + 1, text.end_line + 1, BlockKind.FRONT_MATTER
            typed = (text.text,)
            yield Block(kind, text.text, inline.words, line, end_line, (), 0, attributes, inline.links, typed)


def body_blocks(tokens: Sequence[Token], first_line: int) -> Iterator[Block]:
    """The blocks of a body. first_line: of the file, on which it begins."""
    return (block for block in _BodyReader(first_line).read(tokens) if block.words or block.links)


class _BodyReader:
    """Walks over the tokens of one page and remembers what is open, and in which containers."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.open: list[tuple[Token | SlashBlock, Path]] = []
        self.html = HtmlReader()
        self.cells: list[tuple[ListedText, Inline]] = []
        self.fresh_item = False

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.nesting == 1:
                name = _CONTAINERS.get(token.type)
                self.open.append((token, (*self.path, name) if name else self.path))
                self.fresh_item = self.fresh_item or token.type in _ITEMS
            elif token.nesting == -1:
                yield from self._close()
            elif read := self._readers.get(token.type):
                yield from read(self, token)

    @property
    def path(self) -> Path:
        """What we stand in, from the outside."""
        return self.open[-1][1] if self.open else ()

    def _text(self, token: Token) -> Iterator[Block]:
        """An inline token: the text of the innermost open block, cells of a row being left to the row."""
        parents = [at for at, _ in self.open if isinstance(at, Token)]
        parent = parents[-1] if parents else token
        inline = read_inline(token.children or [])
        if parent.type in _CELLS:
            self.cells.append((read_listed_text(token), inline))
            return
        line, end_line = self._lines(parent if parent.map and parent.type != "dt_open" else token)
        if not token.content.startswith(_COMMANDS) and not _is_implied(parents):
            kind = self._kind(parent)
            level = int(parent.tag[1]) if kind is BlockKind.HEADING else 0
            yield from self._block(kind, (read_listed_text(token),), inline, line, end_line, level)

    def _kind(self, parent: Token) -> BlockKind:
        if parent.type in _KINDS_OF_TOKENS:
            return _KINDS_OF_TOKENS[parent.type]
        fresh, self.fresh_item = self.fresh_item, False
        path = self.path
        if (path and path[-1].endswith("caption")) or self.html.innermost == "figcaption":
            return BlockKind.CAPTION
        if fresh:
            return BlockKind.DEFINITION if path[-1:] == ("definitions",) else BlockKind.LIST_ITEM
        return BlockKind.FOOTNOTE if "footnote" in path else BlockKind.PARAGRAPH

    def _block(
        self,
        kind: BlockKind,
        texts: tuple[ListedText, ...],
        inline: Inline,
        line: int,
        end_line: int,
        level: int = 0,
    ) -> Iterator[Block]:
        path, shown = self.path, " | ".join(text.shown for text in texts)
        shown = _COMMENT.sub("", shown) if "<!--" in shown else shown
        shown = (with_loose_facts(shown) if "{{" in shown else shown).strip()
        level = level or path.count("list") + path.count("ordered list")
        words, links, attributes = inline.words, inline.links, texts[-1].attributes
        typed = tuple(text.typed for text in texts)
        yield Block(kind, shown, words, line, end_line, path, level, attributes, links, typed)
        for picture in inline.pictures:
            at, links = line + picture.line, (picture.target,)
            alt = picture.alt
            yield Block(BlockKind.ALT, alt, picture.words, at, at, path, level, (), links, (alt,))

    def _close(self) -> Iterator[Block]:
        """Ends the innermost token; a table's row is one block, made when its last cell is read."""
        while not isinstance(token := self.open.pop()[0], Token):
            pass
        if token.type == "tr_open" and self.cells:
            line, _ = self._lines(token)
            inlines = [inline for _, inline in self.cells]
            words = " | ".join(inline.words for inline in inlines)
            row = Inline(
                words if any(inline.words for inline in inlines) else "",
                tuple(link for inline in inlines for link in inline.links),
                tuple(picture for inline in inlines for picture in inline.pictures),
            )
            texts, self.cells = tuple(text for text, _ in self.cells), []
            yield from self._block(BlockKind.TABLE_ROW, texts, row, line, line)
        if token.type in _ITEMS:
            self.fresh_item = False

    def _abbreviations(self, token: Token) -> Iterator[Block]:
        line, _ = self._lines(token)
        for at, text in enumerate(token.content.split("\n"), start=line):
            label, _, meaning = text.removeprefix("*[").partition("]: ")
            words = f"{label}: {meaning.strip()}"
            yield Block(BlockKind.ABBREVIATION, text, words, at, at, self.path, typed=(meaning.strip(),))

    def _slash_open(self, token: Token) -> Iterator[Block]:
        block = read_slash_block(token)
        line, _ = self._lines(token)
        if block.title:
            title = _as_it_stands(block.title)
            yield from self._block(BlockKind.TITLE, (title,), read_line(block.title), line, line)
        for value in Front(block.options).texts:
            inline, first, last = read_line(value.text), line + value.line, line + value.end_line
            yield from self._block(BlockKind.TITLE, (_as_it_stands(value.text),), inline, first, last)
        self.open.append((block, (*self.path, block.name)))

    def _slash_close(self, token: Token) -> Iterator[Block]:
        """The fence closes the innermost block with as many slashes, and what was left open in it."""
        for place in range(len(self.open) - 1, -1, -1):
            at = self.open[place][0]
            if isinstance(at, Token):
                break
            if at.fence == token.markup:
                del self.open[place:]
                break
        return iter(())

    def _code(self, token: Token) -> Iterator[Block]:
        line, end_line = self._lines(token)
        code = with_loose_facts(token.content).rstrip()
        typed = (token.content.rstrip("\n"),)
        yield Block(BlockKind.CODE, code, code, line, end_line, self.path, typed=typed)

    def _html(self, token: Token) -> Iterator[Block]:
        first, _ = self._lines(token)
        for text in self.html.read(token.content):
            kind = _KINDS_OF_TAGS.get(text.tag, BlockKind.PARAGRAPH)
            level = int(text.tag[1]) if kind is BlockKind.HEADING else 0
            inline = read_line(text.markdown)
            inline = Inline(inline.words, (*text.links, *inline.links), inline.pictures)
            line, end_line = first + text.line, first + text.end_line
            shown = (_as_it_stands(text.markdown),)
            yield from self._block(kind, shown, inline, line, end_line, level)

    def _lines(self, token: Token) -> tuple[int, int]:
        start, end = token.map or (0, 0)
        return self.first_line + start, self.first_line + max(start, end - 1)

    _readers: ClassVar[dict[str, Callable[[_BodyReader, Token], Iterator[Block]]]] = {
        "inline": _text,
        "slash_block_open": _slash_open,
        "slash_block_close": _slash_close,
        "fence": _code,
        "code_block": _code,
        "html_block": _html,
        "abbreviations": _abbreviations,
    }


def _as_it_stands(text: str) -> ListedText:
    """A text that is no Markdown to the published page, and so has no attribute lists."""
    return ListedText(text, text)


def _is_implied(parents: Sequence[Token]) -> bool:
    """The title "Note" of `!!! note`, which nobody typed."""
    is_title = bool(parents) and _KINDS_OF_TOKENS.get(parents[-1].type) is BlockKind.TITLE
    return is_title and '"' not in parents[-2].info
