"""Countries by their ISO 3166-1 codes, as each language calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from publications.language.cldr import cldr


def country_name(code: str, locale: str) -> str:
    """What a language calls a country: "RO" gives "Rumänien", "România", "Romania" (CLDR)."""
    return str(cldr(locale).territories[code])


def countries() -> Mapping[str, str]:
    """All codes of two letters, with their English names; EU is among them."""
    names = cldr("en").territories
    return {code: str(name) for code, name in names.items() if re.fullmatch(r"[A-Z]{2}", code)}
