"""Notes: plain sentences that help to translate a unit, such as what the facts in it say and which terms it has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publications.agencies.unit import Unit
from publications.editing.segment import CodeName
from publications.facts.expansion import expand_facts
from publications.facts.library import Facts
from publications.reading.reading import Reading
from publications.translation.glossary import Term, terms_in


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known of a pair of languages: the project's terms, and its facts."""

    terms: Sequence[Term]
    facts: Facts
    source_locale: str
    locale: str

    def on(self, unit: Unit, comments: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
        """What is told of a unit. comments: of its page, as `comments_above` gives them."""
        terms = terms_in(self.terms, unit.block.words, self.source_locale, self.locale)
        parts = (*unit.source.head, *unit.source.tail)
        inside = [part.words for part in parts if part.name is CodeName.NOTE]
        return (
            *self._facts_in(unit),
            *(f"Term: {said} → {' / '.join(forms)}" for said, forms in terms),
            *([f"Before: {unit.before}"] if unit.before else []),
            *(f"Comment: {note}" for note in (*comments.get(unit.line, ()), *inside)),
        )

    def _facts_in(self, unit: Unit) -> Iterator[str]:
        for part in unit.source.body:
            if part.name is CodeName.FACT:
                said = expand_facts(part.typed.replace("\\|", "|"), self.facts, self.locale)
                if "{{" not in said:
                    yield f"<{part.number}/> is written as: {said}"


def comments_above(reading: Reading) -> Mapping[int, Sequence[str]]:
    """Line of a block → the comments that stand in lines of their own above it."""
    found: dict[int, list[str]] = {}
    lines = sorted(block.line for block in reading.blocks)
    for token in reading.tokens:
        words = token.content.strip()
        if token.type == "html_block" and token.map and words.startswith("<!--"):
            at = reading.source.body_line + token.map[0]
            place = bisect_right(lines, at)
            if place < len(lines):
                comments = [one.partition("-->")[0].strip() for one in words.split("<!--")[1:]]
                found.setdefault(lines[place], []).extend(comments)
    return found
