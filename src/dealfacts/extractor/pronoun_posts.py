"""Posts of "he" and "she": "In 2012 she became chief executive of Acme".

Refuses a pronoun for which more than one person stands close, and one whose verb is not of holding
a post.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import PersonName
from dealfacts.extractor.post_links import JOINED, is_behind
from dealfacts.extractor.posts import Post
from dealfacts.extractor.successions import change_between
from dealfacts.extractor.workplaces import employer
from dealfacts.lexicon.roles import is_post
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Title

HE = re.compile(r"\b(?:[Hh]e|[Ss]he)(?=[ \n]|['’]s[ ])")
# "He's the founder of Acme"
IS = re.compile(r"\A['’]s(?=[ ])")
# He was, had been, served as: no longer.
PAST = re.compile(
    r"""[ \n](?:was|had|served|worked|acted)\b
        | [^.;]*\b(?:previous|earlier|former)[ ](?:role|post|job|stint)\b""",
    re.VERBOSE,
)
# In characters before the title, and in sentences back.
REACH, BACK = 90, 3
# How many mentions of persons are looked at in a sentence.
MENTIONS = 6


def pronoun_posts(context: Context) -> Iterator[Post]:
    """The posts of one sentence whose holder is a pronoun for one person named close before."""
    scene = context.scene
    text = scene.article.text
    linked = {post.title.start for post in context.posts}
    for title in scene.titles:
        if title.start in linked or not is_post(title.head):
            continue
        low = max(scene.sentence.start, title.start - REACH)
        hits = list(HE.finditer(text, low, title.start))
        gap = IS.sub(" is", text[hits[-1].end() : title.start]) if hits else ""
        if not gap or not is_behind(gap):
            continue
        name = _antecedent(context, hits[-1].start())
        if name is None:
            continue
        person = PersonName(hits[-1].start(), hits[-1].end(), name)
        change = change_between(text, person, title)
        clause = (
            gap[max(gap.rfind(" and "), gap.rfind("\nand ")) + len(" and") :]
            if " and " in gap
            else gap
        )
        past = PAST.match(clause) is not None and change is not Change.JOINS
        yield Post(
            person,
            title,
            employer(text, scene, title, _joined(text, scene.titles, title), person),
            Modality.FORMER if past or title.status == "former" else Modality.ACTUAL,
            change,
        )


def _joined(text: str, titles: tuple[Title, ...], title: Title) -> Title:
    """The last of the titles that are joined to one: "the founder and CEO of Acme"."""
    at = titles.index(title)
    while at + 1 < len(titles) and JOINED.match(text[titles[at].end : titles[at + 1].start]):
        at += 1
    return titles[at]


def _antecedent(context: Context, offset: int) -> str | None:
    """The only person named before an offset of the sentence, else in the last one with any."""
    number = context.scene.number
    for back in context.story.contexts[max(number - BACK, 0) : number + 1][::-1]:
        starts = back.scene.row.starts
        at = bisect_left(back.people, offset, key=lambda each: starts[each.place])
        names = {each.name for each in back.people[max(at - MENTIONS, 0) : at]}
        if names:
            return names.pop() if len(names) == 1 else None
    return None
