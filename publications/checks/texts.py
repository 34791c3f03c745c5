"""Texts: is there one, is it whole, and does MkDocs take its first lines as its author meant them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.reading import frontmatter
from publications.reading.source_page import SourcePage

_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):(?P<value>.*)")
# What YAML's reader says, in the words of an editor.
_PLAINLY = {
    "mapping values are not allowed in this context": "a colon and a space begin a new setting",
    "found unexpected end of stream": "a quotation mark is not closed",
    "found character that cannot start any token": "its first character has another meaning there",
    "found unhashable key": "curly brackets have another meaning there",
}
_OURS, _BETWEEN, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


def text_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults of each page as a text."""
    for page in corpus.pages:
        yield from page.faults
        if page.is_readable:
            conflicts = tuple(_conflicts(page))
            yield from conflicts
            yield from _empty(page)
            if all(conflict.line >= page.body_line for conflict in conflicts):
                yield from _front_matter(page)


def _conflicts(page: SourcePage) -> Iterator[Fault]:
    """Marks that git leaves where two people changed the same lines."""
    begun = 0
    for number, line in enumerate(page.lines, start=1):
        mark = line[:7]
        if line[7:8] not in ("", " "):
            continue
        if mark == _OURS:
            begun = number
        elif mark == _THEIRS and begun:
            yield _conflict(page, begun, f"lines {begun} to {number} hold two versions of the same text")
            begun = 0
        elif mark == _THEIRS and line[8:].strip():
            yield _conflict(page, number, f"'{line}' is left of a merge")
    if begun:
        yield _conflict(page, begun, f"'{page.lines[begun - 1]}' is left of a merge")


def _conflict(page: SourcePage, line: int, what: str) -> Fault:
    repair = f"Keep what is right, and delete the lines that begin with {_OURS}, {_BETWEEN} and {_THEIRS}."
    return page.fault(line, Level.ERROR, "merge-conflict", f"{what} (a merge was not finished). {repair}")


def _empty(page: SourcePage) -> Iterator[Fault]:
    if page.problem or not page.is_empty:
        return
    message = (
        "the page is empty, and readers would get it so. Write its text, or delete the file: "
        "then they get the page in another language."
    )
    yield page.fault(0, Level.WARNING, "empty-page", message)


def _front_matter(page: SourcePage) -> Iterator[Fault]:
    if page.has_front_matter:
        if page.problem:
            yield _unreadable(page, page.problem)
        return
    first = next((number for number, line in enumerate(page.lines, start=1) if line.strip()), 0)
    if not first:
        return
    line, below = page.lines[first - 1], "".join(page.lines[first : first + 1])
    if line.strip() == frontmatter.FENCE and _KEY.match(below):
        yield _misplaced(page, first)
    elif first == 1 and (found := _KEY.fullmatch(line)):
        message = (
            f"the first line, '{line.strip()}', would be taken for a setting named '{found['key']}' and not "
            "shown. Put front matter above it: a line ---, title: …, and another line ---."
        )
        yield page.fault(1, Level.ERROR, "front-matter", message)


def _misplaced(page: SourcePage, first: int) -> Fault:
    if first == 1 and page.lines[0].rstrip() == frontmatter.FENCE:
        message = "the front matter is never closed. Put a line --- below its last line, above the text."
    else:
        message = "the front matter must begin on line 1, with ---. Delete what stands before it."
    return page.fault(first, Level.ERROR, "front-matter", message)


def _unreadable(page: SourcePage, problem: frontmatter.Problem) -> Fault:
    """The line that YAML stumbled over; an unclosed quote is noticed only at the end, so its line is looked for."""
    last = page.body_line - 2
    number = min(problem.line + 1, last)
    if problem.reason == "found unexpected end of stream":
        odd = (at for at in range(2, last + 1) if _opens_a_quote(page.lines[at - 1]))
        number = next(odd, number)
    typed = page.lines[number - 1]
    message = f"the front matter cannot be read at '{typed.strip()}' ({_PLAINLY.get(problem.reason, problem.reason)}). {_repair(typed)}"
    return page.fault(number, Level.ERROR, "front-matter", message)


def _opens_a_quote(line: str) -> bool:
    value = line.partition(":")[2].strip()
    return value[:1] in ("'", '"') and (len(value) == 1 or value[-1] != value[0])


def _repair(typed: str) -> str:
    found = _KEY.fullmatch(typed)
    value = found["value"].strip().strip("\"'") if found else ""
    if found and value and "\t" not in typed:
        quoted = value.replace('\\"', '"').replace('"', "”")
        return f'Put the {found["key"]} in quotes: {found["key"]}: "{quoted}"'
    if "\t" in typed:
        return "Use spaces instead of the tab."
    return "Write each setting on a line of its own, as `key: value`, and put quotes around the value."
