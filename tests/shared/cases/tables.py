"""A table with one indicator of every kind, one that is not understood, and one that is bent."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import ExemptionFact, Indicator, Item, Ruleset, Scope, Text
from jixiao.quantity import find_unit
from shared.sentences.several import AWARDS, BULLETINS, LEDGERS, POSTS, RATE

FILE = "rules/某市/sample.yaml"
PLACE = Place(FILE, 1, 1)
ITEMS = {
    name: Item(name, find_unit(unit), name)
    for name, unit in (("在职人员数", "人"), ("编制数", "人"), ("执行数", "万元"), ("预算数", "万元"))
}
STANDARDS = (
    (
        "在职人员控制率",
        5,
        "在职人员数 / 编制数",
        "在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。",
    ),
    ("预算控制率", 5, "", "预算控制率=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%的不得分。"),
    ("预算执行率", 10, "执行数 / 预算数", "按完成比例计算得分，低于60%不得分。没有预算的，得满分。"),
    ("成本控制率", 6, "", "不超过100%的，得满分；未达到的，按完成比例计分。"),
    ("迟报次数", 6, "", "全部按时的得6分；1-3次未按时的得4分；4-6次的得2分；7次及以上的不得分。"),
    ("资金使用合规性", 6, "", "①支出合规；②手续完整。以上每出现一例不符合的扣2分，扣完为止。"),
    ("管理制度健全性", 3, "", "①建立了财务制度，1分；②制度合法、合规、完整，1分；③制度得到有效执行，1分。"),
    ("行政效能", 6, "", "效果较好的计6分；效果一般的计3分；无效果或者效果不明显的计0分。"),
    ("档案管理", 2, "", "资料齐全的得2分，不齐全的扣2分。"),
    ("组织管理", 6, "", "组织管理到位的得6分；执行不力的酌情扣分，扣完为止。"),
)
BROKEN = ("三公经费变动率", 5, "", "三公经费变动率0，计5分；每超过一个百分点扣0.5分。")


def indicator(number: int, name: str, points: int, formula: str, standard: str) -> Indicator:
    """Give an indicator; every third one is reconstructed."""
    place = Place(FILE, 10 * number, 5)
    exemptions = (ExemptionFact("没有预算", Text("预算数 = 0", place)),) if "没有预算" in standard else ()
    return Indicator(
        name,
        f"indicator-{number}",
        Fraction(points),
        Text(standard, Place(FILE, 10 * number + 3, 11)),
        place,
        category=("投入" if number < 4 else "过程", "预算配置"),
        formula=Text(formula, place) if formula else None,
        exemptions=exemptions,
        provenance="推定" if number % 3 == 0 else "官方",
    )


def table(*, broken: bool = False, title: str = "某市部门整体支出绩效评价指标表") -> Ruleset:
    """Give the table, with the sentence that is not understood where that is asked for."""
    rows = (*STANDARDS, BROKEN) if broken else STANDARDS
    indicators = tuple(indicator(number, *row) for number, row in enumerate(rows, start=1))
    block = Indicator(
        "产出指标", "outputs", Fraction(40),
        Text("达到目标值的得满分，未达到的按完成比例计分。", Place(FILE, 200, 11)), Place(FILE, 198, 5),
        category=("产出",), is_block=True,
        qualitative=Text("达成的，按分值的100%-80%（含80%）计分；未达成的，按分值的80%-0%计分。", Place(FILE, 201, 11)),
    )  # fmt: skip
    whole = (*indicators, block)
    return Ruleset(
        title=title,
        id="sample-department",
        version="2025",
        scope=Scope("某省某市", "部门整体支出", (2025,)),
        full=sum((one.points for one in whole), Fraction(0)),
        grades=(("优", Fraction(90)), ("良", Fraction(80)), ("中", Fraction(60)), ("差", Fraction(0))),
        indicators=whole,
        items=ITEMS,
        digest="0123456789abcdef" * 4,
        place=PLACE,
        basis="某市财政局的指标表。",
        readings={"得分小数位": "2"},
    )


def sums() -> Ruleset:
    """Give a table whose sentences add several small rules up, the last with a formula for its own value."""
    rows = [(name, points, "", text) for name, points, text in (BULLETINS, LEDGERS, AWARDS, POSTS)]
    rows.append((RATE[0], RATE[1], "在职人员数 / 编制数", RATE[2]))
    indicators = tuple(indicator(number, *row) for number, row in enumerate(rows, start=1))
    full = sum((one.points for one in indicators), Fraction(0))
    return replace(
        table(title="某县分条评分的指标表"), indicators=indicators, full=full, grades=(("差", Fraction(0)),)
    )
