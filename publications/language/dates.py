"""Dates as each language writes them, from ISO 8601 dates that may lack the day or the month."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, format_skeleton

ISO_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")

# English as the European institutions write it: day, month, year.
TERRITORIES = {"en": "en_IE"}


def date_text(iso: str, locale: str) -> str:
    """A partial date in a language's own words. For 2021-05: "maj 2021", "mai 2021", "maggio 2021" (CLDR long forms).

    What is no ISO date comes back as it was typed; the checks report it.
    """
    found = ISO_DATE.fullmatch(iso)
    if not found:
        return iso
    year, month, day = (int(found[part] or 1) for part in ("year", "month", "day"))
    tag = TERRITORIES.get(locale, locale.replace("-", "_"))
    try:
        moment = date(year, month, day)
    except ValueError:
        return iso
    if found["day"]:
        return str(format_date(moment, "long", locale=tag))
    return str(format_skeleton("yMMMM", moment, locale=tag)) if found["month"] else found["year"]
