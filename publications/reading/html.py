"""HTML: what readers get of a page's tokens, in the language of its text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from markdown_it.common.utils import escapeHtml
from markdown_it.presets import commonmark
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from publications.charts.block import NAME, closing_of, read_options
from publications.reading.footnotes import Footnotes
from publications.reading.mention import with_facts
from publications.reading.reading import Reading
from publications.reading.slash_blocks import read_slash_block

# HTML ends a comment at `<!-->` and `--!>` too (https://html.spec.whatwg.org/#comment-start-state).
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)\n?", re.DOTALL)
_MARKDOWN = re.compile(
    r"""(<[A-Za-z][\w-]*(?:\s[^<>]*?)?)\smarkdown(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?(?=[\s>])"""
)


_IN_A_LANGUAGE = frozenset(
    {"paragraph_open", "heading_open", "list_item_open", "tr_open", "dt_open", "dd_open"}
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text alone does not say.

    address: a target as typed → as published; fact: id and form → its words, None when it cannot be written.
    size: a picture as typed → its width and height in pixels, None when nobody knows.
    ids: line of a heading → its id, then the older ones that lead there; {} for those that the text alone gives.
    languages: line of a block → the language that it is in, where that is another than the text's.
    """

    address: Callable[[str], str]
    fact: Callable[[str, str], str | None]
    size: Callable[[str], tuple[int, int] | None] = lambda _: None
    ids: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    languages: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in the table of contents. title: HTML without tags."""

    level: int
    id: str
    title: str

    @property
    def url(self) -> str:
        return f"#{self.id}"


def html_of(tokens: Sequence[Token], page: Page) -> str:
    """The HTML of some of a page's tokens, before it is sanitised; what they say of headings is added to the page."""
    return _RENDERER.render(tokens, _OPTIONS, {"page": page})


def end_of_chart(tokens: Sequence[Token]) -> Token | None:
    """What ends the chart that the first token opens; None where that opens none."""
    return closing_of(tokens) if tokens[0].info.lower() == NAME else None


@dataclass
class Page:
    """A page that is being rendered. figures: where among its tokens the open charts end."""

    reading: Reading
    setting: Setting
    notes: Footnotes
    toc: list[TocEntry] = field(default_factory=list)
    figures: list[Token] = field(default_factory=list)
    references: Counter[str] = field(default_factory=Counter)

    @cached_property
    def ids(self) -> Mapping[int, tuple[str, ...]]:
        """Line of the body, from 0 → the ids of the heading there."""
        first, known = self.reading.source.body_line, self.setting.ids
        return {
            heading.line - first: known.get(heading.line, (heading.id,))
            for heading in self.reading.anatomy.headings
        }

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """Label → meaning, both as HTML."""
        blocks = (token.content for token in self.reading.tokens if token.type == "abbreviations")
        return dict(self._abbreviation(line) for content in blocks for line in content.split("\n"))

    @cached_property
    def labels(self) -> re.Pattern[str]:
        longest_first = sorted(self.abbreviations, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def _abbreviation(self, line: str) -> tuple[str, str]:
        label, _, meaning = line.removeprefix("*[").partition("]:")
        return escapeHtml(label), escapeHtml(self.with_facts(meaning.strip()))

    def words(self, children: Sequence[Token]) -> str:
        """What stands there without markup."""
        return self.with_facts("".join(_words(children))).strip()

    def with_facts(self, text: str) -> str:
        return with_facts(text, self.setting.fact)

    def shown(self, token: Token, **attributes: str) -> Token:
        """A token with its facts in place and with these attributes; the one that was read stays as it is."""
        typed = {name: self.with_facts(str(value)) for name, value in token.attrs.items()}
        language = self.language(token)
        return Token(
            token.type,
            token.tag,
            token.nesting,
            attrs={**typed, **attributes, **language},
            hidden=token.hidden,
        )

    def language(self, token: Token) -> dict[str, str]:
        """Of a block that is in another language than the text, what says so."""
        if not self.setting.languages or token.type not in _IN_A_LANGUAGE or not token.map:
            return {}
        found = self.setting.languages.get(self.reading.source.body_line + token.map[0])
        return {"lang": found} if found and "lang" not in token.attrs else {}

    def in_html(self, html: str) -> str:
        """Raw HTML as it is published: with its facts, without its comments."""
        plain = _MARKDOWN.sub(r"\1", _COMMENT.sub("", html) if "<!--" in html else html)
        return with_facts(plain, lambda name, form: _escaped(self.setting.fact(name, form)))

    def address(self, typed: object) -> str:
        return self.setting.address(self.with_facts(str(typed))).replace(" ", "%20")


def _escaped(words: str | None) -> str | None:
    return None if words is None else escapeHtml(words)


class _Renderer(RendererHTML):
    """markdown-it's own renderer, and what our pages have beyond it. Each method renders the tokens of its name."""

    def renderToken(  # noqa: N802 (markdown-it's name)
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        if _page(env).language(tokens[idx]):
            tokens = [*tokens[:idx], _page(env).shown(tokens[idx]), *tokens[idx + 1 :]]
        return super().renderToken(tokens, idx, options, env)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        html, page = escapeHtml(tokens[idx].content), _page(env)
        if not page.abbreviations:
            return html
        return page.labels.sub(
            lambda found: f'<abbr title="{page.abbreviations[found[0]]}">{found[0]}</abbr>', html
        )

    def text_special(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return escapeHtml(tokens[idx].content)

    def fact(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        fact = tokens[idx]
        words = _page(env).setting.fact(fact.meta["id"], fact.meta["form"])
        return escapeHtml(fact.content if words is None else words)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _page(env).in_html(tokens[idx].content)

    html_inline = html_block

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        page, heading = _page(env), tokens[idx]
        name, *older = page.ids.get(heading.map[0] if heading.map else -1, ("",))
        title = escapeHtml(page.words(tokens[idx + 1].children or ()))
        page.toc.append(TocEntry(int(heading.tag[1:]), name, title))
        places = "".join(f'<span id="{escapeHtml(each)}"></span>' for each in older)
        return f"<{heading.tag}{self.renderAttrs(page.shown(heading, id=name))}>{places}"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A cell is set to one side by a class: a page's policy allows no style within it."""
        cell = tokens[idx]
        side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
        if side not in ("left", "center", "right"):
            return self.renderToken(tokens, idx, options, env)
        names = " ".join(filter(None, [str(cell.attrs.get("class", "")), f"align-{side}"]))
        others = {name: value for name, value in cell.attrs.items() if name not in ("class", "style")}
        return (
            f"<{cell.tag}{self.renderAttrs(Token(cell.type, cell.tag, 1, attrs={'class': names, **others}))}>"
        )

    td_open = th_open

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        link, page = tokens[idx], _page(env)
        return f"<a{self.renderAttrs(page.shown(link, href=page.address(link.attrs['href'])))}>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        image, page = tokens[idx], _page(env)
        source, alt = page.address(image.attrs["src"]), page.words(image.children or ())
        size = page.setting.size(str(image.attrs["src"]))
        shown = page.shown(image, src=source, alt=alt, **_room(image, size))
        return f"<img{self.renderAttrs(shown)} />"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        label, page = str(tokens[idx].meta["label"]), _page(env)
        page.references[label] += 1
        return page.notes.reference(label, page.references[label])

    def s_open(self, *_: object) -> str:
        return "<del>"

    def s_close(self, *_: object) -> str:
        return "</del>"

    def abbreviations(self, *_: object) -> str:
        return ""

    def slash_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        page, block = _page(env), read_slash_block(tokens[idx])
        closing = end_of_chart(tokens[idx:])
        if closing is None:
            return _as_typed(tokens[idx])
        page.figures.append(closing)
        values, _ = read_options(page.with_facts(block.options))
        chart = json.dumps(
            {name: value for name, value in values.items() if value}, ensure_ascii=False, sort_keys=True
        )
        caption = (
            f"<figcaption>{escapeHtml(page.with_facts(block.title))}</figcaption>\n" if block.title else ""
        )
        return f'<figure class="chart" data-chart="{escapeHtml(chart)}">\n{caption}'

    def slash_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        figures = _page(env).figures
        if figures and figures[-1] is tokens[idx]:
            figures.pop()
            return "</figure>\n"
        return _as_typed(tokens[idx])


def _page(env: EnvType) -> Page:
    return cast("Page", env["page"])


def _room(image: Token, size: tuple[int, int] | None) -> dict[str, str]:
    """What keeps a page from moving when a picture arrives: its room, as wide as its author wants it."""
    late = {"loading": "lazy", "decoding": "async"}
    width = str(image.attrs.get("width", size[0] if size else ""))
    if size is None or "height" in image.attrs or not width.isdecimal():
        return late
    return {**late, "width": width, "height": str(round(int(width) * size[1] / size[0]))}


def _words(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.children:
            yield from _words(child.children)
        elif child.type != "html_inline":
            yield child.content


def _as_typed(fence: Token) -> str:
    """A `///` block that is none, as its author typed it."""
    argument = fence.meta["argument"]
    line = f"{fence.markup} {fence.info}".strip() + (f" | {argument}" if argument else "")
    return f"<p>{escapeHtml(line)}</p>\n" + (
        f"<pre><code>{escapeHtml(fence.content)}</code></pre>\n" if fence.content else ""
    )


_RENDERER = _Renderer()
_OPTIONS = OptionsDict(commonmark.make()["options"])
