"""The options of a chart as names and values and back, every line that says the same as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from publications.editing.front_matter import yaml_value
from publications.editing.whitespace import on_one_line
from publications.reading.facts_in_text import HIDDEN, hide_facts

Options = tuple[tuple[str, str], ...]
"""Name and value of each, in the order of the file."""

_RUN = re.compile(f"{HIDDEN}.\ue000*")
_LINE = re.compile(r"(?P<name>[\w-]+)\s*:\s*(?P<value>.*)")
_INDENT = re.compile(r" {4}|\t| {1,3}\t")


@dataclass(frozen=True, slots=True)
class _Typed:
    """An option as it stands on its lines. value: on one line; place: of its value in these, None for a list and the like."""

    name: str
    value: str
    lines: str
    place: tuple[int, int] | None = None
    style: str = ""


def read_options(lines: Sequence[str]) -> Options:
    """What the lines below a chart's first say; also of those that YAML cannot read."""
    return tuple((one.name, one.value) for one in _read("\n".join(map(_outdented, lines)))[1])


def can_be_read(lines: Sequence[str]) -> bool:
    """Whether YAML reads them as they were typed."""
    return _composed("\n".join(map(_outdented, lines))) is not None


def written_options(lines: Sequence[str], new: Options) -> list[str]:
    """The lines of options that say something else now; what YAML cannot read is written so that it can."""
    if can_be_read(lines) and new == read_options(lines):
        return list(lines)
    text = "\n".join(map(_outdented, lines))
    head, typed = _read(text)
    left = list(typed)
    written = head
    for name, value in new:
        old = next((one for one in left if one.name == name), None)
        if old:
            left.remove(old)
        if old and old.place and old.value != value:
            start, end = old.place
            as_typed = old.lines[start:end]
            written += old.lines[:start] + yaml_value(value, as_typed, old.style, "") + old.lines[end:]
        elif old and (old.place or old.value == value) and old.lines:
            written += old.lines
        else:
            written += f"{name}: {_plain(value)}\n"
    return [f"    {line}" for line in written.rstrip("\n").split("\n") if line.strip()]


def tidied(options: Options) -> Options:
    """Each value on one line, and none that says nothing."""
    values = ((name.strip(), on_one_line(value)) for name, value in options)
    return tuple((name, value) for name, value in values if value)


def _read(text: str) -> tuple[str, list[_Typed]]:
    """The lines above the first option, such as a comment, and the options."""
    root = _composed(text)
    if root is None:
        return "", list(_guessed(text))
    if not root.value:
        return f"{text}\n" if text else "", []
    if root.flow_style:
        return "", [_Typed(name, value, "") for name, value, _ in _values(root, text)]
    starts = [name.start_mark.line for name, _ in root.value]
    lines = [f"{line}\n" for line in text.split("\n")]
    typed = []
    for (name, value, node), first, last in zip(
        _values(root, text), starts, [*starts[1:], len(lines)], strict=True
    ):
        before = sum(map(len, lines[:first]))
        start, end = node.start_mark.index, len(text[: node.end_mark.index].rstrip())
        is_text = isinstance(node, yaml.ScalarNode) and start < end
        place = (start - before, end - before) if is_text else None
        typed.append(
            _Typed(name, value, "".join(lines[first:last]), place, str(getattr(node, "style", None) or ""))
        )
    return "".join(lines[: starts[0]]), typed


def _composed(text: str) -> yaml.MappingNode | None:
    masked, _ = hide_facts(text)
    try:
        root = yaml.compose(masked, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if root is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [], flow_style=False)
    return root if isinstance(root, yaml.MappingNode) else None


def _values(root: yaml.MappingNode, text: str) -> Iterator[tuple[str, str, yaml.Node]]:
    """Name, value and node of each, with facts in their places."""
    masked, facts = hide_facts(text)
    shown = dict(zip(_RUN.findall(masked), facts, strict=False))
    for name, node in root.value:
        raw = (
            node.value
            if isinstance(node, yaml.ScalarNode)
            else masked[node.start_mark.index : node.end_mark.index]
        )
        words = _RUN.sub(lambda run: shown.get(run[0], run[0]), f"{raw}")
        yield str(name.value), on_one_line(words), node


def _guessed(text: str) -> Iterator[_Typed]:
    """Options of lines that YAML cannot read: most have a colon in words without quotes."""
    name, value = "alt", ""
    for line in text.split("\n"):
        if found := _LINE.fullmatch(line):
            if value:
                yield _Typed(name, value, "")
            name, value = found["name"], found["value"].strip()
        else:
            value = f"{value} {line.strip()}".strip()
    if value:
        yield _Typed(name, value, "")


def _plain(value: str) -> str:
    """The value as YAML, in quotes only where it needs them; all values of a chart are texts."""
    try:
        read = yaml.load(f"key: {value}\n", Loader=yaml.BaseLoader)  # noqa: S506 (builds text only)
    except yaml.YAMLError:
        read = None
    return value if read == {"key": value} else yaml_value(value, "", "", "")


def _outdented(line: str) -> str:
    return _INDENT.sub("", line, count=1) if _INDENT.match(line) else line
