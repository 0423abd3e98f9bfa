"""The shapes that the templates read. Numbers name claims and sources of the page's data block."""

from __future__ import annotations

from typing import NamedTuple

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# How many camps have a colour of their own; more begin again, and have their letters.
COLOURS = 6


def letter(at: int) -> str:
    """The name of the side at place `at`: A, B, C; from the 27th on its number."""
    return LETTERS[at] if at < len(LETTERS) else str(at + 1)


class Chip(NamedTuple):
    """A source that says so, and the claim with which it does; None where no text can be opened."""

    label: str
    claim: int | None


class Words(NamedTuple):
    """A claim's sentence in three parts, and where it stands."""

    before: str
    value: str
    after: str
    label: str
    place: str
    limits: str


class Camp(NamedTuple):
    """One side: its place among the sides, its value, who gives it, and the best sentence.

    `claim` is None where there is no claim of the side, or no text to open.
    """

    at: int
    value: str
    claim: int | None
    backing: str
    chips: tuple[Chip, ...]
    words: Words | None

    @property
    def letter(self) -> str:
        """Its name on the page."""
        return letter(self.at)

    @property
    def colour(self) -> str:
        """The class of the camp's colour."""
        return f"camp-{self.at % COLOURS}"


class Bar(NamedTuple):
    """A camp on the axis: offsets and widths in percent; `point` None for a range of words."""

    camp: Camp
    text: str
    top: int
    typical: tuple[str, str]
    strict: tuple[str, str]
    point: str | None
    is_open: bool


class Tick(NamedTuple):
    """A place of the axis in percent, and the number there."""

    x: str
    text: str


class Plot(NamedTuple):
    """An axis with a bar for each camp; `height` is in pixels, `told` says it in words."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    height: int
    told: str


class Key(NamedTuple):
    """What a filter looks at; `sources` and `origins` are numbers with blanks between."""

    severity: str
    attribute: str
    sources: str
    origins: str


class Difference(NamedTuple):
    """A finding; `number` is its place in the data block, `pair` what to read side by side."""

    id: str
    number: int
    rule: str
    rule_title: str
    advice: str
    title: str
    key: Key
    camps: tuple[Camp, ...]
    fits: tuple[tuple[str, tuple[Chip, ...]], ...]
    reasons: tuple[str, ...]
    plot: Plot | None
    is_pair: bool


class Row(NamedTuple):
    """A fact of the table; `finding` is the id of the finding about it."""

    id: str
    title: str
    state: str
    key: Key
    camps: tuple[Camp, ...]
    fits: tuple[tuple[str, tuple[Chip, ...]], ...]
    notes: tuple[str, ...]
    finding: str | None


class Cell(NamedTuple):
    """What one source says of one fact: the letters of its camps, or `~` where it takes none."""

    letter: str
    colour: str
    claim: int | None
    told: str


class Line(NamedTuple):
    """A fact of the matrix, with a cell or nothing for each source; `value` where it has only one.

    Facts of one title, such as prices in two currencies, are told apart by it.
    """

    title: str
    value: str
    key: Key
    cells: tuple[Cell | None, ...]


class Sum(NamedTuple):
    """A piece of arithmetic, or a conversion (`check` is then empty), and who gave its figures."""

    check: str
    holds: bool
    told: str
    chips: tuple[Chip, ...]


class StepView(NamedTuple):
    """A dated step of a deal."""

    day: str
    told: str
    chip: Chip


class DealView(NamedTuple):
    """Everything about one deal, or about none; `letters` name the columns of its facts.

    `decided` has the message, the rule and the decision of findings that were decided on.
    """

    id: str
    label: str
    backing: str
    labels: tuple[str, ...]
    differences: tuple[Difference, ...]
    rows: tuple[Row, ...]
    letters: tuple[str, ...]
    matrix: tuple[Line, ...]
    decided: tuple[tuple[str, str, str], ...]
    sums: tuple[Sum, ...]
    conversions: tuple[Sum, ...]
    steps: tuple[StepView, ...]


class SourceView(NamedTuple):
    """An article of the legend; `twin` is the label of the first one with the same text."""

    number: int
    label: str
    title: str
    about: str
    url: str | None
    twin: str | None
    is_readable: bool


class Rest(NamedTuple):
    """Claims that were not compared for one reason."""

    reason: str
    entries: tuple[tuple[str, Chip], ...]


class Choice(NamedTuple):
    """An entry of a filter: the value that it looks for, and how it is called."""

    value: str
    text: str


class Page(NamedTuple):
    """The whole report; `unread` are the labels of sources whose texts it does not hold."""

    title: str
    lede: str
    tally: tuple[tuple[str, str, int], ...]
    attributes: tuple[Choice, ...]
    sources: tuple[SourceView, ...]
    origins: tuple[Choice, ...]
    deals: tuple[DealView, ...]
    rest: tuple[Rest, ...]
    problems: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
