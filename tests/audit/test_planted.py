"""What others planted is found, and nothing is said of what honest clerks write."""

from pathlib import Path

import pytest

from jixiao.files import load_case, open_library
from jixiao.model.finding import Finding
from shared.findings.reviews import RULES, project_checks, review

FOLDER = Path(__file__).parent / "planted"
PLANTED = {
    "01": "claim-above-range",
    "02": "claim-below-range",
    "03": "sum-mismatch",
    "04": "grade-mismatch",
    "05": "sum-mismatch",
    "06": "statement-conflict",
    "07": "part-exceeds-whole",
    "08": "balance-mismatch",
    "09": "statement-conflict",
    "10": "unit-suspect",
    "11": "share-mismatch",
    "12": "growth-misstated",
    "13": "value-impossible",
    "14": "facts-disagree",
    "15": "facts-disagree",
    "16": "facts-disagree",
    "17": "exemption-unknown",
    "18": "claim-unsupported",
    "19": "wrong-table",
}
"""Number of the case → the code that must be told of it, for itself."""
WARNED = ("20",)
"""Cases whose contradiction is told where the case is read."""
CLEAN = sorted(FOLDER.glob("clean-*.yaml"))


def findings(path: Path) -> list[Finding]:
    case, ruleset = load_case(path, open_library(RULES))
    return [one for found in review(case, ruleset, project_checks()) for one in found.findings]


@pytest.mark.parametrize("number", PLANTED)
def test_what_is_planted_is_found(number: str) -> None:
    told = findings(FOLDER / f"planted-{number}.yaml")
    assert PLANTED[number] in {one.code for one in told if one.folded_under is None}


@pytest.mark.parametrize("number", WARNED)
def test_what_is_planted_is_told_where_the_case_is_read(number: str) -> None:
    case, _ = load_case(FOLDER / f"planted-{number}.yaml", open_library(RULES))
    assert ["出处“决算表 Z03”" in one.message for one in case.warnings] == [True]


def test_every_planted_case_is_looked_for() -> None:
    found = {path.stem.removeprefix("planted-") for path in FOLDER.glob("planted-*.yaml")}
    assert found == {*PLANTED, *WARNED}


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_nothing_grave_or_middling_is_said_of_a_clean_case(path: Path) -> None:
    """Hints are: last digits that are cut off, shares forced to 100 %, readings that are open."""
    assert [(one.code, one.message) for one in findings(path) if one.level != "low"] == []
