"""What commands write as JSON, held against the schema of its format."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parents[2] / "rules/schema/output"
FORMATS = tuple(sorted(path.name.removesuffix("-1.schema.json") for path in FOLDER.glob("*.json")))


@cache
def validator(name: str) -> Draft202012Validator:
    """Give what holds a document to a format, e.g. check; dates are looked at too."""
    schema = json.loads((FOLDER / f"{name}-1.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def held(text: str, name: str) -> Any:
    """Read a document and hold it to its format; fails with what does not fit."""
    document = json.loads(text)
    assert document["format"] == f"jixiao.{name}/1"
    problems = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(document)]
    assert not problems, problems[:3]
    return document
