"""A page in all its languages: who was made from whom, and what readers of each still lack."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from publications.translation import version as version_module
from publications.translation.comparison import compare_page
from publications.translation.status import PageStatus, State
from publications.translation.version import version_of

LOCALES = ("sv", "ro", "it", "en")
SV = "# Strategier\n\nStäderna lär av varandra.\n"
NEW_SV = "# Strategier\n\nStäderna lär av varandra och av forskningen.\n"


def english(version: str, **more: str) -> str:
    rest = "".join(f", {key}: {value}" for key, value in more.items())
    return f"---\ntranslation: {{source: sv, version: {version}{rest}}}\n---\n# Strategies\n\nCities learn.\n"


def italian(version: str) -> str:
    return f"---\ntranslation: {{source: en, version: {version}}}\n---\n# Strategie\n\nLe città imparano.\n"


def status(texts: Mapping[str, str], *stored: str) -> PageStatus:
    known = {version_of(text).code: text for text in stored}
    return compare_page(
        "a.md", texts, locales=LOCALES, source_text=lambda code, _locale: known.get(code)
    ).status


def states(page: PageStatus) -> dict[str, str]:
    return {locale: found.state.value for locale, found in page.translations.items()}


def test_a_page_in_one_language_is_missing_in_the_others() -> None:
    page = status({"sv": SV})

    assert page.original == "sv"
    assert states(page) == {"ro": "missing", "it": "missing", "en": "missing"}
    assert (page.blocks, page.words) == (2, 5)
    assert page.translations["ro"].words == 5
    assert page.translations["ro"].blocks_to_do == 2
    assert page.version == version_of(SV).code


def test_an_empty_file_is_no_translation() -> None:
    page = status({"sv": SV, "en": "---\ntranslation: {source: sv, status: translated}\n---\n"})

    assert states(page)["en"] == "missing"


def test_an_original_may_be_meant_for_some_languages_only() -> None:
    page = status({"sv": "---\ntranslate: [ro]\n---\n" + SV})

    assert states(page) == {"ro": "missing", "it": "excluded", "en": "excluded"}
    assert states(status({"sv": "---\ntranslate: false\n---\n" + SV})) == dict.fromkeys(
        ("ro", "it", "en"), "excluded"
    )


def test_what_was_made_from_an_outdated_translation_waits() -> None:
    old_english = english(version_of(SV).code)
    page = status({"sv": NEW_SV, "en": old_english, "it": italian(version_of(old_english).code)}, SV)

    assert states(page) == {"ro": "missing", "it": "waiting", "en": "outdated"}


def test_a_translation_of_a_translation_follows_that_one() -> None:
    text = english(version_of(SV).code)
    page = status({"sv": SV, "en": text, "it": italian(version_of(text).code)})

    assert states(page) == {"ro": "missing", "it": "current", "en": "current"}


def test_a_translation_whose_source_is_gone_is_an_orphan() -> None:
    assert states(status({"en": english("df1b-a044")}))["en"] == "orphan"


def test_a_record_without_version_is_unknown_and_told_the_version_to_copy() -> None:
    page = status({"sv": SV, "en": english("")})
    (fault,) = page.translations["en"].faults

    assert states(page)["en"] == "unknown"
    assert version_of(SV).code in fault.message
    assert (fault.path, fault.line) == ("docs/en/a.md", 2)


def test_a_lost_source_text_is_outdated_without_a_diff() -> None:
    found = status({"sv": SV, "en": english("0000-0000")}).translations["en"]

    assert found.state is State.OUTDATED
    assert not found.has_diff
    assert found.blocks_to_do == found.blocks == 2
    assert "a slip in copying?" in found.faults[0].message


def test_a_translation_that_gives_its_own_version_is_told_so() -> None:
    own = version_of(english("0000-0000")).code
    found = status({"sv": SV, "en": english(own)}).translations["en"]

    assert "its own version" in found.faults[0].message


def test_two_originals_are_an_error_on_both() -> None:
    page = status({"sv": SV, "it": "# Strategie\n", "en": english(version_of(SV).code)})

    assert [fault.path for fault in page.faults] == ["docs/sv/a.md", "docs/it/a.md"]
    assert page.original == "sv"
    assert states(page) == {"ro": "missing", "it": "unknown", "en": "current"}


def test_a_circle_of_sources_is_an_error_that_shows_the_circle() -> None:
    page = status({"en": english("").replace("source: sv", "source: it"), "it": italian("")})

    assert page.original is None
    assert "en ← it ← en" in page.faults[0].message
    assert states(page)["it"] == "unknown"


def test_words_to_do_are_those_of_new_and_changed_blocks() -> None:
    page = status({"sv": NEW_SV, "en": english(version_of(SV).code)}, SV)

    assert page.translations["en"].words == 7
    assert page.translations["en"].blocks_to_do == 1


def test_an_edit_that_an_editor_called_minor_outdates_nothing() -> None:
    page = compare_page(
        "a.md",
        {"sv": NEW_SV, "en": english(version_of(SV).code)},
        locales=LOCALES,
        source_text=lambda _code, _locale: SV,
        same_meaning=lambda old, new: (old, new) == (version_of(SV).code, version_of(NEW_SV).code),
    ).status

    assert states(page)["en"] == "current"


def test_a_new_segmenter_outdates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    old_code = version_of(SV).code
    monkeypatch.setattr(version_module, "SEGMENTER", version_module.SEGMENTER + 1)

    assert version_of(SV).code != old_code
    page = compare_page(
        "a.md",
        {"sv": SV, "en": english(old_code)},
        locales=LOCALES,
        source_text=lambda code, _locale: SV if code == old_code else None,
    ).status
    assert states(page)["en"] == "current"


def test_the_version_of_another_page_is_told() -> None:
    other = "# Kontakt\n\nSkriv till oss.\n\nVi svarar snart.\n\nTack!\n"
    long = SV + "\nDe möts varje år.\n\nAlla är välkomna.\n"
    found = status({"sv": long, "en": english(version_of(other).code)}, other).translations["en"]

    assert found.state is State.OUTDATED
    assert "another page's?" in found.faults[0].message
