"""A difference that is another figure of the report names it, and what it explains is told once."""

from shared.cases.paper_cases import reviewed, small_case, values

OTHER = {
    "收入决算": {"财政拨款": {"值": "381.2", "单位": "万元"}, "其他收入": {"值": "28.5", "单位": "万元"}}
}


def findings(**case: object):
    [review] = reviewed(small_case(**case))
    return [
        one
        for one in review.findings
        if one.code in ("sum-mismatch", "balance-mismatch", "part-exceeds-whole")
    ]


def test_a_difference_that_another_figure_is_names_it():
    [one] = findings(数据=values(收入总计="409.7 万元", 支出总计="381.2 万元"), 明细=OTHER)
    assert "差额正好等于“其他收入”28.5 万元" in one.message


def test_what_one_figure_explains_is_told_once():
    data = values(
        收入总计="409.7 万元",
        支出总计="381.2 万元",
        公用经费决算="168.15 万元",
        机关运行经费决算="139.65 万元",
    )
    told = findings(数据=data, 明细=OTHER)
    assert [one.folded_under is None for one in told] == [True, False]
    assert all("其他收入" in one.message for one in told)


def test_a_short_number_and_a_part_of_the_check_itself_say_nothing():
    """A difference of 28 may be anything; of a whole of nothing, it is the part."""
    data = values(收入总计="409.0 万元", 支出总计="381.0 万元", 公务接待费预算="28.0 万元")
    [one] = findings(数据=data)
    assert "差额正好" not in one.message
    parts = {"项目支出": {"其中": "是", "运转类": {"值": "58.8", "单位": "万元"}}}
    [one] = findings(数据=values(项目支出="0 万元"), 明细=parts)
    assert "差额正好" not in one.message
