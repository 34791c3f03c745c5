"""Front matter that YAML cannot read: the line on which its author slipped, and that line as it should be.

YAML's own position is often a line late: what it stumbles over is what the slip has led to. So the lines are looked at
one by one for what editors slip in, and YAML is asked only when none of that is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.checks.settings import KEYS, TRANSLATION_KEYS
from publications.faults import Fault, Level, nearest
from publications.reading import frontmatter
from publications.reading.source_page import SourcePage

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<key>[A-Za-z][\w-]*)(?P<gap>[ \t]*):(?P<value>.*)")
_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):(?P<value>.*)")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_CLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?""")
_MARKS = frozenset("@`%&*!|>,?{}[]")
# What YAML's reader says, in the words of an editor.
_PLAINLY = {
    "mapping values are not allowed in this context": "a colon and a space begin a new setting",
    "found unexpected end of stream": "a quotation mark is not closed",
    "found character that cannot start any token": "its first character has another meaning there",
    "found unhashable key": "curly brackets have another meaning there",
}


@dataclass(frozen=True, slots=True)
class _Slip:
    """line: within the front matter, from 0; write: the line as it should be."""

    line: int
    reason: str
    advice: str
    write: str


def front_matter_faults(page: SourcePage) -> Iterator[Fault]:
    """What keeps the first lines of a page from being read as its author meant them."""
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
        yield page.fault(1, Level.ERROR, "front-matter", message, line.strip())


def in_quotes(value: str) -> str:
    """A text as YAML reads it back, letter by letter."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _misplaced(page: SourcePage, first: int) -> Fault:
    if first == 1 and page.lines[0].rstrip() == frontmatter.FENCE:
        message = "the front matter is never closed. Put a line --- below its last line, above the text."
        return page.fault(first, Level.ERROR, "front-matter", message, better=["---"])
    message = "the front matter must begin on line 1, with ---. Delete what stands before it."
    return page.fault(first, Level.ERROR, "front-matter", message, page.lines[0])


def _unreadable(page: SourcePage, problem: frontmatter.Problem) -> Fault:
    lines = page.lines[1 : page.body_line - 2]
    slip = next(_slips(lines), None)
    if slip is None:
        number = min(problem.line, len(lines)) or 1
        typed = lines[number - 1].strip() if lines else ""
        reason = _PLAINLY.get(problem.reason, problem.reason)
        slip = _Slip(number - 1, reason, "Write each setting on a line of its own, as `key: value`.", "")
    else:
        typed = lines[slip.line].strip()
    message = f"the front matter cannot be read at '{typed}' ({slip.reason}). {slip.advice}{slip.write and f': {slip.write}'}"
    return page.fault(slip.line + 2, Level.ERROR, "front-matter", message, typed, [slip.write])


def _slips(lines: Sequence[str]) -> Iterator[_Slip]:
    """The lines that are not as they should be, the first one first."""
    within: int | None = None  # the indent of the setting whose text goes on over lines
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" \t"))
        if not line.strip() or line.lstrip().startswith("#") or (within is not None and indent > within):
            continue
        within = None
        found = _LINE.fullmatch(line)
        if found and _BLOCK.fullmatch(found["value"].strip()):
            within = indent
        yield from _in_setting(number, line, found) if found else _in_other(number, line)


def _in_setting(number: int, line: str, found: re.Match[str]) -> Iterator[_Slip]:
    key, value = found["key"], found["value"]
    stem, text = f"{found['indent']}{key}", value.strip()
    if "\t" in found["indent"] and key in TRANSLATION_KEYS:
        yield _Slip(number, "a tab begins it", "Use spaces instead of the tab", f"  {line.strip()}")
    if found["indent"] and key in KEYS - TRANSLATION_KEYS:
        yield _Slip(number, "spaces stand before it", "Write it at the beginning of the line", line.strip())
    if text and not value.startswith((" ", "\t")):
        yield _Slip(number, "there is no space after the colon", "Write it", f"{stem}: {_value(text)}")
    if "\t" in value:
        yield _Slip(
            number, "there is a tab in it", "Write it with spaces", f"{stem}: {' '.join(text.split())}"
        )
    reason = _reason(text)
    if reason and key in ("translate", "translation"):
        closing = "]" if text.startswith("[") else "}"
        yield _Slip(number, "a bracket is not closed", "Write it", f"{stem}: {text.rstrip(closing)}{closing}")
    if reason:
        yield _Slip(number, reason, f"Put the {key} in quotes", f"{stem}: {in_quotes(_bare(text))}")


def _in_other(number: int, line: str) -> Iterator[_Slip]:
    """A line that is no setting: an item of a list, or one whose colon was forgotten."""
    text = line.strip()
    if text.startswith(("- ", "-\t")) or text in ("-", "]", "}", "],", "},") or line[:1] in " \t":
        return
    word, _, rest = text.replace("=", " ").partition(" ")
    key = nearest(word.rstrip(":：;,"), KEYS | TRANSLATION_KEYS)
    if key and rest.strip():
        yield _Slip(
            number, "there is no colon after its name", "Write it", f"{key}: {_value(rest.strip(' ='))}"
        )


def _reason(text: str) -> str:
    """Why YAML does not read a value as text, "" when it does."""
    if text[:1] in ("'", '"'):
        if _CLOSED.fullmatch(text):
            return ""
        is_open = text.count(text[0]) == 1
        return "a quotation mark is not closed" if is_open else "a quotation ends within it"
    if text[:1] in ("[", "{") and text[-1:] == {"[": "]", "{": "}"}[text[0]] and '"' not in text:
        return ""  # a list, or `{source: sv}`
    if text[:1] in _MARKS and not _BLOCK.fullmatch(text):
        return f"'{text[0]}' at its beginning has another meaning there"
    if ": " in text or text.endswith(":"):
        return "a colon and a space begin a new setting"
    return ""


def _bare(text: str) -> str:
    """A value without the quotation marks that were to stand around it."""
    if text[:1] in ("'", '"'):
        inner = text[1:]
        return inner[:-1] if inner.endswith(text[0]) else inner
    return text


def _value(text: str) -> str:
    return in_quotes(_bare(text)) if _reason(text) else text
