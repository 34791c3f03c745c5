"""The renderer: what a page looks like to a reader, as the files that are published of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from publications.catalogs import Catalog, read_catalog
from publications.charts.figure import has_charts, reader_of, with_charts
from publications.charts.icon import is_directional
from publications.facts.library import Facts
from publications.identity.imprint import imprint_of
from publications.kinds import Output
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.language.figures import with_figures
from publications.language.reading_time import reading_minutes
from publications.newsletters.exports import published
from publications.newsletters.issue import Issue, issue_of
from publications.newsletters.paper import paper_of
from publications.newsletters.pictures import FOLDER
from publications.pages import Publications, Translation, url_of
from publications.paper.poster import PosterMaker
from publications.paper.publishing import pdf_link, pdf_path, poster_link, published_files, social_picture
from publications.site.addresses import relative
from publications.site.assets import Assets, read_assets
from publications.site.changed_sections import changed_ids, is_asked_for, with_marks
from publications.site.content import Content, with_own_files
from publications.site.large_pictures import large_pictures, with_smaller
from publications.site.own_files import OwnFiles
from publications.site.page_context import page_context
from publications.site.page_view import TRANSLATIONS
from publications.site.policy import page_policy
from publications.status.statuses import Statuses
from publications.templates import templates
from publications.translation.status import TranslationStatus

TEMPLATE = "main.html"


class Look(StrEnum):
    """How much of a page is made; WHOLE goes before DRAWN before PLAIN.

    WHOLE: with all that its layout gives it; DRAWN: without its poster; PLAIN: as a text.
    """

    WHOLE = "whole"
    DRAWN = "drawn"
    PLAIN = "plain"


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one site. publications: all pages, since each shows something of others."""

    publications: Publications
    facts: Facts
    own_files: OwnFiles

    @cached_property
    def assets(self) -> Assets:
        return read_assets(self.publications.project, self.publications.known_topics)

    @cached_property
    def large(self) -> frozenset[str]:
        """The pictures that are published in a smaller form too, below docs/ and below the site's root alike."""
        return frozenset(large_pictures(self.publications.project.docs_dir, self.own_files.published()))

    @cached_property
    def policy(self) -> str:
        return page_policy(self.publications.project.theme_dir)

    def files(
        self, page: str, locale: str, content: Content, statuses: Statuses, look: Look = Look.WHOLE
    ) -> dict[str, bytes]:
        """The files of a page in a locale, by their places below the site's root.

        content: of the text that is shown there; statuses: at least those of the page.
        Raises PublicationError when it cannot be made so.
        """
        shown = replace(content, html=self._for_reader(page, locale, content.html, statuses))
        if look is Look.PLAIN:
            return {f"{url_of(page, locale)}index.html": self.html(page, locale, shown, statuses)}
        maker = PosterMaker(self.publications, self.facts)
        poster = maker.poster(page, locale) if look is Look.WHOLE else None
        kind = self.publications.project.kinds.of(page)
        outputs = kind.outputs if kind and look is Look.WHOLE else frozenset()
        goes_out = not outputs.isdisjoint((Output.PDF, Output.EMAIL))
        issue = self.issue(page, locale, content) if goes_out else None
        pdf = paper_of(issue) if issue and Output.PDF in outputs else None
        html = self.html(
            page,
            locale,
            shown,
            statuses,
            drawing=maker.drawing(page, locale),
            poster=poster and poster_link(self.publications.project, poster, page, locale),
            pdf=issue and pdf and pdf_link(self.publications.project, issue.text, pdf, page, locale),
            social_picture=social_picture(maker, page, locale),
        )
        files = {**published_files(maker, poster, page, locale), f"{url_of(page, locale)}index.html": html}
        if issue and issue.locale == locale:
            files |= {pdf_path(issue.text): pdf} if pdf else {}
            mailed = published(issue) if Output.EMAIL in outputs else {}
            files |= {f"{issue.text.url}{FOLDER}/{name}": data for name, data in mailed.items()}
        return files

    def issue(self, page: str, locale: str, content: Content) -> Issue:
        """A newsletter as it leaves the site, in the language of the text that a reader is shown."""
        text = self.publications.text(page, locale)
        return issue_of(self.publications, self.facts, text, self.own_html(text, content))

    def own_html(self, text: Translation, content: Content) -> str:
        """A text's HTML as readers of its own language have it, before its charts are drawn."""
        return with_own_files(content.html, text.url, lambda below: self.own_files.shown(below, text.locale))

    def translations_page(self, locale: str, statuses: Statuses) -> bytes:
        """The translators' page of a language, which nobody writes."""
        maker = PosterMaker(self.publications, self.facts)
        picture = social_picture(maker, TRANSLATIONS, locale)
        return self.html(TRANSLATIONS, locale, Content("", ()), statuses, social_picture=picture)

    def html(self, page: str, locale: str, content: Content, statuses: Statuses, **values: object) -> bytes:
        """The page itself. statuses: at least those of the page; values: more that the templates know by name."""
        project, here = self.publications.project, url_of(page, locale)
        self._voice.catalog = catalog = read_catalog(project, locale)
        html = self._environment.get_template(TEMPLATE).render(
            config=project,
            assets=self.assets,
            policy=self.policy,
            imprint=imprint_of(project, catalog),
            content=replace(
                content,
                html=Markup(content.html),  # noqa: S704 (what the sanitiser wrote)
                toc=tuple(replace(entry, title=Markup(entry.title)) for entry in content.toc),  # noqa: S704
            ),
            minutes=reading_minutes(content.html),
            base_url=relative("", seen_from=here).removesuffix("/"),
            **page_context(self.publications, statuses, page, locale),
            **values,
        )
        return with_smaller(html, here, self.large).encode()

    def _for_reader(self, page: str, locale: str, html: str, statuses: Statuses) -> str:
        """The text with what depends on its reader: pictures of their own language, charts, marks of changes."""
        html = with_own_files(html, url_of(page, locale), lambda below: self.own_files.shown(below, locale))
        if has_charts(html):
            html = with_charts(html, reader_of(self.publications, page, locale, self.facts.sources))
        shown = self.publications.text(page, locale)
        own = statuses.of(page, shown.locale)
        if own and own.changes and is_asked_for(self.publications.project):
            html = self._marked(html, own, shown.path, locale)
        return html

    def _marked(self, html: str, own: TranslationStatus, file: Path, locale: str) -> str:
        ids = changed_ids(own.changes, file.read_text(encoding="utf-8-sig"))
        words = read_catalog(self.publications.project, locale).gettext("changed in the original")
        return with_marks(html, ids, words)

    @cached_property
    def _voice(self) -> _Voice:
        return _Voice()

    @cached_property
    def _environment(self) -> Environment:
        # A renderer lives no longer than the templates are what they were.
        environment: Any = templates(
            self.publications.project.theme_dir,
            _material(),
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
        )
        environment.install_gettext_callables(self._voice.gettext, self._voice.ngettext, newstyle=True)
        environment.filters["url"] = _url
        environment.filters["figures"] = _figures
        environment.filters["isolated"] = _isolated
        environment.globals["language"] = _language
        environment.tests["directional"] = is_directional
        found: Environment = environment
        return found


@dataclass
class _Voice:
    """Speaks to the templates in the language of the page that is being rendered. A catalog is text, and no HTML."""

    catalog: Catalog | None = field(default=None)

    def gettext(self, message: str) -> str:
        return escape(self._translations.gettext(message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return escape(self._translations.ngettext(singular, plural, number))

    @property
    def _translations(self) -> Any:  # noqa: ANN401 (gettext's own type)
        if self.catalog is None:
            raise LookupError("no page is being rendered")
        return self.catalog.translations


@pass_context
def _url(context: Context, path: str) -> str:
    """A path below the site's root as the page links to it; an address elsewhere stays as it is."""
    return path if "://" in path or path.startswith(("/", "#")) else f"{context['base_url']}/{path}"


@pass_context
def _figures(context: Context, number: object) -> str:
    """A number in the digits of the reader's language."""
    return with_figures(str(number), context["view"].page_locale)


@pass_context
def _isolated(context: Context, text: str, locale: str) -> str:
    """Words of the other direction, where no element can say so: between Unicode's isolates (UAX 9)."""
    around = context["view"].page_locale
    is_same = not locale or direction(locale) == direction(around)
    return text if is_same else f"\u2068{text}\u2069"


@pass_context
def _language(context: Context, locale: str, around: str = "") -> Markup:
    """What an element says of its language, where that is not the page's or, if it is named, another one's around it."""
    return language_attributes(locale, around or context["view"].page_locale)


def _material() -> Path:
    """Where Material's templates lie: its icons are there."""
    found = find_spec("material")
    locations = found.submodule_search_locations if found else None
    return Path((locations or ["."])[0], "templates")
