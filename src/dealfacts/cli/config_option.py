"""--config: the file's settings become the defaults of the options, before those are read.

So the command line wins over the file, and the file over the built-in defaults, for every option
alike. Refuses to read anything where no configuration file is found.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts.cli import config_file
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.cli.config_file import Place
    from dealfacts.cli.configuration import Configuration
    from dealfacts.model.rates import Rates
    from dealfacts.reconciler.settings import Settings

F = TypeVar("F", bound="Callable[..., object]")
KEPT = "dealfacts.configuration"
FAULT = "dealfacts.configuration.fault"


class Loaded(NamedTuple):
    """A configuration file and what it says."""

    place: Place
    chosen: Configuration


def _load(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001  click's signature
    if ctx.resilient_parsing:
        return
    place = config_file.given(value) if value else config_file.find(Path.cwd())
    if place is None:
        return
    chosen = config_file.read(place)
    ctx.meta[KEPT] = Loaded(place, chosen)
    ctx.default_map = {name: _default(name, place, chosen) for name in chosen.model_fields_set}


def _default(name: str, place: Place, chosen: Configuration) -> object:
    """The default of the option `name`; a path as this process can open it."""
    from dealfacts.cli.configuration import FILES  # noqa: PLC0415  read already

    value: object = getattr(chosen, name)
    if name in FILES and isinstance(value, str):
        return os.path.relpath(place.path.parent / value) if value else None
    return value


def _load_later(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    try:
        _load(ctx, param, value)
    except DealfactsError as error:
        ctx.meta[FAULT] = error


def configured(function: F) -> F:
    """--config FILE."""
    return _option(function, _load)


def configured_if_asked(function: F) -> F:
    """--config FILE, whose faults are told only where its settings are needed."""
    return _option(function, _load_later)


def _option(function: F, load: Callable[[click.Context, click.Parameter, str | None], None]) -> F:
    return click.option(
        "--config",
        metavar="FILE",
        type=click.Path(),
        is_eager=True,
        expose_value=False,
        callback=load,
        help="Settings; else dealfacts.toml, or [tool.dealfacts] in pyproject.toml, from this "
        "folder upwards.",
    )(function)


def loaded() -> Loaded | None:
    """The configuration file of the running command, if there is one.

    Raises DealfactsError for one that cannot be read, if the command had leave to go on.
    """
    meta = click.get_current_context().meta
    if FAULT in meta:
        raise meta[FAULT]
    found: Loaded | None = meta.get(KEPT)
    return found


def settings(rates: Rates | None = None) -> Settings:
    """What the reconciler is to know of the user's choices."""
    from dealfacts.cli.rule_options import policy  # noqa: PLC0415  heavy, --help is not
    from dealfacts.reconciler.settings import DEFAULT  # noqa: PLC0415  likewise

    chosen = DEFAULT._replace(severities=policy().voices(), rates=rates or DEFAULT.rates)
    found = loaded()
    if found is None:
        return chosen
    return chosen._replace(families=found.chosen.publishers, aliases=found.chosen.aliases)
