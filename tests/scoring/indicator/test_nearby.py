"""A value near a bound: where what printing allows lies on both sides of a jump, the score is a range."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.model.case import Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.model.evaluation import Status
from jixiao.model.ruleset import Indicator, Item, Text
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.indicator.quick.rule import by_figures
from jixiao.scoring.indicator.quick.scored import Scored
from jixiao.scoring.program.indicator import compile_indicator
from scoring.indicator.test_quick import told
from shared.cases.small import result

HERE = Place("案例")
BANDS = "控制率=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。"
STEPS = "控制率≤100%，计5分；每超过1个百分点扣0.5分，扣完为止。"
SLOPE = "得分=控制率×5，最高不超过5分。"
ITEMS = {name: Item(name, find_unit("万元"), name, (), HERE) for name in ("决算数", "年初预算", "追加预算")}


def scored(sentence: str, over: str, under: str, **more: str):
    """Score 追加预算 / 年初预算, printed as given."""
    readings = f"口径: {{{', '.join(f'{name}: {value}' for name, value in more.items())}}}" if more else ""
    row = ", ".join(filter(None, ("公式: 追加预算 / 年初预算", f"评分标准: '{sentence}'", readings)))
    papers = "\n".join(
        f"  {name}: {{值: {value}, 单位: 万元, 出处: 报告}}"
        for name, value in (("追加预算", over), ("年初预算", under))
    )
    return result(row, f"数据:\n{papers}")


BOTH_SIDES = "100%计满分，每超过或低于5%扣2分，扣完为止。"


@pytest.mark.parametrize("over", ["12.60", "6.30", "29.40"])
def test_no_bound_far_off_is_near(over: str):
    """63 % is not 87.5 %, however its figures are printed: steps end where all is lost, and none lies beyond."""
    found = scored(BOTH_SIDES, over, "20.00", 不足一步="不计")
    assert (found.status, found.low, found.near_bound) == (Status.SCORED, 0, False)


def test_a_rate_that_printing_puts_on_either_side_of_a_bound_is_a_range():
    """23.18 on 231.78 is 10.0009 %; 23.175 on 231.785 would be 9.9985 %."""
    found = scored(BANDS, "23.18", "231.78")
    assert (found.status, found.low, found.high, found.near_bound) == (Status.OPEN, 3, 4, True)
    assert found.value == Fraction(2318, 23178)
    assert str(found.explanation).startswith("按印出的数算：")
    assert "印出的数是舍入过的，也可能低于10%" in str(found.explanation)


@pytest.mark.parametrize(
    ("over", "under", "points"),
    [
        pytest.param("23.10", "231.00", 4, id="the bound itself is meant"),
        pytest.param("231", "2309", 3, id="whole amounts are set, not measured"),
        pytest.param("23.20", "231.78", 3, id="farther off than printing allows"),
        pytest.param("0", "231.78", 5, id="nothing is nothing"),
    ],
)
def test_what_is_no_matter_of_printing_is_one_score(over: str, under: str, points: int):
    found = scored(BANDS, over, under)
    assert (found.status, found.low, found.high, found.near_bound) == (Status.SCORED, points, points, False)


def test_a_score_that_only_slopes_is_what_the_printed_figures_give():
    found = scored(SLOPE, "23.18", "231.78")
    assert (found.status, found.low) == (Status.SCORED, Fraction(5 * 2318, 23178))


def test_whole_steps_jump_and_parts_of_a_step_do_not():
    """103.0009 % is three steps beyond, and perhaps two."""
    near = {"over": "238.74", "under": "231.78"}  # 103.0029 %, of 102.9985 to 103.0073
    whole = scored(STEPS, **near, 不足一步="不计")
    assert (whole.low, whole.high) == (Fraction(7, 2), Fraction(4))
    part = scored(STEPS, **near, 不足一步="按比例")
    assert part.status is Status.SCORED


def test_one_measured_figure_is_enough():
    """239.4 on 237 that are set is 101.01 %; 239.35 would be 100.99 %, where no whole step is reached."""
    found = scored(STEPS, "239.4", "237", 不足一步="不计")
    assert (found.low, found.high, found.near_bound) == (Fraction(9, 2), 5, True)


def test_a_value_with_its_sign_turned_lies_near_the_bound_turned():
    """-10.0009 % is below -10 %, and -9.9985 % is not."""
    row = "公式: -追加预算 / 年初预算, 评分标准: '控制率≥-10%，计5分；否则不得分。'"
    found = result(row, "数据: {追加预算: {值: 23.18, 单位: 万元}, 年初预算: {值: 231.78, 单位: 万元}}")
    assert (found.low, found.high, found.near_bound) == (0, 5, True)


def test_a_score_that_bends_at_a_bound_without_a_jump_is_what_the_printed_figures_give():
    """100.0022 % is beyond the limit, perhaps not; both sides meet there, so that nothing hangs on which it is."""
    found = scored(STEPS, "231.78", "231.775", 不足一步="按比例")
    lost = Fraction(5, 231_775) * 100 / 2
    assert (found.status, found.low, found.near_bound) == (Status.SCORED, 5 - lost, False)


def test_a_rate_that_is_only_stated_is_meant_as_it_stands():
    found = result(f"评分标准: '{BANDS}'", "数据: {控制率: {值: 10.0%, 出处: 报告}}")
    assert (found.status, found.low) == (Status.SCORED, 4)


FORMULAS = ("追加预算 / 年初预算", "(决算数 - 年初预算) / 年初预算", "追加预算 / (年初预算 + 追加预算)")


@st.composite
def near_bounds(draw):
    """A rule, and printed figures whose value lies near one of its bounds."""
    sentence = draw(st.sampled_from((BANDS, STEPS, SLOPE)))
    formula = draw(st.sampled_from(FORMULAS))
    readings = {"不足一步": draw(st.sampled_from(("不计", "按比例", "按一步")))} if sentence == STEPS else {}
    row = Indicator(
        "控制率", "rate", Fraction(5), Text(sentence, HERE), HERE,
        formula=Text(formula, HERE), readings=readings,
    )  # fmt: skip
    places = draw(st.integers(0, 3))
    bound = Fraction(draw(st.sampled_from((0, 10, 20, 100, 101, 103))), 100)
    below = draw(st.integers(1, 4_000_000))
    wanted = {
        FORMULAS[0]: bound,
        FORMULAS[1]: bound + 1,
        FORMULAS[2]: bound / (1 - bound) if bound < 1 else Fraction(3),
    }[formula]
    above = max(round(below * wanted) + draw(st.integers(-3, 3)), 0)
    unit, size = find_unit("万元"), 10**places
    figures = {
        "年初预算": Quantity(Fraction(below, size), unit, places),
        draw(st.just("决算数" if "决算" in formula else "追加预算")): Quantity(
            Fraction(above, size), unit, places
        ),
    }
    return compile_indicator(row, ITEMS, {}), figures


def project_of(figures: dict[str, Quantity]) -> Project:
    statements = {name: (Statement(name, one, "报告 一", HERE),) for name, one in figures.items()}
    return Project("项目", statements, (), {}, Claim(), {})


@given(near_bounds())
def test_the_short_way_and_the_long_one_agree(drawn):
    rule, figures = drawn
    project, quick = project_of(figures), by_figures(rule)
    found = quick.evaluate(Papers(project))
    assert told(found) == told(evaluate_indicator(rule, project))
    assert not (found.near_bound and isinstance(found.basis, Scored))


@given(near_bounds(), st.data())
def test_the_range_holds_what_every_true_figure_would_earn(drawn, data):
    """Figures that are printed so, drawn at random, earn nothing outside the range but by a slope."""
    rule, figures = drawn
    found = evaluate_indicator(rule, project_of(figures))
    if not found.valued or any(found.value == cut for cut in CUTS):
        return
    true = {
        name: Quantity(one.value + data.draw(st.fractions(-1, 1)) / (2 * 10**one.decimals), one.unit)
        for name, one in figures.items()
        if one.decimals
    }
    exact = evaluate_indicator(rule, project_of({**figures, **true}))
    if exact.valued:
        slope = 100 * abs(exact.value - found.value)
        assert found.low - slope <= exact.low <= exact.high <= found.high + slope


CUTS = tuple(Fraction(percent, 100) for percent in (0, 10, 20, *range(100, 111)))


@given(near_bounds())
def test_a_range_is_of_a_jump(drawn):
    """Where it is a range, some figures that are printed so earn more, and others less."""
    rule, figures = drawn
    found = evaluate_indicator(rule, project_of(figures))
    assert found.near_bound == (found.status is Status.OPEN and found.valued)
    if found.near_bound:
        assert found.high - found.low >= Fraction(1, 2)


def test_money_to_the_cent_is_exact() -> None:
    """No payment lies between two cents, so that a value a cent beyond the bound lies beyond it."""
    row = "分值: 4, 公式: 追加预算 / 年初预算, 评分标准: 不超过10%的得满分，超过的不得分。"
    exact = "数据: {追加预算: {值: 1000.01, 单位: 元}, 年初预算: {值: 10000.00, 单位: 元}}"
    assert result(row, exact).score == 0
    measured = "数据: {追加预算: {值: 1000.1, 单位: 元}, 年初预算: {值: 10000.5, 单位: 元}}"
    assert result(row, measured).near_bound
