"""Figures: the digits that a language writes by default (CLDR's default numbering system), Persian ۱۲۳ for 123."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from publications.language.cldr import cldr

_LATIN = "0123456789"
# Of each numbering system: its digits, the marks between groups and before decimals, and the sign of per cent.
_SYSTEMS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {"arabext": ("۰۱۲۳۴۵۶۷۸۹", "٬", "٫", "٪"), "arab": ("٠١٢٣٤٥٦٧٨٩", "٬", "٫", "٪")}
)
_GROUP, _DECIMAL = re.compile(r"(?<=\d),(?=\d)"), re.compile(r"(?<=\d)\.(?=\d)")


def with_figures(text: str, locale: str) -> str:
    """A text with the language's digits: "12 مهٔ 2021" becomes "۱۲ مهٔ ۲۰۲۱"."""
    system = _SYSTEMS.get(cldr(locale).default_numbering_system)
    return text.translate(str.maketrans(_LATIN, system[0])) if system else text


def number_with_figures(text: str, locale: str) -> str:
    """A number that is written the English way, with the language's digits and marks: "۲۶٬۸۰۹٬۴۷۳٫۵"."""
    system = _SYSTEMS.get(cldr(locale).default_numbering_system)
    if system is None:
        return text
    _, group, decimal, percent = system
    marked = _DECIMAL.sub(decimal, _GROUP.sub(group, text)).replace("%", percent)
    return with_figures(marked, locale)


def latin_figures(text: str, locale: str) -> str:
    """A number in the language's own digits the English way; one in Latin digits, or in others, as it is."""
    own = (cldr(locale).default_numbering_system, cldr(locale).other_numbering_systems.get("native"))
    for name in own:
        if isinstance(name, str) and name in _SYSTEMS:
            digits, group, decimal, percent = _SYSTEMS[name]
            text = text.translate(str.maketrans(f"{digits}{group}{decimal}{percent}", f"{_LATIN},.%"))
    return text
