"""Who names somebody to a post, and posts that a sentence speaks of without a holder.

Refuses to link a person and a title; `posts` does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import moves
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.mention import OrganisationName, PersonName, Title
    from dealfacts.extractor.scene import Scene

# As in: [Acme] has named [Jane Roe chief executive]
APPOINTS = re.compile(
    r"(?:[ \n](?:has|have|had|also))?[ \n](?P<verb>\w+)(?:[ \n](?:Mr|Ms|Mrs|Dr)\.?)?[ \n]\Z"
)
# "named Jane Roe its chief executive", "promoted Jane Roe to chief executive"
# "named Jane Roe, a former Acme director, as its chairman"
APPOINTED_TO = re.compile(
    r"""(?:(?:,[^,;.\n]{3,90},[ ](?:as|to)|[ \n]as)[ \n](?:(?:its|their|the)[ \n])?
        |[ \n](?:(?:its|their|to|to[ ]be)[ ])?)\Z""",
    re.VERBOSE,
)
LONGEST_VERB, LONGEST_ARTICLE = 24, 10
# "Acme seeks a new chief executive, Jane Roe said": it has none
ANY = re.compile(r"\b(?:an?|another|every|any|no)[ ](?:new[ ])?\Z")
VERB = re.compile(r"[ ](?P<verb>[a-z]{3,12})\b")


def appoints(text: str, person: PersonName, title: Title) -> bool:
    """Whether a verb has the person and the title as objects: "named Jane Roe chief executive"."""
    if APPOINTED_TO.match(text[person.end : title.start]) is None:
        return False
    hit = APPOINTS.search(text, max(person.start - LONGEST_VERB, 0), person.start)
    return hit is not None and hit["verb"].lower() in moves.appointing()


def appointer(text: str, scene: Scene, person: PersonName) -> OrganisationName | None:
    """The organisation that names a person to a post: "Acme named Jane Roe chief executive"."""
    for firm in scene.organisations:
        if firm.end < person.start <= firm.end + LONGEST_VERB:
            hit = APPOINTS.match(text[firm.end : person.start])
            if hit is not None and hit["verb"].lower() in moves.appointing():
                return firm
    return None


def is_anybody(text: str, title: Title, person: PersonName) -> bool:
    """Whether a title before a name is one that somebody without a name has or is to have."""
    if not text.startswith(",", title.end):
        return False
    verb = VERB.match(text, person.end)
    if verb is None or verb["verb"] not in speech().say:
        return False
    return ANY.search(text, max(0, title.start - LONGEST_ARTICLE), title.start) is not None
