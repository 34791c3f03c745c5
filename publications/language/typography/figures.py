"""Figures: marks and spaces within numbers, before percent signs and units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.language.typography.conventions import CONVENTIONS, NO_BREAK, NO_BREAK_SPACES, Conventions
from publications.language.typography.finding import Finding

UNITS = "°C|°F|K|kg|mg|km|cm|mm|m²|m³|km²|ha|kWh|MWh|GWh|kW|MW|GW|GB|MB|kB|EUR|SEK|RON|€|kr|lei"
MILLIONS = "miljon|miljard|mkr|milion|milioane|miliard|milion|million|billion|mln|mld"
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(rf"(?<![\w.,:/–+-])[1-9]\d{{0,2}}(?:[ {NO_BREAK_SPACES}]\d{{3}})+(?!\w|[.:/-]\d| \d)")
# Standards, articles, telephones: EN 301 549, nr 863 614, +46 8 123 456.
_LABEL = re.compile(r"(?:\b[A-Z]{2,}|\b(?i:nr|no|n|nos|art|tel|fax|p|s|sid|pag|pp)\.?|[\d+§#°º])[^\S\n]*$")
_PERCENT = re.compile(rf"(?<=\d)([ \t{NO_BREAK_SPACES}]*)[%‰]")
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS})(?![\w-]))")
_MARKED = re.compile(
    r"(?<![\w.,:/-])\d{1,3}(?:,\d{3}){2,}(?![\w,]|\.\d{3})|(?<![\w.,:/-])\d{1,3}(?:\.\d{3}){2,}(?![\w.]|,\d{3})"
)
_DECIMAL = re.compile(
    rf"(?<![\w.,:/-])\d+(?P<mark>[.,])\d{{1,2}}(?=[ {NO_BREAK_SPACES}]?[%‰]|[ {NO_BREAK_SPACES}](?:{UNITS})(?![\w-])"
    rf"|[ {NO_BREAK_SPACES}](?:{MILLIONS}))"
)


def figures(text: str, language: str) -> Iterator[Finding]:
    """Rules: no-break-space, percent, number-mark."""
    if _DIGIT.search(text):
        conventions = CONVENTIONS.get(language)
        yield from _spaces(text)
        yield from _percent(text, conventions)
        yield from _marks(text, conventions) if conventions else ()


def _spaces(text: str) -> Iterator[Finding]:
    for match in _GROUPED.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if " " in match.group() and not _LABEL.search(before):
            yield Finding("no-break-space", match.start(), match.end(), match.group().replace(" ", NO_BREAK))
    for match in _BEFORE_UNIT.finditer(text):
        yield Finding("no-break-space", match.start(), match.end(), NO_BREAK)


def _percent(text: str, conventions: Conventions | None) -> Iterator[Finding]:
    for match in _PERCENT.finditer(text):
        gap = match[1]
        own = conventions.percent_gap if conventions else None
        right = (gap and NO_BREAK) if own is None else own
        if gap != right and not (len(gap) == 1 and gap in NO_BREAK_SPACES):
            yield Finding("percent", match.start(), match.end(1), right)


def _marks(text: str, conventions: Conventions) -> Iterator[Finding]:
    """Decimal and thousands marks of another language, where they can be nothing else."""
    for match in _MARKED.finditer(text):
        mark = "," if "," in match.group() else "."
        if mark != conventions.group:
            repair = match.group().replace(mark, conventions.group)
            yield Finding("number-mark", match.start(), match.end(), repair)
    for match in _DECIMAL.finditer(text):
        if match["mark"] != conventions.decimal:
            yield Finding("number-mark", match.start("mark"), match.end("mark"), conventions.decimal)
