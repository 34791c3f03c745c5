"""What search engines are told: which pages there are, in which languages they really exist."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from publications.pages import Publications
from publications.site.addresses import alternates

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(publications: Publications) -> str:
    """The sitemap (sitemaps.org 0.9 with xhtml:link alternates): every real text once, no fallback page."""
    entries = "".join(_entry(publications, page) for page in publications.pages)
    return f"{HEAD}{entries}</urlset>\n"


def robots(publications: Publications) -> str:
    """robots.txt: everything may be read; the sitemap's address."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {publications.project.site_url}sitemap.xml\n"


def _entry(publications: Publications, page: str) -> str:
    addresses = tuple(alternates(publications, page))
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(url)}/>\n'
        for code, url in addresses
    )
    return "".join(f"  <url>\n    <loc>{escape(url)}</loc>\n{links}  </url>\n" for _, url in addresses)
