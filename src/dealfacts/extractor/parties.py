"""Who the deal of an article is between: the votes of its sentences, weighed by prominence.

Headline and lead count most. The pair with the most votes is the deal; nothing else of the article
is decided here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.ballots import ASSET, BUYER, SELLER, TARGET, is_compared
from dealfacts.extractor.buyers_elsewhere import headline_buyer, of_other_buyers, of_others
from dealfacts.extractor.prominence import HEADINGS, PLAIN_PURCHASE, WEIGHTS, mentions, no_sides
from dealfacts.extractor.raised import raises_money
from dealfacts.extractor.shells import shells
from dealfacts.extractor.tokens import MONEY
from dealfacts.extractor.unions import is_of_union, told_by_verb
from dealfacts.extractor.which_deal import LONG_AGO
from dealfacts.lexicon import name_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.scene import Reading, Scene

# A name that is hardly mentioned is seldom a side; a person seldom buys in their own name.
BASE, FUNDING_BASE, PERSON_SHARE = 0.25, 0.02, 0.35
# Fewer votes for a buyer weigh less than a name that stands in headline and lead.
FEW_VOTES = 5


class Parties(NamedTuple):
    """The sides of an article's deal, in long form; `by_funding` where money is raised.

    `asset` is what is sold where it is a part of the seller without a name of its own, as printed;
    `target` is then that part with its owner: "Contoso packaged snacks business".
    """

    acquirer: str | None = None
    target: str | None = None
    seller: str | None = None
    by_funding: bool = False
    asset: str | None = None

    @property
    def label(self) -> str:
        """`Acquirer / Target`, or the one that is known, or who sells."""
        sides = [side for side in (self.acquirer, self.target) if side]
        return " / ".join(sides) or self.seller or "the deal"


def _is_comparison(scene: Scene) -> bool:
    """Whether a sentence of the body sets another deal beside the article's."""
    published = scene.article.published
    if not kind_words("comparison").isdisjoint(scene.row.vocabulary):
        return True
    return published is not None and any(
        date.value.latest is not None and published - date.value.latest > LONG_AGO
        for date in scene.dates
    )


def _is_short(name: str, buyer: str | None) -> bool:
    """Whether a name is the buyer's, shorter or longer: "Northwind", "Northwind Oil", "Oil".

    "Northwind Energy" and "Northwind Wind" are parent and daughter: one may buy the other.
    """
    if buyer is None:
        return False
    short, long = sorted((f" {name} ", f" {buyer} "), key=len)
    return short in long


def _is_kin(name: str, target: str | None) -> bool:
    """Whether a name opens as the target's does: a parent is rather its seller."""
    return target is not None and name.partition(" ")[0] == target.partition(" ")[0]


def _is_place(name: str) -> bool:
    """Whether a name is that of a town or region."""
    return bool(name_words.flags(name) & name_words.PLACE)


def _is_market(name: str) -> bool:
    """Whether a name is that of an exchange."""
    return bool(name_words.flags(name) & name_words.MARKET)


class _Poll(NamedTuple):
    """The votes of an article: by role and name; who has one by a plain verb or noun of buying.

    `raising` and `buying` weigh the words for money raised and for purchases of a whole.
    """

    tally: Mapping[str, Counter[str]]
    plain: frozenset[str]
    raising: int
    buying: int


def _poll(reading: Reading, votes: Sequence[Sequence[Vote]]) -> _Poll:
    """Count the votes, those of headline and lead more than once."""
    cues = party_cues()
    tally: dict[str, Counter[str]] = {role: Counter() for role in (BUYER, TARGET, SELLER, ASSET)}
    raising = buying = 0
    buying_first = told_by_verb(reading, votes)
    for scene, cast in zip(reading.scenes, votes, strict=True):
        is_heading = scene.sentence.part in HEADINGS
        is_opening = scene.rank < len(WEIGHTS)
        weight = (WEIGHTS[scene.rank] if is_opening else 1) * (2 if is_heading else 1)
        is_aside = not is_opening and _is_comparison(scene)
        for vote in cast:
            if vote.role == ASSET and (is_heading or not is_opening):
                continue  # the opening of the story says it in full
            if vote.role != BUYER and is_compared(scene.row.words, vote.place):
                continue  # "its biggest since": the buyer is the same
            if vote.role == TARGET and vote.name in buying_first and is_of_union(scene, vote):
                continue  # "agrees merger with NAME", and then "NAME has agreed to buy"
            tally[vote.role][vote.name] += 0 if is_aside else vote.strength * weight
            if vote.strength >= PLAIN_PURCHASE and vote.role != ASSET:
                buying += weight
        row = scene.row
        raising += weight * len(row.places(cues.round_noun))
        if MONEY in row.vocabulary:
            raises = row.places(cues.raise_money)
            raising += weight * sum(raises_money(row.words[at + 1 : at + 5]) for at in raises)
        buying += weight * len(row.places(cues.whole_noun))
    plain = {v.name for cast in votes for v in cast if v.strength >= PLAIN_PURCHASE}
    return _Poll(tally, frozenset(plain), raising, buying)


def parties(reading: Reading, votes: Sequence[Sequence[Vote]]) -> Parties:
    """The sides of the article's deal; what neither cue nor prominence names stays None.

    `votes` are those of each scene of the reading.
    """
    poll = _poll(reading, votes)
    tally = poll.tally
    counted, people, sources = mentions(reading)
    # a name that stands once in the body is no side where others are repeated
    is_repeated = any(count > 1 for count in counted.values())
    bodies = no_sides(reading, counted) | sources
    purses = shells(reading)
    passing = bodies | {
        name
        for name, count in counted.items()
        if is_repeated and count <= 1 and name not in poll.plain
    }
    # an exchange is where shares begin to trade; it is a side where it buys or is bought
    bodies |= {name for name in counted if _is_market(name) and name not in poll.plain}
    passing |= bodies
    led = {name for name in counted if counted[name] >= WEIGHTS[0]} - bodies
    if len(led) > 1:
        # two names of headline and lead leave no room for one of the body: "it once bid for NAME"
        passing |= {name for name, count in counted.items() if count <= 1}
    by_funding = poll.raising > poll.buying
    base = FUNDING_BASE if by_funding else BASE
    if by_funding:
        # whoever raises money is what the story is about
        tally[TARGET].update(
            {
                n: counted[n]
                for n in counted
                if n not in people and tally[BUYER][n] <= tally[TARGET][n]
            }
        )
    tally[TARGET] -= of_other_buyers(reading, votes, headline_buyer(reading, votes))
    target = _best(tally[TARGET], tally[BUYER], counted, people, *passing, base=base)
    tally[BUYER] -= of_others(reading, votes, target)
    # who sells in the headline once bought what is sold
    rivals = Counter(tally[TARGET]) + Counter(tally[SELLER])
    buyer = _best(tally[BUYER], rivals, counted, people, target, *passing)
    voted = {name for votes_for in tally.values() for name in votes_for}
    prominent = [
        name
        for name, count in counted.most_common(3)
        if name not in people | bodies and (count > 1 or name in voted or not is_repeated)
    ]
    # who sells goods only is no side
    told = {v.name for cast in votes for v in cast if v.role == SELLER and v.strength > 1}
    if target is None and buyer is None and poll.buying and not by_funding:
        # of two names of the headline, who buys is spoken of most; who sells does not buy
        most = [name for name in prominent[:1] if name not in told]
        buyer = next((name for name in most if len(led.intersection(prominent)) > 1), None)
    if target is None:
        no_targets = purses | {name for name in prominent if tally[SELLER][name]}
        # where a works stands is no target; of rivals and kin of the buyer's the rival is
        towns = sorted(prominent, key=lambda name: (_is_place(name), _is_kin(name, buyer)))
        others = (n for n in towns if not (_is_short(n, buyer) or n in no_targets))
        if buyer is None and told.intersection(prominent[:1]):
            buyer = next(others, None)  # "Acme parts with a unit": the other one gets it
        else:
            target = next(others, None)
    if by_funding and buyer in people:
        buyer = None
    is_weak = buyer is None or tally[BUYER][buyer] < FEW_VOTES
    if is_weak and not by_funding and poll.buying:
        bidders = (
            name
            for name in prominent[:2]
            if name != target
            and (counted[name] >= WEIGHTS[0] or tally[BUYER][name])
            and tally[TARGET][name] <= tally[BUYER][name]
            and not (tally[SELLER][name] or _is_kin(name, target))
        )
        buyer = next(bidders, buyer)
    tally[SELLER] -= of_others(reading, votes, target, SELLER)
    countries = {name for name in tally[SELLER] if _is_place(name)}  # "Exampleland's Contoso"
    no_sellers = bodies | people | countries | (tally[SELLER].keys() - told)
    seller = _best(tally[SELLER], tally[BUYER], counted, people, target, buyer, *no_sellers)
    asset = None if by_funding else _asset(tally)
    if asset is not None:
        target = f"{seller} {asset}" if seller else asset
    return Parties(buyer, target, seller, by_funding=by_funding, asset=asset)


def _asset(tally: Mapping[str, Counter[str]]) -> str | None:
    """The part that is sold, where the opening says so more plainly than it names a target."""
    named = max(tally[TARGET].values(), default=0)
    if not tally[ASSET] or tally[ASSET].total() < named:
        return None
    return tally[ASSET].most_common(1)[0][0]


def _best(
    for_: Counter[str],
    against: Counter[str],
    counted: Counter[str],
    people: frozenset[str],
    *taken: str | None,
    base: float = BASE,
) -> str | None:
    """The name with the most votes net of the other side's, weighed by its prominence."""
    most = max(counted.values(), default=1)

    def weight(name: str) -> float:
        share = counted[name] / most
        return (
            (for_[name] - against[name] / 2)
            * (base + share)
            * (PERSON_SHARE if name in people else 1)
        )

    # of equals the one that the article names first
    ranked = sorted((name for name in for_ if name not in taken), key=lambda n: -weight(n))
    return ranked[0] if ranked and weight(ranked[0]) > 0 else None
