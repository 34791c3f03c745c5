"""Naming: what is wrong with a name that somebody types for a new page, which becomes the end of its address."""

from __future__ import annotations

import re
import unicodedata

from publications.language.dates import ISO_DATE, parse_date

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LIKE_A_DATE = re.compile(r"(\d{4})-?(\d{1,2})(?:-?(\d{1,2}))?(?:-\d+)*")


def name_problem(name: str) -> str:
    """Why a name cannot be part of an address, with one that can; "" when it can."""
    if _NAME.fullmatch(name):
        return ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    advice = f" Try: {better}" if better else ""
    return f"'{name}' cannot be part of an address: small letters a–z, digits and hyphens only.{advice}"


def date_problem(name: str) -> str:
    """What is wrong with a name that was meant as a date, by which newsletters are ordered; "" when nothing is."""
    found = _LIKE_A_DATE.fullmatch(name)
    if not found or ISO_DATE.fullmatch(name):
        return ""
    year, *others = (part for part in found.groups() if part)
    better = "-".join([year, *(other.zfill(2) for other in others)])
    hint = f"Did you mean {better}?" if parse_date(better) else "Write it as 2021-09, or 2021-09-15."
    return f"'{name}' is no date. {hint}"
