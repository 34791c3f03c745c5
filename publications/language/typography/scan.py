"""Leftovers of a scan: what a machine read that no person printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.language.typography.finding import Finding
from publications.reading.passage import Passage

_LOWER = "a-zà-öø-ÿāăąćčđēęěīįłńőœřśșşšțţťūůűźżž"
_ODD = re.compile(
    rf"""
    (?<![\w)”’»])[®™©](?=[\s,.;:]|$)(?!\s*\d{{4}})     # signs that hang at no name
  | (?<=\w)[®©](?=\w)
  | (?<![\dNnºXVI\u00a0\s])°|(?<![\dNn])(?<=\s)°(?!C|F)|^°  # a degree of nothing
  | [•■□▪●◦¬¦¤]                                        # bullets of a list that is none any more
  | (?<=[{_LOWER}]{{2}})[013568](?=[{_LOWER}])            # digits within words
  | (?<![\w.,-])[015](?=[{_LOWER}]{{4}})
  | [{{}}](?:\S{{0,30}}[{{}}])?                            # braces, as in l}}l}}
  | (?<=\w)\|(?=\w)
  | (?<![\w'’])(?=[lI1|]{{0,20}}[|1])(?=[lI1|]{{0,20}}[lI])[lI1|]{{3,20}}(?!\w)
    """,
    re.VERBOSE,
)
_ALONE = re.compile(rf"(?<![^\s(])(?P<letter>[{_LOWER}])(?=[\s,]|$)")
_WORDS = {"sv": "iåöàeo", "ro": "aoieà", "it": "aeioèùòé", "en": "aio"}
# Letters that stand for something: x times, n people, units behind a number, items of a list.
_SYMBOLS = "nxyzkpqabcde"
_BROKEN = re.compile(rf"(?<=[{_LOWER}]{{2}})- (?P<next>[{_LOWER}]{{3,}})")
_HANGING = {
    "sv": "och eller samt respektive till men utan kontra inte som än",
    "ro": "sau și respectiv dar nu până",
    "it": "oppure anche sia",
    "en": "and or to but versus as nor not through",
    "de": "und oder bis sowie",
}


def scan_leftovers(passage: Passage) -> Iterator[Finding]:
    """Rule: scan."""
    text = passage.text
    for match in _ODD.finditer(text):
        yield Finding("scan", match.start(), match.end(), None, "looks like a leftover of a scan")
    hanging = _HANGING.get(passage.language)
    for match in _BROKEN.finditer(text) if hanging else ():
        if match["next"] not in hanging.split():  # type: ignore[union-attr]
            yield Finding(
                "scan", match.start(), match.end(), match["next"], "a word broken at the end of a line"
            )
    words = _WORDS.get(passage.language)
    for match in _ALONE.finditer(text) if words and len(text.split()) > 1 else ():
        before = text[: match.start()].rstrip()[-1:]
        if match["letter"] not in words + _SYMBOLS and not before.isdigit():  # type: ignore[operator]
            yield Finding("scan", match.start(), match.end(), None, "a letter alone")
