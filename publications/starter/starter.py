"""The files of a new site: settings, identity, sample texts in each language, and what publishes them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from babel import Locale

from publications.catalogs import read_shipped
from publications.identity.identity import EU
from publications.language.cldr import cldr
from publications.language.lists import list_text
from publications.language.names import language_name, tag_with_territory
from publications.reading.front_edit import quoted
from publications.starter.example import page_text
from publications.translation.start import as_translation
from publications.translation.version import version_of

_ROOM = Path(__file__).parent
_SITE, _HOOKS = _ROOM / "site", _ROOM.parent / "hooks"
_FIELD = re.compile(r"\[\[([a-z-]+)(?::yaml)?\]\]")
SAMPLE = "from-idea-to-result"
_YEARS = 2


@dataclass(frozen=True, slots=True)
class NewSite:
    """What a new site is told. languages: their codes, the first is the one that the samples are written in.

    contact: an e-mail address; url: where it will be published; colour: "#14777c"; is_eu_funded: whether the EU pays.
    """

    name: str
    languages: tuple[str, ...]
    contact: str
    url: str
    repository: str
    colour: str
    is_eu_funded: bool
    today: date


def site_files(site: NewSite) -> Mapping[str, str]:
    """Path below the new folder → text."""
    values = _values(site)
    return dict(sorted((*_around(values), *_hooks(), *_texts(site, values))))


def own_name(code: str) -> str:
    """What the speakers of a language call it, as a menu has it: "Svenska", "Ελληνικά", "العربية"."""
    name = Locale.parse(code, sep="-").get_display_name() or code
    return name[:1].upper() + name[1:]


def _values(site: NewSite) -> Mapping[str, str]:
    first, year = site.languages[0], site.today.year
    names = [language_name(code, "en") or code for code in site.languages]
    next_month = f"{year + site.today.month // 12}-{site.today.month % 12 + 1:02}"
    return {
        "name": site.name,
        "slug": re.sub(r"[^a-z0-9]+", "-", site.name.lower()).strip("-") or "site",
        "url": site.url,
        "host": urlsplit(site.url).netloc,
        "contact": site.contact,
        "repository": f"repository: {site.repository}\n"
        if site.repository
        else "# repository: https://github.com/…\n",
        "colour": site.colour,
        "funders": _funders(site),
        "languages": "".join(_language_entry(code, site.languages) for code in site.languages),
        "language-names": list_text(names, "en"),
        "first": first,
        "country": tag_with_territory(first).partition("_")[2] or "BE",
        "version": version("project-publications"),
        "period": f"{year}-01-01/{year + _YEARS}-12-31",
        "today": site.today.isoformat(),
        "date": f"{site.today:%Y-%m}",
        "next-month": next_month,
    }


def _funders(site: NewSite) -> str:
    if not site.is_eu_funded:
        return '\n# funders:\n#   - name: A foundation\n#     emblem: emblem.svg\n#     agreement: "123"\n'
    return (
        f"\n# The EU's own statement and disclaimer are shown in each language, with its emblem.\n"
        f'funders:\n  - name: {EU}\n    support: co-funded   # or funded\n    # agreement: "101234567"\n'
        "    # authority: …         # who gave the grant, such as the European Commission\n"
    )


def _language_entry(code: str, languages: tuple[str, ...]) -> str:
    others = [other for other in ("en", languages[0]) if other != code and other in languages]
    chain = f"\n          extra: {{fallback: [{', '.join(dict.fromkeys(others))}]}}" if others else ""
    default = "\n          default: true" if code == languages[0] else ""
    shown = f'"{code}"' if code in ("no", "on", "yes") else code
    return f"        - locale: {shown}\n          name: {own_name(code)}{default}{chain}\n"


def _around(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for file in sorted(path for path in _SITE.rglob("*") if path.is_file()):
        name = file.relative_to(_SITE).as_posix().replace("dot-", ".")
        yield name, filled(file.read_text(encoding="utf-8"), values)


def _hooks() -> Iterator[tuple[str, str]]:
    for file in engine_hooks():
        yield f"hooks/{file.name}", hook_text(file)


def engine_hooks() -> tuple[Path, ...]:
    """The engine's hooks, each of which a site has a door to."""
    return tuple(sorted(set(_HOOKS.glob("*.py")) - {_HOOKS / "__init__.py"}))


def hook_text(file: Path) -> str:
    """A site's door to one of the engine's hooks."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    doc = (ast.get_docstring(tree) or "").partition("\n")[0]
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assigned = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    names = sorted(name for name in (*defined, *assigned) if name.startswith("on_"))
    listed = ", ".join(f'"{name}"' for name in names)
    return f'"""{doc}"""\n\nfrom publications.hooks.{file.stem} import {", ".join(names)}\n\n__all__ = [{listed}]\n'


def _texts(site: NewSite, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pages of each language; all but the first are translations of it, made by a machine."""
    first, *others = site.languages
    pages = {
        "index.md": "index",
        "project.md": "project",
        "accessibility.md": "accessibility",
        "privacy.md": "privacy",
        f"infographics/{SAMPLE}.md": "infographic",
        f"newsletters/{values['date']}.md": "newsletter",
    }
    made = {
        page: {code: page_text(text, code, values) for code in site.languages} for page, text in pages.items()
    }
    for section, label in (("infographics", "Infographics"), ("newsletters", "Newsletters")):
        made[f"{section}/index.md"] = {code: index_text(label, code) for code in site.languages}
    for page, texts in made.items():
        source = texts[first]
        yield f"docs/{first}/{page}", source
        if others:
            yield f"i18n/sources/{version_of(source)}.md", source
        for code in others:
            yield f"docs/{code}/{page}", as_translation(texts[code], source, first)


def index_text(label: str, code: str) -> str:
    """The page that lists the publications of a kind. label: its name, or the msgid of it."""
    catalog = read_shipped(code)
    title = catalog.messages.get(label, label)
    summary = catalog.gettext("All publications of this kind, the newest first.")
    front = f"title: {quoted(title)}\nsummary: {quoted(summary)}"
    return f"---\n{front}\n---\n\n# {title}\n\n{summary}\n"


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its fields filled in; `[[name:yaml]]` as YAML reads it back."""

    def value(field: re.Match[str]) -> str:
        found = values.get(field[1], field[0])
        return quoted(found) if field[0].endswith(":yaml]]") else found

    return _FIELD.sub(value, text)


def known_language(code: str) -> str:
    """A code as BCP 47 writes it ("pt_br" gives "pt-BR"); one that CLDR does not know is a PublicationError."""
    cldr(code.replace("_", "-"))
    parsed = Locale.parse(code, sep="_" if "_" in code else "-")
    return "-".join(filter(None, (parsed.language, parsed.script, parsed.territory)))
