"""Whether a number of people, called no more than that, is all who work for a firm.

Told by the words right before and behind it ("Acme has 900 people in Leeds", "a company of 900").
Refuses people whom nothing ties to a firm: guests, villagers, victims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import company_nouns
from dealfacts.extractor.tokens import COUNT, NAMES, ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Figure

# How far the words on each side reach, and how far behind "with 900 people" its firm may stand.
REACH, PAYROLL_REACH, WITH_REACH = 4, 6, 3
# No firm has more; a country has.
MOST = 3_000_000
HAS = frozenset({("had",), ("has",), ("have",), ("having",), ("counts",), ("counted",)})
ADVERBS = frozenset({"now", "currently", "today", "still", "already"})
ENDS = frozenset({(".",), (",",), (";",), ("then",), ("and",), ("now",), ("today",), ("at",)})
GIVES_WORK = frozenset({("work", "to"), ("work", "for"), ("jobs", "to"), ("employment", "to")})
GIVES_WORK |= {("jobs", "for"), ("employment", "for")}
# "900 people employed by Acme", "a company of 900 people", "Acme has grown to 900 people"
EMPLOYED = frozenset({("employed", "by"), ("employed", "at"), ("employed", "in")})
COMPANY_OF = frozenset({("company", "of"), ("firm", "of"), ("business", "of")})
GROWN_TO = ("grown", "to")
# "has 900 people on its payroll", "has 900 people in five countries"
PAYROLL = frozenset({"payroll", "books", "rolls"})
EVERYWHERE = frozenset({("worldwide",), ("globally",), ("group-wide",), ("company-wide",)})
OFFICES = frozenset({("its", "offices"), ("its", "ranks"), ("its", "employ")})
PLACES = frozenset({("in",), ("across",), ("at",)})
# "all 900 people will join Acme"
TO_JOIN = frozenset({"join", "move", "transfer", "stay", "remain", "keep"})
OWN = frozenset({"its", "their", "whose"})
OF_FIRM = frozenset({"'s", "'"})


def is_firm_of(figure: Figure, words: Sequence[str], place: int) -> bool:
    """Whether the words beside a number of people say that they are all of a firm."""
    near = words[max(place - REACH - 1, 0) : place]
    before = tuple(word for word in near if word not in ADVERBS)[-REACH:]
    behind = tuple(words[place + 1 : place + 1 + REACH])
    if behind[:1] in EVERYWHERE:
        behind = (*behind[1:], *words[place + 1 + REACH : place + 2 + REACH])
    is_paid = "on" in behind and not PAYROLL.isdisjoint(
        words[place + 1 : place + 1 + PAYROLL_REACH]
    )
    are = behind[:1] == ("are",)
    if is_paid or behind[are : are + 2] in EMPLOYED or before[-2:] in COMPANY_OF | GIVES_WORK:
        return True
    if before[-2:] == GROWN_TO and not NAMES.isdisjoint(before):
        return True
    return _is_had(words, before, behind, place) or _is_own(figure, before, behind)


def _is_had(
    words: Sequence[str], before: tuple[str, ...], behind: tuple[str, ...], place: int
) -> bool:
    """Whether a firm is said to have them: "Acme had 900 people", "Acme, with 900 people, is"."""
    is_everywhere = tuple(words[place + 1 : place + 2]) in EVERYWHERE
    is_everywhere = is_everywhere or (behind[:1] == ("in",) and behind[1:3] in OFFICES)
    if before[-1:] == ("with",):
        near = before[-WITH_REACH:-1]
        is_firm = ORGANISATION in near or not company_nouns().isdisjoint(near)
        return is_everywhere or (is_firm and behind[:1] in ENDS | PLACES)
    if before[-1:] not in HAS:
        return False
    if is_everywhere or (behind[:1] in PLACES and behind[1:2] == (COUNT,)):
        return True
    who = before[-2:-1]
    is_firm = who in {(ORGANISATION,), ("it",)} or not company_nouns().isdisjoint(who)
    is_told = ORGANISATION in before or not company_nouns().isdisjoint(before)
    is_firm = is_firm or (who == ("which",) and is_told)
    return (is_firm or ORGANISATION in before[-3:]) and behind[:1] in ENDS | PLACES


def _is_own(figure: Figure, before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether they are called the firm's: "Acme's 900 people", "Acme (900 people)", "all 900"."""
    if figure.mention.value.high > MOST:
        return False  # "Indonesia and its 280 million people"
    last = before[-1:]
    if last == ("(",):
        return ORGANISATION in before[-2:-1] and behind[:1] in {(")",), (",",)}
    if last == ("all",):
        return behind[:1] in {("will",), ("would",), ("are",)} and not TO_JOIN.isdisjoint(behind)
    is_of_firm = not OF_FIRM.isdisjoint(last) and (
        before[-2:-1] == (ORGANISATION,) or not company_nouns().isdisjoint(before[-2:-1])
    )
    return is_of_firm or not OWN.isdisjoint(last)
