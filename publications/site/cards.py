"""Cards: a publication as an index, a neighbour or the home page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publications.kinds import Output
from publications.language.dates import date_text
from publications.language.lists import list_text
from publications.language.names import language_name
from publications.pages import Publications, is_index, section_of, url_of
from publications.paper.publishing import pdf_path
from publications.site.addresses import picture_path, relative

NEWEST = 3
"""How many publications of each section the home page shows."""


@dataclass(frozen=True, slots=True)
class Card:
    """A publication as its index shows it.

    locale: of the text; language: its name, as the reader's language writes it.
    url, picture, pdf: relative to the page that shows the card, or "".
    topics: their ids; also_in: its other languages, as a list in the reader's.
    """

    page: str
    section: str
    locale: str
    language: str
    is_fallback: bool
    title: str
    summary: str
    date: str
    date_label: str
    url: str
    picture: str
    alt: str
    topics: tuple[str, ...]
    also_in: str
    pdf: str


def cards_of(publications: Publications, index: str, locale: str) -> Iterator[Card]:
    """The cards of an index page."""
    for page in listed(publications, index):
        yield card_of(publications, page, locale, seen_from=url_of(index, locale))


def listed(publications: Publications, index: str) -> Iterator[str]:
    """A section's publications, which its index page lists; on the home page the newest of every section."""
    if index == "index.md":
        for section in publications.sections:
            yield from publications.section(section)[:NEWEST]
    elif is_index(index):
        yield from publications.section(section_of(index))


def card_of(publications: Publications, page: str, locale: str, *, seen_from: str) -> Card:
    """The card of a page for a reader of a locale, on the page at the address `seen_from`."""
    text, kind = publications.text(page, locale), publications.project.kinds.of(page)
    has_pdf = kind is not None and Output.PDF in kind.outputs
    return Card(
        page=page,
        section=section_of(page),
        locale=text.locale,
        language=name_of(publications, text.locale, locale),
        is_fallback=text.locale != locale,
        title=text.title,
        summary=text.summary,
        date=text.date,
        date_label=date_text(text.date, locale) if text.date else "",
        url=relative(url_of(page, locale), seen_from=seen_from),
        picture=relative(picture_path(text), seen_from=seen_from) if text.picture else "",
        alt=text.alt,
        topics=publications.topics(page),
        also_in=_also_in(publications, page, locale),
        pdf=relative(pdf_path(text), seen_from=seen_from) if has_pdf else "",
    )


def _also_in(publications: Publications, page: str, locale: str) -> str:
    shown = (locale, publications.text(page, locale).locale)
    others = [code for code in publications.project.codes if code in publications.published(page)]
    names = [name_of(publications, code, locale) for code in others if code not in shown]
    return list_text(names, locale)


def name_of(publications: Publications, code: str, locale: str) -> str:
    """A language's name in the reader's, or, where that has none, what its own speakers call it."""
    return language_name(code, locale) or publications.project.locale(code).name
