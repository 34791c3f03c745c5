"""What a new publication is made of: a working example of its kind, its layout, and the list and menu that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from publications.facts.library import read_facts
from publications.facts.partner import read_partners
from publications.faults import Fault, PublicationError
from publications.kinds import Kind, kind_name
from publications.language.dates import ISO_DATE, date_text
from publications.layouts.timeline import span_of
from publications.pages import read_publications, section_of
from publications.project import CONFIG, Project
from publications.reading.front_edit import FrontMatter, quoted
from publications.starter.example import page_text
from publications.starter.starter import SAMPLE, index_text
from publications.writing import write_new_text, write_text

_LAYOUT = Path(__file__).parent / "site" / "data" / "infographics" / f"{SAMPLE}.yml"
_TITLE, _HEADING = re.compile(r"^title: .*$", re.MULTILINE), re.compile(r"^# .*$", re.MULTILINE)
_ENTRY = re.compile(
    r"^(?P<indent>[ \t]*)- [^\n:]+:[ \t]*[\"']?(?P<page>[^\s\"']+)[\"']?[ \t]*(#.*)?\n", re.MULTILINE
)
_SAMPLES = {"number": "D1.1", "authors": "…", "place": "…"}
_PERIOD = "project"


@dataclass(frozen=True, slots=True)
class NewPublication:
    """page: its path below a locale; new: path → text of the files to make; changed: of those to replace."""

    page: str
    new: Mapping[str, str]
    changed: Mapping[str, str] = field(default_factory=dict)

    def write(self, root: Path) -> None:
        """Make the files; one that is there already is never overwritten."""
        for path, text in self.new.items():
            write_new_text(root / path, text)
        for path, text in self.changed.items():
            write_text(root / path, text)


def begun_publication(
    project: Project, kind: Kind, name: str, locale: str, title: str | None, today: date
) -> NewPublication:
    """What begins a publication under a name that nobody has taken; one that is there is a PublicationError."""
    _refuse_existing(project, f"{kind.folder}/{name}.md", locale)
    return new_publication(project, kind, name, locale, _heading(name, locale, title), today)


def new_publication(
    project: Project, kind: Kind, name: str, locale: str, title: str, today: date
) -> NewPublication:
    """Everything that a publication of a kind needs so that it is shown, and passes the check."""
    page = f"{kind.folder}/{name}.md"
    has_period = _has_period(project)
    text = _text(project, kind, name, locale, title, today)
    new = {f"docs/{locale}/{page}": text if has_period else text.replace("{{ project }}", str(today.year))}
    if kind.is_sheet:
        new[f"data/{kind.folder}/{name}.yml"] = _layout(f"{kind.folder}/{name}", has_period=has_period)
    index = f"{kind.folder}/index.md"
    if index not in read_publications(project).pages:
        new[f"docs/{locale}/{index}"] = index_text(kind_name(kind, locale), locale)
    return NewPublication(page, new, dict(_menu(project, kind, index)))


def _refuse_existing(project: Project, page: str, locale: str) -> None:
    existing = read_publications(project).translations.get(page, {})
    name = page.removesuffix(".md")
    if locale in existing:
        message = "is there already, and was left as it is."
    elif existing:
        message = f"this page exists in '{next(iter(existing))}'. To translate it: pubs start {locale} {name}"
    else:
        return
    said = "There is a page of this name already: {typed}. Choose another name."
    raise PublicationError(Fault(f"docs/{locale}/{page}", 0, message, typed=name, said=said))


def _heading(name: str, locale: str, title: str | None) -> str:
    words = title or (date_text(name, locale) if ISO_DATE.fullmatch(name) else name.replace("-", " "))
    return words[:1].upper() + words[1:]


def _text(project: Project, kind: Kind, name: str, locale: str, title: str, today: date) -> str:
    partners, _ = read_partners(project.root)
    values = {
        "title": title,
        "name": project.identity.name.said(locale).text,
        "date": name if ISO_DATE.fullmatch(name) else today.isoformat(),
        "contact": project.identity.contact or "hello@example.org",
        "place": next((partner.city for partner in partners if partner.city), "…"),
    }
    text = page_text(kind.example, locale, values)
    text = _TITLE.sub(lambda _: f"title: {quoted(title)}", text, count=1)
    text = _HEADING.sub(lambda _: f"# {title}", text, count=1)
    front = FrontMatter.of(text)
    lacking = [key for key in kind.needs if f"\n{key}:" not in text.partition("\n---\n")[0]]
    return (
        front.with_lines(*(f'{key}: "{_SAMPLES.get(key, "…")}"' for key in lacking)).write()
        if lacking
        else text
    )


def _layout(page: str, *, has_period: bool) -> str:
    text = _LAYOUT.read_text(encoding="utf-8").replace(f"infographics/{SAMPLE}", page)
    return (
        text if has_period else text.replace(f", period: {_PERIOD}", "").replace("timeline", "numbered-cards")
    )


def _has_period(project: Project) -> bool:
    fact = read_facts(project.root).facts.get(_PERIOD)
    return fact is not None and span_of(fact) is not None


def _menu(project: Project, kind: Kind, index: str) -> Iterator[tuple[str, str]]:
    """mkdocs.yml with the section in its menu, behind the last section there; nothing where it has it."""
    if kind.folder in {section_of(entry.page) for entry in (*project.menu, *project.footer)}:
        return
    text = (project.root / CONFIG).read_text(encoding="utf-8")
    start = text.find("\nnav:") + 1
    entries = [found for found in _ENTRY.finditer(text, start) if start] if start else []
    sections = [
        found
        for found in entries
        if found["page"] in {entry.page for entry in project.menu if section_of(entry.page)}
    ]
    if last := (sections or entries[:1]):
        place = last[-1]
        line = f"{place['indent']}- {kind_name(kind, 'en')}: {index}\n"
        yield CONFIG, text[: place.end()] + line + text[place.end() :]
