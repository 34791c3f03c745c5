"""What is found in the folder of another generator."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from publications.faults import Fault

MARKDOWN = frozenset({".md", ".mdx", ".markdown"})


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A text. page: its path here ("news/first.md"); file: where it is now."""

    page: str
    locale: str
    file: Path


@dataclass(frozen=True, slots=True)
class FoundSite:
    """A site of another generator.

    generator: what it is made with; default: the language that others are translated from; languages: code → name;
    menu: label and page; assets: path below docs/assets → file; told: what could not be read, in its own files.
    """

    root: Path
    generator: str
    name: str
    url: str
    default: str
    languages: Mapping[str, str]
    pages: tuple[FoundPage, ...]
    menu: tuple[tuple[str, str], ...] = ()
    assets: Mapping[str, Path] = field(default_factory=dict)
    told: tuple[Fault, ...] = ()


def page_name(path: str) -> str:
    """A path as an address here: "Über uns/_index.mdx" gives "uber-uns/index.md"."""
    pure = PurePosixPath(path)
    parts = [_plain(part) for part in pure.parent.parts]
    stem = pure.stem
    if stem.lower() in ("_index", "index", "readme"):
        return "/".join((*parts, "index.md"))
    return "/".join((*parts, f"{_plain(stem)}.md"))


def _plain(part: str) -> str:
    letters = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "page"
