"""Tongues: which of some languages a passage is in, told by its small words.

Unsure is no answer: names, titles and short texts are in no language that could be told.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from publications.language.tongue import SMALL_WORDS, WORD

_LEAST_WORDS = 6
# A language is told when it has so many of its small words, and so many times those of the page's own.
_LEAST_HITS, _TIMES = 2.0, 3.0
_DENSITY = 0.12


def foreign_tongue(text: str, locale: str, locales: Collection[str]) -> str | None:
    """The locale that a text is in when it is another than its own; None when it is not, or cannot be told."""
    languages = {_language(code): code for code in (*locales, locale)}
    own = _language(locale)
    words = [word.lower() for word in WORD.findall(text)]
    if own not in SMALL_WORDS or len(words) < _LEAST_WORDS:
        return None
    weights = _weights(frozenset(languages.keys() & SMALL_WORDS.keys()))
    scores = dict.fromkeys(weights, 0.0)
    for language, of_words in weights.items():
        scores[language] = sum(of_words.get(word, 0.0) for word in words)
    best = max(scores, key=lambda language: scores[language])
    is_told = scores[best] >= max(_LEAST_HITS, _DENSITY * len(words)) and scores[best] >= _TIMES * scores[own]
    return languages[best] if best != own and is_told else None


def _language(locale: str) -> str:
    return locale.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=64)
def _weights(languages: frozenset[str]) -> Mapping[str, Mapping[str, float]]:
    """A word that several languages have speaks for each of them by as much less."""
    lists = {language: frozenset(SMALL_WORDS[language].split()) for language in sorted(languages)}
    return MappingProxyType(
        {
            language: {word: 1 / sum(word in others for others in lists.values()) for word in words}
            for language, words in lists.items()
        }
    )
