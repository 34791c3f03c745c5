"""Lists as each language writes them in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.lists import format_list

from publications.language.cldr import cldr, language_of


def list_text(items: Sequence[str], locale: str) -> str:
    """Words as a list: "Italien, Rumänien och Sverige"; Italian has "ed" before another e: "Italia ed Estonia"."""
    if not items:
        return ""
    text = str(format_list(items, locale=cldr(locale)))
    last = items[-1]
    if language_of(locale) == "it" and re.match(r"[eèé]", last, re.IGNORECASE) and len(items) > 1:
        return f"{text.removesuffix(f'e {last}')}ed {last}"
    return text
