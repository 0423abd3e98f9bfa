"""The golden report and its article texts, as every report test starts from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealfacts.model.report import Report
from dealfacts.reports import RenderOptions

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="session")
def report() -> Report:
    return Report.model_validate_json((GOLDEN / "northwind.json").read_bytes())


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    files = sorted((GOLDEN / "articles").iterdir())
    return {file.name: file.read_bytes().decode("utf-8") for file in files}


@pytest.fixture
def options(texts: dict[str, str]) -> RenderOptions:
    return RenderOptions(texts=texts)
