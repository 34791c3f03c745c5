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

from publications.faults import Fault, PublicationError
from publications.layouts.layout import layout_path
from publications.project import CONFIG, Project
from publications.reading.address import below_docs, names_a_file, split_target
from publications.reading.anatomy import Link, LinkKind
from publications.reading.reading import Reading
from publications.redirects import PATH as REDIRECTS
from publications.redirects import with_redirect
from publications.status.at_hand import SAME_MEANING, Answers, read_meanings, sources_of
from publications.status.page_files import name_of, pages_on_disk, read_page
from publications.translation.done import follow
from publications.translation.same_meaning import same_meaning_line
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
    mover = _Mover(project, old, new)
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
    mover = _Mover(project, page, to)
    mover.keep_redirect(to, is_removed=True)
    mover.change_menu("")
    layout = layout_path(page)
    files = [name_of(page, locale) for locale in pages_on_disk(project)[page]]
    return mover.move((*files, *([layout] if layout and (project.root / layout).is_file() else [])))


def relinked(project: Project, text: str, page: str, locale: str, rename: tuple[str, str]) -> str:
    """A text of a page as it is once a page, which may be this one, has another name. rename: its old name and its new one."""
    old, new = rename
    return _Mover(project, old, new).relinked(text, page, new if page == old else page, locale)


@dataclass
class _Mover:
    """Gathers what is to be written."""

    project: Project
    old: str
    new: str
    texts: dict[str, str] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    links: int = 0

    def rewrite(self, page: str, locales: tuple[str, ...]) -> None:
        """A page's texts as they are when the move is done, with the versions that they follow."""
        at = self.new if page == self.old else page
        texts = {locale: read_page(self.project.root, page, locale) for locale in locales}
        if page != self.old and not any(posixpath.basename(self.old) in text for text in texts.values()):
            return
        for locale, text in texts.items():
            now = self.relinked(text, page, at, locale)
            self.versions[version_of(text).code] = version_of(now).code
            now = self._following(now, page, at)
            if at != page or now != text:
                self.texts[name_of(at, locale)] = now

    def keep_redirect(self, to: str, *, is_removed: bool = False) -> None:
        self.texts[REDIRECTS] = with_redirect(self.project.root, self.old, to, is_removed=is_removed)

    def change_menu(self, to: str) -> None:
        """The entries of mkdocs.yml that lead to the page; to: "" takes them out."""
        text = (self.project.root / CONFIG).read_text(encoding="utf-8")
        entry = re.compile(rf"(?m)^([ \t]*-[ \t][^\n]*:[ \t]*)[\"']?{re.escape(self.old)}[\"']?[ \t]*\n")
        now = entry.sub(rf"\g<1>{to}\n" if to else "", text)
        if now != text:
            self.texts[CONFIG] = now

    def move_layout(self) -> Iterator[str]:
        """The layout of a publication goes with it."""
        old, new = layout_path(self.old), layout_path(self.new)
        if old and new and (self.project.root / old).is_file():
            self.texts[new] = (self.project.root / old).read_text(encoding="utf-8")
            yield old

    def move(self, gone: tuple[str, ...]) -> Move:
        changed = {old: new for old, new in self.versions.items() if old != new}
        pairs = [
            (old, new)
            for old, after in read_meanings(self.project.root).later.items()
            for new in after
            if old in changed or new in changed
        ]
        if pairs:
            path = self.project.root / SAME_MEANING
            lines = [
                same_meaning_line(
                    changed.get(old, old), changed.get(new, new), [f"{self.old} renamed {self.new}"]
                )
                for old, new in sorted(pairs)
            ]
            self.texts[SAME_MEANING] = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + "".join(lines)
        return Move(self.texts, tuple(self.sources), gone, self.links)

    def _following(self, text: str, page: str, at: str) -> str:
        """The text with the version of what it follows, when that too has new links."""
        record = Reading.of(text).values.get("translation")
        version = str(record.get("version") or "") if isinstance(record, dict) else ""
        source = str(record.get("source")) if isinstance(record, dict) else ""
        followed = Answers(self.project.root, page, read_meanings(self.project.root)).source_text(
            version, source
        )
        if not version or followed is None:
            return text
        now = self.relinked(followed, page, at, source)
        code = version_of(now).code
        if code == version:
            return text
        self.sources.append(now)
        self.versions[version] = code
        return follow(text, code)

    def relinked(self, text: str, page: str, at: str, locale: str) -> str:
        """The text of a page as it is at its new place, its links to the moved page written anew."""
        reading = Reading.of(text)
        lines = text.split("\n")
        for link in _links(reading):
            target = self._target(link.target, page, at, locale)
            if target != link.target and link.line <= len(lines):
                typed = rf"(?<![\w./-]){re.escape(link.target)}(?![\w/-])"
                now = re.sub(typed, target.replace("\\", r"\\"), lines[link.line - 1], count=1)
                self.links += now != lines[link.line - 1] and link.kind is LinkKind.LINK
                lines[link.line - 1] = now
        return "\n".join(lines)

    def _target(self, typed: str, page: str, at: str, locale: str) -> str:
        if not names_a_file(typed):
            return typed
        path, mark, rest = split_target(typed)
        full = below_docs(page, locale, path)
        folder, _, below = full.partition("/")
        if folder in self.project.codes and below == self.old:
            full = f"{folder}/{self.new}"
        elif at == page:
            return typed
        here = posixpath.join(locale, posixpath.dirname(at))
        return posixpath.relpath(full, here) + mark + rest


def _links(reading: Reading) -> Iterator[Link]:
    """Links and pictures as Markdown has them, from the last to the first: lines keep their places."""
    for entry in reading.entries:
        if entry.key == "picture" and reading.values.get("picture"):
            yield Link(str(reading.values["picture"]), entry.line + 1, LinkKind.PICTURE)
    yield from (link for link in reading.anatomy.links if link.kind is not LinkKind.HTML)
