"""Who buys, is bought or sells, according to the deal words of one sentence: votes for names.

A verb or noun of buying, selling, investing or raising that stands between or beside names votes
for them. What the votes of an article come to is decided in parties.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import deal_words, party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.scene import Reading, Scene

BUYER, TARGET, SELLER = "buyer", "target", "seller"
NAMES = frozenset({ORGANISATION, PERSON})
STOPS = frozenset(";:—–|•.!?")
LEFT_REACH, RIGHT_REACH = 16, 9
# What continues a list of names instead of opening an insertion, and how long one may be.
LISTED = NAMES | {"and", "or", "but", "as", "while", "said", "says"}
INSERTION_REACH = 24
PRONOUNS = frozenset({"it", "they", "he", "she"})
RELATIVE = frozenset({"which", "that", "whom"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})


class Vote(NamedTuple):
    """One name in one role, with the strength of its cue and the row place of that cue."""

    name: str
    role: str
    strength: int
    place: int


class _Eyes:
    """Looks for names to the left and right of a place in one row."""

    def __init__(self, scene: Scene, reading: Reading) -> None:
        self.row = scene.row
        self.scene = scene
        self.reading = reading

    def name(self, place: int) -> str:
        sign, number = self.row.words[place], self.row.index[place]
        mentions = self.scene.organisations if sign == ORGANISATION else self.scene.people
        return self.reading.long_form(mentions[number])

    def left(self, place: int, reach: int = LEFT_REACH) -> str | None:
        words = self.row.words
        at = place - 1
        while at >= max(place - 1 - reach, 0):
            if words[at] in STOPS:
                return None
            if words[at] in NAMES and not self.is_attribute(at):
                return self.name(at)
            opening = self.insertion(at) if words[at] == "," else None
            if opening is not None:
                reach += at - opening
                at = opening
            at -= 1
        return None

    def insertion(self, comma: int) -> int | None:
        """Where the insertion that ends with a comma began: "NAME, which makes bread, is"."""
        words = self.row.words
        for at in range(comma - 2, max(comma - INSERTION_REACH, 0), -1):
            if words[at] == "," and words[at - 1] in NAMES and words[at + 1] not in LISTED:
                return at
            if words[at] in STOPS:
                return None
        return None

    def is_attribute(self, place: int) -> bool:
        """Whether the name only describes another one.

        "Northwind-owned Contoso", "Northwind owner Contoso", "the maker of Northwind".
        """
        words = self.row.words
        behind = words[place + 1 : place + 3]
        if behind[:1] == ("-",) and not kind_words("owned").isdisjoint(behind[1:]):
            return True
        keepers = kind_words("keeper")
        if behind[1:] and behind[0] in keepers and behind[1] in NAMES:
            return True
        before = words[max(place - 2, 0) : place]
        return before[1:] == ("of",) and before[0] in keepers

    def right(self, place: int, reach: int = RIGHT_REACH) -> str | None:
        words = self.row.words
        for at in range(place + 1, min(place + 1 + reach, len(words))):
            if words[at] in STOPS:
                return None
            if words[at] in NAMES and not self.is_attribute(at):
                return self.name(at)
        return None

    def antecedent(self, place: int) -> str | None:
        """The name that "which" stands for in "NAME, which NAME is buying"."""
        words = self.row.words
        for at in range(place - 1, max(place - 8, 1), -1):
            if words[at] in NAMES and words[at - 1] in RELATIVE:
                return self.left(at - 1, 3)
        return None

    def after(self, place: int, preposition: frozenset[str], reach: int = 6) -> int | None:
        """Where one of the prepositions stands behind `place`, before any name."""
        words = self.row.words
        for at in range(place + 1, min(place + 1 + reach, len(words))):
            if words[at] in preposition:
                return at
            if words[at] in STOPS or words[at] in NAMES:
                return None
        return None

    def first(self) -> str | None:
        """The first name of the sentence, which a pronoun later in it most likely means."""
        return next((self.name(at) for at, w in enumerate(self.row.words) if w in NAMES), None)

    def has_be(self, place: int) -> bool:
        return any(word in BE for word in self.row.words[max(place - 3, 0) : place])

    def possessor(self, place: int) -> str | None:
        """The name in "NAME's ... deal", at most five words before `place`."""
        words = self.row.words
        for at in range(place - 1, max(place - 7, 0), -1):
            if words[at] == "'s" and words[at - 1] in NAMES:
                return self.name(at - 1)
            if words[at] in STOPS or words[at] in NAMES:
                return None
        return None


BY, OF, TO, IN, FOR_ON = (
    frozenset({"by"}),
    frozenset({"of", "for", "with"}),
    frozenset({"to"}),
    frozenset({"in", "into", "of", "on"}),
    frozenset({"for", "on"}),
)


def _is_participle(word: str) -> bool:
    """Whether a verb of buying or selling can be passive: "acquired", "bought", "taken"."""
    return word.endswith("ed") or word in {"bought", "sold", "taken"}


def _sides(eyes: _Eyes, place: int) -> Iterator[tuple[str | None, str, int]]:
    """(name, role, strength) for the cue at `place`; names may be missing."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    behind = words[place + 1 : place + 4]
    is_take_over = word in cues.take_over and "over" in behind[:2] and "as" not in behind
    if (word in cues.buy or is_take_over) and words[place + 1 : place + 2] != ("now",):
        by = eyes.after(place, BY, 3)
        if by is not None:
            yield eyes.left(place), TARGET, 3
            yield eyes.right(by), BUYER, 3
        elif eyes.has_be(place) and _is_participle(word) and words[place - 1] != "to":
            yield eyes.left(place), TARGET, 2
        elif words[place - 1 : place] != ("of",):
            yield eyes.left(place), BUYER, 2
            antecedent = eyes.antecedent(place)
            yield (antecedent or eyes.right(place)), TARGET, 3
    if word in cues.sell:
        to = eyes.after(place, TO, 12)
        by = eyes.after(place, BY, 6)
        if eyes.has_be(place) or word == "sold":
            yield eyes.left(place), TARGET, 2
            if to is not None:
                yield eyes.right(to), BUYER, 3
            if by is not None:
                yield eyes.right(by), SELLER, 2
        else:
            yield eyes.left(place), SELLER, 2
            yield eyes.right(place), TARGET, 2
    if word in cues.go or word in cues.join:
        to = eyes.after(place, TO, 2) if word in cues.go else place
        if to is not None and MONEY in words[max(place - 3, 0) : place]:
            yield eyes.right(to, 3), TARGET, 3
        elif to is not None and eyes.right(to, 3) is not None:
            yield eyes.left(place, 8), TARGET, 2
            yield eyes.right(to, 3), BUYER, 2
    yield from _noun_sides(eyes, place)


def _noun_sides(eyes: _Eyes, place: int) -> Iterator[tuple[str | None, str, int]]:
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word in cues.deal_noun or word in cues.bid_noun:
        of = eyes.after(place, OF, 2)
        by = eyes.after(place, BY, 3)
        if of is not None:
            yield eyes.right(of, 6), TARGET, 3
            yield eyes.possessor(place), BUYER, 3
            later = eyes.after(of + 1, BY, 6) or eyes.after(of + 2, BY, 6)
            is_ruling = later and not kind_words("ruling").isdisjoint(words[of:later])
            if later and not is_ruling:
                yield eyes.right(later, 6), BUYER, 3
        elif by is not None:
            yield eyes.right(by, 6), BUYER, 2
        if place and words[place - 1] in NAMES:
            yield eyes.name(place - 1), TARGET, 1
    yield from _money_sides(eyes, place)


def _money_sides(eyes: _Eyes, place: int) -> Iterator[tuple[str | None, str, int]]:
    """The sides that words of investing, paying and raising name."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word in cues.stake_noun or word in cues.invest:
        in_ = eyes.after(place, IN, 6)
        if in_ is not None and eyes.right(in_, 4) is not None:
            yield eyes.right(in_, 4), TARGET, 3
            yield eyes.possessor(place) or eyes.left(place), BUYER, 2
    if word in cues.pay:
        for_ = eyes.after(place, FOR_ON, 5)
        if for_ is not None and eyes.right(for_, 3) is not None:
            yield eyes.left(place), BUYER, 1
            yield eyes.right(for_, 3), TARGET, 2
    if word in cues.secure and MONEY in words[place + 1 : place + 7]:
        by_pronoun = place > 0 and words[place - 1] in PRONOUNS
        yield eyes.first() if by_pronoun else eyes.left(place), TARGET, 2
    if word in cues.secure and eyes.after(place, BY, 2) is not None:
        yield eyes.right(place, 8), TARGET, 2
    if word in cues.round_noun:
        yield eyes.possessor(place), TARGET, 2
    if (
        word in cues.lead
        and words[place + 1 : place + 2] == ("by",)
        and not cues.round_noun.isdisjoint(words[max(place - 6, 0) : place])
    ):
        yield eyes.right(place + 1, 4), BUYER, 1


def votes(scene: Scene, reading: Reading) -> tuple[Vote, ...]:
    """Every vote of one sentence, ascending by place."""
    if not scene.row.marks:
        return ()
    eyes = _Eyes(scene, reading)
    cues = deal_words()
    return tuple(
        Vote(name, role, strength, place)
        for place, word in enumerate(scene.row.words)
        if word in cues
        for name, role, strength in _sides(eyes, place)
        if name is not None
    )
