"""Whether a post is taken up or given up, by the words between and before a person and a title.

Refuses to link the two; `posts` does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import moves
from dealfacts.lexicon.roles import statuses
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from dealfacts.extractor.mention import OrganisationName, PersonName, Title
    from dealfacts.extractor.scene import Scene

NEWS = re.compile(r"[\w-]+")
# As in: Jane Roe will succeed [John Doe as chairman]
SUCCEEDS = re.compile(
    r"""(?:,[^,;]{1,60},|,)?[ \n](?:(?:will|would|to|is|has|had|set|due|who|as|be|been|was
        |named|appointed|chosen|picked|tapped|take|takes|took|taking)[ \n]){0,5}
        (?P<verb>\w+|over[ \n]from)[ \n]
        (?:(?:its|the|their|his|her|long-?standing|long-?time|veteran|current)[ \n]){0,3}\Z""",
    re.VERBOSE,
)
# As in: [finance chief Jane Roe] will leave in June; [Jane Roe, head of Acme], is stepping down
GOES_ON = re.compile(
    r"""[ \n]?,?(?:[ \n](?:who|will|would|is|are|was|has|had|to|set|due|also|then|be|expected|
        planning|plans|agreed|decided|announced|now|likely)){0,4}[ \n](?P<verb>\w{3,12})
        (?:[ \n](?P<next>(?:the[ \n](?=(?:company|firm|group|business|bank|job|post)\b))?\w{2,12})
            |(?P<end>[.,;]|\Z))""",
    re.VERBOSE,
)
# What may follow "leave" or "remain" where no particle does: a time, a place, the company.
FOLLOWS = frozenset(
    ("in", "at", "on", "by", "after", "when", "once", "following", "with", "and", "later", "next")
) | frozenset(("this", "as", "soon", "immediately", "his", "her", "before", "upon", "until"))
LONGEST_VERB, VERB_REACH, LONGEST_LEAD = 24, 90, 48
# Who is named before a title, as in: replaces Acme finance chief Jane Roe
OWNER = re.compile(r"(?:[A-Z][\w&.-]*(?:['’]s?)?[ \n]){1,4}\Z")
DETERMINERS = frozenset(
    ("its", "their", "the", "our", "his", "her", "long-time", "longtime", "current", "retiring")
) | {"long-standing", "longstanding", "veteran"}
# "named Jane Roe, once of Acme, as its"; without "as" the title is what she was before
APPOSED = re.compile(r",(?![^,;.]{3,90},[ \n](?:as|to)\b)")
# A founder has no successor.
NOT_HANDED = frozenset({"founder", "co-founder"})
KEPT = frozenset({"deputy", "co"})
FORMERLY = frozenset(("previously", "formerly", "once", "earlier", "hitherto"))
SENTENCE_END = re.compile(r"[.!?][ \n]")
# "Steps up to chief executive" is a rise.
TAKES = frozenset(("take", "takes", "took", "taken", "taking"))
STEPS = frozenset(("step", "steps", "stepped", "stepping"))
OVER = re.compile(
    r"""[ \n]?,?(?:[ \n]who)?[ \n](?:
        (?:was|were|(?:has|have|had)[ \n]been)[ \n]
            (?:succeeded|replaced|ousted|fired|dismissed|sacked|removed|pushed[ \n]out
            |shown[ \n]the[ \n]door)
        |(?:has[ \n]|had[ \n]|have[ \n])?
            (?:resigned(?![ \n]as)|bowed[ \n]out|stepped[ \n](?:down|aside|back)
            |stood[ \n]down)(?![ ]from[^.,;\n]{1,32}\bboard))\b""",
    re.VERBOSE,
)
# "Jane Roe, chief executive of Acme until 2020"
UNTIL = re.compile(
    r"""(?:[ \n]from[ \n](?:[A-Z][a-z]+[ ])?(?:19|20)\d\d[ \n](?:to|until|till)
           |[ \n](?:until|till)|[ \n]between[ \n](?:19|20)\d\d[ \n]and)
        [ \n](?:(?:early|late|mid|[A-Z][a-z]+)[ -])?
        (?:(?:19|20)\d\d|last|earlier|recently)\b""",
    re.VERBOSE,
)
REPLACED = re.compile(
    r"""\b(?:replaced|swapped)[ \n](?:(?:its|the|their)[ \n])?
        (?:[A-Z][\w&.-]*(?:['’]s?)?[ \n]){0,4}\Z""",
    re.VERBOSE,
)
WITH = re.compile(r"[ \n](?:with|by)\b")
NAMES_AHEAD = re.compile(
    r"""\b(?:will|would|is[ \n]to|plans[ \n]to|intends[ \n]to)[ \n]
        (?:name|appoint|install|make|promote)[ \n]\Z""",
    re.VERBOSE,
)
# "takes over from John Doe as chairman"
TAKES_OVER = ["over", "from"]
NOW = frozenset(("currently", "now"))
# "will stay on as chairman" is no new post; "Jane Roe, who was its first CEO" is an old one
STAYS = re.compile(r"\b(?:stay|remain|continue|keep|serve\b|(?:go|carry)[ ]on\b)")
WAS = re.compile(
    r"(?:,[ \n]who)?[ \n](?:was|had[ \n]been|used[ \n]to[ \n]be)[ \n](?!the[ \n]one\b)"
)
# "Jane Roe stepped down as", "gave up his post as"; "becomes chief executive" is still ahead
LEFT = re.compile(r"\b(?:stepped[ ]down|resigned|retired|gave[ ]up|departed)\b")
BECOMES = re.compile(r"\b(?:becomes|joins)\b")
AHEAD = re.compile(
    r"""\b(?:will|would|set[ ]to|is[ ]to|are[ ]to)\b
        | ^[ ]to[ ](?!\Z|the[ ](?:post|role|job|position)\b)""",
    re.VERBOSE,
)


def modality(title: Title, change: Change | None, gap: str) -> Modality:
    """Former and incoming by their words; a post that is still to be taken up is incoming."""
    if change is not Change.LEAVES and AHEAD.search(gap) and not STAYS.search(gap):
        return Modality.INCOMING
    if change is not Change.JOINS and LEFT.search(gap):
        return Modality.FORMER
    if change is Change.JOINS and BECOMES.search(gap):
        return Modality.INCOMING
    if title.status == "" and not FORMERLY.isdisjoint(gap.split()):
        return Modality.FORMER
    if title.status == "" and change is None and WAS.match(gap):
        return Modality.FORMER
    return {"former": Modality.FORMER, "incoming": Modality.INCOMING}.get(
        title.status, Modality.ACTUAL
    )


def turned(text: str, stance: Modality, start: int, end: int) -> Modality:
    """The stance of a post in the light of the words around text[start:end], which tell it.

    "Was succeeded by", "bowed out", "[replaced] CEO John Doe [with]" end it; "will name" is ahead.
    """
    if stance is not Modality.ACTUAL:
        return stance
    if OVER.match(text, end) or (UNTIL.match(text, end) and not STAYS.search(text, start, end)):
        return Modality.FORMER
    low = max(0, start - LONGEST_VERB)
    if REPLACED.search(text, low, start) and WITH.match(text, end):
        return Modality.FORMER
    return Modality.INCOMING if NAMES_AHEAD.search(text, low, start) else stance


def between(text: str, person: PersonName, title: Title) -> str:
    """What stands between a person and a title."""
    left, right = sorted(((person.start, person.end), (title.start, title.end)))
    return text[left[1] : right[0]]


def change_between(text: str, person: PersonName, title: Title) -> Change | None:
    """Whether the words between and right before the two take up or give up the post."""
    gap = NEWS.findall(between(text, person, title).lower())
    start = min(person.start, title.start)
    ahead = SENTENCE_END.split(text[max(start - LONGEST_LEAD, 0) : start])[-1]
    before = NEWS.findall(OWNER.sub("", ahead).lower())
    while before and before[-1] in DETERMINERS:
        before.pop()
    before = before[-3:]
    rises = "up" in gap and not STEPS.isdisjoint(gap)
    if rises or ("over" in gap and not TAKES.isdisjoint(gap)):
        return Change.JOINS
    if not moves.resigning().isdisjoint(gap) or not moves.departures().isdisjoint((*gap, *before)):
        return Change.LEAVES
    given_up = moves.succeeding() | moves.dismissing()
    if before and (before[-1] in given_up or before[-2:] == TAKES_OVER):
        return Change.LEAVES
    is_apposed = before[-1:] == ["by"] and text.startswith(",", person.end)
    if is_apposed or not NOW.isdisjoint(gap):
        return None  # "succeeded by Jane Roe, a co-founder of", "Jane Roe, currently head of"
    if not (moves.staying()["words"] | moves.boards()["remain"]).isdisjoint(gap):
        return Change.REMAINS
    told = gap if title.start > person.end and APPOSED.match(text, person.end) else (*gap, *before)
    is_new = title.status == "new" or not moves.appointing().isdisjoint(told)
    return Change.JOINS if is_new else None


def change_behind(text: str, end: int) -> Change | None:
    """Whether the verb behind a person with a post, at `end`, gives the post up or keeps it.

    "Leaves the door open" and "steps up" do neither.
    """
    hit = GOES_ON.match(text, end, end + VERB_REACH)
    if hit is None:
        return None
    for change, verbs in ((Change.LEAVES, moves.departing()), (Change.REMAINS, moves.staying())):
        if hit["verb"].lower() not in verbs["words"]:
            continue
        following = (hit["next"] or "").lower()
        if following in verbs["particles"]:
            return change
        needs_particle = hit["verb"].lower().startswith(("st", "bow")) and change is Change.LEAVES
        is_over = hit["end"] is not None or following in FOLLOWS or following.startswith("the ")
        if not needs_particle and is_over:
            return change
    return None


def successor(text: str, scene: Scene, number: int, told: int) -> PersonName | None:
    """The person who succeeds the one with this number: "Jane Roe will succeed John Doe".

    `told` is where the words about the other one begin: "[chief executive] John Doe".
    """
    if not number:
        return None
    before = scene.people[number - 1]
    hit = SUCCEEDS.match(text[before.end : told])
    if hit is None:
        return None
    verb = hit["verb"].lower()
    return before if verb in moves.succeeding() or verb.split() == TAKES_OVER else None


def opening(person: PersonName, title: Title, firm: OrganisationName | None) -> int:
    """Where the words about somebody begin: "[Acme chief Jane Roe]", "[Jane Roe as chief]"."""
    start = min(person.start, title.start)
    is_before = firm is not None and title.start - len("'s  ") <= firm.end <= title.start
    return min(start, firm.start) if firm is not None and is_before else start


def handed(text: str, title: Title) -> Title:
    """The title as whoever takes it over holds it: "former chief executive" without "former"."""
    words = text[title.start : title.end]
    first = words.split()[0]
    # a deputy is followed by a deputy
    is_status = statuses().get(first.lower(), "deputy") not in KEPT and len(first) < len(words)
    return title._replace(start=title.start + len(first) + 1, status="") if is_status else title


def told_behind(text: str, title: Title, end: int) -> Change | None:
    """What the verb behind a post does to it; "founder Jane Roe quit as chairman" stays founder."""
    change = change_behind(text, end)
    is_post = title.head not in NOT_HANDED
    return change if is_post or change is Change.REMAINS else None
