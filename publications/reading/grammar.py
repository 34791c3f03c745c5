"""The Markdown that Material's pages are written in, as tokens that know their lines."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdformat_mkdocs.mdit_plugins import (
    material_admon_plugin,
    material_content_tabs_plugin,
    material_deflist_plugin,
    pymd_abbreviations_plugin,
    pymd_admon_plugin,
)
from mdit_py_plugins.footnote import footnote_plugin

from publications.reading.slash_blocks import slash_blocks_plugin

FACT = re.compile(r"\{\{[^\S\n]*([^{}\n]*?)[^\S\n]*\}\}")
# Stands for the bar of `{{ fact | form }}`, which must not part the cells of a table (a private character).
_BAR = "\ue000"


def read_tokens(markdown: str) -> list[Token]:
    """The tokens of a page without front matter; `token.map` counts its lines from 0.

    `{{ fact }}` loses its inner spaces on the way, since a link target must have none.
    """
    tokens = _PARSER.parse(_with_tight_facts(markdown))
    for token in tokens:
        token.content = token.content.replace(_BAR, "|")
        for child in token.children or ():
            child.content = child.content.replace(_BAR, "|")
    return tokens


def read_inline_tokens(markdown: str) -> list[Token]:
    """The tokens of a line or two of text that stand in no block, such as a title or HTML text."""
    (inline,) = _PARSER.parseInline(_with_tight_facts(markdown).replace(_BAR, "|"))
    return inline.children or []


def with_loose_facts(text: str) -> str:
    """Facts as people write them: `{{ fact | form }}`."""
    return FACT.sub(lambda fact: "{{ " + re.sub(r"\s*\|\s*", " | ", fact[1]) + " }}", text)


def _with_tight_facts(text: str) -> str:
    return FACT.sub(lambda fact: "{{" + re.sub(r"\s*\|\s*", _BAR, fact[1]) + "}}", text)


def _is_link(url: str) -> bool:  # noqa: ARG001 (the parser asks with a target; every one is read)
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(slash_blocks_plugin)
    parser.use(material_admon_plugin)
    parser.use(pymd_admon_plugin)
    parser.use(material_content_tabs_plugin)
    parser.use(material_deflist_plugin)
    parser.use(pymd_abbreviations_plugin)
    # Targets are compared as they were typed, and a target that a browser would refuse must be seen as well.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = _is_link  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
