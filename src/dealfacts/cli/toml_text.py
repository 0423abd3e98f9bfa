"""Settings as lines of TOML, for a person to read and to copy."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def value_text(value: object) -> str:
    """A setting's value: `"error"`, `0.5`, `["VAL", "DAT"]` or `{ NAM001 = "error" }`."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case tuple():
            return f"[{', '.join(value_text(each) for each in value)}]"
        case Mapping():
            inner = ", ".join(f"{key_text(str(k))} = {value_text(v)}" for k, v in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case _:
            return str(value)


def key_text(key: str) -> str:
    """A key, in quotes where TOML needs them."""
    return key if BARE.match(key) else value_text(key)
