"""`pubs new`: an editor begins a publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import pubs


def test_a_newsletter_is_begun_in_its_language_with_its_front_matter(project: Path) -> None:
    done = pubs("new", "newsletter", "2021-09", "--locale", "sv", cwd=project)

    assert done.returncode == 0, done.stderr
    page = (project / "docs/sv/newsletters/2021-09.md").read_text(encoding="utf-8")
    assert page == '---\ntitle: "September 2021"\nsummary: ""\ndate: "2021-09"\n---\n\n# September 2021\n\n'
    assert "Next:" in done.stdout


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
