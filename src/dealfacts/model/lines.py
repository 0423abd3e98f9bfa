"""One model as one line of JSON: keys sorted, decimals as strings, no clock and no set order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def line(model: BaseModel, **more: str) -> str:
    """`model` as JSON without a line break, with the keys of `more` beside its own."""
    content = model.model_dump(mode="json", by_alias=True) | more
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
