"""The options that several commands share, and what they come to.

Every option keeps its value in the click context, so that commands stay short and the program
knows about -v even when a command fails.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts import reports
from dealfacts.cli.config_option import configured
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from dealfacts.model.rates import Rates

F = TypeVar("F", bound="Callable[..., object]")

KEY = "dealfacts."
# A page is easier to read than a screen is wide.
WIDEST = 100
NARROWEST = 40
PIPED = 80


class Settings(NamedTuple):
    """What the person asked for, beyond the command itself."""

    format: str
    files: tuple[tuple[str, str], ...]
    quiet: bool
    verbose: int
    colour: bool
    width: int


def keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep the value of an option for whoever asks the context."""
    ctx.meta[f"{KEY}{param.name}"] = value


def _format_and_file(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    for each in value:
        name, equals, file = each.partition("=")
        if not equals or not file:
            message = f"{each!r} is not NAME=FILE, for example json=report.json"
            raise click.BadParameter(message, ctx, param)
        if file == "-":
            message = f"{each!r}: a report goes to a file. For the standard output use --format"
            raise click.BadParameter(message, ctx, param)
        if name not in reports.names():
            message = f"{name!r} is no format. Choose from {', '.join(reports.names())}"
            raise click.BadParameter(message, ctx, param)
    keep(ctx, param, value)
    return value


def paths(function: F) -> F:
    """PATH...: files, folders or `-`."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())(
        function
    )


def messages(function: F) -> F:
    """--quiet, -v and --no-color."""
    for option in (
        click.option(
            "--no-color",
            is_flag=True,
            expose_value=False,
            callback=keep,
            help="Plain output; NO_COLOR and FORCE_COLOR are read too.",
        ),
        click.option(
            "-v",
            "--verbose",
            count=True,
            expose_value=False,
            callback=keep,
            help="Show more; a bug then shows its traceback.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=keep,
            help="No messages on stderr but errors.",
        ),
    ):
        function = option(function)
    return function


def formats(function: F) -> F:
    """--format and --report, and what goes with every output."""
    function = configured(messages(function))
    function = click.option(
        "--report",
        "files",
        metavar="NAME=FILE",
        multiple=True,
        expose_value=False,
        callback=_format_and_file,
        help="Write a report of format NAME to FILE too; may be given again.",
    )(function)
    return click.option(
        "--format",
        type=click.Choice(reports.names()),
        default="terminal",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="What stdout carries.",
    )(function)


def _read_rates(ctx: click.Context, param: click.Parameter, value: str | None) -> Rates | None:
    if value is None:
        return None
    from dealfacts.loader.rates_file import read_rates  # noqa: PLC0415  few runs have rates

    try:
        return read_rates(value)
    except DealfactsError as error:
        raise click.BadParameter(str(error), ctx, param) from error


rates = click.option(
    "--rates",
    metavar="FILE",
    callback=_read_rates,
    help="Exchange rates, .csv (date,pair,rate,tolerance) or .toml; without it none is assumed.",
)

articles = click.option(
    "--articles",
    metavar="PATH",
    type=click.Path(),
    multiple=True,
    expose_value=False,
    callback=keep,
    help="The articles that ready-made claims are about, to show their sentences; may be given "
    "again.",
)

strict_input = click.option(
    "--strict-input", is_flag=True, help="Exit 2 if any article could not be read."
)


def settings() -> Settings:
    """The settings of the command that is running."""
    meta = click.get_current_context().meta
    pairs = (each.partition("=") for each in meta.get(f"{KEY}files", ()))
    return Settings(
        format=meta.get(f"{KEY}format", "terminal"),
        files=tuple((name, file) for name, _, file in pairs),
        quiet=meta.get(f"{KEY}quiet", False),
        verbose=meta.get(f"{KEY}verbose", 0),
        colour=_colour(refused=meta.get(f"{KEY}no_color", False)),
        width=_width(),
    )


def about() -> tuple[str, ...]:
    """The paths of --articles."""
    given: tuple[str, ...] = click.get_current_context().meta.get(f"{KEY}articles", ())
    return given


def standard_input(paths: Sequence[str]) -> BinaryIO | None:
    """The bytes of stdin; None where the caller closed it.

    Raises DealfactsError if `paths` ask for it then.
    """
    if sys.stdin is not None:
        return sys.stdin.buffer
    if "-" in paths:
        message = "-: the standard input is closed"
        raise DealfactsError(message)
    return None


def _colour(*, refused: bool) -> bool:
    """Whether stdout gets colour: the flag first, then NO_COLOR, FORCE_COLOR, and the terminal."""
    if refused or os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """Cells per line: COLUMNS, else the terminal, else 80."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        found = int(told)
    else:
        try:
            found = os.get_terminal_size(sys.stdout.fileno()).columns or PIPED
        except (AttributeError, OSError, ValueError):  # no screen, or nothing at all
            found = PIPED
    return max(NARROWEST, min(found, WIDEST))
