"""Every link of every built page leads somewhere, and nothing is loaded from anybody else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.site.html import addresses, page_names, read, target


@cache
def ids_of(path: Path) -> frozenset[str]:
    page = read(path.parent, path.name)
    return frozenset(str(element["id"]) for element in page.select("[id]"))


def test_every_link_picture_script_and_anchor_of_every_page_is_there(built_site: Path) -> None:
    broken = []
    for name in page_names(built_site):
        for _, address in addresses(read(built_site, name)):
            found = target(built_site, name, address)
            if found is None:
                continue
            path, fragment = found
            if not path.is_file() or (fragment and fragment not in ids_of(path)):
                broken.append(f"{name}: {address}")

    assert broken == []


def test_no_page_loads_anything_from_outside(built_site: Path) -> None:
    outside = []
    for name in page_names(built_site):
        page = read(built_site, name)
        loading = page.select("[src], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], [srcset]")
        for element in loading:
            address = str(element.get("src") or element.get("href") or element.get("srcset"))
            if target(built_site, name, address) is None and not address.startswith("data:"):
                outside.append(f"{name}: {address}")

    assert outside == []


def test_style_sheets_load_nothing_from_outside(built_site: Path) -> None:
    outside = [
        path.name
        for path in built_site.rglob("*.css")
        if "url(http" in path.read_text(encoding="utf-8").replace('"', "").replace("'", "")
        or "@import" in path.read_text(encoding="utf-8")
    ]

    assert outside == []
