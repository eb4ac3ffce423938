"""A table to start from a common framework: its indicators with points and sentences to be filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from jixiao.model.framework import CommonIndicator, Framework
from jixiao.model.ruleset import TO_FILL, Item
from jixiao.model.skeleton import TableHeading
from jixiao.model.word import word
from jixiao.reports.skeletons.first_line import schema_line
from jixiao.reports.skeletons.remarks import aligned, remarked
from jixiao.reports.skeletons.table_head import OPTIONAL, head_lines

_INTRO = (
    "这张表从共性框架 {reference}（{basis}）开始：名称、归类、公式和要点是框架的，分值和评分标准框架没有规定。",
    "每个“待填”都要照本地的文件换掉；不用的指标整段删去，个性指标照样加上。还差什么，jixiao lint 逐项指出。",
    "有公式的，写数值怎样计分；只有要点的，可以写成清单（①……，2分；②……，1分。）或等次。写法见 docs/language/README.md。",
    "归类后面写着“记忆”“存疑”的，公式和要点没有对照过正式文件，用前请核对。",
)
Line = tuple[str, str]


def render_common_table(heading: TableHeading, framework: Framework) -> str:
    """Write the skeleton of a table that begins with a framework's indicators."""
    intro = [line.format(reference=framework.reference, basis=framework.basis) for line in _INTRO]
    basis = f"{framework.basis}；{TO_FILL}", "后面再写本地照哪个文件定的分值和评分标准"
    divides = any(one.formula is not None for one in framework.indicators)
    head = head_lines(heading, basis, divides=divides)
    lines = [*schema_line(heading.schema, "ruleset"), *remarked(intro), "", *head, "", "指标:"]
    lines += _indicators(heading, framework)
    lines += remarked(_to_define(heading))
    return "\n".join([*lines, *remarked(OPTIONAL)]) + "\n"


def _indicators(heading: TableHeading, framework: Framework) -> Iterator[str]:
    often = Counter(one.name for one in framework.indicators)
    for category, group in groupby(framework.indicators, key=lambda one: one.category):
        yield f"  # ── {' · '.join(category)} ──"
        for one in group:
            name = one.name if often[one.name] == 1 else f"{one.name}（{category[-1]}）"
            yield from aligned(_indicator(one, name, heading.lacking.get(one.id, ())))
            yield ""


def _indicator(one: CommonIndicator, name: str, lacking: tuple[Item, ...]) -> Iterator[Line]:
    yield f"  - 名称: {word(name)}", f"也叫{'、'.join(one.aliases)}" if one.aliases else ""
    yield f"    代码: {one.id}", ""
    doubt = f"出处：{one.provenance.word}" if one.unchecked else ""
    yield f"    归类: [{', '.join(map(word, one.category))}]", doubt
    yield f"    分值: {TO_FILL}", ""
    if one.formula is not None:
        yield from _formula(one.formula.text, lacking)
    for variant in one.variants:
        called = f"，叫{variant.name}" if variant.name else ""
        yield f"    # 另一种算法（见于{variant.where}{called}）：{variant.formula.text}", ""
    if one.note:
        yield f"    # {one.note}", ""
    if one.aspects:
        yield "    # 要点：", ""
    yield from ((f"    #   {aspect}", "") for aspect in one.numbered)
    yield f"    评分标准: {TO_FILL}", ""


def _formula(formula: str, lacking: tuple[Item, ...]) -> Iterator[Line]:
    if not lacking:
        yield f"    公式: {word(formula)}", ""
        return
    names = "、".join(item.name for item in lacking)
    yield f"    # 公式: {word(formula)}", f"先在 items.yaml 里写上{names}，再去掉“# ”"


def _to_define(heading: TableHeading) -> Iterator[str]:
    """Yield the items that formulas need and items.yaml has not, ready to be taken over."""
    lacking = {item.name: item for items in heading.lacking.values() for item in items}
    if lacking:
        yield "框架的公式用到、items.yaml 里还没有的数据项，写进去就能用："
        for item in lacking.values():
            yield f"  {word(item.name)}: {{单位: {word(item.unit.name)}, 含义: {word(item.meaning)}}}"
        yield ""
