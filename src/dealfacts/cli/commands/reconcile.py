"""`dealfacts reconcile`: what the articles agree on, where they conflict, who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import large, options, recorded, rule_options, running, showing, spread, today
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from dealfacts.model.rates import Rates


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
        from dealfacts.gate.policy import confident  # noqa: PLC0415  heavy, --help is not

    chosen, policy = options.settings(), rule_options.policy()
    wanted, told = recorded.steered(rates), recorded.closing(recorded.read().decisions)
    if large.write(paths, wanted, told, policy.min_confidence, strict=strict_input):
        return
    run = running.reconciled(paths, wanted)
    if not (run.report.summary.claims or chosen.quiet):
        showing.warn_of_silence()
    report = told(confident(run.report, policy.min_confidence))
    showing.show(run._replace(report=report), chosen)
    showing.refuse_unread(run.report.problems, strict=strict_input)
