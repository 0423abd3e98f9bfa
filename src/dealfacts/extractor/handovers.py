"""Posts told by those of others: "takes over from Jane Roe", "CEO of Acme and Jane Roe of Beta".

Refuses a predecessor whose own title stands beside the name, and one whose successor's post the
sentence, or the one before a "he", does not give.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dealfacts.extractor.posts import Post
from dealfacts.extractor.successions import LONGEST_LEAD, NOT_HANDED, REPLACED, handed
from dealfacts.lexicon import moves
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Name

# The two words before a predecessor: "takes over from", "in succession to", "succeeds".
BEFORE = re.compile(
    r"""(?:^|[ \n])(?P<first>[\w-]+),?[ \n](?P<last>\w+)[ \n]
        (?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord)\.?[ ])?\Z""",
    re.VERBOSE,
)
LONGEST = 40
# "Has taken over as chief executive of Acme from Jane Roe"
TOOK_OVER = re.compile(r"\b(?:tak(?:es?|en|ing)|took)[ ]over[ ]as[ ][^.;:]{3,80}[ ]from[ ]\Z")
# "He takes over from": what opens a sentence about the person of the one before.
PRONOUNS = frozenset({"he", "she"})
OPENING = 3
# behind a person with a post: "was succeeded by Jane Roe", "hands over to Jane Roe"
FOLLOWED = re.compile(
    r"""[^.;:“”"()]{0,100}?[ \n](?P<ahead>will[ ]|is[ ]to[ ]|to[ ])?
        (?:(?:is|was|be|been|being)[ ](?:succeeded|replaced|followed)[ ]by
         |(?:hand|pass)(?:s|es|ed|ing)?[ ]
            (?:over|(?:over[ ])?(?:the|his|her)[ ](?:reins|baton)(?:[ ]over)?)[ ]to
         |(?:makes?|made|making|gives?|gave)[ ]way[ ](?:for|to))
        [ \n](?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord)\.?[ ])?\Z""",
    re.VERBOSE,
)
FOLLOWING = frozenset(
    {"succeeded", "replaced", "followed", "hands", "handed", "handing", "hand", "way"}
    | {"passes", "passed", "passing", "pass", "swapped"}
)
# "replaced its chief executive, John Doe, with Jane Roe"
INSTEAD = re.compile(r",?[ \n](?:with|by)[ \n](?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord)\.?[ ])?\Z")
FAR = 160
AND, AT = re.compile(r",?[ \n]and[ \n]\Z"), re.compile(r"[ \n](?:of|at)[ \n](?:the[ \n])?\Z")


def handovers(context: Context) -> Iterator[Post]:
    """The posts of predecessors, and of those who share a title told once."""
    if not context.scene.people:
        return
    if moves.from_whom().keys() & context.vocabulary or moves.succeeding() & context.vocabulary:
        yield from _predecessors(context)
    if not FOLLOWING.isdisjoint(context.vocabulary):
        yield from _followers(context)
    yield from _sharers(context)


def _predecessors(context: Context) -> Iterator[Post]:
    scene = context.scene
    text = scene.article.text
    titled = {post.person.start for post in context.posts}
    starts = [post.title.start for post in context.posts]
    for person in scene.people:
        if person.start in titled:
            continue
        first = scene.sentence.start
        low = max(person.start - LONGEST, first)
        lead = BEFORE.search(text[low : person.start])
        hands = lead is not None and _hands_over(lead["first"].lower(), lead["last"].lower())
        if not (hands or TOOK_OVER.search(text, max(person.start - FAR, first), person.start)):
            continue
        told = list(context.posts[: bisect_left(starts, person.start)][-1:])
        if not told and not PRONOUNS.isdisjoint(context.words[:OPENING]):
            told = list(context.previous.posts) if context.previous is not None else []
            told = told if len({post.person.core for post in told}) == 1 else []
        if told:
            held = told[-1]
            ahead = held.modality is Modality.INCOMING
            stance = Modality.ACTUAL if ahead else Modality.FORMER
            yield Post(person, held.title, held.organisation, stance, Change.LEAVES)


def _followers(context: Context) -> Iterator[Post]:
    """Who takes the post that the sentence has told: "Jane Roe was succeeded by John Doe"."""
    text, people = context.scene.article.text, context.scene.people
    # "replaced by CEO Jane Roe" tells her post; "by Jane Roe, once of Acme" told another one
    titled = {p.person.start for p in context.posts if p.title.start < p.person.start}
    for held in context.posts:
        if held.title.head in NOT_HANDED:
            continue
        end = max(held.person.end, held.title.end)
        at = bisect_left(people, end, key=_start)
        if at == len(people) or people[at].start - end > FAR or people[at].start in titled:
            continue
        hit = FOLLOWED.match(text[end : people[at].start])
        ahead = hit is not None and hit["ahead"] is not None
        if hit is not None or _is_replaced(text, held, people[at].start):
            yield held._replace(
                person=people[at],
                title=handed(text, held.title),
                modality=Modality.INCOMING if ahead else Modality.ACTUAL,
                change=Change.JOINS,
            )


def _is_replaced(text: str, held: Post, start: int) -> bool:
    """Whether a board replaced who held a post with the person named at an offset."""
    first = min(held.person.start, held.title.start)
    last = max(held.person.end, held.title.end)
    is_swapped = REPLACED.search(text, max(0, first - LONGEST_LEAD), first) is not None
    return is_swapped and INSTEAD.match(text[last:start]) is not None


def _hands_over(first: str, last: str) -> bool:
    """Whether the two words before a name make it the one who held the post before."""
    return last in moves.succeeding() or last in moves.from_whom().get(first, frozenset())


def _sharers(context: Context) -> Iterator[Post]:
    """As in "became CEO of Acme and John Doe of Beta": one title told for both."""
    text, firms = context.scene.article.text, context.scene.organisations
    people = context.scene.people
    for post in context.posts:
        if post.organisation is None:
            continue
        end = post.organisation.end
        at = bisect_right(people, end, key=_start)
        if at == len(people) or not AND.match(text, end, people[at].start):
            continue
        person = people[at]
        at = bisect_right(firms, person.end, key=_start)
        if at < len(firms) and AT.match(text, person.end, firms[at].start):
            yield post._replace(person=person, organisation=firms[at])


def _start(mention: Name) -> int:
    return mention.start
