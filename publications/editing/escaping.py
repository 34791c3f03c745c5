"""Escaping: backslashes before the signs that Markdown would read, and before none besides."""

from __future__ import annotations

import re
from collections.abc import Callable

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~{}]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_FACT = r"\{\{[^{}\n]*\}\}"
_KEPT = re.compile(_FACT)
# An address takes a backslash for its own.
_KEPT_WITH_ADDRESSES = re.compile(rf"{_FACT}|(?:https?://|www\.)[^\s<]+|[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+")
_STARTS = re.compile(
    r"(?m)^(?P<number>\d{1,9})(?=[.)](?:\s|\Z))|^(?=[-+*#>|=~`:/!?\[])|(?<![^ \t])(?=#+[ \t]*\Z)"
)
Way = Callable[[str], str]


def with_escaped_starts(text: str, *, begins_line: bool) -> str:
    """The text with a backslash before what would begin another block, or end a heading. begins_line: it opens its line."""
    return _STARTS.sub(_escaped_start, text) if begins_line else _STARTS.sub(_escaped_start, f"x{text}")[1:]


def _escaped_start(start: re.Match[str]) -> str:
    return f"{start['number']}\\" if start["number"] else "\\"


def _escaping(special: re.Pattern[str], kept: re.Pattern[str]) -> Way:
    """A backslash before each sign that Markdown might read; facts are facts, also when typed by hand."""

    def escaped(words: str) -> str:
        done, pieces = 0, []
        for found in kept.finditer(words):
            pieces += [special.sub(r"\\\g<0>", words[done : found.start()]), found[0]]
            done = found.end()
        return "".join((*pieces, special.sub(r"\\\g<0>", words[done:])))

    return escaped


def _plain(words: str) -> str:
    """The words as they are, unless they would take away the sign that follows them."""
    return f"{words}\\" if words.endswith("\\") else words


# From the plainest to the one that nothing is read in.
WAYS: tuple[Way, ...] = (_plain, _escaping(_SPECIAL, _KEPT_WITH_ADDRESSES), _escaping(_PUNCTUATION, _KEPT))
