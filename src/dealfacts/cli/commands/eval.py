"""`dealfacts eval`: how well claims and findings match what a careful reader found."""

from __future__ import annotations

from pathlib import Path

import click

from dealfacts.cli.form import terminal_or_json
from dealfacts.cli.output import emit


@click.command(
    short_help="Precision and recall against gold files",
    epilog="""\b
Examples:
  dealfacts eval gold/seeds.json --articles seeds/
  dealfacts eval gold/ -v                      each miss and each wrong claim
  dealfacts eval gold/ --only deal_amount -v
  dealfacts eval gold/ --format json > score.json
  dealfacts eval gold/ --against score.json    what was gained and lost since
""",
)
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True)
@click.option("--articles", metavar="DIR", help="Where the texts are, if not beside the gold file.")
@click.option("--claims-only", is_flag=True, help="Score claims, not the conflicts found in them.")
@click.option("--only", metavar="ATTRIBUTE", help="With -v, show details of this attribute only.")
@click.option("-v", "--verbose", is_flag=True, help="List misses and wrong claims.")
@click.option(
    "--against",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Compare with a run saved by --format json.",
)
@terminal_or_json
def command(
    gold: tuple[str, ...],
    articles: str | None,
    only: str | None,
    against: Path | None,
    form: str,
    *,
    claims_only: bool,
    verbose: bool,
) -> None:
    """Print precision, recall and F1 per attribute against gold files.

    GOLD is a gold file, or a folder that holds gold.json files.
    """
    from dealfacts.evaluation.runs import evaluate_paths  # noqa: PLC0415  heavy, --help is not
    from dealfacts.evaluation.saved import compare, dump  # noqa: PLC0415  likewise
    from dealfacts.evaluation.text import render  # noqa: PLC0415  likewise

    if against is not None and form == "json":
        message = "--against compares in words; leave out --format json"
        raise click.UsageError(message)
    scored = evaluate_paths(gold, articles=articles, claims_only=claims_only)
    if form == "json":
        emit(dump(scored))
        return
    text = render(scored, verbose=verbose, only=only)
    if against is not None:
        text += compare(against.read_text(encoding="utf-8"), scored)
    emit(text)
