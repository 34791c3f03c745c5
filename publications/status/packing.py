"""Statuses as plain values, which JSON can keep, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from publications.faults import Fault, Level
from publications.reading.block import BlockKind
from publications.status.known import Found, Known
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change
from publications.translation.gaps import Gap
from publications.translation.record import Status
from publications.translation.status import PageStatus, State, TranslationStatus

Values = dict[str, Any]
"""What JSON gives: keys and values, of which the types are told by the key."""


def packed(value: object) -> object:
    """A value of dataclasses, mappings and tuples as dicts and lists; enums are text already."""
    if is_dataclass(value):
        return {field.name: packed(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: packed(part) for key, part in value.items()}
    return [packed(part) for part in value] if isinstance(value, list | tuple) else value


def unpacked(values: Values) -> Known:
    """What `packed` made of it. Raises KeyError, TypeError or ValueError when it is something else."""
    return Known(
        texts=values["texts"],
        sources={code: Found(found) for code, found in values["sources"].items()},
        meanings=tuple((old, new, same) for old, new, same in values["meanings"]),
        status=_page_status(values["status"]),
    )


def _page_status(values: Values) -> PageStatus:
    translations = {code: _translation_status(status) for code, status in values.pop("translations").items()}
    return PageStatus(translations=translations, faults=_faults(values), **values)


def _translation_status(values: Values) -> TranslationStatus:
    status = values.pop("status")
    return TranslationStatus(
        state=State(values.pop("state")),
        status=Status(status) if status else None,
        changes=tuple(_change(change) for change in values.pop("changes")),
        gaps=tuple(_gap(gap) for gap in values.pop("gaps")),
        faults=_faults(values),
        **values,
    )


def _change(values: Values) -> Change:
    return Change(kind=ChangeKind(values.pop("kind")), block=BlockKind(values.pop("block")), **values)


def _gap(values: Values) -> Gap:
    return Gap(block=BlockKind(values.pop("block")), **values)


def _faults(values: Values) -> tuple[Fault, ...]:
    return tuple(Fault(level=Level(fault.pop("level")), **fault) for fault in values.pop("faults"))
