"""A value in words that are the same in every run, so that it can be part of a key.

`repr` will not do: what a set shows first differs from run to run. Refuses types that it does not
know, since two values that look alike would share a key.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel


def canonical(value: object) -> str:
    """`value` in words; raises TypeError for what cannot be told."""
    name = type(value).__name__
    match value:
        case None:
            return name
        case BaseModel():
            return f"{name}({canonical(dict(value))})"
        case Mapping():
            pairs = sorted((canonical(key), canonical(each)) for key, each in value.items())
            return f"{{{', '.join(f'{key}: {each}' for key, each in pairs)}}}"
        case AbstractSet():
            return f"{{{', '.join(sorted(map(canonical, value)))}}}"
        case tuple():
            return f"{name}({', '.join(map(canonical, value))})"
        case str() | int() | float() | Decimal() | Enum() | date():
            return f"{name} {value!r}"
        case _:
            raise TypeError(name)
