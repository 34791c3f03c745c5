"""Security: nothing on a page can harm its readers, and a translation brings nothing that its source lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.reading.address import host_of
from publications.reading.allow_list import Element, Removed, elements_of, removed, sanitised
from publications.reading.rendered import Part, Rendered
from publications.reading.source_page import SourcePage
from publications.reading.tags import PHRASING

_MARKDOWN = PHRASING | frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
_HARMLESS = frozenset(
    {"abbr", "alt", "colspan", "datetime", "decoding", "dir", "headers", "height", "id", "lang", "loading"}
    | {"reversed", "rowspan", "scope", "src", "start", "title", "value", "width"}
)
# Classes that Markdown itself gives.
_OWN_CLASSES = re.compile(r"align-(left|center|right)|footnote(-(back)?ref)?|language-[\w-]+")
_ACTIVE_SVG = re.compile(
    r"""<(?:script|foreignObject|iframe|animate\w*\s[^>]*href)\b|\son[a-z]+\s*=|(?:href|src)\s*=\s*["']\s*(?:javascript:|(?:https?:)?//)"""
    r"""|url\(\s*["']?(?:https?:)?//|@import""",
    re.IGNORECASE,
)
_REPAIRS = {
    "unsafe-html": "Take it out.",
    "unsafe-link": "Name a file of the site, or link to a page or to an address that begins with https://",
    "foreign-html": "Write it in Markdown, as the source does.",
    "foreign-link": "Take it out, or put it into the source first.",
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a text has and another may lack. needle: as typed in the text; shown: as messages name it."""

    rule: str
    shown: str
    needle: str

    @property
    def reason(self) -> str:
        if self.rule == "foreign-link":
            return "is no site that the source leads to"
        return "is nowhere in the source"


def security_faults(corpus: Corpus) -> Iterator[Fault]:
    """What the sanitiser takes out of a text, and what a translation has that its source neither had nor has."""
    for page in corpus.pages:
        if page.is_readable:
            yield from _removed_from_front(page)
            yield from _removed_from_body(page, corpus.rendered[page.path])
    for page, foreign in _foreign(corpus):
        yield from _foreign_faults(page, corpus.rendered[page.path], foreign)


def picture_faults(site: SiteFindings) -> Iterator[Fault]:
    """Drawings that could run something, or load something from elsewhere, for a reader who opens them by themselves."""
    for name in site.files:
        if name.lower().endswith(".svg"):
            text = (site.project.docs_dir / name).read_text(encoding="utf-8", errors="replace")
            if found := _ACTIVE_SVG.search(text):
                line = text.count("\n", 0, found.start()) + 1
                typed = " ".join(found[0].split())
                message = f"'{typed}' has no place in a picture. Save it as plain SVG, or take it out."
                yield Fault(f"docs/{name}", line, message, Level.WARNING, "unsafe-html", typed)


def _removed_from_front(page: SourcePage) -> Iterator[Fault]:
    for text in page.reading.front.texts:
        for found in removed(text.text) if "<" in text.text else ():
            yield _fault(page, text.line + 1, _rule(found), found.shown, found.reason)


def _removed_from_body(page: SourcePage, text: Rendered) -> Iterator[Fault]:
    found = set(removed(text.html, text.published))
    for part in text.parts if found else ():
        for each in removed(part.html):
            found.discard(each)
            yield _fault(page, _line(page, part, each.needle), _rule(each), each.shown, each.reason)
    for each in sorted(found, key=lambda one: one.shown):  # which only several parts together make
        yield _fault(page, page.body_line, _rule(each), each.shown, each.reason)


def _foreign(corpus: Corpus) -> Iterator[tuple[SourcePage, frozenset[_Mark]]]:
    """Translations, each with what neither the text that it follows nor its source as it is now has."""
    for page in corpus.pages:
        record = page.values.get("translation")
        source = corpus.source(page.page, str(record.get("source")) if isinstance(record, dict) else "")
        if source is None or source is page or not (page.is_readable and source.is_readable):
            continue
        foreign = _marks(corpus.rendered[page.path].published) - _marks(
            corpus.rendered[source.path].published
        )
        followed = corpus.followed(page) if foreign else None
        foreign -= _marks(followed.published) if followed else set()
        if foreign:
            yield page, foreign


def _foreign_faults(page: SourcePage, text: Rendered, foreign: frozenset[_Mark]) -> Iterator[Fault]:
    for part in text.parts:
        for mark in sorted(_marks(sanitised(part.html)) & foreign, key=lambda one: (one.rule, one.shown)):
            yield _fault(page, _line(page, part, mark.needle), mark.rule, mark.shown, mark.reason)


# A source is held against each of its translations.
@lru_cache(maxsize=32)
def _marks(published: str) -> frozenset[_Mark]:
    """Of a text as readers get it: its elements, attributes, classes and hosts that Markdown alone does not make."""
    return frozenset(mark for element in elements_of(published) for mark in _marks_of(element))


def _marks_of(element: Element) -> Iterator[_Mark]:
    classes = dict(element.attributes).get("class", "").split()
    if element.name not in _MARKDOWN and not any(map(_OWN_CLASSES.fullmatch, classes)):
        yield _Mark("foreign-html", f"<{element.name}>", f"<{element.name}")
    for name, value in element.attributes:
        if name == "class":
            for word in classes:
                if not _OWN_CLASSES.fullmatch(word):
                    yield _Mark("foreign-html", f"class {word}", word)
        elif name in ("href", "cite"):
            if host := host_of(value):
                yield _Mark("foreign-link", host, host)
        elif name not in _HARMLESS:
            yield _Mark("foreign-html", f"{element.name} {name}=", name)


def _rule(found: Removed) -> str:
    return "unsafe-link" if found.is_address else "unsafe-html"


def _line(page: SourcePage, part: Part, needle: str) -> int:
    """The line of a part that has those letters; its first one when they were typed otherwise."""
    lines = range(part.first, min(part.last, len(page.lines)) + 1)
    return next((line for line in lines if needle.lower() in page.lines[line - 1].lower()), part.first)


def _fault(page: SourcePage, line: int, rule: str, typed: str, reason: str) -> Fault:
    message, said = f"'{typed}' {reason}. {_REPAIRS[rule]}", "{typed} is not in the source."
    return page.fault(
        line, LEVELS[rule], rule, message, typed, said=said if rule.startswith("foreign-") else ""
    )
