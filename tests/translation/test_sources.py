"""The stored source texts: added once, never changed, and found again in the history of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from publications.faults import PublicationError
from publications.translation.history import find_in_history
from publications.translation.sources import Sources
from publications.translation.version import read_version, version_of

TEXT = "# Rubrik\n\nEtt stycke om städerna.\n"


def test_a_source_text_is_found_by_its_version(tmp_path: Path) -> None:
    sources = Sources(tmp_path / "i18n" / "sources")

    added = sources.add(TEXT)

    assert added.is_new
    assert added.path.name == f"{version_of(TEXT).code}.md"
    assert sources.text(added.version.code) == TEXT
    assert sources.codes() == {added.version.code}
    assert not list(sources.damaged())
    assert [path.name for path in added.path.parent.iterdir()] == [added.path.name]


def test_the_first_text_of_a_version_stays(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    sources.add(TEXT)

    again = sources.add("# *Rubrik*\n\nEtt stycke\nom städerna.\n")

    assert not again.is_new
    assert sources.text(again.version.code) == TEXT


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert Sources(tmp_path / "new").add(TEXT, dry_run=True).is_new
    assert not (tmp_path / "new").exists()


def test_a_text_of_windows_is_stored_as_everywhere(tmp_path: Path) -> None:
    sources = Sources(tmp_path)

    added = sources.add("\ufeff" + TEXT.replace("\n", "\r\n"))

    assert added.path.read_bytes() == TEXT.encode()


def test_another_text_under_the_same_version_is_refused(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    sources.path(version_of(TEXT).code).write_text("# Något annat\n", encoding="utf-8")

    with pytest.raises(PublicationError, match="another text"):
        sources.add(TEXT)
    (fault,) = sources.damaged()
    assert "never edited" in fault.message


def test_a_lost_text_is_not_found_and_a_broken_one_is_told(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    sources.path("0000-0000").write_bytes(b"\xff\xfe")

    assert sources.text("1111-1111") is None
    with pytest.raises(PublicationError, match="byte 0"):
        sources.text("0000-0000")


def test_a_version_is_eight_hexadecimal_digits() -> None:
    assert read_version(str(version_of(TEXT))) == version_of(TEXT).code
    assert read_version("df1b-a04g") is None


def git(*arguments: str, cwd: Path) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True)


def test_a_lost_text_is_found_in_the_history_across_a_rename(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "sv" / "å.md"
    page.parent.mkdir(parents=True)
    page.write_text(TEXT, encoding="utf-8")
    git("init", "-q", cwd=tmp_path)
    git("add", ".", cwd=tmp_path)
    git("commit", "-qm", "one", cwd=tmp_path)
    git("mv", "docs/sv/å.md", "docs/sv/b.md", cwd=tmp_path)
    git("commit", "-qm", "two", cwd=tmp_path)
    (tmp_path / "docs/sv/b.md").write_text(TEXT + "\nMera.\n", encoding="utf-8")
    git("commit", "-qam", "three", cwd=tmp_path)

    code = version_of(TEXT).code
    assert find_in_history(code, repository=tmp_path, path="docs/sv/b.md") == TEXT
    assert find_in_history("0000-0000", repository=tmp_path, path="docs/sv/b.md") is None


def test_without_git_nothing_is_found_and_nothing_breaks(tmp_path: Path) -> None:
    assert find_in_history("0000-0000", repository=tmp_path, path="docs/sv/a.md") is None
    assert find_in_history("0000-0000", repository=tmp_path / "nowhere", path="a.md") is None
