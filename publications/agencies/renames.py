"""Renames: a page that came back, as if it had been sent after the renames that were made since.

A rename writes links anew, in the page and in those that lead to it, so what was sent has links that nobody has any more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from posixpath import basename

from publications.agencies.enclosed import Enclosed
from publications.agencies.page_texts import PageTexts
from publications.agencies.returned import ReturnedSheet
from publications.agencies.units import units_of
from publications.editing.relinking import Relinking
from publications.project import Project
from publications.redirects import read_redirects
from publications.translation.done import follow
from publications.translation.version import version_of

Rename = tuple[str, str]


def read_renames(project: Project, pages: Collection[str]) -> tuple[Rename, ...]:
    """Old names and new ones, in the order in which pages got them. pages: that there are; their names are not old."""
    return tuple(one for one in read_redirects(project.root).renamed() if one[0] not in pages)


def renamed(
    project: Project, sheet: ReturnedSheet, sent: Enclosed, renames: Sequence[Rename]
) -> tuple[ReturnedSheet, Enclosed]:
    """What came back of a page, and the page as it would be sent by now."""
    now = sent
    for rename in renames:
        now = _after(project, now, rename)
    if now == sent:
        return sheet, sent
    # A segment has another id where a link in it was written anew.
    before, after = ({unit.number: unit.id for unit in units_of(PageTexts(one))} for one in (sent, now))
    ids = {name: after.get(number, name) for number, name in before.items()}
    units = tuple(replace(unit, id=ids.get(unit.id, unit.id)) for unit in sheet.units)
    return replace(sheet, units=units), now


def _after(project: Project, sent: Enclosed, rename: Rename) -> Enclosed:
    old, _ = rename
    relinking = Relinking(*rename, project.codes)
    if sent.page != old and not any(basename(old) in text for text in (sent.source, sent.followed, sent.own)):
        return sent

    def after(text: str, locale: str) -> str:
        return relinking.relinked(text, sent.page, locale)[0]

    now = replace(
        sent,
        page=relinking.at(sent.page),
        source=after(sent.source, sent.source_locale),
        followed=after(sent.followed, sent.source_locale),
        own=after(sent.own, sent.locale),
    )
    return replace(now, own=_following(now, sent))


def _following(now: Enclosed, sent: Enclosed) -> str:
    """The translation with the version that its source has with the new links."""
    record = PageTexts(sent).record
    if sent.is_new or record is None or record.version != version_of(sent.followed or sent.source).code:
        return now.own
    code = version_of(now.followed or now.source).code
    return follow(now.own, code)
