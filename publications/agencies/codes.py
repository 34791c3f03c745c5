"""Codes: a segment as one line of words with numbered marks, which every format writes in its own way.

Inside the engine a code is one private character of plane 15 or 16, so that a line can be cut, compared and searched as
any other text. What a translator need not see (comments, attribute lists at the end) stays outside the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from publications.editing.segment import CodeName, Part, PartKind, Segment
from publications.editing.whitespace import BLANKS

_FIRST, _KINDS = 0xF0000, (PartKind.OPEN, PartKind.CLOSE, PartKind.ALONE)
_CODE = re.compile("[\U000f0000-\U0010ffff]")
# What XML cannot hold (https://www.w3.org/TR/xml/#charsets), and what would be taken for a code.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\U000f0000-\U0010ffff]")
_HIDDEN = frozenset({CodeName.NOTE, CodeName.ATTRIBUTES})
_SENTENCE = re.compile('([.!?…]["”»’)\\]\U000f0000-\U0010ffff]*) (?=([^\\w]*)(\\w))')
_PLACEHOLDER = re.compile(r"<\s*(?P<close>/?)\s*(?P<number>\d{1,5})\s*(?P<alone>/?)\s*>")
_LITERAL = re.compile(r"<(?=/?\d{1,5}/?>)")
# Keeps words such as `<1>` from being taken for a placeholder; it has no width.
_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment in what a translator sees of it, `body`, and what stands before and after that."""

    head: Segment
    body: Segment
    tail: Segment

    @property
    def line(self) -> str:
        """The body as one line, its line ends as spaces."""
        return plain(flat(self.body))


def shown(segment: Segment) -> Shown:
    """Comments in its middle stand at its end."""
    start, end = 0, len(segment)
    while start < end and _is_unseen(segment[start]):
        start += 1
    while end > start and _is_unseen(segment[end - 1]):
        end -= 1
    body = [part for part in segment[start:end] if part.name is not CodeName.NOTE]
    moved = [part for part in segment[start:end] if part.name is CodeName.NOTE]
    head, tail = segment[:start], segment[end:]
    if body and body[-1].kind is PartKind.TEXT and (spaces := _spaces_at_end(body[-1])):
        body[-1] = replace(body[-1], words=body[-1].words.rstrip(BLANKS))
        tail = (Part(PartKind.TEXT, spaces, spaces), *tail)
    for note in moved:
        tail = (Part(PartKind.TEXT, " ", " "), note, *tail)
    return Shown(head, tuple(body), tail)


def flat(parts: Iterable[Part]) -> str:
    """Words and codes as one text."""
    return "".join(
        _UNSEEN.sub("\ufffd", part.words) if part.kind is PartKind.TEXT else mark(part.kind, part.number)
        for part in parts
    )


def mark(kind: PartKind, number: int) -> str:
    """A code as one character."""
    return chr(_FIRST + 3 * min(number, 40_000) + _KINDS.index(kind))


def parts_in(line: str) -> Iterator[Part]:
    """The words and codes of a flat text. Codes have a kind and a number, and nothing else."""
    done = 0
    for found in _CODE.finditer(line):
        if words := line[done : found.start()]:
            yield Part(PartKind.TEXT, "", words)
        number, kind = divmod(ord(found[0]) - _FIRST, 3)
        yield Part(_KINDS[kind], "", "", None, number)
        done = found.end()
    if line[done:]:
        yield Part(PartKind.TEXT, "", line[done:])


def plain(line: str) -> str:
    """A text with each run of spaces and line ends as one space: tools wrap lines, and nobody meant it."""
    return " ".join(line.split())


def has_words(line: str) -> bool:
    """Whether there is a letter or a digit in it that is no code's."""
    return any(letter.isalnum() for letter in _CODE.sub("", line))


def with_placeholders(line: str) -> str:
    """A flat text with `<1>…</1>` and `<2/>` for its codes."""
    return "".join(
        _LITERAL.sub("<" + _JOINER, part.words) if part.kind is PartKind.TEXT else placeholder(part)
        for part in parts_in(line)
    )


def placeholder(part: Part) -> str:
    """A code as a translator types it."""
    before, after = {PartKind.OPEN: ("", ""), PartKind.CLOSE: ("/", "")}.get(part.kind, ("", "/"))
    return f"<{before}{part.number}{after}>"


def without_placeholders(text: str) -> str:
    """The flat text of what a translator typed."""

    def code(found: re.Match[str]) -> str:
        kind = PartKind.CLOSE if found["close"] else PartKind.ALONE if found["alone"] else PartKind.OPEN
        return mark(kind, int(found["number"]))

    return _PLACEHOLDER.sub(code, _UNSEEN.sub("\ufffd", text)).replace("<" + _JOINER, "<")


def in_lines(line: str, model: str) -> str:
    """A text in lines as a model of several lines has them: what is a line there stays one, else each sentence is."""
    lines = [plain(one) for one in model.split("\n")]
    if len(lines) == 1:
        return line
    found, rest = [], line
    for one in filter(None, lines):
        before, _, after = f"{rest} ".partition(f"{one} ")
        if after or f"{rest} ".endswith(f"{one} "):
            found += [*_sentences(before), one]
            rest = after.strip(" ")
    return "\n".join((*found, *_sentences(rest)))


def _sentences(text: str) -> Sequence[str]:
    def parted(found: re.Match[str]) -> str:
        is_sentence = not found[3].islower() and not found[3].isdigit()
        return found[1] + ("\n" if is_sentence else " ")

    return [one for one in _SENTENCE.sub(parted, text.strip(" ")).split("\n") if one]


def _is_unseen(part: Part) -> bool:
    return part.name in _HIDDEN or (part.kind is PartKind.TEXT and not part.words.strip(BLANKS))


def _spaces_at_end(part: Part) -> str:
    return part.words[len(part.words.rstrip(BLANKS)) :]
