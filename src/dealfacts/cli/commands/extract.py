"""`dealfacts extract`: the claims of articles as JSONL, for other programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import config_option, options, showing, spread
from dealfacts.cli.output import emit
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from dealfacts.model.report import Problem


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
@spread.options
@options.strict_input
@config_option.configured
@options.messages
def command(paths: tuple[str, ...], *, strict_input: bool) -> None:
    """Print what articles claim, one JSON object per line.

    `dealfacts schema claim` describes the lines; `dealfacts reconcile` reads them again, whether
    they were made by this command, by a person or by another program.
    """
    with swift_imports():
        from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not
        from dealfacts.reports._lines import escaped  # noqa: PLC0415  likewise

    chosen = options.settings()
    problems: list[Problem] = []
    said_anything = False
    stdin = options.standard_input(paths)
    with spread.spread() as way:
        told = pipeline.statements(paths, stdin=stdin, each=way.each, memory=way.memory)
        for said, found in told:
            problems.extend(found)
            said_anything = said_anything or bool(said)
            if said and not emit(escaped(said.lines)):
                break
    showing.tell(problems, chosen)
    if not (said_anything or chosen.quiet):
        showing.warn_of_silence()
    showing.refuse_unread(problems, strict=strict_input)
