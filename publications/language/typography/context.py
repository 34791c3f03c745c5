"""Context: a place with the whole words around it, before and after its repair, as a message shows it."""

from __future__ import annotations

from publications.language.typography.finding import Finding

_LONGEST = 60


def in_words(text: str, found: Finding) -> tuple[str, str]:
    """The words around a place as typed, and mended, "" where only a person can."""
    start, end, repair = found.start, found.end, found.repair
    left, right = _word_start(text, start), _word_end(text, end)
    if not any(char.isalnum() for char in text[left:right]):
        before, after = text[max(0, left - _LONGEST) : left], text[right : right + _LONGEST]
        left = _word_start(text, left - len(before) + len(before.rstrip()))
        right = _word_end(text, right + len(after) - len(after.lstrip()))
    better = "" if repair is None else text[left:start] + repair + text[end:right]
    return _on_one_line(text[left:right]), _on_one_line(better)


def quotation(text: str, opening: Finding, closing: Finding) -> tuple[str, str]:
    """A whole quotation, whose marks are both mended; of a long one its ends."""
    left, right = _word_start(text, opening.start), _word_end(text, closing.end)
    if right - left > _LONGEST:
        ends = zip(in_words(text, opening), in_words(text, closing), strict=True)
        typed, better = (f"{first} … {last}" for first, last in ends)
        return typed, better
    within = text[opening.end : closing.start]
    mended = (
        f"{text[left : opening.start]}{opening.repair}{within}{closing.repair}{text[closing.end : right]}"
    )
    return _on_one_line(text[left:right]), _on_one_line(mended)


def _word_start(text: str, at: int) -> int:
    first = max(0, at - _LONGEST)
    while at > first and text[at - 1] not in " \t\n":
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    last = min(len(text), at + _LONGEST)
    while at < last and text[at] not in " \t\n":
        at += 1
    return at


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")
