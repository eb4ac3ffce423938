"""All evaluations by one table: who stands where, how grades spread, where points are lost."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.finding import Level
from jixiao.reports.check.content.summary.counts import share_text
from jixiao.reports.check.content.summary.line import Line
from jixiao.reports.check.content.summary.ranking import place_text, places
from jixiao.reports.check.content.tree import Points, Tree, exactly, tree
from jixiao.reports.page.points import range_text

UNSETTLED = "未定"
"""The grade of what may still come out in several."""
DRAFT = "草稿"


def table_content(number: str, table: str, lines: Sequence[Line]) -> Tree:
    """Give what is told of the evaluations by one table."""
    count = len(lines)
    lows, highs = [line.low for line in lines], [line.high for line in lines]
    means = (sum(lows, Fraction(0)) / count, sum(highs, Fraction(0)) / count)
    return tree(
        序号=number,
        指标表=table,
        表名=lines[0].title,
        个数=str(count),
        满分=exactly(lines[0].full),
        最高分=range_text(max(lows), max(highs)),
        最低分=range_text(min(lows), min(highs)),
        平均分=range_text(*means),
        排名=_ranked(lines),
        等级分布=_grades(lines),
        常见失分=_lost(lines),
    )


def _ranked(lines: Sequence[Line]) -> list[Tree]:
    placed = zip(places([(line.low, line.high) for line in lines]), lines, strict=True)
    ranked = sorted(placed, key=lambda one: (one[0], -one[1].low, one[1].name, one[1].code))
    return [_place(place_text(*place), line) for place, line in ranked]


def _place(place: str, line: Line) -> Tree:
    return tree(
        名次=place,
        单位=line.name,
        代码=line.code,
        自评=Points(line.claimed, line.claim),
        得分=Points(line.computed, line.low if line.low == line.high else None),
        最低=exactly(line.low),
        最高=exactly(line.high),
        等级=_grade_text(line.grades),
        结论=line.verdict,
        **{one.word: exactly(Fraction(line.levels.count(one))) for one in Level},
        草稿=DRAFT if line.is_draft else "",
    )


def _grade_text(grades: Sequence[str]) -> str:
    """Write the grades that are possible; of more than two the best and the worst."""
    return f"{grades[0]}～{grades[-1]}" if len(grades) > 2 else "、".join(grades) or "无"


def _grades(lines: Sequence[Line]) -> list[Tree]:
    """Give how many have each grade of the table, best first, then those whose grade is open."""
    settled = [line.grades[0] if len(line.grades) == 1 else UNSETTLED for line in lines]
    names = dict.fromkeys((*(name for line in lines for name in line.every_grade), UNSETTLED))
    return [
        tree(
            名称=name,
            个数=exactly(Fraction(settled.count(name))),
            占比=share_text(settled.count(name), len(lines)),
        )
        for name in names
    ]


@dataclass(slots=True)
class _Loss:
    points: Fraction
    cases: int = 0
    lost: Fraction = Fraction(0)
    waiting: int = 0


def _lost(lines: Sequence[Line]) -> list[Tree]:
    """Give the indicators that are not full somewhere, those of which most points are lost first."""
    found: dict[str, _Loss] = {}
    for line in lines:
        for one in line.shortfalls:
            loss = found.setdefault(one.indicator, _Loss(one.points))
            loss.cases += one.lost > 0
            loss.lost += one.lost
            loss.waiting += one.is_open
    ranked = sorted(found.items(), key=lambda one: (-one[1].lost, -one[1].cases, -one[1].waiting))
    return [
        tree(
            指标=name,
            分值=exactly(one.points),
            失分个数=exactly(Fraction(one.cases)),
            失分合计=exactly(one.lost),
            待定个数=exactly(Fraction(one.waiting)),
        )
        for name, one in ranked
    ]
