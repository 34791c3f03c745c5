"""Starting a translation, and saying that it follows its source: nothing else of the file is touched."""

from __future__ import annotations

import pytest

from publications.reading.reading import read_blocks
from publications.translation.changes import Change, changes_between
from publications.translation.comparison import compare_page
from publications.translation.counterparts import counterparts
from publications.translation.done import follow, unanswered
from publications.translation.record import Status
from publications.translation.start import start
from publications.translation.touch_up import touch_up
from publications.translation.version import version_of

SOURCE = """\
---
title: Strategier  # kort
translate: [ro, it]
image:
  alt: 'En karta'
checks: {ignore: [quotes]}
---
# Strategier { #strategies }

Läs [rapporten](rapport.md) från {{ year }}.

![Karta](karta.png)
"""


def test_the_page_to_fill_in_keeps_all_but_what_the_source_says_of_itself() -> None:
    text = start(SOURCE, source_locale="sv")

    assert text == (
        "---\ntitle: Strategier  # kort\nimage:\n  alt: 'En karta'\n"
        f"translation:\n  source: sv\n  version: {version_of(SOURCE)}\n  status: draft\n---\n"
        + SOURCE.split("---\n")[2]
    )


def test_a_page_without_front_matter_gets_one() -> None:
    assert start("# Rubrik\n", source_locale="sv").startswith("---\ntranslation:\n  source: sv\n")


def test_start_then_done_gives_current() -> None:
    text = start(SOURCE, source_locale="sv")
    page = compare_page(
        "a.md", {"sv": SOURCE, "ro": text}, locales=("sv", "ro"), source_text=lambda *_: None
    ).status
    assert page.translations["ro"].state == "draft"

    for old, new in (
        ("Strategier", "Strategii"),
        ("Läs", "Citiți"),
        ("från", "din"),
        ("rapporten", "raportul"),
    ):
        text = text.replace(old, new)
    text = text.replace("En karta", "O hartă").replace("Karta", "Harta")
    text = follow(text, str(version_of(SOURCE)), status=Status.TRANSLATED)

    page = compare_page(
        "a.md", {"sv": SOURCE, "ro": text}, locales=("sv", "ro"), source_text=lambda *_: None
    ).status
    assert page.translations["ro"].state == "current"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "translation:\n  source: sv   # svenska\n  version: 0000-0000 # gammal\n  status: translated",
            "translation:\n  source: sv   # svenska\n  version: df1b-a044 # gammal\n  status: reviewed",
        ),
        (
            "translation: {source: sv, version: '0000-0000', status: draft}",
            "translation: {source: sv, version: df1b-a044, status: reviewed}",
        ),
        ("translation:\n  source: sv\n  version:\n", "translation:\n  source: sv\n  version: df1b-a044\n"),
    ],
)
def test_done_changes_the_record_and_nothing_else(before: str, after: str) -> None:
    page = '---\ntitle: "Ett: två"   # så\n{}\nlist:\n- a\n---\n\n# Rubrik  \ntext\n'

    status = Status.REVIEWED if "reviewed" in after else None
    assert follow(page.format(before), "df1b-a044", status=status) == page.format(after)


def test_a_record_that_lacks_a_version_gets_one() -> None:
    assert "{version: df1b-a044, source: sv}" in follow(
        "---\ntranslation: {source: sv}\n---\nx\n", "df1b-a044"
    )
    text = follow("---\ntranslation:\n    source: sv\n---\nx\n", "df1b-a044")
    assert text == "---\ntranslation:\n    version: df1b-a044\n    source: sv\n---\nx\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("source: sv", "status: reviewed\n  reviewers: Andrei Pop\n  source: sv"),
        ("reviewers: [Ana Pop]", "status: reviewed\n  reviewers: [Ana Pop, Andrei Pop]"),
        ("reviewers: Ana Pop", "status: reviewed\n  reviewers: [Ana Pop, Andrei Pop]"),
        ("reviewers: []", "status: reviewed\n  reviewers: [Andrei Pop]"),
        ("reviewers:\n  - Ana Pop", "status: reviewed\n  reviewers:\n  - Ana Pop\n  - Andrei Pop"),
        ("reviewers: [Andrei Pop]", "status: reviewed\n  reviewers: [Andrei Pop]"),
    ],
)
def test_a_reviewer_is_added_to_those_there_are(before: str, after: str) -> None:
    page = "---\ntranslation:\n  {}\n  version: df1b-a044\n---\ntext\n"

    assert follow(page.format(before), "df1b-a044", reviewer="Andrei Pop") == page.format(after)


def test_windows_line_ends_stay() -> None:
    text = follow("---\r\ntranslation: {source: sv, version: 0000-0000}\r\n---\r\nx\r\n", "df1b-a044")

    assert text == "---\r\ntranslation: {source: sv, version: df1b-a044}\r\n---\r\nx\r\n"


OLD = "Vi ses i maj i Prato.\n\nLäs [mer](a.md).\n\nVi samlade 1 250 ton.\n\nBort med detta.\n"
NEW = "Vi ses i maj i Riga.\n\nLäs [mer](b.md).\n\nVi samlade 1 340 ton.\n\nEn helt annan sak är ny här.\n\nSlut.\n"
RO = "Ne vedem în mai la Prato.\n\nCitiți [aici](a.md).\n\nAm strâns 1.250 de tone.\n\nFără asta.\n"


def test_done_sees_a_fact_that_took_the_place_of_a_figure() -> None:
    change = one_change("Vi är 13.", "Vi är {{ partners }}.", "Suntem 13.")

    assert unanswered([change], source="Vi är {{ partners }}.", translation="Suntem 13.") == (change,)
    assert not unanswered([change], source="Vi är {{ partners }}.", translation="Suntem {{partners}}.")


def changed(old: str, new: str, translation: str) -> tuple[Change, ...]:
    before = read_blocks(old)
    pairs = counterparts(before, read_blocks(translation))
    return changes_between(before, read_blocks(new), pairs, locale="sv")


def told(translation: str, previous: str | None = None, new: str = NEW) -> list[str]:
    changes = changed(OLD, new, translation)
    left = unanswered(changes, source=new, translation=translation, previous=previous)
    return [str(change.kind) for change in left]


def test_done_asks_about_every_change_that_left_no_trace() -> None:
    assert told(RO) == ["text", "link", "number", "added", "removed"]


def test_done_sees_a_new_link_and_a_new_figure() -> None:
    assert told(RO.replace("a.md", "b.md").replace("1.250", "1.340")) == ["text", "added", "removed"]


def test_done_sees_rewritten_lines_where_it_knows_what_they_were() -> None:
    mended = RO.replace("Prato", "Riga").replace("a.md", "b.md").replace("1.250", "1.340")
    mended = mended.replace("Fără asta.", "Un lucru cu totul diferit este nou aici.\n\nSfârșit.")

    assert told(mended, previous=RO) == []
    assert told(RO, previous=RO) == ["text", "link", "number", "added", "removed"]


def one_change(old: str, new: str, translation: str) -> Change:
    (change,) = changed(old, new, translation)
    return change


@pytest.mark.parametrize(
    ("old", "new", "translation", "mended"),
    [
        ("Se [a](x.md).", "Se [a](y.md).", "Vezi [a](x.md).", "Vezi [a](y.md)."),
        ("Se [a](x.md).", "Se [a](y.md).", "Vezi [a][r].\n\n[r]: x.md", "[r]: y.md"),
        ("26 809 473 personer", "26 809 474 personer", "26.809.473 de persoane", "26.809.474 de persoane"),
        ("Det är 4,9 %.", "Det är 5,1 %.", "It is 4.9%.", "It is 5.1%."),
        ("Det är 12.", "Det är 1 200.", "Sunt 12.", "Sunt 1200."),
        ("Vi är 13.", "Vi är {{ partners }}.", "Suntem 13.", "Suntem {{ partners }}."),
        ("{{ a }} år", "{{ b | short }} år", "{{a}} de ani", "{{ b | short }} de ani"),
        ("Från 3 till 5.", "Från 4 till 5.", "De la 3 la 5.", "De la 4 la 5."),
    ],
)
def test_a_changed_link_or_figure_is_offered_in_the_translators_own_line(
    old: str, new: str, translation: str, mended: str
) -> None:
    (offered,) = touch_up(one_change(old, new, translation), translation)

    assert offered.new == mended
    assert translation.split("\n")[offered.line - 1] == offered.old


@pytest.mark.parametrize(
    ("old", "new", "translation"),
    [
        ("Vi ses i maj.", "Vi ses i juni.", "Ne vedem în mai."),
        ("Se [a](x.md).", "Se [a](y.md).", "Vezi [a](altundeva.md)."),
        ("3 och 3 blir 6.", "4 och 5 blir 9.", "3 și 3 fac 6."),
    ],
)
def test_where_it_cannot_be_sure_nothing_is_offered(old: str, new: str, translation: str) -> None:
    assert touch_up(one_change(old, new, translation), translation) == ()


@pytest.mark.parametrize("is_above", [True, False], ids=["link above", "link below"])
def test_a_divided_paragraph_goes_with_its_longer_part_wherever_its_link_is(is_above: bool) -> None:
    source = "Vi mäter [antalet besök](a.md) år för år, och skriver en rapport om det som vi har lärt oss.\n"
    link, rest = (
        "[numărul](a.md)",
        "Scriem un raport despre ce am învățat în fiecare an, și îl citim împreună.",
    )
    parts = (link, rest) if is_above else (rest, link)
    pairs = counterparts(read_blocks(source), read_blocks("\n\n".join(parts)))
    assert [pair.translation.text for pair in pairs if pair.source and pair.translation] == [rest]
