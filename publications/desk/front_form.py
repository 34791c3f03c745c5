"""The form of a page's front matter: what it says of itself, field by field, and one of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from publications.desk.opened import Opened, open_page
from publications.desk.saving import Saved, as_only_writer, write_page
from publications.editing.edit import edited, least_edit
from publications.facts.topic import read_topics
from publications.faults import likely
from publications.language.dates import parse_date
from publications.pages import section_of
from publications.project import Project
from publications.reading.front_edit import FrontMatter, written
from publications.reading.reading import Reading
from publications.telling import RefusalError
from publications.translation.record import Status

_TEXTS, _DATES = ("title", "summary", "alt"), ("date", "updated")


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    NAMES = "names"
    DATE = "date"
    TOPICS = "topics"
    PICTURE = "picture"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Field:
    """key: as the front matter has it, "translation.status" within the record. value: a text, or several for a list.

    choices: id and name of what can be chosen.
    """

    key: str
    kind: FieldKind
    value: str | tuple[str, ...]
    choices: tuple[tuple[str, str], ...] = ()


def form_of(opened: Opened) -> tuple[Field, ...]:
    """The fields of a page: of an original what is said once for all languages, of a translation what is its own."""
    return tuple(_fields(opened))


def set_field(
    project: Project,
    page: str,
    locale: str,
    key: str,
    value: str | tuple[str, ...],
    base: str | tuple[str, ...] | None = None,
) -> Saved:
    """Write one value; every other byte stays. What cannot be such a value is a PublicationError.

    base: what the form showed, None when that is not known. A field that somebody has filled in meanwhile is left alone.
    """
    return as_only_writer(project, lambda: _set(open_page(project, page, locale), key, value, base))


def _set(opened: Opened, key: str, value: str | tuple[str, ...], base: str | tuple[str, ...] | None) -> Saved:
    field = next((one for one in form_of(opened) if one.key == key), None)
    there = field.value if field else opened.reading.values.get(key)
    if there and (field is None or (base is not None and _as_set(base) not in map(_as_set, (there, value)))):
        now = ", ".join(there) if isinstance(there, tuple) else there
        raise RefusalError(
            opened.name,
            "This was changed meanwhile: it says {typed}. Nothing was written; load the page again.",
            str(now),
        )
    if field is None:
        raise RefusalError(opened.name, "{typed} cannot be written here. Nothing was written.", key)
    _refuse(opened, field, value)
    text = opened.reading.text
    front = FrontMatter.of(text)
    edit = least_edit(text.index("\n") + 1, front.text, _with(front, key, value).text.rstrip("\n"))
    changed = edited(opened.original, [edit])
    if Reading.of(changed).problem:
        raise RefusalError(opened.name, "{typed} cannot be written here. Nothing was written.", str(value))
    return write_page(opened, edit.text, front.text, changed)


def _as_set(value: object) -> object:
    """Names and topics are the same in any order."""
    return frozenset(value) if isinstance(value, tuple) else value


def _fields(opened: Opened) -> Iterator[Field]:
    values, project = opened.reading.values, opened.project
    if not opened.reading.source.front_matter:
        return
    yield from (_text(values, key) for key in _TEXTS if not values.get(key))
    if not opened.source_locale:
        yield Field("date", FieldKind.DATE, str(values.get("date") or ""))
        if "updated" in values:
            yield Field("updated", FieldKind.DATE, str(values.get("updated") or ""))
        topics = read_topics(project.root)
        if topics:
            names = tuple((topic.id, topic.name(opened.locale)) for topic in topics.values())
            yield Field("topics", FieldKind.TOPICS, _names(values.get("topics")), names)
        kind = project.kinds.in_folder(section_of(opened.page))
        for key in kind.shows:
            yield (
                Field(key, FieldKind.NAMES, _names(values.get(key)))
                if key == "authors"
                else _text(values, key)
            )
    yield Field("picture", FieldKind.PICTURE, str(values.get("picture") or ""), tuple(_pictures(opened)))
    if opened.record:
        statuses = tuple((str(status), str(status)) for status in Status)
        yield Field("translation.status", FieldKind.STATUS, str(opened.record.status), statuses)
        yield Field("translation.translators", FieldKind.NAMES, opened.record.translators)
        yield Field("translation.reviewers", FieldKind.NAMES, opened.record.reviewers)


def _text(values: Mapping[str, object], key: str) -> Field:
    return Field(key, FieldKind.TEXT, str(values.get(key) or ""))


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    return (str(value),) if value else ()


def _pictures(opened: Opened) -> Iterator[tuple[str, str]]:
    """The shared pictures, each by its address from this page."""
    folder = opened.project.docs_dir / "assets" / "pictures"
    up = "../" * (opened.page.count("/") + 1)
    for file in sorted(folder.glob("*")):
        if file.suffix.lower() in PICTURES:
            yield f"{up}assets/pictures/{file.name}", file.name


PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
"""Endings of files that a page can show."""


def _refuse(opened: Opened, field: Field, value: str | tuple[str, ...]) -> None:
    if field.kind is FieldKind.DATE and value and parse_date(str(value)) is None:
        raise RefusalError(
            opened.name,
            "{typed} cannot be read here. Write it like this: {better}.",
            str(value),
            ("2021-09", "2021-09-15"),
        )
    if field.kind in (FieldKind.TOPICS, FieldKind.STATUS):
        known = [one for one, _ in field.choices]
        wrong = [one for one in ((value,) if isinstance(value, str) else value) if one not in known]
        if wrong:
            raise RefusalError(
                opened.name, "Write {better} instead of {typed}.", wrong[0], likely(wrong[0], known)
            )


def _with(front: FrontMatter, key: str, value: str | tuple[str, ...]) -> FrontMatter:
    section, _, name = key.rpartition(".")
    if section:
        return front.with_typed(section, name, _typed(value))
    if not value:
        return front.without(name)
    mark = front.quote_of(name) if key in _DATES else None
    return front.with_key(name, _typed(value) if mark is None else f"{mark}{value}{mark}")


def _typed(value: str | tuple[str, ...]) -> str:
    """As YAML. A date that was there keeps its quotes, or has none as before."""
    return f"[{', '.join(map(written, value))}]" if isinstance(value, tuple) else written(value)
