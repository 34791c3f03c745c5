"""`pubs adopt`: a site of another generator goes on here, and whoever has it knows what could not be carried over."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import pubs
from tests.site.html import one, read, text_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><rect width="9" height="9"/></svg>\n'
NEWS_EN = "---\ntitle: The first news\ndescription: What happened.\ndate: 2024-03-05T10:00:00Z\nweight: 3\n---\n\n# The first news\n\nA long text about [us](about.md) and more.\n"
NEWS_FR = "---\ntitle: Les premières nouvelles\ndescription: Ce qui s’est passé.\ndate: 2024-03-05\n---\n\n# Les premières nouvelles\n\nUn long texte sur [nous](about.md) et plus.\n"


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return root


def mkdocs(structure: str) -> str:
    return f"""site_name: Old harbours
site_url: https://old.example/
theme: {{name: material}}
plugins:
  - search
  - i18n:
      docs_structure: {structure}
      languages:
        - {{locale: en, name: English, default: true}}
        - {{locale: fr, name: Français, nav_translations: {{Home: Accueil}}}}
nav:
  - Home: index.md
  - News:
      - First: news/first.md
  - About us: about.md
"""


PAGES = {
    "index": (
        "# Welcome\n\nThis is our site. ![A square](img/square.svg)\n",
        "# Bienvenue\n\nVoici notre site. ![Un carré](img/square.svg)\n",
    ),
    "about": ("# About us\n\nWe are many people.\n", "# À propos de nous\n\nNous sommes nombreux.\n"),
    "news/first": (NEWS_EN.replace("about.md", "../about.md"), NEWS_FR.replace("about.md", "../about.md")),
}


def folder_site(root: Path) -> Path:
    files = {"mkdocs.yml": mkdocs("folder")}
    for page, texts in PAGES.items():
        depth = "../" * (page.count("/") + 1)
        for code, text in zip(("en", "fr"), texts, strict=True):
            files[f"docs/{code}/{page}.md"] = text.replace("img/", f"{depth}img/")
    return write(root, {**files, "docs/img/square.svg": SVG})


def suffix_site(root: Path) -> Path:
    files = {"mkdocs.yml": mkdocs("suffix")}
    for page, (english, french) in PAGES.items():
        files[f"docs/{page}.md"], files[f"docs/{page}.fr.md"] = english, french
    return write(root, {**files, "docs/img/square.svg": SVG})


def hugo_site(root: Path) -> Path:
    config = """baseURL = "https://old.example/"
title = "Old harbours"
defaultContentLanguage = "en"
[languages.en]
languageName = "English"
weight = 1
[languages.fr]
languageName = "Français"
weight = 2
[[menu.main]]
name = "Home"
pageRef = "/"
weight = 1
[[menu.main]]
name = "News"
pageRef = "/news"
weight = 2
"""
    english = '{{< ref "/about.md" >}}'
    files = {
        "hugo.toml": config,
        "content/en/_index.md": "---\ntitle: Welcome\n---\n\nThis is our site. ![A square](/img/square.svg)\n",
        "content/fr/_index.md": "---\ntitle: Bienvenue\n---\n\nVoici notre site. ![Un carré](/img/square.svg)\n",
        "content/en/about.md": "---\ntitle: About us\n---\n\nWe are many people.\n\n{{< youtube abc >}}\n",
        "content/fr/about.md": "---\ntitle: À propos de nous\n---\n\nNous sommes nombreux.\n",
        "content/en/news/_index.md": "---\ntitle: News\n---\n",
        "content/en/news/first/index.md": NEWS_EN.replace("about.md", english),
        "content/fr/news/first/index.md": NEWS_FR.replace("[nous](about.md)", "[nous](/fr/about/)"),
        "static/img/square.svg": SVG,
        "layouts/_default/single.html": "<p></p>\n",
    }
    return write(root, files)


SITES = {"MkDocs, folders": folder_site, "MkDocs, suffixes": suffix_site, "Hugo": hugo_site}


@pytest.mark.parametrize("kind", SITES)
def test_languages_pages_menu_and_pictures_are_carried_over_and_the_site_is_built(
    tmp_path: Path, kind: str
) -> None:
    old = SITES[kind](tmp_path / "old")
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}

    done = pubs("adopt", "old", "--to", "new", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in old.rglob("*") if path.is_file()} == before
    built = pubs("build", cwd=tmp_path / "new")
    assert built.returncode == 0, built.stderr
    site = tmp_path / "new/site"
    for code, title, words in (
        ("en", "The first news", "About us"),
        ("fr", "Les premières nouvelles", "À propos de nous"),
    ):
        page = read(site, f"{code}/news/first/")
        assert text_of(one(page, "h1")) == title
        link = one(page, "article a[href*=about]")
        assert text_of(one(read(site, f"{code}/news/first/{link['href']}"), "h1")) == words
        picture = one(read(site, f"{code}/"), ".about img")
        assert (site / code / str(picture["src"])).resolve().read_text(encoding="utf-8") == SVG
    assert "2024" in text_of(one(read(site, "fr/news/first/"), ".byline"))
    menu = text_of(one(read(site, "en/"), ".site-menu"))
    assert "Home" in menu
    assert "News" in menu
    assert "French" in text_of(read(site, "en/news/first/")) or "Français" in text_of(
        read(site, "en/news/first/")
    )


def test_what_could_not_be_carried_over_is_told_with_file_and_line_and_a_dry_run_writes_nothing(
    tmp_path: Path,
) -> None:
    hugo_site(tmp_path / "old")

    done = pubs("adopt", "old", "--to", "new", "--dry-run", cwd=tmp_path)

    said = done.stdout + done.stderr
    assert done.returncode == 0, done.stderr
    assert "Old harbours: Hugo, 7 texts, 1 other file." in said
    assert "content/en/about.md" in said
    assert "line 7: '{{< youtube abc >}}' means nothing here" in said
    assert "'weight: 3' of the front matter was left out" in said
    assert "templates of Hugo are not carried over" in said
    assert not (tmp_path / "new").exists()


def test_git_says_which_text_a_translation_follows(tmp_path: Path) -> None:
    old = suffix_site(tmp_path / "old")
    commit(old, "first")
    news = old / "docs/news/first.md"
    news.write_text(
        news.read_text(encoding="utf-8").replace("A long text", "Another text that is new"), encoding="utf-8"
    )
    commit(old, "the English is changed, and nobody has followed")

    assert pubs("adopt", "old", "--to", "new", cwd=tmp_path).returncode == 0

    said = pubs("status", "fr", cwd=tmp_path / "new").stdout
    assert "outdated" in said
    assert "news/first" in said
    assert said.count("outdated") == 1


def commit(root: Path, message: str) -> None:
    who = ["-c", "user.name=Jane", "-c", "user.email=jane@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", message]):
        subprocess.run(["git", *command], cwd=root, check=True)


def test_a_folder_of_markdown_for_each_language_is_a_site_too(tmp_path: Path) -> None:
    write(tmp_path / "old", {"en/index.md": "# Hello\n\nText.\n", "fi/index.md": "# Hei\n\nTeksti.\n"})

    assert pubs("adopt", "old", "--to", "new", cwd=tmp_path).returncode == 0

    assert pubs("build", cwd=tmp_path / "new").returncode == 0
    assert text_of(one(read(tmp_path / "new/site", "fi/"), "h1")) == "Hei"


def test_docusaurus_and_starlight_are_read(tmp_path: Path) -> None:
    write(
        tmp_path / "docusaurus",
        {
            "docusaurus.config.js": "export default {title: 'Docs', url: 'https://d.example', i18n: {defaultLocale: 'en', locales: ['en', 'it']}}\n",
            "docs/intro.mdx": "---\nsidebar_position: 1\n---\nimport Tabs from '@theme/Tabs';\n\n# Intro\n\n:::tip[Good]\n\nText.\n\n:::\n\n<Tabs>\n</Tabs>\n",
            "i18n/it/docusaurus-plugin-content-docs/current/intro.mdx": "# Introduzione\n\nTesto.\n",
        },
    )
    write(
        tmp_path / "starlight",
        {
            "astro.config.mjs": "export default { integrations: [starlight({ title: 'Star', locales: {\n root: { label: 'English', lang: 'en' },\n it: { label: 'Italiano' },\n },\n})] }\n",
            "src/content/docs/index.mdx": "---\ntitle: Star\n---\n\nText.\n",
            "src/content/docs/it/index.mdx": "---\ntitle: Stella\n---\n\nTesto.\n",
        },
    )

    for name, page in (("docusaurus", "intro"), ("starlight", "index")):
        done = pubs("adopt", name, "--to", f"new-{name}", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        new = tmp_path / f"new-{name}"
        assert (new / f"docs/it/{page}.md").is_file()
        assert pubs("build", cwd=new).returncode == 0
    text = (tmp_path / "new-docusaurus/docs/en/intro.md").read_text(encoding="utf-8")
    assert '!!! tip "Good"\n\n\n    Text.' in text or '!!! tip "Good"\n\n    Text.' in text
    assert "<Tabs>" not in text
    assert "import" not in text


@pytest.mark.parametrize("there", ["nothing", "a target that is not empty"])
def test_what_cannot_be_adopted_is_said_plainly(tmp_path: Path, there: str) -> None:
    old = write(tmp_path / "old", {"notes.txt": "x"}) if there == "nothing" else suffix_site(tmp_path / "old")
    if there != "nothing":
        write(tmp_path / "new", {"mine.txt": "x"})

    done = pubs("adopt", old.name, "--to", "new", cwd=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert ("is no site that can be adopted" if there == "nothing" else "is not empty") in done.stderr
