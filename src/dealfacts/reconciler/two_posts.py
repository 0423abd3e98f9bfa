"""ROL001 for one person: two posts at one company that are not held together.

"Chairman" in one article and "vice chairman" in another, or chief executive here and chief
financial officer there. Articles may each name one of several posts that a person does hold: what
any article gives together is no finding, nor is one article's word against another's on posts that
the lexicon of roles knows to go together.

Refuses to compare posts of different companies and times.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dealfacts.lexicon import roles
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Change, Modality, Severity
from dealfacts.reconciler.posts import NOWHERE, post
from dealfacts.reconciler.slots import Spelling, disputed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.slots import Result

WHY = "one person; no article gives both posts, and few people hold them together"
OFTEN = "one person; no article gives both posts, though people often hold them together"
# So many articles would hardly all leave out that a chief executive is chairman as well.
SEVERAL = 2
PASSING = frozenset({Modality.FORMER, Modality.INCOMING, Modality.DENIED, Modality.EXPECTED})


def two_posts(
    deal: str | None,
    by_person: Mapping[str, Sequence[Claim]],
    employers: Mapping[str, str],
    context: Context,
) -> Iterator[Result]:
    """A finding for every pair of posts at one company that articles give one person."""
    for person, claims in sorted(by_person.items()):
        held: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        moving: set[str] = set()
        for claim in claims:
            firm = employers.get(claim.id, NOWHERE)
            if not isinstance(claim.value, Person) or firm == NOWHERE:
                continue
            if claim.modality in PASSING or claim.value.change not in {None, Change.REMAINS}:
                moving.add(firm)
            elif roles.is_ranked(head := post(claim)):
                held[firm][head].append(claim)
        for firm, posts in sorted(held.items()):
            for one, other, severity in _clashes(posts) if firm not in moving else ():
                sides = [Spelling(head, tuple(posts[head])) for head in (one, other)]
                yield _told(deal, person, firm, sides, severity, context)


def _told(
    deal: str | None,
    person: str,
    firm: str,
    sides: list[Spelling],
    severity: Severity,
    context: Context,
) -> Result:
    subject, heading = f"{person}: posts at {firm}", f"Two posts of one person, {person} at {firm}"
    why = OFTEN if roles.go_together(*(side.name for side in sides)) else WHY
    fact, finding = disputed("ROL001", deal, subject, sides, (why,), context, heading)
    return fact, finding.model_copy(update={"severity": severity})


def _clashes(posts: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[str, str, Severity]]:
    """Pairs of posts that no article gives together and that do not go together.

    A post and its lower form cannot both be right; of two others a person may well hold both. A
    chairman is often chief executive too, but then one of several articles says so.
    """
    sources = {head: {claim.source for claim in told} for head, told in posts.items()}
    for one, other in combinations(sorted(posts), 2):
        if sources[one] & sources[other]:
            continue
        if roles.go_together(one, other):
            ranked = roles.is_ranked(one) and roles.is_ranked(other)
            if ranked and max(len(sources[one]), len(sources[other])) >= SEVERAL:
                yield one, other, Severity.NOTE
        elif roles.is_below(one, other) or roles.is_below(other, one):
            yield one, other, Severity.WARNING
        elif not any(
            # Whoever holds each of them together with a third post may hold all three.
            sources[third] & sources[one] and sources[third] & sources[other]
            for third in posts.keys() - {one, other}
        ):
            yield one, other, Severity.NOTE
