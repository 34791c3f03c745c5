"""What was translated before is offered again."""

from __future__ import annotations

from publications.reading.reading import read_blocks
from publications.translation.memory import Memory

SV = "# Bakgrund\n\nProjektet slutar i juni 2022.\n\nPrato\n"
RO = "# Context\n\nProiectul se încheie în iunie 2022.\n\nPrato\n"


def memory() -> Memory:
    return Memory.of([("a.md", read_blocks(SV), read_blocks(RO))])


def test_a_heading_translated_elsewhere_is_offered_with_its_place() -> None:
    (found,) = memory().suggest(read_blocks("Något nytt att läsa.\n\n## *Bakgrund*\n"))

    assert (found.line, found.likeness) == (3, 100.0)
    assert (found.remembered.translation, found.remembered.page, found.remembered.line) == (
        "Context",
        "a.md",
        1,
    )


def test_a_sentence_that_differs_a_little_is_offered_as_near() -> None:
    (found,) = memory().suggest(read_blocks("Projektet slutar i juli 2023.\n"))

    assert found.remembered.translation == "Proiectul se încheie în iunie 2022."
    assert 80 <= found.likeness < 100


def test_what_was_never_translated_is_not_offered() -> None:
    assert memory().suggest(read_blocks("Prato\n\nHelt andra ord utan förlaga.\n")) == ()


def test_a_large_memory_finds_each_sentence() -> None:
    source = "\n\n".join(f"Stad {n} har {n * 7} invånare och ett hus på torg {n}." for n in range(500))
    blocks = read_blocks(source)
    large = Memory.of([("a.md", blocks, read_blocks(source.replace("Stad", "Oraș")))])

    found = large.suggest(blocks[:50])

    assert len(found) == 50
    assert [suggestion.likeness for suggestion in found] == [100.0] * 50


def test_a_large_memory_finds_what_is_nearly_alike_among_many_that_share_its_common_words() -> None:
    source = "\n\n".join(f"Stad {n} har {n * 7} invånare och ett hus på torg {n}." for n in range(900))
    large = Memory.of([("a.md", read_blocks(source), read_blocks(source.replace("Stad", "Oraș")))])

    (found,) = large.suggest(read_blocks("Stad 777 har 5439 invånare och tre hus på torg 777.\n"))

    assert found.remembered.translation == "Oraș 777 har 5439 invånare och ett hus på torg 777."
