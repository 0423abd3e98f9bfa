"""`dealfacts diff`: what a new version of an article, or of a drop, says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealfacts.cli import config_option, options, showing
from dealfacts.cli.form import terminal_or_json
from dealfacts.cli.output import emit
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.model.report import Report


@click.command(
    short_help="What changed between two versions, claim by claim",
    epilog="""\b
Examples:
  dealfacts diff monday/wire.txt tuesday/wire.txt
  dealfacts diff monday/ tuesday/
  dealfacts diff old-report.json new-report.json --format json
  dealfacts diff --exit-code old.txt new.txt       exit 1 if a value changed
""",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--exit-code",
    "tells",
    is_flag=True,
    help="Exit 1 if a claim was gained, lost or changed in value.",
)
@terminal_or_json
@options.messages
@config_option.configured
def command(old: str, new: str, form: str, *, tells: bool) -> None:
    """Show which claims NEW has gained, lost, changed in value (VER001) or moved since OLD.

    Each is a JSON report, or articles: a file or a folder. Claims are matched article by article,
    by file name; two single articles are taken for versions of one. The exit code is 0 whatever
    has changed, unless --exit-code is given.
    """
    with swift_imports():
        from dealfacts.model.changes import Diff  # noqa: PLC0415  heavy, --help is not
        from dealfacts.reconciler.versions import changes  # noqa: PLC0415  likewise
        from dealfacts.reports import RenderOptions, _changes  # noqa: PLC0415  likewise
        from dealfacts.reports._document import document  # noqa: PLC0415  likewise
        from dealfacts.reports._index import index  # noqa: PLC0415  likewise

    before, texts_before = _read(old)
    after, texts_after = _read(new)
    found = changes(before, after)
    chosen = options.settings()
    if form == "json":
        emit(document(Diff.of(found, old, new)))
    else:
        shown = RenderOptions(chosen.width, colour=chosen.colour, verbose=chosen.verbose)
        one = index(before, shown._replace(texts=texts_before))
        other = index(after, shown._replace(texts=texts_after))
        emit(_changes.as_page(found, one, other))
    if tells and (found.gained or found.lost or found.changed):
        click.get_current_context().exit(1)


def _read(path: str) -> tuple[Report, Mapping[str, str]]:
    """A saved report, or that of the articles at `path`, with the texts that are at hand."""
    from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not
    from dealfacts.loader.report_file import is_report, read_report  # noqa: PLC0415  likewise

    if is_report(path):
        return read_report(path), {}
    stdin = options.standard_input([path])
    run = pipeline.run([path], stdin=stdin, chosen=config_option.settings())
    showing.tell(run.report.problems, options.settings())
    return run.report, run.texts
