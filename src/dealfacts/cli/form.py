"""`--format` of the commands that print one small answer: a page, or JSON for programs."""

from __future__ import annotations

import click

terminal_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    show_default=True,
    help="What stdout carries.",
)
