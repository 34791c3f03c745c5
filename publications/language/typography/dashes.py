"""Dashes: between parts of a sentence, from one number to another, and before what is below zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.language.typography.conventions import CONVENTIONS
from publications.language.typography.finding import Finding

_SPACED_HYPHEN = re.compile(r"(?<=[^\s\d-])[ \n](-)[ \n](?=[^\s-])|(?<=[^\s-])[ \n](-)[ \n](?=[^\s\d-])")
_DOUBLE = re.compile(r"(?<![-\w/])(-{2,3})(?![-/\w])|(?<=\w)(-{2,3})(?=[^\W\d])")
_RANGE = re.compile(r"(?<![\w./:–-])(?P<from>\d{1,4})-(?P<to>\d{1,4})(?![\w/:–-]|[.,]\d)")
_MINUS = re.compile(r"(?:(?<=^)|(?<=[\s(]))(?<!\d\s)-(?=[1-9]|0[.,])")
_EM = re.compile(r"(?<=[ \u00a0])—(?=[ \n\u00a0])|(?<=\w)—(?=\w)")
# Romanian binds its short words with a hyphen: s-a, site-ul.
_BOUND = re.compile(r"(?<=[^\W\d_])–(?=(?:a|ai|am|au|ați|i|o|ul|ului|uri|urile|urilor|un|uri|l|le|și)\b)")


def dashes(text: str, language: str) -> Iterator[Finding]:
    """Hyphens where a dash is meant, and dashes of another language. Rule: dash."""
    conventions = CONVENTIONS.get(language)
    has_long = conventions is None or conventions.em_dash
    if "-" in text:
        yield from _hyphens(text, "—" if has_long else "–")
        if conventions and conventions.range_dash:
            yield from _ranges(text)
    if not has_long and "—" in text:
        yield from _long_dashes(text)
    if language == "ro" and "–" in text:
        for match in _BOUND.finditer(text):
            yield Finding("dash", match.start(), match.end(), "-", "a hyphen within words")


def _hyphens(text: str, long: str) -> Iterator[Finding]:
    for match in _SPACED_HYPHEN.finditer(text):
        yield Finding("dash", match.start() + 1, match.end() - 1, "–")
    for match in _DOUBLE.finditer(text):
        yield Finding("dash", match.start(), match.end(), long if match.group() == "---" else "–")
    for match in _MINUS.finditer(text):
        yield Finding("dash", match.start(), match.end(), "−", "a minus, not a hyphen")


def _ranges(text: str) -> Iterator[Finding]:
    for match in _RANGE.finditer(text):
        if _is_range(match["from"], match["to"]):
            yield Finding("dash", match.end("from"), match.start("to"), "–")


def _long_dashes(text: str) -> Iterator[Finding]:
    for match in _EM.finditer(text):
        yield Finding("dash", match.start(), match.end(), "–" if text[match.start() - 1].isspace() else " – ")


def _is_range(first: str, last: str) -> bool:
    """Whether two numbers say from and to: no ISO month (2021-06), telephone number or score."""
    if first.startswith("0") or last.startswith("0"):
        return False
    if len(first) == 4 and len(last) == 2:  # noqa: PLR2004
        return int(last) > int(first[2:]) and int(last) > 12  # noqa: PLR2004
    return int(first) < int(last)
