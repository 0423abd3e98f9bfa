"""What was decided before, as the commands use it: where the records are, and what they settle."""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from dealfacts.cli import config_option, rule_options, running, showing
from dealfacts.cli.options import KEY, keep, settings
from dealfacts.cli.today import today
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.gate.accepted import Decision
    from dealfacts.model.rates import Rates
    from dealfacts.model.report import Report
    from dealfacts.pipeline import Run
    from dealfacts.reconciler.settings import Settings
    from dealfacts.records.baseline import Entry
    from dealfacts.records.judgements import Judgement

F = TypeVar("F", bound="Callable[..., object]")
BASELINE, JUDGEMENTS, FACTS = "baseline", "judgements", "facts"
# Beside the settings, or in the current folder.
USUAL = MappingProxyType(
    {
        BASELINE: ".dealfacts/baseline.jsonl",
        JUDGEMENTS: ".dealfacts/judgements.jsonl",
        FACTS: ".dealfacts/facts.toml",
    }
)
# These commands only read: a record that they are told to read must be there.
READERS = frozenset({"check", "explain", "reconcile"})


class Records(NamedTuple):
    """Every decision made before, and the entries of the baseline among them."""

    decisions: tuple[Decision, ...]
    baseline: tuple[Entry, ...]
    has_baseline: bool


def _file(record: str, told: str) -> Callable[[F], F]:
    """The option that names the file of a record."""
    return click.option(
        f"--{record}",
        metavar="FILE",
        type=click.Path(),
        expose_value=False,
        callback=keep,
        help=told,
    )


baseline_option = _file(
    BASELINE,
    "Accepted findings; else .dealfacts/baseline.jsonl beside the settings (or here), if it is "
    "there.",
)
judgements_option = _file(
    JUDGEMENTS,
    "What `dealfacts review` recorded; else .dealfacts/judgements.jsonl, if it is there.",
)
facts_option = _file(
    FACTS, "Approved values and spellings; else .dealfacts/facts.toml, if it is there."
)


def path_of(record: str) -> Path:
    """The file of a record: that of the option, else of the settings, else the usual one.

    `record` is the name of the option and of the key.
    """
    told: str | None = click.get_current_context().meta.get(f"{KEY}{record}")
    if told:
        return Path(told)
    found = config_option.loaded()
    folder = found.place.path.parent if found else Path()
    return Path(os.path.relpath(folder / USUAL[record]))


def read() -> Records:
    """The records of the running command.

    Raises DealfactsError for one that cannot be read, or that an option names and is not there.
    """
    _refuse_missing(BASELINE, "`dealfacts baseline create` makes one")
    _refuse_missing(JUDGEMENTS, "`dealfacts review` makes one")
    if not (path_of(BASELINE).is_file() or path_of(JUDGEMENTS).is_file()):
        return Records((), (), has_baseline=False)
    from dealfacts.gate.accepted import Decision, in_force  # noqa: PLC0415  few runs have records
    from dealfacts.records import baseline, judgements  # noqa: PLC0415  likewise

    path = path_of(BASELINE)
    entries = baseline.read(path)
    made = [Decision(one, BASELINE, "accepted", one.by, one.note, one.until) for one in entries]
    if any(one.until for one in made):  # only then the day matters
        made = list(in_force(made, today()))
    made += [
        Decision(one, JUDGEMENTS, one.verdict, one.by, one.note, one.until)
        for one in _in_force()
        if judgements.closes(one)
    ]
    return Records(tuple(made), entries, path.is_file())


def log() -> tuple[Judgement, ...]:
    """Everything that was judged, in its order; raises as `read` does."""
    from dealfacts.records import judgements  # noqa: PLC0415  heavy, --help is not

    _refuse_missing(JUDGEMENTS, "`dealfacts review` makes one")
    return judgements.read(path_of(JUDGEMENTS))


def steered(rates: Rates | None = None) -> Settings:
    """What the reconciler is to know: the user's choices, what was judged and what was approved.

    Most projects have neither record, and nothing is imported for them.
    """
    _refuse_missing(JUDGEMENTS, "`dealfacts review` makes one")
    _refuse_missing(FACTS, "README shows how to write one")
    chosen = config_option.settings(rates)
    if path_of(JUDGEMENTS).is_file():
        from dealfacts.records.judgements import steering  # noqa: PLC0415  few runs

        told = steering(_in_force())
        chosen = chosen._replace(
            misread=told.misread,
            passages=told.passages,
            two_people=told.two_people,
            two_deals=told.two_deals,
        )
    if path_of(FACTS).is_file():
        from dealfacts.gate import facts_file  # noqa: PLC0415  few runs
        from dealfacts.records.judgements import settled  # noqa: PLC0415  likewise

        pins = facts_file.read(path_of(FACTS))
        chosen = chosen._replace(pins=pins._replace(settled=settled(_in_force())))
    return chosen


def undecided(paths: tuple[str, ...], rates: Rates | None) -> Run:
    """What is open in `paths`: found under the settings, and decided by nobody."""
    from dealfacts.gate.accepted import settled  # noqa: PLC0415  heavy, --help is not

    found = _run(paths, rates)
    return found._replace(report=settled(found.report, read().decisions))


def unjudged(paths: tuple[str, ...], rates: Rates | None) -> Report:
    """What a baseline of `paths` is made of: everything found that nobody has judged."""
    from dealfacts.gate.accepted import settled  # noqa: PLC0415  heavy, --help is not

    judged = tuple(one for one in read().decisions if one.record == JUDGEMENTS)
    return settled(_run(paths, rates).report, judged)


def closing(decisions: tuple[Decision, ...]) -> Callable[[Report], Report]:
    """What moves the findings of a report that were decided on among the decided ones.

    It can be sent to another process.
    """
    if not decisions:
        return _as_found
    from dealfacts.gate.accepted import settled  # noqa: PLC0415  few runs have records

    return partial(settled, decisions=decisions)


def stale(entries: tuple[Entry, ...], report: Report, chosen: Settings) -> tuple[Entry, ...]:
    """The entries that match nothing in `report`, of rules that speak under the settings."""
    from dealfacts.reconciler.rules import BY_ID  # noqa: PLC0415  heavy, --help is not
    from dealfacts.reconciler.settings import is_on  # noqa: PLC0415  likewise
    from dealfacts.records import baseline  # noqa: PLC0415  likewise

    heard = [one for one in entries if one.rule not in BY_ID or is_on(BY_ID[one.rule], chosen)]
    return baseline.stale(heard, report)


def told(report: Report) -> str:
    """As in "3 findings were decided before: 2 in the baseline, 1 in the judgements"."""
    count = len(report.accepted)
    where = Counter(one.record for one in report.accepted)
    words = ", ".join(f"{number} in the {name}" for name, number in sorted(where.items()))
    return f"{count} {'finding was' if count == 1 else 'findings were'} decided before: {words}"


def _as_found(report: Report) -> Report:
    return report


def _run(paths: tuple[str, ...], rates: Rates | None) -> Run:
    from dealfacts.gate.policy import confident  # noqa: PLC0415  likewise

    run = running.reconciled(paths, steered(rates))
    showing.tell(run.report.problems, settings())
    least = rule_options.policy().min_confidence
    return run._replace(report=confident(run.report, least))


def _in_force() -> tuple[Judgement, ...]:
    """The last words on all findings, without those whose day is over."""
    from dealfacts.records import judgements  # noqa: PLC0415  heavy, --help is not

    told = judgements.last(log())
    return judgements.in_force(told, today()) if any(one.until for one in told) else told


def _refuse_missing(record: str, advice: str) -> None:
    """Raises DealfactsError where the command line names a record that is not there.

    A new one may be named where records are made: those commands write it.
    """
    ctx = click.get_current_context()
    named = ctx.get_parameter_source(record) is click.core.ParameterSource.COMMANDLINE
    if named and ctx.info_name in READERS and not path_of(record).is_file():
        message = f"{path_of(record)}: no such {record.rstrip('s')} file. {advice}"
        raise DealfactsError(message)
