"""The golden cases: an old source, a new one, a translation, and what a translator is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from publications.translation.changes import Change
from publications.translation.comparison import compare_page
from publications.translation.gaps import Gap
from publications.translation.version import version_of

CASES = Path(__file__).parent.parent / "cases" / "translation"
LOCALES = ("sv", "ro", "it", "en", "de", "et")


@dataclass(frozen=True)
class Case:
    """One entry of a file in tests/cases/translation; README.md there says what its lines mean."""

    old: str
    new: str
    translation: str
    state: str
    source: str = "sv"
    locale: str = "ro"
    changes: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()


def read_cases() -> list[object]:
    return [
        pytest.param(
            Case(
                **{key: tuple(map(tuple, value)) if key == "told" else value for key, value in entry.items()}
                | {key: tuple(entry.get(key, ())) for key in ("changes", "gaps")}
            ),
            id=f"{path.stem}: {name}",
        )
        for path in sorted(CASES.glob("*.yml"))
        for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    ]


@pytest.mark.parametrize("case", read_cases())
def test_a_translator_is_told_what_changed_and_on_which_line(case: Case) -> None:
    stored = {version_of(case.old).code: case.old}
    translation = case.translation.replace("OLD", version_of(case.old).code)

    page = compare_page(
        "page.md",
        {case.source: case.new, case.locale: translation},
        locales=LOCALES,
        source_text=lambda code, _locale: stored.get(code),
    ).status

    status = page.translations[case.locale]
    told = {
        "state": status.state.value,
        "changes": [describe(change) for change in status.changes],
        "gaps": [describe_gap(gap) for gap in status.gaps],
    }
    assert told == {"state": case.state, "changes": list(case.changes), "gaps": list(case.gaps)}
    if case.told:
        assert [(change.old, change.new) for change in status.changes] == list(case.told)
    assert not page.faults
    assert not status.faults


def describe(change: Change) -> str:
    moved = " and moved" if change.is_moved and change.kind != "moved" else ""
    return f"{change.kind}{moved}: {change.block}, {place(change)}"


def describe_gap(gap: Gap) -> str:
    return f"{'left out' if gap.is_left_out else 'untranslated'}: {gap.block}, {place(gap)}"


def place(item: Change | Gap) -> str:
    is_near = item.is_near if isinstance(item, Change) else item.is_left_out
    return (
        f"{'below' if is_near else 'at'} {item.end_line if is_near else item.line}, source {item.source_line}"
    )


def test_there_are_cases_enough_to_trust() -> None:
    assert len(read_cases()) >= 60
