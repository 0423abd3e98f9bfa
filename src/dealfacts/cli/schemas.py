"""The JSON Schemas of the claim and report formats, as the json and jsonl formats write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic.json_schema import GenerateJsonSchema

from dealfacts.model.claims import Claim
from dealfacts.model.report import Report

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Written(GenerateJsonSchema):
    """Every field is required: what dealfacts writes leaves none out."""

    def field_is_required(self, field: object, total: bool) -> bool:  # noqa: ARG002, FBT001
        """Whether a reader may rely on the key."""
        return True


def claim() -> str:
    """The schema of one line of `extract`."""
    return _schema(Claim)


def report() -> str:
    """The schema of the document of `reconcile --format json`."""
    return _schema(Report)


def _schema(model: type[BaseModel]) -> str:
    content = model.model_json_schema(schema_generator=_Written, mode="serialization")
    return json.dumps({"$schema": DIALECT} | content, indent=2, sort_keys=True) + "\n"
