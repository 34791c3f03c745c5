"""Reads the anatomy of a page's Markdown: what the published page will have where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

from publications.reading.anatomy import Anatomy, Heading, Id, Link, LinkKind, LooseEnd
from publications.reading.attributes import ATTRIBUTE_LIST, read_attributes, without_attributes
from publications.reading.grammar import read_inline_tokens, read_tokens
from publications.reading.html_tags import read_tags


def read_anatomy(markdown: str, first_line: int = 1) -> Anatomy:
    """Take the Markdown of a page apart. first_line: the line of the file on which it begins."""
    reader = _Reader(first_line)
    tokens = read_tokens(markdown)
    reader.footnotes = {
        str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"
    }
    for token, before in zip(tokens, [None, *tokens], strict=False):
        reader.read(token, before)
    return Anatomy(
        tuple(_numbered(reader.headings, {found.name for found in reader.ids})),
        tuple(reader.ids),
        tuple(reader.links),
        tuple(reader.loose_ends),
    )


def _numbered(headings: Sequence[Heading], taken: set[str]) -> Iterator[Heading]:
    """Headings whose words give the same id get `_1`, `_2` …, as on the published page."""
    used = taken | {heading.id for heading in headings if heading.is_explicit}
    for heading in headings:
        name = heading.id if heading.is_explicit else unique(heading.id, used)
        yield replace(heading, id=name)


_LABELLED = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\]")
# Python-Markdown takes an address with spaces for a link, CommonMark does not.
_SPACED = re.compile(
    r"(?P<picture>!?)\[[^\[\]]*\]\((?P<target>[^()\n<>\"]*[^()\n<>\"\s])(?:\s+\"[^\"\n]*\")?\s*\)"
)
_TIGHT = re.compile(r"(?P<marks>#{1,6})(?P<words>[^#\s].*?)#*")
_OPTION_ID = re.compile(r"\bid:\s*['\"]?([^\s,'\"}]+)")


@dataclass
class _Reader:
    first_line: int
    footnotes: set[str] = field(default_factory=set)
    headings: list[Heading] = field(default_factory=list)
    ids: list[Id] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    loose_ends: list[LooseEnd] = field(default_factory=list)

    def read(self, token: Token, before: Token | None) -> None:
        line = self.first_line + (token.map[0] if token.map else 0)
        if token.type == "inline" and before is not None and before.type == "heading_open":
            self._heading(token, int(before.tag[1:]), line)
        elif token.type == "inline":
            self._text(token, line)
            if before is not None and before.type == "paragraph_open":
                self._tight_headings(token, line)
        elif token.type == "html_block":
            self._html(token.content, line)
        elif token.type == "slash_block_open":
            self.ids += [Id(name, line) for name in _OPTION_ID.findall(token.content)]

    def _heading(self, token: Token, level: int, line: int) -> None:
        words = " ".join(without_attributes(_words(token, with_code=True)).split())
        explicit = dict(read_attributes(token.content)).get("id")
        self.headings.append(Heading(level, words, explicit or slugify(words, "-"), line, bool(explicit)))
        self._inline(token.children or [], line)

    def _tight_headings(self, token: Token, line: int) -> None:
        """`#Heading` without a space is a heading on the published page."""
        for number, text in enumerate(token.content.split("\n")):
            if match := _TIGHT.fullmatch(text):
                level, words = len(match["marks"]), match["words"]
                name = slugify(words, "-")
                self.headings.append(Heading(level, words, name, line + number, is_explicit=False))

    def _text(self, token: Token, line: int) -> None:
        at = line
        for child in token.children or []:
            at += _line_ends(child)
            if child.type == "text":
                lists = (match.group() for match in ATTRIBUTE_LIST.finditer(child.content))
                self.ids += [Id(dict(read_attributes(one)).get("id", ""), at) for one in lists if "#" in one]
        self.ids = [found for found in self.ids if found.name]
        self._inline(token.children or [], line)
        self._loose_ends(token, line)

    def _inline(self, children: Sequence[Token], line: int) -> None:
        for child in children:
            line += _line_ends(child)
            if child.type == "link_open":
                self.links.append(Link(str(child.attrs["href"]), line, LinkKind.LINK))
            elif child.type == "image":
                self.links.append(Link(str(child.attrs["src"]), line, LinkKind.PICTURE))
            elif child.type == "html_inline":
                self._html(child.content, line - child.content.count("\n"))
            elif child.type == "footnote_ref" and str(child.meta["label"]) not in self.footnotes:
                label = f"^{child.meta['label']}"
                self.loose_ends.append(LooseEnd(f"[{label}]", label, line))

    def _loose_ends(self, token: Token, line: int) -> None:
        text, typed = _words(token), _without_code(token)
        for match in _LABELLED.finditer(text):
            if f"][{match['label']}]" in typed:
                label = match["label"] or match["text"]
                self.loose_ends.append(
                    LooseEnd(match.group(), label, line + text.count("\n", 0, match.start()))
                )
        for match in _SPACED.finditer(text):
            if match["target"] in typed and "](" in typed:
                kind = LinkKind.PICTURE if match["picture"] else LinkKind.LINK
                self.links.append(Link(match["target"], line + text.count("\n", 0, match.start()), kind))

    def _html(self, html: str, line: int) -> None:
        for tag in read_tags(html):
            at = line + tag.line
            if tag.name == "h1":
                self.headings.append(Heading(1, "<h1>", tag.id, at, is_explicit=True))
            elif tag.id:
                self.ids.append(Id(tag.id, at))
            self.links += [Link(target, at, LinkKind.HTML) for target in tag.addresses]
            if tag.markdown:
                self._inline(read_inline_tokens(tag.markdown), at)


def _words(token: Token, *, with_code: bool = False) -> str:
    """What stands there as text, with its line ends; tags are left out, and code unless it is asked for."""
    return "".join(_word(child, with_code) for child in token.children or [])


def _without_code(token: Token) -> str:
    """The Markdown as typed, where a bracket after a backslash can be told from one that means something."""
    typed = token.content
    for child in token.children or []:
        typed = typed.replace(child.content, "") if child.type == "code_inline" else typed
    return typed


def _word(child: Token, with_code: bool) -> str:
    if child.type in ("text", "text_special") or (with_code and child.type == "code_inline"):
        return child.content
    return "\n" * _line_ends(child)


def _line_ends(child: Token) -> int:
    if child.type in ("softbreak", "hardbreak"):
        return 1
    return child.content.count("\n") if child.type == "html_inline" else 0
