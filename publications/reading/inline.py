"""A line of Markdown as its reader meets it: words, link targets, pictures; emphasis and comments gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from publications.reading.dialect import read_inline_tokens
from publications.reading.facts_in_text import tight_fact
from publications.reading.tags import read_html

ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>\"”»]*[^\s<>\"”».,;:!?)\]’']"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"  # a local part is no longer (RFC 5321)
)
_MAYBE_ADDRESS = re.compile(r"@|://|www\.")
MARKUP = re.compile(r"[\\`*_\[\]<>&!{}~@:/\n]|www\.")
"""A text without any of these is read as it stands."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within a text. line: how many lines below the text's first it stands; words: its text as read."""

    alt: str
    words: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Inline:
    """words: what is read, without markup and addresses; links: targets in the order of the text."""

    words: str
    links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


def read_inline(tokens: Sequence[Token]) -> Inline:
    """Read the children of an inline token."""
    reader = _InlineReader()
    for token in tokens:
        reader.read(token)
    words = "".join(reader.words)
    if _MAYBE_ADDRESS.search(words):  # of a link whose words are one
        reader.links += ADDRESS.findall(words)
        words = ADDRESS.sub("", words)
    return Inline(" ".join(words.split()), tuple(reader.links), tuple(reader.pictures))


def read_line(markdown: str) -> Inline:
    """Read a text that stands in no block, such as a title or the words between two tags."""
    if MARKUP.search(markdown):
        return read_inline(read_inline_tokens(markdown))
    return Inline(" ".join(markdown.split()))


def text_of(tokens: Sequence[Token], *, with_code: bool = False) -> str:
    """What stands there as text, with its line ends; tags are left out, and code unless it is asked for."""
    return "".join(_text(token, with_code) for token in tokens)


def lines_of(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The children of an inline token, each with how many lines below the first it begins."""
    line = 0
    for token in tokens:
        yield token, line
        line += line_ends(token)


def line_ends(token: Token) -> int:
    """How many lines of the file end in a child of an inline token."""
    if token.type in ("softbreak", "hardbreak"):
        return 1
    return token.content.count("\n") if token.type == "html_inline" else 0


def _text(token: Token, with_code: bool) -> str:
    if token.type in ("text", "text_special", "fact") or (with_code and token.type == "code_inline"):
        return token.content
    return "\n" * line_ends(token)


@dataclass
class _InlineReader:
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    line: int = 0
    autolink: Token | None = None

    def read(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "code_inline", "text_special"):
            if self.autolink:
                self.links.append(_address(self.autolink, token))
            else:
                self.words.append(token.content)
        elif kind in ("softbreak", "hardbreak"):
            self.words.append("\n")
            self.line += 1
        elif kind == "link_open":
            self.autolink = token if token.markup == "autolink" else None
            if not self.autolink:
                self._link(str(token.attrs["href"]), str(token.attrs.get("title", "")))
        elif kind == "link_close":
            self.autolink = None
        elif kind == "fact":
            self.words.append(tight_fact(token.content))
        elif kind == "image":
            self._image(token)
        elif kind == "html_inline":
            self._html(token.content)

    def _link(self, target: str, title: str = "") -> None:
        self.links.append(target)
        self.words.append(f"({title}) " if title else "")

    def _image(self, token: Token) -> None:
        title, alt = str(token.attrs.get("title", "")), token.content
        words = read_inline(token.children or []).words
        if title:
            alt, words = f"{alt} {title}".strip(), f"{words} {read_line(title).words}".strip()
        self.pictures.append(Picture(alt, words, str(token.attrs["src"]), self.line))

    def _html(self, html: str) -> None:
        for tag in read_html(html).tags:
            if tag.nesting >= 0:
                self._tag(tag.name, dict(tag.attributes))
        self.line += html.count("\n")

    def _tag(self, name: str, values: dict[str, str]) -> None:
        title = values.get("title", "")
        if name == "img":
            alt = values.get("alt", "")
            self.pictures.append(Picture(alt, read_line(alt).words, values.get("src", ""), self.line))
        elif "href" in values or "src" in values:
            self._link(values.get("href") or values.get("src", ""), title)
        elif name == "br":
            self.words.append(" ")
        elif "title" in values:
            self.words.append(f"({title}) ")


def _address(link: Token, text: Token) -> str:
    """The address of `<me@example.org>` as it is published, of a bare one as it was typed."""
    is_bare = text.meta["at"] > link.meta["at"] or text.content.startswith("www.")
    return text.content if is_bare else str(link.attrs["href"])
