"""When a share is held, and by the words alone whether it is the one that changes hands.

"Before" the deal, "in total" behind it, "kept" by who sells the rest; "" for the share that the
deal is about. Refuses to say whose share it is.
"""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from dealfacts.extractor.combined import ends_higher
from dealfacts.extractor.tokens import DATE
from dealfacts.extractor.which_deal import LEAD, is_long_ago
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# "its existing 34 % stake", "raise its stake to 51 %": the words that date a holding stand near.
ASPECT_REACH, HOLDER_REACH, DATE_REACH = 7, 12, 7
HAD_BOUGHT = frozenset({("had", "paid"), ("had", "bought"), ("had", "acquired")})
BOUGHT = frozenset({"paid", "bought", "acquired"})
STAYS = frozenset({("stay", "with"), ("stays", "with"), ("remain", "with"), ("remains", "with")})
KEEPS, KEEP_REACH = frozenset({"keep", "keeps", "retain", "retains", "retaining"}), 3
AGREED = frozenset({"agreed", "signed", "contracted"})
# "Acme, which owns 17.6 % of Beta": in the present, the holding is there before the deal
OWNS = frozenset({"owns", "holds", "own", "hold"})
OUT_OF, OWN = ("out", "of"), frozenset({"the", "its", "their", "his", "her"})
# As in: until now Acme has had 9 %.
AT_PRESENT = frozenset({("at", "present"), ("of", "now"), ("until", "now"), ("to", "date")})
NOW_REACH, HELD_REACH, RIGHTS = 10, 5, frozenset({"rights"})
HOLDING_NOW = frozenset({"which", "that", "who", "currently", "now"})


def of_side(context: Context, place: int, *, is_sold: bool) -> str:
    """What a share of a side is; `is_sold` unless the side is the one that buys."""
    if is_sold and is_kept(context.words, place):
        return "kept"
    return _told_aspect(context, place) or _aspect(context, place)


def of_other(context: Context, place: int) -> str:
    """The same of a holder who is no side: he holds what he held, unless the words say more."""
    told = _told_aspect(context, place) or _past(context, place) or _was_bought(context, place)
    near = context.words[max(place - 3, 0) : place]
    sells = near[-2:] == OUT_OF or (near[-3:-1] == OUT_OF and near[-1] in OWN)
    return told or ("before" if sells else "")  # "sells 11% out of the 21% that it has"


def _told_aspect(context: Context, place: int) -> str:
    """Marks what was held "before" the deal, and what a purchase adds up to "in total"."""
    words = context.words
    near = words[max(place - ASPECT_REACH, 0) : place]
    if words[place - 1 : place] == ("from",) or _is_held_before(near):
        return "before"
    if ends_higher(context, place):
        return "in total"  # "will own 26% and may end up with 51%"
    behind = words[place + 1 : place + HOLDER_REACH]
    if any(pair in HAD_BOUGHT for pair in pairwise(behind)):
        return "before"  # "for a stake of 10%, Acme had paid $9m in May"
    raised = words[max(place - HOLDER_REACH, 0) : place - 1]
    if words[place - 2 : place] == ("equal", "to"):
        return ""
    if words[place - 1 : place] == ("to",) and not figure_words("raises_stake").isdisjoint(raised):
        return "in total"
    return ""


def _aspect(context: Context, place: int) -> str:
    """Marks what a side holds in the present, or took long ago: it is there before the deal."""
    words = context.words
    near = words[max(place - ASPECT_REACH, 0) : place]
    if _past(context, place):
        return "before"
    if len(near) > 1 and near[-1] in OWNS and near[-2] in HOLDING_NOW:
        return "before"
    told = pairwise(words[max(place - NOW_REACH, 0) : place + 4])
    # "Acme, to date the largest owner, sells 13 %" tells what is sold
    holds = either(groups()["hold"], groups()["stake_noun"], RIGHTS)
    if not holds.isdisjoint(words[max(place - HELD_REACH, 0) : place]) and any(
        pair in AT_PRESENT for pair in told
    ):
        return "before"
    return ""


def _past(context: Context, place: int) -> str:
    """Marks a share that was bought or held long before the article's news."""
    is_past = context.scene.number >= LEAD and is_long_ago(context, place)
    return "before" if is_past else ""


def _was_bought(context: Context, place: int) -> str:
    """Marks what a holder who is no side bought once: "the fund paid $9m for 60 % in 2021"."""
    words = context.words
    is_bought = not BOUGHT.isdisjoint(words[max(place - HOLDER_REACH, 0) : place])
    is_dated = ("in", DATE) in pairwise(words[place + 1 : place + DATE_REACH])
    return "before" if is_bought and is_dated else ""


def _is_held_before(near: tuple[str, ...]) -> bool:
    """Whether the words before a share tell that it was held before the deal.

    "It had agreed to buy 30 %" and "the Gazette had reported talks on 30 %" tell of the deal, and
    so do "existing investors".
    """
    people = figure_words("holder_groups")
    near = tuple(word for word, behind in zip_longest(near, near[1:]) if behind not in people)
    if figure_words("held_before").isdisjoint(near):
        return False
    deed = either(groups()["acquire"], AGREED, figure_words("announces"))
    if not figure_words("held_before").isdisjoint(set(near) - {"had"}) or deed.isdisjoint(near):
        return True
    return not deed.isdisjoint(near[: near.index("had")])


def is_kept(words: tuple[str, ...], place: int) -> bool:
    """Whether it stays with who sells the rest: "Acme keeps 20 %", "20 % stays with Acme"."""
    near = words[max(place - KEEP_REACH, 0) : place]
    return not KEEPS.isdisjoint(near) or words[place + 1 : place + 3] in STAYS
