"""The pages that belong to no language: the chooser at the site's root, and the page for a wrong address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined

from publications.catalogs import read_catalog
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.pages import Publications, url_of
from publications.project import Locale, MenuEntry
from publications.site.addresses import relative
from publications.site.assets import Assets
from publications.site.labels import menu_label
from publications.templates import templates


@dataclass(frozen=True, slots=True)
class Greeting:
    """One language's part of a root page, with what its words and links need.

    gettext: gives a text of this language's catalog by its msgid.
    summary: what the home page says of the site in this language.
    links: label in this language and address of each entry of the menu.
    """

    code: str
    direction: str
    name: str
    home: str
    summary: str
    gettext: Callable[[str], str]
    links: tuple[tuple[str, str], ...]


MOVED = "root/moved.html"
ROOT_PAGES = {"index.html": "root/chooser.html", "404.html": "root/not-found.html"}


def root_page(publications: Publications, assets: Assets, policy: str, name: str) -> bytes:
    """The HTML of one of `ROOT_PAGES`. A server shows 404.html at any depth: it links from the root."""
    project = publications.project
    base = urlsplit(project.site_url).path if name == "404.html" else ""
    html = (
        environment(project.theme_dir)
        .get_template(ROOT_PAGES[name])
        .render(
            name=project.identity.name.said(project.codes[0]),
            site_url=project.site_url,
            base=base,
            assets=assets,
            policy=policy,
            greetings=[_greeting(publications, locale, base) for locale in project.locales],
        )
    )
    return html.encode()


def moved_page(
    publications: Publications, assets: Assets, policy: str, old: str, new: str, locale: str
) -> bytes:
    """What lies at the address of a page that is no more, in one language: it leads on by itself, without script."""
    project, here = publications.project, url_of(old, locale)
    shown = publications.text(new, locale)
    html = (
        environment(project.theme_dir)
        .get_template(MOVED)
        .render(
            code=locale,
            base=relative("", seen_from=here),
            policy=policy,
            assets=assets,
            site_name=project.identity.name.said(locale).text,
            direction=direction(locale),
            words=read_catalog(project, locale).gettext("This page has moved"),
            title=shown.title,
            title_lang=shown.locale,
            address=relative(url_of(new, locale), seen_from=here),
            canonical=project.site_url + shown.url,
        )
    )
    return html.encode()


# A site may have many pages that were moved; templates that are edited are read again all the same.
@lru_cache(maxsize=4)
def environment(theme_dir: Path) -> Environment:
    """The templates of a theme, for files that are no page of a language."""
    made = templates(theme_dir, undefined=StrictUndefined, trim_blocks=True)
    made.globals["language"] = language_attributes
    return made


def _greeting(publications: Publications, locale: Locale, base: str) -> Greeting:
    catalog = read_catalog(publications.project, locale.code)
    home = publications.published("index.md").get(locale.code)

    def link(entry: MenuEntry) -> tuple[str, str]:
        return menu_label(publications.project, catalog, entry), base + url_of(entry.page, locale.code)

    return Greeting(
        code=locale.code,
        direction=direction(locale.code),
        name=locale.name,
        home=base + url_of("index.md", locale.code),
        summary=home.summary if home else "",
        gettext=catalog.gettext,
        links=tuple(link(entry) for entry in publications.menu(publications.project.menu)),
    )
