"""One indicator: from papers and ratings to a score, a range, or an exemption."""

import pytest

from jixiao.quantity import decimal_text
from shared.cases.small import refusals, result, run

CONTROL = "公式: 追加预算 / 年初预算, 评分标准: 得分=控制率×5"
STEPS = "公式: 追加预算 / 年初预算, 评分标准: '不超过10%的，得满分；每超过10个百分点，扣1分。'"
BUILT = "公式: 决算数 / 年初预算, 评分标准: '得分=控制率×5；没有该项目的，得满分。'"


def got(indicator: str, case: str = "") -> tuple[str, str, str]:
    """Give status, low and high."""
    found = result(indicator, case)
    return found.status, str(found.low), str(found.high)


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────


def test_a_value_is_worked_out_from_its_items():
    """The explanation shows the working, the clause, the loss and where the figures stand."""
    whole_steps = f"口径: {{不足一步: 不计}}, {STEPS}"
    found = result(
        whole_steps,
        "数据: {追加预算: {值: 69.94, 单位: 万元, 出处: 报告 四}, 年初预算: {值: 2251800, 单位: 元, 出处: 报告 一}}",
    )
    assert (found.status, found.score, found.value_text) == ("scored", 3, "31.06%")
    assert str(found.explanation) == (
        "控制率＝追加预算 69.94 万元 ÷ 年初预算 2251800 元＝31.06%，超过10% 21.06个百分点，每步10个百分点，计2步，"
        "按条款“每超过10个百分点，扣1分”，扣2分（报告 四；报告 一）。"
    )
    assert [(one.points, one.clause, one.items) for one in found.deductions] == [
        (2, "每超过10个百分点，扣1分", ("追加预算", "年初预算"))
    ]


def test_a_value_that_nothing_is_lost_by():
    """Where the reason does not say so, the explanation ends in 得满分."""
    found = result(
        STEPS, "数据: {追加预算: {值: 1, 单位: 万元, 出处: 报告 四}, 年初预算: {值: 100, 单位: 万元}}"
    )
    assert (
        str(found.explanation)
        == "控制率＝追加预算 1 万元 ÷ 年初预算 100 万元＝1%，在得满分的界限以内，得满分（报告 四）。"
    )
    found = result("公式: 满意度, 评分标准: '≥90%的，得5分；否则不得分'", "数据: {满意度: {值: 95%}}")
    assert str(found.explanation) == "控制率＝满意度 95%，不低于90%，按条款“≥90%的，得5分”得满分。"


def test_a_missing_item_leaves_the_whole_range():
    """Nothing is guessed: the range is what the sentence allows, and the missing item could move all of it."""
    found = result(STEPS, "数据: {追加预算: {值: 5, 单位: 万元}}")
    assert (found.status, found.low, found.high, found.score) == ("open", 0, 5, None)
    assert [(one.name, one.could_move) for one in found.missing] == [("年初预算", 5)]
    assert str(found.explanation) == "缺少年初预算，得分在0至5分之间。"
    assert found.value is None
    assert found.value_text == ""


def test_several_missing_items_are_all_named():
    """In the order of the formula."""
    found = result(STEPS)
    assert [one.name for one in found.missing] == ["追加预算", "年初预算"]
    assert str(found.explanation).startswith("缺少追加预算、年初预算，")


def test_a_conflict_is_evaluated_over_all_values():
    """Papers that disagree give a range, each value with what it gives."""
    found = result(
        CONTROL,
        "数据: {追加预算: [{值: 60, 单位: 万元, 出处: 甲}, {值: 500000, 单位: 元, 出处: 乙}], 年初预算: {值: 1, 单位: 百万元, 出处: 丙}}",
    )
    assert (found.status, str(found.low), str(found.high)) == ("open", "5/2", "3")
    assert found.conflicts == ("追加预算",)
    assert [(str(one.assumption), str(one.high)) for one in found.alternatives] == [
        ("追加预算取60 万元", "3"),
        ("追加预算取500000 元", "5/2"),
    ]
    assert found.missing == ()
    assert found.value_text == "50%～60%"
    assert str(found.explanation) == (
        "追加预算取60 万元：控制率＝追加预算 60 万元 ÷ 年初预算 1 百万元＝60%，按条款“得分=控制率×5”计得3分，扣2分（甲；丙）。"
        "追加预算取500000 元：控制率＝追加预算 500000 元 ÷ 年初预算 1 百万元＝50%，按条款“得分=控制率×5”计得2.5分，扣2.5分（乙；丙）。"
        "“追加预算”有2个不同的数：60 万元（甲）、500000 元（乙）。"
    )
    assert [one.points for one in found.deductions] == [2]


def test_many_ways_are_counted_not_all_told():
    """The explanation tells six ways; all of them stand among the alternatives."""
    values = ", ".join(f"{{值: {n}, 单位: 万元}}" for n in range(10, 18))
    found = result(CONTROL, f"数据: {{追加预算: [{values}], 年初预算: {{值: 100, 单位: 万元}}}}")
    assert len(found.alternatives) == 8
    assert "另有2种情形。" in str(found.explanation)
    assert found.value_text == "10%～17%"


def test_the_same_value_twice_is_no_conflict():
    """60 万元 and 600000 元 are one value, whatever their unit."""
    found = result(
        CONTROL,
        "数据: {追加预算: [{值: 60, 单位: 万元}, {值: 600000, 单位: 元}], 年初预算: {值: 100, 单位: 万元}}",
    )
    assert (found.status, found.score, found.conflicts, len(found.figures), found.alternatives) == (
        "scored",
        3,
        (),
        3,
        (),
    )


def test_a_conflict_that_does_not_matter_is_scored():
    """Where every value gives the same score there is one, with the conflict noted."""
    found = result(
        STEPS,
        "数据: {追加预算: [{值: 5, 单位: 万元, 出处: 甲}, {值: 6, 单位: 万元, 出处: 乙}], 年初预算: {值: 100, 单位: 万元}}",
    )
    assert (found.status, found.score, found.conflicts) == ("scored", 5, ("追加预算",))
    assert str(found.explanation).endswith(
        "“追加预算”有2个不同的数：5 万元（甲）、6 万元（乙）；取哪一个得分都一样。"
    )
    assert found.value is None


def test_an_adopted_statement_scores_alone():
    """采用 with its reason decides, and the conflict stays on record."""
    found = result(
        CONTROL,
        "数据: {年初预算: {值: 100, 单位: 万元}, 追加预算: [{值: 60, 单位: 万元, 出处: 甲}, "
        "{值: 50, 单位: 万元, 出处: 乙, 采用: 与决算一致}]}",
    )
    assert (found.status, str(found.score), found.conflicts) == ("scored", "5/2", ("追加预算",))
    assert str(found.explanation).endswith(
        "“追加预算”有2个不同的数：60 万元（甲）、50 万元（乙）；采用50 万元，理由：与决算一致。"
    )
    assert [(one.used, one.note) for one in found.figures] == [(False, ""), (True, "与决算一致"), (True, "")]


def test_parts_are_one_more_statement():
    """明细 adds up, in the unit of its first part, and may disagree with what is stated."""
    case = """
        数据: {追加预算: {值: 60, 单位: 万元, 出处: 甲}, 年初预算: {值: 100, 单位: 万元}}
        明细: {追加预算: {按: 来源, 省级: {值: 20.50, 单位: 万元, 出处: 乙}, 市级: {值: 300000, 单位: 元, 出处: 丙}}}
    """
    found = result(CONTROL, case)
    assert (found.status, str(found.low), str(found.high)) == ("open", "101/40", "3")
    assert [(str(one.quantity), one.source) for one in found.figures][1] == (
        "50.50 万元",
        "明细合计（来源）：乙；丙",
    )


def test_incomplete_parts_say_nothing_of_the_sum():
    """其中: 是 lists only some of the parts."""
    case = (
        "数据: {追加预算: {值: 60, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}\n"
        "明细: {追加预算: {其中: 是, 省级: {值: 20, 单位: 万元}}}"
    )
    assert got(CONTROL, case) == ("scored", "3", "3")


def test_a_part_stated_twice_gives_two_sums():
    """Every value of a part makes a sum of its own; an adopted one makes the only one."""
    parts = (
        "明细: {追加预算: {省级: [{值: 20, 单位: 万元}, {值: 30, 单位: 万元%s}], 市级: {值: 10, 单位: 万元}}}"
    )
    data = "数据: {年初预算: {值: 100, 单位: 万元}}\n"
    assert got(CONTROL, data + parts % "") == ("open", "3/2", "2")
    assert got(CONTROL, data + parts % ", 采用: 核对过") == ("scored", "2", "2")


def test_many_places_of_parts_are_cut_short():
    """A sum of many parts cites its first and last place."""
    parts = ", ".join(f"部分{n}: {{值: 1, 单位: 万元, 出处: 表 {n}}}" for n in range(1, 6))
    found = result(
        CONTROL, f"{{数据: {{年初预算: {{值: 100, 单位: 万元}}}}, 明细: {{追加预算: {{{parts}}}}}}}"
    )
    assert found.figures[0].source == "明细合计：表 1 至 表 5，共5处"


def test_too_many_sums_leave_the_indicator_open():
    """Seven parts with two values each make 128 sums: no range is claimed that only some of them give."""
    parts = ", ".join(f"部分{n}: [{{值: {2**n}, 单位: 万元}}, {{值: 0, 单位: 万元}}]" for n in range(7))
    case = f"{{数据: {{年初预算: {{值: 1000, 单位: 万元}}}}, 明细: {{追加预算: {{{parts}}}}}}}"
    found = result(CONTROL, case)
    assert (found.status, found.low, found.high) == ("open", 0, 5)
    assert "相互矛盾的陈述太多，无法逐一核算" in str(found.explanation)


def test_sixty_four_sums_are_all_tried():
    """Six parts with two values each are within the limit; sums that are equal count once."""
    for count, high in ((6, "63/200"), (12, "3/50")):
        parts = ", ".join(
            f"部分{n}: [{{值: {2**n if count == 6 else 1}, 单位: 万元}}, {{值: 0, 单位: 万元}}]"
            for n in range(count)
        )
        assert got(
            CONTROL, f"{{数据: {{年初预算: {{值: 1000, 单位: 万元}}}}, 明细: {{追加预算: {{{parts}}}}}}}"
        ) == ("open", "0", high)


def test_too_many_conflicts_leave_the_indicator_open():
    """64 combinations are tried; one more is too many."""

    def stated(name: str, count: int) -> str:
        return f"{name}: [{', '.join(f'{{值: {n}, 单位: 万元}}' for n in range(1, count + 1))}]"

    found = result(CONTROL, f"数据: {{{stated('追加预算', 8)}, {stated('年初预算', 8)}}}")
    assert str(found.explanation).startswith("追加预算取1 万元，年初预算取1 万元：")
    found = result(CONTROL, f"数据: {{{stated('追加预算', 8)}, {stated('年初预算', 9)}}}")
    assert "无法逐一核算" in str(found.explanation)
    assert (found.low, found.high) == (0, 5)


# ── Rates that are stated without their operands ─────────────────────────────────────────────────


def test_a_stated_rate_stands_in_for_missing_operands():
    """A rate under the indicator's own name is used, and the explanation says whose it is."""
    found = result(CONTROL, "数据: {追加预算: {值: 5, 单位: 万元}, 控制率: {值: 60%, 出处: 报告 二}}")
    assert (found.status, found.score, found.missing) == ("scored", 3, ())
    assert (
        str(found.explanation)
        == "控制率＝60%（报告所述，未给出计算所用的数），按条款“得分=控制率×5”计得3分，扣2分（报告 二）。"
    )


def test_operands_come_before_a_stated_rate():
    """Where the operands are at hand they count."""
    assert got(
        CONTROL, "数据: {追加预算: {值: 50, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}, 控制率: {值: 60%}}"
    ) == ("scored", "5/2", "5/2")


def test_two_stated_rates_are_a_conflict():
    """A rate that is stated twice, differently, gives a range."""
    found = result("评分标准: 得分=控制率×5", "数据: {控制率: [{值: 60%}, {值: 0.5}]}")
    assert (found.status, str(found.low), found.high, found.conflicts) == ("open", "5/2", 3, ("控制率",))
    assert [str(one.assumption) for one in found.alternatives] == ["控制率取60%", "控制率取0.5"]


def test_without_formula_the_value_itself_is_missing():
    """An indicator without a formula waits for a value under its own name."""
    found = result("评分标准: 得分=控制率×5")
    assert ([one.name for one in found.missing], str(found.explanation)) == (
        ["控制率"],
        "缺少控制率，得分在0至5分之间。",
    )


def test_a_stated_value_must_have_the_sentences_unit():
    """Days for a sentence about days, a ratio for one about ratios; anything else is refused, not scored."""
    days = "评分标准: '不超过30天的，得满分；每超过5天，扣1分。'"
    assert got(days, "数据: {控制率: {值: 40, 单位: 天}}") == ("scored", "3", "3")
    assert result(days, "数据: {控制率: {值: 40, 单位: 天}}").value_text == "40天"
    for case, message in (
        ("{值: 40}", "“控制率”的单位应是天，这里没有写单位"),
        ("{值: 40, 单位: 人}", "“控制率”的单位应是天，这里“人”"),
    ):
        assert refusals(f"[{{名称: 控制率, 分值: 5, {days}}}]", f"数据: {{控制率: {case}}}") == [message]
    assert refusals(f"[{{名称: 控制率, 分值: 5, {CONTROL}}}]", "数据: {控制率: {值: 40, 单位: 万元}}") == [
        "“控制率”的单位应是比率，这里“万元”"
    ]


# ── Division by zero ─────────────────────────────────────────────────────────────────────────────


ZERO = "数据: {追加预算: {值: 5, 单位: 万元}, 年初预算: {值: 0, 单位: 万元}}"


@pytest.mark.parametrize(
    ("reading", "status", "low", "high", "clauses"),
    [
        ("", "open", 0, 5, []),
        ("口径: {无指标值: 待定}, ", "open", 0, 5, []),
        ("口径: {无指标值: 满分}, ", "scored", 5, 5, []),
        ("口径: {无指标值: 不得分}, ", "scored", 0, 0, ["口径 无指标值：不得分"]),
    ],
)
def test_a_division_by_zero_is_an_outcome(reading, status, low, high, clauses):
    """Without a value the indicator stays open, unless 口径 无指标值 says what then."""
    found = result(reading + CONTROL, ZERO)
    assert (found.status, found.low, found.high) == (status, low, high)
    assert [one.clause for one in found.deductions] == clauses
    assert "除数“年初预算”为零，算不出数值" in str(found.explanation)


@pytest.mark.parametrize("reading", ["待定", "满分", "不得分"])
def test_a_value_that_is_too_long_stays_open(reading):
    """There is a value, so that 口径 无指标值 has no say; 140 factors of 30 digits are not worked out."""
    group = f"({'×'.join(['(追加预算/年初预算)'] * 20)})"
    found = result(
        f"口径: {{无指标值: {reading}}}, 公式: {'×'.join([group] * 7)}, 评分标准: '≤10%的，得5分；否则不得分'",
        f"数据: {{追加预算: {{值: '1{'0' * 28}7', 单位: 元}}, 年初预算: {{值: 7, 单位: 元}}}}",
    )
    assert (found.status, found.low, found.high, found.value) == ("open", 0, 5, None)
    assert str(found.explanation) == "数值超过4000位，不再计算。"


def test_a_total_longer_than_python_writes_is_written():
    """Two hundred scores, each over a divisor of its own of 28 digits, add up to a fraction of thousands of digits."""
    rows = [
        f"{{名称: 率{n}, 分值: 1, 公式: 追加预算 / (年初预算 + {n}元), 评分标准: 得分=率{n}×1}}"
        for n in range(200)
    ]
    found = run(
        f"[{', '.join(rows)}]",
        f"数据: {{追加预算: {{值: 1, 单位: 元}}, 年初预算: {{值: '1{'0' * 26}7', 单位: 元}}}}",
    )
    assert found.low == found.high > 0
    assert len(decimal_text(found.low)) > 4_300


def test_a_missing_figure_may_turn_out_to_divide_by_zero():
    """Where 口径 无指标值 takes all points, the range of an unknown value reaches down to 0."""
    bands = "公式: 追加预算 / 年初预算, 评分标准: '≥90%得5分；<90%得3分'"
    assert got(bands) == ("open", "3", "5")
    assert got(f"口径: {{无指标值: 不得分}}, {bands}") == ("open", "0", "5")


# ── Exemptions ───────────────────────────────────────────────────────────────────────────────────


WITH_FACT = f"免评: {{没有该项目: 年初预算 = 0 且 决算数 = 0}}, {BUILT}"


def test_a_fact_exempts():
    """Where the condition of 免评 holds, full marks are due by the exempting clause."""
    found = result(WITH_FACT, "数据: {年初预算: {值: 0, 单位: 元}, 决算数: {值: 0, 单位: 元, 出处: 报告 三}}")
    assert (found.status, found.score, found.deductions) == ("exempt", 5, ())
    assert str(found.explanation) == "没有该项目，按条款“没有该项目的，得满分”得满分。"


def test_a_fact_that_does_not_hold_does_not():
    """The indicator is scored by its figures."""
    assert got(WITH_FACT, "数据: {年初预算: {值: 10, 单位: 元}, 决算数: {值: 5, 单位: 元}}") == (
        "scored",
        "5/2",
        "5/2",
    )


def test_a_fact_that_is_disputed_leaves_a_range():
    """One value exempts, the other is scored."""
    found = result(
        WITH_FACT, "数据: {年初预算: [{值: 0, 单位: 元}, {值: 10, 单位: 元}], 决算数: {值: 0, 单位: 元}}"
    )
    assert (found.status, found.low, found.high) == ("open", 0, 5)


def test_a_fact_that_is_not_known_may_exempt():
    """Where the condition rests on an item that is missing, full marks remain possible, and the item is named."""
    found = result(
        f"免评: {{没有该项目: 编制数 = 0}}, {BUILT}",
        "数据: {年初预算: {值: 10, 单位: 元}, 决算数: {值: 5, 单位: 元}}",
    )
    assert (found.status, str(found.low), found.high) == ("open", "5/2", 5)
    assert [one.name for one in found.missing] == ["编制数"]
    assert found.alternatives[0].assumption == "如果没有该项目"


FACT = "评定: {控制率: {评定人: 张三, 依据: 现场查看, 事实: 没有该项目%s}}"
FIVE_OF_TEN = "数据: {年初预算: {值: 10, 单位: 元}, 决算数: {值: 5, 单位: 元}}\n"


def test_a_reviewer_may_establish_the_fact():
    """A rating that the fact holds exempts, whatever the figures say."""
    assert got(BUILT, FIVE_OF_TEN + FACT % "") == ("exempt", "5", "5")
    assert got(BUILT, FIVE_OF_TEN + FACT % ", 成立: 否") == ("scored", "5/2", "5/2")


def test_a_reviewer_may_deny_the_fact():
    """A rating that the fact does not hold settles a condition that is not known, and outweighs one that holds."""
    unknown = f"免评: {{没有该项目: 编制数 = 0}}, {BUILT}"
    assert got(unknown, FIVE_OF_TEN + FACT % ", 成立: 否") == ("scored", "5/2", "5/2")
    zeros = "数据: {年初预算: {值: 0, 单位: 元}, 决算数: {值: 0, 单位: 元}}\n"
    assert got(WITH_FACT, zeros + FACT % ", 成立: 否") == ("open", "0", "5")


def test_a_fact_that_the_sentence_does_not_name():
    """A rating may only speak of facts that the sentence exempts."""
    case = FIVE_OF_TEN + "评定: {控制率: {评定人: 张三, 依据: 现场, 事实: 没有资金}}"
    assert refusals(f"[{{名称: 控制率, 分值: 5, {BUILT}}}]", case) == [
        "指标“控制率”的评定：评分标准里没有“没有资金”这一事实（有：没有该项目）"
    ]
    assert refusals(f"[{{名称: 控制率, 分值: 5, {CONTROL}}}]", case)[0].endswith("（有：无）")


# ── Ratings ──────────────────────────────────────────────────────────────────────────────────────


LEVELS = "评分标准: 好的得5分；中的得3分；差的得0分"


def rating(text: str) -> str:
    return f"评定: {{控制率: {{评定人: 张三, 依据: 座谈, {text}}}}}"


def test_a_rating_scores():
    """A level, items met or a count is judged, not scored: a person decided."""
    assert got(LEVELS, rating("等级: 中")) == ("judged", "3", "3")
    assert got("评分标准: ①甲，2分；②乙，3分", rating("达到: [2]")) == ("judged", "3", "3")
    assert got("评分标准: ①甲，2分；②乙，3分", rating("达到: 无")) == ("judged", "0", "0")
    assert got("评分标准: 每缺一项扣2分", rating("次数: 2")) == ("judged", "1", "1")


def test_without_a_rating_nothing_is_assumed():
    """The engine never invents a judgement: the range is open, and what is missing is a rating."""
    found = result(LEVELS)
    assert (found.status, found.low, found.high, [one.name for one in found.missing]) == (
        "open",
        0,
        5,
        ["评定：控制率"],
    )
    assert result("评分标准: 好的得5分；差的得2分").low == 2


def test_ratings_that_differ_are_a_range():
    """Two reviewers who disagree leave a range, each by name; two who agree do not."""
    two = "评定: {控制率: [{评定人: 张三, 依据: 座谈, 等级: %s}, {评定人: 李四, 依据: 查阅, 等级: 中}]}"
    found = result(LEVELS, two % "好")
    assert (found.status, found.low, found.high) == ("open", 3, 5)
    assert [str(one.assumption) for one in found.alternatives] == ["按张三的评定", "按李四的评定"]
    assert got(LEVELS, two % "中") == ("judged", "3", "3")
    assert str(result(LEVELS, two % "中").alternatives[0].assumption) != "按张三的评定"


@pytest.mark.parametrize(
    ("indicator", "case", "message"),
    [
        (LEVELS, "达到: [1]", "评分标准要求写明“等级”"),
        ("评分标准: ①甲，2分；②乙，3分", "等级: 好", "评分标准要求写明“达到”"),
        ("评分标准: 每缺一项扣2分", "等级: 好", "评分标准要求写明“次数”"),
        ("评分标准: 得分=控制率×5", "等级: 好", "评分标准要求写明“数据（本指标按数据核算）”"),
        (LEVELS, "等级: 优", "评定等级“优”不是评分标准里的档次，可用：好、中、差"),
        ("评分标准: 每缺一项扣2分", "次数: 1.5", "次数应是不小于零的整数，不是1.5"),
        ("评分标准: ①甲，2分；②乙，3分", "达到: [3]", "评分标准只有2项，没有第3项"),
        (LEVELS, "等级: 中, 得分: 4", "评定得分4分不在“中的得3分”允许的范围内"),
    ],
)
def test_ratings_that_do_not_fit(indicator, case, message):
    """A rating says just what the sentence asks for; else it is refused at its place."""
    assert refusals(f"[{{名称: 控制率, 分值: 5, {indicator}}}]", rating(case)) == [
        f"指标“控制率”的评定：{message}"
    ]


def test_counts_may_come_from_figures():
    """A formula may count breaches; a count that is not whole is refused, not rounded."""
    late = "公式: 迟报天数, 评分标准: 每迟报一天扣1分"
    assert got(late, "数据: {迟报天数: {值: 2, 单位: 天}}") == ("scored", "3", "3")
    assert refusals(f"[{{名称: 控制率, 分值: 5, {late}}}]", "数据: {迟报天数: {值: 2.5, 单位: 天}}") == [
        "指标“控制率”：次数应是不小于零的整数，不是2.5"
    ]


# ── Rounding ─────────────────────────────────────────────────────────────────────────────────────


def test_rounding_is_a_line_of_its_own():
    """口径 得分小数位 rounds each score, and the ledger shows by how much."""
    found = result(
        "口径: {得分小数位: 2}, 公式: 满意度, 评分标准: 得分=控制率×5",
        "数据: {满意度: {值: 54.675%, 出处: 报告}}",
    )
    assert str(found.score) == "273/100"
    assert [(str(one.points), one.clause, str(one.reason)) for one in found.deductions][1] == (
        "3/800",
        "舍入",
        "2.73375分按口径四舍五入到2位小数为2.73分",
    )
    assert found.deductions[0].clause == "得分=控制率×5"


def test_rounding_up_gives_points_back():
    """The line may be negative, and never leads above full marks."""
    found = result(
        "口径: {得分小数位: 0, 舍入: 进一}, 公式: 满意度, 评分标准: 得分=控制率×5",
        "数据: {满意度: {值: 50%}}",
    )
    assert (found.score, [str(one.points) for one in found.deductions]) == (3, ["5/2", "-1/2"])
    [full] = run(
        "[{名称: 控制率, 分值: 4.5, 口径: {得分小数位: 0}, 公式: 满意度, 评分标准: 得分=控制率×4.5}]",
        "数据: {满意度: {值: 100%}}",
    ).results
    assert (str(full.score), full.deductions) == ("9/2", ())


def test_an_indicators_reading_comes_before_the_tables():
    """口径 at the indicator wins; what it does not say the table says."""
    readings = {"口径": {"得分小数位": 1, "舍入": "去尾"}}
    assert (
        str(
            result(
                "口径: {得分小数位: 0}, 公式: 满意度, 评分标准: 得分=控制率×5",
                "数据: {满意度: {值: 58%}}",
                readings,
            ).score
        )
        == "2"
    )
    assert (
        str(result("公式: 满意度, 评分标准: 得分=控制率×5", "数据: {满意度: {值: 57%}}", readings).score)
        == "14/5"
    )


# ── Claims ───────────────────────────────────────────────────────────────────────────────────────


def claim(text: str) -> str:
    return f"{FIVE_OF_TEN}自评: {{指标: {{控制率: {{{text}}}}}}}"


def test_a_claim_stands_beside_the_result():
    """得分, or 扣分 from full marks, and 比率 as it was claimed."""
    assert result(BUILT, claim("得分: 4, 比率: 50%")).claimed == 4
    assert str(result(BUILT, claim("得分: 4, 比率: 50%")).claimed_value) == "50%"
    assert str(result(BUILT, claim("扣分: 0.5")).claimed) == "9/2"
    assert result(BUILT, claim("得分: 4, 扣分: 3")).claimed == 4
    assert result(BUILT, claim("比率: 50%")).claimed is None


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ("甲: {值: 12, 单位: 万元}, 乙: {值: 10, 单位: 万元}", "22 万元"),
        ("甲: {值: 12.5, 单位: 万元}, 乙: {值: 10, 单位: 万元}", "22.5 万元"),
        ("甲: {值: 12.50, 单位: 万元}, 乙: {值: 10, 单位: 万元}", "22.50 万元"),
        ("甲: {值: 12, 单位: 万元}, 乙: {值: 5, 单位: 元}", "12.0005 万元"),
        ("甲: {值: 12, 单位: 万元}, 乙: {值: 50000, 单位: 元}", "17 万元"),
    ],
)
def test_a_sum_is_written_with_the_decimals_that_it_needs(parts, written):
    """As many as the parts were printed with in its unit, or as they come to in it."""
    found = result(
        CONTROL, f"{{数据: {{年初预算: {{值: 100, 单位: 万元}}}}, 明细: {{追加预算: {{{parts}}}}}}}"
    )
    assert str(found.figures[0].quantity) == written


@pytest.mark.parametrize("judgement", ["符合: 是", "等级: 好", "次数: 2", "扣分: 2"])
def test_a_value_is_no_judgement(judgement):
    """Steps of a value take figures; whether a bound is met may be judged."""
    rated = f"评定: {{控制率: {{{judgement}, 评定人: 张三, 依据: 底稿}}}}"
    row = "[{名称: 控制率, 分值: 5, 评分标准: '≥90%得5分；每低1%扣1分'}]"
    assert refusals(row, rated) == ["指标“控制率”的评定：评分标准要求写明“数据（本指标按数据核算）”"]


def test_a_bound_that_is_met_may_be_judged():
    """是 gives what the bound gives, and 否 what lies below it."""
    rated = "评定: {控制率: {符合: %s, 评定人: 张三, 依据: 底稿}}"
    met, missed = (got("评分标准: '≥90%得5分；否则得1分'", rated % said) for said in "是否")
    assert (met, missed) == (("judged", "5", "5"), ("judged", "1", "1"))


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("符合: 是", "5"),
        ("符合: 否", "2"),
        ("等级: 资料齐全", "5"),
        ("等级: 资料", "5"),
        ("等级: 不齐全", "2"),
    ],
)
def test_words_that_apply_answer_a_question(said, score):
    """Where yes and no have words, 等级 may name the ones that apply, or a part of one of them."""
    rated = f"评定: {{控制率: {{{said}, 评定人: 张三, 依据: 底稿}}}}"
    assert got("评分标准: 资料齐全的得5分；不齐全的得2分", rated) == ("judged", score, score)


def test_words_of_both_answers_answer_nothing():
    """账实 is a part of 做到账实相符 and of 没有做到账实相符."""
    row = "[{名称: 控制率, 分值: 5, 评分标准: 做到账实相符的得5分；没有做到账实相符的得2分}]"
    [refused] = refusals(row, "评定: {控制率: {等级: 账实, 评定人: 张三, 依据: 底稿}}")
    assert refused.endswith("评定“账实”不是评分标准里的情形，可用：是、否、做到账实相符、没有做到账实相符")


def test_ways_that_the_explanation_tells_are_marked_so():
    """Three readings of 不足一步 are told one by one, and nothing is told twice elsewhere."""
    found = result(STEPS, "数据: {追加预算: {值: 35, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}")
    assert [one.told for one in found.alternatives] == [True, True, True]
    assert str(found.explanation).count("不足一步：") == 3


def test_what_is_open_does_not_end_in_a_score():
    """Neither 得满分 nor what is lost is said where the score is a range."""
    found = result("公式: 满意度, 评分标准: '≥90%得5分；<80%得3分'", "数据: {满意度: {值: 85%}}")
    assert (found.low, found.high) == (3, 5)
    assert str(found.explanation) == "控制率＝满意度 85%，评分标准没有写明85%属于哪一档。"
    rated = "评定: {控制率: {等级: 较好, 评定人: 张三, 依据: 底稿}}"
    found = result("评分标准: 好的得5分；较好的得2-4分；差的得0分", rated)
    assert str(found.explanation) == "评定为“较好”，按条款“较好的得2-4分”，评定没有给出分数。"


def test_the_line_of_rounding_tells_six_decimals_of_what_was_rounded():
    """Enough to see which way it was rounded, also to four."""
    found = result(
        "口径: {得分小数位: 2, 舍入: 四舍五入}, " + CONTROL,
        "数据: {追加预算: {值: 5, 单位: 万元}, 年初预算: {值: 6, 单位: 万元}}",
    )
    assert str(found.deductions[-1].reason) == "4.166667分按口径四舍五入到2位小数为4.17分"
