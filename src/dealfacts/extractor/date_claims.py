"""From the meanings of a date to drafts: what all kinds that are about dates share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Mention
    from dealfacts.extractor.readings import Reading
    from dealfacts.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, its row place, and the meaning that its words give it."""

    mention: Mention[PartialDate]
    place: int
    meaning: Reading

    def draft(self, subject: str, *, modality: Modality = Modality.ACTUAL) -> Draft:
        """The draft for this date."""
        return Draft(
            attribute=self.meaning.block.attribute,
            subject=subject,
            start=self.mention.start,
            end=self.mention.end,
            value=self.mention.value,
            score=self.meaning.score,
            reasons=(f"the words read as: {self.meaning.pattern}",),
            hedge=self.mention.hedge,
            modality=modality,
        )


def dated(context: Context, *attributes: str) -> Iterator[Dated]:
    """Every date of the sentence with its strongest meaning among `attributes`."""
    for place, mention in context.dates:
        for meaning in context.date_meanings(place):
            if meaning.block.attribute in attributes:
                yield Dated(mention, place, meaning)
                break
