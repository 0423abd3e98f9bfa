"""The words behind a figure that soften it: "or so", "at most", "-plus"; and those around it.

It refuses words that go on to say something else: "$5m at least in part", "$5m tops forecasts".
"""

from __future__ import annotations

import re
from functools import cache

from dealfacts.extractor.mention import HedgeCue
from dealfacts.lexicon.hedges import cues
from dealfacts.model.vocabulary import Hedge

LONGEST_WORD = 16
# What may follow a cue that ends its phrase: "$5m at least for the shares", "$5m at most."
GOES_ON = frozenset({"for", "from", "in", "on", "to", "over", "and", "but"})
# ... unless it says how far the rest is true: "at least in part", "at least for now".
LIMITS = frozenset(
    {
        "part",
        "now",
        "theory",
        "principle",
        "paper",
        "some",
        "short",
        "near",
        "moment",
        "time",
        "while",
    }
)
# " a share", " per share", " per annum", before "or more"
PER = re.compile(r"(?:[ ](?:a|an|per|each)\b(?:[ ][a-z]{2,10})?)?")
# "in the ... range" around a figure
FRAMES = ("in the ", "in a ")
FRAME_TAILS = frozenset(sign + letter for sign in " -" for letter in "rba")
FRAME_END = re.compile(r"[- ](?:range|bracket|ballpark|area)\b")


def after(text: str, end: int) -> HedgeCue | None:
    """The cue right behind `end`, per-unit words between them allowed."""
    sign = text[end : end + 1]
    if sign == " ":
        if text.startswith((" and ", " give ", " at ", " tops", " if "), end):
            pass
        elif text.find(" or ", end, end + 24) < 0 and text.find(" at ", end, end + 18) < 0:
            return None
        match = PER.match(text, end)
        at = (match.end() if match else end) + 1
    elif sign == "," and text.startswith((" or ", " at ", " give "), end + 1):
        at = end + 2
    elif sign and sign in "+-i":
        at = end
    else:
        return None
    lexicon = cues()
    for cue, hedge in lexicon.after:
        past = at + len(cue)
        if text[at:past].lower() == cue and not text[past : past + 1].isalnum():
            if (sign == "," or cue in lexicon.at_end) and not _ends_phrase(text, past, sign):
                continue
            return HedgeCue(hedge, at, past, text[at:past])
    return None


def _ends_phrase(text: str, past: int, sign: str) -> bool:
    """Whether a phrase ends at `past`, or goes on about the same sum; `sign` stands before it."""
    if text[past : past + 1] != " ":
        return True
    if sign == ",":
        return False
    first, *others = text[past + 1 : past + LONGEST_WORD * 2].lower().split()[:3] or [""]
    return first in GOES_ON and LIMITS.isdisjoint(others)


def inside(text: str, start: int, end: int) -> HedgeCue | None:
    """The cue between a number and its scale: "$15-plus billion"."""
    if text.find("-", start, end) < 0 and text.find("+", start, end) < 0:
        return None
    found = _clinging().search(text, start, end)
    if found is None:
        return None
    return HedgeCue(dict(cues().after)[found["cue"]], *found.span("cue"), found["cue"])


@cache
def _clinging() -> re.Pattern[str]:
    clinging = "|".join(map(re.escape, cues().clinging))
    return re.compile(rf"(?<=[0-9])(?P<cue>{clinging})")


def framed(text: str, start: int, end: int) -> HedgeCue | None:
    """The words around a figure that say about where it lies: "in the $5bn range"."""
    behind = FRAME_END.match(text, end) if text[end : end + 2] in FRAME_TAILS else None
    if behind is None:
        return None
    before = next((each for each in FRAMES if text.endswith(each, 0, start)), None)
    if before is None:
        return None
    return HedgeCue(Hedge.ABOUT, start - len(before), behind.end(), before.strip() + behind[0])
