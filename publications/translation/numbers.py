"""Numbers and dates in a text, as far as telling that nothing else was edited needs them."""

from __future__ import annotations

import re

from publications.language.quantities import calendar_names

# It begins with what it consumes, for which a text is searched at once.
_NUMBER = re.compile(
    r"[-+\d{](?:(?<=\{)\{[^{}]*\}\}|(?<!\w.)(?:(?<=\d)|(?<=[-+])\d)\d*+(?:(?:[.,:/-]|[^\S\n])\d++)*(?!\w))"
)
_FACT = re.compile(r"\{\{([^{}]*)\}\}")
_DIGIT, _OTHER = re.compile(r"\d"), re.compile(r"\D")
_RUN = re.compile(r"#(?:[\s.,:/-]*#)+")


def digits_of(text: str) -> tuple[str, ...]:
    """The numbers of a text with all that languages write differently taken out: `26.809.473` → "26809473"."""
    if not _DIGIT.search(text):
        return ()
    found = (_OTHER.sub("", number) for number in _NUMBER.findall(text))
    return tuple(digits for digits in found if digits)


def facts_of(text: str) -> tuple[str, ...]:
    """The facts of a text, without spaces: `{{ city-pact | short }}` → "city-pact|short"."""
    return tuple(re.sub(r"\s", "", fact) for fact in _FACT.findall(text)) if "{{" in text else ()


def mask_numbers(text: str, locale: str) -> str:
    """The text with every number, date, month, weekday and `{{ fact }}` as one `#`."""
    names = calendar_names(locale)
    masked = names.sub("#", text) if names else text
    return _RUN.sub("#", _NUMBER.sub("#", masked))
