"""Facts: what data/facts.yml says, each with an id by which pages write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from publications.facts.source import Source
from publications.facts.values import Form, Value
from publications.language.dates import PartialDate, partial_date_text


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    kind: a key of KINDS ("period").
    as_of: the year or day for which it holds, as its source has it.
    note: for the editors; never shown to readers.
    line: of data/facts.yml, counted from 1.
    """

    id: str
    kind: str
    value: Value
    as_of: PartialDate | None = None
    source: Source | None = None
    note: str = ""
    line: int = 0

    @property
    def forms(self) -> Mapping[str, Form]:
        """The forms that a page may ask for: those of its value, then those of where it is from."""
        forms = dict(self.value.forms)
        if self.as_of:
            forms["as of"] = partial(partial_date_text, self.as_of)
        source = self.source
        if source:
            forms["source"] = lambda _: source.publisher
            if source.published:
                forms["published"] = partial(partial_date_text, source.published)
        return forms

    def text(self, locale: str, form: str = "") -> str:
        """The fact in a language; a form that it does not have is a KeyError."""
        forms = self.forms
        return forms[form or next(iter(forms))](locale)
