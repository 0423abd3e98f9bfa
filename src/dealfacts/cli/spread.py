"""`--jobs` and `--cache`: how a command spreads its work over the machine and over runs."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts.cli.options import KEY, keep
from dealfacts.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dealfacts.records.cache import ClaimCache
    from dealfacts.telling import Each

F = TypeVar("F", bound="Callable[..., object]")

FOLDER = Path(".dealfacts")


class Spread(NamedTuple):
    """Who works, and who remembers."""

    each: Each
    memory: ClaimCache | None


jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    expose_value=False,
    callback=keep,
    help="Processes to work with. Default: one for each core, for small drops one.",
)
cache = click.option(
    "--cache/--no-cache",
    default=None,
    expose_value=False,
    callback=keep,
    help="Keep what files claim in .dealfacts/ and read only changed ones. Default: if the folder "
    "is there.",
)


def options(function: F) -> F:
    """--jobs and --cache."""
    return jobs(cache(function))


def each() -> Each:
    """The processes that were asked for."""
    from dealfacts.engines.pool import Pool  # noqa: PLC0415  the program starts without it

    return Pool(click.get_current_context().meta.get(f"{KEY}jobs"))


@contextmanager
def spread() -> Iterator[Spread]:
    """What was asked for, as long as the work takes."""
    meta = click.get_current_context().meta
    wanted = meta.get(f"{KEY}cache")
    if not (FOLDER.is_dir() if wanted is None else wanted):
        yield Spread(each(), None)
        return
    from dealfacts.records.cache import NAME, ClaimCache  # noqa: PLC0415  most runs have none
    from dealfacts.records.rules_version import rules_version  # noqa: PLC0415  likewise

    quiet = bool(meta.get(f"{KEY}quiet"))
    held = ClaimCache(
        FOLDER / NAME,
        rules_version(),
        lambda message: None if quiet else say(f"dealfacts: {message}"),
    )
    try:
        yield Spread(each(), held)
    finally:
        held.close()
