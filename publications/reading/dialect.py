"""The dialect: the Markdown that pages are written in, parsed into tokens that know their lines.

CommonMark with GitHub's tables, strikethrough and bare addresses; beyond these, attribute lists, footnotes,
definition lists, abbreviations, admonitions, tabs, Markdown within HTML, `///` blocks and facts. WRITING.md tells
editors. The tokens are markdown-it's, and nobody writes into them after the parse:

- `token.map` of a block counts lines from 0; `content` of an inline token is as typed.
- `token.attrs` has what an attribute list gives; the list is no text of any child.
- `{{ id | form }}` is a child "fact" with `meta` {"id", "form"}; in an address it stands without its spaces.
- `meta["at"]` of a child is where in the line it begins: see `placed`.
- `///` blocks are flat tokens "slash_block_open" and "slash_block_close": see `slash_blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from publications.reading import block_rules, inline_rules
from publications.reading.facts_in_text import HIDDEN, fact, hide_facts, show_facts
from publications.reading.placed import PlacedInline
from publications.reading.slash_blocks import slash_block

_LABEL = re.compile(r"\]\[([^\[\]]+)\]")
_NESTING = 100
_ANY = ("paragraph", "reference", "blockquote", "list")
_TEXT = ("paragraph", "reference")


def read_tokens(markdown: str) -> list[Token]:
    """The tokens of a page without front matter."""
    text, facts = hide_facts(markdown)
    env: EnvType = {"facts": facts}
    tokens = _PARSER.parse(text, env)
    if "attributes" in env:
        for place, token in enumerate(tokens):
            if token.children:
                inline_rules.take_attributes(token, _block_of(tokens, place))
    if facts:
        show_facts(tokens, facts)
    return tokens


def read_inline_tokens(markdown: str) -> list[Token]:
    """The tokens of a line or two of text that stand in no block, such as a title or HTML text."""
    return read_inline_token(markdown).children or []


def read_inline_token(markdown: str, *, tag: str = "", labels: bool = False) -> Token:
    """The token of a text without its block. tag: of that block, which a list at the end of the text is about.

    labels: `[words][label]` is a link, whose address is written elsewhere on the page.
    """
    text, facts = hide_facts(markdown)
    env: EnvType = {"facts": facts}
    if labels and "][" in text:
        found = (normalizeReference(label) for label in _LABEL.findall(text))
        env["references"] = {label: {"href": f"#{label}", "title": ""} for label in found}
    (inline,) = _PARSER.parseInline(text, env)
    if "attributes" in env:
        inline_rules.take_attributes(inline, Token("block", tag, 1) if tag else None)
    show_facts([inline], facts)
    return inline


def _block_of(tokens: Sequence[Token], place: int) -> Token:
    """Whose attributes a list at the end of a text gives: the item's where its paragraph is not shown."""
    block = tokens[place - 1]
    return tokens[place - 2] if block.hidden and tokens[place - 2].type == "list_item_open" else block


def _is_link(url: str) -> bool:  # noqa: ARG001 (the parser asks with a target; every one is read)
    return True


def _as_typed(url: str) -> str:
    return url


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = PlacedInline()
    options = {"maxNesting": _NESTING, "strikethrough_single_tilde": True}
    parser.configure("commonmark", options).enable(["table", "strikethrough"]).disable("text_join")
    # Targets are compared as they were typed, and a target that a browser would refuse must be seen as well.
    parser.normalizeLink = _as_typed  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_typed  # type: ignore[method-assign,assignment]
    parser.validateLink = _is_link  # type: ignore[method-assign]
    parser.use(gfm_autolink_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(deflist_plugin)
    blocks, inlines = parser.block.ruler, parser.inline.ruler
    blocks.before("fence", "slash_block", slash_block, {"alt": list(_ANY)})
    blocks.before("fence", "admonition", block_rules.admonition, {"alt": list(_ANY)})
    blocks.before("fence", "tab", block_rules.tab, {"alt": list(_ANY)})
    blocks.before("reference", "abbreviations", block_rules.abbreviations, {"alt": list(_TEXT)})
    blocks.at("html_block", block_rules.html, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.add_terminator_char(HIDDEN)
    inlines.before("link", "attributes", inline_rules.attribute_list)
    inlines.before("link", "fact", fact)
    return parser


_PARSER = _parser()
