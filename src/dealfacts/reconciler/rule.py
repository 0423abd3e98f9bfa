"""What a rule says of itself: id, title, severity, and the page that explains it.

Ids are stable. The texts are written for whoever has to act on a finding; nothing is decided here.
"""

from __future__ import annotations

from typing import NamedTuple

from dealfacts.model.vocabulary import Severity

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR


class Rule(NamedTuple):
    """One rule: default severity, what it means, an example, what to do; off unless enabled."""

    id: str
    title: str
    severity: Severity
    meaning: str
    example: str
    advice: str
    is_on: bool = True

    @property
    def page(self) -> str:
        """The page that `explain RULE` shows."""
        state = "" if self.is_on else ", off by default"
        return (
            f"{self.id}: {self.title} ({self.severity}{state})\n\n"
            f"What it means\n  {self.meaning}\n\n"
            f"Example\n  {self.example}\n\n"
            f"What to do\n  {self.advice}\n"
        )
