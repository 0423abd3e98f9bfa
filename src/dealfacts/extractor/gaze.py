"""Looks from a word of a sentence for the names around it: left, right, behind a preposition.

Knows where a clause ends and what only describes a name; refuses to say what a name is there for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dealfacts.extractor.agents import first_listed, told_of
from dealfacts.extractor.keepers import is_kept
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from dealfacts.extractor.scene import Reading, Scene

STOPS = frozenset(";:—–|•.!?")
# What a name behind these has to do with the words before them is for others to say: "a merger of
# equals,” said NAME", "shares of the bank that NAME owned".
CLOSED = STOPS | {"”", "that", "who", "whose", "where"}
LEFT_REACH, RIGHT_REACH = 16, 9
# What continues a list of names instead of opening an insertion, and how long one may be.
LISTED = NAMES | {"and", "or", "but", "as", "while", "said", "says"}
INSERTION_REACH, BRACKET_REACH, GROUP_REACH = 24, 8, 7
TEAM_REACH, PART_OF = 5, frozenset({"of", "from"})
POSSESSIVE = frozenset({"'s", "'"})  # "Contoso's bid", "Fabrikam Partners' bid"
NO_SUBJECT = frozenset({"by", "of", "from", "for", "in", "at", "to", "with"})
# "NAME and NAME team up to buy", "join forces to buy"
TEAMING = frozenset({"team", "teamed", "teaming", "teams", "clubbed", "joined", "joining", "join"})
AND, TOLD = frozenset({"and", "&"}), frozenset({"told", "tells", "informed"})
RELATIVE = frozenset({"which", "that", "who", "whom"})
# "For Contoso, which makes bread, it paid": what is bought may open the sentence
FRONTED = frozenset({("for",), ("with",), ("in",), ("by", "buying"), ("by", "acquiring")})
ASIDES = frozenset({(",",), ("and",)})
PRONOUNS = frozenset({"it", "they", "he", "she"})
AUXILIARIES = frozenset(
    {"has", "have", "had", "will", "would", "to", "agreed", "plans", "like", "wants", "hopes"}
    | {"intends", "seeks", "able", "set", "ready", "keen", "decided", "reached", "an", "agreement"}
)
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})


def is_joint(words: tuple[str, ...], place: int) -> bool:
    """Whether a noun for buyers is followed by who they are: "consortium led by", "group of"."""
    return not party_cues().group_link.isdisjoint(words[place + 1 : place + 2])


class Gaze:
    """Looks for names to the left and right of a place in one row."""

    def __init__(self, scene: Scene, reading: Reading) -> None:
        """Look at one scene; `reading` knows the long forms of its names."""
        self.row = scene.row
        self.scene = scene
        self.reading = reading

    @property
    def is_heading(self) -> bool:
        """Whether the sentence is a headline, which leaves articles and forms of "be" out."""
        return self.scene.sentence.part in {Part.TITLE, Part.HEADING}

    def name(self, place: int) -> str:
        """The long form of the name token at a row place."""
        sign, number = self.row.words[place], self.row.index[place]
        mentions = self.scene.organisations if sign == ORGANISATION else self.scene.people
        return self.reading.long_form(mentions[number])

    def left(self, place: int, reach: int = LEFT_REACH) -> str | None:
        """The nearest name before a row place; insertions between commas are passed over."""
        words = self.row.words
        at = place - 1
        while at >= max(place - 1 - reach, 0):
            if words[at] in STOPS:
                return None
            if words[at] in NAMES and not self.is_attribute(at):
                return self.name(at)
            opening = self._aside(at)
            if opening is not None:
                reach += at - opening
                at = opening
            at -= 1
        return None

    def _aside(self, end: int) -> int | None:
        """Where the bracket or insertion that ends at a row place began."""
        words = self.row.words
        if words[end] == ")":  # "Northwind (Fabrikam) goes to"
            near = range(end - 1, max(end - BRACKET_REACH, 0), -1)
            return next((at for at in near if words[at] == "("), None)
        return self.insertion(end) if words[end] == "," else None

    def insertion(self, comma: int) -> int | None:
        """Where the insertion that ends with a comma began: "NAME, which makes bread, is"."""
        words = self.row.words
        for at in range(comma - 2, max(comma - INSERTION_REACH, 0), -1):
            if words[at] == "," and words[at - 1] in NAMES:
                # "NAME, NAME's largest customer, is"
                is_owned = words[at + 1] in NAMES and words[at + 2] in POSSESSIVE
                if is_owned or words[at + 1] not in LISTED:
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
            # "the Northwind-led group" is one of buyers
            return party_cues().group_noun.isdisjoint(words[place + 3 : place + 4])
        if behind[1:] and behind[0] in kind_words("keeper") and behind[1] in NAMES:
            return True
        if behind[:1] and behind[0] in kind_words("nameless_keeper"):
            return True  # "to buy Northwind maker from Fabrikam": who makes it is not named
        return is_kept(words, place)

    def right(self, place: int, reach: int = RIGHT_REACH) -> str | None:
        """The nearest name behind a row place."""
        words = self.row.words
        far = place + 1 + reach
        for at in range(place + 1, min(far + GROUP_REACH, len(words))):
            if words[at] in CLOSED or at >= far:
                return None
            if words[at] == PERSON and words[at + 1 : at + 3] == ("'s", ORGANISATION):
                return self.name(at + 2)  # "to Jane Doe's Northwind"
            if words[at] in NAMES and not self.is_attribute(at):
                return self.name(at)
            if words[at] in party_cues().group_noun and is_joint(words, at):
                far = place + 1 + reach + GROUP_REACH  # "a group of investors led by NAME"
        return None

    def owner_of_part(self, place: int) -> str | None:
        """The name in "the pumps division of NAME" behind a row place."""
        words = self.row.words
        parts = party_cues().part_noun
        for at in range(place + 1, min(place + RIGHT_REACH, len(words) - 1)):
            if words[at] in STOPS:
                return None
            if words[at] in parts and words[at + 1] in PART_OF:
                return self.right(at + 1, 4)
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

    def beyond(self, place: int, preposition: frozenset[str], reach: int = 14) -> int | None:
        """Where one of the prepositions stands behind the next name behind `place`."""
        words = self.row.words
        names = 0
        for at in range(place + 1, min(place + 1 + reach, len(words))):
            if words[at] in STOPS:
                return None
            names += words[at] in NAMES
            if names and words[at] in preposition:
                return at
        return None

    def agent(self, place: int) -> str | None:
        """Who does what a verb at `place` says: a pronoun before it is the sentence's first name.

        "NAME told NAME that it bought", "NAME said it has agreed to buy".
        """
        words = self.row.words
        if not place:
            return None
        at = place - 1
        while at > 0 and (words[at] in BE or words[at] in AUXILIARIES):
            at -= 1
        if words[at] == "'s" and words[at - 1] in PRONOUNS:
            at -= 1  # "said it's buying"
        if at > 0 and words[at] in PRONOUNS:
            # "now it owns NAME, for which it paid": another one
            first = self._first
            is_before = first is not None and words[at] in words[:first]
            return None if is_before else self.first(at)
        if (speaker := told_of(words, at)) is not None:
            return self.name(speaker)  # "NAME chief executive NAME said the company would buy"
        if words[at] in NAMES and not is_kept(words, at):
            cleared = self._cleared(at)
            return self.name(first_listed(words, at) if cleared is None else cleared)
        near = range(at, max(at - TEAM_REACH, 0), -1)
        team = next((n for n in near if words[n] in NAMES), None)
        if team is not None and not TEAMING.isdisjoint(words[team:at]):
            return self.name(first_listed(words, team))  # "NAME and NAME team up to buy"
        return self.left(place)

    def _cleared(self, place: int) -> int | None:
        """Who is cleared by the name at a row place: "NAME has been cleared by NAME to buy"."""
        words = self.row.words
        by = place - 2 if words[place - 1] == "the" else place - 1
        if by < 1 or words[by] != "by" or not self.has_be(by):
            return None
        near = range(by - 1, max(by - LEFT_REACH, 0) - 1, -1)
        return next((at for at in near if words[at] in NAMES), None)

    def first(self, until: int | None = None) -> str | None:
        """The first name of the sentence, which a pronoun at the place `until` most likely means.

        Not whom one tells, nor a topic: "A group told NAME it sold", "NAME: NAME says it will".
        """
        at = self._first
        return None if at is None or (until is not None and at >= until) else self.name(at)

    @cached_property
    def _first(self) -> int | None:
        words, places = self.row.words, self.row.places(NAMES)
        told = [
            at
            for at in places
            if TOLD.isdisjoint(words[max(at - 2, 0) : at])
            and not (words[:at] in FRONTED and words[at + 1 : at + 2] in ASIDES)
        ]
        return next((n for n in told if words[n + 1 : n + 2] != (":",)), next(iter(told), None))

    def subject(self) -> str | None:
        """The first name of the sentence where no preposition says that it is no subject."""
        words, at = self.row.words, next(iter(self.row.places(NAMES)), -1)
        is_subject = at >= 0 and NO_SUBJECT.isdisjoint(words[max(at - 2, 0) : at])
        return self.name(at) if is_subject else None

    def has_be(self, place: int) -> bool:
        """Whether a form of "be" stands in the three words before a row place."""
        return any(word in BE for word in self.row.words[max(place - 3, 0) : place])

    def possessor(self, place: int) -> str | None:
        """The name in "NAME's ... deal", at most five words before `place`."""
        words = self.row.words
        for at in range(place - 1, max(place - 7, 0), -1):
            if words[at] in POSSESSIVE and words[at - 1] in NAMES:
                return self.name(at - 1)
            if words[at] in STOPS or words[at] in NAMES:
                return None
        return None
