"""How many people work for a party.

Leaves alone: users, shareholders, jobs that a project may create or save, cuts and hires, crowds,
and drivers or engineers who are not said to be employed.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects, topics
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.firm_people import is_firm_of
from dealfacts.extractor.own_sides import is_side, side_of
from dealfacts.extractor.tokens import COUNT, MONEY, ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues
from dealfacts.model.values import Count
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

ATTRIBUTES = ("headcount",)
NEEDS = frozenset({COUNT})
SCORE = 80
# How far words of cuts, of employing and of plans govern the figure.
CHANGE_REACH, EMPLOY_REACH, PLAN_REACH = 7, 4, 5
SITE_REACH, TEAM_REACH = 3, 7
WE = frozenset({"we"})
AT, WORK = frozenset({"at", "for", "by"}), frozenset({"who", "are", "were", "employed"})
NEEDED = frozenset({"need", "require", "requires"})
AHEAD = frozenset({"will", "to", "would", "could", "should", "may", "might", "then"})
OWNED = frozenset({(ORGANISATION, "'s"), (ORGANISATION, "'")})
LET_GO = frozenset({"redundant", "redundancy", "redundancies"})
# "took on 900 staff", "how many of the 900 staff will go"
TOLD_TO_GO, TOLD_REACH = frozenset({"were", "told", "to", "go"}), 8
TAKEN_ON = frozenset({("took", "on"), ("take", "on"), ("takes", "on"), ("taken", "on")})
LEAVING = frozenset({("will", "go"), ("must", "go"), ("would", "go")})
# "150 employees have been let go since"; "900 employees keep their jobs" tells how many there are
GONE = frozenset({("let", "go"), ("their", "jobs")})
KEEPS = frozenset({"keep", "keeps", "kept", "retain", "retained", "remain", "fear", "for"})
# "all 900 employees will join Acme": whom they join is not where they work now
JOINS = frozenset({"join", "joins", "joined", "joining"})
OF_THEM = frozenset({("them",), ("whom",), ("those",)})
PLANS = frozenset(
    {
        "will",
        "plans",
        "aims",
        "expects",
        "intends",
        "hopes",
        "wants",
        "would",
        "grow",
        "double",
        "triple",
    }
)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every number of people who work for an organisation."""
    for figure in context.figures:
        value = figure.mention.value
        if figure.sign != COUNT or not isinstance(value, Count):
            continue
        if not _is_staff(context, figure, value.unit) or _is_change(context, figure.place):
            continue
        owner = (
            _place_of_work(context, figure.place)
            or _joining(context, figure.place)
            or _kept(context, figure.place)
            or subjects.owner(context, figure.place)
            or topics.side_before(context)
        )
        is_body = not party_cues().public_body.isdisjoint(owner.lower().split())
        if is_body and not is_side(context, owner):
            continue  # "the Trade Commission, which had argued that some 33,000 employees"
        yield Draft(
            attribute="headcount",
            subject=owner,
            start=figure.mention.start,
            end=figure.mention.end,
            value=value,
            score=SCORE,
            reasons=("a number of people who work",),
            hedge=figure.mention.hedge,
            modality=_modality(context, figure.place),
        )


def _place_of_work(context: Context, place: int) -> str | None:
    """The company right behind a number, or that it is a part: "3,100 at Acme", "900 of them"."""
    words = context.words
    # "900 people |who work| at Acme", "900 people |are employed| by Acme"
    at = next((n for n in range(place + 1, min(place + 5, len(words))) if words[n] in AT), place)
    is_work = all(w in WORK or w in kind_words("work") for w in words[place + 1 : at])
    if is_work and words[at + 1 : at + 2] == (ORGANISATION,):
        return context.name_at(at + 1)
    if words[max(place - 2, 0) : place] in OWNED:
        return context.name_at(place - 2)  # "will take on Acme's 900 employees"
    if words[place + 1 : place + 2] != ("of",) or words[place + 2 : place + 3] not in OF_THEM:
        return None
    if words[place + 3 : place + 5] == ("at", ORGANISATION):
        return context.name_at(place + 4)
    return "a part of the staff"


def _joining(context: Context, place: int) -> str | None:
    """Whose staff "all 900 employees will join Acme" are: the other side's, where none is named."""
    behind = context.words[place + 1 : place + 1 + EMPLOY_REACH]
    joins = next((at for at, word in enumerate(behind, place + 1) if word in JOINS), None)
    if joins is None or context.words[joins + 1 : joins + 2] != (ORGANISATION,):
        return None
    if subjects.subject_before(context, place) is not None:
        return None
    is_target = side_of(context, context.name_at(joins + 1)) != context.parties.target
    return context.parties.target if is_target else None


def _kept(context: Context, place: int) -> str | None:
    """Whose staff "all 900 employees will keep their jobs" are: the target's, if none is named."""
    words = context.words
    is_kept = words[place + 1 : place + 5] == ("will", "keep", "their", "jobs")
    is_named = context.first_its < place or subjects.subject_before(context, place) is not None
    return context.parties.target if is_kept and not is_named else None


def _is_staff(context: Context, figure: Figure, unit: str) -> bool:
    """Whether the people counted are all who work somewhere, as far as the words say."""
    if unit not in {"employees", "people"}:
        return False
    mention, words, place = figure.mention, context.words, figure.place
    counted = context.scene.article.text[mention.start : mention.end].lower().split()[-1]
    if counted in kind_words("no_staff"):
        return False
    before = words[max(place - EMPLOY_REACH, 0) : place]
    if not NEEDED.isdisjoint(before[-2:]) or not groups()["market"].isdisjoint(before[-2:]):
        return False  # "the mine will need about 1,500 workers", "the sector employs 9,000"
    if before[-1:] == ("'s",) and not kind_words("site").isdisjoint(before[-2:]):
        return False  # "the office's 40 employees"
    if not kind_words("employ").isdisjoint(before):
        opens = words[: min(SITE_REACH, place)]
        # "The plant, with two lines, will employ 2,200": who works there is not all
        firms = context.organisations
        is_named = bool(firms) and firms[0].place < place
        return is_named or kind_words("site").isdisjoint(opens)
    if unit == "employees":
        return counted not in kind_words("some_staff")
    if not kind_words("work").isdisjoint(words[place + 1 : place + 3]):
        return True
    if is_firm_of(figure, words, place):
        return True
    teams = [at for at in range(max(place - TEAM_REACH, 0), place) if words[at] in _teams()]
    whose = kind_words("whose") | WE  # "we are now a team of 130"
    return any(not whose.isdisjoint(words[max(at - 4, 0) : at]) for at in teams)


def _teams() -> frozenset[str]:
    return kind_words("team")


def _is_change(context: Context, place: int) -> bool:
    """Whether people are hired or let go, or their jobs promised, near a row place."""
    words = context.words
    told = context.scene.row.places(LET_GO)
    if (told and told[-1] >= place) or words[place + 1 : place + 3] in LEAVING:
        return True
    fate = words[place + 1 : place + 1 + CHANGE_REACH]
    if KEEPS.isdisjoint(fate) and not GONE.isdisjoint(pairwise(fate)):
        return True
    is_of_firm = words[place - 1] in {"'s", "'"}  # "will take on Acme's 900 employees"
    if not is_of_firm and not TAKEN_ON.isdisjoint(
        pairwise(words[max(place - EMPLOY_REACH, 0) : place])
    ):
        return True
    row = context.scene.row
    if " new " in context.scene.article.text[row.starts[place] : row.ends[place]]:
        return True  # "welcomes 900 new colleagues"
    if TOLD_TO_GO.issubset(words[place + 1 : place + 1 + TOLD_REACH]):
        return True  # "900 employees of Acme were told to go"
    behind = words[place : place + CHANGE_REACH]
    end = place + (behind.index(",") if "," in behind else len(behind))
    around = range(max(place - CHANGE_REACH, 0), end)
    changes = kind_words("staff_change")
    # "lost $7 million and had 50 employees" tells of money
    return any(
        words[at] in changes
        and words[at + 1 : at + 2] != (MONEY,)
        and "not" not in words[max(at - 3, 0) : at]  # "may not lay off any of the 900 employees"
        for at in around
    )


def _modality(context: Context, place: int) -> Modality:
    """Whether the number is a plan: "wants to grow to 200 employees"."""
    before = context.words[max(place - PLAN_REACH, 0) : place]
    if before[-1:] == ("from",):
        return Modality.ACTUAL  # "to grow to 900 from 600"
    near = range(max(place - PLAN_REACH, 1), place)
    employs = next((at for at in near if context.words[at] == "employ"), 0)
    # "will employ 900" is a plan, "the two employ 900" is none
    is_plan = context.words[employs - 1] in AHEAD if employs else False
    is_plan = is_plan or ("to" in before and not PLANS.isdisjoint(before))
    return Modality.EXPECTED if is_plan else Modality.ACTUAL
