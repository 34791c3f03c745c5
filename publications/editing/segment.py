"""A segment: the text of a block as words and codes, so that who translates it sees no Markdown and breaks none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it.token import Token

from publications.editing.slot import BETWEEN_CELLS, Slot
from publications.reading.attributes import LIST
from publications.reading.block import BlockKind
from publications.reading.dialect import read_inline_token
from publications.reading.facts_in_text import FACT


class PartKind(StrEnum):
    """Words, or a code: one that opens, one that closes what was opened, one that stands alone."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


class CodeName(StrEnum):
    """What a code is to a reader."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    LINK = "link"
    ADDRESS = "address"
    FACT = "fact"
    PICTURE = "picture"
    CODE = "code"
    FOOTNOTE = "footnote"
    NOTE = "note"  # a comment, which nobody is shown
    TAG = "tag"
    ATTRIBUTES = "attributes"
    BREAK = "break"
    CELL = "cell"  # the bar between two cells of a row


@dataclass(frozen=True, slots=True)
class Part:
    """typed: the Markdown; words: of a text as they are read, of a code what it is about (an address, a fact's name).

    number: of a code, from 1; what opens and what closes it have the same. 0 for words.
    """

    kind: PartKind
    typed: str
    words: str
    name: CodeName | None = None
    number: int = 0


Segment = tuple[Part, ...]

_NAMES = {
    "strong": CodeName.STRONG,
    "em": CodeName.EMPHASIS,
    "s": CodeName.STRUCK,
    "link": CodeName.LINK,
    "fact": CodeName.FACT,
    "image": CodeName.PICTURE,
    "code_inline": CodeName.CODE,
    "footnote_ref": CodeName.FOOTNOTE,
    "html_inline": CodeName.TAG,
    "hardbreak": CodeName.BREAK,
}
_TARGET = r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|\[[^\]]*\]|"
_LIST = rf"(?:{LIST.pattern})?"
_FORMS = {
    "strong": re.compile(r"\*\*|__"),
    "em": re.compile(r"[*_]"),
    "s": re.compile(r"~~?"),
    "link_open": re.compile(r"\["),
    "link_close": re.compile(rf"\](?:{_TARGET}){_LIST}", re.DOTALL),
    "fact": FACT,
    "image": re.compile(rf"!\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\](?:{_TARGET}){_LIST}", re.DOTALL),
    "code_inline": re.compile(rf"(`+)(?!`).+?(?<!`)\1(?!`){_LIST}", re.DOTALL),
    "footnote_ref": re.compile(r"\[\^[^\]]+\]"),
    "html_inline": re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL),
    "hardbreak": re.compile(r"(?:\\|[ ]{2,})\n[ \t]*"),
    "softbreak": re.compile(r"[ \t]*\n[ \t]*"),
}
_CLOSING = re.compile(rf"{_LIST}")
_TAIL = re.compile(rf"(?:[ \t]+#+)?[ \t]*(?:{LIST.pattern})[ \t]*\Z")
_TAIL_KINDS = frozenset({BlockKind.HEADING, BlockKind.TERM, BlockKind.TABLE_ROW})
_LAST_LINE = re.compile(rf"\n[ \t]*(?:{LIST.pattern})[ \t]*\Z")


def segment_of(slot: Slot) -> Segment:
    """The segment of a block. All that was typed is in its parts, in order."""
    block = slot.block
    if block.kind is BlockKind.CODE:
        return (Part(PartKind.TEXT, block.typed[0], block.typed[0]),)
    if slot.is_literal:
        return numbered(_literal_parts(slot.markdown))
    parts: list[Part] = []
    for place, text in enumerate(slot.texts):
        if place:
            parts.append(Part(PartKind.ALONE, BETWEEN_CELLS, "|", CodeName.CELL))
        parts += parts_of(text, may_end_in_list=block.kind in _TAIL_KINDS)
    return numbered(parts)


def parts_of(markdown: str, *, may_end_in_list: bool = False) -> list[Part]:
    """The parts of a text, not numbered yet. may_end_in_list: an attribute list at its end is its block's."""
    tail = (_TAIL if may_end_in_list else _LAST_LINE).search(markdown)
    body = markdown[: tail.start()] if tail else markdown
    parts = list(_Scanner(body).scan())
    if tail:
        parts.append(Part(PartKind.ALONE, tail[0], tail[0].strip(), CodeName.ATTRIBUTES))
    return parts


def numbered(parts: Iterable[Part]) -> Segment:
    """Codes in the order of the text; what opens and what closes it have one number."""
    found: list[Part] = []
    opened: list[int] = []
    count = 0
    for part in _joined(parts):
        number = 0
        if part.kind is PartKind.CLOSE and opened:
            number = opened.pop()
        elif part.kind is not PartKind.TEXT:
            number = count = count + 1
            if part.kind is PartKind.OPEN:
                opened.append(number)
        found.append(replace(part, number=number))
    return tuple(found)


def markdown_of(segment: Sequence[Part]) -> str:
    """The Markdown of a segment as its parts were typed."""
    return "".join(part.typed for part in segment)


def words_of(segment: Sequence[Part]) -> str:
    """What is read of it, codes left out."""
    return "".join(part.words for part in segment if part.kind is PartKind.TEXT)


def _literal_parts(text: str) -> Iterator[Part]:
    """Words and facts; all else is no code in a text that is no Markdown."""
    done = 0
    for fact in FACT.finditer(text):
        if done < fact.start():
            yield Part(PartKind.TEXT, text[done : fact.start()], text[done : fact.start()])
        yield Part(PartKind.ALONE, fact[0], fact[1].partition("|")[0].strip(), CodeName.FACT)
        done = fact.end()
    if done < len(text):
        yield Part(PartKind.TEXT, text[done:], text[done:])


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbouring words as one part; it is as typed only where both are."""
    last: Part | None = None
    for part in parts:
        if last and last.kind is part.kind is PartKind.TEXT:
            is_typed = all(one.typed or not one.words for one in (last, part))
            last = Part(PartKind.TEXT, last.typed + part.typed if is_typed else "", last.words + part.words)
        else:
            if last:
                yield last
            last = part
    if last:
        yield last


@dataclass
class _Scanner:
    """Goes through a text token by token: what a token is, the parser says; how long it is, its form."""

    text: str
    at: int = 0

    def scan(self) -> Iterator[Part]:
        tokens = read_inline_token(self.text, labels=True).children or []
        number = 0
        while number < len(tokens):
            token = tokens[number]
            if token.markup == "autolink" and token.nesting > 0:
                yield self._address(token, tokens[number + 1])
                number += 2
            else:
                yield from self._part(token)
            number += 1
        if self.at < len(self.text):
            yield Part(PartKind.TEXT, self.text[self.at :], self.text[self.at :])

    def _part(self, token: Token) -> Iterator[Part]:
        if token.type == "text":
            yield from self._words(token.content)
        elif token.type == "text_special":
            yield Part(PartKind.TEXT, self._taken(token.markup), token.content)
        elif token.type == "softbreak":
            yield Part(PartKind.TEXT, self._matched("softbreak"), "\n")
        elif token.type != "text" and (typed := self._matched(_form(token))):
            yield _code(token, typed)

    def _words(self, words: str) -> Iterator[Part]:
        """A text; where it is not what was typed, as at the end of a line, up to where it is again."""
        place = self.text.find(words, self.at)
        if place > self.at:
            yield Part(PartKind.TEXT, self._taken(self.text[self.at : place]), "")
        if words and place >= 0:
            yield Part(PartKind.TEXT, self._taken(words), words)

    def _address(self, token: Token, shown: Token) -> Part:
        typed = next(
            (form for form in (f"<{shown.content}>", shown.content) if self.text.startswith(form, self.at)),
            "",
        )
        if not typed:
            place = self.text.find(shown.content, self.at)
            typed = self.text[self.at : place + len(shown.content)] if place >= 0 else ""
        return Part(PartKind.ALONE, self._taken(typed), str(token.attrs.get("href", "")), CodeName.ADDRESS)

    def _matched(self, form: str) -> str:
        found = _FORMS[form].match(self.text, self.at) if form in _FORMS else None
        if found and form in ("strong", "em", "s"):
            ending = _CLOSING.match(self.text, found.end())
            return self._taken(found[0] + (ending[0] if ending else ""))
        return self._taken(found[0]) if found else ""

    def _taken(self, typed: str) -> str:
        self.at += len(typed)
        return typed


def _form(token: Token) -> str:
    name = token.type.removesuffix("_open").removesuffix("_close")
    return token.type if name == "link" else name


def _code(token: Token, typed: str) -> Part:
    name = _NAMES.get(token.type.removesuffix("_open").removesuffix("_close"), CodeName.TAG)
    about = str(token.attrs.get("href") or token.attrs.get("src") or token.content or typed)
    if name is CodeName.FACT:
        about = str(token.meta["id"])
    if token.type == "html_inline":
        if typed.startswith("<!--"):
            return Part(PartKind.ALONE, typed, typed[4:-3].strip(), CodeName.NOTE)
        # What a tag opens may be closed in another block.
        return Part(PartKind.ALONE, typed, typed, CodeName.TAG)
    kind = (PartKind.CLOSE, PartKind.ALONE, PartKind.OPEN)[token.nesting + 1]
    return Part(kind, typed, about, name)
