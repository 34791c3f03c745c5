"""`pubs merge`: git draws two people's pages together block by block, in every clone that was told so."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import pubs
from tests.engine.conftest import copy_example

PAGE = "docs/fi/project.md"
LINE = "docs/**/*.md merge=pubs"


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    names = {
        f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**os.environ, **who, **names},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The second site in a repository of its own, without its attributes."""
    root = copy_example(tmp_path / "site")
    (root / ".gitattributes").unlink(missing_ok=True)
    git(root, "init", "-q", "-b", "main")
    commit(root, "A site")
    return root


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    done = git(root, "commit", "-q", "-m", message)
    assert done.returncode == 0, done.stdout + done.stderr


def two_branches(root: Path, page: str, base: str, ours: str, theirs: str) -> None:
    """The page as it was on main, as one person has it now on main, and as another on the branch "maria"."""
    path = root / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(base, encoding="utf-8", newline="")
    commit(root, "As it was")
    git(root, "switch", "-q", "-c", "maria")
    path.write_text(theirs, encoding="utf-8", newline="")
    commit(root, "Maria")
    git(root, "switch", "-q", "main")
    path.write_text(ours, encoding="utf-8", newline="")
    commit(root, "We")


def front(version: str, title: str = "Tietoa hankkeesta") -> str:
    return f"---\ntitle: {title}\ntranslation:\n  source: el\n  version: {version}\n  status: machine\n---\n\n# {title}\n\n"


TEXT = "Ensimmäinen lause.\nToinen lause.\n\n- yksi\n- kaksi\n- kolme\n"


def test_neighbouring_lines_and_two_versions_are_merged_without_a_question(clone: Path) -> None:
    assert pubs("merge", "--install", cwd=clone).returncode == 0
    ours = TEXT.replace("Ensimmäinen", "Aivan ensimmäinen").replace("- yksi", "- aivan yksi")
    theirs = TEXT.replace("Toinen", "Aivan toinen").replace("- kaksi\n", "- kaksi\n- kaksi ja puoli\n")
    two_branches(
        clone, PAGE, front("aaaa-0001") + TEXT, front("aaaa-0002") + ours, front("aaaa-0003") + theirs
    )

    done = git(clone, "merge", "maria", "-m", "Both")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / PAGE).read_text(encoding="utf-8") == front("aaaa-0001") + (
        "Aivan ensimmäinen lause.\nAivan toinen lause.\n\n- aivan yksi\n- kaksi\n- kaksi ja puoli\n- kolme\n"
    )


def test_where_both_have_changed_a_sentence_both_stand_there_and_the_check_names_the_lines(
    clone: Path,
) -> None:
    assert pubs("merge", "--install", cwd=clone).returncode == 0
    old = (clone / PAGE).read_text(encoding="utf-8")
    base = f"{old}\nEnsimmäinen lause.\n\nViimeinen.\n"
    ours = f"{old}\nEnsimmäinen lause, meidän.\n\nViimeinen.\n"
    theirs = f"{old}\nEnsimmäinen lause, Marian.\n\nAivan viimeinen.\n"
    two_branches(clone, PAGE, base, ours, theirs)

    done = git(clone, "merge", "maria", "-m", "Both")

    assert done.returncode == 1
    assert f"CONFLICT (content): Merge conflict in {PAGE}" in done.stdout
    marked = "<<<<<<< ours\nEnsimmäinen lause, meidän.\n=======\nEnsimmäinen lause, Marian.\n>>>>>>> theirs\n"
    assert (clone / PAGE).read_text(encoding="utf-8") == f"{old}\n{marked}\nAivan viimeinen.\n"
    line = old.count("\n") + 2
    checked = pubs("check", cwd=clone)
    assert checked.returncode == 1
    assert f"lines {line} to {line + 4} hold two versions of the same text" in checked.stdout + checked.stderr


def test_a_clone_that_was_not_told_merges_as_ever(clone: Path) -> None:
    (clone / ".gitattributes").write_text(f"{LINE}\n", encoding="utf-8")
    ours, theirs = TEXT.replace("Ensimmäinen", "Aivan ensimmäinen"), TEXT.replace("kolme", "aivan kolme")
    two_branches(clone, PAGE, TEXT, ours, theirs)

    done = git(clone, "merge", "maria", "-m", "Both")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / PAGE).read_text(encoding="utf-8") == ours.replace("kolme", "aivan kolme")


def test_a_clone_whose_environment_is_gone_merges_as_ever(clone: Path) -> None:
    pubs("merge", "--install", cwd=clone)
    driver = git(clone, "config", "merge.pubs.driver").stdout.strip()
    git(clone, "config", "merge.pubs.driver", driver.replace("/pubs", "/gone/pubs"))
    two_branches(clone, PAGE, TEXT, TEXT.replace("Ensimmäinen", "Eka"), TEXT.replace("Ensimmäinen", "Alku"))

    done = git(clone, "merge", "maria", "-m", "Both")

    assert done.returncode == 1
    merged = (clone / PAGE).read_text(encoding="utf-8")
    assert "Eka lause." in merged
    assert "Alku lause." in merged


def test_it_is_set_up_once_and_says_what_it_did(clone: Path) -> None:
    (clone / ".gitattributes").write_text("*.png binary", encoding="utf-8")

    tried = pubs("merge", "--install", "--dry-run", cwd=clone)
    before = (
        (clone / ".gitattributes").read_text(encoding="utf-8"),
        git(clone, "config", "merge.pubs.driver").stdout,
    )
    done = pubs("merge", "--install", cwd=clone)
    again = pubs("merge", "--install", cwd=clone / "docs")

    assert f"Would add to .gitattributes: {LINE}" in tried.stdout
    assert before == ("*.png binary", "")
    assert f"Added to .gitattributes: {LINE}" in done.stdout
    assert "Set merge.pubs.driver in this clone: " in done.stdout
    assert "Next: git add .gitattributes" in done.stdout
    assert "Nothing to do" in again.stdout
    lines = (clone / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("*.png binary", LINE, 3)
    assert git(clone, "check-attr", "merge", "--", PAGE).stdout == f"{PAGE}: merge: pubs\n"


def test_another_driver_that_somebody_has_chosen_is_left(clone: Path) -> None:
    (clone / ".gitattributes").write_text("*.md merge=union\n", encoding="utf-8")

    done = pubs("merge", "--install", cwd=clone)

    assert "says merge: union of pages, and was left as it is" in done.stderr
    assert (clone / ".gitattributes").read_text(encoding="utf-8") == "*.md merge=union\n"


def test_a_folder_without_a_repository_is_told_how_to_begin_one(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "site")

    done = pubs("merge", "--install", cwd=root)

    assert done.returncode == 1
    assert "Begin one: git init" in done.stderr


def test_the_line_ends_and_the_mark_of_our_file_stay(tmp_path: Path) -> None:
    texts = {
        "base": "Yksi.\r\n\r\nKaksi.\r\n",
        "ours": "\ufeffYksi!\r\n\r\nKaksi.\r\n",
        "theirs": "Yksi.\n\nKaksi!\n",
    }
    paths = [tmp_path / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_bytes(text.encode())

    done = pubs("merge", *paths, "docs/fi/a page.md", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert paths[1].read_bytes().decode() == "\ufeffYksi!\r\n\r\nKaksi!\r\n"


@pytest.mark.parametrize(
    ("name", "texts", "code", "merged"),
    [
        ("data/facts.yml", (b"a\nb\nc\nd\n", b"A\nb\nc\nd\n", b"a\nb\nc\nD\n"), 0, b"A\nb\nc\nD\n"),
        (PAGE, (b"\xe5\nb\nc\nd\n", b"\xe4\nb\nc\nd\n", b"\xe5\nb\nc\nD\n"), 0, b"\xe4\nb\nc\nD\n"),
        ("a.yml", (b"a\n", b"b\n", b"c\n"), 1, b"<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n"),
    ],
)
def test_a_file_that_is_no_page_is_merged_as_git_would(
    tmp_path: Path, name: str, texts: tuple[bytes, ...], code: int, merged: bytes
) -> None:
    paths = [tmp_path / one for one in ("base", "ours", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text)

    done = pubs("merge", *paths, name, cwd=tmp_path)

    assert done.returncode == code, done.stderr
    assert paths[1].read_bytes() == merged


def test_a_new_site_has_the_line_from_the_beginning(tmp_path: Path) -> None:
    done = pubs("new-site", "site", "--languages", "fi", "--name", "Satamat", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert LINE in (tmp_path / "site/.gitattributes").read_text(encoding="utf-8").splitlines()
    assert LINE in (Path(__file__).parents[2] / ".gitattributes").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("arguments", "words"), [([], "name three files"), (["--install", "--project", "nowhere"], "nowhere")]
)
def test_what_is_mistyped_is_answered(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = pubs("merge", *arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
