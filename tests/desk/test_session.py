"""What the desk knows of the project follows the files, and is told when it is read."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

import pytest

from publications.desk.session import Session, Step
from publications.desk.steps import begin, finish
from publications.faults import PublicationError
from publications.reading.reading import read_blocks
from publications.translation.memory import Memory
from tests.desk.people import OWN, PAGE, SOURCE, People

MAY, IN_MAY = (
    "We meet in May in Prato, and everybody is welcome.",
    "Ne vedem în mai la Prato, și toată lumea este binevenită.",
)
LEARNED = "Then we write a report about all that we have learned."


@pytest.fixture
def session(tmp_path: Path) -> Session:
    people = People.at(tmp_path / "project")
    people.start()
    return Session(people.root, "token")


def changed(session: Session) -> None:
    before = session.generation
    session.note_change()
    end = monotonic() + 20
    while session.generation == before and monotonic() < end:
        sleep(0.005)
    assert session.generation > before


def memory_with(session: Session, words: str, wanted: str) -> Memory:
    """The memory once it is gathered: it is, behind the scenes, when it is first asked for."""
    end = monotonic() + 20
    while monotonic() < end:
        memory = session.memory(SOURCE, OWN)
        if memory and words in memory.blocks and memory.blocks[words].translation == wanted:
            return memory
        sleep(0.005)
    pytest.fail(f"'{wanted}' was not remembered")


def test_a_fact_that_an_editor_changes_is_shown_when_the_browser_is_told(session: Session) -> None:
    facts = session.root / "data/facts.yml"
    facts.parent.mkdir(exist_ok=True)
    facts.write_text("visitors:\n  number: 7\n", encoding="utf-8")
    assert session.fact("{{ visitors }}", OWN) == "7"
    facts.write_text("visitors:\n  number: 12\n", encoding="utf-8")
    changed(session)
    assert session.fact("{{ visitors }}", OWN) == "12"


def test_settings_that_are_broken_for_a_moment_are_told_and_then_read_again(session: Session) -> None:
    config = session.root / "mkdocs.yml"
    whole = config.read_text(encoding="utf-8")
    config.write_text("site_name: [\n", encoding="utf-8")
    changed(session)
    with pytest.raises(PublicationError, match=r"mkdocs\.yml"):
        session.project  # noqa: B018 (it is read)
    config.write_text(whole, encoding="utf-8")
    changed(session)
    assert OWN in session.project.codes


def test_what_was_just_translated_is_suggested_and_other_pages_are_not_read_again(session: Session) -> None:
    first = memory_with(session, LEARNED, "Apoi scriem un raport despre tot ce am învățat.")
    begin(session.project, "index.md", OWN, None)
    changed(session)
    home = session.root / "docs/ro/index.md"
    home.write_text(
        home.read_text(encoding="utf-8").replace("draft", "translated").replace("Hello.", "Salut."),
        encoding="utf-8",
    )
    changed(session)
    second = memory_with(session, "Hello.", "Salut.")
    assert second.blocks[LEARNED] is first.blocks[LEARNED]


def test_a_draft_is_not_suggested(session: Session) -> None:
    begin(session.project, "index.md", OWN, None)
    memory = memory_with(session, LEARNED, "Apoi scriem un raport despre tot ce am învățat.")
    assert "Home" not in memory.blocks


def test_a_sentence_that_has_changed_is_offered_what_stood_there_before_as_such_until_that_is_followed(
    session: Session,
) -> None:
    source, own = (session.root / f"docs/{code}/{PAGE}" for code in (SOURCE, OWN))
    june, in_june = MAY.replace("May", "June"), IN_MAY.replace("mai", "iunie")
    source.write_text(source.read_text(encoding="utf-8").replace(MAY, june), encoding="utf-8")
    (offered,) = memory_with(session, MAY, IN_MAY).suggest(read_blocks(june))
    assert (offered.remembered.source, offered.likeness < 100) == (MAY, True)

    own.write_text(own.read_text(encoding="utf-8").replace(IN_MAY, in_june), encoding="utf-8")
    finish(session.project, PAGE, OWN)
    changed(session)
    (offered,) = memory_with(session, june, in_june).suggest(read_blocks(june))
    assert (offered.remembered.translation, offered.likeness) == (in_june, 100)


def test_a_step_is_remembered_for_its_page_and_only_the_last_ones(session: Session) -> None:
    for number in range(60):
        session.remember(Step(PAGE, OWN, f"{number}", f"{number + 1}"))
    session.remember(Step("index.md", OWN, "", ""))
    taken = iter(lambda: session.last_step(PAGE, OWN), None)
    assert [step.previous for step in taken] == [f"{number}" for number in range(59, 10, -1)]


def test_what_an_agency_has_translated_is_suggested_too(session: Session) -> None:
    file = session.root / "i18n/memory/agency.tmx"
    file.parent.mkdir(parents=True)
    units = "".join(
        f'<tuv xml:lang="{code}"><seg>{words}</seg></tuv>'
        for code, words in ((SOURCE, "An agency has read it."), (OWN, "O agenție l-a citit."))
    )
    file.write_text(f'<tmx version="1.4"><body><tu>{units}</tu></body></tmx>', encoding="utf-8")
    changed(session)
    memory = memory_with(session, "An agency has read it.", "O agenție l-a citit.")
    assert memory.blocks["An agency has read it."].page == "i18n/memory/agency.tmx"
