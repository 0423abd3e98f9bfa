"""`--out`, `--engine` and `--master`: drops that are too large for a page go into tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from dealfacts.cli import options, showing, spread
from dealfacts.cli.options import KEY, keep
from dealfacts.cli.output import say
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.engines.spill import Written
    from dealfacts.model.report import Report, Summary
    from dealfacts.reconciler.settings import Settings

F = TypeVar("F", bound="Callable[..., object]")

ENGINES = ("local", "spark")


def tables(function: F) -> F:
    """--out, --engine and --master."""
    function = click.option(
        "--master",
        metavar="URL",
        expose_value=False,
        callback=keep,
        help="The cluster of --engine spark; default: all cores of this machine.",
    )(function)
    function = click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default="local",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="What works with --out: this machine, or a Spark cluster.",
    )(function)
    return click.option(
        "--out",
        metavar="DIR",
        expose_value=False,
        callback=keep,
        help="Write tables of JSON lines into the new folder DIR; memory stays bounded.",
    )(function)


def write(
    paths: Sequence[str],
    chosen: Settings,
    told: Callable[[Report], Report],
    min_confidence: float,
    *,
    strict: bool,
) -> bool:
    """Reconcile into tables if --out asks for it; False if not. `told` is done to every group.

    Raises DealfactsError for options that do not go together.
    """
    meta, wanted = click.get_current_context().meta, options.settings()
    folder, engine, master = (meta.get(f"{KEY}{name}") for name in ("out", "engine", "master"))
    if folder is None:
        if engine != "local" or master:
            message = "--engine and --master need --out DIR, the folder that the tables go to"
            raise DealfactsError(message)
        return False
    _refuse_unfit(wanted, min_confidence)
    if engine == "spark":
        from dealfacts.engines import spark  # noqa: PLC0415  few runs need it

        done = spark.reconcile_to(paths, folder, chosen=chosen, finish=told, master=master)
    else:
        done = _here(paths, folder, chosen, told)
    showing.tell(done.problems, wanted)
    if not wanted.quiet:
        say(f"dealfacts: {_counts(done.summary)}; tables in {folder}")
    showing.refuse_unread(done.problems, strict=strict)
    return True


def _refuse_unfit(wanted: options.Settings, min_confidence: float) -> None:
    """Raises DealfactsError for an option that tables cannot follow."""
    reasons = {
        "--out writes all claims with their confidence; leave --min-confidence out": min_confidence,
        "--out shows no sentences; leave --articles out": options.about(),
        "--out writes tables; give --format and --report to a run without it": wanted.files
        or wanted.format != "terminal",
    }
    for message, is_given in reasons.items():
        if is_given:
            raise DealfactsError(message)


def _here(
    paths: Sequence[str], folder: str, chosen: Settings, told: Callable[[Report], Report]
) -> Written:
    from dealfacts.engines import spill  # noqa: PLC0415  few runs need it

    stdin = options.standard_input(paths)
    with spread.spread() as way:
        return spill.reconcile_to(
            paths,
            folder,
            stdin=stdin,
            chosen=chosen,
            finish=told,
            each=way.each,
            memory=way.memory,
        )


def _counts(summary: Summary) -> str:
    """As in "5 sources, 1 deal"."""
    counts = ((count, name.removesuffix("s") if count == 1 else name) for name, count in summary)
    return ", ".join(f"{count} {name}" for count, name in counts)
