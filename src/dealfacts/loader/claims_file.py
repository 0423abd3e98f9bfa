"""Claims JSONL: one claim a line, made by `extract`, by a person or by another program.

Refuses a line that is no claim of the known schema: it becomes a `Problem` and the rest counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from dealfacts.model.claims import CLAIM_SCHEMA, Claim
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.loader.streams import Line

# The jsonl report has findings and problems behind its claims; they are results, not input.
RESULTS = ('"schema": "dealfacts.finding/1"', '"schema": "dealfacts.problem/1"')


def is_claims(opening: bytes) -> bool:
    """Whether the first line of a file is a JSON object that names the claim schema."""
    first = opening.split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"schema"' in first and CLAIM_SCHEMA.encode() in first


def read_claims(lines: Iterable[Line], path: str) -> Iterator[Claim | Problem]:
    """The claims of a JSONL file, in order; a line that is none gives a problem instead."""
    for line in lines:
        if line.message is not None:
            yield Problem(path=path, line=line.number, message=line.message)
        text = line.text
        if text is None or not text.strip() or any(result in text for result in RESULTS):
            continue
        try:
            yield Claim.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            place = f"{where}: " if where else ""
            message = f"Not a claim: {place}{first['msg']}"
            yield Problem(path=path, line=line.number, message=message)
