"""What one article says about one pair of parties: the unit that deals are grouped from.

Refuses to look beyond the article: which bids are one deal is decided in `deal_joins`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import PartialDate, Person, Term, Text
from dealfacts.model.vocabulary import Basis, Modality, Stage
from dealfacts.reconciler.common_ground import figures_of, shares_of
from dealfacts.reconciler.marks import marks_of
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.subjects import ASPECT, HELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.common_ground import Figure
    from dealfacts.reconciler.marks import Marks
    from dealfacts.reconciler.name_links import NameLinks
    from dealfacts.reconciler.origins import SourceText

Parties = tuple[str | None, str | None]

# Only these speak of a deal; revenue or a chief executive can be told of a company on any day.
OF_A_DEAL = frozenset(
    {
        "acquirer",
        "break_fee",
        "closing_date",
        "deal_amount",
        "deal_status",
        "exchange_ratio",
        "premium",
        "prior_offer",
        "stake",
        "target",
        "valuation",
    }
)
# These do so where both sides are known: "Acme and Beta came to terms on Saturday on a merger".
OF_A_PAIR = frozenset({"announcement_date", "deal_type"})
OF_A_TAKEOVER = frozenset({"premium", "exchange_ratio", "break_fee"})
WHOLE = frozenset({"acquisition", "merger"})
# These speak of a round in which a company raises money.
OF_A_ROUND = frozenset({"total_raised"})
ROUND = "funding round"
# A company that raises money was worth less before; so may be a market, in a story of a purchase.
OF_A_RISE = frozenset({"prior_valuation"})
# These are told of a company, whatever its article takes for the sides of the deal.
OF_A_COMPANY = frozenset({"founded", "headcount", "profit", "revenue"})
DAYS_OF_A_MONTH = 31
REFUSED = frozenset({Stage.REJECTED.value, Stage.DENIED.value})
SOLD = frozenset({Stage.AGREED.value, Stage.CLOSED.value})
MONEY_BASES = frozenset({Basis.PRE_MONEY, Basis.POST_MONEY})


class Bid(NamedTuple):
    """One article's claims about one pair of parties.

    `published` is the article's date, else the day of which it says that the deal was announced;
    `marks` are its sums and what else tells deals apart, `statements` attribute and words of each
    claim, `cast` the people that it gives a post, `firms` the companies that its claims are about;
    `units` are pairs of a unit and its owner; `is_sale` where it says that the deal is agreed or
    done, `is_refused` that it is rejected or denied; `seller` is who sells; `names` are the hashed
    words of its text that open with a capital letter, `figures` its telling sums and shares;
    `rivals` are those of its words that stand with a word for a rival bid; `is_takeover` where only
    shares of a listed company or the whole of one can be meant; `shares` are the parts in percent
    that change hands.
    """

    source: str
    parties: Parties
    published: date | None
    title: str | None
    origin: str
    claims: tuple[str, ...]
    marks: Marks
    statements: frozenset[tuple[str, str]]
    is_round: bool
    is_sale: bool = False
    is_refused: bool = False
    cast: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    units: frozenset[tuple[str, str]] = frozenset()
    seller: str | None = None
    names: frozenset[int] = frozenset()
    figures: frozenset[Figure] = frozenset()
    is_takeover: bool = False
    rivals: frozenset[int] = frozenset()
    shares: frozenset[str] = frozenset()


class _Article(NamedTuple):
    """What is known of an article besides its claims."""

    id: str
    published: date | None
    title: str | None
    origin: str
    rounds: frozenset[str]
    names: frozenset[int]
    rivals: frozenset[int]


def names_of(claims: Iterable[Claim]) -> frozenset[str]:
    """Every name that the claims give as a party."""
    return frozenset(name for claim in claims for name in _parties(claim) if name)


def bids(
    claims: Sequence[Claim],
    sources: Mapping[str, SourceText],
    origin: Mapping[str, str],
    links: NameLinks,
) -> tuple[Bid, ...]:
    """The bids of every article, in the order of source ids and parties."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    found: list[Bid] = []
    for source in sorted(by_source):
        known = sources.get(source)
        article = _Article(
            source,
            known.published if known else None,
            known.title if known else None,
            origin.get(source, source),
            known.fingerprint.rounds if known else frozenset(),
            known.fingerprint.names if known else frozenset(),
            known.fingerprint.rivals if known else frozenset(),
        )
        found.extend(_of_article(article, by_source[source], links))
    return tuple(found)


def _parties(claim: Claim) -> Parties:
    acquirer, target = claim.parties
    return _side(acquirer), _side(target)


def _side(name: str | None) -> str | None:
    """The name of a side; None for what names nobody, as "" and "-" in a table of claims."""
    return name if name and organisation_parts(name).core else None


def _of_article(article: _Article, claims: Sequence[Claim], links: NameLinks) -> Iterable[Bid]:
    held: dict[Parties, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[_parties(claim)].append(claim)
    pairs = sorted(held, key=lambda pair: (-sum(map(bool, pair)), -len(held[pair]), str(pair)))
    # Fuller pairs first: "? / Target" speaks of the one "Acquirer / Target" of its article.
    kept: dict[Parties, list[Claim]] = {}
    for pair in pairs:
        if pair == (None, None):
            continue
        homes = [full for full in kept if _covers(full, pair, links)]
        kept.setdefault(homes[0] if len(homes) == 1 else pair, []).extend(held[pair])
    main = max(kept, key=lambda pair: (len(kept[pair]), str(pair)), default=(None, None))
    kept.setdefault(main, []).extend(held.get((None, None), ()))
    for pair in sorted(kept, key=str):
        telling = OF_A_DEAL if None in pair else OF_A_DEAL | OF_A_PAIR
        if any(claim.attribute in telling for claim in kept[pair]):
            # The lead names the round of the main deal; a bid told in passing is of any round.
            known = article if pair == main else article._replace(rounds=frozenset())
            yield _bid(known, pair, kept[pair])


def _covers(full: Parties, pair: Parties, links: NameLinks) -> bool:
    """Whether all that `pair` names is named by `full`, under any of its spellings."""
    sides = zip(full, pair, strict=True)
    return all(b is None or (a is not None and links.link(a, b) is not None) for a, b in sides)


def _bid(article: _Article, pair: Parties, claims: Sequence[Claim]) -> Bid:
    whole = any(_is_of_whole(claim) for claim in claims)
    raises = any(
        c.attribute in OF_A_ROUND or c.basis in MONEY_BASES or _type(c) == ROUND for c in claims
    )
    rises = any(c.attribute in OF_A_RISE for c in claims)
    # who buys a company tells of the rounds that it raised before
    rounds = frozenset[str]() if whole and not raises else article.rounds
    return Bid(
        article.id,
        pair,
        article.published or _announced(claims),
        article.title,
        article.origin,
        tuple(claim.id for claim in claims),
        marks_of(claims, rounds),
        frozenset((claim.attribute, claim.evidence.quote) for claim in claims),
        bool(rounds) or raises or (rises and not whole),
        any(isinstance(c.value, Term) and c.value.term in SOLD for c in claims),
        any(isinstance(c.value, Term) and c.value.term in REFUSED for c in claims),
        frozenset(c.value.name for c in claims if isinstance(c.value, Person) and c.value.name),
        frozenset(firm for claim in claims for firm in _firms(claim)),
        frozenset(
            (claim.value.text, claim.subject)
            for claim in claims
            if claim.attribute == "unit_name" and isinstance(claim.value, Text)
        ),
        next((claim.seller for claim in claims if claim.seller), None),
        article.names,
        figures_of(claims),
        whole,
        article.rivals,
        shares_of(claims),
    )


def _is_of_whole(claim: Claim) -> bool:
    """Whether a claim can only be made of the purchase of a whole company."""
    return claim.attribute in OF_A_TAKEOVER or _type(claim) in WHOLE


def _type(claim: Claim) -> str | None:
    """What sort of deal a claim says that it is."""
    if claim.attribute == "deal_type" and isinstance(claim.value, Term):
        return claim.value.term
    return None


def _firms(claim: Claim) -> Iterable[str]:
    """The companies that a claim is about apart from its deal: whose post, share or sum."""
    if isinstance(claim.value, Person):
        return (claim.value.organisation,) if claim.value.organisation else ()
    if claim.attribute == "stake" and HELD in claim.subject:
        return tuple(name.partition(ASPECT)[0] for name in claim.subject.split(HELD))
    return (claim.subject.partition(ASPECT)[0],) if claim.attribute in OF_A_COMPANY else ()


def _announced(claims: Sequence[Claim]) -> date | None:
    """The last day, known to the month, on which the article says that its deal was announced."""
    days = [
        claim.value.latest
        for claim in claims
        if claim.attribute == "announcement_date"
        and claim.modality is Modality.ACTUAL
        and isinstance(claim.value, PartialDate)
        and claim.value.earliest
        and claim.value.latest
        and (claim.value.latest - claim.value.earliest).days <= DAYS_OF_A_MONTH
    ]
    return max(days, default=None)
