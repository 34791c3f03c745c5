"""Whitespace: the spaces and line ends of a text, which Markdown reads as marks, not at all, or as the end of a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from publications.editing.segment import MARKS, CodeName, Part, PartKind, Segment, numbered

BLANKS = " \t\n"
"""What can stand around a text without belonging to it; a no-break space is a letter like any other."""
PARAGRAPHS = "\n\n"
"""Parts two blocks within one segment: who presses Enter in one makes it two."""

# Blanks, and what no number can stand for where the parser drops it.
_DROPPED = BLANKS + "\r\v\f\x1c\x1d\x1e\x1f\x85"
_SPACES = re.compile(r"[ \t]*\n[ \t\n]*")
_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


def on_one_line(text: str) -> str:
    """The text with each run of spaces and line ends as one space."""
    return _SPACES.sub(" ", text).strip(BLANKS)


def blocks_in(segment: Sequence[Part]) -> tuple[Segment, ...]:
    """The blocks that a segment was parted into by empty lines, at least one; a code is never parted from its words."""
    found: list[list[Part]] = [[]]
    for part in segment:
        if part.kind is not PartKind.TEXT:
            found[-1].append(part)
            continue
        first, *others = re.split(r"\n\s*\n", part.words)
        found[-1].append(Part(PartKind.TEXT, "", first) if others else part)
        found += [[Part(PartKind.TEXT, "", words)] for words in others]
    kept = [numbered(_trimmed(parts)) for parts in found]
    return tuple(parts for parts in kept if parts) or ((),)


def _trimmed(parts: Sequence[Part]) -> Iterator[Part]:
    """Without the spaces and line ends at both ends."""
    last = len(parts) - 1
    for place, part in enumerate(parts):
        words = part.words
        if part.kind is PartKind.TEXT:
            words = words.lstrip(BLANKS) if place == 0 else words
            words = words.rstrip(BLANKS) if place == last else words
        if words == part.words:
            yield part
        elif words:
            yield Part(PartKind.TEXT, "", words)


def tidied(parts: Iterable[Part], *, is_one_line: bool) -> Iterator[Part]:
    """The parts without spaces at the ends of lines and of the whole, and with those at the inside of bold outside of it."""
    joined = numbered(_with_tight_marks(parts))
    last = len(joined) - 1
    dropped = _DROPPED if any(part.words.strip() for part in joined) else None
    for place, part in enumerate(joined):
        if part.kind is not PartKind.TEXT and not (is_one_line and part.name is CodeName.BREAK):
            yield part
            continue
        words = " " if part.name is CodeName.BREAK else part.words
        words = _LINE_ENDS.sub(" " if is_one_line else "\n", words)
        words = words.lstrip(dropped) if place == 0 else words
        is_last = place == last or joined[place + 1].name is CodeName.ATTRIBUTES
        words = words.rstrip(dropped) if is_last else words
        if words == part.words:
            yield part
        elif words:
            yield Part(PartKind.TEXT, "", words)


def _with_tight_marks(parts: Iterable[Part]) -> list[Part]:
    """Stars stand right at the words that are bold; around no words there are none."""
    done: list[Part] = []
    for part in parts:
        last = done[-1] if done else None
        if part.kind is PartKind.TEXT and last and _is_mark(last, PartKind.OPEN):
            words = part.words.lstrip(BLANKS)
            opened = _opened(done)
            done[opened:opened] = _words(part.words[: len(part.words) - len(words)])
            done += [part] if words == part.words else _words(words)
        elif _is_mark(part, PartKind.CLOSE) and last and last.kind is PartKind.TEXT:
            words = last.words.rstrip(BLANKS)
            blanks = last.words[len(words) :]
            done[-1:] = [last] if not blanks else _words(words)
            _close(done, part)
            done += _words(blanks)
        elif _is_mark(part, PartKind.CLOSE):
            _close(done, part)
        else:
            done.append(part)
    return done


def _opened(done: list[Part]) -> int:
    """Where the marks begin that open at the end."""
    place = len(done)
    while place and _is_mark(done[place - 1], PartKind.OPEN):
        place -= 1
    return place


def _close(done: list[Part], part: Part) -> None:
    if done and _is_mark(done[-1], PartKind.OPEN) and done[-1].name is part.name:
        done.pop()
    else:
        done.append(part)


def _is_mark(part: Part, kind: PartKind) -> bool:
    return part.kind is kind and part.name in MARKS


def _words(words: str) -> list[Part]:
    return [Part(PartKind.TEXT, "", words)] if words else []
