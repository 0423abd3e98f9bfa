"""Foreign text in Markdown: shown as it is, and never read as markup.

What GitHub finds in a comment goes beyond CommonMark: tables, `~~`, `$` for formulas, bare links,
@mentions and #references. Text from an article must start none of them.
"""

from __future__ import annotations

import re

from dealfacts.reports._visible import visible

# A pipe ends a table cell even behind a backslash, depending on what stands before that.
PIPE = "&#124;"
MARKUP = re.compile(r"[\\`*_\[\]<>~$&]")
# Bare links open with a scheme or with www, and need these characters as they are.
LINK = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)
# Mentions, addresses and references are looked for in the rendered text. A comment parts it.
CALL = re.compile(r"@|#(?=\w)")
APART = "<!-- -->"
# At the start of an item these would open a heading, a list or a rule.
OPENING = re.compile(r"^(\s?)\s*(?:(?=[#+=-])|(\d+)(?=[.)]))")
INDENT = re.compile(r"^\s{2,}")


def plain(text: str) -> str:
    """`text` on one line: for a paragraph, a list item, a heading or a table cell."""
    shown = MARKUP.sub(r"\\\g<0>", INDENT.sub(" ", visible(text)))
    shown = LINK.sub(r"\\\g<0>", shown)
    shown = CALL.sub(rf"\g<0>{APART}", shown)
    return OPENING.sub(r"\1\2\\", shown.replace("|", PIPE))
