"""The whole report as one JSON document (`dealfacts.report/1`), byte for byte reproducible.

Keys are sorted; every item of a list stands on a line of its own, so that two reports can be
compared with `diff` and searched with `grep`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel

from dealfacts.reports._lines import escaped, line

if TYPE_CHECKING:
    from dealfacts.model.report import Report
    from dealfacts.reports import RenderOptions

NAME = "json"
DESCRIPTION = "one JSON document with everything; see `dealfacts schema report`"


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  nothing to choose here
    """The report as JSON."""
    fields = type(report).model_fields
    keys = {name: field.serialization_alias or name for name, field in fields.items()}
    members = (
        f"{json.dumps(keys[name])}: {_member(getattr(report, name))}"
        for name in sorted(keys, key=keys.__getitem__)
    )
    return "{\n" + ",\n".join(members) + "\n}\n"


def _member(value: tuple[BaseModel | str, ...] | BaseModel | str) -> str:
    match value:
        case str():
            return escaped(json.dumps(value, ensure_ascii=False))
        case BaseModel():
            return line(value)
        case ():
            return "[]"
        case _:
            return "[\n" + ",\n".join(_member(item) for item in value) + "\n]"
