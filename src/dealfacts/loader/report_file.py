"""A saved JSON report, read back. Refuses anything else: who asks for a report gets no guess."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from dealfacts.errors import DealfactsError
from dealfacts.model.report import Report

NAMED = re.compile(rb'"schema"\s*:\s*"dealfacts\.report/1"')


def is_report(path: str) -> bool:
    """Whether `path` is a JSON file that names the report's schema."""
    file = Path(path)
    try:
        return file.suffix.lower() == ".json" and NAMED.search(file.read_bytes()) is not None
    except OSError:
        return False


def read_report(path: str) -> Report:
    """The report that `reconcile --format json` wrote to `path`.

    Raises DealfactsError if the file cannot be read or holds no report.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
        raise DealfactsError(message) from error
    try:
        return Report.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = (
            f"{path}: not a report: {f'{where}: ' if where else ''}{first['msg']}. "
            "Make one with `dealfacts reconcile PATH --format json`"
        )
        raise DealfactsError(message) from error
