"""Fields: the front matter of a page as a form, key by key, and its text below.

Every field is of its own language, dates and pictures too: any language can be the original, and the CMS would copy
what it shares from the first language only. What is not offered here stays in a file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from publications.catalogs import Catalog, read_catalog
from publications.facts.topic import Topic
from publications.kinds import SHOWN, Kind
from publications.language.dates import ISO_DATE
from publications.project import Project
from publications.translation.record import Status

Field = Mapping[str, object]

KEPT = frozenset({"translate", "checks", "hide", "search", "template"})
"""Keys of front matter that the form does not offer: editors' settings, most of them of more than one shape."""
KEPT_OF_TRANSLATION = frozenset({"adapted", "checks"})

# In JavaScript a group is named otherwise than in Python, and none is needed.
_DATE = f"^{ISO_DATE.pattern}$".replace("?P<year>", "?:").replace("?P<month>", "?:").replace("?P<day>", "?:")
_VERSION = "^[0-9a-f]{4}-?[0-9a-f]{4}$"
_VERSION_HINT = "It stands beside the page's name on the translators' page of the website."
_RAW = {"modes": ["raw"], "use_emoji_autocomplete": False, "use_markdown_shortcuts": False}


def fields_of(project: Project, kind: Kind | None, topics: Mapping[str, Topic]) -> list[Field]:
    """The form of a page; kind: None for a plain one."""
    return list(_Form(project, read_catalog(project, project.codes[0]), topics).fields(kind))


@dataclass(frozen=True, slots=True)
class _Form:
    project: Project
    catalog: Catalog
    topics: Mapping[str, Topic]

    def fields(self, kind: Kind | None) -> Iterator[Field]:
        yield self._field("title", "Title", "string", required=True)
        yield self._field("summary", "Summary", "text")
        yield self._date("date", "Date")
        yield self._date("updated", "Updated")
        for key in SHOWN:
            if kind is None or key in (*kind.shows, *kind.needs):
                yield self._field(key, key.capitalize(), "list" if key == "authors" else "string")
        if self.topics:
            options = [_option(topic.id, topic.name(self.catalog.locale)) for topic in self.topics.values()]
            yield self._field("topics", "Topics", "select", multiple=True, options=options)
        yield self._field("picture", "Picture", "image")
        yield self._field("alt", "What the picture shows", "text", hint="For readers who do not see it.")
        yield self._translation()
        # The rich-text mode would write the Markdown anew; a text is saved here as it was typed.
        yield self._field("body", "Text", "richtext", required=True, **_RAW)

    def _translation(self) -> Field:
        source = [_option(locale.code, locale.name) for locale in self.project.locales]
        statuses = [str(status) for status in Status]
        parts = (
            self._field("source", "Translated from", "select", required=True, options=source),
            self._field(
                "version", "Version", "string", pattern=[_VERSION, _VERSION_HINT], hint=_VERSION_HINT
            ),
            self._field(
                "status", "Status", "select", required=True, options=statuses, default=str(Status.DRAFT)
            ),
            self._field("translators", "Translators", "list"),
            self._field("reviewers", "Reviewers", "list"),
        )
        hint = "Only of a translation: the page that it was made from has none."
        return self._field("translation", "Translation", "object", hint=hint, fields=list(parts))

    def _date(self, key: str, label: str) -> Field:
        said = "Year, month, day: 2021-05-12, or 2021-05, or 2021."
        return self._field(key, label, "string", pattern=[_DATE, said], hint=said)

    def _field(self, key: str, label: str, widget: str, *, required: bool = False, **more: object) -> Field:
        words = self.catalog.messages.get(label, label)
        return {"name": key, "label": words, "widget": widget, "i18n": True, "required": required, **more}


def _option(value: str, label: str) -> Mapping[str, str]:
    return {"label": label, "value": value}


def keys_in(fields: Iterable[Field]) -> frozenset[str]:
    """The keys of front matter that a form offers."""
    return frozenset(str(field["name"]) for field in fields) - {"body"}
