"""Conventions: how each language sets its marks.

Sources: the EU's Interinstitutional Style Guide (https://style-guide.europa.eu: 6.4 and 10, and each language's own part
four); CLDR 47 for quotation marks, numbers and percent signs; for what neither has, the language's own authority, named
beside it. Where they differ, all pass. Of a language that is not listed nothing is said but of characters nobody sees.
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
    percent_gap: what stands before `%`, None where sources differ; a no-break space is right everywhere.
    range_dash: whether `2-5` needs an en dash. em_dash: whether the language has one.
    gap_before: marks that a no-break space stands before. has_ellipsis: whether `...` is to be one character.
    """

    quotes: tuple[Pair, Pair]
    accepted: str = ""
    decimal: str = ","
    group: str = "."
    percent_gap: str | None = NO_BREAK
    range_dash: bool = True
    em_dash: bool = True
    gap_before: str = ""
    has_ellipsis: bool = False


_LOW = (("„", "“"), ("‚", "‘"))
_LOW_HIGH = (("„", "”"), ("«", "»"))
_ANGLED = (("«", "»"), ("“", "”"))
_HIGH = (("“", "”"), ("‘", "’"))

CONVENTIONS: Mapping[str, Conventions] = MappingProxyType(
    {
        # CLDR: “…” and ‘…’; Arabic typesetting has «…» as well.
        "ar": Conventions(_HIGH, "«»‹›", decimal=".", group=",", percent_gap=None, range_dash=False),
        "bg": Conventions((("„", "“"), ("‘", "’")), "”«»", group=NO_BREAK, percent_gap=None),
        "cs": Conventions(_LOW, "»«›‹", group=NO_BREAK),
        # Dansk Sprognævn, Retskrivningsordbogen § 58: all of these marks.
        "da": Conventions((("»", "«"), ("’", "’")), "“”„‘›‹"),
        "de": Conventions(_LOW, "»«›‹"),
        "el": Conventions((("«", "»"), ("“", "”")), "‘’", percent_gap=None, range_dash=False),
        "en": Conventions(
            (("‘", "’"), ("“", "”")), decimal=".", group=",", percent_gap="", has_ellipsis=True
        ),
        # Real Academia Española, Ortografía (2010), 3.4.8: «», “” and ‘’ within one another; the raya, —, stands at the word.
        "es": Conventions(_ANGLED, "‘’", range_dash=False),
        # Eesti Keele Instituut: „…“, and „…” as typed on many keyboards.
        "et": Conventions((("„", "“"), ("«", "»")), "”", group=NO_BREAK, percent_gap=None),
        # Farhangestan, Dastur-e khatt-e farsi (2022): «…», within it “…”; figures as ۱۲۳ with ٬ and ٫, or Latin ones.
        "fa": Conventions(
            (("«", "»"), ("“", "”")), "‹›", decimal="٫", group="٬", percent_gap=None, range_dash=False
        ),
        # Kielitoimiston ohjepankki: ”…” and ’…’, also »…».
        "fi": Conventions((("”", "”"), ("’", "’")), "»", group=NO_BREAK),
        # IISG 10, French: no-break spaces before : ; ? ! » and after «; thin ones are right as well.
        "fr": Conventions(
            (("«", "»"), ("“", "”")), "‘’", group=NO_BREAK, range_dash=False, gap_before=":;?!»"
        ),
        "ga": Conventions(_HIGH, decimal=".", group=",", percent_gap=None, range_dash=False),
        # Hrvatski pravopis (IHJJ, 2013): „…” and »…«.
        "hr": Conventions((("„", "”"), ("‚", "’")), "“»«‘"),
        # A magyar helyesírás szabályai, 12th edition, 257: „…”, within it »…«; 299 of dates and ranges.
        "hu": Conventions((("„", "”"), ("»", "«")), group=NO_BREAK, percent_gap=None),
        # Íslensk málnefnd, ritreglur (2018), 30: „…“ and ‚…‘.
        "is": Conventions(_LOW, percent_gap=None),
        "it": Conventions(_ANGLED, "‘’", percent_gap="", range_dash=False, has_ellipsis=True),
        "lt": Conventions(_LOW, "”", group=NO_BREAK),
        "lv": Conventions(_HIGH, "„", group=NO_BREAK, percent_gap=None),
        "mt": Conventions(_HIGH, decimal=".", group=",", percent_gap=None, range_dash=False),
        # Språkrådet: «…», within it ‘…’.
        "nb": (norwegian := Conventions((("«", "»"), ("‘", "’")), "“”„", group=NO_BREAK)),
        "nn": norwegian,
        "no": norwegian,
        # Taalunie: single or double, high or low.
        "nl": Conventions((("‘", "’"), ("“", "”")), "„‚", percent_gap=None, range_dash=False),
        "pl": Conventions(_LOW_HIGH, "‚’»", group=NO_BREAK, percent_gap=None),
        "pt": Conventions(_ANGLED, "‘’", group=NO_BREAK, percent_gap=None, range_dash=False),
        "ro": Conventions(_LOW_HIGH, "‘’", range_dash=False, has_ellipsis=True),
        # Правила русской орфографии и пунктуации (2006), § 133: «…», within it „…“; GOST 8.417: a space before %.
        "ru": Conventions((("«", "»"), ("„", "“")), "”", group=NO_BREAK, range_dash=False),
        "sk": Conventions(_LOW, "»«›‹", group=NO_BREAK),
        # Slovenski pravopis (2001), § 350: „…“ and »…«.
        "sl": Conventions(_LOW, "»«›‹"),
        # CLDR, and nothing else that could be found.
        "so": Conventions(_HIGH, decimal=".", group=",", percent_gap=None, range_dash=False),
        "sv": Conventions((("”", "”"), ("’", "’")), "»«", group=NO_BREAK, em_dash=False, has_ellipsis=True),
        # CLDR: “…” and ‘…’; Ethiopic printing has «…» as well.
        "ti": Conventions(_HIGH, "«»‹›", decimal=".", group=",", percent_gap=None, range_dash=False),
        # Türk Dil Kurumu, Yazım Kılavuzu: “…” and ‘…’; the percent sign stands before the number.
        "tr": Conventions(_HIGH, percent_gap=None, range_dash=False),
        # Український правопис (2019), § 167: «…», within it „…“.
        "uk": Conventions((("«", "»"), ("„", "“")), "”’", group=NO_BREAK, percent_gap=None),
    }
)
