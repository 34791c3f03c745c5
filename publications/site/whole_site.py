"""What is made once for the whole site: translators' pages, chooser, 404, sitemap, robots, states, and files as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from publications.cms.desk import has_cms
from publications.findings import SiteFindings
from publications.pages import is_index, url_of
from publications.redirects import read_redirects
from publications.site.content import Content
from publications.site.crawlers import robots, sitemap
from publications.site.feeds import Feeds
from publications.site.large_pictures import ENDING, smaller
from publications.site.page_context import has_translations_page
from publications.site.page_view import TRANSLATIONS
from publications.site.policy import header_files
from publications.site.renderer import Renderer
from publications.site.root_pages import ROOT_PAGES, moved_page, root_page
from publications.status.text_pictures import missing_pictures
from publications.status.told import told_as_json


def site_files(
    renderer: Renderer, site: SiteFindings, contents: Callable[[str, str], Content]
) -> Mapping[str, Callable[[], bytes]]:
    """Path below the site's root → what makes the file that belongs to no single page.

    contents: page and locale → that text's content.
    """
    publications = site.publications
    makers: dict[str, Callable[[], bytes]] = {
        name: partial(root_page, publications, renderer.assets, renderer.policy, name) for name in ROOT_PAGES
    }
    moved = tuple(read_redirects(site.project.root).shown(publications))
    for (old, new), locale in product(moved, site.project.codes):
        make = partial(moved_page, publications, renderer.assets, renderer.policy, old, new, locale)
        makers[f"{url_of(old, locale)}index.html"] = make
    base = urlsplit(site.project.site_url).path
    if moved:
        makers["_redirects"] = "".join(
            f"{base}{url_of(old, locale)} {base}{url_of(new, locale)} 301\n"
            for (old, new), locale in product(moved, site.project.codes)
        ).encode
    for name in renderer.large:
        makers[f"{name}{ENDING}"] = partial(smaller, site.project.root, site.project.docs_dir / name)
    makers["sitemap.xml"] = lambda: sitemap(publications).encode()
    for locale in site.project.codes:
        makers[f"{locale}/search.json"] = partial(_elsewhere, site, locale)
    makers |= dict(
        Feeds(site, lambda text: renderer.own_html(text, contents(text.page, text.locale))).makers()
    )
    makers["robots.txt"] = lambda: robots(publications).encode()
    makers["status.json"] = lambda: told_as_json(site.statuses, missing_pictures(site)).encode()
    makers |= {name: text.encode for name, text in _headers(site).items()}
    makers |= {name: partial(bytes, data) for name, data in renderer.assets.files.items()}
    for locale in site.project.codes if has_translations_page(publications) else ():
        name = f"{url_of(TRANSLATIONS, locale)}index.html"
        makers[name] = partial(renderer.translations_page, locale, site.statuses)
    return makers


def _headers(site: SiteFindings) -> Mapping[str, str]:
    """What a server says with each file; the editor of the site, which asks its repository's host, says its own."""
    folders = sorted({*site.project.codes, *(name.partition("/")[0] for name in site.files if "/" in name)})
    if not has_cms(site.project):
        return header_files(site.project.theme_dir)
    return header_files(
        site.project.theme_dir, apart="admin", folders=[one for one in folders if one != "admin"]
    )


def _elsewhere(site: SiteFindings, locale: str) -> bytes:
    """Language → addresses of the pages that readers of a locale are shown in it, below their own prefix."""
    found: dict[str, list[str]] = {}
    for page in site.publications.pages:
        shown = site.publications.text(page, locale)
        if shown.locale != locale and not is_index(page):
            found.setdefault(shown.locale, []).append(url_of(page, locale))
    return json.dumps(found, sort_keys=True).encode()


def searchable(site: SiteFindings) -> tuple[str, ...]:
    """The languages that have a text which a search can find."""
    publications = site.publications
    found = {
        code for page in publications.pages if not is_index(page) for code in publications.published(page)
    }
    return tuple(code for code in site.project.codes if code in found)


def copied_files(renderer: Renderer, site: SiteFindings) -> Iterator[tuple[str, Path]]:
    """Path below the site's root and file of what is published as it lies on disk."""
    for name in renderer.own_files.published():
        yield name, site.project.docs_dir / name
