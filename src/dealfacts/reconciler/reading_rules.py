"""The rules about what was read, and what was not. Texts only."""

from __future__ import annotations

from dealfacts.reconciler.rule import NOTE, WARNING, Rule

READING_RULES = (
    Rule(
        "VER001",
        "value changed between versions",
        NOTE,
        "A newer version of an article gives another value than the older one.",
        "“$7.8 billion” became “$7.3 billion” overnight.",
        "See whether the outlet marked the correction.",
    ),
    Rule(
        "LOAD001",
        "unreadable",
        WARNING,
        "A file could not be read as an article.",
        "A binary file, or one that is not text in a known encoding.",
        "Convert it to plain text.",
    ),
    Rule(
        "LOAD002",
        "no publication date",
        NOTE,
        "Nothing in the article says when it was published, so “Thursday” stays unresolved.",
        "A text without dateline and metadata.",
        "Add a `date:` line on top, or list the file in `sources.toml`.",
    ),
    Rule(
        "LOAD003",
        "duplicate text",
        NOTE,
        "Two files hold the same text and count as one origin.",
        "One wire story saved twice.",
        "Nothing, or delete one of them.",
    ),
    Rule(
        "LOAD004",
        "not in a supported language",
        WARNING,
        "The text is not English; nothing was read from it.",
        "An article in German.",
        "Feed a translation if you trust it.",
    ),
    Rule(
        "LOAD005",
        "metadata or encoding in doubt",
        WARNING,
        "The article was read, but something about it could not be used: a line of its front "
        "matter or of `sources.toml`, or bytes that are no clean UTF-8.",
        '`date = "last Tuesday"` in `sources.toml`; a file in Windows-1252.',
        "Mend the line that the message names, or save the file as UTF-8.",
    ),
    Rule(
        "EXT001",
        "quantity seen, not typed",
        NOTE,
        "A figure was seen, but nothing near it says what it measures.",
        "A bare “$3 billion” in a caption.",
        "Read the sentence; the figure takes no part in any comparison.",
        is_on=False,
    ),
)
