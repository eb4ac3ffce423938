"""The 16 indicators of huaihua-department@2022 as somebody would put them to another engine.

The peers' languages differ, so each module of a peer writes its own model from these rows; what is
shared is what the table says. `working` and `calculation` name figures as `figures.ITEMS` does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Steps:
    """Full marks at the limit; `each` points off for every `step` over or under it."""

    id: str
    name: str
    points: float
    calculation: str
    working: str
    step: float
    each: float
    clause: str
    limit: float = 1.0
    over: bool = True
    under: bool = False
    exempt_if: str = ""
    exemption: str = ""


@dataclass(frozen=True)
class Bands:
    """The first band whose bound the value reaches, from above; or does not pass, from below."""

    id: str
    name: str
    points: float
    calculation: str
    working: str
    sense: str
    bands: tuple[tuple[float | None, float, str, str], ...]
    """Bound (None: whatever is left), points, clause, and where the value lies."""


@dataclass(frozen=True)
class Proportion:
    """Value × full marks, at most full marks."""

    id: str
    name: str
    points: float
    calculation: str
    working: str
    clause: str


@dataclass(frozen=True)
class Checklist:
    """Each entry that is met earns its points."""

    id: str
    name: str
    points: float
    each: float
    entries: tuple[str, ...]


@dataclass(frozen=True)
class Breaches:
    """So many points off for each breach."""

    id: str
    name: str
    points: float
    each: float
    clause: str


@dataclass(frozen=True)
class Levels:
    """The level that was rated picks the points."""

    id: str
    name: str
    points: float
    levels: tuple[tuple[str, float, str], ...]


Indicator = Steps | Bands | Proportion | Checklist | Breaches | Levels

_ALL_BUDGET = (
    "上年结转 {carried_over} 万元 ＋ 年初预算 {initial_budget} 万元 ＋ 本年追加预算 {added_budget} 万元"
)
_NO_BUILDING = "没有楼堂馆所项目，按条款“没有楼堂馆所项目的，得满分”得满分"
_EACH_1_PERCENT, _EACH_5_PERCENT = "每超出1%扣1分", "每超出5%扣2分"
_EACH_POINT = "每超过一个百分点扣0.5分"

TABLE: tuple[Indicator, ...] = (
    Steps(
        "staff_control", "在职人员控制率", 5,
        "staff / posts", "在职人员数 {staff} 人 ÷ 编制数 {posts} 人",
        0.01, 0.5, _EACH_POINT,
    ),
    Steps(
        "three_public_change", "“三公经费”变动率", 5,
        "(three_public_budget - three_public_before) / three_public_before",
        "(三公经费预算 {three_public_budget} 万元 - 上年三公经费预算 {three_public_before} 万元)"
        " ÷ 上年三公经费预算 {three_public_before} 万元",
        0.01, 0.5, _EACH_POINT, limit=0.0,
    ),
    Steps(
        "budget_completion", "预算完成率", 5,
        "(carried_over + initial_budget + added_budget - left_over)"
        " / (carried_over + initial_budget + added_budget)",
        f"({_ALL_BUDGET} - 年末结余 {{left_over}} 万元) ÷ ({_ALL_BUDGET})",
        0.05, 2.0, "每低于5%扣2分", over=False, under=True,
    ),
    Bands(
        "budget_control", "预算控制率", 5,
        "added_budget / initial_budget", "本年追加预算 {added_budget} 万元 ÷ 年初预算 {initial_budget} 万元",
        "<=",
        (
            (0.0, 5, "预算控制率=0，计5分", "等于0"),
            (0.1, 4, "0-10%（含），计4分", "在0至10%之间"),
            (0.2, 3, "10-20%（含），计3分", "在10%至20%之间"),
            (0.3, 2, "20-30%（含），计2分", "在20%至30%之间"),
            (None, 0, "大于30%的不得分", "大于30%"),
        ),
    ),
    Steps(
        "building_area", "新建楼堂馆所面积控制率", 5,
        "area_built / area_approved", "实际建设面积 {area_built} 平方米 ÷ 批准建设面积 {area_approved} 平方米",
        0.05, 2.0, _EACH_5_PERCENT,
        exempt_if="area_approved == 0.0 and area_built == 0.0", exemption=_NO_BUILDING,
    ),
    Steps(
        "building_investment", "新建楼堂馆所投资概算控制率", 5,
        "investment_made / investment_approved",
        "实际投资金额 {investment_made} 万元 ÷ 批准投资概算 {investment_approved} 万元",
        0.05, 2.0, _EACH_5_PERCENT,
        exempt_if="investment_approved == 0.0 and investment_made == 0.0", exemption=_NO_BUILDING,
    ),
    Steps(
        "operating_control", "公用经费控制率", 8,
        "operating_actual / operating_budget",
        "公用经费决算 {operating_actual} 万元 ÷ 公用经费预算 {operating_budget} 万元",
        0.01, 1.0, _EACH_1_PERCENT,
    ),
    Steps(
        "three_public_control", "“三公经费”控制率", 7,
        "three_public_actual / three_public_budget",
        "三公经费决算 {three_public_actual} 万元 ÷ 三公经费预算 {three_public_budget} 万元",
        0.01, 1.0, _EACH_1_PERCENT,
    ),
    Steps(
        "procurement", "政府采购执行率", 6,
        "procured / procurement_budget",
        "实际政府采购金额 {procured} 万元 ÷ 政府采购预算 {procurement_budget} 万元",
        0.05, 2.0, "每超过或低于5%扣2分", under=True,
        exempt_if="procurement_budget == 0.0 and procured == 0.0",
        exemption="没有政府采购，按条款“没有政府采购的，得满分”得满分",
    ),
    Checklist(
        "institutions", "管理制度健全性", 8, 2.0,
        (
            "建立了财务管理和会计核算制度，2分",
            "建立了厉行节约制度，2分",
            "制度合法合规完整，2分",
            "制度得到有效执行，2分",
        ),
    ),
    Breaches("fund_compliance", "资金使用合规性", 6, 1.0, "以上每出现一例不符合的扣1分"),
    Checklist(
        "disclosure", "预决算信息公开性", 5, 1.0,
        (
            "按规定内容公开，1分",
            "按规定时限公开，1分",
            "公开的信息真实，1分",
            "公开的信息完整，1分",
            "公开的信息准确，1分",
        ),
    ),
    Proportion(
        "key_work", "重点工作实际完成率", 8,
        "works_done / works_planned", "重点工作完成数 {works_done} 项 ÷ 重点工作计划数 {works_planned} 项",
        "得分=重点工作实际完成率×8",
    ),
    Levels(
        "benefit", "经济效益和社会效益", 10,
        (
            ("效果明显", 10, "效果明显的计10分"),
            ("效果较明显", 7, "效果较明显的计7分"),
            ("效果一般", 4, "效果一般的计4分"),
            ("效果不明显", 0, "效果不明显的计0分"),
        ),
    ),
    Levels(
        "efficiency", "行政效能", 6,
        (
            ("效果较好", 6, "效果较好的计6分"),
            ("效果一般", 3, "效果一般的计3分"),
            ("无效果或者效果不明显", 0, "无效果或者效果不明显的计0分"),
        ),
    ),
    Bands(
        "satisfaction", "社会公众或服务对象满意度", 6,
        "satisfied / 100.0", "满意度 {satisfied}%",
        ">=",
        (
            (0.9, 6, "90%（含）以上计6分", "不低于90%"),
            (0.8, 4, "80%（含）-90%计4分", "在80%至90%之间"),
            (0.7, 2, "70%（含）-80%计2分", "在70%至80%之间"),
            (None, 0, "低于70%计0分", "低于70%"),
        ),
    ),
)  # fmt: skip
