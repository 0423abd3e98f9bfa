"""The one clock: the day of today, for decisions that hold until a day. --today sets it.

Nothing else in the program knows what time it is, so that the same input gives the same output.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")
KEPT = "dealfacts.today"
FORM = "%Y-%m-%d"


def _keep(ctx: click.Context, param: click.Parameter, value: datetime | None) -> None:  # noqa: ARG001  click's signature
    ctx.meta[KEPT] = value.date() if value else None


def dated(function: F) -> F:
    """--today DATE."""
    return click.option(
        "--today",
        metavar="DATE",
        type=click.DateTime([FORM]),
        expose_value=False,
        callback=_keep,
        help="The day to go by (YYYY-MM-DD) for decisions that hold until a day; else the clock's.",
    )(function)


def today() -> date:
    """The day that the running command goes by."""
    told: date | None = click.get_current_context().meta.get(KEPT)
    return told or date.today()  # noqa: DTZ011  the day where the person is
