"""Who holds which post where: persons, titles and organisations of a sentence, linked.

A title belongs to the person right behind it ("Acme CEO Jane Roe"), right before it ("Jane Roe,
the 40-year-old chief executive of Acme") or, in the plural, to a pair of persons. What stands
further apart is not linked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.appointments import appointer, appoints, is_anybody
from dealfacts.extractor.post_links import (
    AND,
    BEFORE_NAME,
    COMMA,
    GAPPED,
    GAPPED_AND,
    INSERTED,
    JOINED,
    KIN_ENDS,
    KIN_OF,
    NEXT_POST,
    OF,
    ONE_OF,
    WORKED_UNDER,
    in_turn,
    is_behind,
)
from dealfacts.extractor.successions import (
    AHEAD,
    NOT_HANDED,
    between,
    change_between,
    handed,
    modality,
    opening,
    successor,
    told_behind,
    turned,
)
from dealfacts.extractor.workplaces import employer, end_of_post
from dealfacts.lexicon.roles import singular
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.mention import OrganisationName, PersonName, Title
    from dealfacts.extractor.scene import Scene

_start, _end = attrgetter("start"), attrgetter("end")
# Nothing that BEHIND_NAME and BEFORE_NAME allow is longer, in characters.
FAR = 240
LEADS_UP, CLOSES = frozenset({", ", ",\n"}), frozenset({",", "."})
NEXT_ONE = re.compile(r",?[ \n]and[ \n](?:(?:its|the|their|a)[ \n])?(?:[\w-]+[ \n]){0,2}\Z")


class Post(NamedTuple):
    """A person in a post; `organisation` None where the sentence does not say."""

    person: PersonName
    title: Title
    organisation: OrganisationName | None
    modality: Modality
    change: Change | None


def _chain(text: str, titles: tuple[Title, ...], at: int) -> list[int]:
    """The titles that are joined to the one at `at`: "chairman, president and CEO"."""
    chain = [at]
    while chain[0] and JOINED.match(text[titles[chain[0] - 1].end : titles[chain[0]].start]):
        chain.insert(0, chain[0] - 1)
    while chain[-1] + 1 < len(titles) and JOINED.match(
        text[titles[chain[-1]].end : titles[chain[-1] + 1].start]
    ):
        chain.append(chain[-1] + 1)
    return chain


def _group(text: str, people: tuple[PersonName, ...], at: int, step: int) -> list[PersonName]:
    """The persons joined by "and" to the one at `at`, in one direction."""
    group = [people[at]]
    following = at + step
    while 0 <= following < len(people):
        left, right = sorted((people[following - step], people[following]), key=lambda p: p.start)
        if not AND.match(text[left.end : right.start]):
            break
        group.append(people[following])
        following += step
    return group


def _is_plural(text: str, title: Title) -> bool:
    printed = text[title.start : title.end]
    return singular(printed) != printed and not title.head.endswith("s")


def posts(scene: Scene) -> Iterator[Post]:
    """The posts of one sentence, by title then person."""
    text, titles, people = scene.article.text, scene.titles, scene.people
    done: set[tuple[int, int]] = set()
    for at, title in enumerate(titles):
        for number, step in _beside(text, scene, title):
            person = people[number]
            chain = _chain(text, titles, at)
            if step < 0 and _is_second(text, titles, chain[0], person):
                continue
            group = [person]
            several = len(_group(text, people, number, 1)) if step > 0 else 0
            paired = in_turn(text, titles[chain[-1]].end, len(chain), several)
            if paired or any(_is_plural(text, titles[i]) for i in chain):
                group = _group(text, people, number, step)
            last = max(group, key=_end)
            firm = employer(text, scene, titles[chain[0]], titles[chain[-1]], last)
            firm = firm or appointer(text, scene, person)
            for member in group:
                for i in _own(text, titles, chain, group, member, paired=paired):
                    if (member.start, i) not in done:
                        done.add((member.start, i))
                        change = change_between(text, member, titles[i])
                        end = end_of_post(text, member, titles[i], firm)
                        if change is None and len(group) == 1:
                            change = told_behind(text, titles[i], end)
                        stance = modality(titles[i], change, between(text, member, titles[i]))
                        stance = turned(text, stance, min(member.start, titles[i].start), end)
                        yield Post(member, titles[i], firm, stance, change)
            told = opening(person, titles[chain[0]], firm)
            follower = successor(text, scene, number, told)
            if follower is not None and titles[chain[0]].head not in NOT_HANDED:
                ahead = AHEAD.search(text, follower.end, told)
                stance = Modality.INCOMING if ahead else Modality.ACTUAL
                post = handed(text, titles[chain[0]])
                yield Post(follower, post, firm, stance, Change.JOINS)


def _is_second(text: str, titles: tuple[Title, ...], at: int, person: PersonName) -> bool:
    """Whether the title before tells another post: "used to be CEO of Acme and is now the"."""
    before = titles[at - 1] if at else None
    return (
        before is not None
        and before.start >= person.end
        and NEXT_POST.match(text[before.end : titles[at].start]) is not None
    )


def _own(
    text: str,
    titles: tuple[Title, ...],
    chain: list[int],
    group: list[PersonName],
    member: PersonName,
    *,
    paired: bool,
) -> list[int]:
    """The titles of a chain that are one member's: all, or its own where they are told in turn."""
    if len(group) == 1:
        # "the founders and president Jane Roe": she is not all of the founders
        single = [each for each in chain if not _is_plural(text, titles[each])]
        return single or chain
    if len(group) != len(chain) or not paired:
        return chain
    return [chain[sorted(group, key=_start).index(member)]]


def _beside(text: str, scene: Scene, title: Title) -> Iterator[tuple[int, int]]:
    """The persons linked to a title, at most one on each side: (number, away from the title)."""
    people = scene.people
    before = bisect_left(people, title.end, key=_start) - 1
    behind = before + 1
    if before > 0 and KIN_ENDS.match(text, people[before].end):
        start = people[before].start
        before -= KIN_OF.search(text, max(people[before - 1].end, start - FAR), start) is not None
    gap = (
        text[title.end : min(people[behind].start, title.end + FAR)]
        if behind < len(people)
        else "."
    )
    # "Jane Roe, 59, and finance chief John Doe": the name that touches the title has it alone
    is_touching = gap[:1] not in {",", ":"} and BEFORE_NAME.match(gap) is not None
    # "Jane Roe, and its finance chief, John Doe, will": the title leads up to the next name
    is_touching = is_touching or (
        gap in LEADS_UP
        and before >= 0
        and NEXT_ONE.match(text, people[before].end, title.start) is not None
        and text[people[behind].end : people[behind].end + 1] in CLOSES
    )
    is_near = before >= 0 and title.start - people[before].end < FAR and not is_touching
    if (
        is_near
        and not _is_others(text, people, before, title)
        and (
            is_behind(text[people[before].end : title.start])
            or appoints(text, people[before], title)
            or _is_gapped(text, scene, people[before], title)
        )
    ):
        yield before, -1
        if not _is_plural(text, title):
            return
    if (
        behind < len(people)
        and (BEFORE_NAME.match(gap) or _across(text, scene, title, people[behind]))
        and not is_anybody(text, title, people[behind])
    ):
        yield behind, 1


def _is_others(text: str, people: tuple[PersonName, ...], at: int, title: Title) -> bool:
    """Whether a post near a name is not that of it: "worked under Jane Roe as", "met analysts"."""
    start, end = people[at].start, people[at].end
    if WORKED_UNDER.search(text, max(start - FAR, 0), start):
        return True
    gap = text[end : title.start]
    is_one = len(_group(text, people, at, -1)) == 1 and ONE_OF.search(gap) is None
    return is_one and gap.startswith(",") and _is_plural(text, title)


def _is_gapped(text: str, scene: Scene, person: PersonName, title: Title) -> bool:
    """Whether the verb of the clause before holds here: "is chairman and Jane Roe the deputy"."""
    if text[person.end : title.start] not in GAPPED:
        return False
    first = max(scene.sentence.start, person.start - FAR)
    return GAPPED_AND.search(text, first, person.start) is not None


def _across(text: str, scene: Scene, title: Title, person: PersonName) -> bool:
    """Whether only an organisation stands between: "co-founders of Acme, Jane Roe and ..."."""
    firms = scene.organisations
    at = bisect_left(firms, title.end, key=_start)
    return (
        at < len(firms)
        and firms[at].end <= person.start
        and (
            (
                OF.match(text[title.end : firms[at].start]) is not None
                and COMMA.match(text[firms[at].end : person.start]) is not None
            )
            or (
                text[title.end : firms[at].start] == ", "
                and INSERTED.match(text[firms[at].end : person.start]) is not None
            )
        )
    )
