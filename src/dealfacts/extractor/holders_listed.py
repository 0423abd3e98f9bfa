"""Shares that are told without a word of holding: lists of holders, and splits of the whole.

"The owners: Acme - 80 per cent; Beta Partners - 20 per cent", line by line or in one; "80% for the
fund and 20% for the brothers". Refuses lines under a heading on anything else, and shares that do
not add up to the whole.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import MONEY, PERCENT
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# A line of a list: "Acme Infrastructure Fund and Acme Global Fund, together 35%".
LONGEST_LINE, MOST_LINES = 18, 12
ENDS = frozenset({PERCENT, ".", ")", ",", ";"})
# "After the buyback it will be 33%" is no line of a list.
SAYS = frozenset({"it", "they", "that", "is", "are", "was", "were", "be", "will", "would", "has"})
# How many words open a list in one line, "Other holders: Acme - 2 %; Beta - 1 %", and how many
# name a holder in it.
LONGEST_HEAD, LONGEST_HOLDER = 5, 8
# Two to six shares that make the whole, each rounded.
FEWEST, MOST, WHOLE, ROUNDED = 2, 6, Decimal(100), Decimal("0.6")
NEAR = 2
ASIDE = frozenset({"with", "and", "at", "around", "about"})
HELD_BY, HOLDER_REACH = frozenset({"for", "to", "with", "by"}), 5
IN_TURN = "respectively"
# Who owns a side, and after a merger a part of what it makes.
OWNERS = ("shareholders", "shareholder", "stockholders", "investors", "holders", "owners")


def is_line(context: Context) -> bool:
    """Whether a sentence is a name and a percentage, and says nothing else of them."""
    words = context.words
    if len(words) > LONGEST_LINE or words.count(PERCENT) != 1 or MONEY in words:
        return False
    share = words.index(PERCENT)
    if not SAYS.isdisjoint(words) or words[share - 1] in figure_words("at_of_to"):
        return False
    return ENDS.issuperset(words[share:]) and share > 0


def is_listed(context: Context) -> bool:
    """Whether a line with a percentage stands in a list of who holds what."""
    if not is_line(context):
        return False
    earlier = context.previous
    for _ in range(MOST_LINES):
        if earlier is None or not is_line(earlier):
            break
        earlier = earlier.previous
    return earlier is not None and _tells_holders(earlier.vocabulary)


def in_line(context: Context) -> Iterator[tuple[str, Figure]]:
    """Each holder and share of a list in one line, behind a word for holders and a colon."""
    words = context.words
    last = words.index(":") if ":" in words[: LONGEST_HEAD + 1] else 0
    if not last or MONEY in words or not _tells_holders(frozenset(words[last - 1 : last])):
        return
    if not figure_words("list_of_others").isdisjoint(words):
        return
    for figure in context.figures:
        if figure.sign != PERCENT or figure.place < last:
            continue
        if figure.place - last > LONGEST_HOLDER:
            return
        named = between(context.names, last + 1, figure.place)
        holder = named[-1].name if named else _printed(context, last + 1, figure.place)
        last = figure.place
        if holder is not None:
            yield holder, figure


def _printed(context: Context, first: int, last: int) -> str | None:
    """The words of a holder without a name, as printed: "others", "the founders"."""
    row = context.scene.row
    own = [
        at for at in range(first, last) if row.words[at].isalpha() and row.words[at] not in ASIDE
    ]
    return context.scene.article.text[row.starts[own[0]] : row.ends[own[-1]]] if own else None


def line_holder(context: Context, place: int) -> str:
    """Who holds the share in a line: its name, or its words as they stand before the share."""
    if context.names:
        return context.names[0].name
    row = context.scene.row
    named = [at for at in range(place) if row.words[at][0].isalnum()]
    return (
        context.scene.article.text[row.starts[named[0]] : row.ends[named[-1]]]
        if named
        else "a holder"
    )


def split_holder(context: Context, place: int) -> str | None:
    """Whom a share of the whole is for, by name or in turn; None where the words do not say.

    "80% for the fund"; "Acme and Beta will own 75% and 25%, respectively".
    """
    behind = context.words[place + 1 : place + 1 + HOLDER_REACH]
    if behind[:1] and behind[0] in HELD_BY:
        named = between(context.names, place + 2, place + HOLDER_REACH)
        if named:
            return named[0].name
        end = next((n for n, word in enumerate(behind) if not word.isalpha()), len(behind))
        return " ".join(behind[1:end])
    if IN_TURN in context.vocabulary:
        return in_turn(context, place)
    shares = _shares(context)
    # as in "Acme is to have 75 % and Beta 25 %"
    named = between(context.names, max(place - HOLDER_REACH, 0), place)
    is_next = named and not any(named[-1].place < share < place for share in shares)
    return named[-1].name if is_next else None


def _shares(context: Context) -> list[int]:
    return [figure.place for figure in context.figures if figure.sign == PERCENT]


def in_turn(context: Context, place: int) -> str | None:
    """The holder of a share among as many names before the first one, or in a sentence before."""
    if IN_TURN not in context.vocabulary:
        return None
    shares = _shares(context)
    for earlier in _before(context):
        last = shares[0] if earlier is context else len(earlier.words)
        named = {each.name: each.place for each in between(earlier.names, 0, last)}
        if len(named) == len(shares):
            name = list(named)[shares.index(place)]
            behind = earlier.words[named[name] + 1 : named[name] + 2]
            return " ".join((name, *behind)) if behind and behind[0] in OWNERS else name
        if named:
            return None
    return None


def _tells_holders(words: frozenset[str]) -> bool:
    if not figure_words("list_of_others").isdisjoint(words):
        return False
    return not figure_words("list_of_holders").isdisjoint(words)


def is_split(context: Context) -> bool:
    """Whether the percentages of a sentence are the shares of a whole, and of no vote or sale."""
    if len(context.figures) > MOST:
        return False
    shares = [figure.mention.value for figure in context.figures if figure.sign == PERCENT]
    if not FEWEST <= len(shares) <= MOST or MONEY in context.vocabulary:
        return False
    if not figure_words("list_of_others").isdisjoint(context.vocabulary):
        return False
    if abs(sum((share.low for share in shares), Decimal(0)) - WHOLE) > ROUNDED:
        return False
    return any(_tells_holders(each.vocabulary) for each in _before(context))


def _before(context: Context) -> list[Context]:
    """The sentence and the ones right before it."""
    found = [context]
    while len(found) <= NEAR and found[-1].previous is not None:
        found.append(found[-1].previous)
    return found
