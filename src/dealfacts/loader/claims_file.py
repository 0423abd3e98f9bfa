"""Claims JSONL: one claim a line, made by `extract`, by a person or by another program.

Refuses a line that is no claim of the known schema, or that counts what nobody can count: it
becomes a `Problem` and the rest counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from dealfacts.model.claims import CLAIM_SCHEMA, Claim
from dealfacts.model.report import Problem
from dealfacts.model.values import Count, Money, Multiple, Percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.loader.streams import Line

# Digits before or behind the point of any figure that a deal can have, and some more.
MOST_DIGITS = 40
# The jsonl report has findings and problems behind its claims; they are results, not input.
RESULTS = tuple(f'"schema": "dealfacts.{what}/1"' for what in ("finding", "accepted", "problem"))


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
            claim = Claim.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            wrong = f"{where}: {first['msg']}" if where else first["msg"]
        else:
            wrong = _wrong(claim)
            if not wrong:
                yield claim
                continue
        yield Problem(path=path, line=line.number, message=f"Not a claim: {wrong}")


def _wrong(claim: Claim) -> str:
    """What no figure and no place of words can be, "" if all is well."""
    where = claim.evidence
    if not 0 <= where.start <= where.end or min(where.line, where.column) < 1:
        return "evidence: 0 <= start <= end, and line and column from 1"
    value = claim.value
    if not isinstance(value, Money | Percent | Count | Multiple):
        return ""
    numbers = (value.low, value.high, value.granule, value.granule_high or value.granule)
    if any(number and not -MOST_DIGITS <= number.adjusted() <= MOST_DIGITS for number in numbers):
        return f"value: a number of more than {MOST_DIGITS} digits"
    if any(len(number.as_tuple().digits) > MOST_DIGITS for number in numbers):
        return f"value: a number of more than {MOST_DIGITS} digits"
    if value.low > value.high or value.granule < 0 or numbers[3] < 0:
        return "value: low <= high, and no granule below 0"
    return ""
