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

from publications.translation.slash_blocks import slash_blocks_plugin

FACT = re.compile(r"\{\{[^\S\n]*([^{}\n]*?)[^\S\n]*\}\}")


def read_tokens(markdown: str) -> list[Token]:
    """The tokens of a page without front matter; `token.map` counts its lines from 0.

    `{{ fact }}` loses its inner spaces on the way, since a link target must have none.
    """
    return _PARSER.parse(FACT.sub(r"{{\1}}", markdown))


def read_inline_tokens(markdown: str) -> list[Token]:
    """The tokens of a line or two of text that stand in no block, such as a title or HTML text."""
    (inline,) = _PARSER.parseInline(FACT.sub(r"{{\1}}", markdown))
    return inline.children or []


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
