"""Advice on paths: where an address in a page leads, and when nowhere, what to write instead."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from publications.checks.destinations import Destinations, published_way, way
from publications.findings import SiteFindings, TextFindings
from publications.pages import url_of

_DRIVE = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)


def below_docs(page: TextFindings, path: str) -> str:
    """What a path in a page names, below docs/: "../map.svg" in docs/sv/a/b.md gives "sv/map.svg"."""
    return posixpath.normpath(posixpath.join(page.locale, posixpath.dirname(page.page), path))


@dataclass(frozen=True, slots=True)
class PathAdvice:
    """Judges the path of an address, as typed without its `#` and what follows. "" is: all is well."""

    site: SiteFindings
    destinations: Destinations

    def link(self, page: TextFindings, typed: str, path: str) -> str:
        """What is wrong with the path of a link or picture in Markdown."""
        found = self._plain_mistake(page, typed, path)
        if found:
            return found
        name = below_docs(page, path)
        folder, _, below = name.partition("/")
        if folder == page.locale:
            return self._below(page, typed, path, below)
        if folder in self.site.project.codes:
            return self._other_locale(page, typed, folder, below)
        if name in self.destinations.shared:
            return ""
        return f"'{typed}' leads to nothing: there is no docs/{name}. {self.hint(page, name, None)}"

    def html(self, page: TextFindings, typed: str, path: str) -> str:
        """The same in HTML, which is published as it was typed: it counts from the page's published address."""
        here = url_of(page.page, page.locale)
        if self.destinations.is_published(posixpath.normpath(posixpath.join(here, path))):
            return ""
        if self.link(page, typed, path):
            return f"'{typed}' in HTML leads to nothing. Write it in Markdown: [text](page.md)"
        repair = f"Write it in Markdown: [text]({path})"
        if not path.endswith(".md"):
            repair = f"{repair}, or as {published_way(page.page, page.locale, below_docs(page, path))}"
        return f"'{typed}' in HTML is not followed from docs/, but from /{here}. {repair}"

    def own_site(self, page: TextFindings, typed: str) -> str:
        """The same of an address of this very site, typed as if it were another one."""
        site = self.site.project.site_url
        below = typed.removeprefix(site).partition("#")[0]
        if typed.startswith(site) and below.partition("/")[0] in self.site.project.codes:
            return self._absolute(page, typed, f"/{below}")
        return ""

    def _plain_mistake(self, page: TextFindings, typed: str, path: str) -> str:
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

    def _below(self, page: TextFindings, typed: str, path: str, below: str) -> str:
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
        return f"{missing} {self.hint(page, f'{page.locale}/{below}', near)}"

    def hint(self, page: TextFindings, name: str, near: str | None) -> str:
        """The nearest thing there is, as this page would name it."""
        if near is None:
            shared = self.destinations.near_shared(name.removeprefix(f"{page.locale}/"))
            near = f"../{shared}" if shared else None
        if near is None:
            return "Write that file, or take the link out."
        return f"Did you mean '{way(page.page, near)}'?"

    def _other_locale(self, page: TextFindings, typed: str, locale: str, below: str) -> str:
        goods = self.destinations
        right = below if below in goods.pages or below in goods.own else goods.near(below)
        repair = f"Write {way(page.page, right)}" if right else f"There is no {below}"
        return (
            f"'{typed}' leads out of the reader's language, to '{locale}'. {repair}: each reader gets the page in "
            "their own language, or the next that has it."
        )

    def _absolute(self, page: TextFindings, typed: str, path: str) -> str:
        folder, _, below = path.strip("/").partition("/")
        if folder not in self.site.project.codes:
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
