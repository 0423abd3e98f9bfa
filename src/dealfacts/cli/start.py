"""Makes the program start and end quickly: no look for garbage where none is, no clearing up."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoints

METADATA = "importlib.metadata"

# New objects before a look for garbage among them: claims and lexicons live until the end.
MANY = 200_000
# What outlived one look is not looked at again: it took a fifth of a run over 20,000 articles.
NEVER = 1_000_000


@contextmanager
def swift_imports() -> Iterator[None]:
    """Import inside without garbage collection: modules stay, so there is nothing to collect.

    Plugins of pydantic that happen to be installed are left out. They would be looked for in every
    package of the environment, and could change what validates.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        with _metadata_on_demand():
            yield
    finally:
        gc.freeze()
        gc.set_threshold(MANY, NEVER)
        gc.enable()


class _Unread(ModuleType):
    """`importlib.metadata` until something of it is used."""

    def __getattr__(self, name: str) -> object:
        """What the module itself holds; the import system asks for names like `__path__`."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_metadata(), name)

    @staticmethod
    def entry_points(**wanted: str) -> EntryPoints:
        """A function of its own, because to import it is not to use it."""
        found: EntryPoints = _metadata().entry_points(**wanted)
        return found


@contextmanager
def _metadata_on_demand() -> Iterator[None]:
    """Inside, `importlib.metadata` is imported when it is used.

    Pydantic imports it, and with it email, zipfile and csv, to look for the plugins that are left
    out: a twenty-fifth of a run for nothing.
    """
    if METADATA not in sys.modules:
        sys.modules[METADATA] = _Unread(METADATA)
    try:
        yield
    finally:
        _forget_stand_in()


def _metadata() -> ModuleType:
    _forget_stand_in()
    return importlib.import_module(METADATA)


def _forget_stand_in() -> None:
    if isinstance(sys.modules.get(METADATA), _Unread):
        del sys.modules[METADATA]


def leave(code: int) -> NoReturn:
    """End the process with the exit code `code`, everything written.

    The interpreter is not taken apart: the system frees the memory at once, and freeing every
    object by itself takes a tenth of a run.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # the caller closed it
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)
