"""`dealfacts explain`: what a rule means, with an example, and what to do about a finding."""

from __future__ import annotations

import click

from dealfacts.cli.output import emit
from dealfacts.errors import DealfactsError


@click.command(
    short_help="What a rule means and what to do about it",
    epilog="""\b
Examples:
  dealfacts explain VAL001
  dealfacts explain nam001
""",
)
@click.argument("rule")
def command(rule: str) -> None:
    """Explain RULE, the id in brackets behind a finding.

    `dealfacts rules` lists them all.
    """
    from dealfacts.reconciler.rules import BY_ID  # noqa: PLC0415  heavy, --help is not

    found = BY_ID.get(rule.strip("[]").upper())
    if found is None:
        message = f"{rule!r} is no rule. `dealfacts rules` lists them: {', '.join(BY_ID)}"
        raise DealfactsError(message)
    emit(_wrapped(found.page))


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
