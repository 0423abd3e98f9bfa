"""The words that stand in front of a fragment: the lead-in of a list, a question, a key.

"It represents a premium of:" over bullets, "What is the price?" before "$20.", "Deal value: $2bn".
For the figure of the fragment these words are read as if they stood right before it. Refuses to
lead more than the first figure of a fragment, and figures deep inside a sentence of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers import hedges
from dealfacts.extractor.tokens import COUNT, DATE, MONEY, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.extractor.mention import HedgeCue
    from dealfacts.extractor.scene import Scene
    from dealfacts.extractor.tokens import Row

FIGURES = frozenset({MONEY, PERCENT, COUNT, DATE})
OPENERS = FIGURES | {"("}
# Between a key or a lead-in and its figure: "up to a total of"; before an answer's: "It is".
OWN_WORDS, ANSWER_WORDS = 3, 4
LONGEST_KEY, LONGEST_ANSWER, LONGEST_LEAD = 5, 12, 14
# Below a heading only a line that is little more than a figure is a fragment.
LONGEST_LINE = 5
# A short key can also name the figure from behind: "Stake: 51%" as "51% stake".
LONGEST_NAME = 6
DEEPEST_INDENT = 12
KEY_ENDS = frozenset({":", "|", "—", "–", "-"})
KEY_STARTS = frozenset({";", "|", "•", ".", ",", "(", "—", "–", "-", "*", "▪", "◦", "●"})
# "$3.2 billion" and nothing else; "That's what ...", and what is done with such a figure
LONGEST_FIGURE = 2
ASKED = frozenset({"what", "how"})
GETS = frozenset({"gets", "get", "receives", "receive"})
LINKS = ("of", "is", "in", "on", "for")


class LeadIn(NamedTuple):
    """What is read around the figure at a row place, in the place of the words up to `own`.

    `phrases` are the ways to read it: the words before the row's own and, where a question is
    turned into a statement, those right behind the figure. `words` are all its words, as written.
    """

    words: tuple[str, ...]
    own: int
    phrases: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    hedge: HedgeCue | None = None


NONE: Mapping[int, LeadIn] = {}


def lead_ins(scenes: Sequence[Scene]) -> tuple[Mapping[int, LeadIn], ...]:
    """For every sentence of an article: row place of a figure -> what leads it."""
    found: list[Mapping[int, LeadIn]] = []
    opener: Scene | None = None
    previous: Scene | None = None
    for scene in scenes:
        if previous is not None:
            opener = _opener(previous, scene, opener)
            if not found[-1]:
                found[-1] = _explained(previous, scene)
        found.append(dict(_keyed(scene.row)) or _led(scene, opener))
        previous = scene
    return tuple(found)


def _last(scene: Scene) -> str:
    return scene.row.text[scene.sentence.end - 1]


def _opener(previous: Scene, scene: Scene, opener: Scene | None) -> Scene | None:
    """The sentence that leads this one: the one before it, or that of the list it belongs to."""
    last = _last(previous)
    if last == ":" and _starts_line(scene):
        return previous
    if last == "?":
        return previous
    is_item = scene.sentence.part is Part.BULLET
    if previous.sentence.part is Part.HEADING and len(previous.row.words) <= LONGEST_KEY:
        return previous
    if opener is None or _last(opener) == "?" or not _starts_line(scene):
        return None
    goes_on = is_item if previous.sentence.part is Part.BULLET else last in ";,"
    return opener if goes_on else None


def _starts_line(scene: Scene) -> bool:
    start = scene.sentence.start
    before = scene.row.text[max(start - DEEPEST_INDENT, 0) : start].rstrip(" \t")
    return before[-1:] in {"", "\n"}


def _keyed(row: Row) -> Iterator[tuple[int, LeadIn]]:
    """The figures behind a key: "Deal value: $2bn; stake: 51%"."""
    words = row.words
    if KEY_ENDS.isdisjoint(row.vocabulary):
        return
    end = -1
    for place in row.marks:
        if words[place] not in FIGURES:
            continue
        low = max(place - OWN_WORDS, end + 1, 0)
        at = next((n for n in range(place - 1, low - 1, -1) if words[n] in KEY_ENDS), -1)
        end = place
        if at < 1:
            continue
        first = at
        while first > 0 and at - first <= LONGEST_KEY and words[first - 1] not in KEY_STARTS:
            first -= 1
        key = words[first:at]
        if 0 < len(key) <= LONGEST_KEY and not FIGURES.issuperset(key):
            yield place, LeadIn(key, at + 1, _as_key(key))


def _led(scene: Scene, opener: Scene | None) -> Mapping[int, LeadIn]:
    """The first figure of a sentence, behind the words of the sentence that leads it."""
    row = scene.row
    if opener is None:
        return NONE
    place = next((at for at in row.marks if row.words[at] in FIGURES), -1)
    if place < 0:
        return NONE
    own = _own_start(row.words)
    last = _last(opener)
    if last == "?":
        is_answer = place - own <= 1 or len(row.words) - own <= LONGEST_ANSWER
        if place - own > ANSWER_WORDS or not is_answer:
            return NONE
        words = _unmarked(opener.row.words)[:-1]
        return {place: LeadIn(words, own, tuple(_as_answer(words)))} if words else NONE
    if place - own > OWN_WORDS:
        return NONE
    words, hedge = _unmarked(opener.row.words), None
    if last == ":":
        words = words[:-1]
        hedge = _hedge(opener)
        if hedge is not None:
            words = words[: -len(hedge.text.split())]
    elif place - own > 1 or len(row.words) - own > LONGEST_LINE:
        return NONE
    words = words[-LONGEST_LEAD:]
    if not words:
        return NONE
    phrases = _as_key(words) if len(words) <= LONGEST_KEY else ((words, ()),)
    return {place: LeadIn(words, own, phrases, hedge)}


def _explained(line: Scene, scene: Scene) -> Mapping[int, LeadIn]:
    """A line that is a figure and no more, by the sentence below: "That is what Acme pays"."""
    row, words = line.row, scene.row.words
    if not words[:1] or words[0] not in kind_words("pointing") or not _starts_line(scene):
        return NONE
    place = next((at for at in row.marks if row.words[at] in FIGURES), -1)
    if place < 0 or len(row.words) - _own_start(row.words) > LONGEST_FIGURE:
        return NONE
    at = next((n for n in range(1, 4) if words[n : n + 1] and words[n] in ASKED), -1)
    if at < 0:
        return NONE
    told = words[at + 1 : at + 1 + LONGEST_LEAD]
    end = next((n for n, word in enumerate(told) if word in {".", ";", MONEY}), len(told))
    told = told[:end]
    verb = next((n for n, word in enumerate(told) if word in groups()["pay"] | GETS), -1)
    if verb < 0:
        return NONE
    return {place: LeadIn(told, place, ((told[: verb + 1], told[verb + 1 :]), (told, ())))}


def _hedge(opener: Scene) -> HedgeCue | None:
    """The hedge that a lead-in ends with: "a premium of approximately:"."""
    colon = opener.sentence.end - 1
    low = max(opener.sentence.start, colon - hedges.REACH)
    # a blank for the colon: a cue stands right before its figure
    window = opener.row.text[low:colon] + " "
    cue = hedges.around(window, len(window), len(window))
    if not cue.text:
        return None
    return cue._replace(start=cue.start + low, end=cue.end + low)


def _own_start(words: tuple[str, ...]) -> int:
    """Where the words of an item begin behind its mark: "•", "2 .", "( a )", "A :"."""
    return len(words) - len(_unmarked(words))


def _unmarked(words: tuple[str, ...]) -> tuple[str, ...]:
    at = 0
    if words[:1] and not words[0][0].isalnum() and words[0] not in OPENERS:
        at = 1
    elif words[1:2] and words[1] in {".", ")", ":"} and len(words[0]) <= 2:  # noqa: PLR2004
        at = 2
    return words[at:]


def _as_key(key: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """A key alone, with each word that can link it to its figure, and behind the figure."""
    bare = key[1:] if key[0] in {"the", "a", "an", "our", "its"} else key
    behind = ((), bare) if 0 < len(bare) <= LONGEST_NAME else ((), ())
    return ((key, ()), *(((*key, link), ()) for link in LINKS), behind)


def _as_answer(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """A question as the beginning of its answer: "what is the price" as "the price is $"."""
    yield words, ()
    asked = words[:1] and words[0] in kind_words("asking")
    rest = words
    if asked and words[0] == "how":
        rest = words[2:]
    elif asked:
        rest = words[1:]
        if rest and rest[0] not in kind_words("asking_verb"):
            yield (rest[0], "of"), ()
    if rest and rest[0] in kind_words("asking_verb"):
        rest = rest[1:]
    if not rest:
        return
    yield from _as_key(rest)
    pays = groups()["pay"]
    paid = next((at for at, word in enumerate(rest) if word in pays), -1)
    if paid >= 0:
        yield rest[: paid + 1], rest[paid + 1 :]
