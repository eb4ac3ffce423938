"""Varied figures for the 16 indicators, the same for every contender, and case files of them.

Every case is complete: each indicator comes out at one score. The table is silent on 不足一步, so
figures that lose points step by step lie on whole steps, where every reading gives the same.
"""

from __future__ import annotations

import json
from decimal import Decimal
from random import Random

SEED = 2022

ITEMS = {
    "staff": ("在职人员数", "人"),
    "posts": ("编制数", "人"),
    "three_public_budget": ("三公经费预算", "万元"),
    "three_public_before": ("上年三公经费预算", "万元"),
    "three_public_actual": ("三公经费决算", "万元"),
    "carried_over": ("上年结转", "万元"),
    "initial_budget": ("年初预算", "万元"),
    "added_budget": ("本年追加预算", "万元"),
    "left_over": ("年末结余", "万元"),
    "area_built": ("实际建设面积", "平方米"),
    "area_approved": ("批准建设面积", "平方米"),
    "investment_made": ("实际投资金额", "万元"),
    "investment_approved": ("批准投资概算", "万元"),
    "operating_actual": ("公用经费决算", "万元"),
    "operating_budget": ("公用经费预算", "万元"),
    "procured": ("实际政府采购金额", "万元"),
    "procurement_budget": ("政府采购预算", "万元"),
    "works_done": ("重点工作完成数", "项"),
    "works_planned": ("重点工作计划数", "项"),
    "satisfied": ("满意度", "%"),
}
"""Name for the peers, whose languages take ASCII names only → item of the table, and its unit."""

CHECKLISTS = {"institutions": "管理制度健全性", "disclosure": "预决算信息公开性"}
LEVELS = {"benefit": "经济效益和社会效益", "efficiency": "行政效能"}
COUNTS = {"fund_compliance": "资金使用合规性"}

Figures = dict[str, Decimal]
Ratings = dict[str, list[int] | str | int]


class Varied:
    """One case: a figure for each item, and the ratings of the five indicators that are judged."""

    def __init__(self, number: int, random: Random) -> None:
        self.number = number
        self.figures: Figures = {
            **_staff(random),
            **_three_public(random),
            **_budget(random),
            **_building(random),
            **_operating(random),
            **_procurement(random),
            **_results(random),
        }
        self.ratings: Ratings = _ratings(random)

    def inputs(self) -> dict[str, object]:
        """Give what the peers take: figures as floats, in the printed unit, and the ratings."""
        return {**{name: float(figure) for name, figure in self.figures.items()}, **self.ratings}

    def case_file(self) -> str:
        """Give what Jixiao takes: a case file, in JSON, which is YAML."""
        data = {
            ITEMS[name][0]: {"值": f"{figure:f}", "单位": ITEMS[name][1], "出处": f"自评报告 二（{place}）"}
            for place, (name, figure) in enumerate(self.figures.items(), start=1)
        }
        case = {
            "案例": f"基准测试 {self.number}",
            "代码": f"benchmark-{self.number}",
            "单位": "某市驻外联络处",
            "地区": "湖南省怀化市",
            "年度": 2022,
            "对象": "部门整体支出",
            "指标表": "huaihua-department@2022",
            "数据": data,
            "评定": self.judgements(),
        }
        return json.dumps(case, ensure_ascii=False, indent=1)

    def judgements(self) -> dict[str, dict[str, object]]:
        """Give 评定 of a case file: what was judged of each indicator without a formula."""
        said = {"评定人": "复核组", "依据": "现场核查", "出处": "核查记录 3"}
        kinds = (("达到", CHECKLISTS), ("等级", LEVELS), ("次数", COUNTS))
        return {
            indicator: {key: self.ratings[name], **said}
            for key, indicators in kinds
            for name, indicator in indicators.items()
        }


def varied_cases(count: int) -> list[Varied]:
    """Give that many cases, the same in every run."""
    random = Random(SEED)
    return [Varied(number, random) for number in range(1, count + 1)]


def _within(random: Random, limit: Decimal) -> Decimal:
    """Give a figure somewhat below a limit, to two decimals."""
    return (limit * random.randint(60, 100) / 100).quantize(Decimal("0.01"))


def _beyond(random: Random, limit: Decimal, percent: int, most: int) -> Decimal:
    """Give a figure within a limit, or one to so many whole steps of that percentage above it."""
    if random.random() < 0.5:
        return _within(random, limit)
    return limit * (100 + percent * random.randint(1, most)) / 100


def _staff(random: Random) -> Figures:
    posts = random.choice((10, 20, 25, 50, 100))
    over = (
        random.randint(1, max(1, posts * 12 // 100))
        if random.random() < 0.5
        else -random.randint(0, posts // 3)
    )
    return {"posts": Decimal(posts), "staff": Decimal(posts + over)}


def _three_public(random: Random) -> Figures:
    before = Decimal(random.randint(10, 90))
    budget = _beyond(random, before, 1, 12)
    return {
        "three_public_before": before,
        "three_public_budget": budget,
        "three_public_actual": _beyond(random, budget, 1, 9),
    }


def _budget(random: Random) -> Figures:
    initial = Decimal(random.randint(10_000, 90_000)) / 100
    share = random.choice((0, random.randint(1, 4_500)))
    added = (initial * share / 10_000).quantize(Decimal("0.01"))
    carried = Decimal(random.randint(0, 5_000)) / 100
    left = (initial + added + carried) * 5 * random.choice((0, 0, 1, 2, 3)) / 100
    return {"initial_budget": initial, "added_budget": added, "carried_over": carried, "left_over": left}


def _building(random: Random) -> Figures:
    names = "area_approved", "area_built", "investment_approved", "investment_made"
    if random.random() < 0.6:
        return dict.fromkeys(names, Decimal(0))
    area, investment = Decimal(100 * random.randint(5, 80)), Decimal(10 * random.randint(10, 400))
    figures = area, _beyond(random, area, 5, 4), investment, _beyond(random, investment, 5, 4)
    return dict(zip(names, figures, strict=True))


def _operating(random: Random) -> Figures:
    budget = Decimal(random.randint(20, 300))
    return {"operating_budget": budget, "operating_actual": _beyond(random, budget, 1, 10)}


def _procurement(random: Random) -> Figures:
    budget = Decimal(random.randint(10, 200)) if random.random() < 0.7 else Decimal(0)
    steps = random.choice((0, 0, 0, -3, -2, -1, 1, 2))
    return {"procurement_budget": budget, "procured": budget * (100 + 5 * steps) / 100}


def _results(random: Random) -> Figures:
    planned = random.randint(4, 30)
    done = planned - random.choice((0, 0, random.randint(1, 4)))
    satisfied = Decimal(random.randint(6_500, 9_999)) / 100
    return {"works_planned": Decimal(planned), "works_done": Decimal(done), "satisfied": satisfied}


def _ratings(random: Random) -> Ratings:
    return {
        "institutions": _met(random, 4),
        "fund_compliance": random.choice((0, 0, 0, 1, 2, 3, 7)),
        "disclosure": _met(random, 5),
        "benefit": random.choice(("效果明显", "效果较明显", "效果一般", "效果不明显")),
        "efficiency": random.choice(("效果较好", "效果一般", "无效果或者效果不明显")),
    }


def _met(random: Random, entries: int) -> list[int]:
    """Give the numbers of the entries that are met: all of them, or all but one or two."""
    missed = random.sample(range(1, entries + 1), random.choice((0, 0, 1, 2)))
    return [number for number in range(1, entries + 1) if number not in missed]
