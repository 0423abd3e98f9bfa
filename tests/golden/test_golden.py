"""Every format renders one fixed report; `python tests/golden/build.py` writes the files anew."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from dealfacts import reports
from dealfacts.cli import schemas
from dealfacts.model.report import Report

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).parent
REPORT = Report.model_validate_json((HERE / "northwind.json").read_bytes())
TEXTS = {f.name: f.read_bytes().decode("utf-8") for f in sorted((HERE / "articles").iterdir())}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden_build", HERE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", reports.names())
def test_a_format_renders_the_golden_report_as_committed(name: str) -> None:
    options = reports.RenderOptions(texts=TEXTS)

    shown = reports.load(name).render(REPORT, options)

    assert shown.encode("utf-8") == (HERE / f"northwind.{name}").read_bytes()


def test_the_terminal_format_in_colour_renders_as_committed() -> None:
    options = reports.RenderOptions(width=100, colour=True, verbose=1, texts=TEXTS)

    shown = reports.load("terminal").render(REPORT, options)

    assert shown.encode("utf-8") == (HERE / "northwind.colour.terminal").read_bytes()


def test_the_committed_report_is_the_one_that_the_builder_makes(build: ModuleType) -> None:
    assert build.REPORT == REPORT


def test_the_builder_writes_every_committed_file(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "HERE", tmp_path)

    build.main()

    for made in tmp_path.iterdir():
        assert made.read_bytes() == (HERE / made.name).read_bytes(), made.name


def test_every_evidence_of_the_golden_report_is_in_its_article() -> None:
    for claim in REPORT.claims:
        where = claim.evidence
        assert TEXTS[claim.source][where.start : where.end] == where.quote


@pytest.mark.parametrize("name", ["claim", "diff", "report"])
def test_the_schemas_are_as_committed_and_of_their_draft(name: str) -> None:
    made = schemas.schema(name)

    assert made == (HERE / f"{name}.schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(made))


def test_the_json_format_fits_the_report_schema() -> None:
    content = json.loads((HERE / "northwind.json").read_bytes())

    jsonschema.Draft202012Validator(json.loads(schemas.schema("report"))).validate(content)


def test_the_claim_lines_fit_the_claim_schema() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schemas.schema("claim")))
    lines = (HERE / "northwind.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [item for item in map(json.loads, lines) if item["schema"] == "dealfacts.claim/1"]

    assert len(claims) == len(REPORT.claims)
    for claim in claims:
        validator.validate(claim)


def test_the_schema_refuses_a_claim_without_its_evidence() -> None:
    claim = json.loads((HERE / "northwind.jsonl").read_text(encoding="utf-8").splitlines()[0])
    del claim["evidence"]

    with pytest.raises(jsonschema.ValidationError, match="'evidence' is a required property"):
        jsonschema.Draft202012Validator(json.loads(schemas.schema("claim"))).validate(claim)
