"""`dealfacts rules`: every rule in one line each."""

from __future__ import annotations

import json

import click

from dealfacts.cli.form import terminal_or_json
from dealfacts.cli.output import emit


@click.command(
    short_help="All rules, one a line",
    epilog="""\b
Examples:
  dealfacts rules
  dealfacts rules --format json | jq -r '.[] | select(.severity == "error") | .id'
""",
)
@terminal_or_json
def command(form: str) -> None:
    """List the rules behind findings, with their ids and default severities.

    `dealfacts explain RULE` says what one means and what to do about it.
    """
    from dealfacts.reconciler.rules import RULES  # noqa: PLC0415  heavy, --help is not

    if form == "json":
        told = [
            {
                "id": rule.id,
                "severity": rule.severity.value,
                "on": rule.is_on,
                "title": rule.title,
                "meaning": rule.meaning,
                "example": rule.example,
                "advice": rule.advice,
            }
            for rule in RULES
        ]
        emit(json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        return
    lines = (
        f"{rule.id:8} {rule.severity.value:8} {rule.title}{'' if rule.is_on else ' (off)'}\n"
        for rule in RULES
    )
    emit("".join(lines))
