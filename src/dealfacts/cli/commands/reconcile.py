"""`dealfacts reconcile`: what the articles agree on, where they conflict, who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from dealfacts.cli import large, options, recorded, rule_options, running, showing, spread, today
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from dealfacts.cli.showing import Outcome
    from dealfacts.gate.accepted import Decision
    from dealfacts.model.rates import Rates
    from dealfacts.pipeline import Run


class _Page(NamedTuple):
    """All that the page is made by, beside the run."""

    chosen: options.Settings
    decisions: tuple[Decision, ...]
    least: float
    strict: bool
    step: bool


@click.command(
    short_help="What articles agree on and where they conflict",
    epilog="""\b
Examples:
  dealfacts reconcile articles/
  dealfacts reconcile wire.txt blog.md
  dealfacts reconcile articles/ -v                 what was not compared, claim by claim
  dealfacts reconcile articles/ --format json | jq '.findings[].message'
  dealfacts reconcile articles/ --report json=report.json --report jsonl=claims.jsonl
  dealfacts reconcile archive/ --out tables/       JSON lines, for drops of any size
  dealfacts extract a.txt | dealfacts reconcile - b.txt
  dealfacts reconcile claims.jsonl --articles articles/ --report html=report.html
""",
)
@options.paths
@options.articles
@options.rates
@large.tables
@spread.options
@recorded.baseline_option
@recorded.judgements_option
@recorded.facts_option
@rule_options.rules
@today.dated
@options.strict_input
@options.formats
def command(paths: tuple[str, ...], rates: Rates | None, *, strict_input: bool) -> None:
    """Show what articles agree on and where they conflict, with the words of each.

    PATH is an article (.txt, .md, .html), a file of articles (.json, .jsonl, .csv) or claims
    (.jsonl), a folder of them, or - for stdin. Findings that were decided on before (baseline,
    judgements) are listed apart with the decision. The exit code is 0 whatever is found; `dealfacts
    check` is the gate.
    """
    with swift_imports():
        chosen, least = options.settings(), rule_options.policy().min_confidence
    wanted, decisions = recorded.steered(rates), recorded.read().decisions
    told = recorded.closing(decisions)
    if large.write(paths, wanted, told, least, strict=strict_input):
        return
    asked = _Page(chosen, decisions, least, strict=strict_input, step=showing.is_step())
    showing.give(running.outcome(paths, wanted, asked, _outcome))


def _outcome(run: Run, asked: _Page) -> Outcome:
    from dealfacts.gate.policy import confident  # noqa: PLC0415  heavy, --help is not

    report = recorded.closing(asked.decisions)(confident(run.report, asked.least))
    made = showing.shown(run._replace(report=report), asked.chosen, step=asked.step)
    if not (report.summary.claims or asked.chosen.quiet):
        made = made.warned(showing.SILENCE)
    refused = showing.refusal(report.problems) if asked.strict else ""
    return made.noted(refused).ended(2) if refused else made
