"""CLDR: Unicode's collection of what each language writes how, by the locale codes of mkdocs.yml."""

from __future__ import annotations

from functools import lru_cache

import babel

from publications.faults import Fault, PublicationError

# The languages of the European Union as its institutions write them: English with day, month, year; Portuguese of Portugal.
TERRITORIES = {"en": "en_IE", "pt": "pt_PT"}

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


@lru_cache(maxsize=64)
def cldr(locale: str) -> babel.Locale:
    """The conventions of a locale ("sv", "pt-BR"); one that CLDR does not have is a PublicationError."""
    try:
        return babel.Locale.parse(TERRITORIES.get(locale, locale.replace("-", "_")))
    except (babel.UnknownLocaleError, ValueError):
        message = f"nothing is known of a language '{locale}'. Use its ISO 639 code, such as sv or pt-BR."
        raise PublicationError(Fault("mkdocs.yml", 0, message)) from None


def language_of(locale: str) -> str:
    """The language of a locale without its script and country: "pt-BR" gives "pt"."""
    return locale.partition("-")[0]


def direction(locale: str) -> str:
    """Which way a locale's script runs: "ltr" or "rtl"."""
    return str(cldr(locale).text_direction)
