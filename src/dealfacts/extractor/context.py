"""What a kind sees of one sentence: its figures with their possible meanings, and the deal.

Nothing is decided here; the kinds read this and propose.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dealfacts.extractor.parties import TARGET, votes
from dealfacts.extractor.readings import readings
from dealfacts.extractor.tokens import COUNT, DATE, MONEY, ORGANISATION, PERCENT, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.modality import modality_cues
from dealfacts.model.text import Part
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.extractor.mention import Mention
    from dealfacts.extractor.parties import Parties, Vote
    from dealfacts.extractor.readings import Reading as Meaning
    from dealfacts.extractor.scene import Reading, Scene
    from dealfacts.model.values import Figure as FigureValue
    from dealfacts.model.values import PartialDate

# A date this much older than the article tells of an earlier deal.
LONG_AGO = timedelta(days=100)
# How many tokens a modal word governs, and how far a holding's company stands behind its share.
MODAL_REACH = 10
HOLDING_REACH = 7
# Below this many percent a purchase is one of a part; the opening of an article says so.
WHOLE, OPENING = 90, 10
# A quotation runs over at most this many sentences.
FOLLOWING = 8
STOPS = frozenset(";:—–•")
DEAL_WORDS = frozenset(
    "deal acquisition takeover merger transaction investment round funding purchase sale offer bid "
    "agreement partnership buyout financing".split()
)
RELEASE_VERBS = frozenset("launched released unveiled debuted launch release".split())
BE_OR_COMMA = frozenset({"was", "were", "is", "been", "has", "had", ",", "which", "that"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the sentence, its place in the row, and what the words could make it."""

    mention: Mention[FigureValue]
    sign: str
    place: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True)
class Context:
    """One sentence of one article, in the light of the article's deal."""

    scene: Scene
    reading: Reading
    parties: Parties
    employers: Mapping[str, str]
    everywhere: Sequence[Context] = ()

    @property
    def previous(self) -> Context | None:
        """The sentence before this one."""
        number = self.scene.number
        return self.everywhere[number - 1] if number else None

    @property
    def following(self) -> Sequence[Context]:
        """The few sentences behind this one."""
        number = self.scene.number
        return self.everywhere[number + 1 : number + 1 + FOLLOWING]

    @property
    def is_heading(self) -> bool:
        """Whether the sentence is a title or heading."""
        return self.scene.sentence.part in {Part.TITLE, Part.HEADING}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Money, percent and counts of the sentence, in the order of the row."""
        scene = self.scene
        lists = {MONEY: scene.money, PERCENT: scene.percents, COUNT: scene.counts}
        found: list[Figure] = []
        for place, (word, number) in enumerate(zip(scene.row.words, scene.row.index, strict=True)):
            if number >= 0 and word in lists:
                meanings = readings(scene.row, place)
                found.append(Figure(lists[word][number], word, place, meanings))
        return tuple(found)

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """Who buys and who is bought according to the words of this sentence."""
        return tuple(votes(self.scene, self.reading))

    def dates(self) -> Iterator[tuple[int, Mention[PartialDate]]]:
        """(row place, date) of every date of the sentence."""
        row = self.scene.row
        for place, (word, number) in enumerate(zip(row.words, row.index, strict=True)):
            if word == DATE and number >= 0:
                yield place, self.scene.dates[number]

    def date_meanings(self, place: int) -> tuple[Meaning, ...]:
        """What the words around the date at a row place could make it."""
        return readings(self.scene.row, place)

    @cached_property
    def speaks_of_deal(self) -> bool:
        """Whether the sentence names a side of the deal or uses a word for it."""
        if self.is_heading or any(word in DEAL_WORDS for word in self.scene.row.words):
            return True
        sides = {self.parties.acquirer, self.parties.target} - {None}
        return any(name in sides for _, _, name in self.names())

    def product_before(self, place: int) -> str:
        """The words that a release date is about: what stands before its verb, at most four."""
        row = self.scene.row
        verbs = [at for at in range(place) if row.words[at] in RELEASE_VERBS]
        until = verbs[-1] if verbs else place
        while until > 0 and row.words[until - 1] in BE_OR_COMMA:
            until -= 1
        first = max(until - 4, 0)
        text = self.scene.article.text
        words = [text[row.starts[at] : row.ends[at]] for at in range(first, until)]
        while words and not words[0][:1].isupper():
            words.pop(0)
        return " ".join(words) or (self.parties.target or "the product")

    def names(self) -> Iterator[tuple[int, str, str]]:
        """(row place, sign, long form) of every name of the sentence."""
        row = self.scene.row
        for place, (word, number) in enumerate(zip(row.words, row.index, strict=True)):
            if number >= 0 and word in {ORGANISATION, PERSON}:
                yield place, word, self.name_at(place)

    def name_at(self, place: int) -> str:
        """The long form of the name token at a row place."""
        row = self.scene.row
        mentions = (
            self.scene.organisations if row.words[place] == ORGANISATION else self.scene.people
        )
        return self.reading.long_form(mentions[row.index[place]])

    def organisation_near(self, place: int) -> str | None:
        """The organisation that possesses, precedes or follows a row place most closely."""
        found = [
            (abs(at - place), at > place, name) for at, s, name in self.names() if s == ORGANISATION
        ]
        return min(found)[2] if found else None

    def owner(self, place: int) -> str | None:
        """Whose figure stands at a row place: the organisation before it, else the one behind."""
        left = [
            (at, name) for at, sign, name in self.names() if sign == ORGANISATION and at < place
        ]
        if left:
            return max(left)[1]
        return None if self.is_heading else self.organisation_near(place)

    def organisation_before(self, offset: int) -> str | None:
        """The organisation named last before an offset, in this sentence or the one before it."""
        row = self.scene.row
        own = [
            name
            for at, sign, name in self.names()
            if sign == ORGANISATION and row.ends[at] <= offset
        ]
        if own:
            return own[-1]
        if self.previous is not None:
            earlier = [name for _, sign, name in self.previous.names() if sign == ORGANISATION]
            if earlier:
                return earlier[-1]
        return self.parties.target

    def person_before(self, offset: int) -> str | None:
        """The person named last before an offset, in this sentence or the one before it."""
        row = self.scene.row
        own = [name for at, sign, name in self.names() if sign == PERSON and row.ends[at] <= offset]
        if own:
            return own[-1]
        if self.previous is None:
            return None
        earlier = [name for _, sign, name in self.previous.names() if sign == PERSON]
        return earlier[-1] if earlier else None

    def holding(self, place: int) -> str:
        """What a share at a row place is a share of: the deal's label, or "holder in company"."""
        names = [(at, name) for at, sign, name in self.names() if sign == ORGANISATION]
        company = next((n for at, n in names if place < at <= place + HOLDING_REACH), None)
        holder = next((n for at, n in reversed(names) if at < place), None)
        sides = self.parties
        if company in {None, sides.target} and holder in {None, sides.acquirer, sides.target}:
            return sides.label
        return f"{holder or 'holder'} in {company or sides.target or 'the company'}"

    def modality(self, place: int) -> Modality | None:
        """How real the words before (or right behind) a row place say that its figure is."""
        cues = modality_cues()
        words = self.scene.row.words
        sign = words[place]
        for at in range(place - 1, max(place - MODAL_REACH, 0) - 1, -1):
            if words[at] in cues:
                return Modality(cues[words[at]])
            if words[at] == sign or words[at] in STOPS:
                break
        for at in range(place + 1, min(place + 3, len(words))):
            if words[at] in cues:
                return Modality(cues[words[at]])
        return None

    def object_near(self, place: int) -> str | None:
        """What is bought, according to the deal word nearest to a row place; None if unsaid."""
        return self.role_near(place, TARGET)

    def role_near(self, place: int, role: str) -> str | None:
        """Who has a role, according to the deal word nearest to a row place; None if unsaid."""
        found = [(abs(v.place - place), v.name) for v in self.votes if v.role == role]
        return min(found)[1] if found else None

    def subject_before(self, place: int) -> str | None:
        """The organisation named last before a row place in this sentence."""
        left = [
            (at, name) for at, sign, name in self.names() if sign == ORGANISATION and at < place
        ]
        return max(left)[1] if left else None

    def round_label(self, place: int) -> str | None:
        """Which round the words beside a row place name: "seed", "pre-seed", "series b"."""
        words = self.scene.row.words
        for at in range(max(place - 6, 0), min(place + 7, len(words))):
            if words[at] == "series" and at + 1 < len(words) and len(words[at + 1]) == 1:
                return f"series {words[at + 1]}"
            if words[at] in {"seed", "pre-seed"}:
                return words[at]
        return None

    @cached_property
    def buys_part(self) -> bool:
        """Whether the sentence speaks of a part of the target that is bought, below 90 %."""
        words = self.scene.row.words
        stakes = groups()["stake_noun"] | groups()["acquire"]
        return any(
            figure.sign == PERCENT
            and figure.mention.value.low < WHOLE
            and any(meaning.block.attribute == "stake" for meaning in figure.meanings[:1])
            and not stakes.isdisjoint(words[max(figure.place - 5, 0) : figure.place + 5])
            and self.subject_before(figure.place)
            in {self.parties.acquirer, self.parties.target, None}
            for figure in self.figures
        )

    @cached_property
    def is_whole_purchase(self) -> bool:
        """Whether the article's deal is the purchase of all of the target.

        What a company is valued at in such a deal is its price.
        """
        if self.parties.by_funding or self.parties.acquirer is None:
            return False
        return not any(context.buys_part for context in self.everywhere[:OPENING])

    @cached_property
    def main_round(self) -> str | None:
        """The first round that the article names, which is the one that it is about."""
        for context in self.everywhere:
            words = context.scene.row.words
            for at, word in enumerate(words):
                if word in {"series", "seed", "pre-seed"}:
                    label = context.round_label(at)
                    if label is not None:
                        return label
        return None

    def report(self, place: int) -> Modality | None:
        """Reported, rumoured or denied, where the words before a row place say so."""
        found = self.modality(place)
        return None if found is Modality.EXPECTED else found

    def is_long_ago(self, place: int) -> bool:
        """Whether the date nearest to a row place lies well before the article."""
        published = self.scene.article.published
        found = [(abs(at - place), d.value.latest) for at, d in self.dates() if d.value.latest]
        if not found or published is None:
            return False
        nearest = min(found)[1]
        return nearest is not None and published - nearest > LONG_AGO
