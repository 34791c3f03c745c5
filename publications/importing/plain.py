"""Plain text: paragraphs by their empty lines, lists by the signs that people type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from publications.importing.losses import Loss
from publications.reading.encoding import as_lines

_BULLET = re.compile(r"^\s*[-–•*·▪●■]\s+")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_SIGNS = re.compile(r"(?m)^(\s*)([#>|+]|={3,}|-{3,})|([\\`*_\[\]<])")
_LONGEST_TITLE = 160
_LONGEST_BROKEN = 120
_ITEM = re.compile(r"(?:- |\d{1,3}\. )")


def read_plain(file: Path) -> tuple[str, str, Mapping[str, bytes], tuple[Loss, ...]]:
    """Title, Markdown, no pictures, and what was lost; the first line is the title if it is short."""
    data = file.read_bytes()
    text, losses = _decoded(data)
    lines = as_lines(text).strip("\n").split("\n")
    is_titled = len(lines[0]) <= _LONGEST_TITLE and not lines[0].rstrip().endswith(".")
    title, rest = (lines[0].strip(), lines[1:]) if is_titled else ("", lines)
    # Whoever writes such long lines breaks none: each is a paragraph.
    between = "\n\n" if max(map(len, lines)) > _LONGEST_BROKEN else "\n"
    return title, as_markdown(between.join(rest)), {}, losses


def as_markdown(text: str) -> str:
    """Plain words as Markdown that shows just these: signs that would mean something are escaped."""
    joined = ""
    for block in filter(None, map(_block, re.split(r"\n\s*\n", text.strip("\n")))):
        is_list = _ITEM.match(block) and _ITEM.match(joined.rpartition("\n")[2])
        joined += ("\n" if is_list else "\n\n" if joined else "") + block
    return joined + "\n"


def _block(block: str) -> str:
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    made = []
    for line in lines:
        if _BULLET.match(line):
            made.append(f"- {_escaped(_BULLET.sub('', line))}")
        elif number := _NUMBER.match(line):
            made.append(f"{number[1]}. {_escaped(_NUMBER.sub('', line))}")
        elif made and made[-1].startswith(("- ", "1. ")) and line[:1].isspace():
            made[-1] += f" {_escaped(line.strip())}"
        else:
            made.append(_escaped(line.strip()))
    joined: list[str] = []
    for line in made:
        if joined and _ITEM.match(line) and not _ITEM.match(joined[-1]):
            joined.append("")
        joined.append(line)
    return "\n".join(joined)


def _escaped(line: str) -> str:
    return _SIGNS.sub(lambda sign: f"{sign[1] or ''}\\{sign[2] or sign[3]}", line)


def _decoded(data: bytes) -> tuple[str, tuple[Loss, ...]]:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        pass
    said = "it is not UTF-8, and was read as Windows-1252. Look at its letters: å ä ö, ă ș ț, à è"
    return data.decode("cp1252", errors="replace"), (Loss("the whole file", said),)
