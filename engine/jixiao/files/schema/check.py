"""A tree checked against the JSON Schema that editors use too."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from jixiao.files.collector import Collector
from jixiao.files.home import built_in_rules
from jixiao.files.schema.errors import explain
from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.files.yaml.places import Places

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

MAX_WHOLE_DIGITS = 18
"""Longest run of digits taken as a whole number here. Stops int() on 100,000 digits."""

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def check_shape(root: Mapping, schema: str, collector: Collector) -> None:
    """Note every place where the tree does not fit rules/schema/<schema>.schema.json."""
    errors = list(_validator(schema).iter_errors(plain(root)))
    if errors:
        for place, message in explain(errors, Places.of(root)):
            collector.note(place, message)


def plain(node: Node) -> Any:
    """Give what the schema sees: unquoted numbers as exact numbers, all else as text.

    是 and 否 stay text. INVARIANT: the tree is at most MAX_DEPTH deep, so recursion is safe.
    """
    if isinstance(node, Scalar):
        return _plain_scalar(node)
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


def _plain_scalar(scalar: Scalar) -> str | int | Decimal | bool | None:
    if not scalar.plain:
        return scalar.text
    if scalar.text in _WORDS:
        return _WORDS[scalar.text]
    shape = _NUMBER.fullmatch(scalar.text)
    if shape is None:
        return scalar.text
    is_whole = shape[1] is None and len(scalar.text) <= MAX_WHOLE_DIGITS
    return int(scalar.text) if is_whole else Decimal(scalar.text)


@cache
def _validator(schema: str) -> Draft202012Validator:
    """Load a schema once; jsonschema is imported here so that commands without files start fast."""
    from jsonschema import Draft202012Validator

    path = built_in_rules() / "schema" / f"{schema}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
