"""What changed between two reports, or two versions of an article, claim by claim.

Claims of one source are matched: the same claim first, then another value for the same question,
which is VER001. What has no partner was gained or lost. Refuses to match across sources, except
where each side has a single one: two versions of one article may have two file names.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from dealfacts.model.changes import Change, Changes
from dealfacts.model.report import Finding, content_id
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler import wording
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.reading_rules import READING_RULES
from dealfacts.reconciler.relation import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report
    from dealfacts.reconciler.relation import Comparison

# Of many answers to one question so many are looked at for the one that became another.
MOST_TRIED = 20
RULE = next(rule for rule in READING_RULES if rule.id == "VER001")


def changes(old: Report, new: Report) -> Changes:
    """How `new` differs from `old`; all lists in the order of the newer text."""
    alias = _alias(old, new)
    before, after = _by_source(old.claims, alias), _by_source(new.claims, {})
    gained: list[Claim] = []
    lost: list[Claim] = []
    changed: list[Change] = []
    same: list[tuple[Claim, Claim]] = []
    for source in sorted(before.keys() | after.keys()):
        pairs, gone, come = _same(before.get(source, []), after.get(source, []))
        same.extend(pairs)
        others, gone, come = _changed(gone, come)
        changed.extend(others)
        lost.extend(gone)
        gained.extend(come)
    moved = [pair for pair in same if _place(pair[0]) != _place(pair[1])]
    known, now = ({finding.id for finding in report.findings} for report in (old, new))
    return Changes(
        tuple(gained),
        tuple(lost),
        tuple(changed),
        tuple(moved),
        len(same) - len(moved),
        opened=tuple(finding for finding in new.findings if finding.id not in known),
        closed=tuple(finding for finding in old.findings if finding.id not in now),
    )


def _alias(old: Report, new: Report) -> Mapping[str, str]:
    """Under which id the sources of `old` are in `new`."""
    if len(old.sources) == len(new.sources) == 1:
        return {old.sources[0].id: new.sources[0].id}
    return {}


def _by_source(claims: Iterable[Claim], alias: Mapping[str, str]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.evidence.start, c.attribute, c.id)):
        found[alias.get(claim.source, claim.source)].append(claim)
    return found


def _place(claim: Claim) -> tuple[int, int]:
    return claim.evidence.line, claim.evidence.column


def _same(
    old: Iterable[Claim], new: Iterable[Claim]
) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Claims that say the same, in order; what is left of the old and of the new ones."""
    waiting: dict[tuple[str, ...], deque[Claim]] = defaultdict(deque)
    for claim in old:
        waiting[_meaning(claim)].append(claim)
    pairs, come = [], []
    for claim in new:
        partners = waiting.get(_meaning(claim))
        if partners:
            pairs.append((partners.popleft(), claim))
        else:
            come.append(claim)
    gone = [claim for partners in waiting.values() for claim in partners]
    return pairs, sorted(gone, key=lambda claim: claim.evidence.start), come


def _meaning(claim: Claim) -> tuple[str, ...]:
    """Everything that a claim says, whatever its place."""
    return (
        *_question(claim),
        claim.value.model_dump_json(),
        *(claim.hedge, claim.basis, claim.modality),
    )


def _question(claim: Claim) -> tuple[str, ...]:
    return claim.attribute, claim.subject.casefold(), claim.period or ""


def _changed(
    old: Iterable[Claim], new: Iterable[Claim]
) -> tuple[list[Change], list[Claim], list[Claim]]:
    """Answers to one question that can be compared; what is left of either."""
    waiting: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in old:
        waiting[_question(claim)].append(claim)
    pairs, come = [], []
    for claim in new:
        partners = waiting.get(_question(claim), [])
        partner = next((one for one in partners[:MOST_TRIED] if _comparable(one, claim)), None)
        if partner is None:
            come.append(claim)
        else:
            partners.remove(partner)
            pairs.append(Change(old=partner, new=claim, finding=_finding(partner, claim)))
    gone = [claim for partners in waiting.values() for claim in partners]
    return pairs, sorted(gone, key=lambda claim: claim.evidence.start), come


def _comparable(old: Claim, new: Claim) -> bool:
    if isinstance(old.value, Money) and isinstance(new.value, Money):
        return True  # another currency is a change, though none that can be measured
    return _compared(old, new).relation is not Relation.NOT_COMPARABLE


def _compared(old: Claim, new: Claim) -> Comparison:
    one, other = (Side(c.value, c.hedge, wording.claim_text(c)) for c in (old, new))
    return compare(one, other)


def _finding(old: Claim, new: Claim) -> Finding:
    found = _compared(old, new)
    told = [wording.claim_text(claim) for claim in (old, new)]
    if told[0] == told[1]:  # the same words, read otherwise
        told = [f"{text} ({_qualified(c)})" for text, c in zip(told, (old, new), strict=True)]
    when = f" ({new.period})" if new.period else ""
    about = f"{wording.attribute_words(new.attribute)} of {new.subject}{when}"
    identity = (new.source, new.attribute, new.subject, new.period)
    return Finding(
        id=content_id("x-", RULE.id, *identity, *map(str, (_meaning(old), _meaning(new)))),
        rule=RULE.id,
        severity=RULE.severity,
        relation=found.relation,
        deal=new.deal,
        attribute=new.attribute,
        subject=new.subject,
        claims=(old.id, new.id),
        message=f"{about}: {told[0]} became {told[1]}",
        reasons=(found.reason,),
    )


def _qualified(claim: Claim) -> str:
    """What else can change about a claim than its value."""
    told = (claim.modality.value, claim.basis.value.replace("_", " "), claim.hedge.value)
    return ", ".join(word for word in told if word not in {"none", "unspecified"})
