"""Funding: what the European Union wants said, in each language, of what it pays for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from publications.facts.data_file import Node, read_data_file
from publications.language.cldr import language_of
from publications.layers import DEFAULTS

PATH = "data/funding.yml"
_AUTHORITY = "[[authority]]"


@dataclass(frozen=True, slots=True)
class EuWords:
    """The EU's own words in one language. locale: of the words, English where there are none."""

    locale: str
    funded: str
    co_funded: str
    disclaimer: str


@lru_cache(maxsize=64)
def eu_words(locale: str, authority: str = "") -> EuWords:
    """What the EU says in a language. authority: who gave the grant, as that language writes it."""
    known = read_data_file(DEFAULTS, PATH).entries
    code = next((code for code in (locale, language_of(locale)) if code in known), "en")
    said = {key: node.text for key, node in known.get(code, Node(0)).entries.items()}
    disclaimer = said["disclaimer"]
    if authority or "authority" in said:
        disclaimer = disclaimer.replace(_AUTHORITY, authority or said["authority"])
    else:
        disclaimer = disclaimer.replace(f" ({_AUTHORITY})", "")
    return EuWords(code, said["funded"], said["co-funded"], disclaimer)
