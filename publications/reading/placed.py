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
        for token, at in zip(state.tokens, state.places, strict=True):
            token.meta["at"] = at
        for rule in self.ruler2.getRules(""):
            rule(state)
        for token in state.tokens:
            token.meta["at"] -= _is_behind_its_mark(token)
        return state.tokens


def _is_behind_its_mark(token: Token) -> bool:
    """Whether the parser has placed it at the second star of `**`, or behind the bracket of a link."""
    return token.type == "strong_open" or (token.type == "link_open" and token.markup != "autolink")


class _State(StateInline):
    """places: where each token begins; pending_at: where the text does that is in no token yet.

    taken_back: how much of that text a rule has taken away, which its next token begins with.
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.places: list[int] = []
        self.pending_at = self.taken_back = 0

    @property
    def pending(self) -> str:
        return super().pending

    @pending.setter
    def pending(self, value: str) -> None:
        # A bare address takes back what was read before its `:` or `@`, and a line end the spaces before it.
        self.taken_back += max(len(super().pending) - len(value), 0)
        StateInline.pending.fset(self, value)  # type: ignore[attr-defined]

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self.pending_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        taken_back = self.taken_back
        token = super().pushPending()
        self.taken_back = taken_back
        self.places.append(self.pending_at)
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at, self.taken_back = self.pos - self.taken_back, 0
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        if before is not None and before.type == token.type == "text" and self.places[-1] >= at:
            at = self.places[-1] + len(before.content)  # marks of emphasis come one by one
        self.places.append(at)
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
