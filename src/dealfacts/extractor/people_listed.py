"""People in lists: who stands before a verb together, and who is named behind "by".

Refuses to say what they did; a list ends where the words are no part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import COUNT, PERSON

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
# What joins those who do something together.
JOINED = frozenset({"and", ","})
STOPS = frozenset(";:—–•")


def joint(words: tuple[str, ...], last: int) -> Iterator[int]:
    """The places of the persons in the list that ends at a row place: "Jane Roe and John Doe"."""
    at = last
    yield at
    while at > 1 and words[at - 1] in JOINED and words[at - 2] == PERSON:
        at -= 2
        yield at


def listed(words: tuple[str, ...], at: int) -> Iterator[int]:
    """The places of the persons in the list that opens at a row place.

    What they were stands before the name of the first, or behind "and": "by former Acme trader
    Jane Roe and software developer John Doe".
    """
    skipped = 0
    while at < len(words):
        word = words[at]
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
