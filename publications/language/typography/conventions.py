"""Conventions: how each language sets its marks.

The Interinstitutional Style Guide of the EU (parts 6.4 and 10) and CLDR 47; where they differ both pass.
A language that is not listed is checked for what is wrong in all languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NO_BREAK = "\u00a0"
NO_BREAK_SPACES = "\u00a0\u202f\u2009\u2007"
"""Spaces that keep a number together, or that a typographer has chosen."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a language writes.

    quotes: opening and closing mark, of the first level and of the one within it.
    accepted: marks that are right as well; they are left as they are.
    decimal, group: the marks of CLDR; a no-break space between groups is right everywhere.
    percent_gap: what stands before `%`; a no-break space is right everywhere.
    range_dash: whether `2-5` needs an en dash. em_dash: whether the language has one.
    """

    quotes: tuple[Pair, Pair]
    accepted: str
    decimal: str
    group: str
    percent_gap: str
    range_dash: bool
    em_dash: bool = True


CONVENTIONS: Mapping[str, Conventions] = MappingProxyType(
    {
        "sv": Conventions(
            (("”", "”"), ("’", "’")), "»«", ",", NO_BREAK, NO_BREAK, range_dash=True, em_dash=False
        ),
        "ro": Conventions((("„", "”"), ("«", "»")), "‘’", ",", ".", NO_BREAK, range_dash=False),
        "it": Conventions((("«", "»"), ("“", "”")), "‘’", ",", ".", "", range_dash=False),
        "en": Conventions((("‘", "’"), ("“", "”")), "", ".", ",", "", range_dash=True),
    }
)
