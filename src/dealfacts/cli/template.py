"""The configuration file of a new project: every key with its meaning and default, as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from dealfacts.cli.configuration import DEFAULTS, Configuration
from dealfacts.cli.toml_text import value_text

WIDTH = 90
OPENING = """\
# Settings of dealfacts for this folder and those below. Options on the command line win over
# them; `dealfacts config show` tells what holds. Take the "# " off a line to set it.
"""


def template() -> str:
    """The text of the file; nothing in it is set."""
    return "\n".join([OPENING, *(_entry(name) for name in Configuration.model_fields)])


def _entry(name: str) -> str:
    field = Configuration.model_fields[name]
    key, default = name.replace("_", "-"), getattr(DEFAULTS, name)
    about = textwrap.fill(
        field.description or "", WIDTH, initial_indent="## ", subsequent_indent="## "
    )
    if isinstance(default, Mapping):
        lines = [f"[{key}]", *map(str, field.examples or ())]
    else:
        lines = [f"{key} = {value_text(default)}"]
    return "\n".join([about, *(f"# {line}" for line in lines)]) + "\n"
