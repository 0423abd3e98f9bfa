"""`dealfacts check`: reconcile as a gate, with an exit code that a pipeline can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import (
    gate_options,
    options,
    recorded,
    rule_options,
    running,
    showing,
    spread,
    today,
)
from dealfacts.cli.output import say
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError
from dealfacts.reports import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.cli.gate_options import Gate
    from dealfacts.cli.options import Settings
    from dealfacts.model.rates import Rates
    from dealfacts.model.report import Finding, Report
    from dealfacts.records.baseline import Entry


@click.command(
    short_help="The same as a gate, with an exit code",
    epilog="""\b
Examples:
  dealfacts check articles/                        exit 1 if a finding is an error
  dealfacts check articles/ --fail-on warning
  dealfacts check articles/ --new today.txt        only what today.txt is part of
  dealfacts check articles/ --since origin/main    only what this branch adds or changes
  dealfacts check articles/ --select VAL,NAM002    only these rules
  dealfacts check articles/ --format github        annotations in GitHub Actions
  dealfacts check articles/ --report json=report.json --fail-on never

\b
Exit codes:
  0  nothing at or above --fail-on      1  something is
  2  bad usage or configuration, nothing to read, git cannot tell (--since),
     or an article that cannot be read under --strict-input
  3  only the baseline needs care: stale entries under --fail-on-stale
  70 a bug in dealfacts                 130 interrupted
""",
)
@options.paths
@options.articles
@gate_options.gate
@recorded.baseline_option
@recorded.judgements_option
@recorded.facts_option
@rule_options.rules
@options.rates
@spread.options
@today.dated
@options.strict_input
@options.formats
def command(paths: tuple[str, ...], rates: Rates | None, *, strict_input: bool) -> None:
    """Reconcile as a gate: exit 1 if there is a finding of --fail-on or worse.

    PATH is as for `dealfacts reconcile`. The report goes to stdout whatever the exit code is.
    Findings that were decided on before are counted on stderr, and are no reason to fail.
    """
    with swift_imports():
        from dealfacts.gate import accepted, fresh, policy  # noqa: PLC0415  heavy, --help is not

    chosen, gate = options.settings(), gate_options.chosen()
    records = recorded.read()
    if gate.fail_on_new and not records.has_baseline:
        message = "--fail-on-new needs a baseline. `dealfacts baseline create` makes one"
        raise DealfactsError(message)
    everything = fresh.together(paths, gate.new)
    recent = (*gate.new, *_changed(gate.since, paths))
    wanted = recorded.steered(rates)
    run = running.reconciled(everything, wanted)
    stale = recorded.stale(records.baseline, run.report)
    report = policy.confident(run.report, rule_options.policy().min_confidence)
    report = accepted.settled(report, records.decisions)
    if gate.new or gate.since is not None:
        report = fresh.touched(report, _read(report, recent))
    showing.show(run._replace(report=report), chosen)
    showing.refuse_unread(report.problems, strict=strict_input)
    failing = _failing(report, gate)
    if not chosen.quiet:
        _say_what_else(report, gate, stale, has_news=bool(recent))
    if len(failing) > gate.max_findings:
        _end(1, gate, chosen, f"check failed: {_told(failing, gate)}")
    if stale and gate.fail_on_stale:
        _end(3, gate, chosen, "check failed: the baseline has stale entries")


def _say_what_else(report: Report, gate: Gate, stale: Sequence[Entry], *, has_news: bool) -> None:
    """What a reader of the report does not see there."""
    if gate.since is not None and not has_news:
        say(f"dealfacts: no article has changed since {gate.since}: nothing new to check")
    elif not report.summary.claims:
        showing.warn_of_silence()
    if report.accepted:
        say(f"dealfacts: {recorded.told(report)}")
    if stale:
        count = "1 entry" if len(stale) == 1 else f"{len(stale)} entries"
        say(f"dealfacts: baseline: {count} that no finding matches (dealfacts baseline prune):")
        for one in stale:
            say(f"  {visible(one.words)}")


def _end(code: int, gate: Gate, chosen: Settings, why: str) -> None:
    if not chosen.quiet:
        say(f"dealfacts: {why}")
    if not gate.exit_zero:
        click.get_current_context().exit(code)


def _changed(since: str | None, paths: Sequence[str]) -> tuple[str, ...]:
    if since is None:
        return ()
    from dealfacts.gate.changed import changed_since  # noqa: PLC0415  starts git

    return changed_since(since, paths)


def _read(report: Report, recent: Sequence[str]) -> frozenset[str]:
    """The ids of the new articles; a gate must not pass on articles that it never saw."""
    from dealfacts.gate.fresh import sources_under  # noqa: PLC0415  heavy, --help is not

    found = sources_under(report, recent)
    if recent and not found:
        message = f"{', '.join(recent)}: no article was read here, so there is nothing new to check"
        raise DealfactsError(message)
    return found


def _failing(report: Report, gate: Gate) -> tuple[Finding, ...]:
    from dealfacts.gate.policy import at_least  # noqa: PLC0415  heavy, --help is not
    from dealfacts.model.vocabulary import Severity  # noqa: PLC0415  likewise

    if gate.lowest == gate_options.NEVER:
        return ()
    return at_least(report.findings, Severity(gate.lowest))


def _told(failing: Sequence[Finding], gate: Gate) -> str:
    noun = "finding" if len(failing) == 1 else "findings"
    allowed = f"; {gate.max_findings} tolerated" if gate.max_findings else ""
    return f"{len(failing)} {noun} {gate.words}{allowed}"
