"""`dealfacts init`: a configuration file in which every key is explained."""

from __future__ import annotations

from pathlib import Path

import click

from dealfacts.cli.output import say
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError


@click.command(
    short_help="A dealfacts.toml with every key explained",
    epilog="""\b
Examples:
  dealfacts init
  dealfacts init desk/ && dealfacts config show --config desk/dealfacts.toml
""",
)
@click.argument("folder", default=".")
def command(folder: str) -> None:
    """Write dealfacts.toml into FOLDER (this one by default), every key a comment at first.

    A file that is there is never overwritten.
    """
    with swift_imports():
        from dealfacts.cli.config_file import NAME  # noqa: PLC0415  heavy, --help is not
        from dealfacts.cli.template import template  # noqa: PLC0415  likewise

    path = Path(folder) / NAME
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError as error:
        message = f"{path} is there already, and is left as it is"
        raise DealfactsError(message) from error
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror}"
        raise DealfactsError(message) from error
    say(f"dealfacts: wrote {path}; `dealfacts config show` tells what is set")
