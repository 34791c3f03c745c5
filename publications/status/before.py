"""Before: where translations stood at a commit, for the pages that were changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.repository import Repository
from publications.status.at_hand import SAME_MEANING
from publications.status.page_files import pages_on_disk
from publications.status.reading import compared, read_page_status
from publications.translation.same_meaning import read_same_meanings
from publications.translation.status import PageStatus


@dataclass(frozen=True)
class Changed:
    """A page that differs from the commit. before, after: None where there was, or is, no such page."""

    page: str
    before: PageStatus | None
    after: PageStatus | None


@dataclass(frozen=True)
class Comparison:
    """pages: by path. is_exact: False when the commit where the two lines part is not at hand."""

    pages: tuple[Changed, ...]
    is_exact: bool


def compare_with(project: Project, ref: str) -> Comparison:
    """What the work since `ref` has done to the translations; what is not committed yet counts too.

    A PublicationError says when git does not know the commit.
    """
    git = Repository(project.root)
    base, is_exact = _base(git, ref)
    now = pages_on_disk(project)
    texts = dict(_texts_at(git, project, base))
    pages = sorted(_changed_pages(git, project, base, now))
    meanings = read_same_meanings(git.text(f"{base}:./{SAME_MEANING}") or "", path=SAME_MEANING)
    changed = []
    for page in pages:
        before = texts.get(page, {})
        old = compared(project, page, {code: git.text(blob) or "" for code, blob in before.items()}, meanings)
        new = read_page_status(project, page) if page in now else None
        changed.append(Changed(page, old.status if before else None, new))
    return Comparison(tuple(changed), is_exact)


def _base(git: Repository, ref: str) -> tuple[str, bool]:
    """The commit where this work began: the last that it shares with `ref`."""
    if git.ask("rev-parse", "--git-dir") is None:
        message = "is in no git repository, or git is not installed: there is nothing to compare with."
        raise PublicationError(Fault(str(git.folder), 0, message))
    commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        how = f"Fetch it first: git fetch --depth=50 origin {_branch(ref)}"
        raise PublicationError(Fault(ref, 0, f"git knows no commit of this name here. {how}"))
    shared = git.ask("merge-base", commit.strip(), "HEAD")
    return (shared or commit).strip(), shared is not None


def _branch(ref: str) -> str:
    return ref.removeprefix("origin/").removeprefix("refs/heads/") or "main"


def _texts_at(git: Repository, project: Project, commit: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Page → locale → what git calls its text, as they were at a commit."""
    found: dict[str, dict[str, str]] = {}
    for line in (git.ask("ls-tree", "-r", "-z", commit, "--", "docs") or "").split("\0"):
        entry = re.fullmatch(r"\d+ blob (?P<blob>\w+)\tdocs/(?P<locale>[^/]+)/(?P<page>.+\.md)", line)
        if entry and entry["locale"] in project.codes:
            found.setdefault(entry["page"], {})[entry["locale"]] = entry["blob"]
    yield from found.items()


def _changed_pages(git: Repository, project: Project, commit: str, now: Mapping[str, object]) -> set[str]:
    """Pages of which a text was changed, taken away or added, also files that git does not follow yet."""
    names = (
        git.ask("diff", "--name-only", "--relative", "--no-renames", "-z", commit, "--", "docs") or ""
    ).split("\0")
    names += (git.ask("ls-files", "--others", "--exclude-standard", "-z", "--", "docs") or "").split("\0")
    pages = set(_pages(names, project))
    was, now_said = (
        git.text(f"{commit}:./{SAME_MEANING}") or "",
        _read(project.root / SAME_MEANING),
    )
    for line in set(was.splitlines()) ^ set(now_said.splitlines()):
        pages |= set(_pages(line.split(), project)) & now.keys()
    return pages


def _pages(names: list[str], project: Project) -> Iterator[str]:
    for name in names:
        docs, _, below = name.partition("/")
        locale, _, page = below.partition("/")
        if docs == "docs" and locale in project.codes and page.endswith(".md"):
            yield page


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", errors="replace") if path.is_file() else ""
