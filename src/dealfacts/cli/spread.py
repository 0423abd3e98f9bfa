"""`--jobs`: how a command spreads its work over the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.telling import Each

F = TypeVar("F", bound="Callable[..., object]")

JOBS = "dealfacts.jobs"


def _keep(ctx: click.Context, param: click.Parameter, value: int | None) -> None:  # noqa: ARG001
    ctx.meta[JOBS] = value


jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    expose_value=False,
    callback=_keep,
    help="Processes to work with. Default: one for each core, for small drops one.",
)


def each() -> Each:
    """The way to work that was asked for."""
    from dealfacts.engines.pool import Pool  # noqa: PLC0415  the program starts without it

    return Pool(click.get_current_context().meta.get(JOBS))
