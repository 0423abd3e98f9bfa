"""Claims JSONL: one claim a line, made by `extract`, by a person or by another program.

Refuses a line that is no claim of the known schema: it becomes a `Problem` and the rest counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from dealfacts.model.claims import CLAIM_SCHEMA, Claim
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# The schema stands in the first line of a claims file, near its keys' alphabetical end.
HEAD = 65_536
# The jsonl report has findings and problems behind its claims; they are results, not input.
RESULTS = (b'"schema": "dealfacts.finding/1"', b'"schema": "dealfacts.problem/1"')


def is_claims(raw: bytes) -> bool:
    """Whether `raw` opens with a JSON object that names the claim schema."""
    first = raw[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"schema"' in first and CLAIM_SCHEMA.encode() in first


def read_claims(raw: bytes, path: str) -> Iterator[Claim | Problem]:
    """The claims of a JSONL file, in order; a line that is none gives a problem instead."""
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip() or any(result in line for result in RESULTS):
            continue
        try:
            yield Claim.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            place = f"{where}: " if where else ""
            yield Problem(path=path, line=number, message=f"Not a claim: {place}{first['msg']}")
