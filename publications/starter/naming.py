"""Naming: what is wrong with a name that somebody types for a new page, which becomes the end of its address."""

from __future__ import annotations

import re
import unicodedata

from publications.faults import Fault
from publications.language.dates import ISO_DATE, parse_date

_EXAMPLE = "city-strategies"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LIKE_A_DATE = re.compile(r"(\d{4})-?(\d{1,2})(?:-?(\d{1,2}))?(?:-\d+)*")


def name_fault(name: str, path: str = "") -> Fault | None:
    """Why a name cannot be part of an address, with one that can; None when it can. path: where the page would lie."""
    if _NAME.fullmatch(name):
        return None
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or _EXAMPLE
    message = (
        f"'{name}' cannot be part of an address: small letters a–z, digits and hyphens only. Try: {better}"
    )
    said = "{typed} cannot be the end of an address. Use small letters a–z, digits and hyphens, such as {better}."
    return Fault(path, 0, message, typed=name, better=(better,), said=said)


def date_fault(name: str, path: str = "") -> Fault | None:
    """What is wrong with a name that was meant as a date, by which newsletters are ordered; None when nothing is."""
    found = _LIKE_A_DATE.fullmatch(name)
    if not found or ISO_DATE.fullmatch(name):
        return None
    year, *others = (part for part in found.groups() if part)
    meant = "-".join([year, *(other.zfill(2) for other in others)])
    if parse_date(meant):
        return Fault(path, 0, f"'{name}' is no date. Did you mean {meant}?", typed=name, better=(meant,))
    message = f"'{name}' is no date. Write it as 2021-09, or 2021-09-15."
    said = "{typed} cannot be read here. Write it like this: {better}."
    return Fault(path, 0, message, typed=name, better=("2021-09", "2021-09-15"), said=said)
