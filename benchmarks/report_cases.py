"""Whole reports as case files: some sixty figures each, as departments print them, and mistakes among them.

Around the figures of `figures.Varied`, which decide the scores, stand those that reports give besides: revenue and
spending with their parts, the three public expenses with theirs, figures said again elsewhere, and what the
department claims. Everything agrees, until one to three figures are broken: digits exchanged, a unit mistaken, a part
left out. The same in every run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from figures import ITEMS, SEED, Figures, Varied

CENT = Decimal("0.01")
RATES = {
    "在职人员控制率": ("staff", "posts"),
    "预算控制率": ("added_budget", "initial_budget"),
    "公用经费控制率": ("operating_actual", "operating_budget"),
    "“三公经费”控制率": ("three_public_actual", "three_public_budget"),
    "重点工作实际完成率": ("works_done", "works_planned"),
}
"""Indicators whose rate a report claims, and what it divides by what."""
FULL = {
    "在职人员控制率": 5, "“三公经费”变动率": 5, "预算完成率": 5, "预算控制率": 5, "公用经费控制率": 8,
    "“三公经费”控制率": 7, "政府采购执行率": 6, "管理制度健全性": 8, "资金使用合规性": 6, "行政效能": 6,
}  # fmt: skip
"""Indicators that reports score themselves, with their full marks."""


@dataclass(frozen=True)
class Said:
    """One figure as the report prints it, and where."""

    item: str
    value: Decimal
    unit: str
    place: str

    @property
    def yaml(self) -> str:
        """Give it as a statement of a case file."""
        unit = "'%'" if self.unit == "%" else self.unit
        return f"{{值: {self.value:f}, 单位: {unit}, 出处: 自评报告 {self.place}}}"


class Report:
    """One report: its figures, the parts of some, and the case that lies under it."""

    def __init__(self, number: int, random: Random) -> None:
        self.number = number
        self.varied = Varied(number, random)
        spending = _spending(self.varied.figures, random)
        self.parts = _parts(self.varied.figures, spending, random)
        self.said = _break(_said(self.varied.figures, spending, random), random)
        self.claimed = _claimed(random)

    @property
    def size(self) -> int:
        """How many figures the report prints, without its claims."""
        return len(self.said) + sum(map(len, self.parts.values()))

    @property
    def is_intact(self) -> bool:
        """Whether no figure that decides a score is broken."""
        right = {ITEMS[name]: figure for name, figure in self.varied.figures.items()}
        deciding = {item for item, _ in right}
        return all(right.get((one.item, one.unit)) == one.value for one in self.said if one.item in deciding)

    def case_file(self) -> str:
        """Give the case file."""
        return "\n".join(
            [*self._head(), *self._data(), *self._breakdowns(), *self._ratings(), *self._claims(), ""]
        )

    def _head(self) -> Iterator[str]:
        yield f"案例: 某市驻外联络处 {self.number} 2022 年度部门整体支出"
        yield f"代码: benchmark-{self.number}"
        yield f"单位: 某市驻外联络处 {self.number}"
        yield from (
            "地区: 湖南省怀化市",
            "年度: 2022",
            "对象: 部门整体支出",
            "指标表: huaihua-department@2022",
        )
        yield f"来源: {{自评报告: report-{self.number}.docx}}"

    def _data(self) -> Iterator[str]:
        yield "\n数据:"
        stated: dict[str, list[Said]] = {}
        for one in self.said:
            stated.setdefault(one.item, []).append(one)
        for item, [first, *more] in stated.items():
            if more:
                yield f"  {item}:"
                yield from (f"    - {one.yaml}" for one in (first, *more))
            else:
                yield f"  {item}: {first.yaml}"

    def _breakdowns(self) -> Iterator[str]:
        yield "\n明细:"
        for item, parts in self.parts.items():
            yield f"  {item}:"
            yield from (f"    {part.item}: {part.yaml}" for part in parts)

    def _ratings(self) -> Iterator[str]:
        yield "\n评定:"
        for indicator, judged in self.varied.judgements().items():
            yield f"  {indicator}: {json.dumps(judged, ensure_ascii=False)}"

    def _claims(self) -> Iterator[str]:
        figures = self.varied.figures
        total = sum(self.claimed.values(), Decimal(100 - sum(FULL[one] for one in self.claimed)))
        yield f"\n自评:\n  总分: {total:f}\n  等级: {'优' if total >= 90 else '良'}\n  出处: 自评报告 五\n  指标:"
        for place, (indicator, points) in enumerate(self.claimed.items(), start=1):
            top, bottom = (figures[name] for name in RATES.get(indicator, ("posts", "posts")))
            rate = f"比率: {_percent(top, bottom):f}%, " if indicator in RATES and bottom else ""
            yield f"    {indicator}: {{{rate}得分: {points:f}, 出处: 自评报告 四（一）{place}}}"


def reports(count: int) -> Iterator[Report]:
    """Yield that many reports, the same in every run."""
    random = Random(SEED)
    return (Report(number, random) for number in range(1, count + 1))


def write_reports(folder: Path, count: int) -> list[Report]:
    """Write that many case files into a folder; gives their reports, in the order of the files' names."""
    written = list(reports(count))
    for report in written:
        (folder / f"case-{report.number:06}.yaml").write_text(report.case_file(), encoding="utf-8")
    return written


def _spending(figures: Figures, random: Random) -> Figures:
    """Give what was spent, by the names of the items; it all came in within the year."""
    staff, projects = (Decimal(random.randint(5_000, 40_000)) / 100 for _ in range(2))
    basic = staff + figures["operating_actual"]
    return {"人员经费决算": staff, "基本支出决算": basic, "项目支出": projects, "支出决算": basic + projects}


def _said(figures: Figures, spending: Figures, random: Random) -> list[Said]:
    deciding = [(*ITEMS[name], figure) for name, figure in figures.items()]
    stated = [
        *(
            Said(item, figure, unit, f"二（{place}）")
            for place, (item, unit, figure) in enumerate(deciding, 1)
        ),
        *_besides(figures, spending, random),
    ]
    again = random.sample([one for one in stated if one.value], 10)
    return [*stated, *(replace(one, place="六（二）") for one in again)]


def _besides(figures: Figures, spending: Figures, random: Random) -> list[Said]:
    """Give what a report says beside the figures that decide the scores."""
    spent, carried = spending["支出决算"], figures["carried_over"]
    fiscal = spent - Decimal(random.randint(0, 500)) / 100
    three_actual, three_budget = figures["three_public_actual"], figures["three_public_budget"]
    money = {
        **spending,
        "收入决算": spent,
        "收入总计": spent + carried,
        "支出总计": spent + carried,
        "财政拨款收入": spent,
        "一般公共预算财政拨款支出": fiscal,
        "机关运行经费决算": figures["operating_actual"],
        "三公经费决算较预算增减额": three_actual - three_budget,
        "会议费决算": Decimal(random.randint(10, 900)) / 100,
        "培训费决算": Decimal(random.randint(10, 900)) / 100,
    }
    rates = {
        "预算追加率": _percent(figures["added_budget"], figures["initial_budget"]),
        "一般公共预算财政拨款支出占比": _percent(fiscal, spent),
        "三公经费预算完成率": _percent(three_actual, three_budget),
    }
    counts = {"公务接待团组数": "个", "公务接待人次": "人次", "公务用车保有量": "辆", "退休人员数": "人"}
    rows = [
        *((item, value, "万元") for item, value in money.items()),
        *((item, value, "%") for item, value in rates.items()),
        *((item, Decimal(random.randint(1, 90)), unit) for item, unit in counts.items()),
    ]
    return [Said(item, value, unit, f"一（{place}）") for place, (item, value, unit) in enumerate(rows, 1)]


def _parts(figures: Figures, spending: Figures, random: Random) -> dict[str, list[Said]]:
    """Give figures by their parts, each time the whole of it."""
    spent, three_public = spending["支出决算"], figures["three_public_actual"]
    wholes = {
        "三公经费决算": (three_public, ("公务接待费", "公务用车运行维护费", "因公出国（境）费")),
        "收入决算": (spent, ("一般公共预算财政拨款收入", "其他收入")),
        "支出决算": (spent, ("一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "其他支出")),
    }
    return {item: _split(whole, names, random) for item, (whole, names) in wholes.items()}


def _split(whole: Decimal, names: tuple[str, ...], random: Random) -> list[Said]:
    found, left = [], whole
    for name in names[:-1]:
        part = (left * random.randint(50, 90) / 100).quantize(CENT)
        found.append(Said(name, part, "万元", "二（一）3"))
        left -= part
    return [*found, Said(names[-1], left, "万元", "二（一）3")]


def _percent(top: Decimal, bottom: Decimal) -> Decimal:
    return (top / bottom * 100).quantize(CENT)


def _claimed(random: Random) -> dict[str, Decimal]:
    """Give what the department claims of half of the indicators that it likes to speak of."""
    chosen = random.sample(sorted(FULL), len(FULL) // 2)
    return {indicator: FULL[indicator] - Decimal(random.choice((0, 0, 0, 1))) / 2 for indicator in chosen}


def _break(said: list[Said], random: Random) -> list[Said]:
    """Give the figures with one to three of them not as they should be."""
    broken = set(random.sample(range(len(said)), random.randint(1, 3)))
    return [_slip(one, random) if place in broken else one for place, one in enumerate(said)]


def _slip(one: Said, random: Random) -> Said:
    if one.unit == "万元" and random.random() < 0.3:
        return replace(one, unit="元")
    digits = f"{one.value:f}"
    place = random.choice([place for place, digit in enumerate(digits) if digit.isdecimal()])
    changed = str((int(digits[place]) + random.randint(1, 8)) % 10)
    return replace(one, value=Decimal(digits[:place] + changed + digits[place + 1 :]))


if __name__ == "__main__":
    print(next(reports(1)).case_file())
