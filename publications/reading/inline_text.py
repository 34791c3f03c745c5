"""The letters of a piece of Markdown: emphasis, links, tags, comments and attribute lists taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import ClassVar

from publications.reading.attributes import ATTRIBUTE_LIST
from publications.reading.passage import THING, Letter

_LANGUAGE = re.compile(r"""(?<![\w-])(?:xml:)?lang\s*=\s*["']?([A-Za-z][\w-]*)""")
_TARGET = (
    r"\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\)){0,2000})(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_MARKUP = re.compile(
    rf"""
    (?P<comment>(?<![^\S\n])[^\S\n]*<!--.*?(?:-->|\Z))
  | (?P<code>(?<!`)(?P<ticks>`+)(?!`).{{1,2000}}?(?<!`)(?P=ticks)(?!`))
  | (?P<thing>\{{\{{[^{{}}\n]*\}}\}} | <(?:https?:|mailto:)[^<>\s]*> | <[\w.+-]+@[\w.-]+>
      | (?:https?://|www\.)[^\s<>()\[\]\"”»]*[^\s<>()\[\]\"”».,;:!?’'*_] | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+
      | :[a-z0-9_]+-[a-z0-9_-]+:)
  | (?P<footnote>\[\^[^\]\s]+\])
  | (?P<attributes>(?<![^\S\n]){ATTRIBUTE_LIST.pattern})
  | (?P<close>\](?:{_TARGET}|\[[^\[\]\n]*\])?)
  | (?P<open>!?\[)
  | (?P<end></[A-Za-z][\w-]*\s*>)
  | (?P<tag><[A-Za-z][\w-]*(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"']){{0,1000}})?/?>)
  | (?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[A-Za-z]\w*);)
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<break>\\(?=\n))
  | (?P<emphasis>\*{{1,3}}|~~|==|\^\^|(?<!\w)_{{1,3}}(?=\S)|(?<=\S)_{{1,3}}(?!\w))
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACKET = re.compile(r"[\[\]]")
# More elements within one another no author opens.
_DEEPEST = 100
_VOID = ("br", "img", "hr", "wbr", "input")


@dataclass(frozen=True, slots=True)
class _Opened:
    """An element whose end was not met yet. at: how many letters were read before it."""

    mark: str
    at: int
    locale: str = ""
    is_picture: bool = False


@dataclass
class InlineText:
    """What was read. pictures: the alternative texts, each on its own; locale: that of the whole, if given."""

    letters: list[Letter] = field(default_factory=list)
    pictures: list[list[Letter]] = field(default_factory=list)
    locale: str = ""


def read_inline_text(text: str, places: Sequence[int]) -> InlineText:
    """Read a piece of Markdown. places: for each of its characters, where in the file it stands."""
    return _Reader(text, places).read()


def language_in(attributes: str) -> str:
    """The language that a tag or an attribute list gives, "" when none."""
    found = _LANGUAGE.search(attributes)
    return found[1] if found else ""


def _links_in(text: str) -> set[int]:
    """The places of the brackets that open a link: `[text](target)` or `[text][label]`."""
    places: set[int] = set()
    open_at: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "[":
            open_at.append(match.start())
        elif open_at:
            opened = open_at.pop()
            if text[match.end() : match.end() + 1] in ("(", "["):
                places.add(opened)
    return places


class _Reader:
    def __init__(self, text: str, places: Sequence[int]) -> None:
        self.text, self.places = text, places
        self.found = InlineText()
        self.links = _links_in(text)
        self.open: list[_Opened] = []
        self.closed = (-1, -1)  # the letters of the element that ended here, and the place after it

    def read(self) -> InlineText:
        at = 0
        for match in _MARKUP.finditer(self.text):
            self._plain(at, match.start())
            at = match.end()
            del self.open[:-_DEEPEST]
            if reader := self._readers.get(match.lastgroup or ""):
                reader(self, match)
        self._plain(at, len(self.text))
        return self.found

    def _plain(self, start: int, end: int) -> None:
        places = self.places[start:end]
        self.found.letters += map(Letter, self.text[start:end], places, (place + 1 for place in places))

    def _letter(self, char: str, start: int, end: int) -> None:
        self.found.letters.append(Letter(char, self.places[start], self.places[end - 1] + 1))

    def _as_thing(self, match: re.Match[str]) -> None:
        start = len(self.found.letters)
        self._letter(THING, match.start(), match.end())
        self.closed = (start, match.end())

    def _entity(self, match: re.Match[str]) -> None:
        char = unescape(match.group())
        self._letter(char if len(char) == 1 else THING, match.start(), match.end())

    def _escape(self, match: re.Match[str]) -> None:
        self._letter(match.group()[1], match.start(), match.end())

    def _emphasis(self, match: re.Match[str]) -> None:
        mark = match.group()
        if any(element.mark == mark for element in self.open):
            self._end(mark, match.end())
        else:
            self.open.append(_Opened(mark, len(self.found.letters)))

    def _open(self, match: re.Match[str]) -> None:
        is_picture = match.group() == "!["
        self.open.append(_Opened("[", len(self.found.letters), is_picture=is_picture))
        if not is_picture and match.start() not in self.links:
            self._plain(match.start(), match.end())

    def _close(self, match: re.Match[str]) -> None:
        opened = next((element for element in reversed(self.open) if element.mark == "["), None)
        if opened is None or len(match.group()) == 1:
            self.open = [element for element in self.open if element is not opened]
            self._plain(match.start(), match.start() + 1)
        elif opened.is_picture:
            self.open.remove(opened)
            self.found.pictures.append(self.found.letters[opened.at :])
            del self.found.letters[opened.at :]
            self._as_thing(match)
        else:
            self._end("[", match.end())

    def _tag(self, match: re.Match[str]) -> None:
        name = (re.match(r"<(\w+)", match.group()) or match)[1].lower()
        if name == "br":
            self._letter("\n", match.start(), match.end())
        elif name in _VOID:
            self._as_thing(match)
        elif not match.group().endswith("/>"):
            self.open.append(_Opened(name, len(self.found.letters), language_in(match.group())))
            if name in ("code", "kbd", "samp", "var"):
                self.open[-1] = replace(self.open[-1], locale="zxx")

    def _end_tag(self, match: re.Match[str]) -> None:
        self._end(match.group()[2:-1].strip().lower(), match.end())

    def _end(self, mark: str, after: int) -> None:
        opened = next((element for element in reversed(self.open) if element.mark == mark), None)
        if opened is None:
            return
        del self.open[self.open.index(opened) :]
        self.closed = (opened.at, after)
        if opened.locale:
            self._mark(opened.at, opened.locale)

    def _attributes(self, match: re.Match[str]) -> None:
        locale = language_in(match.group())
        if not locale:
            return
        start, after = self.closed
        if match.start() == after:
            self._mark(start, locale)
        elif "\n" in match.group() or not self.text[match.end() :].strip():
            self.found.locale = locale

    def _mark(self, start: int, locale: str) -> None:
        letters = self.found.letters
        letters[start:] = [
            letter if letter.locale else letter._replace(locale=locale) for letter in letters[start:]
        ]

    # What has no reader is read by nobody: comments, marks of footnotes, backslashes at the end of a line.
    _readers: ClassVar[dict[str, Callable[[_Reader, re.Match[str]], None]]] = {
        "code": _as_thing,
        "thing": _as_thing,
        "attributes": _attributes,
        "close": _close,
        "open": _open,
        "end": _end_tag,
        "tag": _tag,
        "entity": _entity,
        "escape": _escape,
        "emphasis": _emphasis,
    }
