"""What a value leaves of the total (上限 in a sentence), worked out by hand; and what is refused."""

import pytest

from jixiao.scoring.program.program import compile_ruleset
from shared.cases.small import loaded, refusals, run

ROWS = """[
    {名称: 预算执行率, 分值: 10, 公式: 决算数 / 年初预算, 归类: [过程], 评分标准: '得分=预算执行率×10，最高不超过10分。'},
    {名称: 产出, 分值: 90, 归类: [产出, 质量], 评分标准: 好的得90分；中的得75分；差的得0分。},
    {名称: 表彰, 分值: 4, 附加: 加分, 归类: [加分项], 评分标准: '获得表彰的，每项加2分，最高不超过分值。'}]"""
PLATFORM = "执行率70%–80%的总分不超过89，60%–70%不超过79，低于60%不超过69"


def case(spent: str = "100", level: str = "好", prizes: int = 0, claims: str = "") -> str:
    by = "评定人: 张三, 依据: 材料"
    said = f"决算数: {{值: {spent}, 单位: 万元}}, " if spent else ""
    return f"""
        数据: {{{said}年初预算: {{值: 100, 单位: 万元}}, 满意度: {{值: 55%}}}}
        评定: {{产出: {{等级: {level}, {by}}}, 表彰: {{次数: {prizes}, {by}}}}}
        {claims}
    """


def table(limits: object = PLATFORM, **more: object) -> dict:
    grades = {"优": 90, "良": 80, "中": 60, "差": 0}
    return {"满分": 100, "等级": grades, "上限": limits, **more}


@pytest.mark.parametrize(
    ("spent", "low", "high"),
    [
        ("95", "99.5", "99.5"),
        ("81", "98.1", "98.1"),
        ("80", "89", "89"),
        ("75", "89", "89"),
        ("70", "79", "89"),
        ("65", "79", "79"),
        ("60", "79", "79"),
        ("59", "69", "69"),
    ],
)
def test_a_value_holds_the_total(spent, low, high):
    """90 and what is executed, less what lies above the limit of its stretch; 70 % is of two."""
    found = run(ROWS, case(spent), table())
    assert (float(found.low), float(found.high)) == (float(low), float(high))


def test_the_line_of_the_ledger_has_the_clause_and_the_value():
    """97.5 are 89 at 75 %."""
    found = run(ROWS, case("75"), table())
    [line] = found.adjustments
    assert (line.kind, line.scope, float(line.points), float(line.low_points)) == ("limit", "总分", 8.5, 8.5)
    assert line.clause == "执行率70%–80%的总分不超过89"
    assert line.reason == (
        "总分合计97.5分，“预算执行率”为75%，按条款“执行率70%–80%的总分不超过89”最多得89分，超出的8.5分不计"
    )


def test_a_total_below_the_limit_stands():
    """5.5 and 75 are less than 69 is; nothing in the ledger."""
    found = run(ROWS, case("55", "差"), table())
    assert (float(found.low), found.adjustments) == (5.5, ())


@pytest.mark.parametrize(("reading", "score"), [("高分", 89), ("低分", 79)])
def test_a_shared_end_is_as_the_reading_says(reading, score):
    """70 % is of the better band, or of the worse one."""
    found = run(ROWS, case("70"), table(口径={"边界归属": reading}))
    assert (found.low, found.high) == (score, score)
    own = {"总分": {"规定": PLATFORM, "口径": {"边界归属": reading}}}
    assert run(ROWS, case("70"), table(own)).high == score


def test_a_shared_end_that_must_not_be():
    """口径 边界归属：报错."""
    [refused] = refusals(ROWS, case(), table(口径={"边界归属": "报错"}))
    assert "相邻两档都写到同一个数" in refused


def test_an_unknown_value_leaves_every_limit_open():
    """90 and 0 to 10: from 69 of 90 to all; nothing between 79 and 89 is left out, since scores lie there."""
    found = run(ROWS, case(""), table())
    assert (found.low, found.high, found.adopted) == (69, 100, None)
    assert found.grades == ("优", "良", "中")
    assert [(one.clause, one.low_points) for one in found.adjustments] == [("低于60%不超过69", 21)]


def test_grades_that_no_way_reaches_are_not_possible():
    """Executed are 55 or 95 of 100: 69 at most, or 99.5; no 良 between."""
    facts = case("[55, 95]").replace(
        "{值: [55, 95], 单位: 万元}", "[{值: 55, 单位: 万元}, {值: 95, 单位: 万元}]"
    )
    found = run(ROWS, facts, table())
    assert (float(found.low), float(found.high), found.grades) == (69, 99.5, ("优", "中"))


def test_what_is_adopted_is_where_all_ways_agree():
    """Executed are 62 or 65: 79 whichever it is; the claim of the open one counts."""
    facts = case("62", claims="自评: {指标: {预算执行率: {得分: 6.5}}}").replace(
        "{值: 62, 单位: 万元}", "[{值: 62, 单位: 万元}, {值: 65, 单位: 万元}]"
    )
    found = run(ROWS, facts, table())
    assert (found.low, found.high, found.adopted) == (79, 79, 79)


def test_a_limit_may_hang_on_an_item():
    """满意度 is no indicator, but an item: 55 %."""
    found = run(ROWS, case("95"), table("满意度低于60%的，评价总分不超过85分。"))
    assert found.high == 85
    assert found.adjustments[0].reason.startswith("总分合计99.5分，“满意度”为55%，")


def test_a_limit_may_hang_on_a_formula():
    """(年初预算 − 决算数) ÷ 年初预算 is 25 %, beside most points of any value."""
    limits = {
        "总分": {
            "规定": "结余率超过20%的，最高80分；超过30%的，最高70分",
            "公式": "(年初预算 - 决算数) / 年初预算",
            "最多": 95,
        }
    }
    assert run(ROWS, case("75"), table(limits)).high == 80
    assert run(ROWS, case("65"), table(limits)).high == 70
    assert run(ROWS, case("95"), table(limits)).high == 95


def test_a_block_may_be_held_by_a_value_too():
    """产出 is held to 60 of its 90 where less than 80 % is executed."""
    limits = {"产出": "预算执行率低于80%的，最高60分", "加分项": 2}
    found = run(ROWS, case("75", prizes=2), table(limits))
    assert float(found.high) == 7.5 + 60 + 2
    assert [(one.scope, float(one.points)) for one in found.adjustments] == [("“加分项”", 2), ("“产出”", 30)]


def test_a_claim_is_not_derived_where_a_value_holds_the_total():
    """The claimed total says nothing of what a claim was."""
    facts = case("95", claims="自评: {总分: 60, 指标: {产出: {得分: 50}, 表彰: {得分: 0}}}")
    assert not any(one.claim_derived for one in run(ROWS, facts, table()).results)


def test_what_is_said_in_other_words_means_the_same():
    """Two sentences that hold the same values to the same points."""
    other = "预算执行率在70%-80%的，总分最高89分；60%-70%的，最高79分；不足60%的，总分按69分封顶。"
    [one], [two] = (
        compile_ruleset(loaded(ROWS, "", table(limits))[1]).settlement.ceilings
        for limits in (PLATFORM, other)
    )
    assert one == two
    [third] = compile_ruleset(loaded(ROWS, "", table(PLATFORM.replace("89", "88")))[1]).settlement.ceilings
    assert one != third


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ("完工率低于60%的，总分不超过69", "没有名为“完工率”的指标或数据项"),
        ("产出低于60%的，总分不超过69", "指标“产出”由评定给分，没有数值可以比"),
        ("预算执行率低于60天的，总分不超过69", "不符"),
        ("决算数低于60%的，总分不超过69", "句中的数与“决算数”的单位（元）不符"),
        ("预算执行率60%-70%的总分不超过79", "没有写小于60%时总分最高几分，请补上"),
        ("预算执行率60%-70%的总分不超过79，70%-80%的不超过89", "没有写小于60%时总分最高几分，请补上"),
        ("未按时报送的，总分不超过80分", "由事实决定的，请写在“否决”里"),
        ("预算执行率每低1个百分点，总分上限降低1分", "没有写总分最高几分"),
        ("预算执行率低于60%的总分不超过79，报告质量另行评定", "无法理解“另行”"),
        ({"产量": "预算执行率低于80%的，最高60分"}, "没有名为“产量”的归类"),
    ],
)
def test_what_is_refused(limits, message):
    """Each says what to do."""
    [refused] = refusals(ROWS, case(), table(limits))
    assert message in refused
