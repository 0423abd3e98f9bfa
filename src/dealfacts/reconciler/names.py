"""Whether two names are one person's or one organisation's, with the reason in words.

Names alone decide here; whether deal, role and organisation fit is the caller's knowledge, told by
`context`. The only module that knows of an edit distance. Refuses to translate names and to read
other scripts.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from dealfacts.lexicon.name_forms import romanisations
from dealfacts.reconciler.name_parts import (
    fold,
    organisation_parts,
    person_parts,
    sound,
    written_out,
)
from dealfacts.reconciler.name_verdict import Fit, NameVerdict, Sameness
from dealfacts.reconciler.organisation_names import compare_parts
from dealfacts.reconciler.people_names import PeopleComparison, contained

__all__ = [
    "Fit",
    "NameVerdict",
    "Sameness",
    "compare_organisations",
    "compare_people",
    "extends",
    "in_print",
]

# Words come again and again; what a large drop holds more than this is read anew.
REMEMBERED = 1 << 16
# "Model9" / "Model8" is no misprint.
DIGITS = re.compile(r"\d+")
# The words of a name, and those that a reason quotes.
WORDS, QUOTED = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*"), re.compile(r'"([^"]+)"')
# "Li" / "Lu": a word of one or two letters has no spelling variant.
NO_EDITS = 2
# "Marc" / "Mary", "Jean" / "Joan": one letter makes another name, so context must help.
CONTEXT_EDITS = 4
# "Droste" / "Drosste" may be one name, "Drexel" / "Dressler" not: one edit per four letters ...
LETTERS_PER_EDIT = 4
# ... and "Wolfeschlegel" / "Wolfschlaegle" is about as far as two spellings drift.
MOST_EDITS = 3
# "X" stands before too many words.
SHORTEST_HEAD = 2
# "Bau" opens "Bauer" by chance.
SHORTEST_GLUED_HEAD = 4


def edits(a: str, b: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours between two words."""
    start = _shared_head(a, b)
    left, right = a[start:], b[start:]
    end = _shared_head(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    # Where two words begin and end alike, the rest says it for most: "droste", "drosste".
    if not (left and right) or len(left) == len(right) == 1:
        return max(len(left), len(right))
    from rapidfuzz.distance import OSA  # noqa: PLC0415  10 ms that most runs do not need

    return int(OSA.distance(left, right, score_cutoff=MOST_EDITS))


def _shared_head(a: str, b: str) -> int:
    """How many letters two words have in common from the first on."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(a), len(b)))


@lru_cache(maxsize=REMEMBERED)
def fit(a: str, b: str) -> Fit:
    """How two folded words agree as spellings; NEAR needs context to count."""
    if a == b:
        return Fit.LITERAL
    groups = romanisations()
    if a in groups and groups[a] == groups.get(b):
        return Fit.VARIANT
    if DIGITS.findall(a) != DIGITS.findall(b):
        return Fit.NONE
    length = min(len(a), len(b))
    if length < NO_EDITS or abs(len(a) - len(b)) > MOST_EDITS:
        return Fit.NONE
    heard = sound(a), sound(b)
    if heard[0] == heard[1]:
        return Fit.VARIANT  # "Su" / "Soo" likewise
    if length == NO_EDITS:
        return Fit.NONE
    budget = 1 if length <= CONTEXT_EDITS else min(length // LETTERS_PER_EDIT, MOST_EDITS)
    if not any(_may_meet(*pair, budget) and edits(*pair) <= budget for pair in ((a, b), heard)):
        return Fit.NONE
    return Fit.NEAR if length <= CONTEXT_EDITS else Fit.VARIANT


def _may_meet(a: str, b: str, budget: int) -> bool:
    """Whether so few edits may turn one word into the other: most pairs are clearly far apart.

    An edit brings, takes or changes one letter (a swap none), and touches at most three pairs of
    neighbours.
    """
    if len(set(a) ^ set(b)) > 2 * budget:
        return False
    left, right = Counter(a), Counter(b)
    if max((left - right).total(), (right - left).total()) > budget:
        return False
    beside, other = Counter(pairwise(a)), Counter(pairwise(b))
    return max((beside - other).total(), (other - beside).total()) <= 3 * budget


def compare_people(a: str, b: str, *, context: bool = False) -> NameVerdict:
    """Compares two names of people part by part.

    `context` tells that deal, role or organisation speak for one person: words of three and four
    letters may then differ by one edit.
    """
    # Sorted, so that the verdict does not hang on which of the two is asked about first.
    left, right = sorted((person_parts(a), person_parts(b)), key=lambda parts: parts.words)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return NameVerdict(Sameness.DIFFERENT, f"{left.suffix} is not {right.suffix}")
    if left.words == right.words:
        return NameVerdict(Sameness.SAME, "the same name, letter for letter")
    if left.letters == right.letters:
        return NameVerdict(Sameness.SAME, "the same letters, spaced differently")
    if a.isascii() is not b.isascii() and fold(written_out(a)) == fold(written_out(b)):
        return NameVerdict(Sameness.SAME, "the same name, an umlaut written out")
    comparison = PeopleComparison(fit, context)
    straight = comparison.aligned(left, right)
    if straight.verdict is not Sameness.DIFFERENT or not (left.given and right.given):
        return straight
    return contained(left, right) or comparison.swapped(left, right) or straight


def compare_organisations(a: str, b: str) -> NameVerdict:
    """Compares two names of organisations by core name, number, acronym and legal form."""
    return compare_parts(organisation_parts(a), organisation_parts(b), fit)


def extends(short: str, long: str) -> bool:
    """Whether `long` opens with the name `short` ("Example" / "Example Mobile", "ExampleMobile").

    No proof of one organisation: the longer may be a unit. It takes a second sign.
    """
    left, right = organisation_parts(short), organisation_parts(long)
    if left.letters == right.letters or len(left.letters) < SHORTEST_HEAD or not right.core:
        return False
    if right.core[: len(left.core)] == left.core:
        return True
    glued = len(left.core) == 1 and right.core[0].startswith(left.letters)
    return glued and len(left.letters) >= SHORTEST_GLUED_HEAD


def in_print(reason: str, *names: str) -> str:
    """A reason with the words of the names as they are printed: “Roe” for "roe"."""
    printed = {fold(word): word for name in names for word in WORDS.findall(name)}
    whole = {" ".join(organisation_parts(name).core): name for name in names}

    def shown(quoted: re.Match[str]) -> str:
        words = " ".join(printed.get(word, word) for word in quoted[1].split(" "))
        # "A&B" has no word of its own
        return (words if words != quoted[1] else whole.get(quoted[1], words)).join("“”")

    return QUOTED.sub(shown, reason)
