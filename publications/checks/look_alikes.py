"""Look-alikes: letters and controls by which a link reads as another than it is (Unicode TR 36 and 39).

Those in running text are told by the rules of typography: wrong-letter, hidden-character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.reading.address import host_of
from publications.reading.anatomy import LinkKind
from publications.reading.source_page import SourcePage

_RULE = "look-alike"
# What turns the direction of the letters behind it, and is not seen (TR 36, 2.8; UAX 9).
_TURNS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\((?P<target>https?://[^\s()]+)")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")
# Letters of other alphabets that are drawn as Latin ones are (TR 39, confusables.txt).
_DRAWN_ALIKE = frozenset("аеорсухіјѕһӏԁԛԝАВЕКМНОРСТХІЈЅαοορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")


def look_alike_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in the addresses, the words of links, and the lines of each page."""
    for page in corpus.pages:
        for link in page.anatomy.links:
            if link.kind is not LinkKind.PICTURE and (reason := disguise(host_of(link.target))):
                yield _fault(page, link.line, host_of(link.target), reason)
            if found := _TURNS.search(unquote(link.target)):
                name = unicodedata.name(found[0]).lower()
                yield _fault(page, link.line, link.target, f"has a character that turns its letters ({name})")
        for number, line in enumerate(page.lines, start=1):
            yield from (_fault(page, number, *named) for named in _other_names(line))


def disguise(host: str) -> str:
    """Why a host may be taken for another, "" when it may not."""
    if host.isascii() and "xn--" not in host:
        return ""
    try:
        shown = host.encode().decode("idna") if "xn--" in host else host
        name = shown.encode("idna").decode()
    except UnicodeError:
        return "is no host that there can be"
    for label in shown.split("."):
        letters = [char for char in label if char.isalpha()]
        scripts = {script for char in letters if (script := _script(char))}
        if len(scripts) > 1:
            return f"mixes alphabets ({', '.join(sorted(scripts)).lower()}): it is {name}"
        if letters and not label.isascii() and _DRAWN_ALIKE.issuperset(letters):
            return f"looks like Latin letters and is not: it is {name}"
    return ""


def _other_names(line: str) -> Iterator[tuple[str, str]]:
    """Links whose words are an address, and not theirs: the words, and what is wrong with them."""
    for link in _LINK.finditer(line) if "](http" in line else ():
        words = _ADDRESS.fullmatch(link["words"].strip("*_ "))
        if words and host_of(f"https://{words['host']}") != host_of(link["target"]):
            host = host_of(link["target"])
            yield link["words"], f"is the address of another site than the link leads to, {host}"


def _script(char: str) -> str:
    first = unicodedata.name(char, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""


def _fault(page: SourcePage, line: int, typed: str, reason: str) -> Fault:
    message = f"'{typed}' {reason}. Write what is meant, letter by letter."
    return page.fault(line, Level.WARNING, _RULE, message, typed)
