"""`dealfacts compare`: the relation of two values, to probe the rules without any article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from dealfacts.cli import options
from dealfacts.cli.output import emit
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from dealfacts.model.quantity import Interval
    from dealfacts.reconciler.relation import Comparison, Side


@click.command(
    short_help="How two figures, dates or names stand to each other",
    epilog="""\b
Examples:
  dealfacts compare 'nearly $20 billion' '$19.3 billion'
  dealfacts compare '$31.8bn' '$31,800 million'
  dealfacts compare '49%' 'a majority'
  dealfacts compare 'June 2024' '12 June 2024'
  dealfacts compare 'Jon Smith' 'John Smith'
  dealfacts compare '$2.1bn' '$21bn' --format json
""",
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    show_default=True,
    help="What stdout carries.",
)
@options.messages
def command(a: str, b: str, form: str) -> None:
    """Say how A and B, two figures, dates or names, stand to each other, and why.

    A figure is shown with the interval that careful outlets would give it (typical) and the one
    outside of which it is false (strict).
    """
    from dealfacts.reconciler.compare import compare  # noqa: PLC0415  heavy, --help is not

    one, other = _sides(a, b)
    found = compare(one, other)
    emit(_json(one, other, found) if form == "json" else _text(one, other, found))


def _sides(a: str, b: str) -> tuple[Side, Side]:
    """Both values as read; what is no figure on either side is taken for a name."""
    from dealfacts.extractor.phrase import read_phrase  # noqa: PLC0415  heavy, --help is not
    from dealfacts.model.values import Organisation, Person  # noqa: PLC0415  likewise
    from dealfacts.model.vocabulary import Hedge  # noqa: PLC0415  likewise
    from dealfacts.reconciler.relation import Side  # noqa: PLC0415  likewise

    read = tuple(read_phrase(text) for text in (a, b))
    person = any(found and isinstance(found[0], Person) for found in read)
    figure = any(found and not isinstance(found[0], Person) for found in read)
    sides: list[Side] = []
    for text, found in zip((a, b), read, strict=True):
        if found:
            sides.append(Side(found[0], found[1], text))
            continue
        if figure or not text.strip():
            message = f"{text!r} is no sum, share, count, date or name. Try: $19.3 billion"
            raise DealfactsError(message)
        name = Person(name=text) if person else Organisation(name=text)
        sides.append(Side(name, Hedge.NONE, text))
    return sides[0], sides[1]


def _text(a: Side, b: Side, found: Comparison) -> str:
    from dealfacts.reconciler.compare import quantity  # noqa: PLC0415  heavy, --help is not

    told = found.relation.value.replace("_", " ")
    lines = [f"{told} ({found.severity.value})" if found.severity else told]
    for side in (a, b):
        figure = quantity(side)
        if figure is None:
            lines.append(f"  {side.shown}")
            continue
        typical, strict = _bounds(figure.typical), _bounds(figure.strict)
        lines.append(f"  {side.shown}: typical {typical}, strict {strict}")
    return "\n".join([*lines, f"  {found.reason}"]) + "\n"


def _bounds(interval: Interval) -> str:
    """`[19.25, 19.35]`; a round bracket excludes its end."""
    from dealfacts.model.values import plain  # noqa: PLC0415  heavy, --help is not

    low = f"{'(' if interval.low_open else '['}{plain(interval.low)}"
    if interval.high is None:
        return f"{low}, no limit)"
    return f"{low}, {plain(interval.high)}{')' if interval.high_open else ']'}"


def _json(a: Side, b: Side, found: Comparison) -> str:
    content = {
        "schema": "dealfacts.comparison/1",
        "relation": found.relation.value,
        "severity": found.severity.value if found.severity else None,
        "reason": found.reason,
        "a": _side(a),
        "b": _side(b),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n"


def _side(side: Side) -> dict[str, object]:
    from dealfacts.reconciler.compare import quantity  # noqa: PLC0415  heavy, --help is not

    figure = quantity(side)
    return {
        "text": side.shown,
        "hedge": side.hedge.value,
        "value": side.value.model_dump(mode="json"),
        "typical": _interval(figure.typical) if figure else None,
        "strict": _interval(figure.strict) if figure else None,
    }


def _interval(interval: Interval) -> dict[str, str | bool | None]:
    from dealfacts.model.values import plain  # noqa: PLC0415  heavy, --help is not

    return {
        "low": plain(interval.low),
        "high": None if interval.high is None else plain(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }
