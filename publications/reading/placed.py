r"""Places: every child of an inline token knows where in its line it begins.

`meta["at"]` counts the characters of the inline token's `content`; a text is as long as it was typed. A character
that was typed otherwise than it is read (`\*`, `&amp;`) is a token "text_special", whose `markup` is as typed.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


class PlacedInline(ParserInline):
    """markdown-it's own parser of lines, with a state that keeps places."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler2.at("fragments_join", _join)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    pending_at = 0

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self.pending_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        at = self.pos
        if before is not None and before.type == token.type == "text" and before.meta["at"] >= at:
            at = before.meta["at"] + len(before.content)  # marks of emphasis come one by one
        token.meta["at"] = at
        return token


def _join(state: StateInline) -> None:
    """Marks that found no partner join the text around them, which keeps its place; levels are counted anew."""
    joined: list[Token] = []
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
        if token.type != "text":
            joined.append(token)
        elif token.content:
            if joined and joined[-1].type == "text":
                joined[-1].content += token.content
            else:
                joined.append(token)
    state.tokens[:] = joined
