"""A tree checked against the JSON Schema that editors use too."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jixiao.files.collector import Collector
from jixiao.files.home import built_in_rules
from jixiao.files.schema.fits import Fits, compile_schema
from jixiao.files.schema.plain import plain
from jixiao.files.yaml.node import Mapping


def check_shape(root: Mapping, schema: str, collector: Collector) -> None:
    """Note every place where the tree does not fit rules/schema/<schema>.schema.json.

    What fits is told by a test made for it; jsonschema, which is slow, says what does not.
    """
    if not _fits(schema)(root):
        _note_errors(root, schema, collector)


def _note_errors(root: Mapping, schema: str, collector: Collector) -> None:
    """Ask jsonschema; it is imported here, so that files that are in order need not wait for it."""
    from jsonschema import Draft202012Validator

    from jixiao.files.schema.errors import explain
    from jixiao.files.yaml.places import Places

    errors = list(Draft202012Validator(read_schema(schema)).iter_errors(plain(root)))
    if errors:
        for place, message in explain(errors, Places.of(root)):
            collector.note(place, message)


@cache
def read_schema(schema: str) -> dict[str, Any]:
    """Read rules/schema/<schema>.schema.json, once."""
    path = built_in_rules() / "schema" / f"{schema}.schema.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@cache
def _fits(schema: str) -> Fits:
    return compile_schema(read_schema(schema))
