"""The project's own words: data/words/<locale>.txt, the names of the partners, the terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from publications.facts.partner import read_partners
from publications.faults import Fault, PublicationError
from publications.language.cldr import language_of
from publications.language.spelling.words import pieces, plain
from publications.translation.glossary import read_glossary

_COMMENT = re.compile(r"(?:^|\s)#.*")
_BETWEEN = re.compile(r"[^\w'’-]+")


def word_list_path(locale: str) -> str:
    """Where a language's own words stand, below the project's root."""
    return f"data/words/{locale}.txt"


def read_word_list(root: Path, locale: str) -> frozenset[str]:
    """The words of the list: one on a line, each form as typed, comments behind #. No file, no words.

    What is not UTF-8 is a PublicationError.
    """
    file = root / word_list_path(locale)
    if not file.is_file():
        return frozenset()
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        fault = Fault(word_list_path(locale), 0, "is not UTF-8. Save it as UTF-8.", rule="not-utf-8")
        raise PublicationError(fault) from None
    return frozenset(plain(word) for line in lines for word in _COMMENT.sub("", line).split())


def read_names(root: Path, locale: str) -> frozenset[str]:
    """The words that names and terms of the project are made of; files with faults are told by their own checks."""
    return frozenset(
        part
        for text in (*_partners(root), *_terms(root, locale))
        for word in _BETWEEN.split(text)
        for part in (plain(word), *pieces(plain(word)))
        if part
    )


def accepts(words: Collection[str], word: str) -> bool:
    """Whether a word is among them; one in small letters stands for the one with a capital too."""
    return word in words or word[:1].lower() + word[1:] in words


def _partners(root: Path) -> Iterator[str]:
    for partner in read_partners(root)[0]:
        yield partner.name
        yield partner.city


def _terms(root: Path, locale: str) -> Iterator[str]:
    try:
        terms = read_glossary(root)
    except PublicationError:
        return
    for term in terms:
        yield from term.forms.get(language_of(locale), ())
        yield from term.also.get(language_of(locale), ())
