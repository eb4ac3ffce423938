"""The ledger adds up: full marks less all losses is the score, also where steps add and scores are rounded."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.model.review import Review, Run
from jixiao.reports.check.json import render_json
from jixiao.scoring.evaluate import evaluate_case
from jixiao.scoring.scale.outcome import Loss, Outcome
from jixiao.scoring.scale.said import Value
from jixiao.scoring.sentence.understand import understand
from shared.cases.small import run
from shared.cases.strategies import cases
from shared.sentences.standards import losses, outcome, value, ways
from shared.sentences.strategies import adding_steps, readings, rules, values
from shared.sentences.wording import NAME, write

ADDING = "达到100%得基本分6分，每增加1%加0.5分，最多加2分；每减少1%扣1分，扣完为止。"
"""Steps that add to a 基本分: of 8 points."""
WHOLE = {"不足一步": "不计"}


@pytest.mark.parametrize(
    ("at", "score", "lost"),
    [("133%", 8, []), ("104%", 8, []), ("103%", "7.5", ["0.5"]), ("100%", 6, ["2"]), ("90%", 0, ["8"])],
)
def test_steps_that_add_lose_nothing_beyond_full_marks(at: str, score: str, lost: list[str]) -> None:
    """Full marks are reached at 104%; what more steps would add is no loss, not even a negative one."""
    assert outcome(ADDING, value(at), WHOLE, points="8").high == Fraction(score)
    assert [Fraction(points) for points, _, _ in losses(ADDING, value(at), WHOLE, points="8")] == [
        Fraction(points) for points in lost
    ]


def test_what_is_said_of_steps_that_add_beyond_full_marks() -> None:
    """The steps are told, and that they give full marks; nothing is taken off."""
    [result] = run(
        f"[{{名称: 控制率, 分值: 8, 口径: {{不足一步: 不计}}, 公式: 到位率, 评分标准: {ADDING}}}]",
        "数据: {到位率: {值: 133, 单位: '%', 出处: 报告}}",
    ).results
    assert (result.score, result.deductions) == (8, ())
    assert "计33步" in str(result.explanation)
    assert "，得满分" in str(result.explanation)
    assert "扣" not in str(result.explanation)


@st.composite
def outcomes(draw: st.DrawFn) -> tuple[Fraction, Outcome]:
    """Full marks, and an outcome whose losses, some of them gains, lead from there to its highest score."""
    points = st.fractions(-10, 10, max_denominator=8)
    full, spread = draw(st.fractions(1, 20, max_denominator=8)), draw(st.fractions(0, 5, max_denominator=8))
    found = tuple(Loss(lost, "条款", "理由") for lost in draw(st.lists(points, max_size=4)))
    high = full - sum((loss.points for loss in found), Fraction(0))
    return full, Outcome(high - spread, high, found)


@given(outcomes(), st.fractions(0, 1, max_denominator=8))
def test_holding_an_outcome_keeps_its_ledger(drawn: tuple[Fraction, Outcome], share: Fraction) -> None:
    """Held between a floor and full marks, the losses lead to the highest score that is left."""
    full, found = drawn
    held = found.within(full * share, full)
    assert full * share <= held.low <= held.high <= full
    assert full - sum(loss.points for loss in held.losses) == held.high


@given(st.data(), rules(adding_steps), readings)
def test_no_loss_of_steps_that_add_is_negative(data, rule, given_readings) -> None:
    """Whatever is added, the losses lead from full marks to the score, and each takes something off."""
    standard = understand(data.draw(write(rule), label="sentence"), NAME, rule.points)
    for at in data.draw(st.lists(values(rule), min_size=3, max_size=6), label="values"):
        for way in ways(standard, Value(at), given_readings):
            assert rule.points - sum(loss.points for loss in way.outcome.losses) == way.outcome.high
            assert all(loss.points > 0 for loss in way.outcome.losses)


@settings(max_examples=settings.default.max_examples * 3 // 5)
@given(cases)
def test_the_ledger_that_check_prints_adds_up(both) -> None:
    """In the JSON of check, full marks less all deductions, rounding among them, is the highest score."""
    reviews = tuple(Review(evaluation) for evaluation in evaluate_case(both.case, both.ruleset))
    for one in json.loads(render_json(Run(reviews)))["results"][0]["indicators"]:
        lost = sum((Fraction(cut["points"]) for cut in one["deductions"]), Fraction(0))
        assert Fraction(one["full"]) - lost == Fraction(one["high"])
