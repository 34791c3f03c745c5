"""The rules of typography, and what they find in a passage."""

from __future__ import annotations

from collections.abc import Iterator

from publications.typography.dashes import dashes
from publications.typography.doubled import doubled_words
from publications.typography.figures import figures
from publications.typography.finding import Finding, Rule
from publications.typography.letters import letters
from publications.typography.passage import Passage
from publications.typography.quotes import quotation_marks
from publications.typography.scan import scan_leftovers
from publications.typography.spaces import ellipses, hidden_characters, spaces

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
