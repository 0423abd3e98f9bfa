"""Every rule in one table: those of values, names and reading, and those that the checks declare.

Where the rules are needed all at once: `dealfacts rules`, `explain RULE`, report formats.
"""

from __future__ import annotations

from dealfacts.reconciler.crosschecks import check_rules
from dealfacts.reconciler.fact_rules import FACT_RULES
from dealfacts.reconciler.name_rules import NAME_RULES
from dealfacts.reconciler.reading_rules import READING_RULES
from dealfacts.reconciler.rule import Rule
from dealfacts.reconciler.value_rules import VALUE_RULES

__all__ = ["BY_ID", "RULES", "Rule"]

RULES = (*VALUE_RULES, *check_rules(), *NAME_RULES, *FACT_RULES, *READING_RULES)
BY_ID = {rule.id: rule for rule in RULES}
