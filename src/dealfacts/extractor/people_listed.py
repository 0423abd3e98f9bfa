"""People in lists: who stands before a verb together, who is named behind "by" and "with".

Refuses to say what they did; a list ends where the words are no part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import COUNT, ORGANISATION, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may stand between the people of a list.
LISTED = frozenset(
    {
        "and",
        ",",
        "two",
        "brothers",
        "sisters",
        "friends",
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "sir",
        ".",
        "then",
        "now",
        "aged",
        COUNT,
    }
)
# What a founder was, in tokens, and what stands in no such words.
APPOSED = 5
NO_APPOSITION = frozenset(
    {"by", "in", "at", "for", "with", "on", "to", "from", "of", "who", "which", "that", "'s"}
    | {"is", "was", "has", "had", "will", "said", "says", "led", "run", "backed", "owned", "as"}
)
# How long an aside is, in tokens, and what opens one between commas.
ASIDE, CLAUSE = 9, 14
OPENS_ASIDE = frozenset(
    {"both", "two", "then", "a", "an", "the", "all", "former", "who", "together"}
)
NUMBERS = frozenset({"two", "three", "four", "five", "six", "both"})
# What joins those who do something together.
JOINED = frozenset({"and", ","})
STOPS = frozenset(";:—–•")
# How far behind a verb "with" stands, how long "a childhood friend," is, and how it opens.
REACH, DESCRIBED = 12, 6
TOGETHER = frozenset({"with", "alongside"})
OPENS_FRIEND = frozenset({"a", "an", "his", "her", "their", "the", "two", "friends", "friend"})


def before_aside(words: tuple[str, ...], at: int) -> int:
    """Where the words before an aside end: "Jane Roe (CEO)", "Jane Roe, both of them from Acme,".

    `at` is the last place of the aside, without the comma that closes it.
    """
    if at > 0 and words[at] == ")":
        opens = next((n for n in range(at, max(at - ASIDE, 0), -1) if words[n] == "("), 0)
        return opens - 1 if opens else at
    if at + 1 < len(words) and words[at + 1] == ",":
        for n in range(at, max(at - ASIDE, 0), -1):
            if words[n] == "," and words[n - 1] == PERSON and words[n + 1] in OPENS_ASIDE:
                return n - 1
            if words[n] == PERSON or words[n] in STOPS:
                break
    return at


def _behind_aside(words: tuple[str, ...], comma: int) -> int:
    """Where a list goes on behind "Jane Roe, a former banker, and"; 0 where nothing says so."""
    if words[comma + 1 : comma + 2] == () or words[comma + 1] not in OPENS_ASIDE:
        return 0
    for at in range(comma + 2, min(comma + ASIDE, len(words) - 2)):
        if words[at] == PERSON or words[at] in STOPS:
            return 0
        if words[at] == ",":
            behind = words[at + 1 : at + 3]
            goes_on = behind == (PERSON, ",") and "and" in words[at + 3 : at + 3 + CLAUSE]
            return at + 1 if behind == ("and", PERSON) or goes_on else 0
    return 0


def explained(words: tuple[str, ...], at: int) -> int:
    """Whom the noun at a row place explains: "Jane Roe, the US billionaire"; else -1."""
    for comma in range(at - 1, max(at - APPOSED, 0), -1):
        if words[comma] == ",":
            is_told = words[comma - 1] == PERSON and words[comma + 1] in {"the", "a", "an"}
            return comma - 1 if is_told else -1
    return -1


def joint(words: tuple[str, ...], last: int) -> Iterator[int]:
    """The places of the persons in the list that ends at a row place: "Jane Roe and John Doe"."""
    at = last
    yield at
    while at > 1 and words[at - 1] in JOINED:
        last = at - 2 - (words[at - 2 : at] == (",", "and"))  # "Jane Roe, John Doe, and Max Poe"
        before = before_aside(words, last) if words[last] == ")" else last
        if before < 0 or words[before] != PERSON:
            break
        at = before
        yield at


def listed(words: tuple[str, ...], at: int) -> Iterator[int]:
    """The places of the persons in the list that opens at a row place.

    What they were stands before the name of the first, or behind "and": "by former Acme trader
    Jane Roe and software developer John Doe".
    """
    skipped = 0
    while at < len(words):
        word = words[at]
        if word == "(" and ")" in words[at : at + ASIDE]:
            at += words[at : at + ASIDE].index(")") + 1
            continue
        aside = _behind_aside(words, at) if word == "," and skipped else 0
        if aside:
            at, skipped = aside, 0
            continue
        if words[at : at + 2] == (",", "who") and "," in words[at + 2 : at + CLAUSE]:
            at += words[at + 2 : at + CLAUSE].index(",") + 2
            continue
        if word == PERSON:
            yield at
            skipped = APPOSED
        elif word == "and":
            skipped = 0
        elif word not in LISTED:
            skipped += 1
            if skipped > APPOSED or word in STOPS or word in NO_APPOSITION:
                return
        at += 1


def described(words: tuple[str, ...], at: int) -> int:
    """Where the people stand whom a number of them leads up to: "by three bankers, Jane Roe and".

    The place itself where no such words stand there.
    """
    if words[at : at + 1] == () or words[at] not in NUMBERS | {COUNT}:
        return at
    near = words[at : at + CLAUSE]
    comma = near.index(",") if "," in near else len(near)
    return at + comma + 1 if near[comma + 1 : comma + 2] == (PERSON,) else at


def partners(words: tuple[str, ...], place: int, firms: frozenset[str]) -> Iterator[int]:
    """Who does with those before the verb what it says: "started the firm with a friend, John Doe".

    `place` is that of the verb, `firms` are the nouns of which one must be its object, or a name.
    """
    near = range(place + 1, min(place + REACH, len(words) - 1))
    with_ = next((at for at in near if words[at] in TOGETHER), None)
    if with_ is None or not (firms | {ORGANISATION, "it"}).intersection(words[place:with_]):
        return
    first = with_ + 1
    while first < min(with_ + DESCRIBED, len(words)) and words[first] != PERSON:
        first += 1
    told = words[with_ + 1 : first]
    is_plain = not told or (
        told[0] in OPENS_FRIEND and STOPS.isdisjoint(told) and "and" not in told
    )
    if is_plain and words[first : first + 1] == (PERSON,):
        yield from listed(words, first)
