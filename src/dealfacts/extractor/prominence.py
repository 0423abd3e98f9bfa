"""How prominent each name of an article is, and which prominent names cannot be sides of a deal.

Refuses to say who buys or is bought: that is for the votes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.ballots import is_participle
from dealfacts.extractor.keepers import keeps_name
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon import name_words
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Collection

    from dealfacts.extractor.scene import Reading, Scene

# What ends the label of a headline: "Fintech: Northwind on top", "TIMELINE – the deal in dates".
LABELS = frozenset(":,–—|-")
# "worth more than Northwind": who only serves as a measure is not what the story is about.
MEASURES = ("than ", "unlike ")
# "Northwind commits $2 million to Contoso: Fabrikam": who says so stands last
SAYS_SO, SHORT_TITLE = frozenset(":-–—"), 4
HAS = frozenset({"has", "had", "first"})
# As in "MADRID (Newswire) - The bank said".
DATELINES = frozenset({(")", "-"), (")", "–"), (")", "—")})
SHOWS = frozenset({"show", "shows", "showed", "suggest", "suggests", "suggested"})
FIRMS = frozenset({ORGANISATION})
# "Northwind-backed Contoso": the name only describes the other
BACKED = ("-backed", "-owned", "-controlled", "-style")
OWNED_REACH = 6
HEADINGS = frozenset({Part.TITLE, Part.HEADING})
# A headline is about the deal; the lead nearly always; the rest of a story wanders.
WEIGHTS = (6, 3, 3, 3)
# Votes of this strength come from a verb or noun of buying with its object.
PLAIN_PURCHASE = 3


class Mentions(NamedTuple):
    """How often each name stands in the article, headline and lead counted more.

    `people` are the persons among them; `sources` the names that only say, wherever they stand,
    where a figure or the story is from.
    """

    counted: Counter[str]
    people: frozenset[str]
    sources: frozenset[str]


def mentions(reading: Reading) -> Mentions:
    """The names of the article's sentences."""
    counted: Counter[str] = Counter()
    people: set[str] = set()
    is_source: dict[str, bool] = {}
    for scene in reading.scenes:
        weight = WEIGHTS[scene.rank] if scene.rank < len(WEIGHTS) else 1
        for place in scene.row.places(FIRMS):
            organisation = scene.organisations[scene.row.index[place]]
            name, text = reading.long_form(organisation), scene.article.text
            only_tells = _is_source(scene, place)
            is_source[name] = is_source.get(name, True) and only_tells
            is_measure = text.endswith(MEASURES, 0, organisation.start)
            only_owns = text.startswith(BACKED, organisation.end) or _owns_next(scene, place)
            if not (is_measure or only_tells or only_owns or keeps_name(scene.row.words, place)):
                counted[name] += weight
        for person in scene.people:
            name = reading.long_form(person)
            counted[name] += weight
            people.add(name)
    sources = frozenset(name for name, only_tells in is_source.items() if only_tells)
    return Mentions(counted, frozenset(people), sources)


def _owns_next(scene: Scene, place: int) -> bool:
    """Whether the name at a row place only says whose the next one is: "Acme's start-up Beta"."""
    behind = scene.row.words[place + 1 : place + 1 + OWNED_REACH]
    if behind[:1] != ("'s",) or ORGANISATION not in behind:
        return False
    between = behind[1 : behind.index(ORGANISATION)]
    return bool(between) and between[-1] in groups()["company_noun"]


def _is_source(scene: Scene, place: int) -> bool:
    """Whether the name at a row place only says where a figure or the story is from."""
    words = scene.row.words
    if scene.sentence.part is Part.TITLE and place == len(words) - 1 > SHORT_TITLE:
        # "Example rejects proposal By Newswire", but "bought by Northwind", "takeover by Northwind"
        before = words[place - 2]
        is_buyer = is_participle(before) or before in party_cues().whole_noun
        is_byline = words[place - 1] == "by" and not is_buyer
        return words[place - 1] in SAYS_SO or is_byline
    if words[place - 1 : place] == ("(",) and words[place + 1 : place + 3] in DATELINES:
        return True
    at = place - 1 if words[place - 1 : place] == ("the",) else place
    lead, link = kind_words("source_lead"), kind_words("source_link")
    if words[at - 1 : at] and words[at - 1] in link and not lead.isdisjoint(words[at - 2 : at]):
        return True
    behind = words[place + 1 : place + 3]
    if behind[:1] == ("'s",):
        return behind[1:] != () and behind[1] in kind_words("source_noun")
    if behind[:1] and behind[0] in kind_words("source_noun"):
        return behind[1:] != () and behind[1] in SHOWS  # "Newswire calculations show"
    told = behind[1:] if behind[:1] and behind[0] in HAS else behind[:1]
    return not kind_words("source_verb").isdisjoint(told)


def _told(reading: Reading) -> frozenset[str]:
    """The words of the names that are more than the label of a headline.

    "Fintech: Northwind on top" and "Happy Easter, Jane" name somebody there only if the text does
    so again; of a headline in capitals nothing is taken.
    """
    told: set[str] = set()
    headed: set[str] = set()
    for scene in reading.scenes:
        is_heading = scene.sentence.part in HEADINGS
        text = scene.article.text
        if is_heading and text[scene.sentence.start : scene.sentence.end].isupper():
            continue
        spoken = headed if is_heading else told
        for organisation in scene.organisations:
            if not (
                is_heading and text[organisation.end : organisation.end + 2].strip()[:1] in LABELS
            ):
                spoken.update(reading.long_form(organisation).split())
        for person in scene.people:
            spoken.update(reading.long_form(person).split())
    return frozenset(told | headed) if told else frozenset()


def no_sides(reading: Reading, names: Collection[str]) -> frozenset[str]:
    """Of `names`, those that are no side: offices, pairs, words of a headline that stay alone."""
    openings = frozenset(name.partition(" ")[0] for name in names)
    told = _told(reading)
    return frozenset(
        name
        for name in names
        if _is_public_body(name)
        or _is_part_played(name)
        or _is_pair(name, openings, names)
        or (told and told.isdisjoint(name.split()))
    )


def _is_public_body(name: str) -> bool:
    """Whether a name is that of an office which rules on deals: "Fair Trade Commission"."""
    if name in name_words.lexicon().organisation.public_names:
        return True
    return not party_cues().public_body.isdisjoint(name.lower().split())


def _is_part_played(name: str) -> bool:
    """Whether a name is a noun for who takes part in deals: "Bidders offer", "Shareholders get"."""
    cues = party_cues()
    low = name.lower()
    nouns = cues.suitors, cues.voters, cues.group_noun, cues.owner, cues.deal_noun, cues.bid_noun
    return any(low in words for words in nouns)


def _is_pair(name: str, openings: Collection[str], names: Collection[str]) -> bool:
    """Whether a name joins two others, or their first words: "the Northwind-Contoso merger"."""
    first, _, second = name.partition("-")
    return first in openings and (second in openings or second in names)
