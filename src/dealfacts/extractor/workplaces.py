"""Which organisation the words right around a person's titles name: "Acme's chief", "head of Acme".

Refuses to look beyond the words beside them; `employers` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName
from dealfacts.extractor.readers.title_fields import is_name
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.mention import Name, PersonName, Title
    from dealfacts.extractor.scene import Scene

# between an organisation and the title behind it: "Acme's visionary", "Acme "
OWN = re.compile(r"(?:['’]s?)?[ \n]+(?:[\w“”\"'’-]+[ \n]+){0,4}\Z")
# "Acme went to billionaire manager Jane Roe": what stands behind these is not Acme's
APART = frozenset(
    {"to", "of", "in", "for", "by", "with", "from", "at", "on", "that", "said", "told"}
)
AND = re.compile(
    r"[ \n]and[ \n](?:(?:an?|the|is|was|former|once|now|currently|formerly|previously)[ \n]){0,3}\Z"
)
OF_NAMED = re.compile(r"[ \n](?:of|at)[ \n](?:the[ \n])?[A-Z]")
# between a title and the organisation behind it: " of the British", " at", ", "
AT = re.compile(
    r"(?:[ ]and[ ](?:[\w-]+[ ]){0,2}(?:shareholder|owner|investor))?"
    r"(?:[ \n]+(?:of|at|for|with|in|to|from)[ \n]+(?:[\w’'&-]+[ \n]+){0,6}|,[ \n]+|[ \n]+)\Z"
)
UNDER = re.compile(r"\b(?:Under|With)[ ](?:its[ ])?\Z")
AT_STRICT = re.compile(r"[ \n]+(?:of|at|from)[ \n]+(?:[\w’'-]+[ \n]+){0,4}\Z")
# between a person and the firm before the title: "Jane Roe of Acme, an analyst"
OF_PERSON = re.compile(r"[ \n](?:of|from|at)[ \n](?:the[ \n])?\Z")
# As in: president of France, co-owner of the Example Rovers; not: president of the UAE unit
PLACE = re.compile(
    r"""[ \n](?:of|for)[ \n](?:the[ \n])?
        (?P<name>(?:(?:[A-Z]\.){2,}|[A-Z][\w’-]*)(?:[ ][A-Z][\w’-]*){0,4})
        (?<!-based)(?<!-born)(?<!-listed)
        (?![ \n](?:units?|business(?:es)?|arms?|divisions?|operations?|offices?|branch(?:es)?|
            subsidiar(?:y|ies)|regions?|markets?|compan(?:y|ies)|teams?)\b
            | [ ][A-Z]\w*-(?:based|born|listed)\b | [\w’-])""",
    re.VERBOSE,
)
OWNS = re.compile(r"['’]s?[ ](?:\([A-Z]{2,6}\)[ ])?")
# More names than this do not stand in the words that OWN and AT allow.
FIRMS = 8
# How far behind a person or title its organisation may stand, in characters.
FAR = 240
_start, _end = attrgetter("start"), attrgetter("end")


def employer(
    text: str, scene: Scene, first: Title, last: Title, person: PersonName
) -> OrganisationName | None:
    """The organisation that the words right around a chain of titles name."""
    firms = scene.organisations
    owner = _owner(text, scene, first, last)
    if owner is not None:
        return owner
    is_behind = person.start >= last.end
    if not is_behind:
        at = bisect_left(firms, person.end, key=_start)
        for name in firms[at : at + 1]:
            gap = text[person.end : name.start]
            if name.end <= first.start and OF_PERSON.match(gap) and not _is_left(text, name):
                return name
    if is_behind and (led := _led(text, firms, first, person)) is not None:
        return led
    behind = max(last.end, person.end) if is_behind else last.end
    pattern = AT_STRICT if is_behind else AT
    at = bisect_left(firms, behind, key=_start)
    for number, name in enumerate(firms[at : at + FIRMS], at):
        words = text[behind : name.start]
        if pattern.match(words) and speech().say.isdisjoint(words.split()):
            return _behind_field(text, firms, number)
    if is_behind:
        at = bisect_left(firms, last.end, key=_start)
        for name in firms[at : at + FIRMS]:
            if name.start < person.start and AT.match(text[last.end : name.start]):
                return name
    place = PLACE.match(text, last.end)
    if place is not None and place.end() <= scene.sentence.end:
        return OrganisationName(*place.span("name"), place["name"])
    return None


def _owner(text: str, scene: Scene, first: Title, last: Title) -> OrganisationName | None:
    """The firm right before a chain of titles: "Acme's chief", "Acme chairman and chief"."""
    firms = scene.organisations
    at = bisect_right(firms, first.start, key=_end)
    for name in reversed(firms[max(at - FIRMS, 0) : at]):
        between = text[name.end : first.start]
        if (
            OWN.match(between)
            and not _is_left(text, name)
            and APART.isdisjoint(between.split())
            and not _has_person(scene, name, first)
            and not (AND.search(between) and OF_NAMED.match(text, last.end))
        ):
            return name
    return None


def _led(
    text: str, firms: tuple[OrganisationName, ...], title: Title, person: PersonName
) -> OrganisationName | None:
    """The firm that goes on about itself: "Under chief executive Jane Roe, [Acme] has grown"."""
    if UNDER.search(text, max(0, title.start - len("Under its ")), title.start) is None:
        return None
    at = bisect_left(firms, person.end, key=_start)
    is_next = at < len(firms) and text[person.end : firms[at].start] in {", ", ", the "}
    return firms[at] if is_next else None


def _is_left(text: str, firm: OrganisationName) -> bool:
    """Whether a firm is where somebody was: "hired Jane Roe from Beta as chief executive"."""
    return text.endswith(" from ", 0, firm.start) and text.startswith(" as ", firm.end)


def _behind_field(text: str, firms: tuple[OrganisationName, ...], at: int) -> OrganisationName:
    """The organisation at `at`, or the next one where it is only the field of a post.

    "Jane Roe, Vice President, Oncology R&D, Acme, said": the field is no name.
    """
    name = firms[at]
    for owned in firms[at + 1 : at + 3]:
        if OWNS.fullmatch(text, name.end, owned.start):
            return owned  # "co-owner of the League's (LEG) Acme Rovers"
    if text[name.start - 2 : name.start] == ", " and at + 1 < len(firms):
        following = firms[at + 1]
        words = text[name.start : name.end].split()
        plain = not is_name(words[0]) or any(
            word.lower() in kind_words("field_sign") for word in words
        )
        if plain and text[name.end : following.start] == ", ":
            return following
    return name


def _has_person(scene: Scene, name: Name, title: Title) -> bool:
    """Whether somebody is named between an organisation and a title behind it."""
    at = bisect_left(scene.people, name.end, key=_start)
    return at < len(scene.people) and scene.people[at].start < title.start


def end_of_post(text: str, person: PersonName, title: Title, firm: OrganisationName | None) -> int:
    """Where a person with the title and the firm behind it ends: "Jane Roe, head of Acme"."""
    end = max(person.end, title.end)
    is_next = firm is not None and end < firm.start <= end + FAR
    return firm.end if firm is not None and is_next and AT.match(text[end : firm.start]) else end
