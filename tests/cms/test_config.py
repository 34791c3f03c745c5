"""What the CMS is told about a site: its languages, kinds and front matter, and where it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.checks.settings import KEYS, STATUSES, TRANSLATION_KEYS
from publications.cms.config import config_text, entry_address
from publications.cms.fields import KEPT, KEPT_OF_TRANSLATION
from publications.cms.page import page_text
from publications.facts.topic import read_topics
from publications.faults import PublicationError
from publications.layers import DEFAULTS
from publications.project import Locale, Project, load_project
from tests.checks.conftest import write_project
from tests.conftest import ROOT

SITES = {"ours": ROOT, "open-harbours": ROOT / "examples/open-harbours"}
# Words that are English and another language at once.
SAME = {"Date", "Infographics", "Newsletters", "Number", "Pages", "Status", "Text", "Version"}
CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def told(project: Project) -> Any:  # noqa: ANN401 (what YAML has)
    return yaml.safe_load(config_text(project))


def small(root: Path, config: str = CONFIG, **identity: str) -> Project:
    lines = "".join(f"{key}: {value}\n" for key, value in {"name": "A", **identity}.items())
    return write_project(root, {"mkdocs.yml": config, "data/identity.yml": lines})


def keys(collection: Any) -> set[str]:  # noqa: ANN401
    return {field["name"] for field in collection["fields"]}


@pytest.fixture(params=list(SITES.values()), ids=list(SITES))
def site(request: pytest.FixtureRequest) -> Project:
    return load_project(request.param)


def test_an_editor_is_offered_every_language_of_the_site(site: Project) -> None:
    assert told(site)["i18n"]["locales"] == list(site.codes)
    for collection in told(site)["collections"]:
        source = next(field for field in collection["fields"] if field["name"] == "translation")["fields"][0]
        assert [(one["value"], one["label"]) for one in source["options"]] == [
            (locale.code, locale.name) for locale in site.locales
        ]


def test_every_page_of_the_site_lies_in_one_of_the_collections(site: Project) -> None:
    folders = {collection["folder"] for collection in told(site)["collections"]}

    for code in site.codes:
        for page in (site.docs_dir / code).rglob("*.md"):
            folder = page.parent.relative_to(site.root).as_posix()
            assert folder.replace(f"docs/{code}", "docs/{{locale}}", 1) in folders


def test_a_kind_is_called_what_readers_call_it_and_asks_for_what_it_shows(site: Project) -> None:
    collections = {collection["name"]: collection for collection in told(site)["collections"]}

    for kind in site.kinds.all:
        if kind.folder in collections:
            assert {*kind.needs, *kind.shows} <= keys(collections[kind.folder])
    assert collections["newsletters"]["label"] in {"Nyhetsbrev", "Ενημερωτικά δελτία"}


def test_every_key_of_front_matter_is_a_field_or_is_left_as_it_is(site: Project) -> None:
    plain = told(site)["collections"][0]
    record = next(field for field in plain["fields"] if field["name"] == "translation")
    offered = keys(plain) - {"body"}
    lacking = set() if read_topics(site.root) else {"topics"}

    assert offered | lacking == KEYS - KEPT
    assert keys(record) == TRANSLATION_KEYS - KEPT_OF_TRANSLATION
    status = next(field for field in record["fields"] if field["name"] == "status")
    assert [option["value"] for option in status["options"]] == list(STATUSES)


def words(node: Any) -> Iterator[str]:  # noqa: ANN401
    """What a form says in the words of the project: labels, hints, and what is told of a wrong value."""
    if isinstance(node, list):
        yield from (word for one in node for word in words(one))
    elif isinstance(node, dict) and node.get("name") not in {"source", "topics"}:
        yield from (node[key] for key in ("label", "hint") if key in node)
        yield from node.get("pattern", ())[1:]
        yield from (word for one in node.values() for word in words(one))
    elif isinstance(node, dict):
        yield node["label"]  # its options are named by themselves


@pytest.mark.parametrize("code", sorted(path.name for path in (DEFAULTS / "i18n/locale").iterdir()))
def test_a_form_speaks_the_language_of_its_project(code: str) -> None:
    ours = load_project(ROOT)
    said, english = (
        {*words(told(replace(ours, locales=(Locale(one, one),)))["collections"])} for one in (code, "en")
    )

    assert {"Summary", "Pages", "draft"} <= english
    assert code == "en" or said & english <= SAME


def test_a_text_is_saved_as_it_was_typed(site: Project) -> None:
    for collection in told(site)["collections"]:
        body = collection["fields"][-1]
        assert (body["name"], body["modes"]) == ("body", ["raw"])


def test_a_picture_is_found_from_the_pages_that_show_it(site: Project) -> None:
    for collection in told(site)["collections"]:
        page = Path(collection["folder"].replace("{{locale}}", site.codes[0]))
        shown = Path(page, collection["public_folder"]).as_posix()
        assert (
            re.sub(r"[^/]+/\.\./", "", re.sub(r"[^/]+/[^/]+/\.\./\.\./", "", shown)) == "docs/assets/pictures"
        )


@pytest.mark.parametrize(
    ("typed", "taken"), [("2021", True), ("2021-05", True), ("2021-05-12", True), ("12.5.2021", False)]
)
def test_dates_are_asked_for_as_the_checks_ask_for_them(typed: str, *, taken: bool) -> None:
    date = next(
        field for field in told(load_project(ROOT))["collections"][0]["fields"] if field["name"] == "date"
    )

    assert bool(re.search(date["pattern"][0], typed)) is taken


def test_it_is_the_same_in_a_fork_and_in_a_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    before = config_text(load_project(ROOT)), page_text(load_project(ROOT))

    monkeypatch.setenv("PUBS_SITE_URL", "https://preview.example/7/")
    monkeypatch.setenv("PUBS_REPO_URL", "https://github.com/somebody/fork")

    assert (config_text(load_project(ROOT)), page_text(load_project(ROOT))) == before


def hosts() -> Iterator[tuple[str, str, dict[str, object]]]:
    github: dict[str, object] = {"name": "github", "repo": "org/site", "branch": "main"}
    forks = {"open_authoring": True, "auth_scope": "public_repo", "auth_methods": ["token"]}
    yield "https://github.com/org/site", "edit/main/docs/", github | forks
    own = {"api_root": "https://github.uni.example/api/v3", "base_url": "https://github.uni.example"}
    yield "https://github.uni.example/org/site", "edit/main/docs/", github | forks | own
    gitlab: dict[str, object] = {
        "name": "gitlab",
        "repo": "group/sub/site",
        "branch": "live",
        "auth_methods": ["token"],
    }
    yield "https://gitlab.com/group/sub/site.git", "-/edit/live/docs/", gitlab
    europa = {"api_root": "https://code.europa.example/api/v4", "base_url": "https://code.europa.example"}
    yield "https://code.europa.example/group/sub/site", "-/edit/live/docs/", gitlab | europa
    forge: dict[str, object] = {
        "name": "gitea",
        "repo": "org/site",
        "branch": "main",
        "auth_methods": ["token"],
    }
    berg = {"api_root": "https://codeberg.org/api/v1", "base_url": "https://codeberg.org"}
    yield "https://codeberg.org/org/site", "_edit/main/docs/", forge | berg


@pytest.mark.parametrize(("address", "edit", "backend"), [*hosts()], ids=lambda value: str(value)[:30])
def test_people_sign_in_where_the_repository_is(
    tmp_path: Path, address: str, edit: str, backend: dict[str, object]
) -> None:
    config = CONFIG.replace("edit/main/docs/", edit)

    project = small(tmp_path / "site", config, repository=address)

    assert told(project)["backend"] == backend
    assert told(project)["publish_mode"] == ("simple" if backend["name"] == "gitea" else "editorial_workflow")


def test_a_site_in_a_folder_of_its_repository_is_found_there(tmp_path: Path) -> None:
    config = CONFIG.replace("edit/main/docs/", "edit/main/web/site/docs/")

    found = told(small(tmp_path / "site", config, repository="https://github.com/org/all"))

    assert found["media_folder"] == "web/site/docs/assets/pictures"
    assert found["collections"][0]["folder"] == "web/site/docs/{{locale}}"


def test_a_service_for_signing_in_is_named_in_mkdocs_yml(tmp_path: Path) -> None:
    config = CONFIG.replace("extra:\n", "extra:\n  cms: {base_url: https://sign-in.example}\n", 1)

    backend = told(small(tmp_path / "site", config, repository="https://github.com/org/site"))["backend"]

    assert backend["base_url"] == "https://sign-in.example"
    assert "auth_methods" not in backend


@pytest.mark.parametrize(
    ("identity", "what"),
    [
        ({}, "must know the repository"),
        ({"repository": "https://forge.example/a/b"}, "not what forge.example is"),
    ],
)
def test_a_site_that_no_cms_can_be_made_for_is_told_why(
    tmp_path: Path, identity: dict[str, str], what: str
) -> None:
    project = small(tmp_path / "site", **identity)

    with pytest.raises(PublicationError, match=what):
        config_text(project)


def test_norwegian_is_not_read_as_no(tmp_path: Path) -> None:
    config = CONFIG.replace("locale: it\n", 'locale: "no"\n').replace("[en, it]", "[en]")

    found = told(small(tmp_path / "site", config, repository="https://github.com/org/site"))

    assert found["output"]["yaml"]["quote"] == "double"
    assert "no" in found["i18n"]["locales"]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("newsletters/2021-05.md", "#/collections/newsletters/entries/2021-05?_locale=ro"),
        ("newsletters/index.md", "#/collections/newsletters/entries/index?_locale=ro"),
        ("project.md", "#/collections/_pages/entries/project?_locale=ro"),
        ("newsletters/2021/05.md", ""),
    ],
)
def test_a_page_has_an_address_in_the_cms(page: str, address: str) -> None:
    assert entry_address(page, "ro") == address
