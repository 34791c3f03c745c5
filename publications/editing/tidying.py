"""Tidying: a text without the spaces that Markdown would read as marks, not at all, or instead of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publications.editing.segment import MARKS, CodeName, Part, PartKind, numbered
from publications.editing.slot import BLANKS

_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


def tidied(parts: Iterable[Part], *, is_one_line: bool) -> Iterator[Part]:
    """The parts without spaces at the ends of lines and of the whole, and with those at the inside of bold outside of it."""
    joined = numbered(_with_tight_marks(parts))
    last = len(joined) - 1
    for place, part in enumerate(joined):
        if part.kind is not PartKind.TEXT and not (is_one_line and part.name is CodeName.BREAK):
            yield part
            continue
        words = " " if part.name is CodeName.BREAK else part.words
        words = _LINE_ENDS.sub(" " if is_one_line else "\n", words)
        words = words.lstrip() if place == 0 else words
        is_last = place == last or joined[place + 1].name is CodeName.ATTRIBUTES
        words = words.rstrip() if is_last else words
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
