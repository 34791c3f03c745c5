"""The imprint: who publishes, who pays and who is liable, as one language says it; for pages, paper and e-mails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.catalogs import Catalog
from publications.identity.funding import eu_words
from publications.identity.identity import Funder, Identity, Said, Support
from publications.project import Project


@dataclass(frozen=True, slots=True)
class Credit:
    """A funder as it is named. emblem: a file, None for a funder without; agreement: "" without a grant."""

    is_eu: bool
    emblem: Path | None
    alt: str
    statement: Said
    agreement: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """All of it in one language. contact: an e-mail address, "" for none; social: name → address."""

    name: Said
    logo: Path
    credits: tuple[Credit, ...]
    disclaimer: Said
    print_disclaimer: Said
    contact: str
    social: Mapping[str, str]


def imprint_of(project: Project, catalog: Catalog) -> Imprint:
    """The imprint in the language of a catalog."""
    identity, locale = project.identity, catalog.locale
    usual = _eu_disclaimer(identity, locale)
    return Imprint(
        name=identity.name.said(locale),
        logo=identity.logo or project.theme_dir / "assets" / "images" / "mark.svg",
        credits=tuple(_credits(project, catalog)),
        disclaimer=identity.disclaimer.said(locale) or usual,
        print_disclaimer=identity.print_disclaimer.said(locale) or usual,
        contact=identity.contact,
        social=identity.social,
    )


def _credits(project: Project, catalog: Catalog) -> Iterator[Credit]:
    for funder in project.identity.funders:
        emblem = project.theme_dir / "assets" / "images" / "eu-emblem.svg" if funder.is_eu else funder.emblem
        name = funder.name.said(catalog.locale)
        alt = catalog.gettext("Emblem of the European Union") if funder.is_eu else name.text
        agreement = (
            catalog.gettext("Grant agreement No %(number)s") % {"number": funder.agreement}
            if funder.agreement
            else ""
        )
        yield Credit(funder.is_eu, emblem, alt, _statement(funder, name, catalog), agreement)


def _statement(funder: Funder, name: Said, catalog: Catalog) -> Said:
    if own := funder.statement.said(catalog.locale):
        return own
    if funder.is_eu:
        words = eu_words(catalog.locale)
        said = words.funded if funder.support is Support.FUNDED else words.co_funded
        return Said(said, words.locale)
    return Said(catalog.gettext("Funded by %(funder)s") % {"funder": name.text}, catalog.locale)


def _eu_disclaimer(identity: Identity, locale: str) -> Said:
    funder = next((funder for funder in identity.funders if funder.is_eu), None)
    if funder is None:
        return Said("", "")
    words = eu_words(locale, funder.authority.said(locale).text)
    return Said(words.disclaimer, words.locale)
