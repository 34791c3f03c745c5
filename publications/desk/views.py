"""Views: the desk's pages as HTML, in the language of who sits at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader

from publications.catalogs import DESK, read_catalog, read_shipped
from publications.desk.codes import as_json
from publications.desk.front_form import form_of
from publications.desk.opened import Opened
from publications.desk.rows import Row, RowState
from publications.desk.session import Session, names_of_languages
from publications.editing.reading_segments import segment_of
from publications.editing.segment import CodeName, Segment
from publications.editing.slot import Slot
from publications.finding import find_all
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.language.numbers import number_text
from publications.reading.block import BlockKind
from publications.status.coverage import coverage_of
from publications.status.to_do import to_do
from publications.translation.change_kind import ChangeKind
from publications.translation.diff import Pieces, word_diff


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as the template shows it. source, own: segments as JSON; before, now: the source's words, marked.

    source_codes: the source's segment, its facts in the language of the translation; words: to be written; anchor: the id of
    a heading, by which the page as readers see it is scrolled; is_front: the block stands in the front matter.
    """

    key: str
    state: str
    kind: str
    level: int
    is_small: bool
    source: list[dict[str, object]] | None
    own: list[dict[str, object]] | None
    source_codes: list[dict[str, object]] | None
    source_words: str
    own_words: str
    source_markdown: str
    own_markdown: str
    can_be_edited: bool
    change: str
    before: Pieces
    now: Pieces
    line: int
    words: int
    anchor: str
    is_front: bool
    place: tuple[str, ...]


@dataclass(frozen=True)
class Views:
    """Makes pages for one session."""

    session: Session

    def home(self, ui: str) -> str:
        """All languages, with how far each has come."""
        site = find_all(self.session.project)
        coverages = [coverage_of(site.statuses, code) for code in site.statuses.locales]
        return self._html("home.html", ui, coverages=coverages, title=self.session.project.site_name)

    def task_list(self, locale: str) -> str:
        """What there is to do in a language, and the pages that are done."""
        site = find_all(self.session.project)
        tasks = to_do(site.statuses, locale)
        waiting = {task.page.page for task in tasks}
        done = [status.page for status in site.statuses.pages if status.page not in waiting]
        titles = {page: _title(site, page, locale) for page in site.pages}
        return self._html(
            "list.html",
            locale,
            locale=locale,
            tasks=tasks,
            done=done,
            titles=titles,
            coverage=coverage_of(site.statuses, locale),
            left=sum(task.words for task in tasks),
            kinds=tuple(self._kinds(locale)),
            is_original=lambda page: site.pages[page].status.original == locale,
        )

    def page(self, opened: Opened) -> str:
        """A page beside its source."""
        locale = opened.locale
        return self._html("page.html", locale, **self._page(opened))

    def rows(self, opened: Opened) -> str:
        """The rows of a page alone, to be put in place of older ones."""
        return self._html("rows.html", opened.locale, **self._rows(opened))

    def segment(self, slot: Slot | None, locale: str) -> list[dict[str, object]] | None:
        return self.parts(segment_of(slot), locale) if slot else None

    def parts(self, segment: Segment, locale: str) -> list[dict[str, object]]:
        return as_json(segment, partial(self._fact, locale))

    def progress(self, opened: Opened) -> dict[str, object]:
        """How far a page has come: blocks and words to do, and both as they are written."""
        counted = [row for row in opened.rows if row.block.words]
        left = [row for row in counted if row.state.is_to_do]
        words = sum(row.words for row in left)
        return {
            "blocks": len(counted),
            "done": len(counted) - len(left),
            "left": len(left),
            "words": words,
            "text": self.words(opened.locale)["{done} of {all} parts done, words to write: {words}"].format(
                done=number_text(Decimal(len(counted) - len(left)), opened.locale),
                all=number_text(Decimal(len(counted)), opened.locale),
                words=number_text(Decimal(words), opened.locale),
            ),
        }

    def words(self, ui: str) -> Mapping[str, str]:
        """The desk's words in a language, by their English text."""
        return read_shipped(ui, DESK).messages

    def _page(self, opened: Opened) -> dict[str, Any]:
        locale, status = opened.locale, opened.comparison.status
        own = status.translations.get(locale)
        kind = self.session.project.kinds.of(opened.page)
        title = opened.reading.values.get("title") or opened.source.values.get("title") or opened.page
        return {
            **self._rows(opened),
            "title": str(title),
            "title_locale": locale if opened.reading.values.get("title") else opened.source_locale,
            "progress": self.progress(opened),
            "state": str(own.state) if own else "original",
            "name": opened.page.removesuffix(".md"),
            "form": form_of(opened) if opened.is_there else (),
            "has_poster": kind is not None and kind.is_sheet,
        }

    def _rows(self, opened: Opened) -> dict[str, Any]:
        rows = tuple(self._row(opened, row) for row in opened.rows)
        return {"opened": opened, "locale": opened.locale, "rows": rows}

    def _row(self, opened: Opened, row: Row) -> RowView:
        slot = opened.slot(row.own)
        source_block = row.source or row.old
        source_slot = opened.source_slot(source_block)
        is_changed = row.state is RowState.CHANGED and row.old and row.source
        before, now = _marked(row) if is_changed else ((), ())
        own, source_codes = self.segment(slot, opened.locale), self.segment(source_slot, opened.locale)
        return RowView(
            key=row.key,
            state=row.state,
            kind=row.block.attribute("key") or str(row.block.kind),
            level=row.block.level if row.block.kind is BlockKind.HEADING else 0,
            is_small=not row.block.words,
            source=self.segment(source_slot, opened.source_locale) if source_block else None,
            own=own,
            source_codes=source_codes,
            source_words=read(source_codes),
            own_words=read(own) or (row.own.words if row.own else ""),
            source_markdown=source_slot.markdown if source_slot else "",
            own_markdown=slot.markdown if slot else "",
            can_be_edited=bool(slot) or row.own is None,
            change=str(row.change or ""),
            before=before,
            now=now,
            line=row.own.line if row.own else 0,
            words=row.words,
            anchor=_anchor(row),
            is_front=row.block.kind is BlockKind.FRONT_MATTER,
            place=row.block.path,
        )

    def _kinds(self, locale: str) -> Iterator[tuple[str, str]]:
        """Each kind of publication with what one of it is called."""
        project = self.session.project
        said = read_catalog(project, locale).messages
        for kind in project.kinds.all:
            msgid = kind.one.get("", "")
            yield kind.id, kind.one.get(locale) or said.get(msgid) or msgid or kind.id

    def _fact(self, locale: str, typed: str) -> str | None:
        return self.session.fact(typed, locale)

    def _html(self, template: str, ui: str, **values: Any) -> str:  # noqa: ANN401 (a template takes anything)
        project = self.session.project
        words = self.words(ui)
        return (
            _environment()
            .get_template(template)
            .render(
                ui=ui,
                _=words.__getitem__,
                words=dict(words),
                direction=direction,
                language=language_attributes,
                number=lambda count: number_text(Decimal(count), ui),
                names=names_of_languages(project),
                project=project,
                **values,
            )
        )


def _marked(row: Row) -> tuple[Pieces, Pieces]:
    """The words that have changed; where only a link has, the Markdown."""
    assert row.old and row.source  # noqa: S101, PT018 (a changed row has both)
    if row.change is ChangeKind.LINK or row.old.words == row.source.words:
        return word_diff(row.old.text, row.source.text)
    return word_diff(row.old.words, row.source.words)


def read(parts: list[dict[str, object]] | None) -> str:
    """A segment as it is read: its words and facts."""
    words = (part["label"] if part.get("name") == CodeName.FACT else part["words"] for part in parts or ())
    return "".join(
        str(text)
        for part, text in zip(parts or (), words, strict=True)
        if part.get("name") in (None, CodeName.FACT)
    )


def _anchor(row: Row) -> str:
    own = row.own or row.block
    return own.attribute("id") if own.kind is BlockKind.HEADING else ""


def _title(site: Any, page: str, locale: str) -> tuple[str, str]:  # noqa: ANN401
    texts = site.pages[page].texts
    code = locale if locale in texts else site.pages[page].status.original or next(iter(texts))
    return texts[code].metadata.title or page, code


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = PackageLoader("publications", "defaults/desk/templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
