"""Whether people began a firm by a verb that is said of products and bids as well.

"Acme was created in 1979 by Jane Roe", "Jane Roe launched Acme in 2014". Refuses what a firm
launches, and what is no firm: a bid, an app, a fund for a deal.
"""

from __future__ import annotations

from functools import cache

from dealfacts.extractor.tokens import DATE, ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words

# "launched by Jane Roe": what a company launches is a product.
BEGUN = frozenset({"launched", "created", "begun"})
# between the verb and its agent: "created back in 1979 by"
DATED = frozenset({"in", "back", "around", "early", "late", DATE})
BEFORE_VERB = frozenset({"was", "were", "is", ",", "which", "that", "first", "originally"})
HANGS_ON = frozenset({"for", "of", "to", "with", "at", "from", "on", "by", "against"})
LONGEST, DESCRIBED = 6, 4


def is_begun(words: tuple[str, ...], place: int) -> bool:
    """Whether the verb at a row place tells of people who began a firm."""
    dated = words[place + 2 : place + 4] == ("in", DATE)
    if words[place - 1] == PERSON and words[place + 1 : place + 2] == (ORGANISATION,) and dated:
        return True
    by = place + 1
    while by < place + LONGEST and words[by : by + 1] and words[by] in DATED:
        by += 1
    if words[by : by + 1] != ("by",) or not _is_person(words[by + 1 : by + 1 + DESCRIBED]):
        return False
    at = place - 1
    while at > 0 and words[at] in BEFORE_VERB:
        at -= 1
    if words[max(at - 1, 0)] in HANGS_ON:
        return False  # "the bid for Acme was launched by"
    is_plain = by == place + 1 or (words[0] == "it" and at == 0 and words[place] == "created")
    return is_plain or words[at] == ORGANISATION or words[at] in _firms()


def _is_person(words: tuple[str, ...]) -> bool:
    """Whether the words behind "by" lead to a person: "former banker Jane Roe"."""
    at = words.index(PERSON) if PERSON in words else len(words)
    return at < len(words) and all(word.isalpha() and word.islower() for word in words[:at])


@cache
def _firms() -> frozenset[str]:
    return kind_words("aged_company") | groups()["company_noun"]
