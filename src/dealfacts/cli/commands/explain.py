"""`dealfacts explain`: what a rule means, or everything that led to one finding."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from dealfacts.cli import config_option, options, recorded, rule_options, running, today
from dealfacts.cli.output import emit
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.rates import Rates
    from dealfacts.model.report import Finding, Report

FINDING = "x-"
# Of so many findings each is named where the wanted one is not among them.
MOST_NAMED = 10


@click.command(
    short_help="What a rule means, or how a finding came about",
    epilog="""\b
Examples:
  dealfacts explain VAL001
  dealfacts explain nam001
  dealfacts explain x-5f0e articles/               how a finding came about
  dealfacts explain x-5f0e --report report.json    the same, from a saved report
""",
)
@click.argument("what", metavar="RULE-OR-FINDING")
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@click.option(
    "--report",
    "saved",
    metavar="FILE",
    help="The JSON report that holds the finding, instead of articles to reconcile anew.",
)
@recorded.judgements_option
@recorded.facts_option
@rule_options.rules
@options.rates
@today.dated
@options.messages
@config_option.configured_if_asked
def command(what: str, paths: tuple[str, ...], rates: Rates | None, saved: str | None) -> None:
    """Explain a rule, such as VAL001, or a finding, such as x-5f0e.

    `dealfacts rules` lists the rules; the ids of findings stand in the JSON report, and the first
    characters of one will do. A finding is shown with every claim behind it, what each figure
    means, how the sides compare, every cause that was tried, arithmetic and origins. PATH is
    reconciled under the same settings and records as by `dealfacts reconcile`.
    """
    if what.lower().startswith(FINDING):
        emit(_traced(what.lower(), paths, rates, saved))
        return
    if paths or saved:
        message = f"{what!r} is no finding: their ids begin with {FINDING}"
        raise DealfactsError(message)
    emit(_rule(what))


def _rule(what: str) -> str:
    from dealfacts.reconciler.rules import BY_ID  # noqa: PLC0415  heavy, --help is not

    found = BY_ID.get(what.strip("[]").upper())
    if found is None:
        message = f"{what!r} is no rule. `dealfacts rules` lists them: {', '.join(BY_ID)}"
        raise DealfactsError(message)
    return _wrapped(found.page)


def _traced(what: str, paths: Sequence[str], rates: Rates | None, saved: str | None) -> str:
    from dealfacts.loader.report_file import read_report  # noqa: PLC0415  likewise
    from dealfacts.reconciler.retrace import retrace  # noqa: PLC0415  likewise
    from dealfacts.reports import RenderOptions  # noqa: PLC0415  likewise
    from dealfacts.reports._trace import trace_page  # noqa: PLC0415  likewise

    if saved is None and not paths:
        message = f"{what}: say where the finding is: a PATH to reconcile, or --report FILE"
        raise DealfactsError(message)
    if saved is not None and paths:
        message = "give a PATH to reconcile or --report FILE, not both"
        raise DealfactsError(message)
    if saved is not None:
        report = read_report(saved)
        finding = _wanted(what, report)
        texts = _texts(report, finding)
    else:
        run = running.reconciled(paths, recorded.steered(rates))
        report, texts = run.report, run.texts
        finding = _wanted(what, report)
    chosen = options.settings()
    shown = RenderOptions(width=chosen.width, colour=chosen.colour, texts=texts)
    return trace_page(retrace(report, finding), report, shown)


def _wanted(what: str, report: Report) -> Finding:
    """The finding whose id is `what` or begins so. Raises DealfactsError for none or several."""
    findings = (*report.findings, *(each.finding for each in report.accepted))
    found = [finding for finding in findings if finding.id.startswith(what)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(finding.id for finding in found[:MOST_NAMED])
        message = f"{what} is the beginning of {len(found)} findings: {named}"
        raise DealfactsError(message)
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    known = {finding.id: finding for finding in findings}
    near = get_close_matches(what, known, n=3, cutoff=0.5)
    if not near and len(known) <= MOST_NAMED:
        near = list(known)
    told = "".join(f"\n  {each}  {known[each].rule} {known[each].message}" for each in near)
    hint = f" The nearest:{told}" if told else f" It has {len(known)}; see its JSON form"
    message = f"{what} is no finding of this report.{hint}"
    raise DealfactsError(message)


def _texts(report: Report, finding: Finding) -> dict[str, str]:
    """The texts of the finding's articles, as far as they still lie where the report says."""
    from dealfacts.loader.files import load  # noqa: PLC0415  heavy, --help is not

    facts = [fact for fact in report.facts if fact.id == finding.fact]
    wanted = {claim for fact in facts for camp in fact.camps for claim in camp.claims}
    wanted |= set(finding.claims) | {each.claim for f in facts for each in f.also_compatible}
    said_by = {claim.source for claim in report.claims if claim.id in wanted}
    ids = {source.path: source.id for source in report.sources if source.id in said_by}
    named = (source.file for source in report.sources if source.id in said_by)
    files = dict.fromkeys(file for file in named if os.path.isfile(file))  # noqa: PTH113  a path of a report may be no path
    if not files:
        return {}
    held = load(list(files)).articles
    return {ids[article.path]: article.text for article in held if article.path in ids}


def _wrapped(page: str) -> str:
    """The page with lines of at most 80 characters, each as indented as its paragraph."""
    import textwrap  # noqa: PLC0415  only here

    lines = (
        textwrap.fill(
            line, 80, subsequent_indent=line[: len(line) - len(line.lstrip())],
            break_long_words=False, break_on_hyphens=False,
        )
        for line in page.rstrip().split("\n")
    )  # fmt: skip
    return "\n".join(lines) + "\n"
