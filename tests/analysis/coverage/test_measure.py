"""What cases and examples came by is counted, and more of them never less."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.analysis.coverage.measure import measure
from jixiao.analysis.coverage.thresholds import threshold_values, tried
from jixiao.desk.test import Tried, try_all
from jixiao.files import find_cases
from jixiao.model.coverage import Coverage
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.cases.desk import CASE, TABLE, write_desk

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 6, 30)


def coverage_of(folder: Path, table: str = TABLE, case: str = CASE) -> Coverage:
    write_desk(folder, table, case)
    found = try_all([folder / "cases/case.yaml"], folder / "rules", every_table=True, today=TODAY)
    assert found.bench is not None
    assert found.run.errors == ()
    return measure(found.bench, found.programs, found.reviewed)


def test_what_came_by_what(tmp_path: Path) -> None:
    [table] = coverage_of(tmp_path).tables
    steps, proportion, checklist, levels = table.indicators
    assert [(part.part.state, part.cases, part.examples) for part in steps.parts] == [
        ("得满分", 0, 1), ("扣一部分", 0, 1), ("扣完", 1, 1),
    ]  # fmt: skip
    assert [(part.cases, part.examples) for part in proportion.parts] == [(1, 1), (0, 1)]
    assert [(part.part.state, part.cases, part.examples) for part in checklist.parts] == [
        ("达到", 1, 1), ("未达到", 0, 1), ("达到", 1, 0), ("未达到", 0, 2), ("达到", 0, 1), ("未达到", 1, 1),
    ]  # fmt: skip
    assert [(part.cases, part.examples) for part in levels.parts] == [(0, 1), (0, 1), (0, 0)]


def test_the_share_counts_parts(tmp_path: Path) -> None:
    found = coverage_of(tmp_path)
    assert found.share == Fraction(13, 14)
    assert Coverage().share == 1


def test_rules_of_findings_that_fired_are_counted() -> None:
    found = project()
    assert found.bench is not None
    rules = {one.name: one.fired for one in measure(found.bench, found.programs, found.reviewed).rules}
    assert rules["自评总分高于核算"] > 0
    assert min(rules.values()) == 0


@cache
def project() -> Tried:
    return try_all(find_cases([ROOT / "cases"]), ROOT / "rules", every_table=True, today=TODAY)


def test_checks_are_decided_or_not() -> None:
    found = project()
    assert found.bench is not None
    checks = measure(found.bench, found.programs, found.reviewed).checks
    assert {check.id for check in found.bench.checks} <= {check.id for check in checks}
    assert all(check.missed <= check.decided for check in checks)
    assert any(check.missed for check in checks)


@settings(max_examples=settings.default.max_examples // 8)
@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_more_cases_never_reach_less(some: set[int], more: set[int]) -> None:
    found = project()
    assert found.bench is not None
    few, many = (
        measure(found.bench, found.programs, [found.reviewed[number] for number in sorted(numbers)])
        for numbers in (some, some | more)
    )
    assert few.share <= many.share
    for one, other in zip(few.parts, many.parts, strict=True):
        assert one.part == other.part
        assert one.cases <= other.cases
    for one, other in zip(few.checks or many.checks, many.checks, strict=False):
        assert one.id != other.id or one.decided <= other.decided
    for before, after in zip(few.tables, many.tables, strict=True):
        for left, right in zip(before.indicators, after.indicators, strict=True):
            for one, other in zip(left.thresholds, right.thresholds, strict=True):
                assert set(other.lacking) <= set(one.lacking)


# ── Thresholds ───────────────────────────────────────────────────────────────────────────────────

STEPS = "不超过100%的，得满分；每超过1个百分点，扣2分，扣完为止。"
BANDS = "=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。"


def values(sentence: str, points: int, **readings: str) -> list[str]:
    meaning = meaning_of(understand(sentence, "甲率", Fraction(points)), readings)
    return [f"{value * 100:f}".rstrip("0").rstrip(".") for value in map(float, threshold_values(meaning))]


def test_thresholds_are_said_or_where_nothing_moves_any_more() -> None:
    assert values(STEPS, 10, 不足一步="不计") == ["100", "101", "105"]
    assert values(STEPS, 10, 不足一步="按比例") == ["100", "105"]
    assert values(BANDS, 5) == ["0", "10", "20"]
    assert values("按完成比例计算得分，低于60%不得分。", 5) == ["60", "100"]
    assert values("每发现一例扣1分，扣完为止。", 5) == []


@pytest.mark.parametrize(
    ("at", "sides"),
    [
        ([], {}),
        (["0.099"], {"10%": ["等于", "刚高于"]}),
        (["0.1"], {"10%": ["刚低于", "刚高于"]}),
        (["0.14"], {"10%": ["刚低于", "等于"]}),
        (["0.15"], {}),
        (["0.16"], {"20%": ["等于", "刚高于"]}),
        (["0.05"], {}),
        (["9"], {"20%": ["刚低于", "等于"]}),
    ],
)
def test_a_value_is_beside_the_threshold_that_is_nearest(at: list[str], sides: dict[str, list[str]]) -> None:
    meaning = meaning_of(understand(BANDS, "甲率", Fraction(5)), {})
    found = {one.text: list(one.lacking) for one in tried(meaning, "甲率", map(Fraction, at))}
    assert found == {text: sides.get(text, ["刚低于", "等于", "刚高于"]) for text in ("0%", "10%", "20%")}
