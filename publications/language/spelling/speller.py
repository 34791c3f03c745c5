"""A speller: knows a language's words and the project's, and says which of a page's words it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from publications.language.spelling.dictionary import Dictionary
from publications.language.spelling.suggestions import suggestions
from publications.language.spelling.word_list import accepts
from publications.language.spelling.words import Word, has_capital_inside, pieces, words_in
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_VOWELS = frozenset("aeiouhàèéìòùâêîôû")
_LONGEST_ELISION = 6
_MOST_JOINTS = 3
# A suggestion takes a fifth of a second; who has more unknown words has another worry.
_MOST_SUGGESTED = 100


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that nobody knows. typed: as typed, at its first line; suggestions: up to three, nearest first."""

    line: int
    typed: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speller:
    """own: the words of the project, as `read_word_list` and `read_names` give them."""

    dictionary: Dictionary
    own: Collection[str]
    _suggested: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def unknown_in(self, reading: Reading, locale: str, copied: Collection[str] = ()) -> Iterator[Unknown]:
        """The unknown words of a page, each once, with or without a capital. copied: passages that are not its own.

        Words in another language than the page's (`lang=`) are nobody's business here.
        """
        lines, told = Lines(reading.text), set[str]()
        for passage in reading.passages(locale):
            if passage.locale != locale or passage.text in copied:
                continue
            for word in words_in(passage.text):
                if word.plain.lower() not in told and not self.knows(word):
                    told.add(word.plain.lower())
                    line = lines.number(passage.place(word.start, word.start + 1)[0])
                    yield Unknown(line, word.typed, self._right(word))

    def knows(self, word: Word) -> bool:
        """Whether it is right as a whole, or all that it is joined of."""
        parts = pieces(word.plain)
        return (
            accepts(self.own, word.plain)
            or (len(parts) <= 2 * _MOST_JOINTS + 1 and self.dictionary.knows(word.plain))
            or self._first_wrong(parts) is None
        )

    def _first_wrong(self, parts: list[str]) -> int | None:
        return next((at for at in range(0, len(parts), 2) if not self._is_right(parts, at)), None)

    def _is_right(self, parts: list[str], at: int) -> bool:
        """A piece of a joined word; what stands before an apostrophe and a vowel has lost its end (dell’UE)."""
        piece, joint, following = parts[at], parts[at + 1 : at + 2], "".join(parts[at + 2 : at + 3])
        if len(piece) == 1 or has_capital_inside(piece) or accepts(self.own, piece):
            return True
        is_elided = joint == ["'"] and following[:1].lower() in _VOWELS and len(piece) <= _LONGEST_ELISION
        return is_elided or self.dictionary.knows(piece)

    def _right(self, word: Word) -> tuple[str, ...]:
        """The word with its first wrong piece mended, its apostrophes as typed."""
        parts = pieces(word.plain)
        at = self._first_wrong(parts)
        if at is None:
            return ()
        if parts[at] not in self._suggested:
            is_late = len(self._suggested) >= _MOST_SUGGESTED
            self._suggested[parts[at]] = () if is_late else suggestions(parts[at], self.dictionary)
        mended = ("".join([*parts[:at], better, *parts[at + 1 :]]) for better in self._suggested[parts[at]])
        return tuple(better.replace("'", "’") if "’" in word.typed else better for better in mended)
