"""A line of Markdown as its reader meets it: words, link targets, pictures; emphasis and comments gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from publications.reading.attributes import without_attributes

# A local part has at most 64 characters (RFC 5321), which also keeps the search linear.
_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>\"”»]*[^\s<>\"”».,;:!?)\]’']"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
)
_HTML_ATTRIBUTE = re.compile(r"""\b(href|src|alt|title)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_BREAKS = {"softbreak", "hardbreak"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within a text. line: how many lines below the text's first it stands."""

    alt: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Inline:
    """words: what is read, without markup and addresses; links: targets in the order of the text."""

    words: str
    links: tuple[str, ...]
    pictures: tuple[Picture, ...]


def read_inline(tokens: Sequence[Token]) -> Inline:
    """Read the children of an inline token."""
    reader = _InlineReader()
    for token in tokens:
        reader.read(token)
    words = without_attributes("".join(reader.words))
    links = (*reader.links, *_ADDRESS.findall(words))
    return Inline(" ".join(_ADDRESS.sub("", words).split()), links, tuple(reader.pictures))


class _InlineReader:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.links: list[str] = []
        self.pictures: list[Picture] = []
        self.line = 0
        self.in_autolink = False

    def read(self, token: Token) -> None:
        if token.type in _BREAKS:
            self.words.append("\n")
            self.line += 1
        elif token.type in ("text", "text_special", "code_inline"):
            self.words.append("" if self.in_autolink else token.content)
        elif token.type == "link_open":
            self.in_autolink = token.markup == "autolink"
            self._link(str(token.attrs["href"]), str(token.attrs.get("title", "")))
        elif token.type == "link_close":
            self.in_autolink = False
        elif token.type == "image":
            title = str(token.attrs.get("title", ""))
            self._picture(f"{token.content} {title}".strip(), str(token.attrs["src"]))
        elif token.type in ("s_open", "s_close"):
            self.words.append("~~")
        elif token.type == "html_inline":
            self._html(token.content)

    def _link(self, target: str, title: str = "") -> None:
        self.links.append(target)
        self.words.append(f"({title}) " if title else "")

    def _picture(self, alt: str, target: str) -> None:
        self.pictures.append(Picture(alt, target, self.line))

    def _html(self, tag: str) -> None:
        self.line += tag.count("\n")
        if tag.startswith("<!--"):
            return
        found = {key.lower(): value.strip("\"'") for key, value in _HTML_ATTRIBUTE.findall(tag)}
        if tag.lower().startswith("<img"):
            self._picture(found.get("alt", ""), found.get("src", ""))
        elif "href" in found or "src" in found:
            self._link(found.get("href") or found["src"], found.get("title", ""))
        elif tag.lower().startswith("<br"):
            self.words.append(" ")
        elif "title" in found:
            self.words.append(f"({found['title']}) ")
