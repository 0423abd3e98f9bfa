"""`dealfacts extract`: the claims of articles as JSONL, for other programs and for people."""

from __future__ import annotations

import click

from dealfacts.cli import options
from dealfacts.cli.output import emit
from dealfacts.cli.start import swift_imports


@click.command(
    short_help="What articles claim, as JSON lines",
    epilog="""\b
Examples:
  dealfacts extract article.txt
  dealfacts extract articles/ > claims.jsonl
  dealfacts extract articles/ | jq -r 'select(.attribute == "deal_amount") | .evidence.quote'
  cat article.txt | dealfacts extract -
""",
)
@options.paths
@options.strict_input
@options.messages
def command(paths: tuple[str, ...], *, strict_input: bool) -> None:
    """Print what articles claim, one JSON object per line.

    `dealfacts schema claim` describes the lines; `dealfacts reconcile` reads them again, whether
    they were made by this command, by a person or by another program.
    """
    with swift_imports():
        from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not
        from dealfacts.reports.jsonl import claim_lines  # noqa: PLC0415  heavy, --help is not

    extracted = pipeline.claims(paths, stdin=options.standard_input(paths))
    options.tell(extracted.problems, options.settings())
    emit(claim_lines(extracted.claims))
    options.refuse_unread(extracted.problems, strict=strict_input)
