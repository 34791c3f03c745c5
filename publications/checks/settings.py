"""Settings: the keys of front matter, and what may stand behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publications.checks.corpus import Corpus
from publications.facts.topic import PATH as TOPICS
from publications.faults import Fault, Level, did_you_mean, likely, nearest
from publications.kinds import SHOWN
from publications.language.dates import ISO_DATE
from publications.reading.source_page import SourcePage

# Ours, then those of MkDocs and Material.
KEYS = frozenset(
    {
        "title",
        "summary",
        "date",
        "updated",
        "topics",
        "picture",
        "alt",
        "translation",
        "translate",
        "checks",
        *SHOWN,
    }
) | frozenset({"hide", "search", "template"})
TRANSLATION_KEYS = frozenset({"source", "version", "status", "translators", "reviewers", "adapted", "checks"})
STATUSES = ("draft", "machine", "translated", "reviewed")
TEXTS = ("title", "summary", "alt", "place", "number")


def setting_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in the front matter of pages that YAML could read."""
    for page in corpus.pages:
        if page.is_readable and not page.problem:
            yield from _keys(page)
            yield from _title(page)
            for key in TEXTS:
                yield from _text(page, key)
            yield from _date(page, "date")
            yield from _date(page, "updated")
            yield from _topics(page, corpus)
            yield from _status(page)
            yield from _translate(page, corpus.project.codes)


def _keys(page: SourcePage) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for entry in page.entries:
        line, (parent, _, name) = entry.line + 1, entry.key.rpartition(".")
        if entry.key in seen:
            message = (
                f"'{entry.key}' stands on line {seen[entry.key]} too, and only this one counts. Delete one."
            )
            yield page.fault(line, Level.WARNING, "front-matter-key", message, entry.key)
        seen[entry.key] = line
        known = {"": KEYS, "translation": TRANSLATION_KEYS}.get(parent)
        if known and name not in known:
            message = f"there is no setting '{entry.key}'. {did_you_mean(name, known)} Else delete the line."
            better = likely(name, known)
            if not parent and name in TRANSLATION_KEYS:
                typed = page.lines[line - 1].strip()
                message = f"'{name}' belongs to `translation:`. Write it below that, two spaces further in:   {typed}"
                better = (f"translation: {{ {typed} }}",)
            yield page.fault(line, Level.WARNING, "front-matter-key", message, name, better)


def _title(page: SourcePage) -> Iterator[Fault]:
    if page.values.get("title") not in (None, "") or page.is_empty:
        return
    heading = next((found.words for found in page.anatomy.headings if found.level == 1), "…")
    line = page.line_of("title")
    title = heading.replace('"', "”")
    if page.has_front_matter:
        message = f'the page has no title. Put this line into the front matter: title: "{title}"'
    else:
        message = f'the page has no front matter. Begin it with three lines: ---, title: "{title}", and ---.'
    yield page.fault(line, Level.WARNING, "title", message, better=[f'title: "{title}"'])


def _text(page: SourcePage, key: str) -> Iterator[Fault]:
    value, line = page.values.get(key), page.line_of(key)
    if isinstance(value, bool | dict | list):
        typed = page.lines[line - 1].partition(":")[2].strip()
        message = f"the {key} '{typed}' is not read as text. Put it in quotes: {key}: \"{typed or '…'}\""
        yield page.fault(line, Level.ERROR, "front-matter-value", message, typed, [f'"{typed or "…"}"'])
    plain = any(entry.key == key and entry.is_plain for entry in page.entries)
    typed = page.lines[line - 1].partition(":")[2].strip() if plain else ""
    _, mark, lost = typed.partition(" #")
    if mark and lost[:1].strip():
        message = (
            f"from '#{lost}' on, the {key} is lost (# begins a comment). Put it in quotes: {key}: \"{typed}\""
        )
        yield page.fault(line, Level.WARNING, "front-matter-value", message, typed, [f'"{typed}"'])


def _topics(page: SourcePage, corpus: Corpus) -> Iterator[Fault]:
    """Topics that data/topics.yml does not have, and those that are no list."""
    typed = page.values.get("topics", [])
    line = page.line_of("topics")
    if not isinstance(typed, list):
        message = f"the topics are no list. Write them in square brackets: topics: [{typed}]"
        yield page.fault(line, Level.WARNING, "front-matter-value", message, str(typed), [f"[{typed}]"])
        return
    known = corpus.inquiry.topics if typed else {}
    for name in map(str, typed):
        if name not in known:
            message = f"there is no topic '{name}' in {TOPICS}. {did_you_mean(name, known)}"
            yield page.fault(line, Level.WARNING, "front-matter-value", message, name, likely(name, known))


def _date(page: SourcePage, key: str) -> Iterator[Fault]:
    if key not in page.values:
        return
    typed = str(page.values[key] or "")
    if not _is_date(typed):
        message = f"the date '{typed}' is none. Write year, month, day: 2021-05-12, or 2021-05, or 2021."
        said = "{typed} cannot be read here. Write it like this: {better}."
        better = ("2021-05-12", "2021-05", "2021")
        yield page.fault(page.line_of(key), Level.WARNING, "date", message, typed, better, said)


def _is_date(typed: str) -> bool:
    found = ISO_DATE.fullmatch(typed)
    try:
        return bool(found and date(*(int(found[part] or 1) for part in ("year", "month", "day"))))
    except ValueError:
        return False


def _status(page: SourcePage) -> Iterator[Fault]:
    record = page.values.get("translation")
    status = record.get("status") if isinstance(record, dict) else None
    if status is not None and status not in STATUSES:
        close = nearest(str(status), STATUSES)
        hint = f"Did you mean '{close}'?" if close else f"It is one of {', '.join(STATUSES)}."
        message = f"there is no status '{status}'. {hint}"
        better = likely(str(status), STATUSES)
        yield page.fault(
            page.line_of("translation.status"), Level.ERROR, "status", message, str(status), better
        )


def _translate(page: SourcePage, codes: tuple[str, ...]) -> Iterator[Fault]:
    wanted = page.values.get("translate", True)
    if isinstance(wanted, bool):
        return
    line = page.line_of("translate")
    if not isinstance(wanted, list):
        example = ", ".join(code for code in codes if code != page.locale)
        message = f"'translate: {wanted}' says nothing. Write `translate: false`, or a list: [{example}]."
        yield page.fault(line, Level.WARNING, "translate", message, str(wanted), ["false", f"[{example}]"])
        return
    for code in wanted:
        if code not in codes:
            message = (
                f"'translate' names '{code}', which is no language here. {did_you_mean(str(code), codes)}"
            )
            better = likely(str(code), codes)
            yield page.fault(line, Level.WARNING, "translate", message, str(code), better)
