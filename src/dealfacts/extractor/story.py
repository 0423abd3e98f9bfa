"""What a kind can ask of the whole article: its sentences in context, its deal, who speaks.

Each answer is worked out when a sentence first asks for it, once for the article. Nothing is
decided here; see `context.Context` for one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dealfacts.extractor import (
    backers,
    clause_share_prices,
    deal_types,
    described,
    extent,
    kin,
    listings,
    other_rounds,
    phrases,
    rivals,
    speakers,
    stage_course,
    story_days,
    which_deal,
)
from dealfacts.extractor.context import Context
from dealfacts.extractor.lead_in import LeadIn, lead_ins
from dealfacts.extractor.namesakes import only
from dealfacts.extractor.sides_told import first_told
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.parties import Parties
    from dealfacts.extractor.placed import Named
    from dealfacts.extractor.scene import Reading

# How many sentences the opening of an article has.
OPENING = 6
# Stages before any terms are agreed.
EARLY = frozenset({"rumoured", "talks"})


@dataclass(frozen=True)
class Story:
    """One article as read: its deal, the votes of each sentence on it, its sentences in context."""

    reading: Reading
    parties: Parties
    votes: tuple[tuple[Vote, ...], ...]

    @cached_property
    def own_sides(self) -> tuple[str, ...]:
        """The target, the acquirer and the seller, as far as the article names them."""
        sides = self.parties.target, self.parties.acquirer, self.parties.seller
        return tuple(side for side in sides if side is not None)

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        """Every sentence, in order."""
        return tuple(Context(scene, self) for scene in self.reading.scenes)

    @cached_property
    def lead_ins(self) -> tuple[Mapping[int, LeadIn], ...]:
        """For each sentence: the place of a figure in a fragment -> the words that lead it."""
        return lead_ins(self.reading.scenes)

    @cached_property
    def employers(self) -> Mapping[str, str]:
        """Person -> the organisation of the first post for which the article names one."""
        found: dict[str, str] = {}
        long_form = self.reading.long_form
        for context in self.contexts:
            for post in context.posts:
                if post.organisation is not None and post.modality is not Modality.FORMER:
                    found.setdefault(long_form(post.person), long_form(post.organisation))
        return found

    @cached_property
    def has_one_company(self) -> bool:
        """Whether the target is the only side with officers whom an article calls by title alone.

        A round has many investors, and a fund, a consortium or a person buys without a board of
        its own in the story.
        """
        buyer, names = self.parties.acquirer, self.reading.names
        if buyer is None or self.parties.by_funding:
            return self.parties.by_funding or self.sole_company is not None
        is_person = any(names.long[start] == buyer for start in names.people)
        return is_person or not kind_words("fund_name").isdisjoint(buyer.lower().split())

    @cached_property
    def sole_company(self) -> str | None:
        """The only organisation that the article names."""
        names = self.reading.names
        return only(names.long[at] or "" for at in names.organisations) or None

    @cached_property
    def described(self) -> Mapping[str, str]:
        """Noun -> the only organisation that the article describes by it: "Acme, an airline"."""
        return described.unambiguous(self.contexts)

    @cached_property
    def speakers(self) -> tuple[str | None, ...]:
        """Who speaks in each quotation of the article."""
        return speakers.speakers(self)

    @cached_property
    def sides_told(self) -> Mapping[str, tuple[int, Named]]:
        """By role: the number of the sentence that first names the side in it, and its name."""
        return first_told(self.contexts)

    @cached_property
    def deal_type(self) -> deal_types.Type | None:
        """What sort of deal the article tells of, and the word that says so."""
        if self.parties.acquirer is None and self.parties.seller is None and not self.stages:
            return None
        return deal_types.deal_type(self.contexts, self.parties)

    @cached_property
    def round_sums(self) -> Mapping[str, Decimal]:
        """By currency what the round of the article comes to."""
        return backers.round_sums(self.contexts)

    @cached_property
    def unit_prices(self) -> Mapping[str, tuple[Decimal, Decimal]]:
        """By currency the least and the largest price of a share that the article surely tells."""
        return clause_share_prices.unit_prices(self.contexts)

    @cached_property
    def main_round(self) -> str | None:
        """The label of the funding round that the article is about."""
        return other_rounds.main_round(self)

    @cached_property
    def kin(self) -> tuple[str, ...]:
        """The companies of one house with a side: its parent, its owner, its vehicle."""
        return kin.kin(self.contexts)

    @cached_property
    def rivals(self) -> frozenset[str]:
        """Who bids against the buyer, as the article tells; none without a buyer."""
        return rivals.rivals(self.contexts) if self.parties.acquirer is not None else frozenset()

    @cached_property
    def news_day(self) -> date | None:
        """The day from which the article looks back; dates well before it are of other deals."""
        return which_deal.news_day(self)

    @cached_property
    def stages(self) -> Mapping[int, tuple[phrases.Told, ...]]:
        """By sentence number the first mentions of each stage of the deal."""
        return phrases.news(self)

    @cached_property
    def foresees_closing(self) -> bool:
        """Whether the deal is still to close, whatever "has bought" says of it."""
        return any(stage_course.foresees_closing(each) for each in self.contexts)

    @cached_property
    def has_closing_day(self) -> bool:
        """Whether the article gives the closing of its deal a day by words of their own."""
        return any(story_days.has_closing_day(each) for each in self.contexts)

    @cached_property
    def has_announcement_day(self) -> bool:
        """Whether the article gives the announcement of its deal a day."""
        return any(story_days.has_announcement_day(each) for each in self.contexts)

    @cached_property
    def is_done(self) -> bool:
        """Whether the first thing that the article tells of its purchase is that it is done."""
        return story_days.is_done(self)

    @cached_property
    def is_hearsay(self) -> bool:
        """Whether the article tells of talks or rumours alone, and has that from others."""
        told = {each.term for stages in self.stages.values() for each in stages}
        return bool(told) and told <= EARLY and any(each.is_hearsay for each in self.contexts)

    @cached_property
    def is_part_purchase(self) -> bool:
        """Whether a part of the target is bought."""
        return extent.is_part_purchase(self)

    @cached_property
    def is_whole_purchase(self) -> bool:
        """Whether all of the target is bought; its valuation is then the price."""
        return extent.is_whole_purchase(self)

    @cached_property
    def is_merger(self) -> bool:
        """Whether the opening of the article speaks of a merger."""
        return any(
            not either(party_cues().union_noun, party_cues().merge).isdisjoint(context.vocabulary)
            for context in self.contexts[:OPENING]
        )

    @cached_property
    def is_by_shell(self) -> bool:
        """Whether the target goes public by merging with a listed shell."""
        return listings.is_by_shell(self)
