"""The rules of typography, and what they find in a passage."""

from __future__ import annotations

from collections.abc import Iterator

from publications.language.typography.dashes import dashes
from publications.language.typography.doubled import doubled_words
from publications.language.typography.figures import figures
from publications.language.typography.finding import Finding, Rule
from publications.language.typography.letters import letters
from publications.language.typography.quotes import quotation_marks
from publications.language.typography.scan import scan_leftovers
from publications.language.typography.spaces import ellipses, hidden_characters, spaces
from publications.reading.passage import Passage

_RULES: tuple[Rule, ...] = (
    quotation_marks,
    dashes,
    figures,
    spaces,
    ellipses,
    hidden_characters,
    letters,
    doubled_words,
    scan_leftovers,
)
_NO_LANGUAGE = "zxx"  # ISO 639-2: what is in no language, such as code


def findings_in(passage: Passage) -> Iterator[Finding]:
    """What all rules find; the same place is never found twice."""
    if passage.language == _NO_LANGUAGE:
        return
    taken = 0
    found = sorted((one for rule in _RULES for one in rule(passage)), key=lambda one: (one.start, one.end))
    for finding in found:
        if finding.start >= taken or finding.start == finding.end >= taken:
            yield finding
            taken = max(taken, finding.end)
