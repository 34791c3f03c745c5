"""Numbers and dates in a text, as far as telling that nothing else was edited needs them."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_NUMBER = re.compile(r"(?<!\w)[-+]?\d+(?:(?:[.,:/-]|[^\S\n])?\d+)*(?!\w)|\{\{[^{}]*\}\}")
_FACT = re.compile(r"\{\{([^{}]*)\}\}")
_RUN = re.compile(r"#(?:[\s.,:/-]*#)+")


def digits_of(text: str) -> tuple[str, ...]:
    """The numbers of a text with all that languages write differently taken out: `26.809.473` → "26809473"."""
    found = (re.sub(r"\D", "", match[0]) for match in _NUMBER.finditer(text))
    return tuple(digits for digits in found if digits)


def facts_of(text: str) -> tuple[str, ...]:
    """The facts of a text, without spaces: `{{ city-pact | short }}` → "city-pact|short"."""
    return tuple(re.sub(r"\s", "", fact) for fact in _FACT.findall(text))


def mask_numbers(text: str, locale: str) -> str:
    """The text with every number, date, month, weekday and `{{ fact }}` as one `#`."""
    names = _calendar_names(locale)
    masked = names.sub("#", text) if names else text
    return _RUN.sub("#", _NUMBER.sub("#", masked))


@lru_cache(maxsize=16)
def _calendar_names(locale: str) -> re.Pattern[str] | None:
    """Months and weekdays, long and short (CLDR); None for a language that CLDR does not know."""
    try:
        data = Locale.parse(locale, sep="-" if "-" in locale else "_")
    except (UnknownLocaleError, ValueError):
        return None
    names = {
        name.rstrip(".")
        for table in (data.months, data.days)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in table[context].get(width, {}).values()
    }
    longest_first = sorted(
        (name for name in names if re.fullmatch(r"[^\W\d_]{3,}", name)), key=len, reverse=True
    )
    if not longest_first:
        return None
    either_case = (f"[{name[0].upper()}{name[0]}]{re.escape(name[1:])}" for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(either_case)})(?!\w)\.?")
