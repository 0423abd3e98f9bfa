"""The sentence around a claim's words, shortened to fit, the words themselves kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reports._visible import visible
from dealfacts.reports._wording import CUT, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.model.claims import Claim

# What leads up to a figure says what it is a figure of; what follows matters a little less.
LEAD = 0.6


class Excerpt(NamedTuple):
    """One line of text in three pieces; `before` and `after` may open or end with an ellipsis."""

    before: str
    value: str
    after: str


def excerpt(claim: Claim, texts: Mapping[str, str], room: int) -> Excerpt:
    """At most `room` characters around the evidence of `claim`.

    Without the article's text, or where the evidence is not in it, only the quoted words.
    """
    where = claim.evidence
    text = texts.get(claim.source, "")
    if text[where.start : where.end] != where.quote:
        return Excerpt("", shortened(_flat(where.quote), room), "")
    value = shortened(_flat(where.quote), room)
    before = _flat(text[where.sentence.start : where.start], keep="end")
    after = _flat(text[where.end : where.sentence.end], keep="start")
    left = max(room - len(value), 0)
    share = max(int(left * LEAD), left - len(after))
    before = _tail(before, share)
    return Excerpt(before, value, shortened(after, left - len(before)))


def _flat(text: str, keep: str = "") -> str:
    """One line, single spaces; the blank at the `keep` side (towards the value) stays."""
    shown = visible(text)
    flat = " ".join(shown.split())
    if not flat:
        return " " if keep and shown else ""
    opening = " " if keep == "start" and shown[0].isspace() else ""
    closing = " " if keep == "end" and shown[-1].isspace() else ""
    return f"{opening}{flat}{closing}"


def _tail(text: str, room: int) -> str:
    """The last words of `text`, with an ellipsis if any are missing."""
    if len(text) <= room:
        return text
    whole = text[len(text) - room :].split(" ", 1)[-1]
    return f"{CUT}{whole[-max(room - 1, 1) :].lstrip()}"
