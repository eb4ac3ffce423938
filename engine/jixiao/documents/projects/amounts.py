"""What an amount beside a project's name is: its budget, what was added, what came, what was spent."""

from __future__ import annotations

import re

from jixiao.documents.figures.words import cleaned
from jixiao.documents.tables.naming import AMOUNT
from jixiao.model.reading import Measure, ReadFigure

CARRIED_OVER, WHOLE_YEAR, RATE = "上年结转", "全年预算数", "预算执行率"
_SIDES: tuple[tuple[str, str], ...] = (
    (CARRIED_OVER, "结转|上年结余"),
    ("本年追加预算", "追加"),
    ("年初预算", "年初(?:部门)?(?:预算|批复|安排|下达|申报)+"),
    (WHOLE_YEAR, "全年预算|调整后?预算|预算总|可用(?:资金|预算)"),
    ("实际到位资金", "到位"),
    ("全年执行数", "执行(?!率)|支出(?!预算|绩效)|使用|支付|支用|列支|花费|用去|完成预算"),
    ("本年预算数", "预算(?!单位|部门|执行|绩效|资金)|安排|下达|批复|拨款"),
)
_SIDE = re.compile("|".join(f"(?P<at{number}>{words})" for number, (_, words) in enumerate(_SIDES)))
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_CLAUSE = re.compile(r"[,;:、。()]")
_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)")
_WITH_CARRIED = re.compile(r"\((?:包括|包含|含|其中)[^()]*结[转余][^()]*\)")
OF_ALL = frozenset(
    "项目支出 项目预算 重点项目预算 项目年初预算数 支出决算 支出预算数 支出总计 年初预算 本年预算数 全年预算数 财政拨款支出".split()
)
"""What a word for money beside a project is read as where nobody knows of the project."""
MONEY = ("元", "万元", "亿元", "千元")


def item_of_project(figure: ReadFigure, sentence: str, named: tuple[int, int], number: int) -> str:
    """Give the item of a figure that stands behind its project's name in a folded sentence, at `number`."""
    if figure.unit == "%" and (figure.measure is Measure.COMPLETION or figure.own_item.endswith("执行率")):
        return RATE
    if figure.unit not in MONEY or figure.measure is not Measure.VALUE:
        return figure.own_item
    start, end = named
    between = sentence[end:number]
    by_name_alone = end > 0 and not _HAN.search(between)
    if figure.known and figure.item not in OF_ALL and not by_name_alone:
        return figure.item
    own = _last_side(_clause(sentence, named, number))
    if own is not None:
        return own
    if figure.known and not by_name_alone:
        return figure.item
    if _NOUN.search(cleaned(_CLAUSE.split(between)[-1])):
        return figure.own_item
    listed = _last_side(_IN_BRACKETS.sub("", sentence[:start]))
    if listed is not None:
        return listed
    return WHOLE_YEAR if _WITH_CARRIED.search(sentence) else AMOUNT


def _clause(sentence: str, named: tuple[int, int], number: int) -> str:
    """Give the words of a figure's own clause, without the project's name, whose words say nothing of it."""
    start, end = named
    begun = [one.end() for one in _CLAUSE.finditer(sentence, end, number)]
    if begun:
        return sentence[begun[-1] : number]
    first = max((one.end() for one in _CLAUSE.finditer(sentence, 0, start)), default=0)
    return f"{sentence[first:start]}|{sentence[end:number]}"


def _last_side(words: str) -> str | None:
    """Give the item that the last word for it says."""
    found = [one.lastgroup for one in _SIDE.finditer(words)]
    return _SIDES[int(found[-1].removeprefix("at"))][0] if found and found[-1] else None
