"""`dealfacts schema`: the JSON Schema of what the program writes."""

from __future__ import annotations

import click

from dealfacts.cli.output import emit


@click.command(
    short_help="The JSON Schema of a claim, of the report or of a diff",
    epilog="""\b
Examples:
  dealfacts schema claim  > claim.schema.json      a line of `dealfacts extract`
  dealfacts schema report > report.schema.json     `dealfacts reconcile --format json`
  dealfacts schema diff   > diff.schema.json       `dealfacts diff --format json`
""",
)
@click.argument("name", type=click.Choice(("claim", "report", "diff")), default="report")
def command(name: str) -> None:
    """Print the JSON Schema (draft 2020-12) of a claim, of the report or of a diff."""
    from dealfacts.cli import schemas  # noqa: PLC0415  pydantic is heavy, --help is not

    emit(schemas.schema(name))
