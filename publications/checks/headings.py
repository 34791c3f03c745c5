"""Headings: one title on each page, no address that two places share, and no label without its address."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.reading.source_page import SourcePage


def heading_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in the headings and ids of each page."""
    for page in corpus.pages:
        if not page.is_empty and not page.has_conflict:
            yield from _titles(page)
            yield from _shared_ids(page)
            yield from _shared_words(page)
        yield from _loose_ends(page)


def _titles(page: SourcePage) -> Iterator[Fault]:
    titles = [heading for heading in page.anatomy.headings if heading.level == 1]
    if not titles:
        words = str(page.values.get("title") or "Title")
        message = f"the page has no heading of the first level. Begin its text with one: # {words}"
        yield page.fault(page.body_line, Level.WARNING, "title", message, better=[f"# {words}"])
    for title in titles[1:]:
        message = (
            f"'# {title.words}' is a second title: the first stands on line {titles[0].line}. "
            f"Make it a heading within the page: ## {title.words}"
        )
        yield page.fault(
            title.line, Level.WARNING, "title", message, f"# {title.words}", [f"## {title.words}"]
        )


def _shared_ids(page: SourcePage) -> Iterator[Fault]:
    """Ids that the author gave twice."""
    given = [
        (heading.line, heading.id) for heading in page.anatomy.headings if heading.is_explicit and heading.id
    ]
    given += [(found.line, found.name) for found in page.anatomy.given_ids]
    seen: dict[str, int] = {}
    for line, name in sorted(given):
        if name in seen:
            message = (
                f"the id '#{name}' stands on line {seen[name]} too, so a link finds only that one. "
                f"Choose another for this line, such as {{ #{name}-2 }}."
            )
            yield page.fault(line, Level.WARNING, "duplicate-id", message, f"#{name}", [f"#{name}-2"])
        seen.setdefault(name, line)


def _shared_words(page: SourcePage) -> Iterator[Fault]:
    """Headings of the same words: they work, but a link to the second breaks when the first changes."""
    seen: dict[str, int] = {}
    for heading in page.anatomy.headings:
        words = heading.words.casefold()
        if not heading.is_explicit and words in seen:
            message = (
                f"'{heading.words}' is the heading of line {seen[words]} too; this one's address is "
                f"#{heading.id}. To link to it for good, give it an id of its own: {{ #… }}"
            )
            yield page.fault(heading.line, Level.INFO, "same-heading", message, heading.words)
        seen.setdefault(words, heading.line)


def _loose_ends(page: SourcePage) -> Iterator[Fault]:
    """References whose label the page defines nowhere."""
    for end in page.anatomy.loose_ends:
        what = "footnote" if end.label.startswith("^") else "address"
        message = f"'{end.text}' has no {what}. Add a line below the text: [{end.label}]: …"
        yield page.fault(end.line, Level.WARNING, "undefined-reference", message, end.text)
