"""The other post of a person: "CEO of Acme and a former Beta director", "Acme chair and Beta CEO".

Refuses a title behind another person, one with "the" alone before it ("met the CEO of Acme and the
chairman of Beta"), and one that another person has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.post_links import JOINED, NEXT_POST, OF
from dealfacts.extractor.posts import Post
from dealfacts.extractor.workplaces import employer
from dealfacts.lexicon.roles import is_post
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import OrganisationName, Title

# "Acme chairman and Beta CEO Jane Roe", "Acme CEO, president and Beta chairman Jane Roe"
TOO = re.compile(r",?[ \n](?:and|&)[ \n](?:[A-Z][\w&.-]*(?:['’]s?)?[ \n]){1,4}\Z")
# "The next chairman will be Acme's chief executive, Jane Roe"
IS = re.compile(
    r"""[ \n](?P<verb>is|remains|will[ ]be|would[ ]be|is[ ]to[ ]be|becomes)[ \n]
        (?:(?:the|its|their|former)[ \n])?(?:[A-Z][\w&.-]*(?:['’]s?)?[ \n]){0,4}\Z""",
    re.VERBOSE,
)
PAST = re.compile(r"\b(?:was|used[ ]to[ ]be|has[ ]been|former(?:ly)?|once)\b")
BECOMES = re.compile(r"\bbecomes?\b")
_start = attrgetter("start")
# Longer gaps are passed over, in characters.
FAR = 160


def second_posts(context: Context) -> Iterator[Post]:
    """The posts that "and" joins to a post before, which names its own firm."""
    titles, people = context.scene.titles, context.scene.people
    text = context.scene.article.text
    held = {post.title.start: post for post in context.posts if post.person.end <= post.title.start}
    taken = {post.title.start for post in context.posts}
    for before, title in pairwise(titles):
        post = held.get(before.start)
        if post is None or title.start in taken or not is_post(title.head):
            continue
        if title.start - before.end > FAR:
            continue
        at = bisect_left(people, before.end, key=_start)
        gap = text[before.end : title.start]
        if (at < len(people) and people[at].start < title.start) or NEXT_POST.match(gap) is None:
            continue
        joint = gap[gap.rindex("and") :] if "and" in gap else ""
        is_past = title.status == "former" or PAST.search(joint) is not None
        firm = _behind(context, title) or employer(text, context.scene, title, title, post.person)
        stance = Modality.FORMER if is_past else Modality.ACTUAL
        stance = Modality.INCOMING if BECOMES.search(joint) else stance
        found = Post(post.person, title, firm, stance, None)
        held[title.start] = found
        yield found
    yield from _posts_in_front(context)


def _posts_in_front(context: Context) -> Iterator[Post]:
    """The posts whose holder is named behind another one: "Acme chair and Beta CEO Jane Roe"."""
    titles = context.scene.titles
    text = context.scene.article.text
    taken = {post.title.start for post in context.posts}
    held = {post.title.start: post for post in context.posts if post.title.end <= post.person.start}
    for at in range(1, len(titles)):
        post, last = held.get(titles[at].start), titles[at - 1]
        gap = text[last.end : titles[at].start] if titles[at].start - last.end < FAR else ""
        told = IS.match(gap)
        if post is None or last.start in taken or not (told or TOO.match(gap)):
            continue
        first = at - 1
        while first and JOINED.match(text[titles[first - 1].end : titles[first].start]):
            first -= 1
        firm = employer(text, context.scene, titles[first], last, post.person)
        if firm is None or (told is None and firm == post.organisation):
            continue  # "the chairman and Beta CEO Jane Roe" may be two; whose chairman is not told
        is_ahead = told is not None and told["verb"] not in {"is", "remains"}
        stance = Modality.INCOMING if is_ahead else Modality.ACTUAL
        if titles[first].status == "former":
            stance = Modality.FORMER
        for title in titles[first:at]:
            if is_post(title.head) and title.start not in taken:
                yield Post(post.person, title, firm, stance, None)


def _behind(context: Context, title: Title) -> OrganisationName | None:
    """The firm right behind a title: "a former economist at Acme"."""
    firms = context.scene.organisations
    at = bisect_left(firms, title.end, key=_start)
    text = context.scene.article.text
    is_behind = at < len(firms) and OF.match(text[title.end : firms[at].start])
    return firms[at] if is_behind else None
