"""The same texts for others: Hugo, and stock MkDocs with Material and static-i18n, as their manuals set them up.

Both have a menu of sections and a search index; they check nothing, follow no translation, and facts stay unexpanded.
"""

from __future__ import annotations

import re
from pathlib import Path

STOCK = """
site_name: Stock
site_url: https://example.org/
theme: {name: material, font: false, language: sv}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: sv, name: Svenska, default: true}
        - {locale: ro, name: Română}
        - {locale: it, name: Italiano}
        - {locale: en, name: English}
nav: [index.md, infographics/index.md, newsletters/index.md, project.md]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""
STOCK_BUILD = ("mkdocs", "build", "-q", "-f", "stock.yml", "-d", "stock-site")
HUGO_BUILD = ("hugo", "--source", "hugo", "--quiet")
_HUGO = """
baseURL = "https://example.org/"
title = "Hugo"
defaultContentLanguage = "sv"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "rss"]
[outputs]
home = ["html", "json"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
_LANGUAGE = '[languages.{code}]\ncontentDir = "content/{code}"\nweight = {weight}\n'
_TEMPLATES = {
    "baseof.html": """<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}{{ range .AllTranslations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>""",
    "single.html": '{{ define "main" }}{{ .TableOfContents }}{{ .Content }}{{ end }}',
    "list.html": """{{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">
{{ .Title }}</a> {{ .Summary }}</li>{{ end }}</ul>{{ end }}""",
    "index.json": """[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}
{{ dict "title" $p.Title "url" $p.RelPermalink "text" $p.Plain | jsonify }}{{ end }}]""",
}
_DATE = re.compile(r"^date: *['\"]?(\d{4})(?:-(\d\d))?(?:-(\d\d))?['\"]? *$", re.MULTILINE)


def write_stock(root: Path) -> None:
    """Put the settings of the stock stack beside a project's own."""
    (root / "stock.yml").write_text(STOCK, encoding="utf-8")


def write_hugo(root: Path) -> None:
    """Put a Hugo site with a project's texts into its folder `hugo`."""
    site = root / "hugo"
    codes = sorted(path.name for path in (root / "docs").iterdir() if (path / "index.md").is_file())
    languages = (_LANGUAGE.format(code=code, weight=weight) for weight, code in enumerate(codes, start=1))
    _write(site / "hugo.toml", _HUGO + "".join(languages))
    for name, template in _TEMPLATES.items():
        _write(site / "layouts" / "_default" / name, template)
    for code in codes:
        for page in (root / "docs" / code).rglob("*.md"):
            below = page.relative_to(root / "docs")
            name = "_index.md" if page.name == "index.md" else page.name
            text = page.read_text(encoding="utf-8")
            _write(site / "content" / below.with_name(name), _DATE.sub(_whole_date, text, count=1))


def _whole_date(found: re.Match[str]) -> str:
    """Hugo knows no dates without a day."""
    return f"date: {found[1]}-{found[2] or '01'}-{found[3] or '01'}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
