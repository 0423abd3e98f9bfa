"""The options that choose rules: --select, --ignore and --min-confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from dealfacts.cli.config_option import loaded
from dealfacts.cli.options import KEY, keep

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.gate.policy import Policy

F = TypeVar("F", bound="Callable[..., object]")


def _listed(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> None:
    """`--select VAL,NAM001 --select DAT` names three."""
    names = tuple(name.strip() for each in value for name in each.split(",") if name.strip())
    keep(ctx, param, names)


def rules(function: F) -> F:
    """--select, --ignore and --min-confidence."""
    for option in (
        click.option(
            "--min-confidence",
            type=click.FloatRange(0, 1),
            default=0.0,
            show_default=True,
            expose_value=False,
            callback=keep,
            help="Leave out findings of which a side has only claims less sure than this.",
        ),
        click.option(
            "--ignore",
            metavar="RULE",
            multiple=True,
            expose_value=False,
            callback=_listed,
            help="Leave these rules out, whatever selects them.",
        ),
        click.option(
            "--select",
            metavar="RULE",
            multiple=True,
            expose_value=False,
            callback=_listed,
            help="Only these rules: ids, or how several begin (VAL), comma-separated; ALL; DEFAULT "
            "for those that are on by default, as in DEFAULT,SRC001.",
        ),
    ):
        function = option(function)
    return function


def policy() -> Policy:
    """What the running command was given."""
    from dealfacts.gate.policy import Policy  # noqa: PLC0415  heavy, --help is not

    meta = click.get_current_context().meta
    # A command without these options leaves them as they are.
    names = (name for name in ("select", "ignore", "min_confidence") if f"{KEY}{name}" in meta)
    chosen = Policy()._replace(**{name: meta[f"{KEY}{name}"] for name in names})
    found = loaded()
    return chosen if found is None else chosen._replace(severities=found.chosen.severity)
