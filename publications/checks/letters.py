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
            message = wrong_letters(line, page.locale)
            if message:
                yield page.fault(number, Level.WARNING, "wrong-letter", message)


def wrong_letters(text: str, locale: str) -> str:
    """What to write instead of each word of a text that has a letter its language does not; "" when none has."""
    letters = WRONG_LETTERS.get(locale.partition("-")[0])
    if not letters or not any(letter in text for letter in letters):
        return ""
    table = str.maketrans(dict(letters))
    words = dict.fromkeys(word for word in re.findall(r"\w+", text) if word != word.translate(table))
    pairs = ", ".join(f"'{word}' as '{word.translate(table)}'" for word in words)
    return f"letters with a cedilla instead of a comma below. Write {pairs}."
