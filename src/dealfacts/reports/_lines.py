"""The line of JSON that every machine format prints a model as, safe to show on a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.model import lines
from dealfacts.reports._visible import BIDI, CONTROL, UNSEEN

if TYPE_CHECKING:
    from pydantic import BaseModel

# What JSON lets stand raw, though it steers a terminal, reorders a line or breaks one in two.
_RAW = "".join(map(chr, (*CONTROL, *BIDI, *UNSEEN))).replace("\n", "")
DELETE = "\x7f"
HIDDEN = re.compile(f"[{re.escape(_RAW)}]")


def line(model: BaseModel, **more: str) -> str:
    """`model` as JSON without a line break, with the keys of `more` beside its own."""
    return escaped(lines.line(model, **more))


def escaped(document: str) -> str:
    r"""A JSON document, the same in value, in which hidden characters are \u escapes."""
    return "\n".join(map(_escaped, document.split("\n")))


def _escaped(line_: str) -> str:
    # Most lines are ASCII, and know it; of that JSON itself escapes the other controls.
    if line_.isascii() and DELETE not in line_:
        return line_
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line_)
