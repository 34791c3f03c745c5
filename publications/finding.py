"""Finding: every page worked out once, from one reading of each of its texts, and not again while it holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from publications.checks import PAGE_CHECKS, site_faults
from publications.checks.corpus import Corpus, source_pages, texts_of
from publications.checks.rules import waivers, weighed
from publications.faults import Fault, Level, PublicationError
from publications.findings import PageFindings, SiteFindings, TextFindings
from publications.packing import packed, unpacked
from publications.pages import Metadata, metadata_of
from publications.parallel import Step, spread
from publications.project import Project, load_project
from publications.reading.source_page import SourcePage
from publications.site.content import Content, content_of
from publications.snapshot import Snapshot, take_snapshot
from publications.status.statuses import Statuses
from publications.status.text_pictures import text_pictures
from publications.store import Store, digest
from publications.surroundings import Inquiry, Surroundings

_KIND, CONTENTS = "findings", "contents"

Texts = Mapping[str, SourcePage]
"""A page's texts by locale."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was worked out.

    contents: locale → the text as HTML, packed; asked: what was asked, with a fingerprint of each answer.
    """

    findings: PageFindings
    contents: Mapping[str, bytes]
    asked: Mapping[str, str]
    mark: str

    @classmethod
    def of(cls, findings: PageFindings, contents: Mapping[str, bytes], asked: Mapping[str, str]) -> Found:
        return cls(findings, contents, asked, digest(packed(findings)))

    def row(self, key: str) -> bytes:
        """What is kept of it: a line on when it holds, and the findings."""
        head = json.dumps([key, self.mark, dict(self.asked)])
        return head.encode() + b"\n" + packed(self.findings)


@dataclass(frozen=True, slots=True)
class Kept:
    """Findings of an earlier run that hold. mark: fingerprint of them, which have one of the contents."""

    findings: PageFindings
    mark: str


@dataclass(frozen=True)
class Work:
    """The pages of a project: those whose findings hold, and those that are to be worked out.

    keys: page → fingerprint of its texts and of what every page depends on; pages: those of them that this is about.
    """

    around: Surroundings
    keys: Mapping[str, str] = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)
    kept: Mapping[str, Kept] = field(repr=False)

    @cached_property
    def to_do(self) -> tuple[str, ...]:
        return tuple(page for page in self.pages if page not in self.kept)

    @cached_property
    def metadata(self) -> Mapping[str, Mapping[str, Metadata]]:
        """Page → locale → what the front matter says, of every page of the project.

        No text is kept: what is read of a page is large, and whoever works it out reads it again.
        """
        found = {
            page: {code: text.metadata for code, text in kept.findings.texts.items()}
            for page, kept in self.kept.items()
        }
        others = self.keys.keys() - found.keys()
        for source in source_pages(self.around.project, self.around.snapshot, others):
            found.setdefault(source.page, {})[source.locale] = metadata_of(source.page, source.values)
        return found

    def with_found(self, found: Sequence[Found]) -> Work:
        """The same pages, when these have been worked out and kept."""
        new = {one.findings.page: Kept(one.findings, one.mark) for one in found}
        return replace(self, kept={**self.kept, **new})

    def read(self, page: str) -> Texts:
        """The texts of a page, as they lie on disk."""
        sources = texts_of(self.around.project, self.around.snapshot, page)
        return {source.locale: source for source in sources}

    def keep(self, found: Sequence[Found]) -> None:
        """Remember what was found and which files were read, and forget pages that are no more."""
        store = Store(self.around.project.root)
        contents = {
            f"{code}/{one.findings.page}": data for one in found for code, data in one.contents.items()
        }
        store.put(CONTENTS, contents)
        store.put(_KIND, {one.findings.page: one.row(self.keys[one.findings.page]) for one in found})
        if found:
            store.prune(_KIND, self.keys)
            store.prune(CONTENTS, self._texts())
        self.around.snapshot.keep()

    def _texts(self) -> Iterator[str]:
        return (name for name in self.around.snapshot.below("docs") if name.endswith(".md"))


def check_root(root: Path, snapshot: Snapshot | None = None, step: Step | None = None) -> tuple[Fault, ...]:
    """All faults of the project in a folder; when mkdocs.yml cannot be read, its faults are all there is to say."""
    try:
        project = load_project(root)
    except PublicationError as error:
        return tuple(replace(fault, rule=fault.rule or "configuration") for fault in error.faults)
    return site_faults(find_all(project, snapshot, step))


def read_statuses(project: Project) -> Statuses:
    """Where every translation stands now."""
    return find_all(project).statuses


def find_all(project: Project, snapshot: Snapshot | None = None, step: Step | None = None) -> SiteFindings:
    """The findings of every page, as its files lie on disk now, or did when the snapshot was taken."""
    work = plan(project, snapshot or take_snapshot(project.root))
    found = tuple(spread(find, work, work.to_do, step))
    work.keep(found)
    return site_of(work, found)


def site_of(work: Work, found: Sequence[Found]) -> SiteFindings:
    """What was kept and what was found, together, in the order of the pages."""
    new = {one.findings.page: one.findings for one in found}
    pages = {page: new.get(page) or work.kept[page].findings for page in work.keys}
    return SiteFindings(work.around.project, work.around.snapshot, pages)


def plan(project: Project, snapshot: Snapshot, wanted: Callable[[str], bool] | None = None) -> Work:
    """Tell the pages whose findings still hold from those that are to be worked out. wanted: None for all pages."""
    around = Surroundings(project, snapshot)
    keys = dict(_keys(around))
    pages = tuple(filter(wanted, keys)) if wanted else tuple(keys)
    kept = Store(project.root).all(_KIND)
    held = {page: found for page in pages if (found := _held(around, keys[page], kept.get(page)))}
    return Work(around, keys, pages, held)


def found_elsewhere(project: Project, snapshot: Snapshot, findings: Mapping[str, PageFindings]) -> Work:
    """Work that others have done: nothing is left to do."""
    around = Surroundings(project, snapshot)
    keys = dict(_keys(around))
    return Work(around, keys, tuple(keys), {page: Kept(findings[page], "") for page in keys})


def find(work: Work, page: str) -> Found:
    """Work one page out."""
    texts = work.read(page)
    inquiry = Inquiry(work.around, page)
    corpus = Corpus(inquiry, tuple(texts.values()))
    waived = waivers(corpus)
    found = {fault for check in PAGE_CHECKS for fault in check(corpus)}
    faults = tuple(sorted(weighed(inquiry.project, found, waived)))
    withheld = {fault.path for fault in faults if fault.level is Level.ERROR}
    contents = {
        code: content_of(corpus.rendered[text.path], code).pack()
        for code, text in texts.items()
        if text.is_readable
    }
    findings = PageFindings(
        page=page,
        texts={
            code: _text(
                corpus, text, waived[text.path], contents.get(code), is_withheld=text.path in withheld
            )
            for code, text in texts.items()
        },
        status=corpus.comparisons[page].status,
        faults=faults,
    )
    return Found.of(findings, contents, inquiry.asked)


def content_in(work: Work, page: str, locale: str) -> Content:
    """The content of one text, worked out anew where it was lost; nothing where the file is no text."""
    packed = Store(work.around.project.root).get(CONTENTS, f"{locale}/{page}")
    packed = packed or find(work, page).contents.get(locale)
    return Content.unpack(packed) if packed else Content("", ())


def _keys(around: Surroundings) -> Iterator[tuple[str, str]]:
    """Page → its key, in the order of the paths."""
    found: dict[str, list[str]] = {}
    for name in around.snapshot.below("docs"):
        locale, _, page = name.partition("/")
        if locale in around.project.codes and page.endswith(".md"):
            found.setdefault(page, []).append(f"{locale} {around.snapshot.digests[f'docs/{name}']}")
    yield from ((page, digest(around.base, page, *found[page])) for page in sorted(found))


def _held(around: Surroundings, key: str, kept: bytes | None) -> Kept | None:
    """What was kept of a page, if it still holds."""
    if kept is None:
        return None
    head, _, body = kept.partition(b"\n")
    known, mark, asked = json.loads(head)
    return Kept(unpacked(PageFindings, body), mark) if known == key and around.still_answers(asked) else None


def _text(
    corpus: Corpus, source: SourcePage, waived: tuple[str, ...], content: bytes | None, *, is_withheld: bool
) -> TextFindings:
    asked = corpus.inquiry.asked.items()
    pictures = (answer for question, answer in asked if question.startswith("file docs/"))
    metadata = replace(metadata_of(source.page, source.values), is_withheld=is_withheld)
    return TextFindings(
        locale=source.locale,
        page=source.page,
        metadata=metadata,
        is_readable=source.is_readable,
        waived=waived,
        links=source.anatomy.links,
        ids=corpus.ids(source),
        picture_line=source.line_of("picture"),
        source_line=source.line_of("translation.source"),
        text_pictures=tuple(text_pictures(source, metadata.picture)),
        content=digest(content, *pictures) if content is not None else "",
    )
