"""The name that a firm or unit of the deal is to have: "will be renamed Acme Fresh", "go by".

Refuses names of stadiums, products and brands, and a firm that keeps the name it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# The verb, what may stand between it and the name, and what the verb must have behind it.
RENAMED = frozenset({"renamed", "rebranded", "rechristened"})
TRADES = frozenset({"trade", "trades", "operate", "operates", "go", "goes"})
CALLED = frozenset({"called", "known", "named", "christened", "dubbed"})
AS = frozenset({"as", "under", "by", "the", "new", "name", "banner", "brand", "of", "“", '"', ","})
NAMING = frozenset({"as", "name", "banner"})
NAME, NEW = frozenset({"name", "banner"}), frozenset({"new"})
BE = frozenset({"be", "is", "was", "been", "are"})
PAST = frozenset({"until", "formerly", "previously", "once", "before", "still", "originally"})
# "Acme, which trades as Beta": it has that name already
RELATIVE = frozenset({"which", "that", "and", "who"})
# "will take the name Acme Fresh", "merge under the name Acme Fresh", "chose the name ... for"
BEARS = frozenset(
    {"take", "takes", "adopt", "adopts", "bear", "bears", "carry", "carries", "use", "get", "under"}
)
CHOSEN = frozenset({"chose", "choose", "chosen", "picked", "settled", "agreed"})
# "will combine to form Acme Fresh"
FORM = frozenset({"form", "forming", "create", "creating"})
JOIN = frozenset(
    {"merge", "merges", "merged", "merging", "combine", "combines", "combined", "combining"}
    | {"unite", "uniting", "forces", "together"}
)
UNDER = JOIN | TRADES | {"run", "continue", "business", "live"}
CHANGE = frozenset({"change", "changes", "changing", "changed"})
NAMING_WORDS = RENAMED | TRADES | CALLED | NAME | FORM
MARKS = frozenset('“"')
REACH, BACK, LONGEST = 6, 7, 3


def new_names(context: Context) -> Iterator[tuple[int, int]]:
    """The row places of every new name of a firm of the deal, first and last."""
    words = context.words
    for place in context.scene.row.places(NAMING_WORDS):
        word = words[place]
        if word in FORM:
            last = name_end(context, place + 1)
            if last is not None and _is_merging(context, place):
                yield place + 1, last
            continue
        if word in NAME and words[place + 1 : place + 2] == ("of",):
            found = _of_firm(context, place)
            if found is not None:
                yield found
                continue
        at = place + 1
        is_change = word in NAME and not CHANGE.isdisjoint(words[max(place - 3, 0) : place])
        if is_change and words[at : at + 1] == ("to",):
            at += 1
        while words[at : at + 1] and words[at] in AS and at - place < REACH:
            at += 1
        between = words[place + 1 : at]
        last = name_end(context, at, is_short="the" not in between)
        if word in CALLED and last is None:
            yield from _as_called(context, place)
            continue
        if last is None or not _is_named(context, place, at, between) or _is_kept(context, at):
            continue
        yield at, last


def _is_named(context: Context, place: int, at: int, between: tuple[str, ...]) -> bool:
    """Whether the words at `place` give a firm of the deal the name at `at`."""
    words, word = context.words, context.words[place]
    is_change = words[place - 2 : place + 2] == ("change", "of", "name", "to")
    if not _is_firm(context, place) and not (word in NAME and _is_for_firm(context, at)):
        return is_change
    before = words[max(place - 2, 0) : place]
    if word in TRADES:
        return not NAMING.isdisjoint(between) and words[place - 1] not in RELATIVE
    if word in CALLED:
        if not BE.intersection(before) or "used" in words[place - 3 : place]:
            return False
        # "which until last year was called", "was called so until": the name that it has no more
        around = words[max(place - BACK, 0) : place] + words[at : at + REACH]
        return "was" not in before or PAST.isdisjoint(around)
    if word in NAME:
        near = words[max(place - 3, 0) : place]
        if "under" in near and UNDER.isdisjoint(words[max(place - BACK, 0) : place]):
            return False  # "sells cheese under the name"
        if not (BEARS | CHOSEN | CHANGE).isdisjoint(near):
            return True
        return bool(NEW.intersection(words[place - 1 : place]) and (MARKS | {"of"}) & set(between))
    return True


def name_end(context: Context, place: int, *, is_short: bool = True) -> int | None:
    """The last row place of the name that begins at one: of a firm, or of plain capital words."""
    words, row = context.words, context.scene.row
    if words[place : place + 1] == (ORGANISATION,):
        return place
    if not is_short or not words[place : place + 1]:
        return None
    text, last = context.scene.article.text, place - 1
    while last + 1 < len(words) and last - place < LONGEST and row.index[last + 1] < 0:
        printed = text[row.starts[last + 1] : row.ends[last + 1]]
        if not (printed[0].isupper() and printed[1:].islower()):
            break
        last += 1
    is_whole = last >= place and words[last + 1 : last + 2] not in {("'s",), (ORGANISATION,)}
    return last if is_whole else None


def _of_firm(context: Context, place: int) -> tuple[int, int] | None:
    """As in "the name of the new company will be Acme Fresh", "Acme Fresh will be the name of"."""
    words = context.words
    firms = either(kind_words("firm_to_be"), kind_words("partners_to_be"))
    firm = next(
        (at for at in range(place + 2, place + REACH) if words[at : at + 1] and words[at] in firms),
        -1,
    )
    if firm < 0:
        return None
    be = next(
        (at for at in range(firm + 1, firm + 4) if words[at : at + 1] and words[at] in BE), -1
    )
    if be > 0 and (last := name_end(context, be + 1)) is not None:
        return None if _is_kept(context, be + 1) else (be + 1, last)
    subject = place - 1
    while subject > 0 and words[subject] in AS | BE | {"will", "would"}:
        subject -= 1
    if subject < place - 2 and words[subject] == ORGANISATION and not _is_kept(context, subject):
        return subject, subject
    return None


def _is_merging(context: Context, place: int) -> bool:
    """Whether the two sides form something: "will combine to form Acme Fresh"."""
    near = context.words[max(place - BACK, 0) : place]
    return not JOIN.isdisjoint(near) and not _is_kept(context, place + 1)


def _is_for_firm(context: Context, place: int) -> bool:
    """As in: the name Acme Fresh for the combined company."""
    behind = context.words[place + 1 : place + REACH]
    return "for" in behind and not kind_words("firm_to_be").isdisjoint(behind)


def _as_called(context: Context, place: int) -> Iterator[tuple[int, int]]:
    """As in: Acme Fresh, as the company is called, will."""
    words = context.words
    if words[place - 1] not in BE or words[place + 1 : place + 2] not in {(",",), (".",), ()}:
        return
    opens = next(
        (at for at in range(place - 1, max(place - BACK, 0), -1) if words[at] == "as"), None
    )
    if opens is None or words[opens - 2 : opens] != (ORGANISATION, ","):
        return
    if not kind_words("firm_to_be").isdisjoint(words[opens:place]):
        yield opens - 2, opens - 2


def _is_kept(context: Context, place: int) -> bool:
    """Whether the name at a row place is one that a side has already, or a short form of it."""
    row = context.scene.row
    printed = context.scene.article.text[row.starts[place] : row.ends[place]].casefold()
    sides = (context.parties.acquirer, context.parties.target, context.parties.seller)
    return any(side is not None and side.casefold().startswith(printed) for side in sides)


def _is_firm(context: Context, place: int) -> bool:
    """Whether the subject of the verb at a row place is a side of the deal, or a firm to be."""
    words = context.words
    for at in range(place - 1, max(place - 2 * BACK, -1), -1):
        if words[at] in kind_words("firm_to_be") or words[at] in kind_words("partners_to_be"):
            return True
        if words[at] == ORGANISATION:
            owned = words[at + 1 : at + 2] == ("'s",) and words[at + 2 : at + 3] != ("new",)
            return not owned and is_side(context, context.name_at(at))
        if words[at] in {".", ";", ":", "“", '"'}:
            return False
    return False
