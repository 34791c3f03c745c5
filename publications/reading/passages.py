"""The passages of a page: all that is read of it, in the order of the file.

Code, addresses, attributes, comments, tags and the keys of front matter are no part of any passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from publications.reading.dialect import read_inline_tokens
from publications.reading.front_values import FrontText
from publications.reading.frontmatter import FENCE, Front, Source
from publications.reading.inline import MARKUP
from publications.reading.inline_text import Placed, read_inline_text, segments_of
from publications.reading.passage import THING, Lines, Passage, Piece, passages_of
from publications.reading.tags import PHRASING, VOID

_CELLS = ("td_open", "th_open")
_SLASH_TITLE = re.compile(
    r"\s*/{3,}\s*(?!html\b|caption\b|figure-caption\b|table-caption\b)[\w-]+\s*\|\s*(?P<title>.*\S)"
)
_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<silent>script|style|template)\b.*?(?:</(?P=silent)\s*>|\Z)"
    r"|</?(?P<name>[A-Za-z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"']){0,1000})?/?>",
    re.DOTALL | re.IGNORECASE,
)
_LANGUAGE = re.compile(r"""\s(?:xml:)?lang\s*=\s*["']?([A-Za-z][\w-]*)""")
_DOUBLE_QUOTED = re.compile(r"(?P<escape>\\(?:x..|u.{4}|U.{8}|\n|.))|(?P<thing>\{\{[^{}\n]*\}\})", re.DOTALL)
_SINGLE_QUOTED = re.compile(r"(?P<escape>'')|(?P<thing>\{\{[^{}\n]*\}\})")
_PLAIN = re.compile(r"(?P<escape>(?!))|(?P<thing>\{\{[^{}\n]*\}\})")


def read_passages(
    text: str, source: Source, front: Front, tokens: Sequence[Token], locale: str
) -> Iterator[Passage]:
    """Every passage of a page. text: the whole file; locale: the page's own. A place is one in `text`."""
    for shown in front.texts:
        yield from passages_of(_front_pieces(source.front_matter, shown, locale), locale)
    yield from _BodyReader(text, source, locale).read(tokens)


def _front_pieces(front_matter: str, shown: FrontText, locale: str) -> Iterator[Piece]:
    """What YAML reads of a value; the marks that it needs for itself are passed over."""
    typed, at = front_matter[shown.start : shown.end], len(FENCE) + 1 + shown.start
    if shown.style in ("|", ">"):
        head = typed.find("\n") + 1
        yield from _scalar(typed[head:].rstrip(), at + head, _PLAIN, locale)
    elif shown.style:
        quoted = _DOUBLE_QUOTED if shown.style == '"' else _SINGLE_QUOTED
        yield from _scalar(typed[1:-1], at + 1, quoted, locale)
    else:
        yield from _scalar(typed, at, _PLAIN, locale)


def _scalar(typed: str, at: int, special: re.Pattern[str], locale: str) -> Iterator[Piece]:
    done = 0
    for match in special.finditer(typed):
        yield Piece(typed[done : match.start()], at + done, at + match.start(), locale)
        done = match.end()
        char = {'\\"': '"', "\\\\": "\\", "''": "'"}.get(match.group(), THING)
        yield Piece(char, at + match.start(), at + done, locale)
    yield Piece(typed[done:], at + done, at + len(typed), locale)


class _BodyReader:
    """languages: of the blocks that are open; elements: of the HTML, with their languages; done: the place read up to."""

    def __init__(self, text: str, source: Source, locale: str) -> None:
        self.text, self.first_line, self.locale = text, source.body_line, locale
        self.lines = Lines(text)
        self.languages: list[str] = []
        self.elements: list[tuple[str, str]] = []
        self.done = 0
        self.is_cell = False

    def read(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        for token in tokens:
            if token.nesting > 0:
                self.languages.append(str(token.attrs.get("lang") or ""))
                self.is_cell = token.type in _CELLS
            elif token.nesting < 0:
                self.languages.pop()
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "slash_block_open":
                yield from self._slash_title(token)

    @property
    def language(self) -> str:
        """The language of what we are in."""
        inner = (lang for lang in reversed(self.languages) if lang)
        return next(inner, next((lang for _, lang in reversed(self.elements) if lang), self.locale))

    def _inline(self, token: Token) -> Iterator[Passage]:
        segments = tuple(self._segments(token))
        if segments and token.children:
            yield from self._read(Placed(token.children, len(token.content), segments))

    def _segments(self, token: Token) -> Iterator[tuple[int, int]]:
        """Where the content of a token stands in the file; none when a line of it is not found, as a title nobody typed."""
        offset, found = 0, []
        for number, line in enumerate(token.content.split("\n"), start=self._line(token)):
            words = line.strip(" \t")
            start = self.lines.start(number)
            typed = self.text[start : self.lines.start(number + 1)]
            first = max(self.done - start, 0)
            places = list(segments_of(words, typed, first, is_cell=self.is_cell))
            if not places:
                return
            skipped = offset + line.find(words)
            found += [(skipped + at, start + place) for at, place in places]
            self.done = start + places[-1][1] + len(words) - places[-1][0]
            offset += len(line) + 1
        yield from found

    def _line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def _slash_title(self, token: Token) -> Iterator[Passage]:
        if found := _SLASH_TITLE.match(self.text, self.lines.start(self._line(token))):
            yield from self._markdown(found["title"], found.start("title"))

    def _html(self, token: Token) -> Iterator[Passage]:
        """The texts between the tags of an HTML block; tags within a sentence belong to it."""
        start, end = (self.lines.start(self.first_line + line) for line in token.map or (0, 0))
        html, at = self.text[start:end], 0
        for match in _HTML.finditer(html):
            name = (match["name"] or "").lower()
            if name in PHRASING:
                continue
            yield from self._between(html[at : match.start()], start + at)
            at = match.end()
            self._element(name, match.group())
        yield from self._between(html[at:], start + at)

    def _between(self, words: str, start: int) -> Iterator[Passage]:
        if text := words.strip():
            yield from self._markdown(text, start + words.find(text))

    def _element(self, name: str, tag: str) -> None:
        if tag.startswith("</"):
            names = [opened for opened, _ in self.elements]
            if name in names:
                del self.elements[len(names) - 1 - names[::-1].index(name) :]
        elif name and name not in VOID and not tag.endswith("/>"):
            found = _LANGUAGE.search(tag)
            self.elements.append((name, found[1] if found else ""))

    def _markdown(self, markdown: str, start: int) -> Iterator[Passage]:
        """The passages of a text that stands in no block."""
        if MARKUP.search(markdown):
            yield from self._read(Placed(read_inline_tokens(markdown), len(markdown), [(0, start)]))
        else:
            yield from passages_of(
                [Piece(markdown, start, start + len(markdown), self.language)], self.language
            )

    def _read(self, placed: Placed) -> Iterator[Passage]:
        found = read_inline_text(placed, self.language)
        for pieces in (found.pieces, *found.pictures):
            yield from passages_of(pieces, self.language)
