"""The comment under a pull request: what a change makes outdated, for whom, and how many words that is."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from publications.project import Project
from publications.status.before import Changed, Comparison
from publications.status.coverage import lacking_words, words_to_do
from publications.status.page_files import name_of
from publications.translation.diff import Mark, Pieces, side_by_side
from publications.translation.status import PageStatus, State, TranslationStatus

_MOST_CHANGES = 30
_NOTHING = "### Translations\n\nThis change makes no translation outdated.\n"


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of one translation. before: None when its page is new."""

    page: PageStatus
    before: TranslationStatus | None
    after: TranslationStatus

    @property
    def words(self) -> int:
        """To be written because of this change."""
        old = words_to_do(self.page, self.before) if self.before else 0
        return max(0, words_to_do(self.page, self.after) - old)


def effects(comparison: Comparison) -> tuple[Effect, ...]:
    """Every translation whose state this change has altered, or which has more or less to do by it."""
    return tuple(
        effect for changed in comparison.pages for effect in _effects(changed) if _is_telling(effect)
    )


def comment(project: Project, comparison: Comparison) -> str:
    """GitHub's and GitLab's Markdown; texts of pages are shown as text, whatever they hold."""
    found = effects(comparison)
    worse = [effect for effect in found if _is_worse(effect)]
    better = [effect for effect in found if _is_better(effect)]
    parts: list[str] = []
    if worse:
        parts += [_headline(worse), _table(project, worse), *_details(project, worse)]
    if better:
        done = ", ".join(f"{_link(effect)} ({effect.after.locale}) {effect.after.state}" for effect in better)
        parts.append(f"Better than before: {done}.")
    return "### Translations\n\n" + "\n\n".join(parts) + "\n" if parts else _NOTHING


def _effects(changed: Changed) -> Iterator[Effect]:
    if changed.after is None:
        return
    old = changed.before.translations if changed.before else {}
    for locale, after in changed.after.translations.items():
        yield Effect(changed.after, old.get(locale), after)


def _is_telling(effect: Effect) -> bool:
    if effect.before is None:
        return effect.after.state is not State.EXCLUDED
    return effect.before.state is not effect.after.state or effect.words > 0


def _is_worse(effect: Effect) -> bool:
    lacking = lacking_words(effect.page, effect.after)
    was = lacking_words(effect.page, effect.before) if effect.before else 0
    return lacking > was or (
        effect.after.state.is_behind and not (effect.before and effect.before.state.is_behind)
    )


def _is_better(effect: Effect) -> bool:
    was = lacking_words(effect.page, effect.before) if effect.before else 0
    return effect.before is not None and lacking_words(effect.page, effect.after) < was


def _headline(worse: list[Effect]) -> str:
    outdated = sum(effect.after.state.is_behind for effect in worse)
    words = sum(effect.words for effect in worse)
    what = (
        f"makes {outdated} translation{'s' * (outdated != 1)} outdated"
        if outdated
        else "leaves new pages to translate"
    )
    return f"This change {what}: **{words:,} word{'s' * (words != 1)}** to do."


def _table(project: Project, worse: list[Effect]) -> str:
    rows = [
        f"| {_link(effect)} | {_name(project, effect.after.locale)} | {_state(effect.before)} | "
        f"{_state(effect.after)} | {effect.words:,} | `{effect.after.current_version or effect.page.version}` |"
        for effect in sorted(worse, key=lambda effect: (effect.page.page, effect.after.locale))
    ]
    return "\n".join(
        [
            "| page | language | before | now | words to do | version to write |",
            "|---|---|---|---|--:|---|",
            *rows,
        ]
    )


def _details(project: Project, worse: list[Effect]) -> Iterator[str]:
    for effect in worse:
        if effect.after.changes and effect.after.state.is_behind:
            own, page = effect.after, effect.page.page.removesuffix(".md")
            summary = f"What has changed for {_name(project, own.locale)}: {html.escape(page)}"
            rows = [
                f"| {_lines(shown.change.line, shown.change.end_line)} | {_marked(shown.old)} | {_marked(shown.new)} |"
                for shown in side_by_side(own.changes[:_MOST_CHANGES])
            ]
            head = f"| line of `{name_of(effect.page.page, own.locale)}` | before | now |"
            left = len(own.changes) - _MOST_CHANGES
            more = f"\n\nand {left} more: " if left > 0 else "\n\n"
            yield (
                f"<details><summary>{summary}</summary>\n\n"
                + "\n".join([head, "|---|---|---|", *rows])
                + f"{more}`pubs diff {own.locale} {page}`\n\n</details>"
            )


def _link(effect: Effect) -> str:
    return f"`{effect.page.page.removesuffix('.md')}`"


def _name(project: Project, code: str) -> str:
    return f"{_safe(project.locale(code).name)} ({code})"


def _state(own: TranslationStatus | None) -> str:
    if own is None:
        return "–"
    share = f", {own.blocks_to_do} of {own.blocks} parts" if own.changes or own.gaps else ""
    return f"{own.state}{share}"


def _lines(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _marked(pieces: Pieces) -> str:
    tags = {Mark.GONE: "del", Mark.CAME: "ins"}
    return "".join(
        f"<{tags[piece.mark]}>{_safe(piece.text)}</{tags[piece.mark]}>"
        if piece.mark in tags
        else _safe(piece.text)
        for piece in pieces
    )


def _safe(text: str) -> str:
    """Text that no Markdown reader takes for a mark, a cell's end, a tag or somebody's name."""
    escaped = html.escape(" ".join(text.split("\n")), quote=False)
    return escaped.translate({ord(mark): f"&#{ord(mark)};" for mark in "\\`*_[]|@~!:"})
