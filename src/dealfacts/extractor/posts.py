"""Who holds which post where: persons, titles and organisations of a sentence, linked.

A title belongs to the person right behind it ("Acme CEO Jane Roe"), right before it ("Jane Roe,
the 40-year-old chief executive of Acme") or, in the plural, to a pair of persons. What stands
further apart is not linked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.lexicon import moves
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.mention import OrganisationName, PersonName, Title
    from dealfacts.extractor.scene import Reading, Scene

# what stands between the titles of "chairman, president and the CEO"
JOINED = re.compile(r"[ \n]*(?:,|and|&|, and|,? as well as)?[ \n]*(?:(?:the|its)[ \n])?\Z")
# Between a title and the name behind it, as in: CEO Jane Roe; the CEO, Jane Roe
BEFORE_NAME = re.compile(r"[ \n]*[,:–-]?[ \n]*\Z")
# As in: Jane Roe, the 40-year-old; Jane Roe, who is the; Jane Roe, 56, has served as
BEHIND_NAME = re.compile(
    r"""(?:[ \n]*,[ ](?:aged?[ ])?\d\d\b[ ]?,?)?
        (?:[ \n]*[,(–—-][ \n]*(?:who[ \n](?:is|was|serves[ ]as|remains|became)[ \n])?
         |[ \n](?:(?:has|had|have|also|previously|currently|now|then|will)[ \n]){0,3}
          (?:is|was|be|been|as|becomes?|became|remains|appointed|named|to[ ]become
            |(?:is|was|been)[ \n](?:elected|promoted|appointed|named)(?:[ \n](?:as|to))?
            |(?:serve[sd]?|serving|acted|acts|worked|works|resigned|retired|stepped[ ]down)[ \n]as
            |(?:takes|took)[ ]over[ ]as|(?:stepping|steps)[ ]in[ ]as)[ \n])
        (?P<between>[^,.;:()“”"–—]{0,60})\Z""",
    re.VERBOSE,
)
AND = re.compile(r"[ \n]*(?:,|and|&|, and)[ \n]*(?:[A-Z][a-z]+[ \n])?\Z")
# between an organisation and the title behind it: "Acme's visionary", "Acme "
OWN = re.compile(r"(?:['’]s?)?[ \n]+(?:[\w“”\"'’-]+[ \n]+){0,4}\Z")
# between a title and the organisation behind it: " of the British", " at", ", "
AT = re.compile(
    r"(?:[ \n]+(?:of|at|for|with|in|to|from)[ \n]+(?:[\w’'&-]+[ \n]+){0,6}|,[ \n]+|[ \n]+)\Z"
)
AT_STRICT = re.compile(r"[ \n]+(?:of|at|from)[ \n]+(?:[\w’'-]+[ \n]+){0,4}\Z")
OF, COMMA = re.compile(r"[ \n]of[ \n](?:the[ \n])?\Z"), re.compile(r"[,:–-]?[ \n]+\Z")
NEWS = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Post:
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
    return text[title.start : title.end].lower().endswith("s") and not title.head.endswith("s")


def _employer(
    text: str, scene: Scene, first: Title, last: Title, person: PersonName
) -> OrganisationName | None:
    """The organisation that the words right around a chain of titles name."""
    for name in reversed(scene.organisations):
        if name.end <= first.start and OWN.match(text[name.end : first.start]):
            return name
    behind = max(last.end, person.end) if person.start >= last.end else last.end
    pattern = AT_STRICT if person.start >= last.end else AT
    for name in scene.organisations:
        if name.start >= behind and pattern.match(text[behind : name.start]):
            return name
    if person.start >= last.end:
        for name in scene.organisations:
            if last.end <= name.start < person.start and AT.match(text[last.end : name.start]):
                return name
    return None


def _modality(title: Title) -> Modality:
    return {"former": Modality.FORMER, "incoming": Modality.INCOMING}.get(
        title.status, Modality.ACTUAL
    )


def _change(text: str, person: PersonName, title: Title) -> Change | None:
    left, right = sorted(((person.start, person.end), (title.start, title.end)))
    between = set(NEWS.findall(text[left[1] : right[0]].lower()))
    before = set(NEWS.findall(text[max(left[0] - 24, 0) : left[0]].lower())[-3:])
    return Change.JOINS if (between | before) & moves.appointing() else None


def posts(scene: Scene) -> Iterator[Post]:
    """The posts of one sentence, by person then title."""
    text, titles, people = scene.article.text, scene.titles, scene.people
    done: set[tuple[int, int]] = set()
    for at, title in enumerate(titles):
        for number, person in enumerate(people):
            if title.end <= person.start:
                linked = bool(BEFORE_NAME.match(text[title.end : person.start])) or (
                    _is_plural(text, title) and _across(text, scene, title, person)
                )
                step = 1
            else:
                gap = BEHIND_NAME.match(text[person.end : title.start])
                linked = gap is not None and not _has_name(scene, person.end, title.start)
                step = -1
            if not linked:
                continue
            chain = _chain(text, titles, at)
            group = [person]
            if any(_is_plural(text, titles[i]) for i in chain):
                group = _group(text, people, number, step)
            employer = _employer(text, scene, titles[chain[0]], titles[chain[-1]], person)
            for member in group:
                for i in chain:
                    if (member.start, i) not in done:
                        done.add((member.start, i))
                        change = _change(text, member, titles[i])
                        yield Post(member, titles[i], employer, _modality(titles[i]), change)


def _across(text: str, scene: Scene, title: Title, person: PersonName) -> bool:
    """Whether only an organisation stands between: "co-founders of Acme, Jane Roe and ..."."""
    return any(
        OF.match(text[title.end : name.start]) and COMMA.match(text[name.end : person.start])
        for name in scene.organisations
        if title.end <= name.start and name.end <= person.start
    )


def _has_name(scene: Scene, start: int, end: int) -> bool:
    """Whether another person is named in between."""
    return any(start <= other.start < end for other in scene.people)


def employers(reading: Reading) -> dict[str, str]:
    """Person -> the organisation of the first post for which the article names one."""
    found: dict[str, str] = {}
    for scene in reading.scenes:
        for post in posts(scene):
            if post.organisation is not None:
                who = reading.long_form(post.person)
                found.setdefault(who, reading.long_form(post.organisation))
    return found
