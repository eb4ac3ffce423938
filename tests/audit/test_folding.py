"""Folding by any rules: no finding is told under itself, at whatever distance, and levels only rise."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, strategies as st

from jixiao.audit.findings import draw_findings
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.model.fact import CASE, FINDING, RAISED, WITHIN, Fact
from jixiao.model.finding import Finding
from jixiao.model.finding_rule import FindingRule
from shared.findings.rules import finding, pattern, rule, then

CODES = ("a", "b", "c", "d")


def findings(*more: FindingRule) -> dict[str, Finding]:
    """Give the findings a, b, c and d, as these rules leave them, by code."""
    given_rules = [rule(f"有{code}", [pattern(CASE, 案例="$x")], finding(code)) for code in CODES]
    engine = open_engine(compile_pack([*given_rules, *more]), plain=True)
    drawn = draw_findings(engine.saturate([Fact.of(CASE, 案例="甲")]), (), ())
    return {one.code: one for one in drawn}


def folds(one: str, other: str) -> FindingRule:
    both = [pattern(FINDING, 代码=one, 号="$x"), pattern(FINDING, 代码=other, 号="$y")]
    return rule(f"{one}归入{other}", both, then(WITHIN, 疑点="$x", 于="$y"))


@given(st.sets(st.sampled_from(list(product(CODES, CODES)))))
def test_no_set_of_folds_makes_a_circle(pairs: set[tuple[str, str]]) -> None:
    found = findings(*(folds(*pair) for pair in sorted(pairs)))
    ids = {one.id: one for one in found.values()}
    for one in found.values():
        seen = [one]
        while seen[-1].folded_under is not None:
            seen.append(ids[seen[-1].folded_under])
            assert len(seen) <= len(CODES), "no circle"
    told = {code for code, one in found.items() if one.folded_under is None}
    assert told, "something is left to tell the others under"
    assert {one for one, other in pairs if one != other} >= set(CODES) - told


def test_a_finding_is_told_under_one_other_only_and_a_missing_one_does_not_count() -> None:
    found = findings(folds("a", "b"), folds("a", "c"), folds("d", "e"))
    assert found["a"].folded_under in (found["b"].id, found["c"].id)
    assert found["d"].folded_under is None


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((), "medium"), (("提示",), "medium"), (("严重",), "high"), (("提示", "严重"), "high")],
)
def test_a_level_is_only_ever_raised_and_says_why(levels: tuple[str, ...], expected: str) -> None:
    raising = [
        rule(f"升为{level}", [pattern(FINDING, 代码="a", 号="$x")], then(RAISED, 疑点="$x", 级别=level, 理由=f"因为{level}"))
        for level in levels
    ]  # fmt: skip
    one = findings(*raising)["a"]
    assert one.level == expected
    assert [reason for reason in one.because if "升为严重" in reason] == (
        ["级别升为严重：因为严重"] if expected == "high" else []
    )
