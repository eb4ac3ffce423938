"""The rules and cases of this repository, and the schemas that editors use."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jixiao.files import find_cases, load_case, open_library

ROOT = Path(__file__).parents[2]
SCHEMAS = sorted((ROOT / "rules" / "schema").glob("*.schema.json"))


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every property that a schema names, with what it says of it."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_every_key_of_a_schema_is_described_and_no_other_is_allowed(path: Path) -> None:
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    definitions = schema["$defs"]
    for name, value in properties(schema):
        target = definitions[value["$ref"].removeprefix("#/$defs/")] if "$ref" in value else {}
        assert value.get("description") or target.get("description"), name
    objects = [one for one in [schema, *definitions.values()] if one.get("type") == "object"]
    assert objects
    assert all("additionalProperties" in one for one in objects)


@pytest.mark.parametrize(
    ("reference", "count"),
    [("huaihua-department@2022", 16), ("project-expenditure@2024", 4), ("zhanjiang-department@2021", 21)],
)
def test_the_points_of_our_tables_add_up(reference: str, count: int) -> None:
    table = open_library(ROOT / "rules").ruleset(reference)
    assert len(table.indicators) == count
    assert sum(indicator.points for indicator in table.indicators) == table.full == 100


def test_all_of_zhanjiang_is_reconstructed_and_says_so() -> None:
    table = open_library(ROOT / "rules").ruleset("zhanjiang-department")
    assert all(indicator.provisional for indicator in table.indicators)


@pytest.mark.parametrize("path", find_cases([ROOT / "cases"]), ids=lambda path: path.stem)
def test_our_cases_are_read(path: Path) -> None:
    case, table = load_case(path, open_library(ROOT / "rules"))
    assert case.ruleset == table.reference
