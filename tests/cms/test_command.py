"""`pubs cms`, as the owner of a site types it, and what `pubs check` says when the site has gone on."""

from __future__ import annotations

import io
import json
import tarfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha512
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from publications.cms.fetching import fetch
from publications.cms.script import FOLDER, PACKAGE, START, Package
from publications.commands.check import check
from publications.commands.cms import cms
from publications.faults import PublicationError
from publications.project import load_project
from tests.checks.conftest import write_project
from tests.conftest import ROOT

IDENTITY = "name: A\nrepository: https://github.com/org/site\n"
PACKED = {
    "LICENSE.txt": b"MIT",
    "npm/index.js": b"export const init = () => {};",
    "npm/index.js.map": b"{}",
    "npm/chunks/react-1.js": b"",
    "npm/chunks/heic-1.js": b"",
    "npm/assets/sans.woff2": b"font",
    "npm/assets/sans.LICENSE.txt": b"OFL",
    "locales/sv.json": b'{"save": "Spara"}',
    "locales/it.json": b"{}",
    "locales/fi.json": b"{}",
    "../outside.js": b"",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "site", {"data/identity.yml": IDENTITY}).root


def type_in(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cms, [*arguments, "--project", str(root)])


def archive(files: dict[str, bytes] = PACKED) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def pinned(data: bytes) -> Package:
    return Package(PACKAGE.name, PACKAGE.version, b64encode(sha512(data).digest()).decode(), PACKAGE.locales)


@contextmanager
def registry(data: bytes) -> Iterator[str]:
    """A mirror of npm's registry on this machine, which has one package."""

    class Mirror(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_there = self.path == f"/@sveltia/cms/-/cms-{PACKAGE.version}.tgz"
            self.send_response(200 if is_there else 404)
            self.end_headers()
            self.wfile.write(data if is_there else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it so)
            """Tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def fetched(root: Path) -> None:
    """The editor as it comes from a registry that has a small one."""
    data = archive()
    with pytest.MonkeyPatch.context() as patch, registry(data) as address:
        patch.setenv("NPM_CONFIG_REGISTRY", address)
        fetch(root / "docs/admin", load_project(root), pinned(data))


@pytest.fixture
def with_editor(root: Path) -> Path:
    """A site that has all of it."""
    fetched(root)
    assert type_in(root, "--write").exit_code == 0
    return root


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:9")


def files(root: Path) -> set[str]:
    folder = root / "docs/admin"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_editor_comes_with_its_licences_and_the_words_of_the_sites_languages_only(root: Path) -> None:
    fetched(root)

    kept = {"LICENSE.txt", "npm/index.js", "npm/chunks/react-1.js", "npm/assets/sans.woff2"}
    kept |= {"npm/assets/sans.LICENSE.txt", "locales/sv.js", "locales/it.js"}
    assert files(root) == {f"{FOLDER}/{name}" for name in kept}
    words = (root / "docs/admin" / FOLDER / "locales/sv.js").read_text(encoding="utf-8")
    assert json.loads(words.removeprefix("export default ")) == {"save": "Spara"}


@pytest.mark.usefixtures("no_network")
def test_once_it_is_there_nothing_is_written_or_fetched_again(with_editor: Path) -> None:
    assert type_in(with_editor).exit_code == 0
    again = type_in(with_editor, "--write")

    assert again.exit_code == 0
    assert "Wrote" not in again.output
    assert again.output.splitlines()[-1].startswith("Next: put docs/admin into the repository")


def test_another_version_takes_the_place_of_the_old_one(root: Path) -> None:
    old = root / "docs/admin/sveltia-0.1.0/npm/index.js"
    old.parent.mkdir(parents=True)
    old.write_text("old", encoding="utf-8")

    fetched(root)

    assert not old.exists()
    assert (root / "docs/admin" / START).is_file()


@pytest.mark.usefixtures("no_network")
def test_without_a_network_what_can_be_written_is_and_the_rest_is_told(root: Path) -> None:
    result = type_in(root, "--write")

    assert isinstance(result.exception, PublicationError)
    assert "could not be fetched" in str(result.exception)
    assert "run `pubs cms --write` again" in str(result.exception)
    assert files(root) == {"config.yml", "index.html"}


def test_an_editor_that_is_not_the_pinned_one_is_thrown_away(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with registry(archive({"npm/index.js": b"evil"})) as address:
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", address)
        result = type_in(root, "--write")

    assert "its sha512 differs" in str(result.exception)
    assert files(root) == {"config.yml", "index.html"}


@pytest.mark.usefixtures("no_network")
def test_a_dry_run_shows_it_all_and_writes_nothing(root: Path) -> None:
    result = type_in(root, "--write", "--dry-run")

    assert result.exit_code == 0
    assert "+  repo: org/site" in result.output
    assert files(root) == set()


def test_when_the_site_has_gone_on_the_command_names_what_differs(with_editor: Path) -> None:
    (with_editor / "data/identity.yml").write_text(
        IDENTITY.replace("org/site", "org/moved"), encoding="utf-8"
    )

    result = type_in(with_editor)

    assert result.exit_code == 1
    assert "docs/admin/config.yml is not as the project is now" in result.output
    assert "  -  repo: org/site\n  +  repo: org/moved\n" in result.output
    assert result.output.endswith("Next: pubs cms --write\n")


def checked(root: Path) -> str:
    return CliRunner().invoke(check, ["--project", str(root)]).output


def test_the_checks_say_nothing_of_a_site_without_it_or_with_a_fresh_one(root: Path) -> None:
    assert checked(root).startswith("All is well.")

    fetched(root)
    type_in(root, "--write")

    assert checked(root).startswith("All is well.")


def test_the_checks_warn_when_a_kind_of_page_came_in(with_editor: Path) -> None:
    page = with_editor / "docs/sv/reports/index.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: R\n---\n\n# R\n\nText.\n", encoding="utf-8")

    said = checked(with_editor)

    assert "docs/admin/config.yml\n  warning  the editor in the browser does not know the project" in said
    assert "Run: pubs cms --write" in said


@pytest.mark.usefixtures("no_network")
def test_the_checks_warn_when_the_editor_itself_is_missing(root: Path) -> None:
    type_in(root, "--write")

    assert f"docs/admin/{FOLDER}\n  warning  the editor in the browser is not there" in checked(root)


def test_nobody_but_the_site_and_the_host_is_asked_by_the_page_that_starts_it(root: Path) -> None:
    shown = type_in(root, "--dry-run").output

    policy = next(line for line in shown.splitlines() if "Content-Security-Policy" in line)
    hosts = {word for word in policy.replace('"', " ").replace(";", " ").split() if word.startswith("https:")}
    assert hosts == {
        "https://github.com",
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    }


def test_the_real_project_can_have_one() -> None:
    assert type_in(ROOT, "--dry-run").exit_code == 0
