"""The page that a translator fills in: the source's text in place, marked as a draft of its version."""

from __future__ import annotations

from publications.reading.front_edit import FrontMatter
from publications.translation.record import Status
from publications.translation.version import version_of

# What a source says of itself and a translation does not take over.
_OWN = ("translation", "translate", "checks")


def start(source: str, *, source_locale: str) -> str:
    """The text of a new translation: structure, links, pictures, facts and ids are the source's.

    source: the page to translate; source_locale: its locale. The draft says so itself until its `status` is
    changed, so readers are not shown it.
    """
    front = FrontMatter.of(source)
    for key in _OWN:
        front = front.without(key)
    return front.with_lines(*_record(source, source_locale, Status.DRAFT)).write()


def as_translation(text: str, source: str, source_locale: str, status: Status = Status.MACHINE) -> str:
    """A finished text with the record that says which source it follows."""
    return FrontMatter.of(text).with_lines(*_record(source, source_locale, status)).write()


def _record(source: str, source_locale: str, status: Status) -> tuple[str, ...]:
    return (
        "translation:",
        f"  source: {source_locale}",
        f"  version: {version_of(source)}",
        f"  status: {status}",
    )
