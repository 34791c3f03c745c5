"""Addresses: from page to page, to a page's other languages, and to its file on the repository's host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from publications.pages import Publications, Translation, url_of
from publications.project import Project


def relative(url: str, *, seen_from: str) -> str:
    """The way from one page's address to another; both are below the site's root ("sv/project/")."""
    way = posixpath.relpath(url or ".", seen_from or ".")
    return way + "/" if not url or url.endswith("/") else way


def alternates(publications: Publications, page: str) -> Iterator[tuple[str, str]]:
    """Language tag and absolute address of each real translation, and of the chooser for everyone else."""
    site_url = publications.project.site_url
    for code in publications.project.codes:
        if code in publications.published(page):
            yield code, site_url + url_of(page, code)
    if page == "index.md":
        yield "x-default", site_url


def picture_path(text: Translation) -> str:
    """Where a page's picture is published, below the site's root ("assets/pictures/pact.svg").

    Front matter gives it relative to the file it stands in, as a link in the text would.
    """
    below_docs = posixpath.normpath(posixpath.join(text.locale, posixpath.dirname(text.page), text.picture))
    return below_docs.removeprefix("../")


def edit_url(project: Project, page: str, locale: str) -> str:
    """Where a page's file is edited on the web; "" when mkdocs.yml names no repository."""
    if not project.repo_url or not project.edit_uri:
        return ""
    return f"{project.repo_url}/{project.edit_uri}{quote(f'{locale}/{page}')}"


def new_file_url(project: Project, page: str, locale: str, *, text: str = "") -> str:
    """Where a file that does not exist yet is begun: GitHub has an address for that, other hosts the edit one.

    text: what stands in it already, where the host can be told.
    """
    branch = project.edit_uri.removeprefix("edit/").removesuffix("/docs/")
    if not project.repo_url.startswith("https://github.com/") or "/" in branch:
        return edit_url(project, page, locale)
    path = PurePosixPath("docs", locale, page)
    begun = f"&value={quote(text, safe='')}" if text else ""
    return f"{project.repo_url}/new/{branch}/{quote(str(path.parent))}?filename={quote(path.name)}{begun}"
