"""Letters: characters that look right and are not, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level

# Romanian has a comma below; Unicode's older letters with a cedilla are Turkish, and no search finds both
# (Academia Română, 2003; Unicode names U+0218–U+021B "LATIN … WITH COMMA BELOW").
WRONG_LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"ro": MappingProxyType({"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"})}
)


def letter_faults(corpus: Corpus) -> Iterator[Fault]:
    """Words with wrong letters in the pages of each language."""
    for page in corpus.pages:
        for number, line in enumerate(page.lines, start=1):
            if words := wrong_letters(line, page.locale):
                typed, better = ", ".join(words), ", ".join(words.values())
                yield page.fault(number, Level.WARNING, "wrong-letter", told(words), typed, [better])


def wrong_letters(text: str, locale: str) -> Mapping[str, str]:
    """Each word of a text that has a letter its language does not, with what to write instead."""
    letters = WRONG_LETTERS.get(locale.partition("-")[0])
    if not letters or not any(letter in text for letter in letters):
        return {}
    table = str.maketrans(dict(letters))
    pairs = ((word, word.translate(table)) for word in re.findall(r"\w+", text))
    return {word: right for word, right in pairs if word != right}


def told(words: Mapping[str, str]) -> str:
    """What an editor is told of such words."""
    pairs = ", ".join(f"'{word}' as '{right}'" for word, right in words.items())
    return f"letters with a cedilla instead of a comma below. Write {pairs}."
