"""Finds the modules of an open set (kinds, checks, formats) by walking their folder."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def module_names(package: ModuleType) -> tuple[str, ...]:
    """The public module names directly inside `package`, sorted, without importing them."""
    found = (info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def modules(package: ModuleType) -> tuple[ModuleType, ...]:
    """The public modules directly inside `package`, imported, in the order of their names."""
    return tuple(
        importlib.import_module(f"{package.__name__}.{name}") for name in module_names(package)
    )
