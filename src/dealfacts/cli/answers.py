"""What a person answers to a finding: one key, what it is about, a note, and a last day.

Refuses to guess: an answer that fits nothing is told so, and nothing is recorded.
"""

from __future__ import annotations

import re
import string
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.records.judgements import Verdict

KEYS = MappingProxyType(
    {
        "a": Verdict.A_WRONG,
        "b": Verdict.B_WRONG,
        "w": Verdict.BOTH_WRONG,
        "r": Verdict.BOTH_RIGHT,
        "s": Verdict.SUPERSEDED,
        "d": Verdict.NOT_SAME_DEAL,
        "p": Verdict.NOT_SAME_PERSON,
        "x": Verdict.EXTRACTION_ERROR,
        "y": Verdict.ACCEPTED,
        "A": Verdict.A_WRONG,
        "B": Verdict.B_WRONG,
    }
)
# The keys that approve the other side, which is an index: b where a is wrong.
APPROVE = MappingProxyType({"A": 1, "B": 0})
SKIP, UNDO, QUIT, HELP = "k", "u", "q", "?"
SHORT = (
    "a wrong [a]  b wrong [b]  both wrong [w]  both right, other basis [r]  superseded [s]\n"
    "other deal [d]  other person [p]  misread [x a, x b]  accept [y]\n"
    "a wrong, approve b [A]  b wrong, approve a [B]\n"
    "skip [k]  undo [u]  quit [q]  help [?]\n"
)
LONG = """\
One key and Enter; what follows the key is the note, and `until 2027-01-31` at its end the last day
on which the answer holds.
  a    side a is wrong, as in: a the filing says otherwise
  b    side b is wrong (where there are more than two: every side but a)
  A B  the same, and the other side is approved: articles that differ from it are told from now on
  w    both are wrong
  r    both are right, on different bases (with and without debt, pre- and post-money, ...)
  s    the one is a later state of the other (raised, cut, final)
  d    the articles tell of two deals; they are not joined again
  p    these are two people; their names are not joined again
  x a  dealfacts misread side a: the claim that is shown is left out from now on; x b for side b
  y    accept it as it is
  k    leave it open    u  take the last answer back    q  stop; answers are kept
"""
LAST_DAY = re.compile(r"(?:^|\s)until\s+(?P<day>\S+)\s*\Z")


class Answer(NamedTuple):
    """A key with what was said behind it; `sides` are indices, for a misread claim only."""

    key: str
    verdict: Verdict | None = None
    sides: tuple[int, ...] = ()
    note: str = ""
    until: date | None = None


def read_answer(line: str, sides: int) -> Answer:
    """The answer to a finding with so many sides.

    Raises DealfactsError for one that fits nothing; the message says what would.
    """
    key, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    if key in {SKIP, UNDO, QUIT, HELP}:
        return Answer(key)
    verdict = KEYS.get(key)
    if verdict is None:
        message = f"{key!r} is no answer. Keys are {' '.join(KEYS)} {SKIP} {UNDO} {QUIT} {HELP}"
        raise DealfactsError(message)
    chosen: tuple[int, ...] = ()
    if verdict is Verdict.EXTRACTION_ERROR:
        letters, _, rest = rest.partition(" ")
        chosen = tuple(string.ascii_lowercase.find(letter) for letter in letters)
        if not chosen or not all(0 <= at < sides for at in chosen):
            known = " or ".join(f"x {letter}" for letter in string.ascii_lowercase[:sides])
            message = f"Which side was misread? {known}"
            raise DealfactsError(message)
    note, until = _dated(rest.strip())
    return Answer(key, verdict, chosen, note, until)


def _dated(text: str) -> tuple[str, date | None]:
    found = LAST_DAY.search(text)
    if found is None:
        return text, None
    try:
        return text[: found.start()].strip(), date.fromisoformat(found["day"])
    except ValueError as error:
        message = f"{found['day']!r} is no day. Write it as YYYY-MM-DD"
        raise DealfactsError(message) from error
