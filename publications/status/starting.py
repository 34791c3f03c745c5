"""Starting: the page that a translator fills in, and what of it was translated elsewhere before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publications.faults import Fault, PublicationError, did_you_mean
from publications.project import Project
from publications.reading.encoding import as_lines
from publications.reading.reading import read_blocks
from publications.status.at_hand import sources_of
from publications.status.following import only_writer
from publications.status.page_files import name_of, path_of, read_page
from publications.status.reading import read_page_status
from publications.status.remembering import memory_for
from publications.translation.memory import Suggestion
from publications.translation.record import Status
from publications.translation.start import start
from publications.translation.status import State
from publications.writing import write_new_text


@dataclass(frozen=True)
class Starting:
    """A translation that is about to be begun.

    source: the locale it is made from; source_text, text: that text, and the page to fill in.
    suggestions: parts of it that were translated in other pages, with their line in `text`.
    source_state: of the source, when it is a translation itself; else None.
    """

    page: str
    locale: str
    source: str
    source_text: str
    text: str
    suggestions: tuple[Suggestion, ...]
    source_state: State | None = None


def read_starting(project: Project, page: str, locale: str, *, source: str | None = None) -> Starting:
    """What a page to fill in would be. A PublicationError says why it cannot be begun."""
    status = read_page_status(project, page)
    chosen = source or status.original
    _refuse_what_is_there(project.root, page, locale)
    if chosen is None:
        raise PublicationError(*status.faults)
    from_translation = status.translations.get(chosen)
    is_draft = from_translation is not None and from_translation.status is Status.DRAFT
    _refuse_source(project, page, locale, chosen, is_draft=is_draft)
    own = status.translations.get(locale)
    if own and own.state is State.EXCLUDED:
        path = name_of(page, chosen)
        message = (
            f"is not meant for '{locale}'. Whoever wrote it says so with 'translate' in its front matter."
        )
        raise PublicationError(Fault(path, 1, message, said="This page is not meant for this language."))
    source_text = read_page(project.root, page, chosen)
    text = start(as_lines(source_text), source_locale=chosen)
    return Starting(
        page=page,
        locale=locale,
        source=chosen,
        source_text=source_text,
        text=text,
        suggestions=memory_for(project, chosen, locale, {page: source_text}).suggest(read_blocks(text)),
        source_state=from_translation.state if from_translation else None,
    )


def write_starting(project: Project, starting: Starting) -> None:
    """Keep the source's text, then make the page; a page that is there already is never overwritten."""
    with only_writer(project.root):
        sources_of(project.root).add(starting.source_text)
        try:
            write_new_text(path_of(project.root, starting.page, starting.locale), starting.text)
        except PublicationError:
            _refuse_what_is_there(project.root, starting.page, starting.locale)
            raise


def _refuse_what_is_there(root: Path, page: str, locale: str) -> None:
    if path_of(root, page, locale).exists():
        name = page.removesuffix(".md")
        message = (
            f"is there already, and was left as it is. What there is to do in it: pubs diff {locale} {name}"
        )
        said = "Somebody has begun this page meanwhile. Load it again."
        raise PublicationError(Fault(name_of(page, locale), 0, message, said=said))


def _refuse_source(project: Project, page: str, locale: str, source: str, *, is_draft: bool) -> None:
    existing = [code for code in project.codes if path_of(project.root, page, code).is_file()]
    if source == locale or source not in existing:
        message = f"there is no text in '{source}' to translate from. {did_you_mean(source, existing)}"
        raise PublicationError(Fault(name_of(page, locale), 0, message, typed=source, better=tuple(existing)))
    if is_draft:
        message = "is a draft itself: translate from another language (--from), or finish it first."
        said = "The source of this page is a draft itself. It has to be finished first."
        raise PublicationError(Fault(name_of(page, source), 0, message, said=said))
