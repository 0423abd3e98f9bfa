"""Sources against facts: which camps of a fact each source stands in, in one letter each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.reports import _wording
from dealfacts.reports._html.views import Cell, Line
from dealfacts.reports._sides import otherwise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact
    from dealfacts.reports._html.deal import Maker
    from dealfacts.reports._html.views import Row

# The marks of a claim that takes no side, and of a value that nobody disputes.
LOOSE, CALM = "~", "●"


def line(maker: Maker, fact: Fact, row: Row, sources: Sequence[str]) -> Line:
    """The line of a fact, with a cell or nothing for each of `sources`."""
    cells: dict[str, Cell] = {}
    homes = Counter(claim for camp in fact.camps for claim in camp.claims)
    # A coarse figure rounds to several camps, as a hedged one fits them, and takes no side.
    loose = [*(c for c in homes if homes[c] > 1), *(each.claim for each in fact.also_compatible)]
    loose += [claim.id for claim in otherwise(fact, maker.index)]
    is_disputed = len(row.camps) > 1
    for camp, view in zip(fact.camps, row.camps, strict=True):
        mark, colour = (view.letter, view.colour) if is_disputed else (CALM, "camp-calm")
        best: dict[str, Claim] = {}
        for claim in maker.index.known(c for c in camp.claims if homes[c] == 1):
            if claim.source in camp.sources:
                best.setdefault(claim.source, claim)
        for source, claim in best.items():
            cells[source] = (
                _also(cells[source], mark, claim)
                if source in cells
                else _cell(maker, mark, colour, claim)
            )
    for claim in maker.index.known(loose):
        cells.setdefault(claim.source, _cell(maker, LOOSE, "camp-loose", claim))
    value = row.camps[0].value if len(row.camps) == 1 else ""
    return Line(row.title, value, row.key, tuple(cells.get(source) for source in sources))


def _cell(maker: Maker, mark: str, colour: str, claim: Claim) -> Cell:
    told = f"{maker.index.label(claim.source)}: {_wording.printed(claim)}"
    # What is seen is part of the name, so that it can be spoken to; a dot cannot.
    told = f"{mark}, {told}" if mark.isalnum() else told
    return Cell(mark, colour, maker.opened(claim), told)


def _also(first: Cell, letter: str, claim: Claim) -> Cell:
    """The cell of a source that stands in another camp too."""
    mark = f"{first.letter}{letter}"
    told = first.told.removeprefix(f"{first.letter}, ")
    return first._replace(letter=mark, told=f"{mark}, {told} and {_wording.printed(claim)}")
