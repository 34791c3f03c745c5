"""Tags of raw HTML in a page: the ids they set and the addresses they name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

_ADDRESSES = ("href", "src", "poster", "data")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or a text that is read as Markdown (`<div markdown>`). line: counted from 0 within the HTML."""

    name: str
    line: int
    id: str = ""
    addresses: tuple[str, ...] = ()
    markdown: str = ""


def read_tags(html: str) -> Iterator[Tag]:
    """The start tags in a piece of HTML, which need not be whole; comments are passed over."""
    reader = _TagReader()
    with suppress(AssertionError):  # html.parser's answer to `<![`
        reader.feed(html)
        reader.close()
    yield from reader.tags


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self._is_markdown = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._is_markdown = self._is_markdown or "markdown" in values
        addresses = tuple(values[key] or "" for key in _ADDRESSES if key in values)
        name = values.get("name") if tag == "a" else None
        self.tags.append(Tag(tag, self._line, values.get("id") or name or "", addresses))

    def handle_data(self, data: str) -> None:
        if self._is_markdown and data.strip():
            self.tags.append(Tag("", self._line, markdown=data))

    @property
    def _line(self) -> int:
        return self.getpos()[0] - 1
