"""The rules of typography, and what they find in a passage."""

from __future__ import annotations

from publications.language.typography.conventions import CONVENTIONS
from publications.language.typography.dashes import dashes
from publications.language.typography.doubled import doubled_words
from publications.language.typography.figures import figures
from publications.language.typography.finding import Finding, Rule
from publications.language.typography.letters import accents, letters
from publications.language.typography.prose import is_prose
from publications.language.typography.quotes import quotation_marks
from publications.language.typography.scan import scan_leftovers
from publications.language.typography.spaces import control_characters, ellipses, hidden_characters, spaces

OF_MARKS: tuple[Rule, ...] = (
    quotation_marks,
    dashes,
    figures,
    spaces,
    ellipses,
    hidden_characters,
    letters,
    scan_leftovers,
)
OF_WORDS: tuple[Rule, ...] = (accents, doubled_words)
"""What plain prose can have wrong as well."""

_NO_LANGUAGE = "zxx"  # ISO 639-2: what is in no language, such as code


def findings_in(text: str, language: str) -> list[Finding]:
    """What all rules find in the text of a passage; the same place is never found twice."""
    if language == _NO_LANGUAGE:
        return []
    if language not in CONVENTIONS:
        return list(control_characters(text, language))
    rules = OF_WORDS if is_prose(text, language) else (*OF_MARKS, *OF_WORDS)
    found = [one for rule in rules for one in rule(text, language)]
    kept: list[Finding] = []
    taken = 0
    for finding in sorted(found, key=lambda one: (one.start, one.end)):
        if finding.start >= taken or finding.start == finding.end >= taken:
            kept.append(finding)
            taken = max(taken, finding.end)
    return kept
