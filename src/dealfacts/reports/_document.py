"""A JSON document whose lists have an item a line, so that `diff` and `grep` work on it."""

from __future__ import annotations

import json

from pydantic import BaseModel

from dealfacts.reports._lines import escaped, line


def document(model: BaseModel) -> str:
    """`model` as one JSON object: its keys sorted, every item of a list on a line of its own."""
    fields = type(model).model_fields
    keys = {name: field.serialization_alias or name for name, field in fields.items()}
    members = (
        f"{json.dumps(keys[name])}: {_member(getattr(model, name))}"
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
