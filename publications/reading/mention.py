r"""Mentions: the places of a page where a fact is to be written, `{{ id }}` or `{{ id | form }}`.

In a table the bar is typed `\|`, as Markdown has it. Code, comments and `\{{` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

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


def with_facts(text: str, fact: Callable[[str, str], str | None]) -> str:
    """The text with its facts in place. fact: id and form → words; None leaves what was typed."""
    parts, done = [], 0
    for mention in _mentions(text, 1):
        words = fact(mention.id, mention.form)
        if words is not None:
            parts += [text[done : mention.start], words]
            done = mention.end
    return "".join((*parts, text[done:])) if parts else text


def _mentions(text: str, line: int) -> Iterator[Mention]:
    if "{{" not in text:
        return
    for part in _PART.finditer(text):
        if part.lastgroup in ("mention", "inside", "loose"):
            name, _, form = (part["inside"] or "").replace("\\|", "|").partition("|")
            words, at = " ".join(form.split()).casefold(), line + text.count("\n", 0, part.start())
            yield Mention(name.strip(), words, part.start(), part.end(), at, part["loose"] is None)
