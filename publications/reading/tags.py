"""Raw HTML in a page, taken apart: tags and the texts between them, with their lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

PHRASING = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
    }
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""Elements that stand within a sentence."""
VOID = frozenset({"img", "br", "hr", "input", "source", "track", "wbr", "link", "meta", "embed", "area"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or a text between tags. nesting: 1 opens, -1 closes, 0 stands alone; a text has no name.

    line: counted from 0 within the HTML; typed: as it stands there; attributes: names in small letters, in order.
    """

    name: str
    line: int
    typed: str
    nesting: int = 0
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, *names: str) -> tuple[str, ...]:
        """The values of those of these attributes that the tag has; one given twice counts as last given."""
        values = dict(self.attributes)
        return tuple(values[name] for name in names if name in values)


@dataclass(frozen=True, slots=True)
class Html:
    """rest: a tag at the end that is never closed; is_broken: nobody can tell where its markup ends."""

    tags: tuple[Tag, ...] = ()
    rest: str = ""
    is_broken: bool = False


# Blocks, ids and harm are read from the same HTML, one after the other; most of it is the same few tags.
@lru_cache(maxsize=256)
def read_html(html: str) -> Html:
    """Take a piece of HTML apart, which need not be whole; comments are passed over."""
    if html.startswith("<!--") and html.find("-->") == len(html.rstrip()) - 3:
        return Html()
    reader = _Reader()
    try:
        reader.feed(html if html.endswith("\n") else html + "\n")
    except AssertionError:  # html.parser's answer to `<![`
        return Html(tuple(reader.tags), "", is_broken=True)
    return Html(tuple(reader.tags), reader.rawdata.strip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        typed = self.get_starttag_text() or f"<{tag}>"
        pairs = tuple((key, value or "") for key, value in attrs)
        self.tags.append(Tag(tag, self._line, typed, 0 if tag in VOID else 1, pairs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(Tag(tag, self._line, f"</{tag}>", -1))

    def handle_data(self, data: str) -> None:
        self.tags.append(Tag("", self._line, data))

    @property
    def _line(self) -> int:
        return self.getpos()[0] - 1
