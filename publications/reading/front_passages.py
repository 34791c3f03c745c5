"""The passages of front matter: the values that readers are shown, whatever quotes YAML puts around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from publications.reading import frontmatter
from publications.reading.front_values import TEXT_KEYS
from publications.reading.passage import THING, Letter, Passage, passages_of

_DOUBLE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\n|.)|\n", re.DOTALL)
_FACT = re.compile(r"\{\{[^{}\n]*\}\}")


def read_front_passages(front_matter: str, first: int, locale: str) -> Iterator[Passage]:
    """The passages of front matter. first: where in the file the YAML begins."""
    if len(front_matter) > frontmatter.LONGEST:
        return
    try:
        root = yaml.compose(front_matter, Loader=yaml.SafeLoader)
    except frontmatter.UNREADABLE:
        return
    for node in _texts(root, "", set()):
        letters = list(_letters(front_matter[node.start_mark.index : node.end_mark.index], node, first))
        yield from passages_of(letters, locale)


def _texts(node: yaml.Node | None, key: str, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    if node is None or id(node) in seen:  # an alias names a text that was read already
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _texts(value, str(name.value), seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _texts(value, key, seen)
    elif isinstance(node, yaml.ScalarNode) and key in TEXT_KEYS:
        yield node


def _letters(typed: str, node: yaml.ScalarNode, first: int) -> Iterator[Letter]:
    """What YAML reads of a value; the marks that it needs for itself are passed over."""
    at = first + node.start_mark.index
    if node.style in ("|", ">"):
        head = typed.find("\n") + 1
        yield from _plain(typed[head:].rstrip(), at + head)
    elif node.style == "'":
        for match in re.finditer(r"''|.", typed[1:-1], re.DOTALL):
            yield Letter(match.group()[0], at + 1 + match.start(), at + 1 + match.end())
    elif node.style == '"':
        yield from _double_quoted(typed[1:-1], at + 1)
    else:
        yield from _plain(typed, at)


def _double_quoted(typed: str, at: int) -> Iterator[Letter]:
    done = 0
    for match in _DOUBLE.finditer(typed):
        yield from _plain(typed[done : match.start()], at + done)
        done = match.end()
        char = {'\\"': '"', "\\\\": "\\", "\n": "\n"}.get(match.group(), THING)
        yield Letter(char, at + match.start(), at + match.end())
    yield from _plain(typed[done:], at + done)


def _plain(typed: str, at: int) -> Iterator[Letter]:
    done = 0
    for match in _FACT.finditer(typed):
        yield from (
            Letter(char, at + done + i, at + done + i + 1)
            for i, char in enumerate(typed[done : match.start()])
        )
        yield Letter(THING, at + match.start(), at + match.end())
        done = match.end()
    yield from (Letter(char, at + done + i, at + done + i + 1) for i, char in enumerate(typed[done:]))
