r"""Mentions: the places of a page where a fact is to be written, `{{ id }}` or `{{ id | form }}`.

In a table the bar is typed `\|`, as Markdown has it. Code, comments and `\{{` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

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
    """One mention. start, end: in the text that was read; line: counted as its reader was asked to.

    form: "" for the usual one; is_closed: whether the braces are; if not, id is "".
    """

    id: str
    form: str
    start: int
    end: int
    line: int
    is_closed: bool = True


def mentions_of(tokens: Sequence[Token], first_line: int) -> Iterator[Mention]:
    """The mentions in a body that was parsed. first_line: of the file, on which it begins."""
    for token in tokens:
        if token.type in ("inline", "html_block", "slash_block_open"):
            line = first_line + (token.map[0] if token.map else 0)
            if token.type == "slash_block_open":
                yield from _mentions(token.meta["argument"], line)
                line += 1
            yield from _mentions(token.content, line)


def find_mentions(markdown: str) -> Iterator[Mention]:
    """The mentions in a text without front matter, in its order."""
    if "{{" in markdown:
        yield from _mentions(_without_code(markdown), 1)


def _mentions(text: str, line: int) -> Iterator[Mention]:
    if "{{" not in text:
        return
    for part in _PART.finditer(text):
        if part.lastgroup in ("mention", "inside", "loose"):
            name, _, form = (part["inside"] or "").replace("\\|", "|").partition("|")
            words, at = " ".join(form.split()).casefold(), line + text.count("\n", 0, part.start())
            yield Mention(name.strip(), words, part.start(), part.end(), at, part["loose"] is None)


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
