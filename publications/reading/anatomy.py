"""Anatomy: the headings, ids and links that the published page will have, each with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain, count

from markdown_it.token import Token

from publications.reading.inline import line_ends, text_of
from publications.reading.inline_rules import LIST_LINE
from publications.reading.tags import read_html

_LABELLED = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\]")
_OPTION_ID = re.compile(r"\bid:\s*['\"]?([^\s,'\"}]+)")
_ADDRESSES = ("href", "src", "poster", "data")


class LinkKind(StrEnum):
    """How a link was written, which decides where its address counts from."""

    LINK = "link"
    PICTURE = "picture"
    HTML = "address in HTML"


@dataclass(frozen=True, slots=True)
class Heading:
    """id: its address within the page; is_explicit: whether the author gave it (`{ #id }`)."""

    level: int
    words: str
    id: str
    line: int
    is_explicit: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture. target: as typed."""

    target: str
    line: int
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Id:
    """An id that something other than a heading was given."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A `[text][label]` or `[^label]` whose label is defined nowhere on the page."""

    text: str
    label: str
    line: int


@dataclass(frozen=True)
class Anatomy:
    """What a page's Markdown consists of, in the order of the file; nothing of it stands in code or comments."""

    headings: tuple[Heading, ...] = ()
    given_ids: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everything that a link can end with after `#`."""
        return frozenset((*(found.id for found in self.headings), *(found.name for found in self.given_ids)))


def anatomy_of(tokens: Sequence[Token], first_line: int) -> Anatomy:
    """Take a body apart that was parsed. first_line: of the file, on which it begins."""
    reader = _Reader(first_line, tokens)
    before = None
    for token in tokens:
        reader.read(token, before)
        before = token
    headings = tuple(_numbered(reader.headings, {found.name for found in reader.ids}))
    return Anatomy(headings, tuple(reader.ids), tuple(reader.links), tuple(reader.loose_ends))


def _numbered(headings: Sequence[Heading], taken: set[str]) -> Iterator[Heading]:
    """Headings whose words give the same id get `_1`, `_2` …, as on the published page."""
    used = taken | {heading.id for heading in headings if heading.is_explicit}
    for heading in headings:
        yield heading if heading.is_explicit else replace(heading, id=_unique(heading.id, used))


def _unique(name: str, used: set[str]) -> str:
    """The name, or the first of name_1, name_2 … that is free; from now on it is used."""
    free = next(
        each for each in chain([name], (f"{name}_{n}" for n in count(1))) if each and each not in used
    )
    used.add(free)
    return free


def _slug(words: str) -> str:
    """What begins with "Vad är nytt?" is vad-ar-nytt."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


class _Reader:
    def __init__(self, first_line: int, tokens: Sequence[Token]) -> None:
        self.first_line = first_line
        self.footnotes = {
            str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"
        }
        self.headings: list[Heading] = []
        self.ids: list[Id] = []
        self.links: list[Link] = []
        self.loose_ends: list[LooseEnd] = []

    def read(self, token: Token, before: Token | None) -> None:
        line = self.first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            if before is not None and before.type == "heading_open":
                self._heading(before, token, line)
            self._inline(token.children or [], line)
            self._loose_ends(token, line)
        elif "id" in token.attrs and token.type != "heading_open":
            self.ids.append(Id(str(token.attrs["id"]), line + token.meta[LIST_LINE]))
        elif token.type == "html_block":
            self._html(token.content, line)
        elif token.type == "slash_block_open":
            self.ids += [Id(name, line) for name in _OPTION_ID.findall(token.content)]

    def _heading(self, heading: Token, token: Token, line: int) -> None:
        words, explicit = (
            " ".join(text_of(token.children or [], with_code=True).split()),
            str(heading.attrs.get("id", "")),
        )
        level, name = int(heading.tag[1:]), explicit or _slug(words)
        self.headings.append(Heading(level, words, name, line, bool(explicit)))

    def _inline(self, children: Sequence[Token], first: int) -> None:
        line = first
        for child in children:
            kind = child.type
            if kind == "link_open":
                self.links.append(Link(str(child.attrs["href"]), line, LinkKind.LINK))
            elif kind == "image":
                self.links.append(Link(str(child.attrs["src"]), line, LinkKind.PICTURE))
            elif kind == "html_inline":
                self._html(child.content, line)
            elif kind == "footnote_ref" and str(child.meta["label"]) not in self.footnotes:
                label = f"^{child.meta['label']}"
                self.loose_ends.append(LooseEnd(f"[{label}]", label, line))
            if "id" in child.attrs:
                self.ids.append(Id(str(child.attrs["id"]), first + child.meta[LIST_LINE]))
            line += line_ends(child)

    def _loose_ends(self, token: Token, line: int) -> None:
        if "][" not in token.content:
            return
        text, typed = text_of(token.children or []), _without_code(token)
        for match in _LABELLED.finditer(text):
            if f"][{match['label']}]" in typed:
                label, at = match["label"] or match["text"], line + text.count("\n", 0, match.start())
                self.loose_ends.append(LooseEnd(match.group(), label, at))

    def _html(self, html: str, line: int) -> None:
        """The ids and addresses of tags."""
        for tag in read_html(html).tags:
            at, values = line + tag.line, dict(tag.attributes)
            name = values.get("id") or (values.get("name") if tag.name == "a" else "")
            if tag.name == "h1" and tag.nesting > 0:
                self.headings.append(Heading(1, "<h1>", name or "", at, is_explicit=True))
            elif name:
                self.ids.append(Id(name, at))
            self.links += [Link(target, at, LinkKind.HTML) for target in tag.get(*_ADDRESSES)]


def _without_code(token: Token) -> str:
    """The Markdown as typed, where a bracket after a backslash can be told from one that means something."""
    typed = token.content
    for child in token.children or []:
        typed = typed.replace(child.content, "") if child.type == "code_inline" else typed
    return typed
