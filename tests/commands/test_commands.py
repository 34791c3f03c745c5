"""Every command: help with examples, and every command of the README does what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from publications.commands.cli import load_command, main
from tests.conftest import PUBS, ROOT, pubs, run

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    for line in block.splitlines()
    if line
]
SELF = {"make test", "make serve", "pubs serve", "pubs desk ro newsletters/2021-05"}


@pytest.mark.parametrize("name", main.commands)
def test_help_says_what_a_command_does_and_ends_in_examples(name: str) -> None:
    command = load_command(name)

    assert command.help
    assert command.epilog
    assert f"pubs {command.name}" in command.epilog


def test_the_list_of_commands_says_of_each_what_it_does_in_one_line() -> None:
    said = run(PUBS, "--help", COLUMNS="80").stdout

    files = {
        path.stem.removesuffix("_").replace("_", "-")
        for path in (ROOT / "publications" / "commands").glob("*.py")
        if "@click.command" in path.read_text("utf-8")
    }
    listed = dict(re.findall(r"^  ([a-z-]+)  +(\S.*)$", said.partition("Commands:")[2], flags=re.MULTILINE))
    assert listed.keys() >= files
    assert all(listed[name].endswith(".") and "..." not in listed[name] for name in files)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["chekc"], ["check", "--help"]])
def test_what_needs_no_project_imports_nothing_of_it(words: list[str]) -> None:
    heavy = ("mkdocs", "yaml", "rich", "polib", "babel", "markdown_it", "typst", "publications.project")
    code = f"import sys; from publications.commands.cli import main\ntry: main({words!r})\nfinally: print(*sys.modules)"

    modules = run(sys.executable, "-c", code).stdout.split()

    assert "publications.commands.cli" in modules
    assert not {*heavy} & {*modules}


@pytest.mark.parametrize(
    "line", sorted({line for line in SHOWN if line.startswith("pubs") and line not in SELF})
)
def test_a_command_of_the_readme_works_as_it_is_shown(project: Path, line: str) -> None:
    shutil.copy(ROOT / "tests/cases/import/newsletter.docx", project / "september.docx")
    done = run(PUBS, *shlex.split(line)[1:], cwd=project)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", sorted({line for line in SHOWN if line.startswith("make")}))
def test_a_make_target_of_the_readme_exists(line: str) -> None:
    done = run("make", "--dry-run", *shlex.split(line)[1:])

    assert done.returncode == 0, done.stderr


def test_the_windows_lines_of_the_readme_do_what_make_site_does() -> None:
    block = re.findall(r"```bat\n(.*?)```", README, flags=re.DOTALL)[0].replace(
        ".venv\\Scripts\\", ".venv/bin/"
    )

    site = run("make", "--dry-run", "--always-make", "site").stdout

    for part in (
        "install --quiet --disable-pip-version-check --require-hashes -r requirements.lock",
        "--no-deps --no-build-isolation -e .",
    ):
        assert part in site
        assert part.removeprefix("install --quiet --disable-pip-version-check ") in block
    assert "pubs build" in site
    assert "pubs build" in block


def test_serve_shows_the_site_and_follows_what_an_editor_writes(project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PUBS, "serve", "--port", str(port)]
    serving = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/sv/project/"
        assert "Linköping" in wait_for(address, "Linköping")
        page = project / "docs/sv/project.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nEn ny rad.\n", encoding="utf-8")
        assert "En ny rad." in wait_for(address, "En ny rad.")
    finally:
        serving.terminate()
        assert serving.wait(timeout=30) == 0


def wait_for(address: str, words: str) -> str:
    """The page at an address, as soon as it has the words; what it had last after half a minute."""
    page = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (our own server)
                page = answer.read().decode("utf-8")
        except OSError:
            page = ""
        if words in page:
            break
        time.sleep(0.1)
    return page


def test_a_folder_without_a_project_is_told_so(tmp_path: Path) -> None:
    done = pubs("build", cwd=tmp_path)

    assert done.returncode == 1
    assert "no mkdocs.yml here or above" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_picture_and_file_that_the_readme_names_is_there() -> None:
    prose = re.sub(r"`[^`]*`", "", README)
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", prose)

    assert ".github/site.png" in named
    assert [name for name in named if not (ROOT / name).exists()] == []
