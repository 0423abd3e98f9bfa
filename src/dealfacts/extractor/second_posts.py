"""The next post of a person, behind "and": "CEO of Acme and a former Beta director".

Refuses a title behind another person, one with "the" alone before it ("met the CEO of Acme and the
chairman of Beta"), and one that another person has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.post_links import NEXT_POST, OF
from dealfacts.extractor.posts import Post
from dealfacts.extractor.workplaces import employer
from dealfacts.lexicon.roles import is_post
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import OrganisationName, Title

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


def _behind(context: Context, title: Title) -> OrganisationName | None:
    """The firm right behind a title: "a former economist at Acme"."""
    firms = context.scene.organisations
    at = bisect_left(firms, title.end, key=_start)
    text = context.scene.article.text
    is_behind = at < len(firms) and OF.match(text[title.end : firms[at].start])
    return firms[at] if is_behind else None
