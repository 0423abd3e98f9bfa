"""What a share is a share of, and whose, where the grammar around it says so.

"Acme, in which Beta holds 13 %"; "Acme, 28 % of which belongs to Beta"; "Acme, which is 40 % owned
by Beta"; "the 13 % stake of Beta in Acme"; "the clubs' holding is 39 %"; "the 9 % that the state
holds"; and what `hands` and `fronted` read. Refuses to look beyond the clause, and what is no
company: of "100 shops, of which it will own 10 %" nobody holds a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import ARTICLES, UNION
from dealfacts.extractor.fronted import fronted
from dealfacts.extractor.hands import in_hands
from dealfacts.extractor.held import POSSESSIVES, Held
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import NAMES, ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.name_words import COMMON, flags

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far before its share a clause opens.
CLAUSE_REACH = 14
# How many words stand between a share and "stake"; how long a group of holders is.
NOUN_REACH, GROUP_REACH = 4, 4
# "the clubs' holding": the noun has two words before it; "Acme (ACM)" has four tokens.
SHORTEST, ALIASED = 2, 4
# The longest name that no reader knows, in words.
LONGEST = 4
ENDS = frozenset(";:—–•.,")
OPENS = frozenset({",", "("})
PLACES = frozenset({"in", "near", "at", "outside"})
BESIDE = frozenset({"with", "between"})
LINKS = frozenset({"in", "of"})
EQUATES = frozenset({"is", "are", "was", "were", "be", "been"})
# As in "the 12 % that its managers hold".
THAT = (("that",), ("which",))
BELONGS = frozenset({"belong", "belongs", "belonged"})
HOLDS = BELONGS | {"hold", "holds", "held", "own", "owns", "owned", "keep", "keeps", "retains"}
MANAGERS = frozenset({"managers", "board"})


def held_of(context: Context, place: int) -> Held | None:
    """What the share at a row place is of; None where no clause of these kinds says so."""
    return (
        _of_which(context, place)
        or in_hands(context, place)
        or _owned_by(context, place)
        or _in_which(context, place)
        or _of_holder(context, place)
        or _of_it(context, place)
        or _from_issuer(context, place)
        or _of_group(context, place)
        or _that_holds(context, place)
        or fronted(context, place)
    )


def is_of_things(context: Context, place: int) -> bool:
    """Whether the clause of a share hangs on a number: "100 shops, of which it owns 10 %"."""
    opens = _opens(context.words, place)
    noun = 0 if opens is None else _before(context, opens)
    return noun > 0 and "0" <= context.words[noun][:1] <= "9"


def unread(context: Context, last: int) -> str | None:
    """The capitalised words up to a row place, as printed: a name that no reader knows.

    An ordinary word that opens the sentence is none.
    """
    row = context.scene.row
    text = context.scene.article.text
    first = last + 1
    while first > 0 and last + 1 - first < LONGEST and row.index[first - 1] < 0:
        if not text[row.starts[first - 1]].isupper():
            break
        first -= 1
    if first > last or (first == 0 and last == 0 and flags(row.words[0].title()) & COMMON):
        return None
    return text[row.starts[first] : row.ends[last]]


def _opens(words: tuple[str, ...], place: int) -> int | None:
    """Where "in which" or "of which" opens the clause of a share."""
    for at in range(place - 1, max(place - CLAUSE_REACH, 0), -1):
        if words[at] in ENDS:
            break
        if words[at] == "which":
            return at - 1 if words[at - 1] in LINKS else None
    return None


def _before(context: Context, at: int) -> int:
    """The row place of what a clause hangs on, commas and brackets passed over."""
    words = context.words
    at -= 1
    if at >= 0 and words[at] in OPENS:
        at -= 1
    if at + 1 >= ALIASED and words[at] == ")" and words[at - 2] == "(":
        at -= ALIASED - 1
    return at


def _named(context: Context, at: int, holder: str | None = None) -> Held | None:
    """The company whose name ends at a row place, known or not."""
    if at < 0:
        return None
    if context.words[at - 1] in PLACES:
        # as in "Acme, the copper mine in Mongolia, of which it owns 66 %"
        comma = next((n for n in range(at - 1, 0, -1) if context.words[n] == ","), 0)
        if context.words[comma - 1] == ORGANISATION and context.words[comma + 1] in ARTICLES:
            at = comma - 1
    if context.words[at] == ORGANISATION:
        return Held(context.name_at(at), at, holder)
    name = None if context.words[at] in NAMES else unread(context, at)
    return None if name is None else Held(name, at, holder)


def _of_which(context: Context, place: int) -> Held | None:
    """As in "Acme, 28 % of which belongs to Beta"."""
    words = context.words
    if words[place + 1 : place + 3] != ("of", "which") or words[place - 1] != ",":
        return None
    return _named(context, _before(context, place))


def _owned_by(context: Context, place: int) -> Held | None:
    """As in "Acme, which will be 40 % owned by Beta", "Acme, 40 % owned by Beta", "Acme is ..."."""
    words = context.words
    if words[place + 2 : place + 3] != ("by",) or words[place + 1] not in figure_words("held"):
        return None
    at = place
    while at > 1 and words[at - 1] in EQUATES | kind_words("will"):
        at -= 1
    if at == place - 1 and words[at - 1] == ORGANISATION:
        return Held(context.name_at(at - 1), at - 1, None)
    at -= at > 1 and words[at - 1] == "which"
    return _named(context, _before(context, at)) if words[at - 1] == "," else None


def _in_which(context: Context, place: int) -> Held | None:
    """As in "Acme, in which Beta holds 13 %"; "it" there is what the sentence speaks of."""
    words = context.words
    opens = _opens(words, place)
    if opens is None:
        return None
    # as in "in which Acme has 51 % and Beta 49 %"
    others = between(context.figures, opens + 1, place - 1)
    first = others[-1].place if others else opens
    inside = between(context.names, first, place)
    holder = inside[-1].name if inside else None
    if words[place - 1] == "which" and words[place + 2 : place + 4] == ("held", "through"):
        # as in "54 % in Acme (of which 50 % is held through Beta)"
        inside = between(context.names, place + 4, place + 5)
        holder = inside[0].name if inside else None
    if holder is None and not others and "it" in words[opens:place]:
        holder = context.opening
    last = _before(context, opens)
    if last > 0 and words[last - 1] in BESIDE:
        return None  # "in talks with Acme in which the airline agreed to sell 40 %"
    return _named(context, last, holder)


def _of_holder(context: Context, place: int) -> Held | None:
    """As in "the 13 % stake of Beta in Acme"."""
    words = context.words
    nouns = groups()["stake_noun"]
    for at in range(place + 1, min(place + NOUN_REACH, len(words))):
        if words[at] in nouns and words[at + 1 : at + 2] == ("of",):
            whose = at + 2 + (words[at + 2 : at + 3] == ("the",))
            what = whose + 2 + (words[whose + 2 : whose + 3] == ("the",))
            if (
                words[whose : whose + 2] == (ORGANISATION, "in")
                and ORGANISATION in words[what : what + 1]
            ):
                return Held(context.name_at(what), what, context.name_at(whose))
    return None


def _of_it(context: Context, place: int) -> Held | None:
    """As in "a 51 % stake in it goes to Acme", behind a sentence on a joint venture."""
    behind = context.words[place + 1 : place + NOUN_REACH]
    told = context.previous
    if behind[-2:] != ("in", "it") or told is None:
        return None
    if not figure_words("combined").isdisjoint(told.vocabulary):
        return Held(UNION, None, None)
    return Held(told.organisations[-1].name, None, None) if told.organisations else None


def _from_issuer(context: Context, place: int) -> Held | None:
    """As in "a stake of 7 % is on offer from Acme": what is issued is a part of Acme."""
    words = context.words
    for at in range(place + 1, min(place + CLAUSE_REACH, len(words) - 3)):
        if words[at : at + 4] == ("on", "offer", "from", ORGANISATION):
            return Held(context.name_at(at + 3), at + 3, None)
    return None


def _of_group(context: Context, place: int) -> Held | None:
    """As in "the member clubs' holding is 39 %": the words alone tell who has it."""
    words = context.words
    at = place - 2 - (words[place - 2] in kind_words("will"))
    if words[place - 1] not in EQUATES or at < SHORTEST:
        return None
    if words[at] not in groups()["stake_noun"] or words[at - 1] not in POSSESSIVES:
        return None
    group = words[max(at - 1 - GROUP_REACH, 0) : at - 1]
    if "the" not in group[:-1]:
        return None
    first = at - group[::-1].index("the") - 1
    if not all(word.isalpha() and word not in NAMES for word in words[first : at - 1]):
        return None
    row = context.scene.row
    return Held(None, None, context.scene.article.text[row.starts[first] : row.ends[at - 2]])


def _that_holds(context: Context, place: int) -> Held | None:
    """As in "the 12 % that Acme's managers hold", "of the 22 % that belonged to Beta"."""
    words = context.words
    if words[place + 1 : place + 2] not in THAT:
        return None
    behind = words[place + 2 : place + 2 + CLAUSE_REACH]
    held = next((n for n, word in enumerate(behind) if word in HOLDS), None)
    if held is None:
        return None
    last = place + 2 + held
    if words[last] in BELONGS:
        named = between(context.names, last + 1, last + 1 + NOUN_REACH)
        return Held(None, None, named[0].name) if named else None
    groups_of = figure_words("holder_groups") | MANAGERS
    group = next((word for word in words[place + 2 : last] if word in groups_of), None)
    named = between(context.names, place + 2, last)
    name = named[-1].name if named else None
    holder = f"{name} {group}" if name and group else name or group
    return None if holder is None else Held(None, None, holder)
