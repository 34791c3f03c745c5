"""How well changes are told, beside the truth: python benchmarks/change_kinds.py [PAGES].

A corpus of so many pages (default 1,000) in four languages is made and read: whatever is told of it is a
false alarm. Then half of the originals are edited in known ways, and what is told to each translator is held
against what was done. For each kind of change:

precision   of the changes told as this kind, how many are of this kind
recall      of the edits of this kind, how many are told as this kind
line        of the edits told, in how many the line in the translator's own file is right; or one off

A cosmetic edit is told rightly by saying nothing of it.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.edits import Truth, edit_corpus
from publications.finding import read_statuses
from publications.project import load_project
from publications.status.statuses import Statuses
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change
from publications.translation.status import State

_QUIET = (State.CURRENT, State.MISSING)


@dataclass(frozen=True, slots=True)
class Told:
    """An edit and what is told of it. truth: None for a change that nobody made; change: None for silence."""

    truth: Truth | None
    change: Change | None

    @property
    def kind(self) -> ChangeKind:
        return self.change.kind if self.change else ChangeKind.COSMETIC


def main(pages: int) -> None:
    """Print the table, and every way of editing that was ever told wrongly."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "project", pages)
        before = read_statuses(load_project(corpus.root))
        truths = edit_corpus(corpus)
        told = tuple(compared(truths, read_statuses(load_project(corpus.root))))
    print(
        f"{pages} pages, {sum(len(page.locales) for page in corpus.pages)} files, {len(truths)} edits by language"
    )
    print(f"false alarms before any edit: {alarms(before)}\n")
    print("kind      edits  precision  recall  line right  one off")
    for kind in ChangeKind:
        print(_row(kind, told))
    print("\ntold wrongly:")
    for (how, called), number in sorted(_wrong(told).items()):
        print(f"  {number:5}  {how} → {called}")


def alarms(statuses: Statuses) -> int:
    """Translations that are told to be anything but current or missing."""
    return sum(own.state not in _QUIET for page in statuses.pages for own in page.translations.values())


def compared(truths: Sequence[Truth], statuses: Statuses) -> Iterator[Told]:
    """Every edit with what is told of it, then what is told of nothing."""
    told = {
        (page.page, own.locale): list(own.changes)
        for page in statuses.pages
        for own in page.translations.values()
    }
    for truth in truths:
        changes = told[truth.page, truth.locale]
        found = next((change for change in changes if _is_about(change, truth)), None)
        if found:
            changes.remove(found)
        yield Told(truth, found)
    yield from (Told(None, change) for changes in told.values() for change in changes)


def _is_about(change: Change, truth: Truth) -> bool:
    if not truth.source_line or change.kind is ChangeKind.REMOVED:
        return not truth.source_line and not change.new and change.old == truth.old
    return change.source_line == truth.source_line


def _row(kind: ChangeKind, told: Sequence[Told]) -> str:
    done = [one for one in told if one.truth and one.truth.kind is kind]
    called = [one for one in told if one.kind is kind and (one.truth or one.change)]
    right = [one for one in done if one.kind is kind]
    off = [abs(one.change.line - one.truth.line) for one in done if one.change and one.truth]
    lines = f"{_share(off.count(0), len(off))}  {_share(off.count(1), len(off)):>7}"
    return (
        f"{kind:8} {len(done):6}  {_share(len(right), len(called)):>9}  {_share(len(right), len(done)):>6}"
        f"  {lines:>19}"
    )


def _wrong(told: Sequence[Told]) -> Counter[tuple[str, str]]:
    return Counter(
        (f"{one.truth.kind}, {one.truth.how}" if one.truth else "nothing", one.kind)
        for one in told
        if not one.truth or one.truth.kind is not one.kind
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2] or ["1000"]))
