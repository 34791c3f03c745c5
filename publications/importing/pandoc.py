"""Pandoc: Word, OpenDocument and HTML as Markdown, with pictures, footnotes and tables."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pypandoc

from publications.faults import Fault, PublicationError
from publications.importing.container import Format
from publications.importing.losses import Loss, lost_from
from publications.importing.tree import cleaned

_SECONDS = 120
_MEMORY = "-M1500m"
_WIDE_NUMBER = re.compile(r"(?m)^( *\d+\.)  +")
_SHOWN_BY_BROWSERS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def read_with_pandoc(file: Path, kind: Format) -> tuple[str, str, Mapping[str, bytes], tuple[Loss, ...]]:
    """Title, Markdown, pictures by their addresses in it, and what was lost."""
    with tempfile.TemporaryDirectory() as folder:
        tree = _pandoc(file, ["-f", kind, "-t", "json", f"--extract-media={folder}", str(file.resolve())])
        clean = cleaned(json.loads(tree))
        markdown = _pandoc(file, ["-f", "json", "-t", "gfm", "--wrap=none"], stdin=json.dumps(clean.tree))
        markdown = _WIDE_NUMBER.sub(r"\1 ", markdown)
        pictures: dict[str, bytes] = {}
        losses = list(clean.losses)
        for address in clean.pictures:
            found = _picture(file, Path(folder), address)
            if found is None or not address.lower().endswith(_SHOWN_BY_BROWSERS):
                name = address.rpartition("/")[2]
                losses.append(
                    Loss(f"picture {name}", "browsers cannot show it. Save it as PNG, and put it in")
                )
            else:
                pictures[address] = found
    if kind is not Format.HTML:
        losses += lost_from(file, kind, clean.words)
    return clean.title, markdown, pictures, tuple(losses)


def _picture(file: Path, folder: Path, address: str) -> bytes | None:
    """The bytes of a picture that pandoc took out of the file, or that lies beside an HTML file."""
    for place in (Path(address), file.parent / address):
        inside = place.resolve().is_relative_to(folder.resolve()) or place.resolve().is_relative_to(
            file.parent.resolve()
        )
        if inside and place.is_file():
            return place.read_bytes()
    return None


def _pandoc(file: Path, arguments: list[str], stdin: str = "") -> str:
    """What pandoc writes. It reads the file and nothing else (`--sandbox`), in bounded time and memory."""
    command = [pypandoc.get_pandoc_path(), "+RTS", _MEMORY, "-RTS", "--sandbox", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 (its own arguments)
            command, input=stdin.encode(), capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"takes more than {_SECONDS} s to read. Save a part of it, and import that."
        raise PublicationError(Fault(str(file), 0, message)) from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0][:200]
        message = f"cannot be read ({reason}). Open it in the program that made it, and save it again."
        raise PublicationError(Fault(str(file), 0, message))
    return done.stdout.decode()
