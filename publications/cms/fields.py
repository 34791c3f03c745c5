"""Fields: the front matter of a page as a form, key by key, and its text below.

Every field is of its own language, dates and pictures too: any language can be the original, and the CMS would copy
what it shares from the first language only. What is not offered here stays in a file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from publications.catalogs import DESK, read_shipped
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
_RAW = {"modes": ["raw"], "use_emoji_autocomplete": False, "use_markdown_shortcuts": False}


def fields_of(project: Project, kind: Kind | None, topics: Mapping[str, Topic]) -> list[Field]:
    """The form of a page, in the words of the desk; kind: None for a plain one."""
    return list(_Form(project, read_shipped(project.codes[0], DESK).messages, topics).fields(kind))


@dataclass(frozen=True, slots=True)
class _Form:
    project: Project
    words: Mapping[str, str]
    topics: Mapping[str, Topic]

    def fields(self, kind: Kind | None) -> Iterator[Field]:
        date = self.words["Year, month, day: 2021-05-12, 2021-05 or 2021."]
        yield self._field("title", "string", required=True)
        yield self._field("summary", "text")
        yield self._patterned("date", _DATE, date)
        yield self._patterned("updated", _DATE, date)
        for key in SHOWN:
            if kind is None or key in (*kind.shows, *kind.needs):
                yield self._field(key, "list" if key == "authors" else "string")
        if self.topics:
            locale = self.project.codes[0]
            options = [_option(topic.id, topic.name(locale)) for topic in self.topics.values()]
            yield self._field("topics", "select", multiple=True, options=options)
        yield self._field("picture", "image")
        yield self._field("alt", "text", hint=self.words["For those who do not see it."])
        yield self._translation()
        # The rich-text mode would write the Markdown anew; a text is saved here as it was typed.
        yield self._field("body", "richtext", required=True, **_RAW)

    def _translation(self) -> Field:
        source = [_option(locale.code, locale.name) for locale in self.project.locales]
        statuses = [_option(status, self.words[f"status: {status}"]) for status in map(str, Status)]
        version = self.words["It is on the website’s page “Translations”, in the column “Version to write”."]
        parts = (
            self._field("source", "select", required=True, options=source),
            self._patterned("version", _VERSION, version),
            self._field("status", "select", required=True, options=statuses, default=str(Status.DRAFT)),
            self._field("translators", "list"),
            self._field("reviewers", "list"),
        )
        hint = self.words["Only for a translation; an original has none of this."]
        return self._field("translation", "object", hint=hint, fields=list(parts))

    def _patterned(self, key: str, pattern: str, hint: str) -> Field:
        return self._field(key, "string", pattern=[pattern, hint], hint=hint)

    def _field(self, key: str, widget: str, *, required: bool = False, **more: object) -> Field:
        label = self.words[f"field: {key}"]
        return {"name": key, "label": label, "widget": widget, "i18n": True, "required": required, **more}


def _option(value: str, label: str) -> Mapping[str, str]:
    return {"label": label, "value": value}


def keys_in(fields: Iterable[Field]) -> frozenset[str]:
    """The keys of front matter that a form offers."""
    return frozenset(str(field["name"]) for field in fields) - {"body"}
