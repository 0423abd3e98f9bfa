"""The claims of one file, as values or as the lines of JSON that `extract` prints.

Each form is made from the other when it is first asked for. Between processes and to the disk only
lines travel, which are ten times as fast to make as pickled claims. Refuses to change a claim: the
lines of the claims read from lines are the same lines.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dealfacts.model.claims import Claim
from dealfacts.model.lines import line

if TYPE_CHECKING:
    from collections.abc import Iterable


class Statements:
    """Claims in the order in which they were made."""

    def __init__(self, claims: Iterable[Claim] | None = None, lines: str | None = None) -> None:
        """From claims, or from their lines, each ended by a line break, or from both."""
        if lines is not None:
            self.lines = lines
        if claims is not None or lines is None:
            self.claims = tuple(claims or ())

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims as values."""
        return tuple(map(Claim.model_validate_json, self.lines.split("\n")[:-1]))

    @cached_property
    def lines(self) -> str:
        """The claims as `extract` prints them, one a line."""
        return "".join(f"{line(claim)}\n" for claim in self.claims)

    def __bool__(self) -> bool:
        """Whether there is any claim, without making the other form."""
        held = self.__dict__
        return bool(held["lines"] if "lines" in held else held["claims"])

    def __reduce__(self) -> tuple[type[Statements], tuple[None, str]]:
        """A statement travels as its lines."""
        return Statements, (None, self.lines)
