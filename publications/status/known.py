"""What is known of a page: its status, and everything that it was worked out from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from publications.translation.status import PageStatus


class Found(StrEnum):
    """Where the text of a version was found."""

    STORED = "stored"
    IN_HISTORY = "history"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Known:
    """A status that need not be worked out again while all of this holds.

    texts: a digest of each locale's file; sources: version → where its text was; meanings: an old and a new
    version, and whether they were said to mean the same.
    """

    texts: Mapping[str, str]
    sources: Mapping[str, Found]
    meanings: tuple[tuple[str, str, bool], ...]
    status: PageStatus


def digest(text: bytes) -> str:
    """A file's content in 32 digits."""
    return hashlib.blake2b(text, digest_size=16).hexdigest()
