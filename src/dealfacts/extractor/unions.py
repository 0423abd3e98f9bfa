"""Mergers that a headline tells from either side: who buys is told by the verb of the story.

"Acme agrees merger with Beta", and then "Beta has agreed to buy Acme". Refuses to look beyond the
opening of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.prominence import WEIGHTS
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.scene import Reading, Scene

NOUNS = frozenset({"merger", "combination", "tie-up", "mergers"})


def told_by_verb(reading: Reading, votes: Sequence[Sequence[Vote]]) -> frozenset[str]:
    """Who buys by a verb of the opening that has a target as well."""
    found: set[str] = set()
    for scene, cast in zip(reading.scenes, votes, strict=True):
        if scene.rank < len(WEIGHTS):
            bought = {vote.place for vote in cast if vote.role == TARGET}
            verbs = {at for at in bought if scene.row.words[at] in party_cues().buy}
            found |= {v.name for v in cast if v.role == BUYER and v.place in verbs}
    return frozenset(found)


def is_of_union(scene: Scene, vote: Vote) -> bool:
    """Whether the word that a vote rests on makes one of two, whoever buys."""
    return scene.row.words[vote.place] in either(party_cues().merge, NOUNS)
