"""Whose report it is: unit, year, place and kind, from its title and its first lines."""

from __future__ import annotations

import re
from collections import Counter

from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Paper
from jixiao.language.span import Span
from jixiao.model.reading import ReportHead

FIRST = 1_500
"""How many characters of a report are looked at for its title."""
TITLE = 160
"""How many of them may be the title."""
_YEAR = re.compile(
    r"((?:19|20)\d\d)年?度?(?:部门|单位|项目|整体|决算|三公|预算|绩效|年度|[^\d]{0,24}?(?:决算|绩效|三公))"
)
_ANY_YEAR = re.compile(r"((?:19|20)\d\d)年")
_SUFFIX = (
    "局|委员会|办公室|人民政府|政府|联络处|办事处|中学|小学校?|学校|幼儿园|医院|保健院|卫生院|中心|院|厅|处|所|站|队|馆|镇|乡|街道|会|社|部|委|办|大学|学院|"
    "法院|检察院|支队|大队|总队|机关"
)
_UNIT = re.compile(
    rf"(?:^|[\n。:;])?(?:关于|中共)?(?:(?:19|20)\d\d-?(?:年度?)?)?(?P<unit>[\u4e00-\u9fff()]{{2,36}}(?:{_SUFFIX}))(?:本级|机关)?"
    r"(?=(?:19|20)\d\d|\d{4}|部门|单位|整体|项目|决算|绩效|三公|预算|本级|$|\n|关于|收支|支出|财政)"
)
"""The name of a unit in a title: as long as it can be, before what the report is about."""
_ANY_UNIT = re.compile(rf"(?P<unit>[\u4e00-\u9fff()]{{2,30}}?(?:{_SUFFIX}))")
_KINDS = (
    ("项目支出绩效", "项目支出"),
    ("项目绩效", "项目支出"),
    ("项目自评", "项目支出"),
    ("整体支出", "部门整体支出"),
    ("整体绩效", "部门整体支出"),
    ("绩效自评", "部门整体支出"),
    ("决算公开", "部门决算公开"),
    ("决算", "部门决算公开"),
    ("三公", "三公经费公开"),
)
_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,8}?省?[\u4e00-\u9fff]{2,6}?(?:市|县|区|州))")


def head_of(paper: Paper) -> ReportHead:
    """Give what the title and the first lines say; None for what they do not print."""
    first = fold(paper.text, Span(0, min(len(paper.text), FIRST))).text
    title = first[:200]
    return ReportHead(_unit(first), year_of(paper), _place(first), _kind(title) or _kind(first))


def year_of(paper: Paper) -> int | None:
    """Give the year that a report is of: as its title says, else the one it speaks of most."""
    folded = fold(paper.text, Span(0, len(paper.text))).text
    title = _YEAR.search(folded[:FIRST])
    if title is not None:
        return int(title[1])
    counted = Counter(_ANY_YEAR.findall(folded))
    return int(counted.most_common(1)[0][0]) if counted else None


def _unit(first: str) -> str | None:
    for label in (
        "评价单位",
        "预算部门、单位名称",
        "实施单位(盖章)",
        "实施单位",
        "单位名称",
        "部门名称",
        "填报单位",
        "部门",
    ):
        match = re.search(
            re.escape(label)
            + r"[:|]?(?P<unit>[\u4e00-\u9fff()]{4,30}?(?:局|处|府|所|院|校|中学|小学|中心|办|委|会|镇|乡|站|队|馆|厅))",
            first,
        )
        if match is not None:
            return match["unit"]
    match = _UNIT.search(first[:TITLE]) or _ANY_UNIT.search(first)
    return re.sub("^(?:度|年度|关于)", "", match["unit"]) if match else None


def _kind(words: str) -> str | None:
    return next((kind for word, kind in _KINDS if word in words), None)


def _place(first: str) -> str | None:
    match = _PLACE.search(first)
    return match["place"] if match else None
