"""What a word of buying or selling takes as its object, and from whom or to whom it goes.

Refuses to take the owner of a part or the holder of a stake for what is bought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.antecedents import antecedent
from dealfacts.extractor.assets import asset
from dealfacts.extractor.ballots import (
    ASSET,
    BUYER,
    BY,
    FAR,
    FROM,
    SELLER,
    TARGET,
    TO,
    is_participle,
)
from dealfacts.extractor.gaze import CLOSED, POSSESSIVE, RELATIVE, RIGHT_REACH
from dealfacts.extractor.tokens import MONEY, NAMES, ORGANISATION, PERCENT
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

# "Contoso sold to Northwind", "Contoso sold for $2 million": what is sold stands before
SOLD_TO = frozenset({"to", "for", "in", "at", "off", "out", ".", ","})
# a share sold without a word of whose it is: the seller's own, if nothing else is the target
OWNERS = frozenset({"his", "her", "its", "their"})
OF_ITSELF = frozenset({PERCENT, "stake", "shareholding"})
# What comes from whom who sells nothing
ASKED = frozenset({"request", "order", "letter", "approval", "clearance", "pressure", "support"})
# Who sells as a person, what lets one sell, and what goes with a firm that is parted with
PERSONS, RIGHTS = frozenset({"he", "she"}), frozenset({"right", "rights", "licence", "license"})
STAFF = frozenset({"workforce", "staff", "employees", "workers", "jobs"})
SOLD = frozenset({PERCENT, "control", "holding", "holdings", "stock", "assets", "part"})
FOR_REACH, OBJECT_REACH = 4, 12
# "held by NAME is to be sold": whose it is, and how far before the verb it stands
BELONGING = frozenset({("belongs", "to"), ("belonging", "to"), ("held", "by"), ("owned", "by")})
BELONGING_REACH = 6
# "shareholders of NAME have agreed to sell their shares"
HOLDERS_REACH = 7
# "sold to a consortium led by NAME"
LED = frozenset({"led"})
# "NAME's 40 % stake in NAME": who holds a stake is no buyer where it is bought or cut.
HELD = frozenset({"stake", "interest", "shareholding", "holding", "share", "shares"})


def objects(eyes: Gaze, place: int) -> Iterator[Side]:
    """What a verb of buying takes, and from whom: "acquired the pumps division of Contoso"."""
    nameless = eyes.after(place, FROM, 10)
    if nameless is not None:
        yield antecedent(eyes, place), TARGET, 3
        yield eyes.right(nameless, 5), SELLER, 2
        return
    which = antecedent(eyes, place)
    if which is not None:
        yield which, TARGET, 3
    else:
        yield from bought(eyes, place)
    origin = eyes.beyond(place, FROM, 8)
    if origin is not None and eyes.row.words[origin - 1] in ASKED:
        return  # "its purchase of Contoso, citing a request from NAME"
    yield eyes.right(origin, 4) if origin is not None else None, SELLER, 3


def bought(eyes: Gaze, place: int, reach: int = RIGHT_REACH) -> Iterator[Side]:
    """What stands behind a word of buying, and whose part it is."""
    if eyes.row.words[place + 1 : place + 2] == (",",):
        return  # "with the 70 % that it has bought, Northwind has the say"
    part = asset(eyes, place)
    if part is not None:
        yield part.name, TARGET, 3
        yield part.phrase, ASSET, 3
        yield part.owner, SELLER, 2
        return
    if eyes.after(place, BY, 4) is not None:  # "the acquisition of the company by NAME"
        yield eyes.left(place), TARGET, 2
        return
    owner = eyes.owner_of_part(place)
    if owner is None and (owned := _owned(eyes, place, reach)) is not None:
        yield owned[1], TARGET, 3
        yield owned[0], SELLER, 3
        return
    holder = None if owner else _holder(eyes, place, reach)
    yield None if owner or holder else eyes.right(place, reach), TARGET, 3
    yield owner or holder, SELLER, 2


def _owned(eyes: Gaze, place: int, reach: int) -> tuple[str, str] | None:
    """Whose what is bought: "$2 million for NAME's NAME"; None for anything else."""
    words = eyes.row.words
    for at in range(place + 1, min(place + reach, len(words) - 2)):
        if words[at] in NAMES:
            is_pair = words[at + 1] in POSSESSIVE and words[at + 2] == ORGANISATION
            return (eyes.name(at), eyes.name(at + 2)) if is_pair else None
        if words[at] in CLOSED:
            return None
    return None


def _holder(eyes: Gaze, place: int, reach: int) -> str | None:
    """Who holds what is bought: the name in "acquired NAME's stake in NAME"."""
    words = eyes.row.words
    for at in range(place + 1, min(place + reach, len(words) - 1)):
        if words[at] in NAMES:
            # "acquired 25 % of NAME's shares": shares are of whom they are taken from
            is_own = words[at - 2 : at] == (PERCENT, "of")
            is_held = words[at + 1] in POSSESSIVE and not HELD.isdisjoint(words[at + 2 : at + 7])
            is_held = is_held and not is_own
            # "is buying out the Northwind family"
            return eyes.name(at) if is_held or words[at + 1] == "family" else None
    return None


def _belonging(eyes: Gaze, place: int) -> int | None:
    """Where the name stands in "that belongs to NAME", "held by NAME" before a verb of selling."""
    words = eyes.row.words
    near = range(place - 1, max(place - BELONGING_REACH, 1), -1)
    at = next((at for at in near if words[at] in NAMES), None)
    if at is None or at < 2 or words[at - 2 : at] not in BELONGING:  # noqa: PLR2004
        return None
    return at


def _is_dealt(eyes: Gaze, place: int) -> bool:
    """Whether what is sold is a firm, a part of one or a share in it, and no goods or own stock.

    "Northwind, once known as Example, sold software to banks" deals in nothing here.
    """
    words, cues = eyes.row.words, party_cues()
    if words[place - 1] in PERSONS or not RIGHTS.isdisjoint(words[max(place - 3, 0) : place]):
        return False  # "demands that he sells", "the right to sell its products"
    if words[place - 1] == "to" and "for" in words[max(place - FOR_REACH, 0) : place]:
        return False  # "launched a market for merchants to sell their goods"
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    stop = next((n for n, word in enumerate(behind) if word in CLOSED or word in TO), len(behind))
    sold = behind[:stop]
    if MONEY in sold[:2] and "of" in sold and not OWNERS.isdisjoint(sold):
        return False  # "sells $2 million of its stock"
    if not STAFF.isdisjoint(sold):
        return False  # "parts with 10 % of its workforce"
    dealt = cues.part_noun | cues.site_noun | cues.stake_noun | cues.sale_noun | SOLD
    return not dealt.isdisjoint(sold) or not NAMES.isdisjoint(sold[:4])


def _are_holders(eyes: Gaze, place: int) -> bool:
    """Whether it is the holders of the name before a verb of selling who sell: their shares."""
    words = eyes.row.words
    near = range(place - 1, max(place - HOLDERS_REACH, 1), -1)
    at = next((at for at in near if words[at] in NAMES), None)
    return at is not None and words[at - 1] == "of" and words[at - 2] in party_cues().voters


def sale(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of a verb of selling: "agreed to sell Contoso to Northwind", "was sold by"."""
    word = eyes.row.words[place]
    if word in {"sell", "sells"} and eyes.row.words[place - 1] in RELATIVE:
        return  # "Northwind, which sells Contoso teas"
    nameless = eyes.after(place, TO, FAR)
    to = nameless or eyes.beyond(place, TO)
    by = eyes.after(place, BY, 6)
    behind = eyes.row.words[place + 1 : place + 2]
    if word == "sold" and place > 1 and eyes.row.words[place - 2] in OWNERS and behind == (".",):
        return  # "it wanted his company sold"
    is_passive = is_participle(word) and eyes.has_be(place)
    if eyes.is_heading and word == "sold" and behind == (":",):
        return  # "Contoso sold: a tale of two owners"
    if is_passive or by is not None or (word == "sold" and not SOLD_TO.isdisjoint(behind)):
        held = _belonging(eyes, place)
        if held is not None:  # "the 5 % of Contoso that belongs to Northwind is to be sold"
            yield eyes.name(held), SELLER, 3
            yield eyes.left(held), TARGET, 2
        else:
            yield eyes.left(place), TARGET, 2
        yield eyes.right(by) if by is not None else None, SELLER, 2
    else:
        part = asset(eyes, place)
        seller = eyes.agent(place)
        if part is None and _are_holders(eyes, place):
            yield (
                seller,
                TARGET,
                2,
            )  # "minority shareholders of Contoso agreed to sell their shares"
            seller = None
        yield seller, SELLER, 3 if part is not None or _is_dealt(eyes, place) else 1
        if part is not None:
            # "Contoso to sell Fabrikam unit": the unit has the name, since Contoso sells it
            unit = part.owner if part.phrase is None and seller not in {None, part.owner} else None
            yield part.name or unit, TARGET, 3
            yield part.phrase, ASSET, 3
        elif nameless is None:
            yield eyes.right(place), TARGET, 2
        elif not OF_ITSELF.isdisjoint(eyes.row.words[place + 1 : nameless]):
            yield seller, TARGET, 1  # "Contoso sells a 40 % stake to Northwind"
    if to is not None:
        led = eyes.after(to, LED, 4)
        reach = 6 if to - place <= FAR // 2 else 2
        yield eyes.right(led, 8) if led is not None else eyes.right(to, reach), BUYER, 3
