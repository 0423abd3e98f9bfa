"""What ends, is turned down, forbidden or talked over, where that is goods, wages or work.

"Stopped the sale of raw milk", "ended its sponsorship agreement", "rejected a pay offer", "withdrew
it from sale", "signed a deal to supply cheese". Refuses to weigh who is bought; `stage_objects`
does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY, NAMES, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told

AGREEMENTS = frozenset({"deal", "agreement", "contract", "pact", "accord", "term", "partnership"})
SALE, FROM = frozenset({"sale", "disposal"}), "from"
OF, TO, ON = ("of",), "to", ("on",)
PROPOSALS = frozenset({"proposal", "offer"})
# How far behind a noun stands what it is of, and what its maker offers to do.
OF_REACH, TO_REACH = 6, 5
STOPS = frozenset({",", ";", "and", "that", "which", "after", "because"})
FIGURES = frozenset({MONEY, PERCENT})


def is_of_thing(context: Context, each: Told) -> bool:
    """Whether the noun of a stage phrase is of goods, wages or work, and of no company."""
    words = context.words
    known = either(AGREEMENTS, SALE, groups()["offer_noun"], groups()["talks"])
    at = next((at for at in range(each.last, each.first - 1, -1) if words[at] in known), None)
    if at is None or words[at + 1 : at + 2] == ("'s",):
        return False
    word, before = words[at], words[at - 1] if at else ""
    behind = words[at + 1 : at + 1 + OF_REACH]
    if before in kind_words("no_deal_of"):
        return True  # "a pay offer", "a supply agreement"
    if word in groups()["talks"]:
        return not kind_words("no_talks_with").isdisjoint(behind)
    if word in SALE:
        # "withdrew it from sale", "the sale of raw milk"
        return before == FROM or (behind[:1] == OF and _is_goods(behind[1:]))
    if word in PROPOSALS and behind[:1] == ON:
        return True  # "the proposal on milk prices"
    is_offer = word in PROPOSALS and each.term == "rejected"
    return (is_offer or word in AGREEMENTS) and _is_for_work(
        behind[:TO_REACH], is_next=word in AGREEMENTS
    )


def _is_goods(behind: tuple[str, ...]) -> bool:
    """Whether nothing that can be a company, or a part of one, stands behind "the sale of"."""
    end = next((at for at, word in enumerate(behind) if word in STOPS), len(behind))
    words = frozenset(behind[:end])
    of_deals = kind_words("any_company", "more_companies", "stands_for_side", "sold_parts")
    return words.isdisjoint(NAMES | FIGURES | of_deals | groups()["company_noun"])


def _is_for_work(behind: tuple[str, ...], *, is_next: bool) -> bool:
    """Whether a verb behind "to" is none of dealing: "an offer from the council to build"."""
    if TO not in behind or (is_next and behind[0] != TO):
        return False
    at = behind.index(TO)
    if not STOPS.isdisjoint(behind[:at]) or at + 1 >= len(behind):
        return False
    # "to jointly acquire"
    verbs = frozenset(behind[at + 1 : at + 3])
    known = groups()
    deals = either(known["acquire"], known["sell_off"], known["buy"], kind_words("agreed_to"))
    return behind[at + 1].islower() and verbs.isdisjoint(deals)
