"""What a change of a table means: complete, minimal, and in step with the scoring itself."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given, settings, strategies as st

from jixiao.analysis.differences.formulas import parting
from jixiao.analysis.differences.impact import impact_of
from jixiao.analysis.differences.pairing import pair_indicators
from jixiao.analysis.differences.regions import regions
from jixiao.analysis.differences.table import compare_tables
from jixiao.language.formula import parse_formula
from jixiao.language.formula.agree import agree
from jixiao.model.difference import Comparison, IndicatorDifference, Region, TableChange, TableDifference
from jixiao.quantity import PLAIN
from jixiao.reports.diff.json import render_diff_json
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import Count, Value, own
from shared.cases.small import loaded
from shared.sentences.strategies import LITTLE

STEP, BAND = (
    "100%得满分，每超过{step}%扣{cost}分，扣完为止。",
    "≤{first}%的得满分；{first}%-{second}%（含）得{points}分；大于{second}%的不得分。",
)


def program(indicators: str, case: str = "", **table: object) -> Program:
    """Make a small table ready to run."""
    return compile_ruleset(loaded(indicators, case, table)[1])


def one(sentence: str, points: str = "5", more: str = "") -> str:
    """Write a table of one indicator."""
    return (
        json.dumps([{"名称": "控制率", "分值": points, "评分标准": sentence}], ensure_ascii=False)[:-2]
        + more
        + "}]"
    )


def compared(old: str, new: str, **readings: str) -> IndicatorDifference:
    """Compare one sentence with another."""
    tables = [
        program(one(sentence), 口径=readings) if readings else program(one(sentence))
        for sentence in (old, new)
    ]
    [found] = compare_tables(*tables).indicators
    return found


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────

sentences = st.one_of(
    st.builds(
        STEP.format_map,
        st.fixed_dictionaries(
            {"step": st.sampled_from([1, 2, 5]), "cost": st.sampled_from(["0.5", "1", "2"])}
        ),
    ),
    st.tuples(st.integers(0, 50), st.integers(51, 99), st.integers(1, 4)).map(
        lambda drawn: BAND.format(first=drawn[0], second=drawn[1], points=drawn[2])
    ),
    st.sampled_from(
        [
            "得分=控制率×5，最高不超过5分。",
            "得分=控制率×5，最高不超过5分；低于60%不得分。",
            "控制率≥95%得满分；每低于1个百分点扣0.5分，扣完为止。",
            "控制率大于90%的得满分。",
            "90-100%：5分；70-90%：1分；70%以下：0分",
            "80-99%：5分；60-79%：1分；60%以下：0分",
            "达到100%的得5分，低于50%的不得分，在两者之间的按比例计分。",
        ]
    ),
)
readings = st.fixed_dictionaries({}, optional={"不足一步": st.sampled_from(["不计", "按比例", "按一步"])})


@given(sentences)
def test_a_table_does_not_differ_from_itself(sentence):
    """diff(x, x) is empty."""
    found = compared(sentence, sentence)
    assert (found.kind, found.regions, found.notes) == ("same", (), ())
    functions = program(one(sentence)).rules[0].meaning.functions()
    assert regions(functions, functions, PLAIN, counted=False) == (), "nor where the long way is gone"


def score_at(rule: Rule, value: Fraction) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest score at a value, as scoring has it."""
    outcomes = [way.outcome for way in rule.meaning.outcomes(own(Value(value)))]
    return min(way.low for way in outcomes), max(way.high for way in outcomes)


def holds(region: Region, value: Fraction) -> bool:
    """Whether a value lies in a region."""
    above = region.start is None or value > region.start or (region.start_included and value == region.start)
    below = region.end is None or value < region.end or (region.end_included and value == region.end)
    return above and below


def expected(ends, region: Region, value: Fraction) -> tuple[Fraction, Fraction]:
    """Give what a region says of the points at a value, on the line between its ends."""
    start, end = ends
    if start == end:
        return start
    assert start is not None, "every sentence drawn ends in a level stretch on both sides"
    assert end is not None
    part = (value - region.start) / (region.end - region.start)
    return tuple(one + (other - one) * part for one, other in zip(start, end, strict=True))


@settings(max_examples=settings.default.max_examples * 4 // 5)
@given(sentences, sentences, readings, st.lists(st.fractions(-1, 3, max_denominator=1000), max_size=12))
def test_regions_agree_with_scoring_everywhere(old, new, given_readings, more):
    """Inside a region the points are what it says; outside, and at every end, they do not differ."""
    before, after = (program(one(sentence), 口径=given_readings) for sentence in (old, new))
    [found] = compare_tables(before, after).indicators
    [one_rule], [other_rule] = before.rules, after.rules
    ends = {end for region in found.regions for end in (region.start, region.end) if end is not None}
    values = {*more, *ends, *(end + sign * LITTLE for end in ends for sign in (-1, 1))}
    values |= {(left + right) / 2 for left, right in pairwise(sorted(ends))}
    assume(found.proven)
    for value in values:
        scores = score_at(one_rule, value), score_at(other_rule, value)
        here = [region for region in found.regions if holds(region, value)]
        assert len(here) <= 1
        if here:
            assert scores == tuple(expected(side, here[0], value) for side in (here[0].old, here[0].new))
            assert scores[0] != scores[1]
        else:
            assert scores[0] == scores[1]


@given(sentences, sentences)
def test_regions_are_minimal_and_in_order(old, new):
    """No two neighbours say the same, and none overlap."""
    found = compared(old, new, 不足一步="不计")
    for left, right in pairwise(found.regions):
        assert left.end is not None
        assert right.start is not None
        assert left.end <= right.start
        touching = left.end == right.start and (left.end_included or right.start_included)
        flat = left.old[0] == left.old[1] and left.new[0] == left.new[1]
        if touching and flat:
            assert (left.old, left.new) != (right.old, right.new)


def test_the_opposite_change_is_the_same_regions_turned_round():
    """diff(a, b) and diff(b, a) name the same values."""
    forth = compared(BAND.format(first=20, second=60, points=2), BAND.format(first=30, second=55, points=3))
    back = compared(BAND.format(first=30, second=55, points=3), BAND.format(first=20, second=60, points=2))
    assert [(one.start, one.end, one.old, one.new) for one in forth.regions] == [
        (one.start, one.end, one.new, one.old) for one in back.regions
    ]


# ── What people read ─────────────────────────────────────────────────────────────────────────────


def test_a_band_that_grows():
    """Just the values whose points move, with percentages."""
    old = "0-10%（含），计4分；10-20%（含），计3分；20-30%（含），计2分；大于30%不得分；=0，计5分。"
    [region] = compared(old, old.replace("20-30%", "20-35%").replace("大于30%", "大于35%")).regions
    assert region.text == "(30%, 35%] 由 0 分变为 2 分"
    assert (region.start, region.end, region.start_included, region.end_included) == (
        Fraction(3, 10),
        Fraction(7, 20),
        False,
        True,
    )


def test_points_that_change_along_a_region_are_told_at_both_ends():
    """A proportion that becomes steeper."""
    old, new = "得分=控制率×5，最高不超过5分。", "得分=控制率×4+1，最高不超过5分。"
    texts = [region.text for region in compared(old, new).regions]
    assert "(0%, 100%) 由 0 分（下端）至 5 分（上端）变为 1 分（下端）至 5 分（上端）" in texts


def test_words_that_mean_the_same():
    """Said as such: reworded, and no points differ."""
    found = compared(
        "不超过100%得满分，每超过1个百分点扣0.5分，扣完为止。", "≤100%的，得5分；每超1%扣0.5分，直至扣完。"
    )
    assert (found.kind, found.meaning_changed, found.regions) == ("reworded", False, ())


def test_a_reading_that_settles_what_was_open():
    """The range before becomes one score: that is a change of meaning."""
    sentence = "100%得满分，每超过5%扣2分，扣完为止。"
    before, after = program(one(sentence)), program(one(sentence), 口径={"不足一步": "不计"})
    difference = compare_tables(before, after)
    assert difference.indicators[0].meaning_changed
    assert difference.notes == ("全表口径“不足一步”由没有写改为不计",)
    assert difference.indicators[0].regions[0].text == "(100%, 105%) 由 3～5 分变为 5 分"


def test_counts_are_compared_at_whole_numbers_only():
    """Between 3 and 4 cases nothing happens."""
    found = compared("每发现一例扣1分，扣完为止。", "每发现一例扣2分，扣完为止。")
    assert [region.text for region in found.regions] == [
        "1 例 由 4 分变为 3 分",
        "2 例 由 3 分变为 1 分",
        "3 例 由 2 分变为 0 分",
        "4 例 由 1 分变为 0 分",
    ]


def test_choices_of_an_assessor():
    """Level by level; what is not there on one side is said."""
    found = compared("好的得5分；中的得3分；差的得0分", "好的得5分；中的得2分；差的得0分")
    assert [region.text for region in found.regions] == ["“中” 由 3 分变为 2 分"]
    found = compared("好的得5分；差的得0分", "好的得5分；中的得3分；差的得0分")
    assert [region.text for region in found.regions] == ["“中” 由 没有这一项变为 3 分"]


FORMULAS = """[{{名称: 控制率, 分值: 5, 公式: {formula}, 评分标准: 不超过100%的得满分；超过的不得分。}}]"""


def formula_difference(old: str, new: str) -> IndicatorDifference:
    before, after = (program(FORMULAS.format(formula=formula)) for formula in (old, new))
    return compare_tables(before, after).indicators[0]


def test_a_formula_written_otherwise():
    """Another sign for the same quotient, brackets that change nothing."""
    found = formula_difference("决算数 / 年初预算", "（决算数）÷年初预算")
    assert (found.kind, found.meaning_changed) == ("reworded", False)


def test_a_formula_that_changes_comes_with_figures_on_which_it_parts():
    """Figures that people can check in their heads."""
    found = formula_difference("决算数 / 年初预算", "决算数 / (年初预算 + 追加预算)")
    assert (found.kind, found.regions) == ("changed", ())
    [note] = found.notes
    assert note.startswith("公式由“决算数 ÷ 年初预算”改为“决算数 ÷ (年初预算 + 追加预算)”。例如")
    assert "原为" in note
    assert "现为" in note


@given(
    st.sampled_from(["甲/乙", "甲×乙", "甲-乙", "(甲+乙)/乙", "甲/乙+1", "1+甲/乙", "乙×甲", "最大(甲, 乙)"]),
    st.data(),
)
def test_formulas_that_agree_never_part(text, data):
    """`agree` and `parting` say the same."""
    other = data.draw(st.sampled_from(["甲/乙", "甲×乙", "甲-乙", "(甲+乙)/乙", "甲/乙+1", "最小(甲, 乙)"]))
    one_tree, other_tree = parse_formula(text, ("甲", "乙")), parse_formula(other, ("甲", "乙"))
    assert agree(one_tree, other_tree) == (parting(one_tree, other_tree) is None)


def test_formulas_whose_values_are_too_long_are_not_taken_to_agree():
    """What is not worked out proves nothing."""
    one_tree, other_tree = (
        parse_formula("×".join([f"({'×'.join([factor] * 20)})"] * 23), ()) for factor in ("9亿元", "8亿元")
    )
    assert not agree(one_tree, other_tree)
    found = parting(one_tree, other_tree)
    assert found is not None
    assert str(found.old) == "数值超过4000位，不再计算"


# ── Structure ────────────────────────────────────────────────────────────────────────────────────

ROWS = """[
    {名称: 控制率, 分值: 60, 评分标准: 不超过100%的得满分；每超过1%扣1分},
    {名称: 效能, 分值: 40, 评分标准: 好的得40分；差的得0分}]"""


def tables(new: str, **table: object) -> TableDifference:
    return compare_tables(program(ROWS), program(new, **table))


def test_indicators_added_removed_and_weights_moved():
    """What is new, what is gone, and whose points moved."""
    found = tables(
        """[{名称: 控制率, 分值: 50, 评分标准: 不超过100%的得满分；每超过1%扣1分},
            {名称: 满意度, 代码: satisfaction, 分值: 50, 评分标准: ≥90%得满分，否则不得分}]"""
    )
    kinds = {one.name: one.kind for one in found.indicators}
    assert kinds == {"控制率": "changed", "满意度": "added", "效能": "removed"}
    assert found.indicators[0].notes[0] == "分值由 60 分改为 50 分"


def test_an_indicator_that_was_renamed_is_the_same_one():
    """By its code, or by being alike in name and sentence."""
    found = tables(ROWS.replace("控制率", "预算控制率"))
    assert [(one.kind, one.old_name) for one in found.indicators] == [
        ("reworded", "控制率"),
        ("same", "效能"),
    ]
    assert found.indicators[0].notes == ("名称由“控制率”改为“预算控制率”",)


def test_the_order_alone_changes_no_score():
    """Said of the table, not of its indicators."""
    first, second = program(ROWS), program(ROWS)
    turned = first.ruleset.indicators[::-1]
    assert [one and one.name for one, _ in pair_indicators(turned, second.ruleset.indicators)] == [
        "控制率",
        "效能",
    ]


def test_grades_that_move_can_move_a_grade():
    """They stand among the rules of the table."""
    found = tables(ROWS, 等级={"优": "95", "良": "80", "差": "0"})
    assert found.rules == ("等级“优”的最低分由90 分改为95 分",)
    assert found.meaning_changed


# ── Impact ───────────────────────────────────────────────────────────────────────────────────────

DATA = "数据: {控制率: {值: 103, 单位: '%', 出处: 报告 一}}\n评定: {效能: {等级: 好, 评定人: 复核组, 依据: 现场}}"


def impact(old: str, new: str, case: str = DATA, renamed=None):
    found, _ = loaded(old, case)
    before, after = program(old), program(new)
    names = {row.indicator.name: row.indicator.name for row in before.rules}
    return impact_of([found], before, after, renamed or names)


def test_no_change_has_no_impact():
    """Every case stands still."""
    found = impact(ROWS, ROWS)
    assert (found.moved, found.crossings) == ((), ())
    assert found.cases[0].movers == ()


def test_a_case_that_moves_names_the_clause_that_moved_it():
    """With the ledger line after the change."""
    new = ROWS.replace("每超过1%扣1分", "每超过1%扣5分")
    [case] = impact(ROWS, new).moved
    assert (case.old.total, case.new.total) == (97, 85)
    [mover] = case.movers
    assert (mover.indicator, mover.old, mover.new) == ("控制率", (57, 57), (45, 45))
    assert "每超过1%扣5分" in mover.new_reason
    assert case.crosses_grade


def test_what_a_case_says_of_a_renamed_indicator_goes_with_it():
    """Figures and ratings alike."""
    new = ROWS.replace("控制率", "预算控制率").replace("效能", "行政效能")
    found = impact(ROWS, new, renamed={"控制率": "预算控制率", "效能": "行政效能"})
    assert found.moved == ()


def test_a_case_that_can_no_longer_be_decided():
    """The new table asks for what the case does not say."""
    new = ROWS.replace("不超过100%的得满分；每超过1%扣1分", "好的得60分；差的得0分")
    [case] = impact(ROWS, new).moved
    assert case.undecided
    assert (case.new.low, case.new.high) == (40, 100)


def test_the_json_has_a_region_and_a_case():
    """As DESIGN has it: exact ends, points as strings, percentages for people."""
    old = "不超过100%得满分；超过的不得分。"
    before, after = program(one(old)), program(one(old.replace("100%", "110%")))
    change = TableChange(compare_tables(before, after))
    document = json.loads(render_diff_json(Comparison((change,))))
    assert document["format"] == "jixiao.diff/1"
    [indicator] = document["indicators"]
    assert indicator["meaning_changed"] is True
    assert indicator["regions"] == [
        {
            "from": "1",
            "to": "1.1",
            "from_included": False,
            "to_included": True,
            "old": "0",
            "new": "5",
            "text": "(100%, 110%] 由 0 分变为 5 分",
        }
    ]


def test_counts_are_scored_as_the_regions_say():
    """For every whole number of cases."""
    before, after = (
        program(one("每发现一例扣1分，扣完为止。")),
        program(one("每发现一例扣2分，扣完3分为止。")),
    )
    [found] = compare_tables(before, after).indicators
    for count in range(8):
        at = Count(Fraction(count))
        scores = [rule.meaning.outcomes(own(at))[0].outcome.low for rule in (*before.rules, *after.rules)]
        told = [region for region in found.regions if holds(region, Fraction(count))]
        assert (scores[0] != scores[1]) == bool(told)
