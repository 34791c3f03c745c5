"""The pieces of a page that could harm a reader: its tags, and the addresses of its links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from publications.reading.attributes import ATTRIBUTE_LIST
from publications.reading.dialect import read_inline_tokens
from publications.reading.inline import lines_of
from publications.reading.reading import Reading
from publications.reading.tags import Tag, read_html

LINK, PICTURE = "a link", "a picture"
UNSAFE_HTML, UNSAFE_LINK = "unsafe-html", "unsafe-link"
ACTIVE = frozenset(
    {"script", "object", "embed", "applet", "base", "meta", "link"}
    | {"iframe", "frame", "frameset", "fencedframe", "portal"}
)
"""Elements that run something, or load a page of somebody else (https://html.spec.whatwg.org/)."""

_RUNS = re.compile(
    r"(?:javascript|vbscript|data|livescript|mocha|jar|blob|filesystem|file|about)\s*:", re.IGNORECASE
)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\t\r\n]+")
_ADDRESSES = frozenset(
    ["href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "background", "xlink:href"]
)
_HANDLER = re.compile(r"(?<![\w-])(on[a-z]{3,})\s*=", re.IGNORECASE)
_STYLED = re.compile(r"expression\s*\(|url\s*\(|@import|behavior\s*:", re.IGNORECASE)
_SHOWN_ONLY = re.compile(r"<!--.*?-->|(?<!`)(`+)(?!`)(?:(?!\n[^\S\n]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_RAW_TAG = re.compile(r"<(?P<name>[A-Za-z][\w-]*)(?P<rest>[\s/][^<>]{0,2000})?>")
_RAW_HANDLER = re.compile(r"""[\s/"'](on[a-z]{3,})\s*=""", re.IGNORECASE)
_RAW_TARGET = re.compile(r"\]\(\s*<?(?P<target>[^()<>]{1,200})")
_UNCLOSED = re.compile(r"<\s*([A-Za-z][\w-]*)")
_CODE = ("fence", "code_block")


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag or an address of a page. typed: as typed; name: of the element, or LINK or PICTURE."""

    name: str
    typed: str
    line: int
    address: str = ""
    handlers: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """The host of an address on another site, "" of one on this."""
        return host_of(self.address)

    @property
    def rules(self) -> tuple[str, ...]:
        """What is wrong with it on any page, by the name of the rule."""
        is_active = self.name in ACTIVE or self.handlers
        return (*((UNSAFE_HTML,) if is_active else ()), *((UNSAFE_LINK,) if runs(self.address) else ()))


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """All tags and addresses of a page, those of its front matter first."""
    found: list[Piece] = []
    for text in reading.front.texts:
        if "<" in text.text or "[" in text.text or "{" in text.text:
            inline = Token("inline", "", 0, map=[0, 1], content=text.text)
            inline.children = read_inline_tokens(text.text)
            found += _read(text.text, [inline], text.line + 1)
    return (*found, *_read(reading.source.body, reading.tokens, reading.source.body_line))


def runs(address: str) -> bool:
    """Whether a browser would run what stands there."""
    return bool(_RUNS.match(_plain(address)))


def host_of(address: str) -> str:
    """The site an address leads to, without `www.` and the language before its name; an e-mail's domain."""
    plain = _plain(address)
    if plain.lower().startswith("mailto:"):
        return plain.partition("@")[2].partition("?")[0].lower()
    plain = plain.replace("\\", "/")
    try:
        host = (urlsplit(plain if "//" in plain else "").hostname or "").lower()
    except ValueError:
        return plain
    return re.sub(r"^(?:www|m|[a-z]{2})\.(?=[^.]+\.)", "", host)


# A page's addresses are asked for several times, and a site's pages have many in common.
@lru_cache(maxsize=1024)
def _plain(address: str) -> str:
    """An address as a browser understands it, whatever it was disguised with."""
    for _ in range(3):
        address = _INVISIBLE.sub("", unquote(unescape(address)))
    return address


def _read(markdown: str, tokens: Sequence[Token], first_line: int) -> Iterator[Piece]:
    seen: set[tuple[int, str]] = set()
    for token in tokens:
        line = first_line + (token.map[0] if token.map else 0)
        for piece in _pieces(token, line):
            seen |= {(piece.line, rule) for rule in piece.rules}
            yield piece
    for piece in _raw_pieces(markdown, tokens, first_line):
        if any((piece.line, rule) not in seen for rule in piece.rules):
            yield piece


def _pieces(token: Token, line: int) -> Iterator[Piece]:
    if token.type == "html_block":
        yield from _tags(token.content, line)
    elif token.type == "inline":
        for found in ATTRIBUTE_LIST.finditer(token.content) if "{" in token.content else ():
            yield from _attribute_list(found.group(), line + token.content.count("\n", 0, found.start()))
        for child, at in lines_of(token.children or []):
            if child.type == "link_open":
                href = str(child.attrs["href"])
                yield Piece(LINK, href, line + at, href)
            elif child.type == "image":
                src = str(child.attrs["src"])
                yield Piece(PICTURE, src, line + at, src)
            elif child.type == "html_inline":
                yield from _tags(child.content, line + at)


def _raw_pieces(markdown: str, tokens: Sequence[Token], first_line: int) -> Iterator[Piece]:
    """Tags and targets as a laxer parser than ours may see them, over line ends and with slashes for spaces."""
    text = _without_code(markdown, tokens)
    for match in _RAW_TAG.finditer(text) if "<" in text else ():
        line = first_line + text.count("\n", 0, match.start())
        handlers = tuple(found.lower() for found in _RAW_HANDLER.findall(match["rest"] or ""))
        yield Piece(match["name"].lower(), " ".join(match.group().split())[:80], line, "", handlers)
    for match in _RAW_TARGET.finditer(text):
        if runs(match["target"]):
            line = first_line + text.count("\n", 0, match.start())
            yield Piece(LINK, " ".join(match["target"].split())[:80], line, match["target"])


def _without_code(markdown: str, tokens: Sequence[Token]) -> str:
    """The text with its lines, but for comments and code, which are only shown."""
    code = [token.map for token in tokens if token.type in _CODE and token.map]
    if code:
        lines = markdown.split("\n")
        for start, end in code:
            lines[start:end] = [""] * (end - start)
        markdown = "\n".join(lines)
    if "`" in markdown or "<!--" in markdown:
        return _SHOWN_ONLY.sub(lambda match: "\n" * match.group().count("\n"), markdown)
    return markdown


def _attribute_list(typed: str, line: int) -> Iterator[Piece]:
    """`{ onclick=… }` becomes an attribute of the element, like any other name."""
    handlers = tuple(found.lower() for found in _HANDLER.findall(typed))
    addresses = re.findall(
        r"""(?:href|src|action|formaction|srcset)=["']?([^\s"'}]+)""", typed, re.IGNORECASE
    )
    if handlers or _STYLED.search(typed):
        yield Piece("attributes", typed.strip(), line, "", handlers or ("style",))
    yield from (Piece(LINK, address, line, address) for address in addresses)


def _tags(html: str, line: int) -> Iterator[Piece]:
    found = read_html(html)
    if found.is_broken:
        yield Piece("script", html.strip()[:60], line)
    for tag in found.tags:
        if tag.name and tag.nesting >= 0:
            yield from _tag(tag, line + tag.line)
    # A tag that is never closed, which a browser would close further down.
    if name := _UNCLOSED.match(found.rest):
        handlers = tuple(handler.lower() for handler in _HANDLER.findall(found.rest))
        yield Piece(name[1].lower(), found.rest[:60], line, "", handlers)


def _tag(tag: Tag, line: int) -> Iterator[Piece]:
    typed = " ".join(tag.typed.split())[:80]
    handlers = [key for key, _ in tag.attributes if key.startswith("on") and len(key) > len("onx") + 1]
    handlers += [key for key, value in tag.attributes if key == "style" and _STYLED.search(_plain(value))]
    handlers += [key for key, _ in tag.attributes if key == "srcdoc"]
    yield Piece(tag.name, typed, line, "", tuple(handlers))
    for key, value in tag.attributes:
        if key in _ADDRESSES and value:
            for address in re.split(r",\s+|\s+", value) if key == "srcset" else [value]:
                yield Piece(PICTURE if tag.name == "img" else LINK, typed, line, address)
