"""What the dialect has within a line beyond GitHub's: attribute lists."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from publications.reading.attributes import LIST, read_attributes

LIST_LINE = "list line"
"""In `meta` of what has an attribute list: how many lines below the first of its block the list stands."""

_CLOSING_MARKS = re.compile(r"[ \t]+#+\Z")
# What an attribute list can stand behind, beside what has an end.
_THINGS = frozenset({"image", "code_inline"})
_SHORT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th"})


def attribute_list(state: StateInline, silent: bool) -> bool:
    """`{ #id .class key=value }`; what it belongs to is known when the whole line is."""
    match = LIST.match(state.src, state.pos, state.posMax)
    if match and not silent:
        state.push("attributes", "", 0).content = match[0]
        state.env["attributes"] = True
    state.pos = match.end() if match else state.pos
    return match is not None


def take_attributes(block: Token, children: list[Token]) -> list[Token]:
    """The children without attribute lists; these are the attributes of what stands before, or of the block.

    A list that belongs to nothing is a text like any other.
    """
    kept: list[Token] = []
    line = 0
    for place, token in enumerate(children):
        line += token.type in ("softbreak", "hardbreak")
        if token.type != "attributes":
            kept.append(token)
        elif owner := _owner(kept):
            _add(owner, token.content, line)
        elif place == len(children) - 1 and _is_of_block(block, kept):
            _add(block, token.content, line)
        else:
            _keep_as_text(kept, token)
    return kept


def _owner(before: list[Token]) -> Token | None:
    last = before[-1] if before else None
    if last is None or last.type in _THINGS:
        return last
    if last.nesting >= 0:
        return None
    return next(
        (token for token in reversed(before) if token.nesting > 0 and token.level == last.level), None
    )


def _is_of_block(block: Token, before: list[Token]) -> bool:
    """Whether the list stands on a line below the block's text, or at the end of a heading, term or cell."""
    last = before[-1] if before else None
    if last is not None and last.type in ("softbreak", "hardbreak"):
        before.pop()
        return True
    if (
        block.tag not in _SHORT
        or last is None
        or last.type != "text"
        or not last.content.endswith((" ", "\t"))
    ):
        return False
    last.content = _CLOSING_MARKS.sub("", last.content.rstrip())
    if not last.content:
        before.pop()
    return True


def _add(owner: Token, attributes: str, line: int) -> None:
    owner.meta[LIST_LINE] = line
    for name, value in read_attributes(attributes):
        if name == "class":
            owner.attrJoin(name, value)
        else:
            owner.attrs[name] = value


def _keep_as_text(kept: list[Token], token: Token) -> None:
    if kept and kept[-1].type == "text":
        kept[-1].content += token.content
    else:
        token.type = "text"
        kept.append(token)
