"""Whether a company goes public by merging with a listed shell, and what its sums then mean.

Nobody pays for the company in such a deal: what it is "worth" is the company's valuation, and money
comes from the shell's trust and from new shares. Refuses to name the shell; the sides are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.readings import Reading
    from dealfacts.extractor.story import Story

# How much of an article says what it is about.
OPENING = 12
# "a special purpose acquisition company"
SPELLED = frozenset({"special", "purpose"}), frozenset({"special-purpose"})
WORTH = frozenset({"unspecified", "equity", "enterprise", "including_debt"})


def is_by_shell(story: Story) -> bool:
    """Whether the opening of an article speaks of a shell that is listed to merge."""
    return any(
        not kind_words("shell").isdisjoint(context.vocabulary)
        or (
            "acquisition" in context.vocabulary
            and any(words <= context.vocabulary for words in SPELLED)
        )
        for context in story.contexts[:OPENING]
    )


def is_worth(context: Context, meaning: Reading) -> bool:
    """Whether a "price" of such a deal is what the company is valued at in it."""
    block = meaning.block
    return context.story.is_by_shell and not block.about and block.basis in WORTH
