"""What is made once for the whole site, when every locale stands: chooser, 404, sitemap, robots, states, search."""

from __future__ import annotations

from pathlib import Path

from publications.infographics.text_pictures import all_missing_pictures
from publications.pages import Publications
from publications.site.crawlers import robots, sitemap
from publications.site.root_pages import root_pages
from publications.site.search_index import write_search_index
from publications.status.statuses import Statuses
from publications.status.told import told_as_json


def finish_site(publications: Publications, statuses: Statuses, site_dir: Path) -> None:
    """Add what belongs to no single locale to a folder that holds every locale's pages."""
    files = {
        **root_pages(publications),
        "sitemap.xml": sitemap(publications),
        "robots.txt": robots(publications),
        "status.json": told_as_json(statuses, all_missing_pictures(publications)),
    }
    for name, text in files.items():
        (site_dir / name).write_text(text, encoding="utf-8", newline="\n")
    write_search_index(site_dir)
