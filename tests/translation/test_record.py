"""What a translator typed into the front matter, read, or told with its line and the nearest right word."""

from __future__ import annotations

import pytest

from publications.translation.record import Record, Status, Tracking, read_tracking

LOCALES = ("sv", "ro", "it", "en")


def read(front_matter: str, locale: str = "ro") -> Tracking:
    text = f"---\ntitle: Titlu\n{front_matter}\n---\n# Titlu\n"
    return read_tracking(text, path="docs/ro/a.md", locale=locale, locales=LOCALES)


def test_a_whole_record_is_read() -> None:
    says = read(
        "translation:\n  source: sv\n  version: df1b-a044\n  status: reviewed\n  translators: [Maria Ionescu]\n"
        "  reviewers: [Andrei Pop, Ana Pop]\n  adapted: true\n  checks: {ignore: [numbers]}"
    )

    assert not says.faults
    assert says.record == Record(
        source="sv",
        version="df1b-a044",
        status=Status.REVIEWED,
        translators=("Maria Ionescu",),
        reviewers=("Andrei Pop", "Ana Pop"),
        adapted=True,
        ignored_checks=("numbers",),
        line=4,
    )


@pytest.mark.parametrize("typed", ["df1b-a044", "DF1B-A044", "df1ba044", "' df1b a044 '", "df1b–a044"])
def test_a_version_may_be_typed_as_people_copy_it(typed: str) -> None:
    says = read(f"translation: {{source: sv, version: {typed}}}")

    assert says.record
    assert says.record.version == "df1b-a044"
    assert not says.faults


def test_an_original_has_no_record_and_may_name_its_languages() -> None:
    assert read("date: 2021-05").record is None
    assert read("date: 2021-05").translate is None
    assert read("translate: [ro, it]").translate == frozenset({"ro", "it"})
    assert read("translate: ro").translate == frozenset({"ro"})
    assert read("translate: false").translate == frozenset()
    assert read("checks: {ignore: [quotes]}").ignored_checks == ("quotes",)


@pytest.mark.parametrize(
    ("front_matter", "line", "told"),
    [
        ("translation: {source: sv, status: trnslated}", 3, "Did you mean 'translated'?"),
        ("translation:\n  source: se\n  status: draft", 4, "no language 'se'"),
        ("translation:\n  source: ro", 4, "in 'ro' itself"),
        ("translation:\n  status: draft", 4, "lacks 'source'"),
        ("translation:\n  source: sv\n  version: df1b", 5, "'df1b' is no version"),
        ("translation:\n  source: sv\n  verison: df1b-a044", 5, "Did you mean 'version'?"),
        ("translation:\n  source: sv\n  adapted: maybe", 5, "true or false, not 'maybe'"),
        ("translation:\n  source: sv\n  checks: numbers", 5, "{ignore: [numbers]}"),
        ("translation: sv", 3, "'source: sv'"),
        ("translate: [ro, ti]", 3, "no language 'ti'"),
        ("translate: false\ntranslation: {source: sv}", 4, "belongs to the original"),
        ("translation:\n  source: sv\n  translators: {a: b}", 5, "a list of names"),
    ],
)
def test_a_fault_names_its_line_and_the_right_word(front_matter: str, line: int, told: str) -> None:
    (fault,) = read(front_matter).faults

    assert (fault.path, fault.line) == ("docs/ro/a.md", line)
    assert told in fault.message


def test_a_status_that_cannot_be_read_publishes_nothing() -> None:
    says = read("translation: {source: sv, status: done}")

    assert says.record
    assert says.record.status is Status.DRAFT


def test_front_matter_that_yaml_cannot_read_gives_no_traceback() -> None:
    assert read("translation: {source: [").record is None
