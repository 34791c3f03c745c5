r"""Mentions: the places of a page where a fact is to be written, `{{ id }}` or `{{ id | form }}`.

In a table the bar is typed `\|`, as Markdown has it. Code, comments and `\{{` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publications.reading.grammar import read_tokens

_PART = re.compile(
    r"""
      <!--.*?-->
    | <(?P<tag>pre|code|script|style)\b.*?</(?P=tag)\s*>
    | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[^\S\n]*\n).)*?(?<!`)(?P=ticks)(?!`)
    | \\.
    | (?P<mention>\{\{(?P<inside>[^{}\n]*)\}\})
    | (?P<loose>\{\{)
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
# Indented lines, as in lists, that hold nothing which this module looks at may as well be code.
_MAYBE_CODE = re.compile(r"```|~~~|^[ >]*(?:[ ]{4}|\t).*(?:\{\{|[`<])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. start, end: in the text; line: of the text, counted from 1; form: "" for the usual one.

    is_closed: whether the braces are; if not, id is "".
    """

    id: str
    form: str
    start: int
    end: int
    line: int
    is_closed: bool = True


def find_mentions(markdown: str) -> Iterator[Mention]:
    """The mentions in a text without front matter, in its order."""
    if "{{" not in markdown:
        return
    line, counted = 1, 0
    for part in _PART.finditer(_without_code(markdown)):
        if part.lastgroup not in ("mention", "inside", "loose"):
            continue
        line += markdown.count("\n", counted, part.start())
        counted = part.start()
        name, _, form = (part["inside"] or "").replace("\\|", "|").partition("|")
        words = " ".join(form.split()).casefold()
        yield Mention(name.strip(), words, part.start(), part.end(), line, part["loose"] is None)


def _without_code(markdown: str) -> str:
    """The text with the lines of its code blocks blank, and every other character in its place."""
    if not _MAYBE_CODE.search(markdown):
        return markdown
    lines = markdown.split("\n")
    for token in read_tokens(markdown):
        if token.type in ("fence", "code_block") and token.map:
            for number in range(*token.map):
                lines[number] = " " * len(lines[number])
    return "\n".join(lines)
