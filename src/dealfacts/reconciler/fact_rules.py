"""The rules about approved facts. Texts only."""

from __future__ import annotations

from dealfacts.reconciler.rule import ERROR, WARNING, Rule

FACT_RULES = (
    Rule(
        "FCT001",
        "differs from an approved fact",
        ERROR,
        "An article gives another value than the one that was approved for this question.",
        "“$2.9 billion” in an article; `facts.toml` has “$2.4 billion” from the filing.",
        "Correct the article, or the fact if it has changed.",
    ),
    Rule(
        "FCT002",
        "differs from an approved spelling",
        WARNING,
        "An article spells a name in another way than the one that was approved.",
        "“Droste” in an article; `facts.toml` has “Drosste”.",
        "Correct the article. If both are right, list the other under `[aliases]`.",
    ),
)
