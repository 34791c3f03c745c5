"""`pubs new`: an editor begins a publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import pubs


def test_a_newsletter_is_begun_in_its_language_with_its_front_matter(project: Path) -> None:
    done = pubs("new", "newsletter", "2021-09", "--locale", "sv", cwd=project)

    assert done.returncode == 0, done.stderr
    page = (project / "docs/sv/newsletters/2021-09.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "September 2021"\nsummary: "Ett exempel')
    assert '\ndate: "2021-09"\n---\n\n# September 2021\n' in page
    assert "Next:" in done.stdout


@pytest.mark.parametrize(
    "kind", ["infographic", "newsletter", "report", "deliverable", "fact sheet", "event"]
)
def test_each_kind_begins_as_an_example_that_readers_find_and_that_passes_the_check(
    project: Path, kind: str
) -> None:
    done = pubs("new", kind, "our-first", "--locale", "ro", cwd=project)

    assert done.returncode == 0, done.stderr
    checked = pubs("check", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout
    assert "drawn as usual" not in checked.stdout


def test_an_infographic_without_a_layout_is_drawn_and_its_editor_is_told_how_to_choose(project: Path) -> None:
    pubs("new", "infographic", "our-first", "--locale", "en", cwd=project)
    layout = project / "data/infographics/our-first.yml"
    layout.unlink()

    said = pubs("check", cwd=project).stdout
    built = pubs("build", "--strict", cwd=project)

    assert "it has no layout, so it is drawn as usual" in said
    assert "pubs layout infographics/our-first" in said
    assert built.returncode == 0, built.stderr
    page = (project / "site/en/infographics/our-first/index.html").read_text(encoding="utf-8")
    assert "chapter-numbered-cards" in page
    assert (project / "site/en/infographics/our-first.pdf").is_file()
    written = pubs("layout", "infographics/our-first", cwd=project)
    assert written.returncode == 0, written.stderr
    assert "component: numbered-cards" in layout.read_text(encoding="utf-8")
    assert pubs("build", "--strict", cwd=project).returncode == 0


def test_a_title_with_a_colon_and_quotes_is_read_back_as_it_was_typed(project: Path) -> None:
    title = 'Oraș: "nou"'

    done = pubs("new", "infographic", "housing", "--locale", "ro", "--title", title, cwd=project)

    assert done.returncode == 0, done.stderr
    assert 'title: "Oraș: \\"nou\\""' in (project / "docs/ro/infographics/housing.md").read_text(
        encoding="utf-8"
    )


def test_a_page_that_is_there_is_never_overwritten(project: Path) -> None:
    page = project / "docs/sv/newsletters/2021-05.md"
    before = page.read_bytes()

    done = pubs("new", "newsletter", "2021-05", "--locale", "sv", cwd=project)

    assert done.returncode == 1
    assert "docs/sv/newsletters/2021-05.md" in done.stderr
    assert page.read_bytes() == before


def test_a_dry_run_shows_the_page_and_writes_nothing(project: Path) -> None:
    done = pubs("new", "newsletter", "2021-09", "--locale", "it", "--dry-run", cwd=project)

    assert "Settembre 2021" in done.stdout
    assert not (project / "docs/it/newsletters/2021-09.md").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["newsleter", "2021-09", "--locale", "sv"], 2, "newsletter"),
        (["newsletter", "2021-9", "--locale", "sv"], 2, "Did you mean 2021-09?"),
        (["newsletter", "2021-13", "--locale", "sv"], 2, "Write it as 2021-09, or 2021-09-15."),
        (["newsletter", "Nytt Brev", "--locale", "sv"], 2, "nytt-brev"),
        (["newsletter", "2021-09", "--locale", "se"], 1, "there is no language 'se'"),
        (["newsletter", "2021-05", "--locale", "ro"], 1, "docs/"),
    ],
)
def test_what_is_typed_wrongly_is_answered_with_what_would_be_right(
    project: Path, arguments: list[str], code: int, words: str
) -> None:
    done = pubs("new", *arguments, cwd=project)

    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
