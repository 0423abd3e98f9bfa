"""`dealfacts eval`: how well claims and findings match what a careful reader found."""

from __future__ import annotations

import click

from dealfacts.cli.output import emit


@click.command(
    short_help="Precision and recall against gold files",
    epilog="""\b
Examples:
  dealfacts eval gold/seeds.json --articles seeds/
  dealfacts eval gold/ -v                      each miss and each wrong claim
  dealfacts eval gold/ --only deal_amount -v
  dealfacts eval gold/ --format json > score.json
""",
)
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True)
@click.option("--articles", metavar="DIR", help="Where the texts are, if not beside the gold file.")
@click.option("--claims-only", is_flag=True, help="Score claims, not the conflicts found in them.")
@click.option("--only", metavar="ATTRIBUTE", help="With -v, show details of this attribute only.")
@click.option("-v", "--verbose", is_flag=True, help="List misses and wrong claims.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    show_default=True,
    help="What stdout carries.",
)
def command(
    gold: tuple[str, ...],
    articles: str | None,
    only: str | None,
    form: str,
    *,
    claims_only: bool,
    verbose: bool,
) -> None:
    """Print precision, recall and F1 per attribute against gold files.

    GOLD is a gold file, or a folder that holds gold.json files.
    """
    from dealfacts.evaluation.runs import evaluate_paths  # noqa: PLC0415  heavy, --help is not
    from dealfacts.evaluation.saved import dump  # noqa: PLC0415  likewise
    from dealfacts.evaluation.text import render  # noqa: PLC0415  likewise

    scored = evaluate_paths(gold, articles=articles, claims_only=claims_only)
    emit(dump(scored) if form == "json" else render(scored, verbose=verbose, only=only))
