"""What the templates are given of a page, be it an editor's or one that is made for every locale."""

from __future__ import annotations

from collections.abc import Mapping

from publications.catalogs import read_catalog
from publications.pages import Publications, Translation
from publications.site.page_view import TRANSLATIONS, page_view
from publications.site.translations_page import translations_view
from publications.status.statuses import Statuses


def has_translations_page(publications: Publications) -> bool:
    """Whether the translators' page is made: an editor's page of that name has its address instead."""
    return TRANSLATIONS not in publications.pages


def page_context(
    publications: Publications, statuses: Statuses, page: str, locale: str
) -> Mapping[str, object]:
    """The variables of the templates, by name. locale: the reader's."""
    if page != TRANSLATIONS or not has_translations_page(publications):
        return {"view": page_view(publications, statuses, page, locale)}
    catalog = read_catalog(publications.project, locale)
    made = Translation(
        page=TRANSLATIONS,
        locale=locale,
        path=publications.project.docs_dir / locale / TRANSLATIONS,
        title=catalog.gettext("Translations"),
        summary=catalog.gettext(
            "What is translated, what has changed since then, and what you can translate next."
        ),
    )
    return {
        "view": page_view(publications, statuses, page, locale, made=made),
        "translators": translations_view(publications, statuses, locale),
    }
