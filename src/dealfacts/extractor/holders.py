"""Who holds a share: the names and groups of holders around it in its clause.

Refuses to say what the share is of, and to look beyond the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.described import INSERTION, company_nouns
from dealfacts.extractor.held_of import LONGEST, unread
from dealfacts.extractor.holders_behind import holder_behind
from dealfacts.extractor.no_holders import described_by, is_no_holder
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERCENT, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far the holder stands before or behind the share, and the start of the clause before it.
COMPANY_REACH, HOLDER_REACH, BY_REACH, SENTENCE_REACH = 7, 12, 6, 40
# Shares that one verb joins; a longer list is no sentence.
MOST_JOINED = 8
# "Jane Roe, 71, who founded the yard in 1983, will retain 35 %": who opens the sentence, keeps
FIRST_NAME = 2
# As in "Doe sells his stake (over 5 %)" and "Acme, which saved Beta and still owns 17 % of it".
PERSONAL, HEADS = frozenset({"his", "her"}), frozenset({"which", "who"})
# "made public", "the largest shareholder": no groups of holders
GOES_PUBLIC = frozenset({"made", "go", "goes", "going", "went", "gone", "take", "taken", "took"})
OFFERINGS = frozenset({"offering", "offerings", "offer", "listing", "listings", "company"})
BOUGHT_REACH = 5
ONE_HOLDER, RANK_REACH = frozenset({"shareholder", "founder", "owner"}), 4
# Who holds without a name near: he controls 60 %; who comes to hold: Acme Lake gets 2 %
HE, GETS = frozenset({"he", "she"}), frozenset({"gets", "get", "receives", "receive", "takes"})
JOINTLY = frozenset({"together", "jointly", "collectively"})
HOLDING = frozenset({"holding", "owning", "keeping", "retaining"})
STOPS = frozenset(";:—–•")
# What stands between two shares of one holder: Acme holds 63 % in Beta and 54 % in Gamma
COORDINATE = frozenset({("in", ORGANISATION, "and"), ("of", ORGANISATION, "and")})
# Who controls a holder is not the holder: Acme, controlled by the state, has 9 %
AGENTS = frozenset({("by", "the"), ("with", "the"), ("from", "the")})


def name_at(context: Context, at: int) -> str | None:
    """The name at a row place, if there is one."""
    found = between(context.names, at, at)
    return found[0].name if found else None


def owner(context: Context, place: int) -> str | None:
    """Who the words before a share say has it: "sells his 5 %", "Acme, which still owns 17 %"."""
    words = context.words
    low = max(place - COMPANY_REACH, 0)
    for at in range(place - 2, max(place - HOLDER_REACH, 0), -1):
        if words[at] in PERSONAL and words[at + 1] in company_nouns():
            # as in "Acme CEO Jane Roe speaks of her company's 31 % stake in Beta"
            firms = context.organisations[:1]
            return firms[0].name if firms and firms[0].place < at else None
    if not PERSONAL.isdisjoint(words[low:place]):
        first = context.people[:1]
        # as in "Jane Roe sells her 5%" and "Her own share shrinks to 5%, Roe said"
        if first and (first[0].place < place or words[0] in PERSONAL):
            return first[0].name
        return subjects.person_before(context, context.scene.row.starts[low])
    if words[place - 1 : place] == ("namely",) and "it" in words[max(low - BY_REACH, 0) : place]:
        return _first_name(context)  # "Acme sells everything it owns, namely 20 % of the shares"
    if groups()["hold"].isdisjoint(words[max(place - 4, 0) : place]):
        return None
    for at in range(place - 1, max(place - SENTENCE_REACH, 1), -1):
        if words[at] in STOPS:
            break
        if words[at] in HEADS and words[at - 1] == ",":
            if words[at - 2] not in {ORGANISATION, PERSON}:
                return None
            return described_by(context, at - 2) or name_at(context, at - 2)
    return None


def holder(context: Context, place: int, company: int | None) -> str | None:
    """Who holds it: "held by Acme" behind, else the nearest name or group of holders before.

    `company` is the row place of the company that the share is of, which does not hold it.
    """
    words = context.words
    agent = _agent(context, place, company)
    if agent is not None:
        return agent
    held = figure_words("held") | {"belongs"}
    for at in range(place + 1, min(place + COMPANY_REACH + BY_REACH, len(words))):
        if words[at] == PERCENT or words[at] in STOPS or words[at] in figure_words("left_over"):
            break
        if words[at] in {"by", "to"} and words[at - 1] in held:
            return holder_behind(context, at + 1)
    for at in range(place - 1, max(place - 5, 1), -1):
        # "Acme has invested in Beta and hired its founder, holding 49 %": who acts, holds
        if words[at] in HOLDING and words[at - 1] == "," and name_at(context, at - 2) is None:
            return next((n.name for n in context.organisations if n.place < at), None)
    return _nearest(context, place, company)


def group(context: Context, place: int) -> str | None:
    """The holders without a name right before a share: "and employees 15 %"."""
    word = context.words[place - 1]
    told = either(groups()["hold"], groups()["stake_noun"])
    is_told = word in figure_words("holder_groups") and not told.isdisjoint(context.vocabulary)
    return word if is_told else None


def _agent(context: Context, place: int, company: int | None) -> str | None:
    """Who has it by the words right behind: "16% by Acme", "the purchase of 2% in Beta by Acme"."""
    for at in (place, company):
        if at is not None and context.words[at + 1 : at + 2] == ("by",):
            return holder_behind(context, at + 2)
    return None


def is_rank(words: tuple[str, ...], at: int) -> bool:
    """Whether a word for holders says what one is, and not who: "the largest shareholder"."""
    if words[at + 1] in company_nouns() or words[at + 1] in NAMES:
        return True  # "the waste management group", "the state lender Acme"
    if words[at] == "public":
        return words[at - 1] in GOES_PUBLIC or words[at + 1] in OFFERINGS
    before = words[max(at - RANK_REACH, 0) : at]
    return words[at] in ONE_HOLDER and (
        before[-2:] == ("of", "the") or not figure_words("ranks_holder").isdisjoint(before)
    )


def _nearest(context: Context, place: int, company: int | None) -> str | None:
    """The nearest name or group of holders before a share, insertions passed over."""
    words = context.words
    place = _leading_share(context, place)
    near = words[max(place - 4, 0) : place]
    keeps = not groups()["hold"].isdisjoint(near)
    inserted, low, at = None, place - HOLDER_REACH, place - 1
    while at >= max(low, 0) and words[at] not in STOPS:
        is_left = words[at] in figure_words("left_over") and at >= place - 2 and not keeps
        if is_left and _is_bought(words, at):
            return None
        # "Acme shareholders the remaining 29%" says who has the rest
        if is_left and words[at - 2] not in figure_words("holder_groups"):
            # as in "Acme holds 32%, Beta the remaining 68%"
            return name_at(context, at - 2) or "others"
        keeps |= words[at] in ONE_HOLDER
        is_group = words[at] in figure_words("holder_groups") and not is_rank(words, at)
        if is_group and words[max(at - 2, 0) : at] not in AGENTS:
            place_of = at - 2 if words[at - 1] == "'s" else at - 1
            whose = name_at(context, place_of) if words[place_of] in NAMES else None
            return f"{whose} {words[at]}" if whose and place_of != company else words[at]
        if context.inserted.get(at, at) < at:
            # "Acme, the fund led by Jane Roe, owns": what stands between the commas is passed over
            opening = context.inserted[at]
            within = between(context.names, opening, at)
            inserted = inserted or (within[-1].name if within else None)
            low, at = max(low - (at - opening), place - SENTENCE_REACH), opening
        elif words[at] in NAMES and at != company:
            described = described_by(context, at)
            if described is not None:
                return described
            if is_no_holder(context, at, place):
                at -= 1
                continue
            is_described = words[at + 1] == "," and inserted is None
            name = name_at(context, at if is_described else _first_of(words, at))
            return f"{name} and others" if _hold_together(words, at, place) else name
        at -= 1
    if inserted is None and keeps and not HE.isdisjoint(near):
        return subjects.person_before(context, context.scene.row.starts[place])
    if keeps:
        return inserted or _first_name(context) or _unread_name(context)
    return inserted or (None if GETS.isdisjoint(near) else _unread_name(context))


def _is_bought(words: tuple[str, ...], at: int) -> bool:
    """Whether the rest at a row place changes hands: "picks up the remaining 49 %"."""
    near = words[max(at - BOUGHT_REACH, 0) : at]
    deeds = either(groups()["acquire"], groups()["pay"], figure_words("picks_up"))
    return not deeds.isdisjoint(near) and PERCENT not in near


def _leading_share(context: Context, place: int) -> int:
    """The first of the shares of one holder that a share stands behind."""
    for _ in range(MOST_JOINED):
        earlier = _coordinate(context, place)
        if earlier is None:
            break
        place = earlier
    return place


def _coordinate(context: Context, place: int) -> int | None:
    """The share before this one of the same holder: "holds 31 % of Acme and half of its votes"."""
    words = context.words
    before = last_before(context.figures, place)
    at = before.place if before is not None else place
    same = words[at + 1 : place] in COORDINATE or words[place + 1 : place + 3] == ("of", "its")
    if before is None or not same:
        return None
    is_near = place - at <= HOLDER_REACH and "and" in words[at:place] and words[at] == PERCENT
    return at if is_near else None


def _hold_together(words: tuple[str, ...], at: int, place: int) -> bool:
    """Whether a name is one of several: "Acme and two funds, who together held 80 %"."""
    near = words[max(place - 6, at) : place]
    return not JOINTLY.isdisjoint(near) and "and" in words[max(at - 2, 0) : place]


def _first_of(words: tuple[str, ...], at: int) -> int:
    """The first of two holders who share: "Together, Acme and the Beta Fund come to own"."""
    joined = at - 2 if words[at - 1] == "the" else at - 1
    is_pair = joined > 1 and words[joined] == "and" and "together" in words[:at]
    return joined - 1 if is_pair and words[joined - 1] == ORGANISATION else at


def _unread_name(context: Context) -> str | None:
    """The name that no reader knows and that opens the sentence: "Acme, the activist, has"."""
    words = context.words
    at = next((n for n in range(min(LONGEST + 1, len(words))) if not words[n].isalpha()), 0)
    verbs = groups()["hold"] | GETS
    at = next((n for n in range(at) if words[n] in verbs), at)
    if not at or not (words[at] == "," or words[at] in verbs):
        return None
    inside = words[at + 1 : at + 1 + INSERTION]
    closes = at + 1 + inside.index(",") if words[at] == "," and "," in inside else at
    acts = words[closes + 1 : closes + 2]
    if at == 1 and words[closes] == "," and not verbs.isdisjoint(acts):
        row = context.scene.row  # "Acme, for its part, owns": no adverb stands so
        return context.scene.article.text[row.starts[0] : row.ends[0]]
    return unread(context, at - 1)


def _first_name(context: Context) -> str | None:
    """Who opens the sentence, and so keeps what a verb far behind says."""
    opens = context.names[:1]
    return opens[0].name if opens and opens[0].place < FIRST_NAME else None
