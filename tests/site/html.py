"""Built pages, read as a browser reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

SITE_URL = "https://www.epi-project.com/"


def read(site: Path, name: str) -> BeautifulSoup:
    """A page by its address below the site's root: "sv/project/" or "404.html"."""
    path = site / name / "index.html" if name.endswith("/") or not name else site / name
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")


def page_names(site: Path) -> list[str]:
    """The address of every page, as readers type it; an e-mail is none."""
    found = (
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.parent.name != "email"
    )
    return sorted(name.removesuffix("index.html") for name in found)


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The only element that a selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def text_of(element: Tag) -> str:
    """The words of an element, with single spaces."""
    return " ".join(element.get_text(" ").split())


def texts(page: BeautifulSoup) -> list[Tag]:
    """What an editor or a translator wrote on a page: its headline and its body, without the site's own words."""
    found = page.select("main .md-typeset")
    assert found
    return found


def languages(page: BeautifulSoup) -> set[str]:
    """The languages that the text of a page says it is in."""
    return {
        str(next(around["lang"] for around in (part, *part.parents) if around.get("lang")))
        for part in texts(page)
    }


def structured_data(page: BeautifulSoup) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    return [json.loads(str(script.string)) for script in page.select('script[type="application/ld+json"]')]


def addresses(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Attribute and address of everything that a page links to or loads."""
    for attribute in ("href", "src"):
        for element in page.select(f"[{attribute}]"):
            yield attribute, str(element[attribute])


def target(site: Path, name: str, address: str) -> tuple[Path, str] | None:
    """The file and the fragment that an address of a page means; None if it leaves the site."""
    parts = urlsplit(urljoin(SITE_URL + name, address))
    if f"{parts.scheme}://{parts.netloc}/" != SITE_URL:
        return None
    path = site / unquote(parts.path).lstrip("/")
    return (path / "index.html" if parts.path.endswith("/") or not parts.path else path), unquote(
        parts.fragment
    )
