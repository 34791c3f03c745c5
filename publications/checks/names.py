"""Names: a page's path is its address on the web, so it is short, plain and the same everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.site.large_pictures import MOST_BYTES, MOST_PIXELS, large_pictures

_PLAIN = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md")
_OTHER_MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


def name_faults(corpus: Corpus) -> Iterator[Fault]:
    """Names of pages that would be odd addresses."""
    for page in corpus.pages:
        if not _PLAIN.fullmatch(page.page):
            message = (
                f"the name '{page.page}' would be its address on the web. Use small letters a–z, digits and "
                f"hyphens only, in every language: {plain_name(page.page)}"
            )
            yield page.fault(0, Level.WARNING, "page-name", message, page.page, [plain_name(page.page)])


def large_picture_faults(site: SiteFindings) -> Iterator[Fault]:
    """Photographs that are published in a smaller form, which their editor may want to make."""
    for name in large_pictures(site.project.docs_dir, site.files):
        megabytes = (site.project.docs_dir / name).stat().st_size / 1_000_000
        message = (
            f"the picture is larger than any screen ({megabytes:.1f} MB). Readers get a smaller one, made at each build. "
            f"To choose it yourself, save it at most {MOST_PIXELS:,} pixels wide, below {MOST_BYTES // 1_000_000} MB."
        )
        yield Fault(f"docs/{name}", 0, message, Level.INFO, "large-picture")


def file_name_faults(site: SiteFindings) -> Iterator[Fault]:
    """Pages that only differ in capitals, and pages whose ending hides that they are some."""
    yield from _same_but_capitals(site)
    yield from _other_endings(site)


def plain_name(page: str) -> str:
    """A path with nothing but a–z, 0–9 and hyphens: "Nyhetsbrev/Våren 2021.md" gives "nyhetsbrev/varen-2021.md"."""
    path = PurePosixPath(page).with_suffix("")
    return "/".join(_plain(part) or "page" for part in path.parts) + ".md"


def _plain(part: str) -> str:
    letters = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _same_but_capitals(site: SiteFindings) -> Iterator[Fault]:
    """Windows and macOS hold such names for one file, and one of the pages is lost there."""
    first: dict[str, str] = {}
    for page in sorted(site.pages, key=lambda name: (name.lower(), name != name.lower())):
        twin = first.setdefault(page.lower(), page)
        if twin != page:
            message = (
                f"'{page}' and '{twin}' differ in capitals only: they would be two pages, and one file "
                f"on Windows. Rename it to {twin}, or to something else."
            )
            for text in site.pages[page].texts.values():
                yield Fault(text.path, 0, message, Level.WARNING, "page-name")


def _other_endings(site: SiteFindings) -> Iterator[Fault]:
    for name in site.files:
        ending = PurePosixPath(name).suffix
        if ending.lower() in _OTHER_MARKDOWN and ending != ".md":
            message = (
                f"a page's name ends in .md; this would be offered as a file. Rename it to {plain_name(name)}"
            )
            yield Fault(f"docs/{name}", 0, message, Level.WARNING, "page-name")
