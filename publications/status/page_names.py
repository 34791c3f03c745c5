"""A page as people type it: its path, its file, its address, or just its name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import unquote, urlsplit

from publications.pages import is_index


def page_named(typed: str, pages: Collection[str], locales: Collection[str]) -> str | None:
    """The page that is meant: "newsletters/2021-05", "docs/ro/newsletters/2021-05.md", "2021-05", an address.

    None when there is none, or when a short name is that of several.
    """
    by_name = {page.casefold(): page for page in pages}
    for name in _names(typed, locales):
        if name in by_name:
            return by_name[name]
    *_, short = _names(typed, locales)
    named = [page for page in pages if not is_index(page) and f"/{page}".casefold().endswith(f"/{short}")]
    return named[0] if len(named) == 1 else None


def _names(typed: str, locales: Collection[str]) -> Iterator[str]:
    path = unquote(urlsplit(typed).path) if "://" in typed else typed
    path = path.strip().replace("\\", "/").removeprefix("./").strip("/").casefold()
    _, _, below_docs = f"/{path}".rpartition("/docs/")
    for name in (path, below_docs):
        first, _, rest = name.partition("/")
        for below in (name, rest) if first in locales else (name,):
            yield from (below, f"{below}/index.md".strip("/"), f"{below}.md".strip("/"))
