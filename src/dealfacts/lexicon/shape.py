"""Builds typed values from parsed data, and says where the data does not fit.

Covers what lexicons are made of: named tuples, plain tuples, sets, mappings, strings, numbers,
words of closed lists and truth values. A validation library does more and takes a tenth of a
second to start on as many shapes as there are lexicons, which is why these few lines exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, TypeVar, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
Parsed = object


class MisfitError(ValueError):
    """The data does not have the shape; the message begins with the place in the data."""


@cache
def _hints(shape: type) -> dict[str, object]:
    return get_type_hints(shape)


def build(shape: type[T], data: Parsed, where: str = "") -> T:
    """`data`, as a parser returns it, as a value of `shape`.

    Raises MisfitError with the place in the data.
    """
    return cast("T", _build(shape, data, where))


@cache
def _taken_apart(shape: object) -> tuple[object, tuple[object, ...]]:
    """`frozenset[str]` as frozenset and (str,)."""
    return get_origin(shape), get_args(shape)


def _build(shape: object, data: Parsed, where: str) -> object:
    origin, args = _taken_apart(shape)
    if origin in {tuple, frozenset, list}:
        return _row(args, origin, data, where)
    if origin in {dict, Mapping}:
        if not isinstance(data, dict):
            return _misfit(where, "a table", data)
        key, item = args
        return {_build(key, k, where): _build(item, v, f"{where}.{k}") for k, v in data.items()}
    if origin in {Union, UnionType}:
        return _either(args, data, where)
    if isinstance(shape, type) and issubclass(shape, tuple):
        return _record(shape, data, where)
    if shape is object or (isinstance(shape, type) and _is_plain(shape, data)):
        return data
    if isinstance(shape, type) and issubclass(shape, Decimal | Enum):
        return _made(shape, data, where)
    return _misfit(where, getattr(shape, "__name__", str(shape)), data)


def _is_plain(shape: type, data: Parsed) -> bool:
    """Whether `data` is of the plain type; a truth value is no number, a whole one is a float."""
    if isinstance(data, bool):
        return shape is bool
    return isinstance(data, shape) or (shape is float and isinstance(data, int))


def _made(shape: type[Decimal | Enum], data: Parsed, where: str) -> object:
    """A number or a word of a closed list, written as a string (or a whole number)."""
    try:
        return shape(str(data)) if issubclass(shape, Decimal) else shape(data)
    except (ArithmeticError, ValueError, TypeError):
        return _misfit(where, shape.__name__, data)


def _row(args: tuple[object, ...], origin: object, data: Parsed, where: str) -> object:
    if not isinstance(data, list):
        return _misfit(where, "a list", data)
    if origin is tuple and not (len(args) > 1 and args[1] is Ellipsis):
        if len(data) != len(args):
            return _misfit(where, f"a list of {len(args)}", data)
        return tuple(
            _build(a, d, f"{where}.{i}") for i, (a, d) in enumerate(zip(args, data, strict=True))
        )
    items = _items(args[0], data, where)
    if origin is frozenset:
        return frozenset(items)
    return tuple(items) if origin is tuple else items


def _items(item: object, data: Sequence[Parsed], where: str) -> list[object]:
    if item is str:  # nearly all of a lexicon
        for place, each in enumerate(data):
            if not isinstance(each, str):
                _misfit(f"{where}.{place}", "str", each)
        return list(data)
    return [_build(item, each, f"{where}.{place}") for place, each in enumerate(data)]


def _either(choices: tuple[object, ...], data: Parsed, where: str) -> object:
    if data is None and NoneType in choices:
        return None
    for choice in choices:
        try:
            return _build(choice, data, where)
        except MisfitError:
            continue
    return _misfit(where, " or ".join(str(choice) for choice in choices), data)


def _record(shape: type, data: Parsed, where: str) -> object:
    if not isinstance(data, dict):
        return _misfit(where, "a table", data)
    hints = _hints(shape)
    optional: Mapping[str, object] = getattr(shape, "_field_defaults", {})
    for name in data:
        if name not in hints:
            return _misfit(f"{where}.{name}".lstrip("."), "no such key", data[name])
    for name in hints:
        if name not in data and name not in optional:
            return _misfit(f"{where}.{name}".lstrip("."), "a value", None)
    return shape(**{name: _build(hints[name], v, f"{where}.{name}") for name, v in data.items()})


def _misfit(where: str, wanted: str, data: Parsed) -> object:
    message = f"{where.lstrip('.') or 'top'}: expected {wanted}, found {data!r:.60}"
    raise MisfitError(message)
