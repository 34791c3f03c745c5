"""Addresses: every link, picture and anchor leads to something that the reader is shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from publications.checks.anatomy import Link, LinkKind
from publications.checks.corpus import Corpus
from publications.checks.destinations import Destinations, published_way, read_destinations, way
from publications.checks.source_page import SourcePage
from publications.faults import Fault, Level, nearest
from publications.pages import url_of

# A scheme of one letter is a drive: C:\pictures\map.png.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//|\{\{", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)
# The browser's own (https://html.spec.whatwg.org/#scroll-to-fragid), Material's, footnotes'.
_MADE = re.compile(r"|top|__.*|fn(ref)?\d*:.*|:~:.*")


def address_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in the addresses of each page; those of other sites are not asked."""
    checker = _Checker(corpus, read_destinations(corpus))
    for page in corpus.pages:
        for link in page.anatomy.links:
            for rule, message in checker.problems(page, link):
                yield page.fault(link.line, Level.WARNING, rule, message)
        for end in page.anatomy.loose_ends:
            what = "footnote" if end.label.startswith("^") else "address"
            message = f"'{end.text}' has no {what}. Add a line below the text: [{end.label}]: …"
            yield page.fault(end.line, Level.WARNING, "undefined-reference", message)
        for message in checker.picture_problems(page):
            yield page.fault(page.line_of("picture"), Level.WARNING, "picture", message)


Problem = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Checker:
    corpus: Corpus
    destinations: Destinations

    def problems(self, page: SourcePage, link: Link) -> Iterator[Problem]:
        """Rule and message of what is wrong with an address."""
        typed = link.target.strip()
        if _ELSEWHERE.match(typed):
            yield from self._own_site(page, typed)
            return
        path, _, fragment = typed.partition("#")
        path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
        if not path and "#" in typed:
            yield from self._anchor(page, page.page, typed, fragment)
        elif link.kind is LinkKind.HTML:
            yield from self._html(page, typed, path)
        elif message := self._path(page, typed, path):
            yield "broken-link", message
        else:
            below = posixpath.normpath(posixpath.join(posixpath.dirname(page.page), path))
            yield from self._anchor(page, below, typed, fragment)

    def picture_problems(self, page: SourcePage) -> Iterator[str]:
        """What is wrong with the picture of the front matter."""
        typed = page.values.get("picture")
        if not typed:
            return
        if not page.values.get("alt"):
            yield 'the picture has no text for those who cannot see it. Add a line below it: alt: "…"'
        path = posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.page), str(typed)))
        if path not in self.corpus.file_set:
            name = posixpath.relpath(path, page.locale)
            near = self.destinations.near(name) if not name.startswith("..") else None
            yield f"the picture '{typed}' does not exist. {self._hint(page, path, near)}"

    def _path(self, page: SourcePage, typed: str, path: str) -> str:
        """What is wrong with the path of a Markdown link, "" when it leads to something."""
        found = self._plain_mistake(page, typed, path)
        if found:
            return found
        name = posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.page), path))
        folder, _, below = name.partition("/")
        if folder == page.locale:
            return self._below(page, typed, path, below)
        if folder in self.corpus.project.codes:
            return self._other_locale(page, typed, folder, below)
        if name in self.destinations.shared:
            return ""
        return f"'{typed}' leads to nothing: there is no docs/{name}. {self._hint(page, name, None)}"

    def _plain_mistake(self, page: SourcePage, typed: str, path: str) -> str:
        if not path:
            return "a link without an address. Write it between the brackets: [text](page.md)"
        if path.startswith("/"):
            return self._absolute(page, typed, path)
        if path.startswith("www."):
            return f"'{typed}' would be looked for on this site. Write https://{typed}"
        if _DRIVE.match(path):
            return f"'{typed}' is on your own computer. Put the file into docs/{page.locale} and link to it there."
        if "\\" in path:
            return f"'{typed}' has backslashes. Write {typed.replace(chr(92), '/')}"
        return ""

    def _below(self, page: SourcePage, typed: str, path: str, below: str) -> str:
        goods = self.destinations
        if (below in goods.pages or below in goods.own) and not path.endswith("/"):
            return ""
        if below in goods.drafts:
            return (
                f"'{typed}' is a draft, which readers are not shown. Take the link out until it is published."
            )
        index = posixpath.normpath(f"{below}/index.md")
        if index in goods.pages:
            return f"'{typed}' is a folder. Name the page: {way(page.page, index)}"
        near = goods.near(below.removesuffix(".html"))
        missing = f"'{typed}' leads to nothing: no language has {below}."
        return f"{missing} {self._hint(page, f'{page.locale}/{below}', near)}"

    def _hint(self, page: SourcePage, name: str, near: str | None) -> str:
        """The nearest thing there is, as this page would name it."""
        if near is None:
            shared = self.destinations.near_shared(name.removeprefix(f"{page.locale}/"))
            near = f"../{shared}" if shared else None
        if near is None:
            return "Write that file, or take the link out."
        return f"Did you mean '{way(page.page, near)}'?"

    def _other_locale(self, page: SourcePage, typed: str, locale: str, below: str) -> str:
        goods = self.destinations
        right = below if below in goods.pages or below in goods.own else goods.near(below)
        repair = f"Write {way(page.page, right)}" if right else f"There is no {below}"
        return (
            f"'{typed}' leads out of the reader's language, to '{locale}'. {repair}: each reader gets the page in "
            "their own language, or the next that has it."
        )

    def _absolute(self, page: SourcePage, typed: str, path: str) -> str:
        folder, _, below = path.strip("/").partition("/")
        if folder not in self.corpus.project.codes:
            below = path.strip("/")
        page_of = {
            url_of(name, "x"): name for name in (f"{below}.md", posixpath.normpath(f"{below}/index.md"))
        }
        right = next((name for name in (below, *page_of.values()) if self._exists(name)), None)
        if right is None and below in self.destinations.shared:
            right = f"../{below}"
        right = right or self.destinations.near(below)
        repair = f"Write {way(page.page, right)}" if right else "Write the way from this page, as ../page.md"
        return f"'{typed}' works at one address of the site only, and in one language. {repair}"

    def _exists(self, below: str) -> bool:
        return below in self.destinations.pages or below in self.destinations.own

    def _own_site(self, page: SourcePage, typed: str) -> Iterator[Problem]:
        """A link to this very site, typed as if it were another one."""
        site = self.corpus.project.site_url
        below = typed.removeprefix(site).partition("#")[0]
        if typed.startswith(site) and below.partition("/")[0] in self.corpus.project.codes:
            yield "broken-link", self._absolute(page, typed, f"/{below}")

    def _html(self, page: SourcePage, typed: str, path: str) -> Iterator[Problem]:
        """Addresses in HTML are published as they are typed: they count from the page's published address."""
        here = url_of(page.page, page.locale)
        address = posixpath.normpath(posixpath.join(here, path))
        if self.destinations.is_published(address):
            return
        if not self._path(page, typed, path):
            below = posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.page), path))
            if path.endswith(".md"):
                repair = f"Write it in Markdown: [text]({path})"
            else:
                repair = f"Write it in Markdown, or as {published_way(page.page, page.locale, below)}"
            yield "broken-link", f"'{typed}' in HTML is not followed from docs/, but from /{here}. {repair}"
        else:
            yield "broken-link", f"'{typed}' in HTML leads to nothing. Write it in Markdown: [text](page.md)"

    def _anchor(self, page: SourcePage, below: str, typed: str, fragment: str) -> Iterator[Problem]:
        if below not in self.destinations.pages or _MADE.fullmatch(fragment):
            return
        for locale in self._readers(page):
            shown = self.corpus.publications.shown(below, locale)
            target = self.corpus.source(below, shown.locale) if shown else None
            if target and target.is_readable and fragment not in target.anatomy.ids:
                yield "broken-anchor", self._missing_id(target, typed, fragment)
                return

    def _readers(self, page: SourcePage) -> tuple[str, ...]:
        """The locales whose readers are shown this very text; its own one first."""
        publications = self.corpus.publications
        shown = {code: publications.shown(page.page, code) for code in self.corpus.project.codes}
        others = (code for code, text in shown.items() if text and text.locale == page.locale)
        return (page.locale, *(code for code in others if code != page.locale))

    def _missing_id(self, target: SourcePage, typed: str, fragment: str) -> str:
        near = nearest(fragment, target.anatomy.ids)
        hint = f"Did you mean '#{near}'? Or give" if near else "Give"
        return (
            f"'{typed}' leads to no place on the page: {target.path} has no '#{fragment}'. "
            f"{hint} the heading there that id: {{ #{fragment} }}"
        )
