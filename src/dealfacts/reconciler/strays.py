"""Finds the deal of a bid that the article names half, oddly or not at all.

Signs, the strongest first: the text is a copy of another's; the headline names both sides of a
deal; its claims are about the other side of a party's deal; the one known side is a party of it;
the headline names its target; the sum is the same in the same weeks. A sign counts only where it
points at one deal. Refuses to move a bid whose headline bears out its own parties.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.lexicon.name_words import PLACE, flags
from dealfacts.reconciler.chains import FRESH_DAYS, Chain, goes_with, may_be_one
from dealfacts.reconciler.common_ground import ENOUGH, PLENTY, Ground, ground
from dealfacts.reconciler.headlines import names_it
from dealfacts.reconciler.name_links import members
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.names import compare_organisations, extends
from dealfacts.reconciler.speaking_of import speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.reconciler.clusters import Clusters
    from dealfacts.reconciler.name_links import NameLinks

# "$1 billion" is the price of many a deal; two digits more, and it is hardly chance.
TELLING_DIGITS = 2
# So many articles may misread the sides of a deal alike.
PAIR = 2


def _is_spoken_of(side: str, firms: Iterable[str]) -> bool:
    return any(compare_organisations(side, firm).links or extends(side, firm) for firm in firms)


def _is_place(side: str) -> bool:
    """Whether a party is a town: where a member of parliament is from, or a works stands."""
    return bool(flags(side) & PLACE)


def _names_one(chain: Chain, other: Chain) -> bool:
    """Whether one of two articles speaks of a side of the other; texts that are unknown may."""
    if not chain.names or not other.names:
        return True
    return any(speaks_of(other.names, side) for side in chain.sides) or any(
        speaks_of(chain.names, side) for side in other.sides
    )


def _is_borne_out(own: Iterable[Chain]) -> bool:
    """Whether a headline names both sides of its article, or there is none."""
    return any(
        not bid.title or all(side and names_it(bid.title, side) for side in bid.parties)
        for chain in own
        for bid in chain.bids
    )


def _titles(own: Iterable[Chain]) -> set[str]:
    return {bid.title for chain in own for bid in chain.bids if bid.title}


class Strays:
    """The search for homes; `clusters` changes as they are found."""

    def __init__(self, clusters: Clusters, links: NameLinks) -> None:
        """Indexes the chains by party and by sum."""
        self.clusters = clusters
        self.links = links
        self.chains = clusters.chains
        self.wholes = clusters.wholes()
        self.by_name: dict[str, list[int]] = defaultdict(list)
        self.by_head: dict[str, set[str]] = defaultdict(set)
        self.by_origin: dict[str, list[int]] = defaultdict(list)
        self.by_sum: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, chain in enumerate(self.chains):
            for name in chain.sides:
                self.by_name[name].append(at)
                for part in members(name):
                    self.by_head[organisation_parts(part).core[0]].add(name)
                    self.by_head[organisation_parts(part).core[-1]].add(name)
            for told in {bid.origin for bid in chain.bids}:
                self.by_origin[told].append(at)
            for amount in chain.amounts:
                self.by_sum[amount].append(at)

    def settle(self) -> None:
        """Gives each stray its home, where one alone is pointed at."""
        for top, places in self.clusters.members().items():
            own = [self.chains[at] for at in places]
            full = any(chain.full for chain in own)
            told = len({bid.source for chain in own for bid in chain.bids})
            if full and (told > PAIR or _is_borne_out(own)):
                continue
            # two articles that misread their sides alike have to share more than a headline
            search = self._home if not full or told == 1 else self._by_ground
            found = search(top, own)
            if found is not None:
                sides = " / ".join(side or "?" for side in own[0].parties)
                self.clusters.join(found[0], top, f"{sides}: {found[1]}")

    def _home(self, top: int, own: list[Chain]) -> tuple[int, str] | None:
        """The one deal that the strongest sign points at, and the sign in words."""
        full = any(chain.full for chain in own)
        left: set[int] = set()
        for sign, found in (
            ("a copy of an article about this deal", self._by_origin(own)),
            ("the headline names both sides", self._by_headline(own, both=True)),
            ("what it says of companies names the other side", self._by_firms(own)),
            ("no other deal has this party at that time", () if full else self._by_party(own)),
            ("the headline names the target", () if full else self._by_headline(own, both=False)),
            ("the same sum at that time", self._by_sum(own)),
        ):
            pointed = {self.clusters.find(at) for at in found if self.clusters.may_join(top, at)}
            # A weaker sign chooses among what the stronger ones have left over.
            pointed = pointed & left if left else pointed
            if len(pointed) == 1:
                return pointed.pop(), sign
            left = pointed or left
        same = {self.clusters.find(at) for at in self._by_sum(own, told_apart=True)} & left
        if len(same) == 1:
            return same.pop(), "of the deals that fit, one has this sum"
        return self._by_ground(top, own)

    def _by_ground(self, top: int, own: list[Chain]) -> tuple[int, str] | None:
        """The one deal with which the stray has most in common, if that is enough."""
        linked: set[str] = set()
        for name in {side for chain in own for side in chain.sides}:
            linked |= self.links.of(name)
        for title in _titles(own):
            linked |= self._in_headline(title)
        places = (at for at in self._places(linked) if self.clusters.may_join(top, at))
        best: dict[int, Ground] = {}
        for at in places:
            found = self._ground(own, self.wholes[at])
            home = self.clusters.find(at)
            if found.weight > best.get(home, Ground()).weight:
                best[home] = found
        most = max((one.weight for one in best.values()), default=0)
        homes = [
            (at, f"both speak of {one.told}") for at, one in best.items() if one.weight == most
        ]
        return homes[0] if len(homes) == 1 else None

    def _ground(self, own: list[Chain], other: Chain) -> Ground:
        """What the stray has in common with another chain, if it is enough at that distance."""
        if not any(may_be_one(chain, other) for chain in own):
            return Ground()
        found = ground(own, other)
        near = min(chain.days_to(other) for chain in own) <= FRESH_DAYS
        return found if found.weight >= (ENOUGH if near else PLENTY) else Ground()

    def _by_origin(self, own: list[Chain]) -> Iterator[int]:
        for told in {bid.origin for chain in own for bid in chain.bids}:
            yield from (at for at in self.by_origin[told] if self._fits(own, at))

    def _kin(self, own: list[Chain], at: int) -> bool:
        """Whether the stray has a side in common with chain `at`, or one that nobody names."""
        if not any(chain.full for chain in own):
            return True
        names = {side for chain in own for side in chain.sides}
        return any(self.links.link(a, b) for a in names for b in self.chains[at].sides)

    def _fits(self, own: list[Chain], at: int) -> bool:
        return any(may_be_one(chain, self.chains[at]) for chain in own) and self._kin(own, at)

    def _fits_alone(self, own: list[Chain], at: int) -> bool:
        """As `_fits`, where the names are all that there is to go by."""
        named = [chain for chain in own if chain.sides]
        alone = all(goes_with(chain, self.chains[at]) for chain in named)
        return alone and self._fits(own, at)

    def _by_headline(self, own: list[Chain], *, both: bool) -> Iterator[int]:
        for title in _titles(own):
            named = self._in_headline(title)
            for at in self._places(named):
                acquirer, target = self.chains[at].parties
                fits = self._fits if both else self._fits_alone
                if target in named and (acquirer in named or not both) and fits(own, at):
                    yield at

    def _in_headline(self, title: str) -> set[str]:
        """The parties of the drop that a headline names."""
        words = organisation_parts(title).core
        return {n for word in words for n in self.by_head.get(word, ()) if names_it(title, n)}

    def _by_firms(self, own: list[Chain]) -> Iterator[int]:
        """Deals of a known party whose other side the stray speaks of, and of its own it does not.

        "Acme / Beta" with the staff of Gamma and none of Beta's is about Acme and Gamma.
        """
        firms = {firm for chain in own for bid in chain.bids for firm in bid.firms}
        targets = {chain.target for chain in own if chain.full}
        if any(not _is_place(target) and _is_spoken_of(target, firms) for target in targets):
            return
        for firm in firms:
            heads = organisation_parts(firm).core[:1]  # a name of signs alone has none
            known = self.by_head.get("".join(heads), ())
            for name in (name for name in known if compare_organisations(firm, name).links):
                for at in self.by_name[name]:
                    other = self.chains[at]
                    near = min(chain.days_to(other) for chain in own) <= FRESH_DAYS
                    if near and self._has_other_side(own, at, name, firms) and self._fits(own, at):
                        yield at

    def _has_other_side(self, own: list[Chain], at: int, name: str, firms: set[str]) -> bool:
        """Whether a party of the stray, or another company it speaks of, is beside `name`."""
        others = [side for side in self.chains[at].sides if side != name]
        mine = {side for chain in own for side in chain.sides}
        linked = any(self.links.link(a, b) for a in mine for b in others)
        return linked or any(_is_spoken_of(side, firms) for side in others)

    def _by_party(self, own: list[Chain]) -> Iterator[int]:
        for lone in own:
            side = 0 if lone.buyer else 1
            linked = self.links.of(lone.buyer or lone.target)
            for at in self._places(linked):
                chain = self.chains[at]
                # a round without a day, beside an article with one: its sum tells which round it is
                fits = goes_with if chain.is_round and lone.dates else may_be_one
                if chain.full and chain.parties[side] in linked and fits(lone, chain):
                    yield at

    def _places(self, names: Iterable[str]) -> Iterator[int]:
        yield from {at for name in names for at in self.by_name[name]}

    def _by_sum(self, own: list[Chain], *, told_apart: bool = False) -> Iterator[int]:
        """Chains with the same sum; a round one counts where it is told apart by more."""
        for chain in own:
            for amount in chain.amounts:
                telling = len(amount[1].strip("0").replace(".", "")) >= TELLING_DIGITS
                for at in self.by_sum[amount]:
                    other = self.chains[at]
                    dated = bool(chain.dates and other.dates)
                    near = chain.days_to(other) <= FRESH_DAYS
                    sure = dated if chain.full else told_apart or telling or dated
                    if near and sure and self._kin(own, at) and _names_one(chain, other):
                        yield at


def settle(clusters: Clusters, links: NameLinks) -> None:
    """Joins every stray to the one deal that the signs point at."""
    Strays(clusters, links).settle()
