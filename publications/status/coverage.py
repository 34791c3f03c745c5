"""Coverage: how far each language has come, in pages and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from publications.status.statuses import Statuses, is_shown
from publications.translation.status import PageStatus, State, TranslationStatus


@dataclass(frozen=True, slots=True)
class Coverage:
    """One language in numbers; pages that are not meant for it do not count.

    pages, all_pages: those that readers get in this language (originals too), and all there are.
    words, all_words: those that say what their source says now, and all there are.
    to_do: words that a translator has to write.
    states: how many translations are in each state.
    """

    locale: str
    pages: int
    all_pages: int
    words: int
    all_words: int
    to_do: int
    states: Mapping[State, int] = field(default_factory=dict)

    @property
    def of_pages(self) -> float:
        """From 0 to 1; a language with nothing to translate has all of it."""
        return self.pages / self.all_pages if self.all_pages else 1.0

    @property
    def of_words(self) -> float:
        """From 0 to 1, like `of_pages`."""
        return self.words / self.all_words if self.all_words else 1.0


def coverage_of(statuses: Statuses, locale: str) -> Coverage:
    """The coverage of one language."""
    originals = [status for status in statuses.pages if status.original == locale]
    wanted = [(status, own) for status, own in statuses.in_locale(locale) if own.state is not State.EXCLUDED]
    own_words = sum(status.words for status in originals)
    all_words = own_words + sum(status.words for status, _ in wanted)
    return Coverage(
        locale=locale,
        pages=len(originals) + sum(is_shown(own.state) for _, own in wanted),
        all_pages=len(originals) + len(wanted),
        words=all_words - sum(lacking_words(status, own) for status, own in wanted),
        all_words=all_words,
        to_do=sum(words_to_do(status, own) for status, own in wanted),
        states=Counter(own.state for _, own in wanted),
    )


def words_to_do(page: PageStatus, own: TranslationStatus) -> int:
    """The words that a translator has to write; all of the page where nobody can tell what has changed."""
    return own.words if own.has_diff else page.words


def lacking_words(page: PageStatus, own: TranslationStatus) -> int:
    """The words that readers of the language do not get, or not as the source has them now."""
    if not is_shown(own.state):
        return 0 if own.state is State.EXCLUDED else page.words
    return min(words_to_do(page, own), page.words)
