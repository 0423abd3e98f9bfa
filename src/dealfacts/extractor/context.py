"""What a kind sees of one sentence: its figures with their possible meanings, and the deal.

Nothing is decided here; the kinds read this and propose.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import described, own_past, phrases, said_on_day, stance, subjects
from dealfacts.extractor.ballots import by_role
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.placed import Day, Named, Stamp
from dealfacts.extractor.posts import posts
from dealfacts.extractor.readings import readings
from dealfacts.extractor.tokens import DATE, NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.mention import Mention
    from dealfacts.extractor.parties import Parties
    from dealfacts.extractor.posts import Post
    from dealfacts.extractor.readings import Reading as Meaning
    from dealfacts.extractor.scene import Scene
    from dealfacts.extractor.story import Story
    from dealfacts.model.values import Count, Money, Multiple, Percent

FOLLOWING = 8  # a quotation runs over at most this many sentences


class Figure(NamedTuple):
    """A figure of the sentence, its place in the row, and what the words could make it."""

    mention: Mention[Money] | Mention[Percent] | Mention[Count | Multiple]
    sign: str
    place: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True)
class Context:
    """One sentence of one article, in the light of the article's deal."""

    scene: Scene
    story: Story = field(repr=False)

    @cached_property
    def parties(self) -> Parties:
        """The sides of the article's deal."""
        return self.story.parties

    @property
    def previous(self) -> Context | None:
        """The sentence before this one."""
        number = self.scene.number
        return self.story.contexts[number - 1] if number else None

    @property
    def following(self) -> Sequence[Context]:
        """The few sentences behind this one."""
        number = self.scene.number
        return self.story.contexts[number + 1 : number + 1 + FOLLOWING]

    @cached_property
    def is_heading(self) -> bool:
        """Whether the sentence is a title or heading."""
        part = self.scene.sentence.part
        return part is Part.TITLE or part is Part.HEADING

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words and signs of the row."""
        return self.scene.row.words

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The same words and signs without their order."""
        return self.scene.row.vocabulary

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Money, percent and counts of the sentence, in the order of the row."""
        row, leads = self.scene.row, self.story.lead_ins[self.scene.number]
        found: list[Figure] = []
        for place in row.marks:
            mention = self.scene.amount(place)
            if mention is not None:
                lead = leads.get(place)
                if lead is not None and lead.hedge is not None and not mention.hedge.text:
                    mention = mention._replace(hedge=lead.hedge)
                found.append(Figure(mention, row.words[place], place, readings(row, place, lead)))
        return tuple(found)

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Who buys and who is bought according to the words of this sentence, by place."""
        return self.story.votes[self.scene.number]

    @cached_property
    def votes_by_role(self) -> Mapping[str, Sequence[Vote]]:
        """The votes of each role, by place."""
        return by_role(self.votes)

    @cached_property
    def votes_outside(self) -> Mapping[str, Sequence[Vote]]:
        """Those that stand outside of inserted clauses."""
        return by_role(vote for vote in self.votes if vote.place not in self.insertions)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Who holds which post according to this sentence."""
        return tuple(posts(self.scene))

    @cached_property
    def dates(self) -> tuple[Stamp, ...]:
        """Every date of the sentence."""
        row = self.scene.row
        return tuple(
            Stamp(place, self.scene.dates[row.index[place]])
            for place in row.marks
            if row.words[place] == DATE
        )

    @cached_property
    def date_meanings(self) -> Mapping[int, tuple[Meaning, ...]]:
        """The place of each date of the sentence -> what the words around it could make it."""
        row, leads = self.scene.row, self.story.lead_ins[self.scene.number]
        return {place: readings(row, place, leads.get(place)) for place, _ in self.dates}

    @cached_property
    def told(self) -> tuple[phrases.Told, ...]:
        """The stages of the deal that the sentence tells, if it opens the article."""
        return phrases.told(self, is_opening=True)

    @cached_property
    def own_past(self) -> own_past.Own:
        """What the sentence says of how the article's deal came about."""
        return own_past.own(self)

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Every name of the sentence, in the order of the row."""
        row = self.scene.row
        return tuple(
            Named(place, row.words[place], self.name_at(place))
            for place in row.marks
            if row.words[place] in NAMES
        )

    @cached_property
    def first_named(self) -> Mapping[str, int]:
        """Each name -> where it first stands."""
        return {each.name: each.place for each in reversed(self.names)}

    @cached_property
    def organisations(self) -> tuple[Named, ...]:
        """The organisations among the names."""
        return tuple(named for named in self.names if named.sign == ORGANISATION)

    @cached_property
    def people(self) -> tuple[Named, ...]:
        """The persons among the names."""
        return tuple(named for named in self.names if named.sign == PERSON)

    @cached_property
    def speaking(self) -> tuple[Named, ...]:
        """The organisations that the sentence may be about: not those that it is from."""
        words = self.words
        return tuple(n for n in self.organisations if not described.is_source(words, n.place))

    @cached_property
    def first_its(self) -> int:
        """The place of "its" in "its turnover", but for the start; behind the row without one."""
        return subjects.first_its(self)

    @cached_property
    def opening(self) -> str | None:
        """What the sentence speaks of first."""
        return subjects.opening(self)

    @cached_property
    def inserted(self) -> Mapping[int, int]:
        """The comma that closes each inserted clause -> the one that opens it."""
        return {last: first for first, last in described.inserted(self.words)}

    @cached_property
    def insertions(self) -> Mapping[int, int]:
        """Each row place inside an inserted clause -> the comma that closes the clause."""
        return {at: last for last, first in self.inserted.items() for at in range(first + 1, last)}

    @cached_property
    def uninserted(self) -> tuple[Named, ...]:
        """The organisations outside of inserted clauses."""
        return tuple(named for named in self.organisations if named.place not in self.insertions)

    @cached_property
    def past_days(self) -> tuple[Day, ...]:
        """The last day that each date of the sentence can mean, where it has one."""
        return tuple(Day(at, m.value.latest) for at, m in self.dates if m.value.latest is not None)

    @cached_property
    def closing_days(self) -> tuple[date, ...]:
        """The days of the sentence on which a deal may close, ascending."""
        return said_on_day.closing_days(self)

    @cached_property
    def first_purchase(self) -> int:
        """The place of the first word of buying or selling; behind the row without one."""
        row, known = self.scene.row, groups()
        buying = either(known["acquire"], known["purchase_noun"], known["sell"])
        return next(iter(row.places(buying)), len(row.words))

    @cached_property
    def sides_named(self) -> frozenset[str]:
        """The acquirer and the target, as far as the sentence names them."""
        named, sides = {n.name for n in self.names}, {self.parties.acquirer, self.parties.target}
        return frozenset(side for side in sides if side in named)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The names of the sentence that are forms of a side's name."""
        return frozenset(n for n in {each.name for each in self.names} if is_side(self, n))

    def name_at(self, place: int) -> str:
        """The long form of the name token at a row place."""
        scene = self.scene
        mentions = scene.organisations if scene.row.words[place] == ORGANISATION else scene.people
        return self.story.reading.long_form(mentions[scene.row.index[place]])

    @cached_property
    def is_hearsay(self) -> bool:
        """Whether the sentence rests on the press or on people it does not name."""
        return stance.is_hearsay(self)

    @cached_property
    def speaks_of_deal(self) -> bool:
        """Whether the sentence names a side of the deal or uses a word for it."""
        if self.is_heading or not kind_words("deal").isdisjoint(self.vocabulary):
            return True
        return bool(self.sides_named) or any(n.name == self.parties.seller for n in self.names)
