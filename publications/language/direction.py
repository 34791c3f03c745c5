"""Direction: which way a language is written, and what HTML says of words in another language than those around them."""

from __future__ import annotations

from markupsafe import Markup

from publications.language.cldr import direction


def language_attributes(locale: str, around: str) -> Markup:
    """` lang="ar" dir="rtl"` for words within those of another language; nothing where it is the same, or not known."""
    if locale in ("", around):
        return Markup("")
    way = direction(locale)
    if way == direction(around):
        return Markup(' lang="{}"').format(locale)
    return Markup(' lang="{}" dir="{}"').format(locale, way)
