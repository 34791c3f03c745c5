"""Actions: what the desk's pages ask to be done, with what they are told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from publications.desk.advice import advice_on
from publications.desk.answers import written
from publications.desk.block_checks import BlockTexts, block_faults
from publications.desk.chart_actions import CHART_ACTIONS
from publications.desk.codes import from_json
from publications.desk.front_form import set_field
from publications.desk.opened import Opened, named_page, open_page
from publications.desk.saving import Outcome, Saved, insert, join, remove, restore, save
from publications.desk.session import Session
from publications.desk.steps import begin, begin_publication, facts_in, finish, means_the_same
from publications.desk.typed import Typed, preview_of
from publications.desk.views import Views
from publications.language.typography.page import MECHANICAL, mend
from publications.telling import for_browser

Values = Mapping[str, Any]


class Actions:
    """Everything that can be asked for. Each takes the values of a request, and gives those of its answer."""

    def __init__(self, session: Session, views: Views) -> None:
        self.session, self.views = session, views

    def named(self, name: str) -> Callable[[Values], dict[str, Any]] | None:
        known: dict[str, Callable[[Values], dict[str, Any]]] = {
            "save": self._save,
            "check": self._check,
            "advise": self._advise,
            "remove": self._remove,
            "join": self._join,
            "mend": self._mend,
            "undo": self._undo,
            "begin": self._begin,
            "done": self._done,
            "minor": self._minor,
            "insert": self._insert,
            "front": self._front,
            "facts": self._facts,
            "new": self._new,
            **{name: partial(action, self.session, self.views) for name, action in CHART_ACTIONS.items()},
        }
        return known.get(name)

    def _save(self, values: Values) -> dict[str, Any]:
        return self._written(values, save(self.session.project, *self._page(values), _typed(values)))

    def _remove(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        key, base = _text(values, "key"), _text(values, "base")
        return self._written(values, remove(self.session.project, page, locale, key, base))

    def _join(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        keys = _text(values, "above"), _text(values, "key"), _text(values, "base")
        return self._written(values, join(self.session.project, page, locale, *keys))

    def _mend(self, values: Values) -> dict[str, Any]:
        """What `pubs fix` does, in one block."""
        page, locale = self._page(values)
        key, base = _text(values, "key"), _text(values, "base")
        typed = Typed(key, base, markdown=mend(base, locale).text)
        return self._written(values, save(self.session.project, page, locale, typed))

    def _undo(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        step = self.session.last_step(page, locale)
        if step is None:
            return {"outcome": "nothing"}
        try:
            opened = restore(self.session.project, page, locale, now=step.now, previous=step.previous)
        except OSError:
            self.session.remember(step)
            raise
        self.session.note_change()
        return {
            "outcome": Outcome.SAVED,
            "progress": self.views.progress(opened),
            "rows": self.views.rows(opened),
        }

    def _check(self, values: Values) -> dict[str, Any]:
        """What is wrong with a block as it is typed; nothing is written."""
        page, locale = self._page(values)
        opened = open_page(self.session.project, page, locale)
        typed = _typed(values)
        return {"faults": self._faults(opened, typed.key, preview_of(opened, typed))}

    def _advise(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        opened = open_page(self.session.project, page, locale)
        row = opened.row(str(values.get("key")))
        if row is None or row.source is None or not opened.source_locale:
            return {"suggestions": [], "terms": []}
        source, around = opened.source_locale, self.session.around
        memory = self.session.memory(source, locale)
        advised = advice_on(row.source, memory, around.glossary, source, locale)
        return {
            "suggestions": [
                {**asdict(one.remembered), "likeness": one.likeness} for one in advised.suggestions
            ],
            "terms": [{"source": form, "forms": forms} for form, forms in advised.terms],
        }

    def _begin(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        begin(self.session.project, page, locale, values.get("source") or None)
        self.session.note_change()
        return {"outcome": Outcome.SAVED}

    def _done(self, values: Values) -> dict[str, Any]:
        """Says that a translation follows its source, or what of it has no answer yet."""
        page, locale = self._page(values)
        opened = open_page(self.session.project, page, locale)
        left = [row.key for row in opened.rows if row.state.is_to_do]
        sure = values.get("sure") is True
        if left and not sure:
            return {"outcome": "asked", "left": left}
        finish(self.session.project, page, locale)
        self.session.note_change()
        return {"outcome": Outcome.SAVED}

    def _minor(self, values: Values) -> dict[str, Any]:
        page, locale = self._page(values)
        means_the_same(self.session.project, page, locale)
        self.session.note_change()
        return {"outcome": Outcome.SAVED}

    def _insert(self, values: Values) -> dict[str, Any]:
        """Puts Markdown below a block, as an element of its own."""
        page, locale = self._page(values)
        typed = (_text(values, name) for name in ("key", "markdown", "base"))
        saved = insert(self.session.project, page, locale, *typed)
        return self._written(values, saved) | {"line": saved.opened.reading.text.count("\n")}

    def _front(self, values: Values) -> dict[str, Any]:
        """Sets one field of the front matter."""
        page, locale = self._page(values)
        value, base = _value(values.get("value")), values.get("base")
        known = None if base is None else _value(base)
        saved = set_field(self.session.project, page, locale, _text(values, "key"), value, known)
        if saved.previous == saved.opened.original:
            saved = replace(saved, outcome=Outcome.UNCHANGED)
        return written(self.session, self.views, saved) | {"outcome": Outcome.SAVED}

    def _facts(self, values: Values) -> dict[str, Any]:
        """Every fact as it is written in a language, with its forms."""
        locale = str(values.get("locale"))
        return {"facts": list(facts_in(self.session.around.facts, locale))}

    def _new(self, values: Values) -> dict[str, Any]:
        """Begins a publication, and says where it is edited."""
        project, locale = self.session.project, str(values.get("locale"))
        project.locale(locale)
        page = begin_publication(
            project, str(values.get("kind")), str(values.get("name")), locale, str(values.get("title") or "")
        )
        self.session.note_change()
        return {"outcome": Outcome.SAVED, "address": f"/desk/{locale}/{page.removesuffix('.md')}"}

    def _written(self, values: Values, saved: Saved) -> dict[str, Any]:
        """What a browser is told of a block that was to be written."""
        answer = written(self.session, self.views, saved)
        if saved.outcome is Outcome.CONFLICT:
            return answer
        opened = saved.opened
        row = opened.row(str(values.get("key")))
        return answer | {
            "state": row.state if row else "",
            "faults": self._faults(opened, row.key if row else "", saved.markdown),
        }

    def _faults(self, opened: Opened, key: str, markdown: str) -> list[dict[str, Any]]:
        row = opened.row(key)
        if row is None or not markdown.strip():
            return []
        source = opened.source_slot(row.source or row.old)
        texts = BlockTexts(
            page=opened.page,
            block=row.block,
            locale=opened.locale,
            markdown=markdown,
            source_locale=opened.source_locale if source else "",
            source=source.markdown if source else "",
            waived=opened.record.ignored_checks if opened.record else (),
        )
        return [
            {**for_browser(fault), "can_be_mended": fault.rule in MECHANICAL}
            for fault in block_faults(self.session.around, texts)
        ]

    def _page(self, values: Values) -> tuple[str, str]:
        return named_page(self.session.project, str(values.get("page")), str(values.get("locale")))


def _typed(values: Values) -> Typed:
    markdown = values.get("markdown")
    parts = () if markdown is not None else from_json(values.get("parts"))
    return Typed(
        _text(values, "key"),
        _text(values, "base"),
        parts,
        None if markdown is None else str(markdown),
    )


def _text(values: Values, name: str) -> str:
    return str(values.get(name) or "")


def _value(typed: object) -> str | tuple[str, ...]:
    """A field's value: one, or several."""
    return tuple(map(str, typed)) if isinstance(typed, list) else str(typed or "")
