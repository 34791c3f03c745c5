"""Packing: values of frozen dataclasses as JSON, and back, by their types alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Converter = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, NoneType)


def packed(value: object) -> bytes:
    """A value of dataclasses, mappings with text keys, tuples, enums and plain values; a dataclass is the list of its fields."""
    return json.dumps(_flat(value), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", errors="surrogatepass"
    )


def unpacked(kind: type[_T], data: bytes) -> _T:
    """What `packed` made it of. Raises ValueError, TypeError or KeyError when it is something else."""
    return cast("_T", _converter(kind)(json.loads(data)))


def _flat(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, Mapping):
        return {key: _flat(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_flat(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(value)
    names: Iterable[str] = getattr(value, "__dataclass_fields__")  # noqa: B009 (mypy does not know that it is one)
    return [_flat(getattr(value, name)) for name in names]


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _new_converter(kind: Any) -> _Converter:  # noqa: ANN401 (a type, or what typing makes of several)
    """What makes a value of that type of what JSON gives."""
    if kind in _PLAIN:
        return lambda value: value
    if isinstance(kind, type) and issubclass(kind, Enum | frozenset):
        return kind
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_dataclass(kind)
    return _of_several(get_origin(kind), get_args(kind))


# Types are hashable, which mypy does not know.
_converter = cast("Callable[[Any], _Converter]", cache(_new_converter))


def _of_several(origin: Any, arguments: tuple[Any, ...]) -> _Converter:  # noqa: ANN401 (as above)
    if origin is tuple:
        return _of_tuple(arguments)
    if origin in (Union, UnionType):
        (part,) = (_converter(argument) for argument in arguments if argument is not NoneType)
        return lambda value: None if value is None else part(value)
    if origin is frozenset:
        return frozenset
    if origin is not None and issubclass(origin, Mapping):
        part = _converter(arguments[1])
        return lambda values: {key: part(value) for key, value in values.items()}
    raise TypeError(origin)


def _of_tuple(arguments: tuple[Any, ...]) -> _Converter:
    if arguments[-1] is Ellipsis:
        part = _converter(arguments[0])
        return lambda values: tuple(map(part, values))
    parts = tuple(map(_converter, arguments))
    return lambda values: tuple(part(value) for part, value in zip(parts, values, strict=True))


def _of_dataclass(kind: type[Any]) -> _Converter:
    hints, names = get_type_hints(kind), _names(kind)
    parts = tuple(_converter(hints[name]) for name in names)
    return lambda values: kind(
        **{name: part(value) for name, part, value in zip(names, parts, values, strict=True)}
    )
