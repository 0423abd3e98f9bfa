"""Where a person works whose own words do not say it: as elsewhere, or as who stands beside.

Refuses to choose between two companies, and to place an office of a state at a side of a deal.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dealfacts.extractor.namesakes import only
from dealfacts.extractor.pronouns import is_quoted
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.name_words import COMMON, PEOPLE, PLACE, flags
from dealfacts.lexicon.roles import is_of_state, is_outside

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Title
    from dealfacts.extractor.placed import Named

LONGEST_PEOPLE, LONGEST_BODY = 16, 48
# "portfolio manager", "hedge-fund manager"
FUNDS, FUND_WORD, FUND = frozenset({"fund", "portfolio"}), re.compile(r"[ \n-]"), len("fund ")
# "Its chief executive, Jane Roe": of what the text spoke of last, within so many characters.
ITS, OWN = (
    re.compile(
        r"""(?:\b(?:[Ii]ts|(?:company|group|firm|bank)['’]s)[ \n](?:\w+[ \n])?
            |\b[Ii]t[ \n](?:ha[sd][ \n])?\w+[ \n]|\bpost[ \n]of[ \n])\Z""",
        re.VERBOSE,
    ),
    32,
)
ITS_BEHIND = re.compile(r"[ \n]of[ \n]the[ \n](?:company|group|firm|bank|business)\b")
# As in: chairman and chief executive (CEO) of example; director, sports, at; CEO, The Roe Co
OWN_BEHIND = re.compile(
    r"""(?:[ ]and(?:[ ][\w-]+){1,4})?(?:[ ]respectively)?(?:[ ]\([A-Z]{2,5}\))?(?:,[ ][\w ]{3,40},)?
        (?:[ ](?:of|at)[ ](?!the[ ](?:company|group|firm|board|business)\b)|,[ ]The[ ][A-Z])""",
    re.VERBOSE,
)
# "gave up the chairman's seat"
POSSESSIVE = frozenset({"'s", "’s"})
# "Silver Roe's co-chief", "Fabrikam CEO", "Example of which he is the chairman"
OWN_BEFORE = re.compile(
    r"(?:\b(?P<word>[A-Z]\w*)(?:['’]s)?|\bwhich[ ]s?he[ ]is(?:[ ](?:the|an?))?)[ \n]\Z"
)
# How many persons on either side are looked at for a common employer.
BESIDE = 2


def employer(context: Context, name: str, title: Title) -> str | None:
    """Where a person works whose sentence does not say: as elsewhere, as who stands beside."""
    known = context.story.employers
    if name in known:
        return known[name]
    if title.start < context.scene.sentence.start and context.previous is not None:
        context = context.previous  # "He takes over from Roe": of the post told before
    text = context.scene.article.text
    if (
        is_of_state(title.head)
        or is_outside(title.head)
        or not FUNDS.isdisjoint(FUND_WORD.split(text[max(title.start - FUND, 0) : title.end]))
        or _is_head_of_state(text, title)
        or _of_country(text, title)
        or _of_body(text, title)
    ):
        return None
    own, is_told = _own(context, title)
    if is_told:
        return own
    named = _named_before(context, title.start)
    if named:
        # of two companies in the sentence the one meant is not told
        firm = only(each.name for each in named)
        is_spoken_of = firm in context.story.own_sides or firm == context.story.sole_company
        return firm if is_spoken_of or _is_its(text, title) else None
    beside = _beside(context, title.start)
    return beside if beside is not None else _in_focus(context, title)


def _named_before(context: Context, offset: int) -> list[Named]:
    """The organisations that the sentence itself names before an offset.

    What somebody quoted there says is no word of the writer's: "We fight Acme," said CEO Jane Roe.
    """
    starts = context.scene.row.starts
    return [
        each
        for each in context.organisations
        if starts[each.place] < offset and not is_quoted(context, each.place)
    ]


def _beside(context: Context, offset: int) -> str | None:
    """Where the persons work who stand beside one whose own words name no company."""
    starts, known = context.scene.row.starts, context.story.employers
    firms, people = context.organisations, context.people
    at = bisect_left(people, offset, key=lambda each: starts[each.place])
    # of those behind only who has no company of his own in the sentence
    near = people[max(at - BESIDE, 0) : at if firms else at + BESIDE]
    return next((known[each.name] for each in near if each.name in known), None)


def _in_focus(context: Context, title: Title) -> str | None:
    """Whose officer a bare title means: the only company of the deal, or the one last spoken of.

    Where two companies merge "chief executive Jane Roe" is that of either; which of them, only
    another article can tell.
    """
    parties = context.story.parties
    if context.story.has_one_company:
        return parties.target
    earlier = context.previous.organisations if context.previous is not None else ()
    spoken = only(each.name for each in earlier)
    return spoken if _is_its(context.scene.article.text, title) else None


def _is_its(text: str, title: Title) -> bool:
    """Whether a title is that of "its" officer, or "of the company"."""
    before = ITS.search(text, max(0, title.start - OWN), title.start)
    # "head of the company's paint division" is read up to "company"
    behind = ITS_BEHIND.search(text, title.start, title.end + OWN)
    return before is not None or (behind is not None and behind.start() <= title.end)


def _own(context: Context, title: Title) -> tuple[str | None, bool]:
    """The company that the words beside a title name, and whether they name one at all.

    A name that is read as no company's still says that it is none of the others.
    """
    text = context.scene.article.text
    behind = OWN_BEHIND.match(text, title.end)
    if behind:
        starts = context.scene.row.starts
        ends = {behind.end(), behind.end() + len("the ")}
        return next((e.name for e in context.organisations if starts[e.place] in ends), None), True
    is_possessive = text[title.end : title.end + 2] in POSSESSIVE and not _is_its(text, title)
    before = OWN_BEFORE.search(text, max(0, title.start - OWN), title.start)
    # "But CEO Jane Roe": an everyday word opens the sentence
    word = before["word"] if before is not None else None
    is_before = before is not None and (word is None or not flags(word) & COMMON)
    return None, is_possessive or is_before


def _is_head_of_state(text: str, title: Title) -> bool:
    """Whether "President" stands alone before a name, as of a state: "President Jane Roe"."""
    return text[title.start : title.end] == "President" and text[title.end : title.end + 1] == " "


def _of_body(text: str, title: Title) -> bool:
    """Whether a body that looks into the deal goes with a title: "chair of the inquiry group"."""
    behind = text[title.end : title.end + LONGEST_BODY].split()
    is_body = behind[3:4] and behind[3].strip(",.;") in kind_words("looks_into")
    return behind[:2] in (["of", "the"], ["of", "an"], ["of", "a"]) and bool(is_body)


def _of_country(text: str, title: Title) -> bool:
    """Whether a country goes with a title: "French president", "head of the UAE unit"."""
    before = text[max(0, title.start - LONGEST_PEOPLE) : title.start].split()[-1:]
    before += text[title.start : title.end].replace("-", " ").split()[:2]  # "then-U.S. President"
    behind = text[title.end : title.end + len(" of the ") + LONGEST_PEOPLE].split()
    if behind[:1] == ["of"]:
        before += behind[1 + (behind[1:2] == ["the"]) :][:1]
    return any(flags(word) & (PEOPLE | PLACE) for word in before if word[0].isupper())
