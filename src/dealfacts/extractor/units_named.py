"""Where a sentence names a unit: before its noun, behind it, in quotation marks, or by its kind.

Refuses units without a name or a sign of being new, and names of places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.new_names import name_end
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.extractor.vehicles import THROUGH
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# In tokens: a unit's name, from "called" to the name, and from "joins" to the unit.
LONGEST, CALLED, LINK = 5, 6, 12
INTO = frozenset({"into", "in", "within"})
PARTS = frozenset({"unit", "division", "segment", "arm", "department"})
MARKS = frozenset('“”"')
BEFORE_NAME = frozenset({ORGANISATION, "'s", "a", "an", "the", "its", ",", "their"})
DETERMINERS = frozenset({"a", "an", "the", "its", "'s"})
# "to sell its Fresh Foods business"
SELLS = frozenset({"sell", "sells", "sold", "selling", "buy", "acquire", "over", "divest"})
BINDING = frozenset({"and", "&"})
JOINT = ("joint", "venture")
# "known as", "to be called"
LEADING = frozenset(
    {",", "which", "is", "used", "to", "be", "as", "for", "now", "provisionally", "currently"}
)
# "its offer for the media group": words that no name of a unit has
WITHIN = frozenset({"for", "to", "on", "by", "with", "from"})
# What ends an apposition: "a new company, Acme Digital, which"
ENDS = frozenset({",", ".", ";", ")", "which", "that", "and", "to", "in", "will", "is"})
# "as a unit", "becomes a subsidiary"
BECOMES = frozenset({"become", "becomes", "became", "becoming"})
AS = BECOMES | {"as", "been", "be", "remain", "remains"}


def marked(context: Context, place: int) -> int | None:
    """Where the quoted or capital name of the unit at a row place begins; None if it has none."""
    row = context.scene.row
    words = row.words
    text = context.scene.article.text
    at = place - 1
    while at >= 0 and place - at <= LONGEST and words[at] not in MARKS:
        if words[at] in BEFORE_NAME or row.index[at] >= 0:
            break
        at -= 1
    if at >= 0 and words[at] in MARKS:
        opening = at - 1
        while opening >= 0 and words[opening] not in MARKS:
            opening -= 1
        return opening if opening >= 0 and at - opening <= LONGEST else None
    first = at + 1
    if not WITHIN.isdisjoint(words[first:place]) or _is_place(context, first):
        return None
    fresh = first < place and words[first] in speech().unit_openers
    owned = at >= 0 and words[at] == "'s"
    quoted = context.story.reading.quoted_words
    named = any(text[row.starts[i]].isupper() or words[i] in quoted for i in range(first, place))
    if first < place and ((fresh and named) or (owned and named and place - first > 1)):
        return (
            first if fresh or _is_taken_in(words, first) or not _is_name(context, first) else None
        )
    return None


def _is_place(context: Context, place: int) -> bool:
    """Whether "New" begins the name of a place: "the New York-listed group"."""
    row, text = context.scene.row, context.scene.article.text
    begins = row.starts[place : place + 2]
    return row.words[place] == "new" and all(text[at].isupper() for at in begins)


def _is_name(context: Context, place: int) -> bool:
    """Whether a row place begins with a capital and a small letter: "Payments"."""
    row = context.scene.row
    return context.scene.article.text[row.starts[place] : row.ends[place]].istitle()


def _is_taken_in(words: tuple[str, ...], place: int) -> bool:
    """Whether words of moving into something stand shortly before a row place."""
    return not speech().unit_links.isdisjoint(words[max(place - LINK, 0) : place])


def capital(context: Context, place: int) -> tuple[int, int] | None:
    """A unit under a name that reads as a firm's: "its Fresh Foods division"."""
    words = context.scene.row.words
    first = place
    while first and place - first < LONGEST and words[first - 1] in {ORGANISATION, *BINDING}:
        first -= 1
    if first == place or words[first] != ORGANISATION or first == 0:
        return None
    fresh = first
    while fresh and words[fresh - 1] in speech().unit_openers:
        fresh -= 1
    if fresh < first:
        return (fresh, place)
    is_sold = not SELLS.isdisjoint(words[max(first - 4, 0) : first])
    if words[first - 1] in {"'s", "its", "their"} and _is_taken_in(words, first) and not is_sold:
        return (first, place)
    if words[first - 1] == "the" and words[place] in PARTS and _is_into(words, first):
        return (first, place)
    if words[first - 2 : first] == ("as", "a"):
        return (first, place)
    return None


def _is_into(words: tuple[str, ...], first: int) -> bool:
    """As in: into, or part of, the Fresh Foods division."""
    return words[first - 2] in {"into", "in", "within"} or words[first - 3 : first - 1] == (
        "part",
        "of",
    )


def called(context: Context, place: int) -> tuple[int, int] | None:
    """The name behind the noun: "a vehicle called Acme Bidco", "a new unit, Acme Digital"."""
    words = context.scene.row.words
    named = speech().named
    at = place + 1
    while at < len(words) and at - place <= CALLED and (words[at] in named | LEADING):
        at += 1
    between = set(words[place + 1 : at])
    if words[place - 1] == "parent" or "used" in between:
        return None  # "the parent company, Acme", "which used to be called Acme"
    if at >= len(words) or not between & {*named, ","}:
        if words[at : at + 1] != (ORGANISATION,) or words[place] in {"company", "group"}:
            return None
        through = THROUGH.intersection(words[max(place - CALLED, 0) : place])
        return (at, at) if through else None
    openers = speech().unit_openers.intersection(words[max(place - CALLED, 0) : place])
    if words[place - 1 : place + 1] == JOINT and words[at + 1 : at + 2] == (",",):
        openers = frozenset(JOINT)  # "a joint venture, Acme Beta, in which"
    if words[place - 2 : place] == ("special", "purpose"):
        openers = frozenset(JOINT)
    if not (openers or between & named or _is_taken_in(words, place)):
        return None
    if words[at] == ORGANISATION:
        # "46 % of the merged company, Acme's owners 18 %" and "runs the division, called Acme “a
        # name”" name no unit
        follows = words[at + 1 : at + 2]
        if not between & named and follows and follows[0] not in ENDS:
            return None  # "the whole company, Acme calculations show"
        return None if follows == ("'s",) or MARKS.intersection(follows) else (at, at)
    return _plainly_called(context, at) if between & named else None


def _plainly_called(context: Context, at: int) -> tuple[int, int] | None:
    """A name that is no firm's by its form: plain capital words, or words in quotation marks."""
    words = context.scene.row.words
    last = name_end(context, at)
    if last is not None:
        return (at, last)
    if words[at] in MARKS:
        closing = next((i for i in range(at + 1, len(words)) if words[i] in MARKS), None)
        if closing is not None and closing - at <= LONGEST:
            return (at + 1, closing - 1)
    return None


def joint(context: Context, place: int) -> tuple[int, int] | None:
    """As in "is meant for the joint venture Acme Beta"."""
    is_named = context.words[place - 1 : place + 2] == (*JOINT, ORGANISATION)
    return (place + 1, place + 1) if is_named else None


def kind(context: Context, place: int) -> tuple[int, int] | None:
    """What the target becomes: "as a distinct unit", "becomes a wholly owned subsidiary of"."""
    words = context.scene.row.words
    first = place
    while first and (words[first - 1] in speech().unit_kinds or words[first - 1] == PERCENT):
        first -= 1
    owned = words[place + 1 : place + 3] == ("of", ORGANISATION)
    if first == place and not (owned and words[place] == "subsidiary"):
        return None
    opening = first - 1 if words[first - 1] in {"a", "an", "its"} else first
    links = BECOMES if words[place] == "subsidiary" and not owned else AS
    if not links.intersection(words[max(opening - 1, 0) : opening]):
        return None
    return (first, place + 2 if owned else place)
