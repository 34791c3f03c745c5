"""The passages of a page: all that is read of it, in the order of the file.

Code, addresses, attributes, comments, tags and the keys of front matter are no part of any passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from publications.reading import frontmatter
from publications.reading.dialect import read_tokens
from publications.reading.facts_in_text import FACT
from publications.reading.front_passages import read_front_passages
from publications.reading.inline_text import language_in, read_inline_text
from publications.reading.passage import Lines, Passage, passages_of

_COMMANDS = ("[TOC]", "--8<--", "-8<-")
_BAR = re.compile(r"(?<!\\)\|")
_SLASH_TITLE = re.compile(
    r"\s*/{3,}\s*(?!html\b|caption\b|figure-caption\b|table-caption\b)[\w-]+\s*\|\s*(?P<title>.+)"
)
_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<silent>script|style|template)\b.*?(?:</(?P=silent)\s*>|\Z)"
    r"|</?(?P<name>[A-Za-z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"']){0,1000})?/?>",
    re.DOTALL | re.IGNORECASE,
)
_PHRASES = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "br",
    ]
)
_VOID = frozenset(["img", "br", "hr", "input", "source", "track", "wbr", "link", "meta", "embed", "area"])


# Several checks look at the passages of a page, one after the other.
@lru_cache(maxsize=32)
def read_passages(text: str, locale: str) -> tuple[Passage, ...]:
    """Every passage of a page. text: the whole file, its lines ending as on Unix; locale: the page's own.

    A place in a passage is a place in `text`.
    """
    source = frontmatter.split(text)
    front = read_front_passages(source.front_matter, len(frontmatter.FENCE) + 1, locale)
    return (*front, *_BodyReader(text, source, locale).read())


class _BodyReader:
    def __init__(self, text: str, source: frontmatter.Source, locale: str) -> None:
        self.text, self.locale = text, locale
        self.lines = Lines(text)
        self.first_line = source.body_line
        # The parser must not see the spaces in `{{ fact }}`, and places must stay what they are.
        self.even = FACT.sub(lambda found: "{{" + "x" * (len(found.group()) - 4) + "}}", text)
        self.tokens = read_tokens(
            FACT.sub(lambda found: "{{" + "x" * (len(found.group()) - 4) + "}}", source.body)
        )
        self.elements: list[tuple[str, str]] = []
        self.cells: list[tuple[int, int]] = []
        self.searched = 0

    def read(self) -> Iterator[Passage]:
        for token in self.tokens:
            if token.type == "tr_open" and token.map:
                self.cells = list(self._cells_of(self.first_line + token.map[0]))
            elif token.type in ("td_open", "th_open"):
                yield from self._cell()
            elif token.type == "inline" and not self.cells:
                yield from self._inline(token)
            elif token.type == "tr_close":
                self.cells = []
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "slash_block_open":
                yield from self._slash_title(token)

    @property
    def language(self) -> str:
        """The language of the element that we are in."""
        return next((lang for _, lang in reversed(self.elements) if lang), self.locale)

    def _inline(self, token: Token) -> Iterator[Passage]:
        if token.content.startswith(_COMMANDS) or not token.map:
            return
        places: list[int] = []
        at = self.lines.start(self.first_line + token.map[0])
        for number, line in enumerate(token.content.split("\n")):
            words = line.strip()
            start = self._find(words, self.first_line + token.map[0] + number, at)
            if start < 0:
                return
            if number:
                places.append(max(start - 1, places[-1]) if places else start)
            places += range(start, start + len(words))
            at = start + len(words)
        content = "\n".join(line.strip() for line in token.content.split("\n"))
        yield from self._read(content, places)

    def _find(self, words: str, line: int, at: int) -> int:
        """Where the words of a token stand on a line of the file: as far right as can be, behind all markers."""
        start = max(self.lines.start(line), at)
        end = self.even.find("\n", start)
        return self.even.rfind(words, start, end if end >= 0 else len(self.even))

    def _cells_of(self, line: int) -> Iterator[tuple[int, int]]:
        start = self.lines.start(line)
        end = self.even.find("\n", start)
        end = end if end >= 0 else len(self.even)
        row = self.even[start:end]
        bars = [match.start() for match in _BAR.finditer(row)]
        first = len(row) - len(row.lstrip("> \t"))
        edges = ([first - 1] if not bars or bars[0] > first else []) + bars
        if row[edges[-1] + 1 :].strip():
            edges.append(len(row))
        yield from ((start + left + 1, start + right) for left, right in pairwise(edges))

    def _cell(self) -> Iterator[Passage]:
        if self.cells:
            start, end = self.cells[0]
            self.cells = self.cells[1:] or [(end, end)]
            words = self.even[start:end]
            start += len(words) - len(words.lstrip())
            yield from self._read(words.strip(), range(start, start + len(words.strip())))

    def _slash_title(self, token: Token) -> Iterator[Passage]:
        line = self.lines.start(self.first_line + (token.map or [0])[0])
        found = _SLASH_TITLE.match(self.even, line)
        if found:
            yield from self._read(found["title"], range(found.start("title"), found.end("title")))

    def _html(self, token: Token) -> Iterator[Passage]:
        """The texts between the tags of an HTML block; tags within a sentence belong to it."""
        start = self.lines.start(self.first_line + (token.map or [0])[0])
        end = self.lines.start(self.first_line + (token.map or [0, 0])[1]) if token.map else start
        html = self.even[start:end] if end > start else self.even[start:]
        at = 0
        for match in _HTML.finditer(html):
            name = (match["name"] or "").lower()
            if name in _PHRASES:
                continue
            yield from self._between(html, at, match.start(), start)
            at = match.end()
            self._element(name, match.group())
        yield from self._between(html, at, len(html), start)

    def _between(self, html: str, left: int, right: int, start: int) -> Iterator[Passage]:
        words = html[left:right]
        if words.strip():
            left += len(words) - len(words.lstrip())
            yield from self._read(words.strip(), range(start + left, start + left + len(words.strip())))

    def _element(self, name: str, tag: str) -> None:
        if tag.startswith("</"):
            names = [opened for opened, _ in self.elements]
            if name in names:
                del self.elements[len(names) - 1 - names[::-1].index(name) :]
        elif name and name not in _VOID and not tag.endswith("/>"):
            self.elements.append((name, language_in(tag)))

    def _read(self, markdown: str, places: Sequence[int]) -> Iterator[Passage]:
        found = read_inline_text(markdown, places)
        locale = found.locale or self.language
        yield from passages_of(found.letters, locale)
        for picture in found.pictures:
            yield from passages_of(picture, locale)
