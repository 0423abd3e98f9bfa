"""What was decided before, as the commands use it: where the records are, and what they settle."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts.cli import config_option, rule_options, showing
from dealfacts.cli.options import KEY, keep, settings, standard_input
from dealfacts.cli.spread import each
from dealfacts.cli.today import today
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.gate.accepted import Decision
    from dealfacts.model.rates import Rates
    from dealfacts.model.report import Report
    from dealfacts.records.baseline import Entry

F = TypeVar("F", bound="Callable[..., object]")


class Records(NamedTuple):
    """Every decision made before, and the entries of the baseline among them."""

    decisions: tuple[Decision, ...]
    baseline: tuple[Entry, ...]
    has_baseline: bool


def baseline_option(function: F) -> F:
    """--baseline FILE."""
    return click.option(
        "--baseline",
        metavar="FILE",
        expose_value=False,
        callback=keep,
        help="Accepted findings; else .dealfacts/baseline.jsonl beside the settings (or here), if "
        "it is there.",
    )(function)


def path_of(record: str) -> Path:
    """The file of a record: that of the option, else of the settings, else the usual one.

    `record` is the name of the option and of the key.
    """
    ctx = click.get_current_context()
    told: str | None = ctx.meta.get(f"{KEY}{record}")
    if told:
        return Path(told)
    usual: str = getattr(config_option.configuration(), record)
    found = config_option.loaded()
    return Path(os.path.relpath(found.place.path.parent / usual)) if found else Path(usual)


def read() -> Records:
    """The records of the running command.

    Raises DealfactsError for one that cannot be read, or that an option names and is not there.
    """
    from dealfacts.gate.accepted import Decision, in_force  # noqa: PLC0415  heavy, --help is not
    from dealfacts.records import baseline  # noqa: PLC0415  likewise

    path = path_of("baseline")
    named = click.get_current_context().get_parameter_source("baseline")
    if named is click.core.ParameterSource.COMMANDLINE and not path.is_file():
        message = f"{path}: no such baseline. `dealfacts baseline create` makes one"
        raise DealfactsError(message)
    entries = baseline.read(path)
    made = [Decision(one, "baseline", "accepted", one.by, one.note, one.until) for one in entries]
    if any(one.until for one in made):  # only then the day matters
        made = list(in_force(made, today()))
    return Records(tuple(made), entries, path.is_file())


def open_report(paths: tuple[str, ...], rates: Rates | None) -> Report:
    """What `paths` come to under the settings, for records to be made of."""
    from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not
    from dealfacts.gate.policy import confident  # noqa: PLC0415  likewise

    run = pipeline.run(
        paths, stdin=standard_input(paths), chosen=config_option.settings(rates), each=each()
    )
    showing.tell(run.report.problems, settings())
    return confident(run.report, rule_options.policy().min_confidence)


def stale(entries: tuple[Entry, ...], report: Report) -> tuple[Entry, ...]:
    """The entries that match nothing in `report`, of rules that speak in this run."""
    from dealfacts.reconciler.rules import BY_ID  # noqa: PLC0415  likewise
    from dealfacts.reconciler.settings import is_on  # noqa: PLC0415  likewise
    from dealfacts.records import baseline  # noqa: PLC0415  heavy, --help is not

    chosen = config_option.settings()
    heard = [one for one in entries if one.rule not in BY_ID or is_on(BY_ID[one.rule], chosen)]
    return baseline.stale(heard, report)


def told(report: Report) -> str:
    """As in "3 findings were decided before: 2 in the baseline, 1 in the judgements"."""
    count = len(report.accepted)
    where = Counter(one.record for one in report.accepted)
    words = ", ".join(f"{number} in the {name}" for name, number in sorted(where.items()))
    return f"{count} {'finding was' if count == 1 else 'findings were'} decided before: {words}"
