"""Moving: a page renamed or taken away in all languages, with everything that names it.

Links to it are written anew in every page, and in the stored texts that translations follow: so no translation is
outdated by it. Its old address leads on (redirects).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publications.editing.relinking import Relinking
from publications.faults import Fault, PublicationError
from publications.layouts.layout import layout_path
from publications.project import CONFIG, Project
from publications.redirects import PATH as REDIRECTS
from publications.redirects import with_redirect
from publications.status.at_hand import SAME_MEANING, Answers, read_meanings, sources_of
from publications.status.page_files import name_of, pages_on_disk, read_file, read_page
from publications.translation.done import follow
from publications.translation.record import read_tracking
from publications.translation.same_meaning import SameMeanings, same_meaning_line, with_lines
from publications.translation.version import version_of
from publications.writing import write_text


@dataclass(frozen=True, slots=True)
class Move:
    """What is to be written. texts: path below the root → new text; sources: texts to keep in i18n/sources.

    gone: files to be taken away, when all else is written; links: how many were written anew.
    """

    texts: Mapping[str, str]
    sources: tuple[str, ...]
    gone: tuple[str, ...]
    links: int

    def carry_out(self, root: Path) -> None:
        """Write it, in an order in which nothing is lost wherever it is interrupted; once more, it goes on."""
        store = sources_of(root)
        for text in self.sources:
            store.add(text)
        for name, text in self.texts.items():
            write_text(root / name, text)
        for name in self.gone:
            (root / name).unlink(missing_ok=True)


def rename_page(project: Project, old: str, new: str) -> Move:
    """Give a page another path in all languages. One that is there already is a PublicationError."""
    pages = pages_on_disk(project)
    mover = _Mover(project, Relinking(old, new, project.codes))
    for page in pages:
        if page != new:
            mover.rewrite(page, pages[page])
    for locale in pages.get(new, ()):
        name = name_of(new, locale)
        if mover.texts.get(name, "") not in ("", read_page(project.root, new, locale)):
            raise PublicationError(
                Fault(name, 0, "is there already, and was left as it is. Choose another name.")
            )
    mover.keep_redirect(new)
    mover.change_menu(new)
    gone = tuple(name_of(old, locale) for locale in pages[old])
    return mover.move((*gone, *mover.move_layout()))


def remove_page(project: Project, page: str, to: str) -> Move:
    """Take a page away in all languages. to: the page that its readers are led to. Links to it stay, for the check."""
    mover = _Mover(project, Relinking(page, to, project.codes))
    mover.keep_redirect(to, is_removed=True)
    mover.change_menu("")
    layout = layout_path(page)
    files = [name_of(page, locale) for locale in pages_on_disk(project)[page]]
    return mover.move((*files, *([layout] if layout and (project.root / layout).is_file() else [])))


@dataclass
class _Mover:
    """Gathers what is to be written."""

    project: Project
    relinking: Relinking
    texts: dict[str, str] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    links: int = 0

    def rewrite(self, page: str, locales: tuple[str, ...]) -> None:
        """A page's texts as they are when the move is done, with the versions that they follow."""
        old, at = self.relinking.old, self.relinking.at(page)
        texts = {locale: read_page(self.project.root, page, locale) for locale in locales}
        if page != old and not any(posixpath.basename(old) in text for text in texts.values()):
            return
        for locale, text in texts.items():
            now, links = self.relinking.relinked(text, page, locale)
            self.links += links
            self.versions[version_of(text).code] = version_of(now).code
            now = self._following(now, page, locale)
            if at != page or now != text:
                self.texts[name_of(at, locale)] = now

    def keep_redirect(self, to: str, *, is_removed: bool = False) -> None:
        self.texts[REDIRECTS] = with_redirect(
            self.project.root, self.relinking.old, to, is_removed=is_removed
        )

    def change_menu(self, to: str) -> None:
        """The entries of mkdocs.yml that lead to the page; to: "" takes them out."""
        text, page = read_file(self.project.root, CONFIG), re.escape(self.relinking.old)
        entry = re.compile(rf"(?m)^([ \t]*-[ \t][^\n]*:[ \t]*)[\"']?{page}[\"']?[ \t]*(\r?\n)")
        now = entry.sub(rf"\g<1>{to}\g<2>" if to else "", text)
        if now != text:
            self.texts[CONFIG] = now

    def move_layout(self) -> Iterator[str]:
        """The layout of a publication goes with it."""
        old, new = layout_path(self.relinking.old), layout_path(self.relinking.new)
        if old and new and (self.project.root / old).is_file():
            self.texts[new] = read_file(self.project.root, old)
            yield old

    def move(self, gone: tuple[str, ...]) -> Move:
        why = [f"{self.relinking.old} renamed {self.relinking.new}"]
        pairs = read_meanings(self.project.root).renamed(self.versions)
        if lines := [same_meaning_line(old, new, why) for old, new in pairs]:
            self.texts[SAME_MEANING] = with_lines(read_file(self.project.root, SAME_MEANING), lines)
        return Move(self.texts, tuple(self.sources), gone, self.links)

    def _following(self, text: str, page: str, locale: str) -> str:
        """The text with the version of what it follows, when that too has new links."""
        record = read_tracking(text, path="", locale=locale, locales=self.project.codes).record
        answers = Answers(self.project.root, page, SameMeanings())
        followed = answers.source_text(record.version, record.source) if record and record.version else None
        if record is None or followed is None:
            return text
        now, _ = self.relinking.relinked(followed, page, record.source)
        code = version_of(now).code
        if code == record.version:
            return text
        self.sources.append(now)
        self.versions[record.version] = code
        return follow(text, code)
