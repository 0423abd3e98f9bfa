"""`dealfacts baseline`: accept what is there today, and be told only what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from dealfacts.cli import config_option, options, recorded, rule_options, spread, today
from dealfacts.cli.output import emit, say
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError
from dealfacts.reports import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from dealfacts.model.rates import Rates
    from dealfacts.records.baseline import Entry

F = TypeVar("F", bound="Callable[..., object]")


@click.group(
    short_help="Accept what is there, be told what is new",
    epilog="""\b
Examples:
  dealfacts baseline create articles/ --note 'as of the audit in May'
  dealfacts check articles/                        silent about what the baseline holds
  dealfacts baseline update articles/ --by ann     accept what is open now, keep the rest
  dealfacts baseline prune articles/               drop what nothing matches any more
  dealfacts baseline show

\b
The file (.dealfacts/baseline.jsonl) has one finding a line and belongs into version control. It
holds no places and no times: articles may move, change their order or join a side, and the finding
stays accepted. A value that nobody had printed before opens it again.
""",
)
def command() -> None:
    """Keep the findings that are accepted, so that `dealfacts check` tells only the others."""


def _given(function: F) -> F:
    """The options of the commands that read articles."""
    for option in (
        config_option.configured,
        options.messages,
        today.dated,
        rule_options.rules,
        options.rates,
        spread.jobs,
        recorded.baseline_option,
        recorded.judgements_option,
        recorded.facts_option,
        options.paths,
    ):
        function = option(function)
    return function


def _said(function: F) -> F:
    """The options of the commands that accept."""
    for option in (
        click.option(
            "--until",
            type=click.DateTime([today.FORM]),
            metavar="DATE",
            help="Accept until this day (YYYY-MM-DD); then they are told again.",
        ),
        click.option("--by", default="", metavar="NAME", help="Who accepts them."),
        click.option("--note", default="", metavar="TEXT", help="Why they are accepted."),
    ):
        function = option(function)
    return function


@command.command("create", short_help="Accept every finding that is open now")
@_given
@_said
def create(
    paths: tuple[str, ...], rates: Rates | None, note: str, by: str, until: datetime | None
) -> None:
    """Write a baseline of every finding in PATH that is open now.

    Refuses to replace a baseline: `update` adds to one.
    """
    path = recorded.path_of("baseline")
    if path.exists():
        message = f"{path} is there already. `dealfacts baseline update` adds to it"
        raise DealfactsError(message)
    _accept(path, paths, rates, (note, by, until))


@command.command("update", short_help="Accept what is open now, keep the rest")
@_given
@_said
def update(
    paths: tuple[str, ...], rates: Rates | None, note: str, by: str, until: datetime | None
) -> None:
    """Add every finding in PATH that is open now to the baseline, and keep what it holds.

    An entry past its day that still matches is renewed.
    """
    _accept(recorded.path_of("baseline"), paths, rates, (note, by, until))


@command.command("prune", short_help="Drop what nothing matches any more")
@_given
def prune(paths: tuple[str, ...], rates: Rates | None) -> None:
    """Drop the entries that match no finding in PATH, which must be all that the baseline is of."""
    with swift_imports():
        from dealfacts.records import baseline  # noqa: PLC0415  heavy, --help is not

    path = recorded.path_of("baseline")
    _there(path)
    report = recorded.unjudged(paths, rates)
    dropped: list[Entry] = []

    def pruned(known: tuple[Entry, ...]) -> tuple[Entry, ...]:
        dropped.extend(recorded.stale(known, report, config_option.settings()))
        return tuple(one for one in known if one not in dropped)

    baseline.rewrite(path, pruned)
    _tell(f"dealfacts: {path}: {_entries(len(dropped))} dropped")
    for one in dropped:
        _tell(f"  {one.words}")


@command.command("show", short_help="What is accepted, why and by whom")
@config_option.configured
@recorded.baseline_option
@today.dated
@options.messages
def show() -> None:
    """List the accepted findings with their notes."""
    with swift_imports():
        from dealfacts.records import baseline  # noqa: PLC0415  heavy, --help is not

    path = recorded.path_of("baseline")
    _there(path)
    entries = sorted(baseline.read(path), key=lambda one: one.order)
    emit("".join(_shown(one) for one in entries))
    _tell(f"dealfacts: {path}: {_entries(len(entries))}")


def _accept(
    path: Path,
    paths: tuple[str, ...],
    rates: Rates | None,
    said: tuple[str, str, datetime | None],
) -> None:
    with swift_imports():
        from dealfacts.records import baseline  # noqa: PLC0415  heavy, --help is not

    note, by, until = said
    reason = baseline.Reason(note, by, until.date() if until else None)
    entries = baseline.entries(recorded.unjudged(paths, rates), reason)
    before = after = 0

    def extended(known: tuple[Entry, ...]) -> tuple[Entry, ...]:
        nonlocal before, after
        before = len(known)
        found = baseline.with_new(baseline.without_renewed(known, entries, today.today()), entries)
        after = len(found)
        return found

    baseline.rewrite(path, extended)
    added = after - before
    _tell(f"dealfacts: {path}: {_entries(added)} added, {after} in all")


def _there(path: Path) -> None:
    if not path.is_file():
        message = f"{path}: no such baseline. `dealfacts baseline create PATH` makes one"
        raise DealfactsError(message)


def _shown(entry: Entry) -> str:
    told = [part for part in (entry.note, entry.by) if part]
    if entry.until is not None:
        over = " (over)" if entry.until < today.today() else ""
        told.append(f"until {entry.until}{over}")
    about = f"{visible(entry.about)}\n  " if entry.about else ""
    why = f"\n    {visible(', '.join(told))}" if told else ""
    return f"{about}{visible(entry.words)}{why}\n"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _tell(message: str) -> None:
    if not options.settings().quiet:
        say(message)
