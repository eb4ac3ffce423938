"""Choices, bounds, vetoes and what comes on top, worked out by hand; and what is refused."""

import pytest

from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.total.worlds import MAX_WORLDS
from shared.cases.small import loaded, refusals, run

ROWS = """[
    {名称: 甲率, 分值: 60, 公式: 满意度, 归类: [产出, 质量], 评分标准: 得分=甲率×60},
    {名称: 乙, 分值: 40, 归类: [过程], 评分标准: 好的得40分；中的得15分；差的得0分。%s},
    {名称: 表彰, 分值: 4, 附加: 加分, 归类: [加分项], 评分标准: '获得表彰的，每项加2分，最高不超过分值。'},
    {名称: 创新, 分值: 4, 附加: 加分, 归类: [加分项], 评分标准: '获得推广的，每项加2分，最高不超过分值。'},
    {名称: 通报, 分值: 10, 附加: 减分, 评分标准: '每通报一次扣2分，扣完为止。'}]"""
PLAIN = ROWS % ""


def case(
    rate: str = "100%", level: str = "好", prizes: int = 0, ideas: int = 0, blamed: int = 0, more: str = ""
):
    by = "评定人: 张三, 依据: 材料"
    return f"""
        数据: {{满意度: {{值: {rate}}}}}
        评定:
          乙: [{{等级: {level}, {by}}}{more.replace("BY", by)}]
          表彰: {{次数: {prizes}, {by}}}
          创新: {{次数: {ideas}, {by}}}
          通报: {{次数: {blamed}, {by}}}
    """


def table(**more) -> dict:
    return {"满分": 100, "等级": {"优": 90, "良": 80, "中": 60, "差": 0}, **more}


def lines(found) -> list:
    return [(one.kind, one.scope, one.points) for one in found.adjustments]


# ── 附加, 上限, 扣分上限 ───────────────────────────────────────────────────────────────────────


def test_what_comes_on_top_is_added_and_what_is_lost_of_penalties_taken_off():
    """54 and 15, and 2 for one prize, less 4 for two reprimands."""
    found = run(PLAIN, case("90%", "中", prizes=1, blamed=2), table())
    assert (found.low, found.high, found.adopted) == (67, 67, 67)
    assert found.adjustments == ()


def test_points_on_top_that_are_not_earned_are_not_lost():
    """The sentence under a bonus says what is earned."""
    found = run(PLAIN, case(prizes=1), table())
    assert str(found.results[2].explanation) == "共1项，按条款“获得表彰的，每项加2分”，得2分。"


def test_without_a_limit_a_total_may_go_beyond_full_marks():
    """A table that has no 上限 does not get one."""
    assert run(PLAIN, case(prizes=2, ideas=2), table()).high == 108


def test_a_block_and_the_total_are_limited_one_after_the_other():
    """8 on top are 5 at most, and 105 are 100 at most; both losses stand in the ledger."""
    found = run(PLAIN, case(prizes=2, ideas=2), table(上限={"加分项": 5, "总分": 100}))
    assert (found.low, found.high) == (100, 100)
    assert lines(found) == [("limit", "“加分项”", 3), ("limit", "总分", 5)]
    assert found.adjustments[0].reason == "“加分项”合计8分，最多得5分，超出的3分不计"


def test_a_limit_on_an_open_block_bounds_the_highest_total_only():
    """Nobody has counted prizes: 0 to 4 on top, 3 of them at most."""
    facts = case().replace("表彰: {次数: 0, 评定人: 张三, 依据: 材料}", "")
    found = run(PLAIN, facts, table(上限={"加分项": 3}))
    assert (found.low, found.high) == (100, 103)
    assert [(one.points, one.low_points) for one in found.adjustments] == [(1, 0)]


def test_deductions_of_a_block_end_at_their_limit():
    """40 of 60 are lost, 15 at most."""
    found = run(PLAIN, case("20%"), table(扣分上限={"质量": 15}))
    assert found.high == 45 + 40
    assert lines(found) == [("limit", "“质量”", -33)]


def test_a_total_is_never_below_zero():
    """Nothing earned and 10 taken off."""
    found = run(PLAIN, case("0%", "差", blamed=5), table())
    assert (found.low, found.high, lines(found)) == (0, 0, [("floor", "总分", -10)])


def test_a_total_of_less_than_a_point_stands():
    """2.4 earned and 2 taken off leave 0.4: only what is below nothing is held."""
    found = run(PLAIN, case("4%", "差", blamed=1), table())
    assert (str(found.low), str(found.high), found.adjustments) == ("2/5", "2/5", ())


def test_a_limit_alone_holds_a_total():
    """Without vetoes, choices or extras: 60 and 40 earned, 30 of the 40 counted."""
    rows = """[
        {名称: 甲, 分值: 60, 归类: [产出], 评分标准: 好的得60分；差的得0分},
        {名称: 乙, 分值: 40, 归类: [过程], 评分标准: 好的得40分；差的得0分}]"""
    rated = "评定: {甲: {等级: 好, 评定人: 张三, 依据: 底稿}, 乙: {等级: 好, 评定人: 张三, 依据: 底稿}}"
    found = run(rows, rated, table(上限={"过程": 30}))
    assert (found.low, found.high, found.adopted) == (90, 90, 90)
    assert lines(found) == [("limit", "“过程”", 10)]


def test_a_total_just_below_zero_is_zero():
    """1.5 earned and 2 taken off."""
    found = run(PLAIN, case("2.5%", "差", blamed=1), table())
    assert (found.low, found.high) == (0, 0)
    assert [(one.kind, str(one.points)) for one in found.adjustments] == [("floor", "-1/2")]


def test_a_limit_may_cut_the_lowest_total_too():
    """4 for ideas and 0 to 4 for prizes, 3 in all: 1 is cut at least, 5 at most."""
    facts = case(ideas=2).replace("表彰: {次数: 0, 评定人: 张三, 依据: 材料}", "")
    found = run(PLAIN, facts, table(上限={"加分项": 3}))
    assert (found.low, found.high) == (103, 103)
    assert [(one.points, one.low_points) for one in found.adjustments] == [(5, 1)]


NESTED = """[
    {名称: 甲率, 分值: 60, 公式: 满意度, 归类: [产出, 质量], 评分标准: 得分=甲率×60},
    {名称: 乙, 分值: 20, 归类: [过程, 内控], 评分标准: 好的得20分；中的得10分；差的得0分。},
    {名称: 丁, 分值: 20, 归类: [过程, 公开], 评分标准: 好的得20分；中的得10分；差的得0分。},
    {名称: 表彰, 分值: 4, 附加: 加分, 归类: [过程, 内控, 荣誉], 评分标准: '获得表彰的，每项加2分，最高不超过分值。'},
    {名称: 创新, 分值: 4, 附加: 加分, 归类: [加分项, 推广], 评分标准: '获得推广的，每项加2分，最高不超过分值。'},
    {名称: 经验, 分值: 4, 附加: 加分, 归类: [加分项, 交流], 评分标准: '获得交流的，每项加2分，最高不超过分值。'}]"""


def nested(rate: str = "100%", inner: str = "好", open_: str = "好", prizes: int = 0, ideas: int = 0) -> str:
    by = "评定人: 张三, 依据: 材料"
    return f"""
        数据: {{满意度: {{值: {rate}}}}}
        评定:
          乙: {{等级: {inner}, {by}}}
          丁: {{等级: {open_}, {by}}}
          表彰: {{次数: {prizes}, {by}}}
          创新: {{次数: {ideas}, {by}}}
          经验: {{次数: {ideas}, {by}}}
    """


@pytest.mark.parametrize(
    ("limits", "facts", "high", "cut"),
    [
        ({"上限": {"推广": 3, "加分项": 5}}, nested(ideas=2), 105, [("“推广”", 1), ("“加分项”", 2)]),
        ({"上限": {"质量": 50, "产出": 55}}, nested(), 90, [("“质量”", 10)]),
        ({"上限": {"质量": 50, "产出": 45}}, nested(), 85, [("“质量”", 10), ("“产出”", 5)]),
        ({"扣分上限": {"质量": 15, "产出": 10}}, nested("20%"), 90, [("“质量”", -33), ("“产出”", -5)]),
        ({"扣分上限": {"过程": 5}}, nested(inner="差", open_="差", prizes=2), 99, [("“过程”", -35)]),
        (
            {"上限": {"荣誉": 3}, "扣分上限": {"过程": 5}},
            nested(inner="差", open_="差", prizes=2),
            98,
            [("“荣誉”", 1), ("“过程”", -35)],
        ),
    ],
)
def test_limits_of_inner_blocks_come_before_those_around_them(limits, facts, high, cut):
    """What an inner limit took or gave back, the outer one counts; what comes on top makes up for no loss."""
    found = run(NESTED, facts, table(**limits))
    assert found.high == high
    assert [(one.scope, one.points) for one in found.adjustments] == cut


@pytest.mark.parametrize(
    ("limits", "open_", "high", "cut"),
    [
        ({"上限": {"过程": 15}}, "好", 75, [("“内控”", 24), ("“过程”", 5)]),
        ({"扣分上限": {"过程": 5}}, "差", 75, [("“内控”", 24), ("“过程”", -15)]),
    ],
)
def test_a_limit_around_a_block_that_a_veto_emptied(limits, open_, high, cut):
    """内控 has nothing left, not what came on top of it either; 过程 is what 公开 gives."""
    vetoed = table(否决=[{"事实": "造假", "后果": "内控不得分"}], **limits)
    facts = nested(open_=open_, prizes=2) + "      总体: {事实: 造假, 评定人: 张三, 依据: 核查}\n"
    found = run(NESTED, facts, vetoed)
    assert found.high == high
    assert [(one.scope, one.points) for one in found.adjustments] == cut


def test_a_block_is_named_by_its_path_where_its_name_is_not_enough():
    """质量 is two blocks, and 产出/质量 the end of two paths, of which one is just that."""
    rows = """[
        {名称: 甲, 分值: 30, 归类: [质量], 评分标准: 好的得30分；差的得0分},
        {名称: 乙, 分值: 30, 归类: [产出, 质量], 评分标准: 好的得30分；差的得0分},
        {名称: 丙, 分值: 40, 归类: [综合, 产出, 质量], 评分标准: 好的得40分；差的得0分}]"""
    good = "等级: 好, 评定人: 张三, 依据: 底稿"
    rated = f"评定: {{甲: {{{good}}}, 乙: {{{good}}}, 丙: {{{good}}}}}"
    [refused] = refusals(rows, rated, table(上限={"质量": 10}))
    assert refused == "“质量”在几处归类里都有，请写全：质量、产出/质量、综合/产出/质量"
    found = run(rows, rated, table(上限={"产出/质量": 10}))
    assert (found.high, lines(found)) == (80, [("limit", "“质量”", 20)])


def test_inner_limits_come_first_and_what_is_earned_before_what_is_lost():
    """In whatever order a table writes them; 扣分上限 then gives back what 上限 took of the block."""
    limits = table(扣分上限={"产出": 30, "质量": 15}, 上限={"产出": 40, "质量": 50, "总分": 95})
    bounds = compile_ruleset(loaded(NESTED, "", limits)[1]).settlement.bounds
    assert [str(one) for one in bounds] == [
        "“质量”最多得50分",
        "“质量”最多扣15分",
        "“产出”最多得40分",
        "“产出”最多扣30分",
        "总分最多得95分",
    ]


# ── 否决 ─────────────────────────────────────────────────────────────────────────────────────────

LIED = ", {事实: 存在弄虚作假, BY}"


@pytest.mark.parametrize(
    ("effect", "high", "grades"),
    [
        ("实行一票否决，总分为0", 0, ("差",)),
        ("总分计0分", 0, ("差",)),
        ("总分不超过60分", 60, ("中",)),
        ("评价等级定为“差”", 100, ("差",)),
        ("绩效等级不得超过“中”档", 100, ("中",)),
        ("该一级指标不得分", 60, ("中",)),
        ("本部分不得分", 60, ("中",)),
        ("本项不得分", 60, ("中",)),
    ],
)
def test_a_sentence_vetoes_its_indicator_its_block_the_total_or_the_grade(effect, high, grades):
    """What is left of 100 where the fact holds; where nobody says so nothing is lost."""
    rows = ROWS % f"存在弄虚作假的，{effect}。"
    found = run(rows, case(more=LIED), table())
    assert (found.low, found.high, found.grades) == (high, high, grades)
    silent = run(rows, case(), table())
    assert (silent.low, silent.high, silent.grades) == (100, 100, ("优",))


def test_a_veto_says_by_whose_word_it_holds():
    """The evaluation names every veto beyond one indicator, also those that nobody judged."""
    rows = ROWS % "存在弄虚作假的，总分为0分。"
    [silent] = run(rows, case(), table()).vetoes
    assert (silent.fact, silent.indicator, silent.holds) == ("存在弄虚作假", "乙", False)
    assert silent.because == "没有评定，按不成立核算"
    [held] = run(rows, case(more=LIED), table()).vetoes
    assert (held.holds, held.because) == (True, "张三评定成立：材料")
    [denied] = run(rows, case(more=LIED.replace("BY", "成立: 否, BY")), table()).vetoes
    assert (denied.holds, denied.because) == (False, "张三评定不成立：材料")


def test_a_veto_of_the_table_is_rated_under_the_whole():
    """否决 of a table is no indicator's: its fact is rated under 总体."""
    vetoes = table(否决=[{"事实": "提供虚假资料", "后果": "产出不得分"}])
    facts = case() + "      总体: {事实: 提供虚假资料, 评定人: 张三, 依据: 核查}\n"
    found = run(PLAIN, facts, vetoes)
    assert (found.high, lines(found)) == (40, [("veto", "“产出”", 60)])
    assert found.adjustments[0].clause == "提供虚假资料的，产出不得分"


@pytest.mark.parametrize(
    ("spent", "low", "high", "holds", "grades"),
    [
        ("决算数: {值: 50, 单位: 万元}", 100, 100, False, ("优",)),
        ("决算数: {值: 150, 单位: 万元}", 0, 0, True, ("差",)),
        ("", 0, 100, None, ("优", "差")),
        ("决算数: [{值: 50, 单位: 万元}, {值: 150, 单位: 万元}]", 0, 100, None, ("优", "差")),
    ],
)
def test_a_condition_decides_as_far_as_the_figures_go(spent, low, high, holds, grades):
    """Missing or disputed figures leave both; grades between them are not possible."""
    vetoes = table(否决=[{"事实": "超支", "后果": "总分为0分", "条件": "决算数 > 年初预算"}])
    data = f"数据: {{满意度: {{值: 100%}}, 年初预算: {{值: 100, 单位: 万元}}, {spent}}}"
    found = run(PLAIN, case().replace("数据: {满意度: {值: 100%}}", data), vetoes)
    assert (found.low, found.high, found.vetoes[0].holds, found.grades) == (low, high, holds, grades)
    assert (found.adopted is None) == (holds is None)


def test_a_reviewer_decides_against_a_condition():
    """What the figures say is not what a reviewer found."""
    vetoes = table(否决=[{"事实": "超支", "后果": "总分为0分", "条件": "决算数 > 年初预算"}])
    facts = case() + "      总体: {事实: 超支, 成立: 否, 评定人: 张三, 依据: 已批准}\n"
    assert run(PLAIN, facts, vetoes).low == 100


def test_a_veto_on_what_a_limit_gave_back_takes_it_all():
    """扣分上限 does not give back what a veto took."""
    rows = ROWS % "发生事故的，该一级指标不得分。"
    found = run(rows, case(more=", {事实: 发生事故, BY}"), table(扣分上限={"过程": 5}))
    assert found.high == 60


# ── 任选 ─────────────────────────────────────────────────────────────────────────────────────────

SHARED = """[
    {名称: 甲率, 分值: 50, 公式: 满意度, 评分标准: 得分=甲率×50},
    {名称: 乙, 分值: 50, 评分标准: 两项指标任选其一考核，分值共享。好的得50分；中的得15分；差的得0分。},
    {名称: 丙, 分值: 50, 评分标准: ①甲，20分；②乙，30分。不适用的，剔除后折算为百分制。}]"""
ONE = {"任选": [{"指标": ["乙", "丙"], "选用人": "被评价单位"}], **table()}
BOTH = """
    数据: {满意度: {值: 90%}}
    评定: {乙: {等级: 好, 评定人: 张三, 依据: 底稿}, 丙: {达到: [1], 评定人: 张三, 依据: 底稿}}
"""


def test_of_several_indicators_the_chosen_one_counts():
    """45 and 20; the other is set aside, and says so."""
    found = run(SHARED, BOTH + "    选用: {丙: 自评报告 二}\n", ONE)
    assert (found.low, found.high, found.adopted) == (65, 65, 65)
    assert [one.set_aside for one in found.results] == [False, True, False]
    assert str(found.results[1].explanation).startswith("任选其一，选用的是“丙”，本指标不计入。")


def test_where_nobody_chose_the_total_is_a_range_over_the_choices():
    """45 and 20, or 45 and 50; nothing in between, so no 良."""
    found = run(SHARED, BOTH, ONE)
    assert (found.low, found.high, found.adopted, found.grades) == (65, 95, None, ("优", "中"))
    assert found.adopted_note == "“乙”、“丙”任选其一，没有写明选用哪一项，不能给出采用分"


def test_the_adopted_total_takes_the_one_that_is_claimed():
    """A claim does not choose, but it is what adopted totals take."""
    found = run(SHARED, BOTH + "    自评: {指标: {丙: {得分: 30}}}\n", ONE)
    assert (found.low, found.high, found.adopted) == (65, 95, 65)
    assert found.adopted_note == "任选其一的，取有自评得分的“丙”"


def test_a_claim_is_derived_only_of_what_counts():
    """78 less 30 for the one that is claimed leave 48 for 甲率, none for the one that is not."""
    found = run(SHARED, BOTH + "    自评: {总分: 78, 指标: {丙: {得分: 30}}}\n", ONE)
    assert [(one.claimed, one.claim_derived) for one in found.results] == [
        (48, True),
        (None, False),
        (30, False),
    ]
    bounded = run(
        SHARED, BOTH + "    自评: {总分: 78, 指标: {丙: {得分: 30}}}\n", {**ONE, "上限": {"总分": 90}}
    )
    assert not any(one.claim_derived for one in bounded.results)


def test_two_choices_are_a_conflict():
    """Both are said to be chosen: the range is over the two."""
    found = run(SHARED, BOTH + "    选用: {乙: 自评报告 二, 丙: 自评报告 三}\n", ONE)
    assert (found.low, found.high) == (65, 95)
    assert found.adjustments[0].reason == "“乙”、“丙”任选其一，选用了不止一项，只计其中一项"


def test_a_chosen_indicator_may_be_left_out():
    """丙 does not apply: 45 of 50 are 90 of 100."""
    facts = BOTH.replace("达到: [1]", "事实: 不适用") + "    选用: {丙: 自评报告 二}\n"
    found = run(SHARED, facts, ONE)
    assert (found.high, lines(found)) == (90, [("rescale", "“丙”", -45)])


def test_the_first_choice_that_is_not_made_says_why():
    """Of two choices, one that nobody made and one made twice, the first is named with its own reason."""
    rows = ", ".join(f"{{名称: {name}, 分值: 50, 评分标准: 好的得50分；差的得0分。}}" for name in "甲乙丙丁")
    twice = table(满分=100, 任选=[{"指标": ["甲", "乙"]}, {"指标": ["丙", "丁"]}])
    found = run(f"[{rows}]", "选用: {丙: 自评报告 二, 丁: 自评报告 三}", twice)
    assert found.adopted_note == "“甲”、“乙”任选其一，没有写明选用哪一项，不能给出采用分"


# ── 剔除 ─────────────────────────────────────────────────────────────────────────────────────────

TWO = """[
    {名称: 甲率, 分值: 60, 公式: 满意度, 评分标准: 得分=甲率×60},
    {名称: 乙, 分值: 40, 评分标准: ①有制度，20分；②执行好，20分。不适用的，剔除后折算为百分制。},
    {名称: 表彰, 分值: 4, 附加: 加分, 评分标准: '获得表彰的，每项加2分，最高不超过分值。'}]"""


def test_what_comes_on_top_is_not_scaled():
    """30 of 60 are 50 of 100, and 2 on top; the way there stands in the ledger."""
    facts = """
        数据: {满意度: {值: 50%}}
        评定: {乙: {事实: 不适用, 评定人: 张三, 依据: 底稿}, 表彰: {次数: 1, 评定人: 张三, 依据: 底稿}}
    """
    found = run(TWO, facts, table())
    assert (found.low, found.high, lines(found)) == (52, 52, [("rescale", "“乙”", -20)])


def test_whether_something_is_left_out_may_be_unknown():
    """Two reviewers disagree: 30 and 40 of 100, or 30 of 60 scaled up."""
    facts = """
        数据: {满意度: {值: 50%}}
        评定:
          乙: [{事实: 不适用, 评定人: 张三, 依据: 底稿}, {达到: [1, 2], 评定人: 李四, 依据: 底稿}]
          表彰: {次数: 0, 评定人: 张三, 依据: 底稿}
    """
    found = run(TWO, facts, table())
    assert (found.low, found.high) == (50, 70)


# ── Limits of the engine, and what is refused ────────────────────────────────────────────────────


def test_too_many_choices_leave_the_total_open():
    """13 pairs are 8,192 worlds: from nothing to everything, and the ledger still adds up."""
    pairs = 13
    rows = ", ".join(
        f"{{名称: 指标{n}{half}, 分值: 1, 评分标准: 好的得1分；差的得0分。}}"
        for n in range(pairs)
        for half in "甲乙"
    )
    choices = [{"指标": [f"指标{n}甲", f"指标{n}乙"]} for n in range(pairs)]
    found = run(f"[{rows}]", "", {"满分": pairs, "任选": choices})
    assert 2**pairs > MAX_WORLDS
    assert (found.low, found.high, found.grades) == (0, pairs, ("优", "良", "差"))
    assert [(one.kind, one.points, one.low_points) for one in found.adjustments] == [("unsettled", pairs, 0)]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"上限": {"加分": 5}}, "没有名为“加分”的归类，是否为“加分项”；请写指标“归类”里的名称"),
        ({"扣分上限": {"总分": 5}}, "“扣分上限”写的是归类，总分没有扣分上限，请删去"),
        ({"否决": [{"事实": "造假", "后果": "等级定为不合格"}]}, "等级里没有“不合格”，可用：优、良、中、差"),
        ({"否决": [{"事实": "造假", "后果": "严肃处理"}]}, "看不懂后果“严肃处理”，可写：总分为0分"),
        ({"否决": [{"事实": "造假", "后果": "本部分不得分"}]}, "这里要写明是哪一个归类，如 资产管理不得分"),
        ({"否决": [{"事实": "造假", "后果": "质控不得分"}]}, "没有名为“质控”的归类"),
        ({"否决": [{"事实": "造假", "后果": "总分为0分", "条件": "支出 > 0"}]}, "没有名为“支出”的数据项"),
        ({"否决": [{"事实": "造假", "后果": "总分为0分", "条件": "决算数 > 编制数"}]}, "单位"),
    ],
)
def test_what_a_table_says_wrongly_of_its_total(more, message):
    """Each is refused with what to do."""
    [found] = refusals(PLAIN, case(), table(**more))
    assert message in found


def test_a_sentence_that_means_some_block():
    """本部分 says which where there is one 归类 only."""
    rows = PLAIN.replace("得分=甲率×60", "得分=甲率×60；存在造假的，本部分不得分")
    [found] = refusals(rows, case(), table())
    assert found.startswith("说不准“本部分不得分”指哪一部分（归类：产出、质量）")


def test_a_fact_of_the_whole_that_there_is_not():
    """总体 knows the facts of 否决 only."""
    facts = case() + "      总体: {事实: 迟到, 评定人: 张三, 依据: 底稿}\n"
    [found] = refusals(PLAIN, facts, table(否决=[{"事实": "造假", "后果": "总分为0分"}]))
    assert found == "指标表的“否决”里没有“迟到”这一事实（有：造假）"
    graded = case() + "      总体: {等级: 好, 评定人: 张三, 依据: 底稿}\n"
    assert refusals(PLAIN, graded, table()) == ["“总体”的评定只能写“事实”和“成立”，或“发现”"]


def test_an_own_indicator_cannot_veto_the_total():
    """A unit's own sentence decides nothing but itself."""
    rows = """[{名称: 产出, 分值: 100, 自设: 是, 评分标准: 达到目标值的得满分，未达到的按完成比例计分。}]"""
    own = "自设指标: {产出: [{名称: 数量, 分值: 100, 目标: ≥3 项, 评分标准: '达到目标值的得满分，否则不得分；存在造假的，总分为0分'}]}"
    [found] = refusals(rows, own, table())
    assert found == "自设指标的评分标准里不能写“总分为0分”，请写在指标表的“否决”里"


def test_points_that_are_shared_count_once():
    """满分 is 100 where two of three share 50, and not where nobody says that they do."""
    assert loaded(SHARED, "", {**ONE})[1].points == 100
    assert refusals(SHARED.replace("两项指标任选其一考核，分值共享。", ""), "", table()) == [
        "各指标分值之和为150，与满分100不符，请核对分值"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "以下两项任选其一：①完成率达到95%以上得满分，每低1个百分点扣0.5分；②满意度≥90%得满分，否则不得分。",
        "两项指标任选其一考核，≥95%得满分，否则不得分。",
        "二选一：①有制度，25分；②有台账，25分。",
    ],
)
def test_a_sentence_that_leaves_a_choice_is_refused(sentence):
    """It would be two values in one indicator; the message says how to write it."""
    [found] = refusals(
        f"[{{名称: 甲, 分值: 50, 评分标准: '{sentence}'}}, {{名称: 丁, 分值: 50, 评分标准: 好的得50分；差的得0分。}}]"
    )
    assert "请各写成一个指标（分值相同），再在表上写 任选: [{指标: [甲, 乙]}]" in found


def test_alternatives_in_one_sentence_are_refused_even_where_the_table_has_a_choice():
    """①② after 任选其一： are the choice, not a checklist."""
    rows = SHARED.replace(
        "两项指标任选其一考核，分值共享。好的得50分；中的得15分；差的得0分。",
        "两项任选其一：①甲，20分；②乙，30分。",
    )
    assert "任选其一" in refusals(rows, "", ONE)[0]


def test_a_grade_that_may_be_either_of_two_is_refused():
    """优 is 优上 or 优下; 优秀 alone may stand for 优."""
    grades = {"优上": 90, "优下": 80, "差": 0}
    vetoes = [{"事实": "造假", "后果": "等级定为优"}]
    [refused] = refusals(PLAIN, case(), table(等级=grades, 否决=vetoes))
    assert refused == "等级里没有“优”，可用：优上、优下、差"
