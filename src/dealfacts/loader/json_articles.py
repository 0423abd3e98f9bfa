"""Articles as JSON: one record, a list of them, or one a line.

A record is an object with a text and, under any usual name, title, date, outlet, url, id. Refuses
records without text, each by itself: it becomes a `Fault`, and the next one is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dealfacts.loader.fields import Fault, Field, folded
from dealfacts.loader.records import IDS, TEXTS, Record, name_of, no_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.loader.streams import Line

A_REPORT = "This is a report of dealfacts; `diff` and `explain --report` read it"
DEEP = "Nested too deeply to be an article"

Json = Mapping[str, object] | Sequence[object] | str | float | bool | None


def parse(text: str) -> Json:
    """The value of a JSON text. Raises ValueError where it is none."""
    try:
        value: Json = json.loads(text)
    except RecursionError:
        raise ValueError(DEEP) from None
    return value


def from_lines(lines: Iterable[Line]) -> Iterator[Record | Fault]:
    """The article of each line; the number of the line names one without an id."""
    for line in lines:
        if line.message is not None:
            yield Fault(line.number, line.message)
        if line.text is None or not line.text.strip():
            continue
        try:
            found = parse(line.text)
        except ValueError as error:
            yield Fault(line.number, f"Not JSON: {error}")
            continue
        yield _record(found, line.number, line.number)


def from_document(text: str) -> Iterator[Record | Fault]:
    """The article, or the articles of the list, that a JSON document holds.

    Records of a list are named by their place in it, from 1.
    """
    try:
        found = parse(text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        yield Fault(line, f"Not JSON: {error}")
        return
    listed = _list(found)
    if listed is None:
        yield _record(found, 1, 1)
        return
    for number, one in enumerate(listed, start=1):
        record = _record(one, number, 1)
        if isinstance(record, Fault):
            record = record._replace(message=f"Article {number}: {record.message}")
        yield record


def is_object(opening: bytes) -> bool:
    """Whether the first line of a file is an object by itself, as in JSON lines."""
    try:
        return isinstance(parse(opening.split(b"\n", 1)[0].decode("utf-8", "replace")), Mapping)
    except ValueError:
        return False


def _list(found: Json) -> Sequence[object] | None:
    """The list that a document is, or the one that it holds: {"total": 2, "articles": [...]}."""
    if isinstance(found, Mapping) and _text(found) is None:
        lists = [value for value in found.values() if isinstance(value, list)]
        lists = [each for each in lists if each and isinstance(each[0], Mapping)]
        return lists[0] if len(lists) == 1 else None
    return found if isinstance(found, list) else None


def _record(found: object, place: int, line: int) -> Record | Fault:
    if not isinstance(found, Mapping):
        message = "Not an article: an object with a text is expected"
        return Fault(line, message, is_foreign=True)
    if str(found.get("schema", "")).startswith("dealfacts.report/"):
        return Fault(line, A_REPORT, is_foreign=True)
    text = _text(found)
    if text is None:
        return no_text(list(found), line)
    fields = [Field(name, _told(value), line) for name, value in found.items()]
    own = {folded(name): value for name, value in found.items()}
    named = next((own[name] for name in IDS if isinstance(own.get(name), str | int)), "")
    return Record(text, tuple(fields), name_of(str(named), place), line)


def _text(found: Mapping[str, object]) -> str | None:
    """The value of the first name for a text; a list of paragraphs counts as one."""
    own = {folded(name): value for name, value in found.items()}
    for name in TEXTS:
        value = own.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return "\n\n".join(value)
    return None


def _told(value: object) -> str:
    """A field in words: {"id": null, "name": "Example Times"} is its name."""
    match value:
        case str():
            return value
        case {"name": str(name)}:
            return name
        case _:
            return ""
