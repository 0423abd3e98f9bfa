"""What one capitalised word can be: given name, surname, place, legal form, ordinary word, ...

A word is classed alone, as a set of flags; refuses to judge a whole name, which the readers do.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dealfacts.lexicon.store import packed, table, words

GIVEN = 1
SURNAME = 2
COMMON = 4
PLACE = 8
PEOPLE = 16
DAY = 32
MONTH = 64
LEGAL = 128
ORGANISATION = 256
ACRONYM = 512
CAMEL = 1024
INITIAL = 2048
NEVER = 4096
HONORIFIC = 8192
SUFFIX = 16384
OF_HEAD = 32768
FAMILY_FIRST = 65536
DIGIT = 131072
NO_NAME = 262144
BODY = 524288
RANK = 1 << 20
THING = 1 << 21
SURNAME_LIKE = 1 << 22
TRADE = 1 << 23
MARKET = 1 << 24

LONGEST_ACRONYM = 6
SHORTEST_CAMEL = 3
SHORTEST_SURNAME = 5
# Endings that only ordinary words have.
PLAIN_ENDINGS = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ability",
    "ization",
    "isation",
    "ously",
    "ingly",
    "ially",
)
ENDINGS = ("s", "ed", "d", "ing", "ly")
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'m", "’m")


class PersonWords(NamedTuple):
    """Words in and around a person's name."""

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    ranks: frozenset[str]
    surname_endings: tuple[str, ...]
    before: frozenset[str]
    kin: frozenset[str]
    family_first: frozenset[str]


class OrganisationWords(NamedTuple):
    """Words in an organisation's name."""

    legal: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]
    of_heads: frozenset[str]
    things: frozenset[str]
    of_a_merger: frozenset[str]
    made: frozenset[str]
    of_firm: frozenset[str]
    trades: frozenset[str]
    pairs: frozenset[str]
    bodies: frozenset[str]
    markets: frozenset[str]
    public_names: frozenset[str]
    facilities: frozenset[str]


class OtherWords(NamedTuple):
    """Capitalised words that are neither."""

    days: frozenset[str]
    months: frozenset[str]
    peoples: frozenset[str]
    regions: frozenset[str]
    indices: frozenset[str]
    acronyms: frozenset[str]
    lone: frozenset[str]
    never: frozenset[str]


class CueWords(NamedTuple):
    """Lower-case words around a name that say what it is."""

    say: frozenset[str]
    deal_after: frozenset[str]
    deal_before: frozenset[str]
    deal_object: frozenset[str]
    person_after: frozenset[str]
    person_acts: frozenset[str]
    company_nouns: frozenset[str]
    company_parts: frozenset[str]
    company_acts: frozenset[str]
    company_dealt: frozenset[str]
    company_taken: frozenset[str]


class NameWords(NamedTuple):
    """The lexicon as written."""

    person: PersonWords
    organisation: OrganisationWords
    other: OtherWords
    cues: CueWords


@cache
def lexicon() -> NameWords:
    """The words as written."""
    return table("name_words", NameWords)


@cache
def places() -> frozenset[str]:
    """Countries, states, cities, regions, and market indices, as printed."""
    return words("places") | lexicon().other.regions | lexicon().other.indices


@cache
def _sets() -> tuple[tuple[frozenset[str], int], ...]:
    known = lexicon()
    return (
        (packed("given_names"), GIVEN),
        (packed("surnames"), SURNAME),
        (places(), PLACE),
        (known.other.peoples | {f"{word}s" for word in known.other.peoples}, PEOPLE),
        (known.other.days, DAY),
        (known.other.months, MONTH),
        (known.organisation.legal, LEGAL),
        (known.organisation.words, ORGANISATION),
        (known.organisation.of_heads, OF_HEAD),
        (known.organisation.bodies, BODY),
        (known.other.never, NEVER),
        (known.other.acronyms, NO_NAME),
        (known.person.honorifics, HONORIFIC),
        (known.person.suffixes, SUFFIX),
        (known.person.family_first, FAMILY_FIRST),
        (known.person.ranks, RANK),
        (known.organisation.things, THING),
        (known.organisation.trades, TRADE),
        (known.organisation.markets, MARKET),
    )


@cache
def common() -> frozenset[str]:
    """Ordinary English words in lower case."""
    return packed("common_words")


@lru_cache(maxsize=1 << 16)
def flags(word: str) -> int:
    """The flags of a word as printed; a closing full stop does not count."""
    bare = word[:-1] if word[-1:] == "." else word
    found = 0
    for members, flag in _sets():
        if bare in members:
            found |= flag
    if bare.lower() in common() or (not found & GIVEN and _is_common(bare.lower())):
        found |= COMMON
    if bare.endswith(lexicon().person.surname_endings) and len(bare) >= SHORTEST_SURNAME:
        found |= SURNAME_LIKE
    if bare.lower().endswith(CONTRACTED):
        found |= NEVER | COMMON
    if not bare.isalpha() and any(character.isdigit() for character in bare):
        found |= DIGIT
    if len(bare) == 1 and word != bare:
        return INITIAL
    if found & DIGIT and bare.rstrip("0123456789") in lexicon().other.months:
        found |= NEVER
    if len(bare) == 1 or (len(word) > 1 and word[1] == "." and bare.replace(".", "").isupper()):
        found |= INITIAL
    elif bare.isupper() or (bare[-1] == "s" and bare[:-1].isupper() and len(bare) > SHORTEST_CAMEL):
        found |= ACRONYM
    elif len(bare) >= SHORTEST_CAMEL and not bare[1:].islower() and _camel(bare):
        found |= CAMEL
    return found


def _is_common_pair(lower: str) -> bool:
    """Whether hyphens join ordinary words: "memory-chip"; not "exampla-chip"."""
    parts = lower.split("-")
    return len(parts) > 1 and all(
        len(part) >= SHORTEST_CAMEL and part in common() for part in parts
    )


def _is_common(lower: str) -> bool:
    """Whether an ordinary word, as it is or without its ending: "acquires", "skeptics"."""
    known = common()
    if lower in known or lower.endswith(PLAIN_ENDINGS) or _is_common_pair(lower):
        return True
    for ending in ENDINGS:
        if lower.endswith(ending) and len(lower) > SHORTEST_SURNAME:
            stem = lower[: -len(ending)]
            if (
                stem in known
                or f"{stem}e" in known
                or (stem[-1:] == stem[-2:-1] and stem[:-1] in known)
            ):
                return True
    return False


def _camel(bare: str) -> bool:
    """YouTube, eBay, SpaceX; not McDonald, O'Brien, Al-Rashid, Jean-Luc."""
    if bare[0].islower():
        return True
    if bare.startswith(
        ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Du", "Fitz", "O'", "O’", "D'", "D’", "L'")
    ):
        return False
    previous = bare[0]
    for character in bare[1:]:
        if character.isupper() and previous.islower():
            return True
        previous = character
    return False
