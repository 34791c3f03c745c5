"""Rules: the name of every check, how much it weighs, and who has waived it.

A page waives a check in its front matter, `checks: {ignore: [quotes]}`; mkdocs.yml gives a check another
level for all pages, `extra: checks: {quotes: off}`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, did_you_mean, likely
from publications.findings import SiteFindings
from publications.project import CONFIG, Project
from publications.reading.source_page import SourcePage

OFF = "off"

LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        # How a language sets its text.
        **dict.fromkeys(
            [
                "accent",
                "apostrophe",
                "dash",
                "doubled-word",
                "ellipsis",
                "hidden-character",
                "no-break-space",
                "number-mark",
                "percent",
                "quotes",
                "scan",
                "space",
                "wrong-letter",
            ],
            Level.WARNING,
        ),
        # What a translation keeps of its source.
        **dict.fromkeys(
            [
                "code",
                "facts",
                "footnotes",
                "heading-ids",
                "headings",
                "links",
                "numbers",
                "pictures",
                "tables",
                "untranslated",
                "wrong-language",
            ],
            Level.WARNING,
        ),
        "glossary": Level.WARNING,
        "spelling": Level.INFO,
        # What a reader could be harmed by.
        **dict.fromkeys(
            ["foreign-html", "foreign-link", "foreign-picture", "unsafe-html", "unsafe-link"], Level.ERROR
        ),
    }
)
"""The checks of text, each with its level."""

OTHERS = frozenset(
    [
        "broken-anchor",
        "broken-link",
        "byte-order-mark",
        "checks",
        "cms",
        "configuration",
        "copied-catalog",
        "date",
        "dictionary",
        "duplicate-id",
        "email",
        "empty-page",
        "fact",
        "front-matter",
        "front-matter-key",
        "front-matter-value",
        "gate",
        "identity",
        "kind",
        "large-picture",
        "look-alike",
        "markdown",
        "menu",
        "merge-conflict",
        "message-twice",
        "missing-message",
        "newsletter",
        "no-pages",
        "not-utf-8",
        "page-name",
        "page-outside",
        "pasted",
        "picture",
        "placeholder",
        "redirect",
        "same-file-twice",
        "same-heading",
        "section",
        "source",
        "status",
        "stored-source",
        "template",
        "title",
        "translate",
        "translation-record",
        "translation-source",
        "translation-version",
        "two-originals",
        "undefined-reference",
        "unknown-language",
        "unused-message",
        "usual-layout",
    ]
)
"""The checks of files, settings and addresses; each gives its faults a level of its own."""

SECURITY = frozenset(name for name in LEVELS if name.startswith(("foreign-", "unsafe-")))
"""A translation cannot waive these for itself; its source can, for both."""


def rule_names() -> frozenset[str]:
    """Every name that can be waived or given a level."""
    return frozenset(LEVELS) | OTHERS


def weighed(
    project: Project, faults: Iterable[Fault], waived: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    """The faults that are left when waivers and the levels of mkdocs.yml are taken into account.

    waived: path of a text → the checks that are switched off for it.
    """
    levels = dict(_configured(project))
    for fault in faults:
        level = levels.get(fault.rule, fault.level)
        if level != OFF and fault.rule not in waived.get(fault.path, ()):
            yield replace(fault, level=Level(level))


def waivers(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The checks that each text is rid of, by its path."""
    return {page.path: tuple(_waived(corpus, page)) for page in corpus.pages}


def ignored_in(values: Mapping[str, object]) -> tuple[str, ...]:
    """The checks that the front matter of a page waives, as typed."""
    record = values.get("translation")
    found = [values.get("checks"), record.get("checks") if isinstance(record, dict) else None]
    lists = (checks.get("ignore") for checks in found if isinstance(checks, dict))
    return tuple(
        str(name)
        for names in lists
        for name in (names if isinstance(names, list) else [names])
        if isinstance(name, str | int | float)
    )


def switched_off(project: Project) -> frozenset[str]:
    """The checks that mkdocs.yml has switched off for all pages."""
    return frozenset(name for name, level in _configured(project) if level == OFF)


def rule_faults(corpus: Corpus) -> Iterator[Fault]:
    """Names in front matter that are no check's."""
    for page in corpus.pages:
        for name in ignored_in(page.values):
            if name not in rule_names():
                message = f"there is no check '{name}'. {did_you_mean(name, rule_names())}"
                better = likely(name, rule_names())
                yield page.fault(_line_of_checks(page), Level.WARNING, "checks", message, name, better)


def level_faults(site: SiteFindings) -> Iterator[Fault]:
    """Names in mkdocs.yml that are no check's, and levels that are none."""
    configured = site.project.extra.get("checks")
    for name, level in (configured if isinstance(configured, dict) else {}).items():
        if name not in rule_names():
            message = f"extra: checks: there is no check '{name}'. {did_you_mean(str(name), rule_names())}"
            yield Fault(CONFIG, 0, message, Level.WARNING, "checks")
        if _level(level) is None:
            message = f"extra: checks: '{name}: {level}': a level is error, warning, info or off."
            yield Fault(CONFIG, 0, message, Level.WARNING, "checks")


def _configured(project: Project) -> Iterator[tuple[str, str]]:
    configured = project.extra.get("checks")
    for name, value in (configured if isinstance(configured, dict) else {}).items():
        if level := _level(value):
            yield str(name), level


def _level(value: object) -> str | None:
    # YAML 1.1 reads a bare `off` as false.
    word = OFF if value is False else str(value)
    return word if word in (OFF, *Level) else None


def _waived(corpus: Corpus, page: SourcePage) -> Iterator[str]:
    names = ignored_in(page.values)
    record = page.values.get("translation")
    if not isinstance(record, dict):
        yield from names
        return
    yield from (name for name in names if name not in SECURITY)
    source = corpus.source(page.page, str(record.get("source")))
    if source and source is not page:
        yield from (name for name in ignored_in(source.values) if name in SECURITY)


def _line_of_checks(page: SourcePage) -> int:
    return next((page.line_of(key) for key in ("checks", "translation.checks") if page.line_of(key) > 1), 1)
