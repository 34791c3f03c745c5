"""Names of languages, as each language writes them in a sentence: "svenska", "suedeză", "svedese"."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

from publications.language.cldr import TERRITORIES


def language_name(code: str, locale: str) -> str:
    """What the language `code` is called in the language `locale` (CLDR); "" if nobody has a name for it."""
    try:
        names = Locale.parse(locale, sep="-").languages
    except (UnknownLocaleError, ValueError):
        return ""
    return str(names.get(code.replace("-", "_"), ""))


def tag_with_territory(locale: str) -> str:
    """A locale with the country it is first thought of in, as Open Graph wants it: "sv" gives "sv_SE"."""
    if locale in TERRITORIES:
        return TERRITORIES[locale]
    likely = str(get_global("likely_subtags").get(locale, locale.replace("-", "_")))
    language, territory = parse_locale(likely)[:2]
    return f"{language}_{territory}" if territory else language
