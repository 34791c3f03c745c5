"""Doubled words: the same word twice in a row, where the language does not mean it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from publications.language.typography.finding import Finding
from publications.language.words import words_of

_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]{2,})\s+(?P<again>(?P=word))(?![\w’'-])", re.IGNORECASE)
# Right when doubled: "det det handlar om", "piano piano", "încet încet", "had had".
_MEANT = {
    "sv": "det den de som är om på så var för till in ut upp ner av mer nej ja han hon man jätte långt långt mycket",
    "ro": "foarte încet doi două trei mult multe mare mari mic mici rând rînd tot gata numai doar hai care cât repede "
    "abia bine noi voi ușor treptat tare chiar mereu pas fuga uite nu da bun frumos lung departe încetișor aproape",
    "it": "piano pian quasi appena ben bene poco proprio subito sotto sopra tanto tanti mano molto molti bello bella "
    "zitto zitta sì no via lemme passo giorno buono buona caldo calda fitto fitta dritto lungo lunga mogio vicino "
    "neri nero bianco secco leggero leggera adagio forte ora or solo sola",
    "en": "had that is very so really no yes bye ha long many far well there now blah big out in on",
}


def doubled_words(text: str, language: str) -> Iterator[Finding]:
    """Rule: doubled-word. Many languages double words by their grammar: of one that is not listed nothing is said."""
    words, listed = words_of(text), _MEANT.get(language)
    if listed is None or not any(map(eq, words, words[1:])):
        return
    meant = listed.split()
    for match in _TWICE.finditer(text):
        is_name = match["word"][0].isupper() and match["again"][0].isupper()
        if not is_name and match["word"].lower() not in meant:
            yield Finding("doubled-word", match.start(), match.end(), match["word"])
