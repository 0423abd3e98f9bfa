"""`dealfacts check`: reconcile as a gate, with an exit code that a pipeline can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError
from dealfacts.reports import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.cli.gate_options import Gate
    from dealfacts.cli.recorded import Records
    from dealfacts.cli.showing import Outcome
    from dealfacts.model.rates import Rates
    from dealfacts.model.report import Finding, Report
    from dealfacts.pipeline import Run
    from dealfacts.reconciler.settings import Settings
    from dealfacts.records.baseline import Entry


class _Verdict(NamedTuple):
    """All that the verdict is made by, beside the run."""

    chosen: options.Settings
    gate: Gate
    records: Records
    wanted: Settings
    recent: tuple[str, ...]
    least: float
    strict: bool
    step: bool

    @property
    def is_narrowed(self) -> bool:
        """Whether only new articles are looked at."""
        return bool(self.gate.new) or self.gate.since is not None


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
        from dealfacts.gate import fresh  # noqa: PLC0415  heavy, --help is not

    chosen, gate = options.settings(), gate_options.chosen()
    records = recorded.read()
    if gate.fail_on_new and not records.has_baseline:
        message = "--fail-on-new needs a baseline. `dealfacts baseline create` makes one"
        raise DealfactsError(message)
    everything = fresh.together(paths, gate.new)
    recent = (*gate.new, *_changed(gate.since, paths))
    wanted = recorded.steered(rates)
    asked = _Verdict(
        chosen,
        gate,
        records,
        wanted,
        recent,
        rule_options.policy().min_confidence,
        strict=strict_input,
        step=showing.is_step(),
    )
    if asked.is_narrowed:
        # Where links lead, which tells what is new, is nothing that a run is known by.
        showing.give(_outcome(running.reconciled(everything, wanted), asked))
    else:
        showing.give(running.outcome(everything, wanted, asked, _outcome))


def _outcome(run: Run, asked: _Verdict) -> Outcome:
    from dealfacts.gate import accepted, fresh, policy  # noqa: PLC0415  heavy, --help is not

    gate = asked.gate
    stale = recorded.stale(asked.records.baseline, run.report, asked.wanted)
    report = policy.confident(run.report, asked.least)
    report = accepted.settled(report, asked.records.decisions)
    if asked.is_narrowed:
        report = fresh.touched(report, _read(report, asked.recent))
    made = showing.shown(run._replace(report=report), asked.chosen, step=asked.step)
    refused = showing.refusal(report.problems) if asked.strict else ""
    if refused:
        return made.noted(refused).ended(2)
    failing = _failing(report, gate)
    faults = []
    if len(failing) > gate.max_findings:
        faults.append((1, f"dealfacts: check failed: {_told(failing, gate)}"))
    if stale and gate.fail_on_stale:
        faults.append((3, "dealfacts: check failed: the baseline has stale entries"))
    if faults and not gate.exit_zero:
        faults = faults[:1]  # it ends there
        made = made.ended(faults[0][0])
    if asked.chosen.quiet:
        return made
    return made.noted(*_what_else(report, asked, stale), *(why for _, why in faults))


def _what_else(report: Report, asked: _Verdict, stale: Sequence[Entry]) -> Iterator[str]:
    """What a reader of the report does not see there."""
    since = asked.gate.since
    if since is not None and not asked.recent:
        yield f"dealfacts: no article has changed since {since}: nothing new to check"
    elif not report.summary.claims:
        yield showing.SILENCE
    if report.accepted:
        yield f"dealfacts: {recorded.told(report)}"
    if stale:
        count = "1 entry" if len(stale) == 1 else f"{len(stale)} entries"
        yield f"dealfacts: baseline: {count} that no finding matches (dealfacts baseline prune):"
        yield from (f"  {visible(one.words)}" for one in stale)


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
