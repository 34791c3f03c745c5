"""Front matter: the lines of each key, and a text as a value of YAML, quoted as it was and read back letter by letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml

from publications.reading.front_edit import written
from publications.reading.reading import Reading

# What YAML cannot have as it is, or takes for the end of a line.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def lines_of_key(reading: Reading, key: str) -> tuple[int, int] | None:
    """The first and the last line of the file that a key of the first level has; None when it is not there."""
    top = [(entry.key, entry.line + 1) for entry in reading.entries if "." not in entry.key]
    ends = [*(line - 1 for _, line in top[1:]), reading.source.body_line - 2]
    return next(((line, end) for (name, line), end in zip(top, ends, strict=True) if name == key), None)


def yaml_value(line: str, typed: str, style: str, before: str) -> str:
    """line: the new text, on one line; typed: as the value stood there; before: what stands before it on its lines."""
    is_in_flow = sum(map(before.count, "{[")) > sum(map(before.count, "}]"))
    for form in _forms(line, typed, style):
        if _is_read(f"key: {form}\n", line) and (
            not is_in_flow or _is_read(f"{{key: {form}, last: x}}\n", line)
        ):
            return form
    return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(line, ensure_ascii=False))


def _forms(line: str, typed: str, style: str) -> Iterator[str]:
    if style == "'":
        yield "'" + line.replace("'", "''") + "'"
    elif style in ("|", ">"):
        header, _, first = typed.partition("\n")
        yield f"{header}\n{first[: len(first) - len(first.lstrip())]}{line}"
    elif not style and (written(line) == line or (line[:1].isalpha() and " " in line)):
        yield line


def _is_read(text: str, line: str) -> bool:
    if _UNPRINTABLE.search(text):
        return False
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError:
        return False
    return isinstance(values, dict) and isinstance(values["key"], str) and values["key"].rstrip("\n") == line
