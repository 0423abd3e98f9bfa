"""The JSON Schemas of what the json and jsonl formats write."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic.json_schema import GenerateJsonSchema

from dealfacts.model.changes import Diff
from dealfacts.model.claims import Claim
from dealfacts.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Written(GenerateJsonSchema):
    """Every field is required: what dealfacts writes leaves none out."""

    def field_is_required(self, field: object, total: bool) -> bool:  # noqa: ARG002, FBT001
        """Whether a reader may rely on the key."""
        return True


# One line of `extract`, the document of `reconcile --format json`, that of `diff --format json`.
MODELS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"claim": Claim, "diff": Diff, "report": Report}
)


def schema(name: str) -> str:
    """The schema `name`, a key of MODELS."""
    content = MODELS[name].model_json_schema(schema_generator=_Written, mode="serialization")
    return json.dumps({"$schema": DIALECT} | content, indent=2, sort_keys=True) + "\n"
