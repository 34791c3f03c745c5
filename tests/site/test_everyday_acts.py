"""What an editor does on any day – rename, delete, take out a link, add a language – never stops the press."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from publications.finding import check_root
from publications.project import load_project
from publications.status.reading import read_page_status
from tests.conftest import pubs
from tests.site.small_site import SmallSite, files_of

# What may be told of these, and is not about the act.
OTHER_RULES = {"unused-message", "missing-message"}


def built(site: SmallSite) -> str:
    """What the build says; it never fails."""
    done = pubs("build", cwd=site.root)
    assert done.returncode == 0, done.stderr
    return done.stderr


def told(root: Path) -> list[str]:
    return [str(fault) for fault in check_root(root) if fault.rule not in OTHER_RULES]


def states(root: Path, page: str) -> dict[str, str]:
    status = read_page_status(load_project(root), page)
    return {locale: str(found.state) for locale, found in status.translations.items()}


def test_a_link_taken_out_of_the_original_stops_nothing(project: Path) -> None:
    original = project / "docs/sv/infographics/background-and-method.md"
    text = original.read_text(encoding="utf-8")
    assert "cartagena.es" in text
    without = re.sub(r"\[([^\]]*)\]\(https://www\.cartagena\.es\)", r"\1", text)
    original.write_text(without, encoding="utf-8")

    done = pubs("build", cwd=project)

    assert done.returncode == 0, done.stderr
    assert "cartagena" not in done.stderr
    english = (project / "site/en/infographics/background-and-method/index.html").read_text(encoding="utf-8")
    assert "https://www.cartagena.es" in english


def test_a_page_is_renamed_in_all_languages_with_all_that_names_it(project: Path) -> None:
    page, new = "infographics/city-strategies", "infographics/strategies"
    before = states(project, f"{page}.md"), states(project, "project.md")

    done = pubs("rename", page, new, cwd=project)

    assert done.returncode == 0, done.stderr
    assert (states(project, f"{new}.md"), states(project, "project.md")) == before
    assert told(project) == []
    assert pubs("build", "--strict", cwd=project).returncode == 0
    assert (project / f"site/sv/{new}.pdf").is_file()
    moved = (project / f"site/sv/{page}/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../strategies/"' in moved
    assert "<h1>Sidan har flyttats</h1>" in moved
    assert f"/sv/{page}/ /sv/{new}/ 301" in (project / "site/_redirects").read_text(encoding="utf-8")


def test_renaming_into_another_folder_mends_the_pages_own_links_and_pictures(project: Path) -> None:
    done = pubs("rename", "newsletters/2021-05", "training-week", cwd=project)

    assert done.returncode == 0, done.stderr
    assert [line for line in told(project) if "leads to nothing" in line or "does not exist" in line] == []
    assert states(project, "training-week.md")["en"] == "current"


def test_a_rename_there_and_back_leaves_every_page_as_it_was_to_the_byte(project: Path) -> None:
    windows = project / "docs/ro/project.md"
    windows.write_bytes(b"\xef\xbb\xbf" + windows.read_bytes().replace(b"\n", b"\r\n"))
    before = {name: data for name, data in files_of(project).items() if name.startswith("docs/")}

    pubs("rename", "infographics/city-strategies", "strategies", cwd=project)
    pubs("rename", "strategies", "infographics/city-strategies", cwd=project)

    assert {name: data for name, data in files_of(project).items() if name.startswith("docs/")} == before
    assert pubs("build", cwd=project).returncode == 0
    assert not (project / "site/_redirects").read_text(encoding="utf-8").startswith("/sv/infographics/city-")


def test_a_trial_writes_nothing_and_a_page_that_is_there_is_never_overwritten(project: Path) -> None:
    before = files_of(project)

    trial = pubs("rename", "privacy", "data-protection", "--dry-run", cwd=project)
    refused = pubs("rename", "privacy", "project", cwd=project)
    removed = pubs("rm", "privacy", "--dry-run", cwd=project)

    assert "Would write docs/sv/data-protection.md" in trial.stdout
    assert "Would take away docs/sv/privacy.md" in removed.stdout
    assert refused.returncode == 1
    assert "is there already" in refused.stderr
    assert files_of(project) == before


def test_a_page_that_is_taken_away_leads_its_readers_on_and_the_check_names_the_links(project: Path) -> None:
    done = pubs("rm", "newsletters/2021-05", cwd=project)

    assert done.returncode == 0, done.stderr
    assert pubs("build", cwd=project).returncode == 0
    assert 'url=../"' in (project / "site/sv/newsletters/2021-05/index.html").read_text(encoding="utf-8")
    assert {line.partition(":")[0] for line in told(project)} == {
        f"docs/{code}/infographics/city-strategies.md" for code in ("sv", "ro", "it", "en")
    }


def test_an_original_that_was_renamed_by_itself_is_found_and_the_command_named(tmp_path: Path) -> None:
    site = SmallSite.make(tmp_path / "site")
    site.move("docs/sv/newsletters/first.md", "docs/sv/newsletters/begin.md")
    assert pubs("done", "en", "newsletters/first", "--all", cwd=site.root).returncode != 0
    original = site.read("docs/sv/newsletters/begin.md") or ""
    site.move("docs/sv/newsletters/begin.md", "docs/sv/newsletters/first.md")
    pubs("done", "en", "newsletters/first", "--all", cwd=site.root)
    site.move("docs/sv/newsletters/first.md", "docs/sv/newsletters/begin.md")

    said = [line for line in told(site.root) if "docs/en/newsletters/first.md" in line]
    built(site)

    assert any("Run: pubs rename newsletters/first newsletters/begin" in line for line in said), said
    assert pubs("rename", "newsletters/first", "newsletters/begin", cwd=site.root).returncode == 0
    assert site.read("docs/sv/newsletters/begin.md") == original
    assert states(site.root, "newsletters/begin.md")["en"] == "current"


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_a_language_that_is_deleted_leaves_the_others_readable(tmp_path: Path, locale: str) -> None:
    site = SmallSite.make(tmp_path / "site")
    shutil.rmtree(site.root / f"docs/{locale}")

    built(site)

    assert (site.root / "site/it/index.html").is_file()


def test_a_language_that_is_taken_out_of_the_configuration_is_told_and_not_published(tmp_path: Path) -> None:
    site = SmallSite.make(tmp_path / "site")
    site.change("mkdocs.yml", r"        - locale: en\n(?:          .*\n)+", "")

    said = built(site)

    assert "mkdocs.yml has no language 'en' (English), so nothing in here is published" in said
    assert "names 'en', which is no language here" in said
    assert not (site.root / "site/en").exists()


def test_a_menu_entry_whose_page_was_deleted_is_left_out(tmp_path: Path) -> None:
    site = SmallSite.make(tmp_path / "site")
    for locale in ("sv", "it", "en"):
        (site.root / f"docs/{locale}/project.md").unlink(missing_ok=True)

    said = built(site)

    assert "the menu entry 'The project' leads to 'project.md', which is published in no language" in said
    assert 'href="project/"' not in (site.read("site/sv/index.html") or "")


def test_a_section_that_no_layout_draws_is_shown_with_all_the_rest_as_a_text(project: Path) -> None:
    page = project / "docs/sv/infographics/city-strategies.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Ett nytt avsnitt {{ #news }}\n\nHelt nya ord.\n", encoding="utf-8")

    done = pubs("build", cwd=project)

    assert done.returncode == 0, done.stderr
    assert "'#news' is no section in data/infographics/city-strategies.yml" in done.stderr
    html = (project / "site/sv/infographics/city-strategies/index.html").read_text(encoding="utf-8")
    assert "Helt nya ord." in html
    assert "city-strategies.pdf" not in html
    italian = (project / "site/it/infographics/city-strategies/index.html").read_text(encoding="utf-8")
    assert "city-strategies.pdf" in italian


def test_an_infographic_whose_page_was_deleted_leaves_a_layout_that_stops_nothing(project: Path) -> None:
    for locale in ("sv", "ro", "it", "en"):
        (project / f"docs/{locale}/infographics/city-strategies.md").unlink()

    done = pubs("build", cwd=project)

    assert done.returncode == 0, done.stderr
    assert "no language has a page infographics/city-strategies.md" in done.stderr
