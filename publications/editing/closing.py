"""Closing: the lines that end what an author left open, so that it takes in nothing of a page it is brought to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from publications.editing.edit import margin_below
from publications.reading.reading import Reading

_RAW = re.compile(r"\s*<(script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_FENCES = 2  # the lines of a code that are not its content, when it is closed


def closing_of(reading: Reading, first: int, last: int) -> list[str]:
    """What ends whatever is still open below the lines `first` to `last` of a page, the innermost first."""
    lines = reading.text.split("\n")
    found: list[str] = []
    for token in reading.tokens:
        if not token.map:
            continue
        start, end = (reading.source.body_line + line for line in token.map)
        if token.type == "slash_block_open" and first <= start <= last:
            found.append(token.markup)
        elif token.type == "slash_block_close" and start <= last and token.markup in found:
            del found[len(found) - 1 - found[::-1].index(token.markup) :]
        elif first <= start <= last < end:
            before, _, _ = lines[start - 1].partition(token.markup or "<")
            found += [margin_below(before) + mark for mark in _missing(token)]
    return found[::-1]


def _missing(token: Token) -> Iterator[str]:
    """The marks for which a code or HTML goes on up to the end of what it stands in."""
    if token.type == "fence" and token.map:
        start, end = token.map
        code = token.content.removesuffix("\n").split("\n") if token.content else []
        if end - start < len(code) + _FENCES:
            yield token.markup
    elif token.type == "html_block":
        html = token.content
        opening = _RAW.match(html)
        if opening and f"</{opening[1]}>".lower() not in html.lower():
            yield f"</{opening[1]}>"
        if html.rfind("<!--") > html.rfind("-->"):
            yield "-->"
