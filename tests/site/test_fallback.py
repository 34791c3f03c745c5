"""A page that is missing in the reader's language is shown in another, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import pubs
from tests.site.html import languages, one, read, text_of, texts

PAGE = "newsletters/2021-05/"


@pytest.mark.parametrize("locale", ["ro", "it"])
def test_the_shell_is_the_readers_and_the_text_says_which_language_it_is(
    built_site: Path, locale: str
) -> None:
    page = read(built_site, f"{locale}/{PAGE}")

    assert one(page, "html")["lang"] == locale
    assert languages(page) == {"en"}
    assert "training week" in text_of(texts(page)[-1])


@pytest.mark.parametrize(
    ("locale", "words"),
    [("ro", "nu este încă disponibilă în limba română"), ("it", "non è ancora disponibile in italiano")],
)
def test_a_notice_in_the_readers_language_says_that_the_page_is_not_translated(
    built_site: Path, locale: str, words: str
) -> None:
    notice = one(read(built_site, f"{locale}/{PAGE}"), ".notice")

    assert words in text_of(notice)


def test_the_notice_leads_to_the_file_that_is_missing(built_site: Path) -> None:
    notice = one(read(built_site, f"ro/{PAGE}"), ".notice")

    links = [str(link["href"]) for link in notice.select("a")]

    assert (
        "https://github.com/epi-project/publications/new/main/docs/ro/newsletters?filename=2021-05.md"
        in links
    )


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_a_page_in_the_readers_own_language_carries_no_such_notice(built_site: Path, locale: str) -> None:
    assert read(built_site, f"{locale}/{PAGE}").select(".notice") == []


def test_the_chain_of_mkdocs_yml_decides_which_language_is_shown(project: Path) -> None:
    (project / "docs/en/newsletters/2021-05.md").unlink()

    assert pubs("build", cwd=project).returncode == 0

    for locale in ("ro", "it", "en"):
        assert languages(read(project / "site", f"{locale}/{PAGE}")) == {"sv"}


def test_a_draft_is_not_shown_to_readers(project: Path) -> None:
    draft = project / "docs/ro/newsletters/2021-05.md"
    text = (project / "docs/en/newsletters/2021-05.md").read_text(encoding="utf-8")
    draft.write_text(text.replace("status: machine", "status: draft"), encoding="utf-8")

    assert pubs("build", cwd=project).returncode == 0

    page = read(project / "site", f"ro/{PAGE}")
    assert languages(page) == {"en"}
    assert page.select(".notice") != []


def test_a_page_that_exists_only_in_romanian_is_there_for_everyone(project: Path) -> None:
    page = project / "docs/ro/newsletters/2021-09.md"
    page.write_text(
        '---\ntitle: Septembrie\nsummary: Doar în română.\ndate: "2021-09"\n---\n\n# Septembrie\n\nBună ziua.\n',
        encoding="utf-8",
    )

    assert pubs("build", cwd=project).returncode == 0

    for locale in ("sv", "ro", "it", "en"):
        shown = read(project / "site", f"{locale}/newsletters/2021-09/")
        assert "Bună ziua." in text_of(shown)
        assert one(shown, "html")["lang"] == locale
        index = text_of(one(read(project / "site", f"{locale}/newsletters/"), "main"))
        assert "Septembrie" in index


def test_a_link_to_a_page_of_another_language_stays_with_the_reader(project: Path) -> None:
    for locale in ("sv", "ro", "it", "en"):
        page = project / f"docs/{locale}/project.md"
        page.write_text(
            page.read_text(encoding="utf-8") + "\n[EPI](newsletters/2021-05.md#pilot)\n", encoding="utf-8"
        )

    done = pubs("build", "--strict", cwd=project)

    assert done.returncode == 0, done.stderr
    link = one(read(project / "site", "ro/project/"), '.md-typeset a[href$="#pilot"]')
    assert link["href"] == "../newsletters/2021-05/#pilot"


def test_a_picture_is_the_readers_own_or_the_chains(project: Path) -> None:
    for locale, name in (("sv", "a"), ("en", "b"), ("ro", "c")):
        (project / f"docs/{locale}/newsletters/plan.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg"><title>{name}</title></svg>', encoding="utf-8"
        )
    for locale in ("sv", "en"):
        page = project / f"docs/{locale}/newsletters/2021-05.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n![Plan](plan.svg)\n", encoding="utf-8")

    assert pubs("build", cwd=project).returncode == 0

    def picture(locale: str) -> str:
        found = one(read(project / "site", f"{locale}/{PAGE}"), '.md-typeset img[src$="plan.svg"]')
        return str(found["src"])

    assert picture("sv") == "../plan.svg"
    assert picture("en") == "../plan.svg"
    assert picture("ro") == "../plan.svg"
    assert picture("it") == "../../../en/newsletters/plan.svg"
    assert (project / "site/ro/newsletters/plan.svg").read_text(encoding="utf-8").count(
        "<title>c</title>"
    ) == 1
    assert not (project / "site/it/newsletters/plan.svg").exists()
