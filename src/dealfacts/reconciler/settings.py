"""What a user may set: how loudly a rule speaks, exchange rates, and which outlets are one voice.

Plain values; reading them from a file or an option is for the caller. Refuses to hold words or
thresholds: what a claim means is not a setting.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.rates import Rates
from dealfacts.reconciler.pins import Pins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.model.judged import Named, Passage
    from dealfacts.model.report import Finding
    from dealfacts.model.vocabulary import Severity
    from dealfacts.reconciler.rule import Rule


class Settings(NamedTuple):
    """The settings of one run.

    `severities` maps a rule ("VAL001"), or a rule with a cause ("VAL001.superseded"), to a
    severity, or to None to turn it off. `families` maps a publisher's name to the outlets that
    count as one origin. `rates` are what sums in other currencies are converted with. `aliases`
    maps an approved name to the other names that are right.

    What people have judged before: `misread` are ids of claims to leave out, `passages` are claims
    to leave out by the words of their articles, `two_people` pairs of names that are not one
    person's, `two_deals` pairs of articles that do not tell of one deal.
    `pins` are approved facts that articles are held to.
    """

    severities: Mapping[str, Severity | None] = MappingProxyType({})
    families: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    rates: Rates = Rates()
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    misread: frozenset[str] = frozenset()
    passages: frozenset[Passage] = frozenset()
    two_people: frozenset[frozenset[str]] = frozenset()
    two_deals: frozenset[frozenset[Named]] = frozenset()
    pins: Pins = Pins()


DEFAULT = Settings()


def is_on(rule: Rule, chosen: Settings) -> bool:
    """Whether a rule speaks at all: as it is by default, unless the user says otherwise."""
    if rule.id in chosen.severities:
        return chosen.severities[rule.id] is not None
    return rule.is_on


def voiced(
    findings: Iterable[Finding], rules: Mapping[str, Rule], chosen: Settings
) -> tuple[Finding, ...]:
    """The findings as loud as the user wants them, without those that are turned off."""
    if not chosen.severities:
        return tuple(findings)
    found = []
    for finding in findings:
        severity = _severity(finding, rules.get(finding.rule), chosen.severities)
        if severity is not None:
            same = severity is finding.severity
            found.append(finding if same else finding.model_copy(update={"severity": severity}))
    return tuple(found)


def _severity(
    finding: Finding, rule: Rule | None, chosen: Mapping[str, Severity | None]
) -> Severity | None:
    """The chosen severity; one for the whole rule leaves softened findings as soft as they were."""
    narrow = f"{finding.rule}.{finding.cause}"
    if narrow in chosen:
        return chosen[narrow]
    if finding.rule not in chosen:
        return finding.severity
    wanted = chosen[finding.rule]
    if wanted is None or rule is None or finding.severity.rank >= rule.severity.rank:
        return wanted
    return min(wanted, finding.severity, key=lambda level: level.rank)
