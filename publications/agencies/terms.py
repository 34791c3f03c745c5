"""Terms: those of others in data/glossary.yml, whose every other letter and comment stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import yaml

from publications.agencies.tbx import Concept
from publications.reading.encoding import as_lines
from publications.reading.front_edit import written
from publications.translation.glossary import Term

_SORTS = ("also", "never")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A word of others that the glossary does not have, or has as wrong, where it says something else."""

    term: str
    locale: str
    theirs: str
    ours: Sequence[str]


@dataclass(frozen=True, slots=True)
class NewTerms:
    """text: of the glossary from now on; terms, languages: how many came; contradictions: what was left out."""

    text: str
    terms: int
    languages: int
    contradictions: tuple[Contradiction, ...]


def with_terms(text: str, terms: Sequence[Term], concepts: Sequence[Concept]) -> NewTerms:
    """A glossary with the terms and languages that it lacks. terms: as it is read."""
    found = _Glossary(as_lines(text), terms).taken(concepts)
    kept = found.text.replace("\n", "\r\n") if "\r\n" in text else found.text
    return replace(found, text="\ufeff" + kept if text.startswith("\ufeff") else kept)


@dataclass
class _Glossary:
    text: str
    terms: Sequence[Term]
    inserts: list[tuple[int, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    def taken(self, concepts: Sequence[Concept]) -> NewTerms:
        root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        nodes = root.value if isinstance(root, yaml.SequenceNode) else []
        places = {
            (locale, word.casefold()): number
            for number, term in reversed(list(enumerate(self.terms)))
            for locale in term.forms
            for word in (*term.forms[locale], *term.also.get(locale, ()))
        }
        new: list[str] = []
        count = 0
        for concept in concepts:
            found = _place(concept, places)
            if found is None and concept.right:
                new += _entry(concept)
                count += 1
            elif found is not None:
                self._compare(nodes[found], self.terms[found], concept)
        text = self._spliced()
        languages = len(self.inserts)
        if new:
            text = f"{text.rstrip()}\n" if text.strip() else text
            text += "\n".join(new) + "\n"
        return NewTerms(text, count, languages, tuple(self.contradictions))

    def _compare(self, node: yaml.MappingNode, term: Term, concept: Concept) -> None:
        for locale in concept.locales:
            ours = (*term.forms.get(locale, ()), *term.also.get(locale, ()))
            right = concept.right.get(locale, ())
            never = {word.casefold() for word in term.never.get(locale, ())}
            wrong = next((word for word in concept.forms(locale) if word.casefold() in never), None)
            if wrong is not None:
                self.contradictions.append(Contradiction(term.name, locale, wrong, ours))
            elif not ours:
                self._insert(node, locale, concept.forms(locale))
            elif right and not {word.casefold() for word in right} & {word.casefold() for word in ours}:
                self.contradictions.append(Contradiction(term.name, locale, right[0], ours))

    def _insert(self, node: yaml.MappingNode, locale: str, forms: Sequence[str]) -> None:
        """A language behind the last one that the entry has."""
        pairs = [pair for pair in node.value if pair[0].value not in _SORTS] or node.value
        key, value = pairs[-1]
        line = f"{locale}: {_listed(forms)}"
        between = ", " if node.flow_style else "\n" + " " * key.start_mark.column
        self.inserts.append((_end(value), between + line))

    def _spliced(self) -> str:
        parts, done = [], 0
        for at, line in sorted(self.inserts):
            parts += [self.text[done:at], line]
            done = at
        return "".join((*parts, self.text[done:]))


def _end(node: yaml.Node) -> int:
    """Where a value ends; that of a block's list is the end of its last item."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _place(concept: Concept, places: dict[tuple[str, str], int]) -> int | None:
    """The entry that has one of its words."""
    words = ((locale, word.casefold()) for locale in concept.locales for word in concept.forms(locale))
    return next((places[word] for word in words if word in places), None)


def _entry(concept: Concept) -> Iterator[str]:
    name = (concept.right.get("en") or next(iter(concept.right.values())))[0]
    yield f"- term: {written(name)}"
    for locale in concept.locales:
        yield f"  {locale}: {_listed(concept.forms(locale))}"
    if concept.never:
        yield "  never:"
        yield from (f"    {locale}: {_listed(words)}" for locale, words in concept.never.items())


def _listed(forms: Sequence[str]) -> str:
    return f"[{', '.join(map(written, forms))}]"
