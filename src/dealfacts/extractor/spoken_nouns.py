"""Who speaks where a noun stands for the name: "the bank said", "the buyer added".

The noun is one that the article ties to a name ("Acme, a bank"), a role of the deal ("the buyer"),
or a firm without a name, which is the one of the sentences before. Refuses nouns that hang on a
preposition: "an analyst at the bank said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import company_nouns
from dealfacts.extractor.pronouns import Attribution, he, it
from dealfacts.extractor.tokens import COUNT, NAMES
from dealfacts.extractor.verbless import titled
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context

# "the British food group", at most so many words from "the" to the noun
LONGEST = 4
# between the noun and its verb: "the bank also said", "the company likes to say"
ADVERBS = frozenset({"also", "has", "had", "then", "later", "itself", "likes", "to", "however"})
# what may stand before "the": the clause begins here
CLAUSE_OPENERS = frozenset({",", "and", "but", "as", "while", ":", "–", "—", "which"})
# "the bank's board said": the bank has said it
BODIES = frozenset({"board", "directors", "management", "spokesman", "spokeswoman", "spokesperson"})
# "a company spokesman said", but not "a bank said"
# how many sentences back a statement is told of
BACK = 4
# how far behind its verb a speaker is described
NEAR = 3
THE, A = frozenset({"the"}), frozenset({"a", "the"})
FOR = frozenset({"for", "of", "from"})


def firm(
    context: Context, first: int, verb: int, said: Sequence[Attribution | None]
) -> Attribution | None:
    """The firm whose noun is the subject of the verb at `verb`, in a clause from `first` on."""
    words = context.scene.row.words
    noun = verb - 1
    while noun > first and words[noun] in ADVERBS:
        noun -= 1
    is_body = words[noun] in BODIES | speech().papers
    if is_body and words[noun - 1 : noun] == ("'s",):
        noun -= 2
    opens = A if is_body and words[noun - 1] in company_nouns() else THE
    places = range(noun - 1, max(noun - 1 - LONGEST, first - 1), -1)
    opening = next((at for at in places if words[at] in opens), None)
    if opening is None or not NAMES.isdisjoint(words[opening : noun + 1]):
        return None
    if not _is_subject(words, first, opening):
        return None
    return _named(context, words[noun], said)


def _is_subject(words: tuple[str, ...], first: int, opening: int) -> bool:
    """Whether "the" begins a clause, or follows "a spokesman for"."""
    if opening == first or words[opening - 1] in CLAUSE_OPENERS:
        return True
    return words[opening - 1] in FOR and words[max(opening - 2, 0)] in BODIES


def _named(context: Context, noun: str, said: Sequence[Attribution | None]) -> Attribution | None:
    """Whom a noun means: the firm that it describes, a side of the deal, or the last firm."""
    parties = context.parties
    known = context.story.described.get(noun)
    if known is not None:
        return Attribution(known)
    if noun in party_cues().buyer_noun or noun in speech().suitor:
        return Attribution(parties.acquirer) if parties.acquirer else None
    if noun in speech().papers:
        return _issuer(context)
    if noun in BODIES or noun in company_nouns():
        return it(context, said)
    return None


def _issuer(context: Context) -> Attribution | None:
    """Who put out "the statement": the side of the deal named last before it."""
    parties = context.parties
    sides = {parties.acquirer, parties.target, parties.seller}
    number = context.scene.number
    for back in context.story.contexts[max(number - BACK, 0) : number][::-1]:
        name = next((each.name for each in back.organisations if each.name in sides), None)
        if name is not None:
            return Attribution(name)
    return None


def behind(context: Context, verb: int, said: Sequence[Attribution | None]) -> Attribution | None:
    """Whom the noun behind the verb means: "said the 58-year-old", "said the company"."""
    if context.words[verb + 1 : verb + 2] != ("the",):
        return None
    found = he(context, verb, said) if _is_described(context, verb) else None
    return found or firm(context, verb + 1, verb + 3, said)


def _is_described(context: Context, verb: int) -> bool:
    """Whether the speaker behind the verb is known from before: "said the 58-year-old"."""
    words = context.scene.row.words
    is_aged = words[verb + 2 : verb + 3] == (COUNT,)
    return words[verb + 1 : verb + 2] == ("the",) and (
        is_aged or titled(context, verb, verb + NEAR)
    )
