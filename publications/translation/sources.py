"""The store of source texts: `i18n/sources/<version>.md`, exact, added to and never changed.

A file is named by what it says, so two people who add the same text add the same file, and no merge, squash
or rename can part a translation from the text that it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.faults import Fault, Level, PublicationError
from publications.reading.block import Block
from publications.reading.encoding import as_lines
from publications.reading.reading import read_blocks
from publications.translation.normal_form import normal_form
from publications.translation.version import Version, read_version, version_of_blocks
from publications.writing import write_text

_TITLE = re.compile(r"^title:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_HEAD = 1000  # bytes


@dataclass(frozen=True, slots=True)
class Added:
    """version: the code to write into the translation; is_new: the text was not in the store."""

    version: Version
    path: Path
    is_new: bool


@dataclass(frozen=True, slots=True)
class Sources:
    """The store in one folder, which need not exist yet."""

    folder: Path

    def text(self, code: str) -> str | None:
        """The source text of a version; None when the store lacks it. Raises PublicationError if not UTF-8."""
        path = self.path(code)
        try:
            return as_lines(path.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            message = f"is not UTF-8 (byte {error.start}); take it back from your version control."
            raise PublicationError(Fault(path.as_posix(), 0, message)) from None

    def path(self, code: str) -> Path:
        """Where the text of a version lies."""
        return self.folder / f"{code}.md"

    def codes(self) -> frozenset[str]:
        """All versions in the store."""
        return frozenset(
            path.stem for path in self.folder.glob("*.md") if read_version(path.stem) == path.stem
        )

    def titled(self) -> Mapping[str, tuple[str, ...]]:
        """Title in the front matter → the versions that have it, sorted."""
        found: dict[str, list[str]] = {}
        for code in sorted(self.codes()):
            text = (self.path(code).read_bytes()[:_HEAD]).decode("utf-8", errors="replace")
            if title := _TITLE.search(text):
                found.setdefault(title[1].strip("\"'"), []).append(code)
        return {title: tuple(codes) for title, codes in found.items()}

    def add(self, markdown: str, *, dry_run: bool = False) -> Added:
        """Keep a source text, unless a text that says the same is there already; then the first stays.

        Raises PublicationError when another text has the same code, one chance in four thousand million.
        """
        text = as_lines(markdown)
        blocks = read_blocks(text)
        version = version_of_blocks(blocks)
        path = self.path(version.code)
        stored = self.text(version.code)
        if stored is not None:
            _refuse_another_text(path, stored, blocks)
        elif not dry_run:
            write_text(path, text)
        return Added(version, path, stored is None)

    def damaged(self) -> Iterator[Fault]:
        """Files whose text is not that of their name: somebody edited them."""
        for code in sorted(self.codes()):
            text = self.text(code) or ""
            found = version_of_blocks(read_blocks(text)).code
            if found != code:
                message = (
                    f"holds the text of {found}, not of {code}. These files are never edited: "
                    "take it back from your version control."
                )
                yield Fault(self.path(code).as_posix(), 0, message, Level.WARNING, "stored-source")


def _refuse_another_text(path: Path, stored: str, blocks: tuple[Block, ...]) -> None:
    if [normal_form(block) for block in read_blocks(stored)] != [normal_form(block) for block in blocks]:
        message = "holds another text with the same version. Change any word of the page, and try again."
        raise PublicationError(Fault(path.as_posix(), 0, message))
