"""Where a new file finds its schema."""

from pathlib import Path

import pytest

from jixiao.files.schema.place import rules_around, schema_path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project: rules with items and a schema, and a folder for cases."""
    (tmp_path / "项目/rules/schema").mkdir(parents=True)
    (tmp_path / "项目/rules/items.yaml").touch()
    (tmp_path / "项目/rules/schema/case.schema.json").touch()
    (tmp_path / "项目/cases/2025").mkdir(parents=True)
    return tmp_path / "项目"


@pytest.mark.parametrize(
    ("file", "way"),
    [
        ("a.yaml", "rules/schema/case.schema.json"),
        ("cases/a.yaml", "../rules/schema/case.schema.json"),
        ("cases/2025/a.yaml", "../../rules/schema/case.schema.json"),
        ("rules/a.yaml", "schema/case.schema.json"),
        ("rules/none/a.yaml", "../schema/case.schema.json"),
    ],
)
def test_inside_a_project_the_way_is_relative(project: Path, file: str, way: str) -> None:
    assert schema_path(project / file, "case") == way
    assert rules_around(project / file) == project / "rules"


def test_outside_of_a_project_there_is_none(tmp_path: Path, project: Path) -> None:
    assert schema_path(tmp_path / "a.yaml", "case") is None
    assert rules_around(tmp_path / "a.yaml") is None


def test_rules_that_are_named_come_first(tmp_path: Path, project: Path) -> None:
    assert schema_path(tmp_path / "a.yaml", "case", project / "rules") == "项目/rules/schema/case.schema.json"


def test_a_schema_that_is_not_there_is_not_named(project: Path) -> None:
    assert schema_path(project / "a.yaml", "ruleset") is None
