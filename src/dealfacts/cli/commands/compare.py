"""`dealfacts compare`: the relation of two values, to probe the rules without any article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from dealfacts.cli import options
from dealfacts.cli.form import terminal_or_json
from dealfacts.cli.output import emit
from dealfacts.cli.start import swift_imports
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from dealfacts.model.quantity import Interval
    from dealfacts.model.values import Value
    from dealfacts.model.vocabulary import Hedge
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
@terminal_or_json
@options.messages
def command(a: str, b: str, form: str) -> None:
    """Say how A and B, two figures, dates or names, stand to each other, and why.

    A figure is shown with the interval that careful outlets would give it (typical) and the one
    outside of which it is false (strict).
    """
    with swift_imports():
        from dealfacts.extractor import phrase  # noqa: PLC0415  heavy, --help is not
        from dealfacts.reconciler.relation import Side  # noqa: PLC0415  likewise

    read = tuple((text, phrase.read_phrase(text)) for text in (a, b))
    if any(found for _, found in read):
        one, other = (Side(*_read(text, found), text) for text, found in read)
        relation = _figures(one, other)
    else:
        one, other, relation = _names(a, b)
    emit(_json(one, other, relation) if form == "json" else _text(one, other, relation))


def _read(text: str, found: tuple[Value, Hedge] | None) -> tuple[Value, Hedge]:
    if found is None:
        raise DealfactsError(_no_value(text))
    return found


def _no_value(text: str) -> str:
    if text.strip() and not any(letter.isalpha() for letter in text):
        return f"{text!r} has no unit; nothing says what it counts. Try: '${text} billion'"
    return f"{text!r} is no sum, share, count, date or name. Try: $19.3 billion"


def _figures(one: Side, other: Side) -> Comparison:
    from dealfacts.reconciler.compare import compare  # noqa: PLC0415  heavy, --help is not

    return compare(one, other)


def _names(a: str, b: str) -> tuple[Side, Side, Comparison]:
    """Two names, as people and as organisations: what they are, the closer reading tells."""
    from dealfacts.model.values import Organisation, Person  # noqa: PLC0415  heavy, --help is not
    from dealfacts.reconciler.compare import compare  # noqa: PLC0415  likewise
    from dealfacts.reconciler.name_parts import organisation_parts  # noqa: PLC0415  likewise
    from dealfacts.reconciler.relation import Side  # noqa: PLC0415  likewise

    for text in (a, b):
        if not any(letter.isalpha() for letter in text):
            raise DealfactsError(_no_value(text))
    readings = []
    # What has a legal form is no person: "Example (UK) Ltd" does not leave out a middle name.
    is_firm = any(organisation_parts(text).forms for text in (a, b))
    for make, as_what in ((Person, "people"), (Organisation, "organisations")):
        if is_firm and make is Person:
            continue
        one, other = (Side(make(name=text), shown=text) for text in (a, b))
        found = compare(one, other)
        told = found._replace(rule=f"as names of {as_what}: {found.rule}")
        readings.append((one, other, told))
    return min(readings, key=lambda each: _distance(each[2]))


def _distance(found: Comparison) -> int:
    """How far apart two names are: the same, one longer, spelled differently, unsure, different."""
    if found.relation.value == "conflict":
        return 2 if found.severity is not None and found.severity.value == "warning" else 4
    return {"equal": 0, "refines": 1}.get(found.relation.value, 3)


def _text(a: Side, b: Side, found: Comparison) -> str:
    from dealfacts.model.quantity import Quantity  # noqa: PLC0415  heavy, --help is not
    from dealfacts.model.values import Count, Money, Multiple, Percent  # noqa: PLC0415  likewise
    from dealfacts.reconciler.wording import interval_text  # noqa: PLC0415  likewise

    told = found.relation.value.replace("_", " ")
    lines = [f"{told} ({found.severity.value})" if found.severity else told]
    for side in (a, b):
        lines.append(f"  {side.shown}")
        value = side.value
        if isinstance(value, Money | Percent | Count | Multiple):
            figure = Quantity.of(value, side.hedge)
            lines.append(f"    typical  {interval_text(figure.typical, value)}")
            lines.append(f"    strict   {interval_text(figure.strict, value)}")
    lines.append(f"  {found.rule}")
    suspected = _suspected(a, b, found)
    lines += [f"  {suspected}"] if suspected else []
    return "\n".join(lines) + "\n"


def _suspected(a: Side, b: Side, found: Comparison) -> str | None:
    """The slip of the pen that two values look like, with the rule that would name it."""
    from dealfacts.model.values import PartialDate  # noqa: PLC0415  heavy, --help is not
    from dealfacts.reconciler.currency_signs import is_other_sign  # noqa: PLC0415  likewise
    from dealfacts.reconciler.slips import slip  # noqa: PLC0415  likewise

    if is_other_sign(a.value, b.value):
        return "The same digits with two currencies: a sign may have been read wrongly. [CUR001]"
    told = slip(a, b) if found.severity is not None else None
    if told is None:
        return None
    return f"{told.words} [{'DAT001' if isinstance(a.value, PartialDate) else 'VAL004'}]"


def _json(a: Side, b: Side, found: Comparison) -> str:
    content = {
        "schema": "dealfacts.comparison/1",
        "relation": found.relation.value,
        "severity": found.severity.value if found.severity else None,
        "reason": found.reason,
        "suspected": _suspected(a, b, found),
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
