"""Publishing: where a page's poster and pictures lie on the site, and what its template says of them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace

from publications.language.names import language_name
from publications.language.units import size_text
from publications.pages import Translation, is_index, section_of, url_of
from publications.paper.poster import Poster, PosterMaker
from publications.project import Project

HOME = "index.md"


@dataclass(frozen=True, slots=True)
class PdfLink:
    """The poster or PDF that a page offers. url, preview: relative to the page.

    locale: the PDF's; language: its name, and size: of the file, both as the reader's language writes them.
    """

    url: str
    preview: str
    locale: str
    language: str
    size: str


@dataclass(frozen=True, slots=True)
class SocialPicture:
    """The picture beside a link to a page. url: absolute; alt: in the language of the page's text."""

    url: str
    alt: str


def poster_link(project: Project, poster: Poster, page: str, locale: str) -> PdfLink:
    """The poster that a reader of a locale is offered on a page."""
    link = pdf_link(project, poster.translation, poster.pdf, page, locale)
    preview = posixpath.relpath(f"{stem_of(poster.translation)}.png", url_of(page, locale))
    return replace(link, preview=preview)


def pdf_link(project: Project, text: Translation, pdf: bytes, page: str, locale: str) -> PdfLink:
    """The PDF of a text that a reader of a locale is offered on its page."""
    name = language_name(text.locale, locale) or project.locale(text.locale).name
    way = posixpath.relpath(pdf_path(text), url_of(page, locale))
    return PdfLink(way, "", text.locale, name, size_text(len(pdf), locale))


def pdf_path(text: Translation) -> str:
    """Where the PDF of a text lies, below the site's root."""
    return f"{stem_of(text)}.pdf"


def social_picture(maker: PosterMaker, page: str, locale: str) -> SocialPicture | None:
    """The picture of a publication that has one; of every other page, that of the home page in its language."""
    text = _pictured(maker, page, locale)
    if text is None:
        return None
    alt = f"{text.title}. {text.alt}" if text.alt else text.title
    return SocialPicture(f"{maker.publications.project.site_url}{stem_of(text)}.social.png", alt)


def published_files(maker: PosterMaker, poster: Poster | None, page: str, locale: str) -> Mapping[str, bytes]:
    """What is published beside a page in a locale, by its place below the site's root.

    poster: the page's. Nothing for a fallback page: its files lie beside the text that it shows.
    """
    files: dict[str, bytes] = {}
    text = maker.publications.published(page).get(locale)
    if text and _pictured(maker, page, locale) == text:
        files[f"{stem_of(text)}.social.png"] = maker.social_picture(text)
    if text and poster:
        files |= {pdf_path(text): poster.pdf, f"{stem_of(text)}.png": poster.preview}
    return files


def _pictured(maker: PosterMaker, page: str, locale: str) -> Translation | None:
    shown = maker.publications.shown(page, locale)
    is_publication = section_of(page) != "" and not is_index(page)
    return shown if shown and shown.picture and is_publication else maker.publications.shown(HOME, locale)


def stem_of(text: Translation) -> str:
    """The page's address without its last slash; the home page's file is named after its folder's index."""
    return f"{text.locale}/{text.page.removesuffix('.md')}"
