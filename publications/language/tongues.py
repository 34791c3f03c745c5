"""Tongues: which language a text is in, told by small words, letters, and the vocabulary of its page.

Unsure is no answer: names, titles and short texts are in no language that could be told. Between the two languages
of a translation the page is the best witness: a word that stands in the source and in none of its translated blocks
is a word of the source's language. So a language without an entry here works too, only with less certainty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from publications.language.words import words_of

_LEAST_WORDS = 6
# A language is told when it has so many of its small words, and so many times those of the page's own.
_LEAST_HITS, _TIMES = 2.0, 3.0
_DENSITY = 0.12


def _read_languages() -> Iterator[tuple[str, str | None, str]]:
    """Each language of small_words.txt: its code, the letters of its Latin alphabet beside a to z, its small words."""
    text = Path(__file__).with_name("small_words.txt").read_text(encoding="utf-8")
    for part in text.split("\n\n"):
        if found := _ENTRY.fullmatch(" ".join(part.split())):
            yield found["code"], found["letters"], found["words"]


_ENTRY = re.compile(r"(?P<code>[a-z]{2,3})(?: \[(?P<letters>\w*)\])?: (?P<words>.*)")
_LANGUAGES = tuple(_read_languages())
# A word that both languages have proves nothing.
SMALL_WORDS: Mapping[str, str] = MappingProxyType({code: words for code, _, words in _LANGUAGES})
_LETTERS: Mapping[str, str] = MappingProxyType(
    {code: letters for code, letters, _ in _LANGUAGES if letters is not None}
)
_BASIC = frozenset("abcdefghijklmnopqrstuvwxyz")
# So many words with letters that an alphabet lacks are no names: the text is in another language.
_MOST_STRANGE = 1


def foreign_tongue(text: str, locale: str, locales: Collection[str]) -> str | None:
    """The locale that a text is in when it is another than its own; None when it is not, or cannot be told."""
    words, known = words_of(text), _small_words((*locales, locale))
    own = _language(locale)
    least = max(_LEAST_HITS, _DENSITY * len(words))
    if own not in SMALL_WORDS or len(words) < _LEAST_WORDS or known.most(own, words) < least:
        return None
    scores = {
        code: sum(of_words.get(word, 0.0) for word in words) for code, of_words in known.weights.items()
    }
    scores = {code: score for code, score in scores.items() if code == own or not _is_strange(code, words)}
    best = max(scores, key=lambda language: scores[language])
    is_told = scores[best] >= max(least, _TIMES * scores[own])
    return known.locales[best] if best != own and is_told else None


def _is_strange(language: str, words: Iterable[str]) -> bool:
    """Whether words have letters that a language is not written with."""
    if language not in _LETTERS:
        return False
    alphabet = _BASIC | frozenset(_LETTERS[language])
    return sum(not alphabet.issuperset(word) for word in words) > _MOST_STRANGE


@dataclass(frozen=True, slots=True)
class Tongue:
    """What gives a language away against another one.

    words: small words, and words of the page; letters: of its alphabet that the other lacks.
    is_known: its small words are listed, so that a long text without any is in some other language.
    """

    words: frozenset[str]
    letters: frozenset[str]
    is_known: bool

    def count(self, words: Iterable[str]) -> int:
        """How many of the words speak for this language; a capital may open a name, and says nothing."""
        return sum(
            word.lower() in self.words or (word[0].islower() and not self.letters.isdisjoint(word))
            for word in words
        )


def tongues(
    first: str, second: str, *, first_page: frozenset[str], second_page: frozenset[str]
) -> tuple[Tongue, Tongue]:
    """Two languages told from one another. first_page, second_page: words seen in the page's texts."""
    return _tongue(first, second, first_page, second_page), _tongue(second, first, second_page, first_page)


@dataclass(frozen=True)
class _SmallWords:
    """locales: by the language of each."""

    locales: Mapping[str, str]

    @cached_property
    def weights(self) -> Mapping[str, Mapping[str, float]]:
        """A word that several languages have speaks for each of them by as much less."""
        known = sorted(self.locales.keys() & SMALL_WORDS.keys())
        lists = {language: frozenset(SMALL_WORDS[language].split()) for language in known}
        return {
            language: {word: 1 / sum(word in others for others in lists.values()) for word in words}
            for language, words in lists.items()
        }

    @cached_property
    def foreign(self) -> Mapping[str, frozenset[str]]:
        """Language → the words of all others."""
        return {
            own: frozenset(
                word for language, words in self.weights.items() if language != own for word in words
            )
            for own in self.weights
        }

    def most(self, own: str, words: Iterable[str]) -> int:
        """More than this no language but its own can have in a text."""
        return sum(map(self.foreign[own].__contains__, words))


@lru_cache(maxsize=64)
def _small_words(locales: tuple[str, ...]) -> _SmallWords:
    return _SmallWords({_language(code): code for code in locales})


def _language(locale: str) -> str:
    return locale.replace("_", "-").partition("-")[0].lower()


def _tongue(locale: str, other: str, page: frozenset[str], other_page: frozenset[str]) -> Tongue:
    small, other_small = (frozenset(SMALL_WORDS.get(code, "").split()) for code in (locale, other))
    letters, other_letters = (frozenset(_LETTERS.get(code, "")) for code in (locale, other))
    known = {locale, other} <= _LETTERS.keys()
    words = (small - other_small) | (page - other_page - other_small)
    return Tongue(words, letters - other_letters if known else frozenset(), locale in SMALL_WORDS)
