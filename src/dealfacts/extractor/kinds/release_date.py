"""When a product or plant came out or is to come.

A company that launched was founded. Leaves alone: bids, rounds, results, statements and lawsuits
that are launched or released.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.date_claims import dated, event_words, is_to_come
from dealfacts.extractor.firms_begun import is_firm_begun
from dealfacts.extractor.own_sides import is_side, own_sides
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.tokens import DATE
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("release_date",)
NEEDS = frozenset({DATE})
# How many words a product's name has, and how far a verb of releasing stands before its date.
PRODUCT_WORDS, VERB_REACH = 4, 40
# "When it was unveiled": how far the pronoun stands before the verb.
SUBJECT_NEAR = 3
# "When Acme launched its van": what opens a clause is no part of a name.
OPENERS = frozenset(
    {"when", "while", "after", "since", "as", "before", "in", "once", "but", "and", "by"}
)
PRODUCTS = frozenset(
    {"app", "service", "product", "site", "website", "platform", "model", "drug", "game", "card"}
)
# said of companies as well: see `founded`
LAUNCHED = frozenset({"launched", "started", "began", "opened"})
# "The van went on sale"
ON_SALE = frozenset({"sale"})
# What is unveiled as a deal is, and what parts it from the verb: ", which was unveiled"
AGREEMENTS = frozenset({"agreement", "pact", "accord"})
CLAUSE = frozenset({",", "which", "that"})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a release."""
    for date in dated(context, *ATTRIBUTES):
        event = event_words(context, date)
        if _is_of_company(context, date):
            continue
        if context.words[date.meaning.first] in LAUNCHED and is_firm_begun(context, date):
            continue
        if kind_words("not_product").isdisjoint(event) and not _is_deal(context, date, event):
            modality = Modality.EXPECTED if is_to_come(context, date) else Modality.ACTUAL
            product = product_before(context, date.place)
            if not _is_of_side(context, date, product):
                yield date.draft(product, modality=modality)


def _is_of_side(context: Context, date: Dated, product: str) -> bool:
    """Whether a side is all that could have come out: its terms, its bid or its venture did.

    "The terms were unveiled on Monday by Acme", "Acme launched a bid of its own on Wednesday".
    """
    sides = (each for each in own_sides(context) if each)
    named = any(product == side or product.endswith(f" {side}") for side in sides)
    return named and date.mention.value.grain is Grain.DAY


def _is_of_company(context: Context, date: Dated) -> bool:
    """Whether it is a company that began: "Acme has won a million users since its launch in 2018".

    Not where a product stands between: "Acme's app has had a million users since its launch".
    """
    words, since = context.words, date.meaning.first
    if words[since] != "since" or words[since + 1] != "its":
        return False
    owner = last_before(context.organisations, since)
    if owner is None or not is_side(context, owner.name):
        return False
    between = words[owner.place + 1 : since]
    return PRODUCTS.isdisjoint(between) and "'s" not in between[:1]


def _is_deal(context: Context, date: Dated, event: frozenset[str]) -> bool:
    """Whether what came out is a deal: "the tie-up was unveiled", "a sale ... when it was"."""
    deals = groups()["purchase_noun"] | groups()["offer_noun"] | AGREEMENTS
    if not (deals - ON_SALE).isdisjoint(event):
        return True
    words, first = context.words, date.meaning.first
    # "The takeover, which was unveiled", "their merger, unveiled in May", "the sale unveiled"
    at = first - 1
    while at > 0 and (words[at] in CLAUSE or words[at] in groups()["be"]):
        at -= 1
    if at >= 0 and words[at] in deals and words[at - 1 : at] != ("on",):
        return True
    subject = words[max(date.meaning.first - SUBJECT_NEAR, 0) : date.meaning.first]
    before = frozenset(words[: date.meaning.first])
    return "it" in subject and not deals.isdisjoint(before)


def product_before(context: Context, place: int) -> str:
    """The words that a release date is about: the capitalised words before its verb."""
    row = context.scene.row
    verbs = range(place - 1, max(place - VERB_REACH, 0) - 1, -1)
    verb = next((at for at in verbs if row.words[at] in kind_words("release")), None)
    until = place if verb is None else verb
    while until > 0 and row.words[until - 1] in kind_words("before_release"):
        until -= 1
    text = context.scene.article.text
    first = max(until - PRODUCT_WORDS, 0)
    words = [text[row.starts[at] : row.ends[at]] for at in range(first, until)]
    while words and (not words[0][:1].isupper() or words[0].lower() in OPENERS):
        words.pop(0)
    while words and words[-1].islower():
        words.pop()
    named = "" if verb is None else _named(context, until)
    return " ".join(words) or named or context.parties.target or "the product"


def _named(context: Context, until: int) -> str:
    """The company behind which words are inserted: "Acme, which has two vans, is to open"."""
    if context.words[until : until + 1] != (",",):
        return ""
    named = [each for each in context.uninserted if each.place < until]
    return named[-1].name if named else ""
