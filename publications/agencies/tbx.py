"""TBX: the glossary for the tools of others, and their terms for the glossary.

TBX-Basic in the form of ISO 30042:2008 (`<martif>`), which every tool reads; that of 2019 (`<tbx>`) is read too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publications.agencies.markup import LANG, Element, add, all_text, below, document, parsed, written
from publications.translation.glossary import Term

_PREFERRED, _ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
_WRONG = "deprecatedTerm-admn-sts"
_STATUSES = ("administrativeStatus", "normativeAuthorization")
_ENTRIES, _LANGUAGES, _TERMS = (
    ("termEntry", "conceptEntry"),
    ("langSet", "langSec"),
    ("tig", "ntig", "termSec"),
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A term as others have it, by locale: what is right, what may stand for it, what is wrong."""

    right: Mapping[str, Sequence[str]]
    also: Mapping[str, Sequence[str]]
    never: Mapping[str, Sequence[str]]

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.right, *self.also)))

    def forms(self, locale: str) -> Sequence[str]:
        """All that is not wrong, the best first."""
        return (*self.right.get(locale, ()), *self.also.get(locale, ()))


def write(terms: Sequence[Term], locales: Collection[str], project: str) -> bytes:
    """The glossary in the project's languages."""
    root = document("", "martif", {"type": "TBX", LANG: "en"})
    header = add(root, "martifHeader")
    description = add(header, "fileDesc")
    add(add(description, "titleStmt"), "title", project)
    add(add(description, "sourceDesc"), "p", f"The glossary of {project}")
    add(add(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = add(add(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        entry = add(body, "termEntry", id=f"t{number}")
        for locale in locales:
            _add_language(entry, term, locale)
    return written(root)


def read(data: bytes, locales: Collection[str]) -> tuple[Concept, ...]:
    """The terms with one of these languages at least; a ValueError for no XML."""
    return tuple(
        concept for entry in below(parsed(data), *_ENTRIES) if (concept := _concept(entry, locales)).locales
    )


def _add_language(entry: Element, term: Term, locale: str) -> None:
    language = locale.partition("-")[0]
    forms = [(form, _ADMITTED) for form in (*term.forms.get(language, ()), *term.also.get(language, ()))]
    wrong = [(form, _WRONG) for form in term.never.get(language, ())]
    if forms:
        forms[0] = forms[0][0], _PREFERRED
    if forms or wrong:
        group = add(entry, "langSet", **{LANG: locale})
        for form, status in (*forms, *wrong):
            one = add(group, "tig")
            add(one, "term", form)
            add(one, "termNote", status, type="administrativeStatus")


def _concept(entry: Element, locales: Collection[str]) -> Concept:
    known = {code.partition("-")[0].lower(): code.partition("-")[0] for code in locales}
    sorts: tuple[defaultdict[str, list[str]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    for group in below(entry, *_LANGUAGES):
        locale = known.get((group.get(LANG) or "").replace("_", "-").partition("-")[0].lower())
        if locale is None:
            continue
        for word, sort in _words(group):
            if word not in sorts[sort][locale]:
                sorts[sort][locale].append(word)
    return Concept(*({name: words for name, words in sort.items() if words} for sort in sorts))


def _words(group: Element) -> Iterator[tuple[str, int]]:
    """A word, and whether it is right (0), admitted (1) or wrong (2)."""
    for one in below(group, *_TERMS):
        word = " ".join(all_text(next(iter(below(one, "term")), None)).split())
        notes = [note for note in below(one, "termNote") if note.get("type") in _STATUSES]
        status = all_text(notes[0]).strip() if notes else _PREFERRED
        if word:
            yield word, _sort(status)


def _sort(status: str) -> int:
    if status.startswith(("preferred", "standard")):
        return 0
    return 1 if status.startswith(("admitted", "legal", "regulated")) else 2
