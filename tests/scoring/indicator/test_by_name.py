"""Ratings of sentences of several small rules: what was found, met, graded and taken off, by name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.model.evaluation import Evaluation, Result
from jixiao.quantity import decimal_text
from shared.cases.small import refusals, run

TABLE = """[
  {名称: 简报, 分值: 5, 评分标准: "1、按时报送的得2分，每迟报一天扣0.5分。2、内容准确的得3分，每发现一处差错扣1分，最多扣2分。"},
  {名称: 台账, 分值: 6, 评分标准: "1、制定办法的得2分；未制定的不得分。2、登记完整的得4分，不完整的酌情扣分。"},
  {名称: 获奖, 分值: 4, 评分标准: "获国家级表彰的得4分，省级表彰的得2分，市级表彰的得1分，按最高的一项计。"},
  {名称: 管理, 分值: 5, 评分标准: "每漏报一次扣2分；无登记簿的扣1分；资料造假的，本项不得分；没有管理任务的，得满分。"},
  {名称: 巡查, 分值: 4, 评分标准: "巡查不到位的，酌情扣1-2分；记录不规范的，酌情扣0.5-1分；记录缺失的，每缺一份扣0.5分。"},
]"""
BY = "评定人: 复核组, 依据: 核查记录"


def evaluated(name: str, rating: str) -> Evaluation:
    return run(TABLE, f"评定: {{{name}: {{{rating}, {BY}}}}}")


def rated(name: str, rating: str) -> Result:
    return next(one for one in evaluated(name, rating).results if one.indicator.name == name)


def span(name: str, rating: str) -> str:
    found = rated(name, rating)
    low, high = decimal_text(found.low), decimal_text(found.high)
    return f"{found.status.word} {low}" if low == high else f"{found.status.word} {low}～{high}"


# ── What can be written ──────────────────────────────────────────────────────────────────────────

SAID = {
    # what was found
    "简报": {
        "发现: {迟报: 2, 差错: 1}": "评定 3",
        "发现: {迟报: 2天}": "评定 4",
        "发现: {差错: 9}": "评定 3",
        "发现: {差错: 否}": "评定 5",
        "发现: 无": "评定 5",
        "发现: {按时报送: 否}": "评定 3",
        "次数: {迟报: 1}": "评定 4.5",
        "次数: 2": "待定 3～4",  # of which it is is not said
        "次数: 2, 发现: {迟报: 1}": "评定 2.5",
        # what is met
        "达到: [1, 2]": "评定 5",
        "达到: [1]": "评定 2",
        "达到: 1": "评定 2",
        "达到: ①②": "评定 5",
        "达到: 1、2": "评定 5",
        "达到: 1-2": "评定 5",
        "达到: 全部": "评定 5",
        "达到: 无": "评定 0",
        "达到: []": "评定 0",
        "达到: 按时报送": "评定 2",
        "达到: [按时报送, 内容准确]": "评定 5",
        "达到: [报送, 2]": "评定 5",  # part of the words of one only
        "达到: [1, 2], 发现: {迟报: 1}": "评定 4.5",
        "达到: [2], 发现: {迟报: 1}": "评定 3",  # nothing of the first is left to take from
    },
    "台账": {
        "达到: [1, 2]": "评定 6",
        "达到: [1]": "待定 2～6",
        "达到: [1], 扣分: 1.5": "评定 4.5",
        "达到: [1], 扣分: 0": "评定 6",
        "达到: [1], 发现: {不完整: 扣1.5分}": "评定 4.5",
        "达到: [1], 发现: {不完整: 1.5}": "评定 4.5",
        "达到: [1], 扣分: {不完整: 1.5}": "评定 4.5",
        "达到: [1, 2], 发现: [不完整]": "待定 2～6",
        "达到: [2], 发现: [未制定]": "评定 4",
        "发现: {制定办法: 是, 登记完整: 是}": "评定 6",
        "发现: {制定: 是, 登记完整: 是}": "评定 6",
        "发现: {制定: 否, 登记完整: 是}": "评定 4",
        "发现: [制定办法, 登记完整]": "评定 6",
        "扣分: 4": "评定 0",
    },
    "获奖": {
        "档次: 省级": "评定 2",
        "等级: 省级": "评定 2",
        "档次: 省级表彰": "评定 2",
        "达到: 2": "评定 2",
        "达到: [2, 3]": "评定 2",  # the best of them counts
        "达到: [市级表彰, 国家级]": "评定 4",
        "发现: [市级表彰]": "评定 1",
        "发现: 无": "评定 0",
        "达到: 无": "评定 0",
    },
    "管理": {
        "发现: {漏报: 1, 无登记簿: 是}": "评定 2",
        "发现: [无登记簿]": "评定 4",
        "发现: 无登记簿": "评定 4",
        "发现: {无登记簿: 否, 漏报: 2}": "评定 1",
        "发现: {漏报: 0}": "评定 5",
        "次数: 2": "评定 1",
        "次数: 2, 发现: [资料造假]": "评定 0",
        "发现: [造假]": "评定 0",
        "发现: {没有管理任务: 是}": "免评 5",
        "发现: {没有管理任务: 否, 漏报: 1}": "评定 3",
        "事实: 没有管理任务": "免评 5",
        "事实: 没有管理任务, 成立: 否": "待定 0～5",
    },
    "巡查": {
        "扣分: {巡查不到位: 1.5, 记录不规范: 0.5}": "评定 2",
        "扣分: {巡查: 2}, 发现: {记录缺失: 1}": "评定 1.5",
        "发现: {巡查不到位: 是}": "待定 2～3",
        "发现: {巡查不到位: 1, 记录不规范: 是}, 次数: 1": "待定 1.5～2",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "rating", "score"),
    [(name, rating, score) for name, said in SAID.items() for rating, score in said.items()],
    ids=str,
)
def test_what_a_rating_says_is_scored(name: str, rating: str, score: str) -> None:
    """Worked out by hand: what is not named was not found, what is not listed is not met."""
    assert span(name, rating) == score


def test_without_a_rating_all_is_open_and_the_inputs_are_named() -> None:
    """What is missing says what is asked for."""
    found = rated("获奖", "发现: 无"), rated("简报", "发现: 无"), run(TABLE).results
    assert found[0].missing == found[1].missing == ()
    missing = {one.indicator.name: [each.name for each in one.missing] for one in found[2]}
    assert missing["简报"] == ["评定：简报（按时报送、迟报、内容准确、差错）"]
    assert missing["获奖"] == ["评定：获奖（获国家级表彰等档次）"]
    assert [(one.low, one.high) for one in found[2]] == [(0, one.indicator.points) for one in found[2]]
    assert (
        str(found[2][0].explanation) == "缺少评定：简报（按时报送、迟报、内容准确、差错），得分在0至5分之间。"
    )


def test_what_is_open_is_asked_for_by_its_name() -> None:
    """Each thing that is still to be said, with the points that hang on it."""
    found = rated("台账", "达到: [1]")
    assert [(one.name, one.could_move) for one in found.missing] == [("评定：台账（扣分：不完整）", 4)]
    found = rated("巡查", "发现: {巡查不到位: 是, 记录不规范: 是}")
    assert [(one.name, one.could_move) for one in found.missing] == [
        ("评定：巡查（扣分：巡查不到位）", 1),
        ("评定：巡查（扣分：记录不规范）", Fraction(1, 2)),
    ]


def test_several_opinions_are_several_ways() -> None:
    """Two reviewers who found different things leave a range, each with a name."""
    ratings = f"[{{发现: {{迟报: 2}}, {BY}}}, {{发现: {{差错: 2}}, 评定人: 乙, 依据: 抽查}}]"
    found = run(TABLE, f"评定: {{简报: {ratings}}}").results[0]
    assert (found.status.word, found.low, found.high) == ("待定", 3, 4)
    assert [str(one.assumption) for one in found.alternatives] == ["按复核组的评定", "按乙的评定"]


# ── The ledger ───────────────────────────────────────────────────────────────────────────────────


def told(name: str, rating: str) -> list[str]:
    return [str(cut.reason) for cut in rated(name, rating).deductions]


def test_each_rule_that_takes_points_is_a_line_with_its_clause() -> None:
    found = rated("简报", "发现: {迟报: 2, 差错: 9}")
    assert [(cut.input, cut.points, cut.clause) for cut in found.deductions] == [
        ("迟报", 1, "每迟报一天扣0.5分"),
        ("差错", 2, "每发现一处差错扣1分"),
    ]
    assert str(found.explanation) == (
        "“迟报”2天，按条款“每迟报一天扣0.5分”，扣1分；"
        "“差错”9处，按条款“每发现一处差错扣1分”，以2分为限，扣2分；共扣3分。"
    )


def test_what_there_was_nothing_left_to_take_from_is_told() -> None:
    assert told("简报", "达到: [2], 发现: {迟报: 3}") == [
        "“按时报送”没有达到，按条款“按时报送的得2分”，扣2分",
        "“迟报”3天，按条款“每迟报一天扣0.5分”，已无分可扣",
    ]
    assert told("管理", "发现: {漏报: 3, 无登记簿: 是}") == [
        "“漏报”3次，按条款“每漏报一次扣2分”，只余5分可扣，扣5分",
        "有“无登记簿”的情况，按条款“无登记簿的扣1分”，已无分可扣",
    ]


def test_a_veto_is_the_only_line() -> None:
    assert told("管理", "发现: {资料造假: 是, 漏报: 1}") == [
        "有“资料造假”的情况，按条款“资料造假的，本项不得分”，扣5分"
    ]


def test_what_discretion_took_and_what_it_leaves_open() -> None:
    assert told("台账", "达到: [1], 扣分: 1") == ["有“不完整”的情况，按条款“不完整的酌情扣分”酌情扣分，扣1分"]
    found = rated("巡查", "发现: [巡查不到位]")
    assert str(found.explanation) == (
        "有“巡查不到位”的情况，按条款“巡查不到位的，酌情扣1-2分”酌情扣分，按最少的计，扣1分；"
        "有“巡查不到位”的情况，按条款“巡查不到位的，酌情扣1-2分”酌情扣分，评定没有写扣几分。"
        "缺少评定：巡查（扣分：巡查不到位），得分在2至3分之间。"
    )


def test_nothing_lost_is_told_as_that() -> None:
    assert str(rated("简报", "发现: 无").explanation) == "各条都没有扣分，得满分。"


# ── What is refused ──────────────────────────────────────────────────────────────────────────────

REFUSED = {
    "简报": {
        "发现: {迟到: 2}": "评分标准里没有“迟到”，是否为“迟报”；可写的有：按时报送、迟报、内容准确、差错",
        "发现: {报: 2}": "评分标准里没有“报”",  # one sign names nothing
        "发现: {迟报: 是}": "“是”不是数目，“迟报”应写数到几，如 2",
        "发现: [迟报]": "“迟报”要写数到几，如 {迟报: 3}",
        "发现: {迟报: 1.5}": "次数应是不小于零的整数，不是1.5",
        "发现: {迟报: 30%}": "“30%”不是数目",
        "发现: {按时报送: 2}": "“按时报送”应写 是 或 否，不是“2”",
        "达到: [3]": "评分标准里可以写序号的只有2处，没有第3处",
        "达到: [1, 1]": "“1”前面已经写过（同是“按时报送”），只能写一处",
        "达到: 1、1": "第1项写了两次",
        "达到: [1, 按时报送]": "“按时报送”前面已经写过",
        "达到: [迟报]": "“迟报”请写在“发现”下",
        "达到: [2], 发现: {按时报送: 是}": "“按时报送”没有列在“达到”里，这里却写了达到",
        "达到: [1], 发现: {按时报送: 否}": "“1”前面已经写过（同是“按时报送”），只能写一处",
        "档次: 较好": "“较好”不是评分标准里的档次",
        "扣分: 1": "评分标准没有要写“扣分”的地方，可写的有：",
        "得分: 3": "评分标准没有要写“得分”的地方",
        "符合: 是": "“符合”不知道说的是哪一处（“按时报送”、“内容准确”），请按名称写",
        "次数: 1.5": "次数应是不小于零的整数",
        "档次: {迟报: 多}": "“迟报”不是分档次的，请写在“发现”下",
        "次数: {按时报送: 2}": "“按时报送”不是按次数计的，请写在“发现”下",
        "次数: {迟报: 1}, 发现: {迟报: 2}": "已经写过（同是“迟报”），只能写一处",
    },
    "台账": {
        "发现: {制定办法: 是, 未制定: 是}": "“未制定”前面已经写过（同是“制定办法”），只能写一处",
        "扣分: 5": "扣5分不在“不完整的酌情扣分”允许的范围内",
        "达到: [不完整]": "“不完整”请写在“发现”下",
    },
    "获奖": {
        "档次: 表彰": "“表彰”不止对应一个档次",
        "档次: 县级": "“县级”不是评分标准里的档次，可用：获国家级表彰、省级表彰、市级表彰",
        "档次: 省级, 达到: [3]": "已经写过",
    },
    "管理": {
        "达到: [1]": "第1处“无登记簿”是扣分的情况，请写在“发现”下：发现: {无登记簿: 是}",
        "发现: {没有管理任务: 3}": "“没有管理任务”应写 是 或 否，不是“3”",
    },
    "巡查": {"扣分: 1": "“扣分”不知道说的是哪一处（“巡查不到位”、“记录不规范”），请按名称写"},
}


@pytest.mark.parametrize(
    ("name", "rating", "problem"),
    [(name, rating, problem) for name, said in REFUSED.items() for rating, problem in said.items()],
    ids=str,
)
def test_what_fits_no_rule_is_refused(name: str, rating: str, problem: str) -> None:
    (message,) = refusals(TABLE, f"评定: {{{name}: {{{rating}, {BY}}}}}")
    assert message.startswith(f"指标“{name}”的评定：")
    assert problem in message
