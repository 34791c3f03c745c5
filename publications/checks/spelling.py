"""Spelling: the words that neither a page's language nor the project knows, as hints for those who ask."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS, waivers, weighed
from publications.faults import Fault, Level, PublicationError
from publications.language.spelling.dictionary import Dictionary, DictionaryError
from publications.language.spelling.dictionary_files import dictionary_file, how_to_get, name_in_english
from publications.language.spelling.speller import Speller, Unknown
from publications.language.spelling.word_list import read_names, read_word_list, word_list_path
from publications.reading.source_page import SourcePage


def spelling_faults(corpus: Corpus, locale: str | None = None) -> Iterator[Fault]:
    """Each unknown word once per page, in one locale or in all; a dictionary is read once, when it is needed.

    No part of PAGE_CHECKS: dictionaries are large, not everybody has them, and no page needs to wait for them.
    """
    faults = (
        fault
        for code in corpus.project.codes
        if locale in (None, code)
        and (pages := [page for page in corpus.pages if page.locale == code and page.is_readable])
        for fault in _of_locale(corpus, code, pages)
    )
    yield from weighed(corpus.project, faults, waivers(corpus))


def _of_locale(corpus: Corpus, locale: str, pages: list[SourcePage]) -> Iterator[Fault]:
    file = dictionary_file(locale, os.environ)
    if file is None:
        message = f"no {name_in_english(locale)} dictionary is here, so nobody looked at the spelling."
        yield _about(locale, f"{message} {how_to_get(locale)}")
        return
    try:
        root = corpus.project.root
        speller = Speller(Dictionary(file), read_word_list(root, locale) | read_names(root, locale))
    except DictionaryError as error:
        yield _about(locale, f"this dictionary cannot be read: {error}. {how_to_get(locale)}")
        return
    except PublicationError as error:
        yield from error.faults
        return
    for page in pages:
        for unknown in speller.unknown_in(page.reading, locale, _copied(corpus, page)):
            words = _message(unknown, locale), unknown.typed, unknown.suggestions
            yield page.fault(unknown.line, LEVELS["spelling"], "spelling", *words)


def _about(locale: str, message: str) -> Fault:
    return Fault(f"docs/{locale}/", 0, message, Level.INFO, "dictionary")


def _message(unknown: Unknown, locale: str) -> str:
    words = ", ".join(f"'{word}'" for word in unknown.suggestions)
    meant = f" Did you mean {words}?" if words else ""
    return f"'{unknown.typed}' is in no dictionary.{meant} Mend it, or add it to {word_list_path(locale)}"


def _copied(corpus: Corpus, page: SourcePage) -> Collection[str]:
    """The passages that a translation still has in the words of its source."""
    record = page.values.get("translation")
    source = corpus.source(page.page, str(record.get("source"))) if isinstance(record, dict) else None
    if source is None or source is page or not source.is_readable:
        return ()
    return frozenset(passage.text for passage in source.reading.passages(source.locale))
