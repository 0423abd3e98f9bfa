"""`dealfacts check`: reconcile as a gate, with an exit code that a pipeline can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import options, spread
from dealfacts.cli.output import say
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from dealfacts.model.rates import Rates

NEVER = "never"


@click.command(
    short_help="The same as a gate, with an exit code",
    epilog="""\b
Examples:
  dealfacts check articles/                        exit 1 if a finding is an error
  dealfacts check articles/ --fail-on warning
  dealfacts check articles/ --new today.txt        only what today.txt is part of
  dealfacts check articles/ --format github        annotations in GitHub Actions
  dealfacts check articles/ --report json=report.json --fail-on never
""",
)
@options.paths
@click.option(
    "--fail-on",
    type=click.Choice((NEVER, "note", "warning", "error")),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option(
    "--new",
    "new",
    metavar="PATH",
    multiple=True,
    help="Compare with everything, report only what the articles under PATH are part of.",
)
@options.rates
@spread.jobs
@options.strict_input
@options.formats
def command(
    paths: tuple[str, ...],
    fail_on: str,
    new: tuple[str, ...],
    rates: Rates | None,
    *,
    strict_input: bool,
) -> None:
    """Reconcile as a gate: exit 1 if there is a finding of --fail-on or worse.

    PATH is as for `dealfacts reconcile`. Exit codes: 0 nothing at the threshold, 1 something,
    2 bad usage or nothing to read.
    """
    with swift_imports():
        from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not
        from dealfacts.model.vocabulary import Severity  # noqa: PLC0415  heavy, --help is not
        from dealfacts.reconciler.settings import DEFAULT  # noqa: PLC0415  likewise

    chosen = options.settings()
    everything = pipeline.together(paths, new)
    wanted = DEFAULT._replace(rates=rates or DEFAULT.rates)
    stdin = options.standard_input(everything)
    run = pipeline.run(everything, stdin=stdin, chosen=wanted, each=spread.each())
    if new:
        run = run._replace(report=pipeline.touched(run.report, new))
    options.show(run, chosen)
    options.refuse_unread(run.report.problems, strict=strict_input)
    failing = () if fail_on == NEVER else pipeline.at_least(run.report, Severity(fail_on))
    if failing:
        if not chosen.quiet:
            count = len(failing)
            noun = "finding" if count == 1 else "findings"
            say(f"dealfacts: check failed: {count} {noun} of severity {fail_on} or worse")
        click.get_current_context().exit(1)
