"""Role words that are verbs where they stand: "will chair Acme Mills", "who chairs Acme Mills".

Looks at the few words around one role word; refuses to read what the verb says.
"""

from __future__ import annotations

import re

# "Will chair Acme Mills": a verb, and no post of a Mr Mills.
PLAIN = frozenset(("chair", "head", "lead", "partner"))
MODAL = re.compile(
    r"\b(?:will|(?<!promoted )(?<!elevated )(?<!rises )(?<!rose )to|would|can|could|may|might"
    r"|should|not)[ \n]\Z"
)
# "Jane Roe, who chairs Acme Mills", "Jane Roe chairs Acme Mills"
THIRD = frozenset(("chairs", "heads", "leads", "partners"))
ACTOR = re.compile(r"(?:\b(?:who|which)|[A-Z][\w.’'-]*)(?:[ ](?:now|also|still))?[ \n]\Z")
# "Its co-chairs Jane Roe and John Doe": the plural of a post has two holders.
TWO = re.compile(r"[ \n](?:[A-Z][\w.’'-]*[ ]){1,4}and[ ][A-Z]")
LOOK_BACK = 24


def is_verb(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the role word `text[start:end]` is a verb; nothing before `floor` is looked at."""
    word = text[start:end]
    if word not in PLAIN and word not in THIRD:
        return False
    low = max(floor, start - LOOK_BACK)
    if word in PLAIN:
        return MODAL.search(text, low, start) is not None
    return ACTOR.search(text, low, start) is not None and not TWO.match(text, end)
