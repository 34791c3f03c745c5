"""Addresses: every link, picture and anchor leads to something that the reader is shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from publications.checks.destinations import read_destinations
from publications.checks.path_advice import PathAdvice, below_docs
from publications.faults import Fault, Level, nearest
from publications.findings import SiteFindings, TextFindings
from publications.reading.anatomy import Link, LinkKind

# A scheme of one letter is a drive: C:\pictures\map.png.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//|\{\{", re.IGNORECASE)
# The browser's own (https://html.spec.whatwg.org/#scroll-to-fragid), Material's, footnotes', an index's years.
_MADE = re.compile(r"top|__.*|fn(ref)?\d*:.*|:~:.*|year-\d+")


def address_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults in the addresses of each page; those of other sites are not asked."""
    checker = _Checker(site, PathAdvice(site, read_destinations(site)))
    for page in site.texts:
        for link in page.links:
            yield from checker.faults(page, link)
        for message in _picture(page, checker.advice):
            yield Fault(page.path, page.picture_line, message, Level.WARNING, "picture")


def _picture(page: TextFindings, advice: PathAdvice) -> Iterator[str]:
    """What is wrong with the picture of the front matter; it is the page's own or shared, never a fallback."""
    typed = page.metadata.picture
    if not typed:
        return
    if not page.metadata.alt:
        yield 'the picture has no text for those who cannot see it. Add a line below it: alt: "…"'
    name = below_docs(page, str(typed))
    if name not in advice.site.file_set:
        below = posixpath.relpath(name, page.locale)
        near = None if below.startswith("..") else advice.destinations.near(below)
        yield f"the picture '{typed}' does not exist. {advice.hint(page, name, near)}"


@dataclass(frozen=True, slots=True)
class _Checker:
    site: SiteFindings
    advice: PathAdvice

    def faults(self, page: TextFindings, link: Link) -> Iterator[Fault]:
        """What is wrong with one address: its path, else its anchor."""
        typed = link.target.strip()
        path, _, fragment = typed.partition("#")
        path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
        if message := self._path(page, link.kind, typed, path):
            yield Fault(page.path, link.line, message, Level.WARNING, "broken-link")
        elif fragment and not _ELSEWHERE.match(typed) and (link.kind is not LinkKind.HTML or not path):
            below = posixpath.relpath(below_docs(page, path), page.locale) if path else page.page
            if message := self._anchor(page, below, typed, fragment):
                yield Fault(page.path, link.line, message, Level.WARNING, "broken-anchor")

    def _path(self, page: TextFindings, kind: LinkKind, typed: str, path: str) -> str:
        if _ELSEWHERE.match(typed):
            return self.advice.own_site(page, typed)
        if not path and "#" in typed:
            return ""
        if kind is LinkKind.HTML:
            return self.advice.html(page, typed, path)
        return self.advice.link(page, typed, path)

    def _anchor(self, page: TextFindings, below: str, typed: str, fragment: str) -> str:
        if below not in self.advice.destinations.pages or _MADE.fullmatch(fragment):
            return ""
        for locale in self._readers(page):
            shown = self.site.publications.shown(below, locale)
            target = self.site.text(below, shown.locale) if shown else None
            if target and target.is_readable and fragment not in target.ids:
                return self._missing_id(target, typed, fragment)
        return ""

    def _readers(self, page: TextFindings) -> tuple[str, ...]:
        """The locales whose readers are shown this very text; its own one first."""
        publications = self.site.publications
        shown = {code: publications.shown(page.page, code) for code in self.site.project.codes}
        others = (code for code, text in shown.items() if text and text.locale == page.locale)
        return (page.locale, *(code for code in others if code != page.locale))

    def _missing_id(self, target: TextFindings, typed: str, fragment: str) -> str:
        near = nearest(fragment, target.ids)
        hint = f"Did you mean '#{near}'? Or give" if near else "Give"
        return (
            f"'{typed}' leads to no place on the page: {target.path} has no '#{fragment}'. "
            f"{hint} the heading there that id: {{ #{fragment} }}"
        )
