"""Rewording: an editor's change to the text of one block, by the kind of change that it is.

Each way is a function from the text, as Markdown, and its locale to the text after the edit; None where the
text gives no occasion for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from benchmarks.drafting import wrapped
from benchmarks.phrases import SENTENCE, phrase, phrases, sentence
from publications.language.dates import date_text
from publications.translation.change_kind import ChangeKind

Way = Callable[[random.Random, str, str], str | None]

_LONG_WORD = re.compile(
    r"\[[^\]]*\]\([^)]*\)|\{\{[^}]*\}\}|\[\^\w+\]|(?<![\w’'-])(?P<word>[^\W\d_]{5,})(?![\w’'-])"
)
_TARGET = re.compile(r"(?<=issue-)\d{5}(?=\.md)")
_FIGURE = re.compile(r"(?<![\w/#.-])\d[\d\u00a0.,]*\d(?!\d)(?! *\.md)")
_FACT = re.compile(r"\{\{ ([a-z-]+) \}\}")
_FACTS = ("coordination-body", "training-week", "kick-off", "city-pact", "launch-event")


def _rewrapped(draw: random.Random, text: str, _locale: str) -> str | None:
    other = wrapped(" ".join(text.split("\n")), draw.randrange(50, 70))
    return other if other != text else None


def _emphasised(draw: random.Random, text: str, _locale: str) -> str | None:
    mark = draw.choice(("**", "*", "__"))
    return _with_word(draw, text, lambda word: f"{mark}{word}{mark}")


def _unbroken(_draw: random.Random, text: str, _locale: str) -> str | None:
    """A no-break space, as careful setters have it before a short last word."""
    at = text.rfind(" ")
    return f"{text[:at]}\u00a0{text[at + 1 :]}" if at > 0 and "](" not in text[at:] else None


def _other_apostrophe(_draw: random.Random, text: str, _locale: str) -> str | None:
    return text.replace("’", "'") if "’" in text else None


def _commented(_draw: random.Random, text: str, _locale: str) -> str | None:
    return f"{text} <!-- seen by the editor -->"


def _other_target(draw: random.Random, text: str, _locale: str) -> str | None:
    found = _TARGET.search(text)
    other = f"{(int(found[0]) + draw.randrange(1, 90)) % 100_000:05}" if found else ""
    return _TARGET.sub(other, text, count=1) if found else None


def _other_figure(draw: random.Random, text: str, _locale: str) -> str | None:
    figures = list(_FIGURE.finditer(text))
    if not figures:
        return None
    at = draw.choice(figures).end() - 1
    digit = (int(text[at]) + draw.randrange(1, 10)) % 10
    return f"{text[:at]}{digit}{text[at + 1 :]}"


def _other_month(draw: random.Random, text: str, locale: str) -> str | None:
    months = [date_text(f"2021-{month:02}", locale).removesuffix(" 2021") for month in range(1, 13)]
    for month in months:
        if re.search(rf"\b{month} (?=\d{{4}})", text):
            other = draw.choice([name for name in months if name != month])
            return re.sub(rf"\b{month} (?=\d{{4}})", f"{other} ", text, count=1)
    return None


def _other_weekday(_draw: random.Random, text: str, locale: str) -> str | None:
    first, second = (words[locale] for words in phrases("when")[:2])
    for old, new in ((first, second), (second, first)):
        if old in text:
            return text.replace(old, new, 1)
    return None


def _other_fact(draw: random.Random, text: str, _locale: str) -> str | None:
    found = _FACT.search(text)
    other = draw.choice([fact for fact in _FACTS if not found or fact != found[1]])
    return _FACT.sub(f"{{{{ {other} }}}}", text, count=1) if found else None


def _misspelt(draw: random.Random, text: str, _locale: str) -> str | None:
    return _with_word(draw, text, lambda word: _slip(draw, word))


def _other_phrase(draw: random.Random, text: str, locale: str) -> str | None:
    """Somebody else, something else, elsewhere or at another time."""
    for slot in draw.sample((*SENTENCE, "topic", "place", "footnote"), 7):
        known = [words[locale] for words in phrases(slot)]
        there = [words for words in known if words in text]
        if there:
            old = draw.choice(there)
            # "Every Thursday" and "every Tuesday" differ in a date.
            others = [words for words in known if words.rsplit(" ", 1)[0] != old.rsplit(" ", 1)[0]]
            return text.replace(old, draw.choice(others), 1)
    return None


def _near_word(_draw: random.Random, text: str, locale: str) -> str | None:
    """Another word that looks nearly the same."""
    for words in phrases("near"):
        old, _, new = words[locale].partition(" → ")
        if f" {old} " in text:
            return text.replace(f" {old} ", f" {new} ", 1)
    return None


def _longer(draw: random.Random, text: str, locale: str) -> str | None:
    more = phrase(draw, "more")[locale]
    return f"{text.removesuffix('.')}, {more}." if text.endswith(".") and "|" not in text else None


def _shorter(_draw: random.Random, text: str, locale: str) -> str | None:
    """Without saying when, or where."""
    for slot in ("when", "where"):
        for words in phrases(slot):
            if f" {words[locale]}" in text:
                return text.replace(f" {words[locale]}", "", 1)
    return None


def _rewritten(draw: random.Random, text: str, locale: str) -> str | None:
    """Every sentence said anew."""
    if not text.endswith(".") or "](" in text or "{{" in text or "|" in text:
        return None
    lines = [sentence(draw)[locale] for _ in range(text.count("."))]
    return ("\n" if "\n" in text else " ").join(lines)


WAYS: Mapping[ChangeKind, tuple[Way, ...]] = {
    ChangeKind.COSMETIC: (_rewrapped, _emphasised, _unbroken, _other_apostrophe, _commented),
    ChangeKind.LINK: (_other_target,),
    ChangeKind.NUMBER: (_other_figure, _other_month, _other_weekday, _other_fact),
    ChangeKind.TYPO: (_misspelt,),
    ChangeKind.TEXT: (_other_phrase, _near_word, _longer, _shorter, _rewritten),
}


def name_of(way: Way) -> str:
    """A way as a table names it: "other month"."""
    return way.__name__.strip("_").replace("_", " ")


def _with_word(draw: random.Random, text: str, change: Callable[[str], str]) -> str | None:
    words = [found for found in _LONG_WORD.finditer(text) if found["word"]]
    if not words:
        return None
    found = draw.choice(words)
    return text[: found.start()] + change(found[0]) + text[found.end() :]


def _slip(draw: random.Random, word: str) -> str:
    """A letter left out, typed twice, or in its neighbour's place; never the first or the last."""
    at = draw.choice([i for i in range(1, len(word) - 2) if word[i] != word[i + 1]])
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return draw.choice(ways)
