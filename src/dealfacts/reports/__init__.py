"""Output formats: each public module here is one, turns a report into a string, and writes nothing.

A format `reports/x.py` declares NAME ("x"), DESCRIPTION (one line for `--help`) and
`render(report, options) -> str`; the command line finds it by its file name.
"""

from __future__ import annotations

import importlib
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dealfacts.discovery import module_names
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.model.report import Finding, Report
    from dealfacts.reports._sides import Side

__all__ = ["Format", "RenderOptions", "load", "names", "side_by_side", "sides", "visible"]


class RenderOptions(NamedTuple):
    """What a format may take into account.

    `width` is in terminal cells; `texts` are article texts by source id, and a format does without
    the sentences of a source that is not in it; `verbose` counts the -v of the command line.
    """

    width: int = 80
    colour: bool = False
    verbose: int = 0
    texts: Mapping[str, str] = MappingProxyType({})


class Format(Protocol):
    """What a module of this package declares."""

    NAME: str
    DESCRIPTION: str

    def render(self, report: Report, options: RenderOptions) -> str:
        """The whole output, ending in a line break."""


def side_by_side(finding: Finding, report: Report, options: RenderOptions) -> str:
    """The sides of one finding next to each other, each with its best claim in its sentence."""
    from dealfacts.reports import _next_to  # noqa: PLC0415  few runs show a single finding

    return _next_to.render(finding, report, options)


def sides(finding: Finding, report: Report) -> tuple[Side, ...]:
    """The sides of one finding, in the order in which they are shown."""
    from dealfacts.reports import _index, _sides  # noqa: PLC0415  few runs show a single finding

    return _sides.sides(finding, _index.index(report, RenderOptions()))


def names() -> tuple[str, ...]:
    """The names of all formats, sorted, without importing them."""
    return module_names(sys.modules[__name__])


def load(name: str) -> Format:
    """The format `name`, one of `names()`."""
    module: Format = importlib.import_module(f"{__name__}.{name}")
    return module
