"""The glossary: the project's terms in every language, each in all the forms it takes (data/glossary.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

import yaml

from publications.faults import Fault, PublicationError
from publications.translation.counterparts import Counterpart

GLOSSARY = "data/glossary.yml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term, by language. forms: what is written, the plain one first; also: what may stand for it as well.

    never: what is wrong.
    """

    name: str
    forms: Mapping[str, tuple[str, ...]]
    also: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]

    def forms_in(self, locale: str) -> tuple[str, ...]:
        """The forms that it takes in the language of a locale, none when nobody has said them."""
        return self.forms.get(_language(locale), ())


@dataclass(frozen=True, slots=True)
class Departure:
    """A block that says a term otherwise. line: of the translation; typed: what it has, "" when nothing of it."""

    line: int
    source_line: int
    source_form: str
    typed: str
    right: tuple[str, ...]


def read_glossary(root: Path) -> tuple[Term, ...]:
    """The terms of a project, none when it has no glossary. What cannot be read is a PublicationError."""
    file = root / GLOSSARY
    if not file.is_file():
        return ()
    try:
        values = yaml.safe_load(file.read_text(encoding="utf-8-sig"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        message = f"cannot be read: {error.problem}. Check the quotes and the colons."
        raise PublicationError(Fault(GLOSSARY, line, message, rule="glossary")) from None
    except (yaml.YAMLError, ValueError, UnicodeDecodeError) as error:
        raise PublicationError(Fault(GLOSSARY, 0, f"cannot be read: {error}.", rule="glossary")) from None
    return tuple(_terms(values))


def departures(
    terms: Sequence[Term], pairs: Sequence[Counterpart], *, source_locale: str, locale: str
) -> Iterator[Departure]:
    """Blocks whose source has a term that they have in none of its forms."""
    theirs, ours = _language(source_locale), _language(locale)
    said = _Text(" ".join(pair.source.words for pair in pairs if pair.source))
    known = [term for term in terms if ours in term.forms and said.first(term.forms.get(theirs, ()))]
    for pair in pairs if known else ():
        if not pair.source or not pair.translation:
            continue
        before, after = _Text(pair.source.words), _Text(pair.translation.words)
        for term in known:
            found = before.first(term.forms[theirs])
            if found and not after.first((*term.forms[ours], *term.also.get(ours, ()))):
                yield Departure(pair.translation.line, pair.source.line, found, "", term.forms[ours])


def forbidden(terms: Sequence[Term], text: str, locale: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words that a term is never written with, and the forms that are right."""
    language, said = _language(locale), _Text(text)
    for term in terms:
        for typed in term.never.get(language, ()):
            if said.first((typed,)):
                yield typed, term.forms.get(language, ())


def terms_in(
    terms: Sequence[Term], text: str, source_locale: str, locale: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The terms that a text has, each as it says it, with its forms in another language."""
    theirs, ours = _language(source_locale), _language(locale)
    said = _Text(text)
    for term in terms:
        found = said.first(term.forms.get(theirs, ())) if ours in term.forms else None
        if found:
            yield found, term.forms[ours]


def _terms(values: object) -> Iterator[Term]:
    for at, value in enumerate(values if isinstance(values, list) else [], start=1):
        if not isinstance(value, dict) or not value.get("term"):
            message = f"entry {at} has no term. Begin it with `- term: …`, and the languages below it."
            raise PublicationError(Fault(GLOSSARY, 0, message, rule="glossary"))
        entry = cast("dict[str, object]", value)
        forms = {key: _forms(entry[key]) for key in entry if key not in ("term", "also", "never")}
        yield Term(
            str(entry["term"]),
            MappingProxyType(forms),
            _by_language(entry, "also"),
            _by_language(entry, "never"),
        )


def _by_language(entry: Mapping[str, object], key: str) -> Mapping[str, tuple[str, ...]]:
    value = entry.get(key)
    return MappingProxyType(
        {name: _forms(words) for name, words in value.items()} if isinstance(value, dict) else {}
    )


def _forms(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


class _Text:
    """What is searched for terms."""

    def __init__(self, text: str) -> None:
        self.plain = _plain(text)
        self.small = self.plain.lower()

    def first(self, forms: Sequence[str]) -> str | None:
        """The first of the forms that it has as words of their own; small letters stand for capitals too."""
        for form in forms:
            text = self.small if form == form.lower() else self.plain
            searched = _plain(form)
            if searched in text and _as_words(searched).search(text):
                return form
        return None


@cache
def _as_words(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").split())


def _language(locale: str) -> str:
    return locale.replace("_", "-").partition("-")[0].lower()
