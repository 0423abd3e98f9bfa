"""Companies with no business but a purse: who merges with one goes public, and is what it buys.

"Contoso to list by merging with blank-check firm Northwind Acquisition": the shell is the buyer,
whoever acts in the sentence. Refuses to call a firm a shell where the article has no word for one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET, Vote
from dealfacts.extractor.gaze import Gaze
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.scene import Reading, Scene

# "Northwind Acquisition", "Northwind Acquisition II"
# Without one of these the text of an article has no word for a shell.
GATES = ("spac", "blank-che", "blank che", "special purpose", "special-purpose")
OPENING = {"blank": {("check",), ("cheque",)}, "special": {("purpose",)}}
WITH = frozenset({"with"})
NAMED = frozenset({"acquisition", "acquisitions", "spac"})
# "a blank-check company sponsored by Contoso, Northwind": the nearest name, and how far it stands
BEHIND, BEFORE = 4, 7
SPONSOR = frozenset({"sponsored", "backed", "led", "by", "of"})
TURNED = {BUYER: TARGET, TARGET: BUYER}


def shells(reading: Reading) -> frozenset[str]:
    """The blank-check companies of an article."""
    low = reading.scenes[0].row.low if reading.scenes else ""
    if not any(sign in low for sign in GATES):
        return frozenset()
    told = [scene for scene in reading.scenes if _signs(scene)]
    if not told:
        return frozenset()
    named = {
        reading.long_form(firm)
        for scene in reading.scenes
        for firm in scene.organisations
        if not NAMED.isdisjoint(firm.core.lower().split()[1:])
    }
    called = named or {name for scene in told for name in _called(scene, reading)}
    return frozenset(called or _merged_with(reading))


def _signs(scene: Scene) -> list[int]:
    """Where a sentence speaks of a shell: "SPAC", "blank cheque", "special purpose"."""
    words = scene.row.words
    return [
        at
        for at in scene.row.places(party_cues().shell)
        if words[at] not in OPENING or words[at + 1 : at + 2] in OPENING[words[at]]
    ]


def _merged_with(reading: Reading) -> Iterator[str]:
    """Who is merged with, where another company is the one that the article speaks of.

    Of "the SPAC merger" and "its merger with Northwind" the shell is Northwind.
    """
    spoken = Counter(
        reading.long_form(firm) for scene in reading.scenes for firm in scene.organisations
    )
    most = max(spoken.values(), default=0)
    unions = party_cues().union_noun | party_cues().merge
    for scene in reading.scenes:
        for place in scene.row.places(unions):
            eyes = Gaze(scene, reading)
            with_ = eyes.after(place, WITH, 2)
            name = eyes.right(with_, 4) if with_ is not None else None
            if name is not None and spoken[name] < most:
                yield name


def _called(scene: Scene, reading: Reading) -> Iterator[str]:
    """Each name that a sentence calls a shell: "SPAC NAME", "NAME, a blank-check company"."""
    eyes = Gaze(scene, reading)
    words = scene.row.words
    for place in _signs(scene):
        behind = range(place + 1, min(place + 1 + BEHIND, len(words)))
        at = next((at for at in behind if words[at] in NAMES | {",", "."} | SPONSOR), None)
        if at is not None and words[at] in NAMES:
            yield eyes.name(at)
            continue
        comma = words[place - 2 : place - 1] == (",",) or words[place - 3 : place - 2] == (",",)
        if comma and (name := eyes.left(place, BEFORE)) is not None:
            yield name


def turned(reading: Reading, ballots: Sequence[tuple[Vote, ...]]) -> tuple[tuple[Vote, ...], ...]:
    """The votes of an article's sentences; where a shell is bought, it buys."""
    known = shells(reading)
    if not known:
        return tuple(ballots)
    return tuple(
        tuple(_turned(scene, cast, known))
        for scene, cast in zip(reading.scenes, ballots, strict=True)
    )


def _turned(scene: Scene, cast: Sequence[Vote], known: frozenset[str]) -> Iterator[Vote]:
    """The votes of one sentence, turned at a verb or noun of merging whose object is a shell."""
    cues = party_cues()
    by_place: dict[int, list[Vote]] = defaultdict(list)
    for vote in cast:
        by_place[vote.place].append(vote)
    for place, votes in by_place.items():
        is_union = scene.row.words[place] in cues.merge | cues.deal_noun
        is_bought = any(vote.role == TARGET and vote.name in known for vote in votes)
        for vote in votes:
            if is_union and is_bought:
                yield vote._replace(role=TURNED.get(vote.role, vote.role))
            else:
                yield vote
