"""A bounded fingerprint of a text: enough to tell copies, too little to read.

Refuses to keep words: a fingerprint holds hashes, also of the words that open with a capital, the
names of outlets that the text credits, and the name of the round that its lead tells of.
"""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from dealfacts.reconciler.name_parts import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of the bytes of a lower-case text: letters beyond ASCII part words, in every copy alike.
WORD = re.compile(rb"\w+")
FRONT = "---\n"
BITS = 32
# A news text of 500 words keeps all its shingles, a longer one a fair sample of as many.
MOST_SHINGLES = 512
# Below this many shingles chance decides; such a text has only exact copies.
FEWEST_SHINGLES = 12

# "LONDON (Agency) - ", "New York, May 9 (Agency) --": the credit in a dateline
DATELINE = re.compile(r"^[^\n()]{2,60}\((?P<credit>[A-Z][\w .&]{1,30})\)\s*[-–—]", re.MULTILINE)
# "Source: Agency" on a line of its own
SOURCE_LINE = re.compile(r"^\W{0,4}[Ss]ource\s?:\s?(?P<credit>[A-Z][\w .&]{1,30})$", re.MULTILINE)
REPORT = re.compile(r"\breport(?:ed|s)?\b")
NAME = r"(?P<name>[A-Z][\w&]{1,20}(?: [A-Z][\w&]{1,20}){0,3})"
# "reported by the Daily Example", "according to a report in Example"
BEHIND = re.compile(rf" (?:by|in) (?:the )?{NAME}")
# "the Daily Example reported", "Example first reported"
BEFORE = re.compile(rf"{NAME} (?:first |has |had )?\Z")
LONGEST_NAME = 100
# "a seed round", "$25 million Series A financing", "pre-Series B"; a sum stands near the name.
ROUND = re.compile(
    r"""\b(?P<name>(?:pre-?)?seed(?=[ -](?:round|fund|financ|invest|capital|stage))
    |(?:pre-)?series[ -][a-k]\b(?!\ (?:preferred|shares?|stock|notes|bonds)))""",
    re.VERBOSE | re.IGNORECASE,
)
SUM = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:m|mn|bn|k|million|billion|crore|lakh)\b", re.IGNORECASE)
# News tells its round in the first paragraphs; a company's history tells of all of them.
LEAD = 600
BESIDE = 120
# "Acme", "3M", "eBay": what names are made of, and with them the first word of every sentence.
CAPITAL = re.compile(r"\b(?:\d{0,4}|[a-z]?)[A-Z]\w*")
# "a rival bid from Acme", "trumps Acme's offer", "Acme, a rival suitor, ..."
RIVAL = re.compile(
    r"(?P<called>, an? )?\b(?:rival|competing)\b"
    r"|\b(?:trump(?:s|ed|ing)?|outbid(?:s|ding)?|counter-?(?:bid|offer) (?:by|from))\b"
)
BEHIND_RIVAL, BEFORE_RIVAL, MOST_RIVALS = 60, 40, 50
# Whoever is named later than this has a small part in the story.
MOST_NAMES = 400


class Fingerprint(NamedTuple):
    """What is kept of a text.

    `digest` hashes its words in order; `shingles` are hashes of three words in a row, all below
    2 ** (32 - `level`); `credits` and `cites` are names in lower case; `rounds` holds the name of
    the round that the lead tells of ("Series A"), if it tells of one; `names` are hashes of the
    folded words with a capital letter, see `named`, `rivals` of those beside a word for a rival.
    """

    digest: str
    words: int
    shingles: frozenset[int]
    level: int = 0
    credits: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()
    rounds: frozenset[str] = frozenset()
    names: frozenset[int] = frozenset()
    rivals: frozenset[int] = frozenset()


def named(word: str) -> int:
    """The hash of a folded word, as `Fingerprint.names` holds it."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; case, spacing, punctuation and front matter do not count."""
    if text.startswith(FRONT):
        closing = text.find("\n" + FRONT, len(FRONT) - 1)
        text = text[closing + len(FRONT) :] if closing >= 0 else text
    words = WORD.findall(text.lower().encode("utf-8", "surrogatepass"))
    # The checksum of three words in a row, each going on from the one before it.
    hashes = frozenset(map(crc32, words[2:], map(crc32, words[1:], map(crc32, words))))
    level = 0
    while len(hashes) >> level > MOST_SHINGLES:
        level += 1
    return Fingerprint(
        hashlib.blake2b(b" ".join(words), digest_size=12).hexdigest(),
        len(words),
        _sample(hashes, level),
        level,
        frozenset(
            hit["credit"].strip().casefold()
            for form in (DATELINE, SOURCE_LINE)
            for hit in form.finditer(text)
        ),
        frozenset(_cited(text)),
        _round(text),
        frozenset(named(fold(word)) for word in _capitals(text)),
        frozenset(named(fold(word)) for word in _rivals(text)),
    )


def _rivals(text: str) -> Iterator[str]:
    """The words with a capital right behind "rival bid from", "trumps", and before "a rival"."""
    for hit in islice(RIVAL.finditer(text), MOST_RIVALS):
        near = text[hit.end() : hit.end() + BEHIND_RIVAL].partition(". ")[0]
        yield from CAPITAL.findall(near)
        if hit["called"]:
            yield from CAPITAL.findall(text[max(hit.start() - BEFORE_RIVAL, 0) : hit.start()])


def _capitals(text: str) -> frozenset[str]:
    return frozenset(hit[0] for hit in islice(CAPITAL.finditer(text), MOST_NAMES))


def _round(text: str) -> frozenset[str]:
    """The first round that the lead names beside a sum; another company's may follow."""
    for hit in ROUND.finditer(text, 0, LEAD):
        if SUM.search(text, max(hit.start() - BESIDE, 0), hit.end() + BESIDE):
            return frozenset({_round_name(hit["name"])})
    return frozenset()


def _round_name(words: str) -> str:
    """One spelling: "Series B", "pre-Series A", "seed", "pre-seed"."""
    folded = words.casefold().replace("-", " ").replace("preseed", "pre seed")
    name = folded.removeprefix("pre ")
    name = f"Series {name[-1].upper()}" if name.startswith("series") else name
    return f"pre-{name}" if folded.startswith("pre") else name


def _cited(text: str) -> Iterator[str]:
    """Names that the text says have reported something."""
    for hit in REPORT.finditer(text):
        for found in (
            BEFORE.search(text[max(hit.start() - LONGEST_NAME, 0) : hit.start()]),
            BEHIND.match(text, hit.end()),
        ):
            if found:
                yield found["name"].casefold().removeprefix("the ")


def _sample(hashes: frozenset[int], level: int) -> frozenset[int]:
    """The hashes below a bound that halves with each level: the same choice in every text."""
    if not level:
        return hashes
    bound = 1 << (BITS - level)
    return frozenset(one for one in hashes if one < bound)


def containment(a: Fingerprint, b: Fingerprint) -> float:
    """Share of the smaller text's shingles that the other holds: 0 to 1."""
    if a.level == b.level:
        left, right = a.shingles, b.shingles
    else:
        level = max(a.level, b.level)
        left, right = _sample(a.shingles, level), _sample(b.shingles, level)
    smaller = min(len(left), len(right))
    if smaller < FEWEST_SHINGLES:
        return 0.0
    return len(left & right) / smaller
