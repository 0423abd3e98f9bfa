"""What an article takes back: "An earlier version of this story said that the price was" so much.

Such a figure is denied by the article that prints it, whoever else still says so. Refuses to look
beyond the clause: "; it is $2.8bn" is what the article now says.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

# "version of this story, published on Monday, said"
SAID_REACH = 9
VERSION = frozenset({"version", "versions"})


def taken_back(context: Context, draft: Draft) -> Draft:
    """The draft, denied where it is what an earlier version of its article said."""
    if VERSION.isdisjoint(context.vocabulary):
        return draft
    if context.scene.row.at(draft.start) not in _withdrawn(context):
        return draft
    reason = "the article takes back what an earlier version said"
    return draft._replace(modality=Modality.DENIED, reasons=(*draft.reasons, reason))


def _withdrawn(context: Context) -> range:
    """The row places of what an earlier version of the article said; none without a correction."""
    words = context.words
    version = next(
        (
            at + 1
            for at, pair in enumerate(pairwise(words))
            if pair[0] in kind_words("earlier_version") and pair[1] in VERSION
        ),
        len(words),
    )
    behind = range(version, min(version + SAID_REACH, len(words)))
    first = next((at for at in behind if words[at] in kind_words("had_said")), len(words))
    ends = kind_words("set_right")
    last = next((at for at in range(first, len(words)) if words[at] in ends), len(words))
    return range(first, last)
