"""`{{ id | form }}` in Markdown: one character after another to the parser, and one token to whoever reads.

A fact has spaces and a bar, which would end an address and part the cells of a table. So the parser is handed a
text of the same length in which each fact is a run of private characters: the second says which fact it is. What
the parser made of it then gets its facts back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

FACT = re.compile(r"\{\{[^\S\n]*([^{}\n]*?)[^\S\n]*\}\}")
HIDDEN = "\ue001"
"""Begins a fact in the text that the parser reads."""

_ESCAPED_OR_FACT = re.compile(rf"\\.|{FACT.pattern}", re.DOTALL)
_FILL = "\ue000"
_RUN = re.compile(f"{HIDDEN}(.){_FILL}*")
_FIRST, _MOST = 0xF0000, 0xFFFE  # private characters that number the facts
_BAR = re.compile(r"\s*\|\s*")


def tight_fact(typed: str) -> str:
    """A fact as it stands in an address, where no spaces can be: `{{id|form}}`."""
    return FACT.sub(lambda fact: "{{" + _BAR.sub("|", fact[1]) + "}}", typed)


def with_loose_facts(text: str) -> str:
    """Facts as people write them: `{{ fact | form }}`."""
    return FACT.sub(lambda fact: "{{ " + _BAR.sub(" | ", fact[1]) + " }}", text)


def hide_facts(markdown: str) -> tuple[str, Sequence[str]]:
    """The text with its facts hidden, and the facts as typed."""
    if "{{" not in markdown or HIDDEN in markdown:
        return markdown, ()
    facts: list[str] = []

    def hidden(match: re.Match[str]) -> str:
        if match[0].startswith("\\") or len(facts) == _MOST:
            return match[0]
        facts.append(match[0])
        return f"{HIDDEN}{chr(_FIRST + len(facts) - 1)}".ljust(len(match[0]), _FILL)

    return _ESCAPED_OR_FACT.sub(hidden, markdown), facts


def fact(state: StateInline, silent: bool) -> bool:
    """The rule at a hidden fact. `meta`: its id and form, "" for the usual one; `content`: as typed."""
    if state.src[state.pos] != HIDDEN or not state.env.get("facts"):
        return False
    typed = state.env["facts"][ord(state.src[state.pos + 1]) - _FIRST]
    if not silent:
        token = state.push("fact", "", 0)
        name, _, form = typed[2:-2].replace("\\|", "|").partition("|")
        token.content = typed
        token.meta |= {"id": name.strip(), "form": " ".join(form.split()).casefold()}
    state.pos += len(typed)
    return True


def show_facts(tokens: Sequence[Token], facts: Sequence[str]) -> None:
    """Puts the facts back, in addresses without their spaces."""
    for token in tokens:
        if HIDDEN in token.content:
            token.content = _shown(token.content, facts)
        if HIDDEN in token.info:
            token.info = _shown(token.info, facts)
        for name, value in token.attrs.items():
            if HIDDEN in str(value):
                token.attrs[name] = tight_fact(_shown(str(value), facts))
        for name, value in token.meta.items():
            if HIDDEN in str(value):
                token.meta[name] = _shown(str(value), facts)
        if token.children:
            show_facts(token.children, facts)


def _shown(text: str, facts: Sequence[str]) -> str:
    return _RUN.sub(lambda run: facts[ord(run[1]) - _FIRST], text)
