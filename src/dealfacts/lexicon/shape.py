"""Builds typed values from parsed data, and says where the data does not fit.

Covers what lexicons are made of: named tuples, plain tuples, sets, mappings, strings, numbers,
words of closed lists and truth values. A validation library does more and takes a tenth of a
second to start on as many shapes as there are lexicons, which is why these few lines exist.
A shape is taken apart once, into a maker; the place of a misfit is put together only where
there is one, on the way out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Parsed = object
Maker = Callable[[Parsed], object]


class MisfitError(ValueError):
    """The data does not have the shape; the message begins with the place in the data."""

    def __init__(self, wanted: str, data: Parsed, *places: object) -> None:
        """`wanted` and not `data` should stand at `places`, outermost first."""
        self.wanted = wanted
        self.data = data
        self.places = places
        where = ".".join(map(str, places)) or "top"
        super().__init__(f"{where}: expected {wanted}, found {data!r:.60}")

    def within(self, place: object) -> MisfitError:
        """The same misfit, seen from the value that holds this one at `place`."""
        return MisfitError(self.wanted, self.data, place, *self.places)


def _misfit(wanted: str, data: Parsed, *places: object) -> NoReturn:
    raise MisfitError(wanted, data, *places)


def build(shape: type[T], data: Parsed) -> T:
    """`data`, as a parser returns it, as a value of `shape`.

    Raises MisfitError with the place in the data.
    """
    return cast("T", _maker(cast("Hashable", shape))(data))


@cache
def _maker(shape: Hashable) -> Maker:
    """What turns parsed data into a value of `shape`."""
    origin, args = get_origin(shape), get_args(shape)
    if origin is tuple and args[-1] is not Ellipsis:
        return _fixed(args)
    if origin in {tuple, frozenset, list}:
        return _row(args[0], cast("Callable[[list[object]], object]", origin))
    if origin in {dict, Mapping}:
        return _mapping(*args)
    if origin in {Union, UnionType}:
        return _either(args)
    if shape is object:
        return lambda data: data
    if not isinstance(shape, type):
        raise TypeError(shape)
    if issubclass(shape, tuple):
        return _record(shape)
    if issubclass(shape, Decimal | Enum):
        return _made(shape)
    return _plain(shape)


def _plain(shape: type) -> Maker:
    """A string, number or truth value as it is; True is no number, a whole number is a float."""
    fitting = (int, float) if shape is float else (shape,)

    def make(data: Parsed) -> object:
        if type(data) in fitting:
            return data
        _misfit(shape.__name__, data)

    return make


def _made(shape: type[Decimal | Enum]) -> Maker:
    """A number or a word of a closed list, written as a string (or a whole number)."""

    def make(data: Parsed) -> object:
        try:
            return shape(str(data)) if issubclass(shape, Decimal) else shape(data)
        except (ArithmeticError, ValueError, TypeError):
            _misfit(shape.__name__, data)

    return make


def _row(item: object, collect: Callable[[list[object]], object]) -> Maker:
    make_item = _maker(item)

    def make(data: Parsed) -> object:
        if not isinstance(data, list):
            _misfit("a list", data)
        if item is str and {str}.issuperset(map(type, data)):  # nearly all of a lexicon
            return collect(data)
        return collect(_items([make_item] * len(data), data))

    return make


def _fixed(items: tuple[object, ...]) -> Maker:
    makers = [_maker(item) for item in items]

    def make(data: Parsed) -> object:
        if not isinstance(data, list) or len(data) != len(makers):
            _misfit(f"a list of {len(makers)}", data)
        return tuple(_items(makers, data))

    return make


def _items(makers: list[Maker], data: list[Parsed]) -> list[object]:
    made: list[object] = []
    try:
        for make, each in zip(makers, data, strict=True):
            made.append(make(each))
    except MisfitError as misfit:
        raise misfit.within(len(made)) from None
    return made


def _mapping(key: object, item: object) -> Maker:
    make_key, make_item = _maker(key), _maker(item)

    def make(data: Parsed) -> object:
        if not isinstance(data, dict):
            _misfit("a table", data)
        made: dict[object, object] = {}
        for name, each in data.items():
            try:
                made[make_key(name)] = make_item(each)
            except MisfitError as misfit:
                raise misfit.within(name) from None
        return made

    return make


def _either(choices: tuple[object, ...]) -> Maker:
    makers = [_maker(choice) for choice in choices if choice is not NoneType]
    wanted = " or ".join(str(choice) for choice in choices)

    def make(data: Parsed) -> object:
        if data is None and NoneType in choices:
            return None
        for each in makers:
            try:
                return each(data)
            except MisfitError:
                continue
        _misfit(wanted, data)

    return make


def _record(shape: type) -> Maker:
    makers = {name: _maker(hint) for name, hint in get_type_hints(shape).items()}
    needed = makers.keys() - getattr(shape, "_field_defaults", {}).keys()

    def make(data: Parsed) -> object:
        if not isinstance(data, dict):
            _misfit("a table", data)
        for name in data:
            if name not in makers:
                _misfit("no such key", data[name], name)
        if not data.keys() >= needed:
            _misfit("a value", None, next(name for name in makers if name not in data))
        made: dict[str, object] = {}
        for name, each in data.items():
            try:
                made[name] = makers[name](each)
            except MisfitError as misfit:
                raise misfit.within(name) from None
        return shape(**made)

    return make
