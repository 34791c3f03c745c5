"""Harm: script, raw HTML and links that a reader could be harmed by.

In any page: script, event handlers, frames, forms, `javascript:` and other addresses that run. In a
translation also: HTML, links and pictures that its source lacks (who translates adds no content).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.checks.pieces import ACTIVE, LINK, PICTURE, Piece, runs
from publications.reading.tags import PHRASING

# What marks words without adding anything to them.
_SAFE_IN_TRANSLATION = PHRASING - {"a", "data", "del", "dfn", "img", "ins", "s", "time", "u"}


@dataclass(frozen=True, slots=True)
class Harm:
    """rule: unsafe-html, unsafe-link, foreign-html, foreign-link or foreign-picture."""

    rule: str
    line: int
    typed: str
    reason: str


def harm_in(pieces: Sequence[Piece]) -> Iterator[Harm]:
    """What no page may have, whoever wrote it."""
    for piece in pieces:
        if piece.name in ACTIVE:
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
        if piece.address and runs(piece.address):
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
            and piece.name not in ACTIVE
        ):
            yield Harm("foreign-html", piece.line, piece.typed, "the source has no such tag")
        if piece.host and piece.host not in hosts and not runs(piece.address):
            rule = "foreign-picture" if piece.name == PICTURE else "foreign-link"
            yield Harm(rule, piece.line, piece.typed, f"the source leads nowhere at {piece.host}")
