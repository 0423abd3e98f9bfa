"""Aligns the parts of two people's names (semantics, section 6) and words the outcome.

Refuses to measure words: how two single words agree is told by the `fit` that it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.name_forms import short_forms
from dealfacts.lexicon.name_words import GIVEN, flags
from dealfacts.reconciler.name_parts import PersonParts
from dealfacts.reconciler.name_verdict import Fit, NameVerdict, Sameness

if TYPE_CHECKING:
    from collections.abc import Callable

TWO_WORDS = 2
# Letters of a clipped name, and of what is clipped off: "Nik" of "Nikolay", no "Ann" of "Anna".
SHORTEST_CLIPPED, LEAST_GONE = 3, 3


class PeopleComparison(NamedTuple):
    """Compares two people; `fit` compares words, `context` lets short words differ by one edit."""

    fit: Callable[[str, str], Fit]
    context: bool

    def swapped(self, left: PersonParts, right: PersonParts) -> NameVerdict | None:
        """The family name first in one of the two: "Example Jane"."""
        found = [
            self.aligned(one, PersonParts(words[:-1], words[-1], other.suffix, other.capitals))
            for one, other in ((left, right), (right, left))
            for words in (
                (*other.words[1:], other.words[0]),
                (other.words[-1], *other.words[:-1]),
            )
        ]
        best = max(found, key=lambda verdict: verdict.score)
        # Turned, shortened and spelled differently at once: nothing is left to go by.
        too_far = len(left.words) != len(right.words) and best.verdict is not Sameness.SAME
        if not best.links or too_far:
            return None
        if all(flags(word.capitalize()) & GIVEN for word in {*left.words, *right.words}):
            # "Peter Paul" / "Paul Peter": two given names turn into two people.
            reason = "given and family name swapped, and both are given names"
            return NameVerdict(Sameness.UNSURE, reason)
        return NameVerdict(best.verdict, f"given and family name swapped; {best.reason}")

    def aligned(self, left: PersonParts, right: PersonParts) -> NameVerdict:
        """Family name against family name, then the given names in order."""
        family = self.fit(left.family, right.family)
        if family is Fit.NONE and (left.glued == right.family or left.family == right.glued):
            family = Fit.VARIANT  # "Al-Roe" / "Alroe"
        if family is Fit.NEAR and not (self.context or _given_agree(left, right)):
            family = Fit.NONE
        if family is Fit.NONE:
            reason = f'the family names differ: "{left.family}" / "{right.family}"'
            return NameVerdict(Sameness.DIFFERENT, reason)
        spelled = "" if family is Fit.LITERAL else f'"{left.family}" is spelled "{right.family}"'
        if not left.given or not right.given:
            reason = "one of the two is a family name alone"
            if not (left.given or right.given):
                reason = "two family names alone"
            return NameVerdict(Sameness.PARTIAL, f"{reason}; {spelled}" if spelled else reason)
        return self._given(_spelled_out(left, right), _spelled_out(right, left), spelled)

    def _given(self, left: tuple[str, ...], right: tuple[str, ...], spelled: str) -> NameVerdict:
        pairs = self._pairs(left, right)
        fits = [self.given(left[i], right[j]) for i, j in pairs]
        spare_left = [word for i, word in enumerate(left) if i not in {i for i, _ in pairs}]
        spare_right = [word for j, word in enumerate(right) if j not in {j for _, j in pairs}]
        first_met = any(i == 0 or j == 0 for i, j in pairs)
        # "J. R. Roe" and "Ruth Roe": an initial behind another given name says nothing
        bare = all(how is Fit.INITIAL for how in fits) and (0, 0) not in pairs
        if not pairs or not first_met or bare:
            reason = f'the given names differ: "{" ".join(left)}" / "{" ".join(right)}"'
            return NameVerdict(Sameness.DIFFERENT, reason)
        if spare_left and spare_right:
            reason = f'a second name differs: "{spare_left[0]}" / "{spare_right[0]}"'
            return NameVerdict(Sameness.UNSURE, reason)
        reasons = [spelled] if spelled else []
        varied = bool(spelled)
        for (i, j), how in zip(pairs, fits, strict=True):
            if how in (Fit.VARIANT, Fit.NEAR):
                varied = True
                reasons.append(f'"{left[i]}" is spelled "{right[j]}"')
            elif how is not Fit.LITERAL:
                reasons.append(f'"{left[i]}" / "{right[j]}": {how.value}')
        if spare_left or spare_right:
            reasons.append(f'"{" ".join(spare_left or spare_right)}" is left out')
        told = "; ".join(reasons) or "the same name"
        if all(how is Fit.NEAR for how in fits) and not self.context:
            return NameVerdict(Sameness.UNSURE, f"{told}; too short to tell without context")
        if all(how is Fit.INITIAL for how in fits):
            return NameVerdict(Sameness.PARTIAL, told)
        return NameVerdict(Sameness.SPELLING_VARIANT if varied else Sameness.SAME, told)

    def _pairs(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        """The longest alignment of given names in order (at most six names a side)."""
        best: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
        rows, columns = min(len(left), 6), min(len(right), 6)
        for i in range(rows, -1, -1):
            for j in range(columns, -1, -1):
                if i == rows or j == columns:
                    best[i, j] = ()
                    continue
                options = [best[i + 1, j], best[i, j + 1]]
                if self.given(left[i], right[j]) is not Fit.NONE:
                    options.insert(0, ((i, j), *best[i + 1, j + 1]))
                best[i, j] = max(options, key=len)
        return best[0, 0]

    def given(self, a: str, b: str) -> Fit:
        """How two given names agree: as spellings, short forms or initials."""
        if len(a) == 1 or len(b) == 1:
            return Fit.INITIAL if a[:1] == b[:1] else Fit.NONE
        shorts = short_forms()
        if a != b and not shorts.get(a, frozenset()).isdisjoint(shorts.get(b, frozenset())):
            return Fit.SHORT
        return Fit.SHORT if _is_clipped(*sorted((a, b), key=len)) else self.fit(a, b)


def _is_clipped(short: str, long: str) -> bool:
    """Whether one given name is a piece of the other and none of its own.

    It opens it ("Vlad" of "Vladyslav"), or closes it ("Gbenga" of "Olugbenga").
    """
    gone = len(long) - len(short)
    opens = len(short) >= SHORTEST_CLIPPED and long.startswith(short)
    closes = len(short) > SHORTEST_CLIPPED and long.endswith(short)
    if gone < LEAST_GONE or not (opens or closes):
        return False
    return not flags(short.capitalize()) & GIVEN


def _given_agree(left: PersonParts, right: PersonParts) -> bool:
    """Whether two given names agree letter for letter: "Ana Lucia Brito" / "Ana Lucia Brido"."""
    shared = {word for word in left.given if len(word) > 1} & set(right.given)
    return len(shared) >= TWO_WORDS


def contained(left: PersonParts, right: PersonParts) -> NameVerdict | None:
    """A name of two words and more whose words stand in the other's in order, first word first.

    "Ana Prado" / "Ana Prado Lima": a second family name is left out.
    """
    short, long = sorted((left.words, right.words), key=len)
    if len(short) < TWO_WORDS or short[0] != long[0]:
        return None
    rest = iter(long)
    if not all(word in rest for word in short):
        return None
    added = " ".join(word for word in long if word not in short)
    return NameVerdict(Sameness.PARTIAL, f'"{added}" is left out')


def _spelled_out(name: PersonParts, other: PersonParts) -> tuple[str, ...]:
    """Given words; capitals such as "JC" as initials where they fit the other name's words."""
    found: list[str] = []
    for word in name.given:
        initials = tuple(other_word[0] for other_word in other.given)[: len(word)]
        if word in name.capitals and tuple(word) == initials:
            found.extend(word)
        else:
            found.append(word)
    return tuple(found)
