"""`pubs poster`: one poster, at once, and where it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner

from publications.commands.poster import poster
from tests.infographics.conftest import ROOT

Change = Callable[[Mapping[str, Mapping[str, str]]], Path]


def test_a_poster_is_made_in_under_a_second_and_its_place_is_said(changed: Change, tmp_path: Path) -> None:
    target = tmp_path / "affisch.pdf"
    arguments = ["city-strategies", "--locale", "it", "--out", str(target), "--project", str(changed({}))]
    started = time.process_time()

    done = CliRunner().invoke(poster, arguments)

    assert done.exit_code == 0, done.exception
    assert time.process_time() - started < 1
    assert f"Made {target}" in done.output
    assert target.read_bytes().startswith(b"%PDF")


def test_a_page_may_be_named_by_its_file(tmp_path: Path) -> None:
    arguments = [
        "docs/it/infographics/city-strategies.md",
        "--locale",
        "ro",
        "--out",
        str(tmp_path / "a.pdf"),
    ]

    done = CliRunner().invoke(poster, [*arguments, "--project", str(ROOT)])

    assert done.exit_code == 0, done.exception


def test_a_language_that_has_no_text_has_no_poster() -> None:
    done = CliRunner().invoke(poster, ["background-and-method", "--locale", "ro", "--project", str(ROOT)])

    assert str(done.exception) == (
        "docs/ro/infographics/background-and-method.md: is not written in 'ro' yet, so there is no poster. "
        "There is one in: sv, en."
    )


def test_an_unknown_infographic_is_answered_with_the_nearest() -> None:
    done = CliRunner().invoke(poster, ["city-strategy", "--locale", "sv", "--project", str(ROOT)])

    assert "Did you mean 'city-strategies'?" in str(done.exception)


def test_a_poster_that_is_drawn_as_usual_is_measured_like_any_other(changed: Change, tmp_path: Path) -> None:
    root, target = changed({}), tmp_path / "usual.pdf"
    (root / "data/infographics/city-strategies.yml").unlink()

    done = CliRunner().invoke(
        poster, ["city-strategies", "--locale", "it", "--out", str(target), "--project", str(root)]
    )

    assert "on the poster in Italian, the box 'coordination-body'" in str(done.exception)
    assert "there are no sections" not in str(done.exception)
