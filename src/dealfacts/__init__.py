"""dealfacts finds where news articles about one deal disagree, and shows the words behind it.

`load`, `extract`, `reconcile` and `read_value` are the library, see `dealfacts.api`; they are
imported when they are first used, so that `dealfacts --version` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealfacts.api import extract, load, read_value, reconcile

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "load", "read_value", "reconcile"]


def __getattr__(name: str) -> object:
    """The functions of the library, on first use."""
    if name not in __all__:
        message = f"module 'dealfacts' has no attribute {name!r}"
        raise AttributeError(message)
    from dealfacts import api  # noqa: PLC0415  heavy, `dealfacts --version` is not

    return getattr(api, name)
