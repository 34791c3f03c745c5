"""Leftovers of a scan: what a machine read that no person printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.language.typography.finding import Finding

_LOWER = "a-zà-öø-ÿāăąćčđēęěīįłńőœřśșşšțţťūůűźżž"
_ODD = re.compile(
    rf"""
    (?<![\w)”’»])[®™©](?=[\s,.;:]|$)(?!\s*\d{{4}})     # signs that hang at no name
  | (?<=\w)[®©](?=\w)
  | (?<![\dNnºXVI\u00a0\s])°|(?<![\dNn])(?<=\s)°(?!C|F)|^°  # a degree of nothing
  | [•■□▪●◦¬¦¤]                                        # bullets of a list that is none any more
  | (?<=[{_LOWER}]{{2}})[013568](?=[{_LOWER}])            # digits within words
  | (?<![\w.,-])[015](?=[{_LOWER}]{{4}})
  | (?P<placeholder>\{{[\w.-]+\}})                        # no leftover
  | [{{}}](?:\S{{0,30}}[{{}}])?                            # braces, as in l}}l}}
  | (?<=\w)\|(?=\w)
  | (?<![\w'’])(?=[lI1|]{{0,20}}[|1])(?=[lI1|]{{0,20}}[lI])[lI1|]{{3,20}}(?!\w)
    """,
    re.VERBOSE,
)
_MAY_BE_ODD = re.compile(rf"[®™©°•■□▪●◦¬¦¤{{}}|]|[{_LOWER}I]\d|\d[{_LOWER}I]")
_ALONE = re.compile(rf"(?P<letter>[{_LOWER}])(?<![^\s(].)(?=[\s,]|$)")
WORDS_OF_ONE_LETTER = {"sv": "iåöàeo", "ro": "aoieà", "it": "aeioèùòé", "en": "aio"}
# Letters that stand for something: x times, n people, units behind a number, items of a list.
SYMBOLS = "nxyzkpqabcde"
_BROKEN = re.compile(rf"(?<=[{_LOWER}]{{2}})- (?P<next>[{_LOWER}]{{3,}})")
_HANGING = {
    "sv": "och eller samt respektive till men utan kontra inte som än",
    "ro": "sau și respectiv dar nu până",
    "it": "oppure anche sia",
    "en": "and or to but versus as nor not through",
    "de": "und oder bis sowie",
}


def scan_leftovers(text: str, language: str) -> Iterator[Finding]:
    """Rule: scan."""
    odd = _ODD.finditer(text) if _MAY_BE_ODD.search(text) else ()
    for match in (found for found in odd if not found["placeholder"]):
        yield Finding("scan", match.start(), match.end(), None, "looks like a leftover of a scan")
    if "- " in text and language in _HANGING:
        for match in _BROKEN.finditer(text):
            word = match["next"]
            if word not in _HANGING[language].split():
                yield Finding("scan", match.start(), match.end(), word, "a word broken at the end of a line")
    if language in WORDS_OF_ONE_LETTER and len(text.split()) > 1:
        yield from _alone(text, WORDS_OF_ONE_LETTER[language] + SYMBOLS)


def _alone(text: str, right: str) -> Iterator[Finding]:
    for match in _ALONE.finditer(text):
        before = text[: match.start()].rstrip()[-1:]
        if match["letter"] not in right and not before.isdigit():
            yield Finding("scan", match.start(), match.end(), None, "a letter alone")
