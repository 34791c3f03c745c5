"""Harm: script, raw HTML and links that a reader could be harmed by.

In any page: script, event handlers, frames, forms, `javascript:` and other addresses that run. In a
translation also: HTML, links and pictures that its source lacks (who translates adds no content).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from publications.reading.attributes import ATTRIBUTE_LIST
from publications.reading.grammar import read_inline_tokens

LINK, PICTURE = "a link", "a picture"
_RUNS = re.compile(
    r"(?:javascript|vbscript|data|livescript|mocha|jar|blob|filesystem|file|about)\s*:", re.IGNORECASE
)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\t\r\n]+")
_ACTIVE = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "fencedframe",
        "portal",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
    ]
)
"""Elements that run something, or load a page of somebody else (https://html.spec.whatwg.org/)."""

_ADDRESSES = (
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "background",
    "xlink:href",
)
_HANDLER = re.compile(r"(?<![\w-])(on[a-z]{3,})\s*=", re.IGNORECASE)
_STYLED = re.compile(r"expression\s*\(|url\s*\(|@import|behavior\s*:", re.IGNORECASE)
_SHOWN_ONLY = re.compile(r"<!--.*?-->|(?<!`)(`+)(?!`)(?:(?!\n[^\S\n]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_RAW_TAG = re.compile(r"<(?P<name>[A-Za-z][\w-]*)(?P<rest>[\s/][^<>]{0,2000})?>")
_RAW_HANDLER = re.compile(r"""[\s/"'](on[a-z]{3,})\s*=""", re.IGNORECASE)
_RAW_TARGET = re.compile(r"\]\(\s*<?(?P<target>[^()<>]{1,200})")
_SAFE_IN_TRANSLATION = frozenset(
    [
        "br",
        "sub",
        "sup",
        "span",
        "em",
        "strong",
        "i",
        "b",
        "abbr",
        "cite",
        "q",
        "bdi",
        "bdo",
        "wbr",
        "small",
        "mark",
        "kbd",
        "code",
        "var",
        "samp",
    ]
)


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


@dataclass(frozen=True, slots=True)
class Harm:
    """rule: unsafe-html, unsafe-link, foreign-html, foreign-link or foreign-picture."""

    rule: str
    line: int
    typed: str
    reason: str


def read_pieces(markdown: str, tokens: Sequence[Token], first_line: int) -> tuple[Piece, ...]:
    """All tags and addresses of a page.

    markdown: its text; tokens: the same, parsed; first_line: of the file, on which it begins.
    """
    found = tuple(_pieces(tokens, first_line))
    seen = {(piece.line, harm.rule) for piece in found for harm in harm_in([piece])}
    raw = (piece for piece in _raw_pieces(markdown, tokens, first_line))
    return (
        *found,
        *(piece for piece in raw if any((piece.line, harm.rule) not in seen for harm in harm_in([piece]))),
    )


def harm_in(pieces: Sequence[Piece]) -> Iterator[Harm]:
    """What no page may have, whoever wrote it."""
    for piece in pieces:
        if piece.name in _ACTIVE:
            yield Harm(
                "unsafe-html",
                piece.line,
                piece.typed,
                f"<{piece.name}> can run programs or load other people's pages",
            )
        for handler in piece.handlers:
            yield Harm(
                "unsafe-html", piece.line, piece.typed, f"{handler} would run when the reader does something"
            )
        if piece.address and _runs(piece.address):
            yield Harm(
                "unsafe-link", piece.line, piece.typed, "this address would run in the reader's browser"
            )


def brought_in(pieces: Sequence[Piece], source: Sequence[Piece]) -> Iterator[Harm]:
    """What a translation has and its source has not: tags, and links and pictures of other sites."""
    tags = {piece.name for piece in source}
    hosts = {piece.host for piece in source}
    for piece in pieces:
        is_tag = piece.name not in (LINK, PICTURE)
        if (
            is_tag
            and piece.name not in tags
            and piece.name not in _SAFE_IN_TRANSLATION
            and piece.name not in _ACTIVE
        ):
            yield Harm("foreign-html", piece.line, piece.typed, "the source has no such tag")
        if piece.host and piece.host not in hosts and not _runs(piece.address):
            rule = "foreign-picture" if piece.name == PICTURE else "foreign-link"
            yield Harm(rule, piece.line, piece.typed, f"the source leads nowhere at {piece.host}")


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


def _runs(address: str) -> bool:
    plain = _plain(address)
    return bool(_RUNS.match(plain))


def _plain(address: str) -> str:
    """An address as a browser understands it, whatever it was disguised with."""
    for _ in range(3):
        address = _INVISIBLE.sub("", unquote(unescape(address)))
    return address


def _pieces(tokens: Sequence[Token], first_line: int) -> Iterator[Piece]:
    for token in tokens:
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "html_block":
            yield from _tags(token.content, line)
        elif token.type == "inline":
            yield from _inline(token, line)


def _raw_pieces(markdown: str, tokens: Sequence[Token], first_line: int) -> Iterator[Piece]:
    """Tags and targets as a laxer parser than ours may see them, over line ends and with slashes for spaces."""
    lines = markdown.split("\n")
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            lines[slice(*token.map)] = [""] * (token.map[1] - token.map[0])
    text = _SHOWN_ONLY.sub(lambda match: "\n" * match.group().count("\n"), "\n".join(lines))
    for match in _RAW_TAG.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        handlers = tuple(found.lower() for found in _RAW_HANDLER.findall(match["rest"] or ""))
        yield Piece(match["name"].lower(), " ".join(match.group().split())[:80], line, "", handlers)
    for match in _RAW_TARGET.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        yield Piece(LINK, " ".join(match["target"].split())[:80], line, match["target"])


def _inline(token: Token, line: int) -> Iterator[Piece]:
    for attributes in ATTRIBUTE_LIST.finditer(token.content):
        yield from _attribute_list(
            attributes.group(), line + token.content.count("\n", 0, attributes.start())
        )
    for child in token.children or []:
        line += child.type in ("softbreak", "hardbreak")
        if child.type == "link_open":
            href = str(child.attrs["href"])
            yield Piece(LINK, href, line, href)
        elif child.type == "image":
            src = str(child.attrs["src"])
            yield Piece(PICTURE, src, line, src)
        elif child.type == "html_inline":
            yield from _tags(child.content, line)
            line += child.content.count("\n")


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
    reader = _TagReader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # html.parser's answer to `<![`
        yield Piece("script", html.strip()[:60], line)
    for piece in reader.pieces:
        yield Piece(piece.name, piece.typed, line + piece.line, piece.address, piece.handlers)
    # What the parser passed over but a browser would not: a tag that is never closed.
    if reader.rawdata.strip().startswith("<"):
        name = re.match(r"<\s*([A-Za-z][\w-]*)", reader.rawdata.strip())
        if name:
            handlers = tuple(found.lower() for found in _HANDLER.findall(reader.rawdata))
            yield Piece(name[1].lower(), reader.rawdata.strip()[:60], line, "", handlers)


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, typed = self.getpos()[0] - 1, " ".join((self.get_starttag_text() or f"<{tag}>").split())[:80]
        handlers = [key for key, _ in attrs if key.startswith("on") and len(key) > 4]  # noqa: PLR2004
        handlers += [key for key, value in attrs if key == "style" and _STYLED.search(_plain(value or ""))]
        handlers += [key for key, _ in attrs if key == "srcdoc"]
        self.pieces.append(Piece(tag, typed, line, "", tuple(handlers)))
        for key, value in attrs:
            if key in _ADDRESSES and value:
                for address in re.split(r",\s+|\s+", value) if key == "srcset" else [value]:
                    self.pieces.append(Piece(PICTURE if tag == "img" else LINK, typed, line, address))


def tokens_of(markdown: str) -> list[Token]:
    """Tokens of a text that stands in no block, such as a title in front matter."""
    inline = Token("inline", "", 0)
    inline.content, inline.children, inline.map = markdown, read_inline_tokens(markdown), [0, 1]
    return [inline]
