"""Identifiers: what stands in a text and is in no language: code, addresses, names of variables, files and options."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_IDENTIFIER = re.compile(
    r"""
    \[![A-Z]+\]                                   # a mark of GitHub's: [!NOTE]
  | \{\{[^{}]*\}\} | \{[\w.-]+\} | \$\w+ | %\(?\w+\)?s?
  | (?:https?://|www\.)\S+ | [\w.+-]+@[\w-]+\.\w[\w.-]* | (?<!\w)@\w+ | \#\d+
  | (?<!\w)--?[a-z][\w-]*                        # an option of a command
  | [\w.-]*(?:_|::|\(\)|=|/)[\w./:()=-]*          # snake_case, a::b, run(), a=b, path/to
  | \w+(?:[.:]\w+)+                              # a.b, main:app
  | \w*[a-z][A-Z]\w*                            # camelCase
  | [A-Z][a-z]+(?:-[A-Z][a-z]+)+                 # Content-Type
  | \w*\d\w*
    """,
    re.VERBOSE,
)
_COMMAND = re.compile(r"(?:^|\s)--[a-z]")
_MOST_BESIDE = 2


def without_identifiers(markdown: str) -> str:
    """A line of Markdown without what no translator touches; a command with its options is nothing else."""
    text = _CODE.sub(" ", markdown)
    if _COMMAND.search(text) and not text.rstrip().endswith((".", "!", "?")):
        return ""
    return _IDENTIFIER.sub(" ", text)


def is_list_of_identifiers(markdown: str, words: int) -> bool:
    """Whether hardly anything stands beside them. words: how many of a language are left."""
    return words <= _MOST_BESIDE and without_identifiers(markdown) != markdown
