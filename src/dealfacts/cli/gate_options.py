"""The options of the gate: what makes `check` fail, and which articles it looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts.cli.options import KEY, keep

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")
NEVER = "never"


class Gate(NamedTuple):
    """What `check` was asked to hold the findings to."""

    fail_on: str
    fail_on_new: bool
    fail_on_stale: bool
    max_findings: int
    exit_zero: bool
    new: tuple[str, ...]
    since: str | None

    @property
    def lowest(self) -> str:
        """The lowest severity that counts."""
        return "note" if self.fail_on_new else self.fail_on

    @property
    def words(self) -> str:
        """Which findings count, as in "of severity error or worse"."""
        if self.fail_on_new:
            return "not in the baseline"
        return f"of severity {self.fail_on} or worse"


OPTIONS = (
    click.option(
        "--fail-on",
        type=click.Choice((NEVER, "note", "warning", "error")),
        default="error",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="The lowest severity that makes the exit code 1.",
    ),
    click.option(
        "--fail-on-new",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Whatever the baseline does not hold makes it 1, notes too; needs a baseline.",
    ),
    click.option(
        "--fail-on-stale",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Exit 3 if entries of the baseline match nothing any more, and all else is fine.",
    ),
    click.option(
        "--max-findings",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        expose_value=False,
        callback=keep,
        help="Tolerate this many of the findings that count.",
    ),
    click.option(
        "--exit-zero",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Exit 0 instead of 1 and 3; 2 and 70 stay what they are.",
    ),
    click.option(
        "--new",
        metavar="PATH",
        type=click.Path(),
        multiple=True,
        expose_value=False,
        callback=keep,
        help="Compare with everything, report only what the articles under PATH are part of.",
    ),
    click.option(
        "--since",
        metavar="GITREF",
        expose_value=False,
        callback=keep,
        help="As --new, for the articles that git says are new or changed since the branch left "
        "GITREF, those not committed yet among them.",
    ),
)


def gate(function: F) -> F:
    """All options of the gate."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def chosen() -> Gate:
    """What the running command was given."""
    meta = click.get_current_context().meta
    return Gate(**{name: meta[f"{KEY}{name}"] for name in Gate._fields})
