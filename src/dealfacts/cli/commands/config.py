"""`dealfacts config show`: every setting, its value, and where it was set."""

from __future__ import annotations

import json

import click

from dealfacts.cli import config_option
from dealfacts.cli.form import terminal_or_json
from dealfacts.cli.output import emit
from dealfacts.cli.start import swift_imports


@click.group(
    short_help="Every setting and where it comes from",
    epilog="""\b
Examples:
  dealfacts config show
  dealfacts config show --config desk.toml
  dealfacts config show --format json | jq '."fail-on"'

\b
Where settings are found, the first that there is:
  1. the options of the command line
  2. the file of --config, else the nearest one from this folder upwards:
     dealfacts.toml, or [tool.dealfacts] in pyproject.toml
  3. the defaults
`dealfacts init` writes a file with every key explained.
""",
)
def command() -> None:
    """Show the settings that commands run with here."""


@command.command("show", short_help="Every key, its value, and where it was set")
@terminal_or_json
@config_option.configured
def show(form: str) -> None:
    """Print every key with its value, as TOML, and where it was set."""
    with swift_imports():
        from dealfacts.cli import config_file  # noqa: PLC0415  heavy, --help is not
        from dealfacts.cli.configuration import DEFAULTS, Configuration  # noqa: PLC0415  likewise
        from dealfacts.cli.toml_text import value_text  # noqa: PLC0415  likewise

    found = config_option.loaded()
    chosen = found.chosen if found else DEFAULTS
    lines = config_file.lines(found.place) if found else {}
    rows = []
    for name in Configuration.model_fields:
        key = name.replace("_", "-")
        is_set = found is not None and name in chosen.model_fields_set
        rows.append((key, getattr(chosen, name), lines[key] if is_set else "default"))
    if form == "json":
        content = {key: {"value": value, "from": origin} for key, value, origin in rows}
        emit(json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        return
    told = [(f"{key} = {value_text(value)}", origin) for key, value, origin in rows]
    width = max(len(setting) for setting, _ in told)
    emit("".join(f"{setting:{width}}  # {origin}\n" for setting, origin in told))
