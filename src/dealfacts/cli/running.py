"""One run under what the command line says of standard input, texts, processes and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.cli import options, spread
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.pipeline import Run
    from dealfacts.reconciler.settings import Settings


def reconciled(paths: Sequence[str], chosen: Settings) -> Run:
    """Everything that `paths` agree and disagree on; raises as the pipeline does."""
    with swift_imports():
        from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not

    stdin = options.standard_input(paths)
    with spread.spread() as way:
        return pipeline.run(
            paths,
            stdin=stdin,
            about=options.about(),
            chosen=chosen,
            each=way.each,
            memory=way.memory,
        )
