"""`dealfacts review`: a walk through the open findings, with a judgement for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import config_option, options, recorded, rule_options, spread, today
from dealfacts.cli.output import emit, say
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError
from dealfacts.reports import visible

if TYPE_CHECKING:
    from dealfacts.model.rates import Rates
    from dealfacts.records.judgements import Judgement


@click.command(
    short_help="Judge open findings one by one",
    epilog="""\b
Examples:
  dealfacts review articles/
  dealfacts review articles/ --by ann --select VAL
  printf 'b the filing says so\\nq\\n' | dealfacts review articles/ --by ann
  dealfacts review --list

\b
Answers go to .dealfacts/judgements.jsonl, one line each; the file belongs into version control. A
judged finding is open again when a value comes up that was not judged. Claims that were misread,
two deals and two people are remembered: the next run compares accordingly.
""",
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--list", "is_list", is_flag=True, help="List what was judged, and contradictions.")
@click.option("--by", metavar="NAME", help="Who judges; else the name of the account.")
@recorded.baseline_option
@recorded.judgements_option
@recorded.facts_option
@rule_options.rules
@options.rates
@spread.jobs
@today.dated
@options.messages
@config_option.configured
def command(paths: tuple[str, ...], rates: Rates | None, by: str | None, *, is_list: bool) -> None:
    """Show each open finding of PATH with its sides next to each other, and ask for a judgement.

    One key and Enter answers; what follows the key is the note. `?` explains the keys. Answers can
    be piped in, one a line.
    """
    with swift_imports():
        from dealfacts.cli import walk  # noqa: PLC0415  heavy, --help is not

    if is_list:
        emit(_listed(recorded.log()))
        return
    if not paths or "-" in paths:
        message = "review needs the PATH of articles; the standard input is for answers"
        raise DealfactsError(message)
    walk.through(recorded.undecided(paths, rates), by or walk.account())


def _listed(log: tuple[Judgement, ...]) -> str:
    from dealfacts.records.judgements import contradictions, last  # noqa: PLC0415  heavy

    told = [_line(one) for one in last(log)]
    clashes = contradictions(log)
    if clashes:
        told.append(f"\nContradictions ({len(clashes)}); the last word counts:\n")
    for each in clashes:
        told.append(f"{visible(each[0].words)}\n")
        told.extend(f"  {one.verdict}, {visible(one.by)}, {one.when}\n" for one in each)
    if not told:
        say("dealfacts: nothing was judged yet")
    return "".join(told)


def _line(one: Judgement) -> str:
    until = f", until {one.until}" if one.until else ""
    over = " (over)" if one.until and one.until < today.today() else ""
    note = f": {visible(one.note)}" if one.note else ""
    who = f"{visible(one.by)}, {one.when}{until}{over}"
    return f"{visible(one.words)}\n  {one.verdict} ({who}){note}\n"
