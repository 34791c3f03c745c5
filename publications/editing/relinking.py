"""Relinking: the links of a text, written anew when a page, which may be its own, gets another name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from publications.reading.address import below_docs, names_a_file, split_target
from publications.reading.anatomy import Link, LinkKind
from publications.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Relinking:
    """old, new: the names of the page that moves, such as "newsletters/2021-05.md"; locales: of the project."""

    old: str
    new: str
    locales: Collection[str]

    def at(self, page: str) -> str:
        """What a page is called afterwards."""
        return self.new if page == self.old else page

    def relinked(self, text: str, page: str, locale: str) -> tuple[str, int]:
        """A text of a page as it is afterwards, and how many links were written anew. page: as it was called before."""
        lines, count = text.split("\n"), 0
        for link in _links(Reading.of(text)):
            target = self._target(link.target, page, locale)
            if target != link.target and link.line <= len(lines):
                typed = rf"(?<![\w./-]){re.escape(link.target)}(?![\w/-])"
                line = re.sub(typed, target.replace("\\", r"\\"), lines[link.line - 1], count=1)
                count += line != lines[link.line - 1] and link.kind is LinkKind.LINK
                lines[link.line - 1] = line
        return "\n".join(lines), count

    def _target(self, typed: str, page: str, locale: str) -> str:
        if not names_a_file(typed):
            return typed
        path, mark, rest = split_target(typed)
        full = below_docs(page, locale, path)
        folder, _, below = full.partition("/")
        if folder in self.locales and below == self.old:
            full = f"{folder}/{self.new}"
        elif self.at(page) == page:
            return typed
        here = posixpath.join(locale, posixpath.dirname(self.at(page)))
        return posixpath.relpath(full, here) + mark + rest


def _links(reading: Reading) -> Iterator[Link]:
    """Links and pictures as Markdown has them, and the picture of the front matter."""
    for entry in reading.entries:
        if entry.key == "picture" and reading.values.get("picture"):
            yield Link(str(reading.values["picture"]), entry.line + 1, LinkKind.PICTURE)
    yield from (link for link in reading.anatomy.links if link.kind is not LinkKind.HTML)
