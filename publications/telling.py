"""Telling: what is wrong, in the language of who sits at the desk. The command line tells it in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from publications.catalogs import DESK, read_shipped
from publications.faults import Fault, PublicationError, in_short
from publications.language.cldr import direction, language_of
from publications.language.typography.conventions import CONVENTIONS, NO_BREAK

_INSTEAD, _MISSING = "Write {better} instead of {typed}.", "{better} is missing here."
_AGAIN = "Look at this again: {typed}"
ELSEWHERE = "Something is wrong in {place}. The command “pubs check” says what it is."
MISTAKE = "This is a mistake in the desk itself ({typed}). Load the page again; what you typed is kept."
GENERAL = (_INSTEAD, _MISSING, _AGAIN, ELSEWHERE, MISTAKE)
"""The texts of desk.po for what has none of its own."""


class RefusalError(PublicationError):
    """What is not done, and why. said: a text of desk.po, with `{typed}` and `{better}` where these words stand."""

    def __init__(self, file: str, said: str, typed: str = "", better: tuple[str, ...] = ()) -> None:
        message = said.format(typed=f"“{typed}”", better=" or ".join(better))
        super().__init__(Fault(file, 0, message, typed=typed, better=better, said=said))


def said_of(fault: Fault) -> str:
    """The text of desk.po that tells a fault; `{typed}`, `{better}` and `{place}` may stand in it."""
    if fault.said:
        return fault.said
    if fault.better:
        return _INSTEAD if fault.typed else _MISSING
    return _AGAIN if fault.typed else ELSEWHERE


def told(fault: Fault, locale: str) -> str:
    """A fault in a language, its words in the language's own quotation marks."""
    better = " / ".join(_quoted(word, locale) for word in fault.better)
    values = {"typed": _quoted(fault.typed, locale), "better": better, "place": _apart(fault.place, locale)}
    return read_shipped(locale, DESK).messages[said_of(fault)].format_map(values)


def told_with_place(fault: Fault, locale: str) -> str:
    """The same, with its file and line before it."""
    text = told(fault, locale)
    return text if fault.place in text else f"{_apart(fault.place, locale)}: {text}"


def for_browser(fault: Fault) -> Mapping[str, Any]:
    """A fault as a browser has it, which puts the words into the text that is `said`."""
    return {**asdict(fault), "said": said_of(fault), "place": fault.place}


def _quoted(words: str, locale: str) -> str:
    conventions = CONVENTIONS.get(language_of(locale), CONVENTIONS["en"])
    opening, closing = conventions.quotes[0]
    gap = NO_BREAK if closing in conventions.gap_before else ""
    return f"{opening}{gap}{_apart(in_short(words), locale)}{gap}{closing}"


def _apart(words: str, locale: str) -> str:
    """Words whose letters keep their order within a text that is written from right to left (UAX 9, 2.7)."""
    return f"\u2068{words}\u2069" if direction(locale) == "rtl" else words
