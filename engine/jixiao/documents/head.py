"""Whose report it is: unit, year, place and kind, from its title and its first lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Paper, Paragraph
from jixiao.language.span import Span
from jixiao.model.reading import ReportHead

FIRST = 80
"""How many paragraphs and cells of a report are looked at for its title."""
LONGEST = 120
"""Longest paragraph that is looked at for a title or a heading."""
MIN_UNIT = 4
_YEAR = re.compile(
    r"((?:19|20)\d\d)-?年?度?(?:部门|单位|项目|整体|三公|绩效|年度|[决预]算(?!数)|[^\d]{0,24}?(?:决算(?!数)|绩效|三公))"
)
"""A year as a title tells it; 2020年决算数 heads a column."""
_ANY_YEAR = re.compile(r"((?:19|20)\d\d)年")
_SUFFIX = (
    "局|委员会|办公室|人民政府|政府|联络处|办事处|中学|小学校?|学校|幼儿园|医院|保健院|卫生院|中心|院|厅|处|所|站|队|馆|镇|乡|街道|会|社|部|委|办|"
    "大学|学院|分局|支队|大队|总队|机关|公司|园区|管委会"
)
_ABOUT = "部门|单位|整体|项目|决算|绩效|三公|预算|收支|支出|财政|自评|关于|本级"
_TITLED = re.compile(
    rf"^(?:关于|附件\d*[:.]?|第[一二三四五六]部分|\d{{6}}-)?(?:(?:19|20)\d\d-?(?:年度?)?)?"
    rf"(?P<unit>[\u4e00-\u9fff()]{{2,36}}(?:{_SUFFIX}))(?:\(?本级\)?)?"
    rf"(?:[\u4e00-\u9fff]{{2,10}}[科股室])?(?:(?:19|20)\d\d|(?:{_ABOUT})|概况)"
)
_LABELLED = re.compile(
    r"(?:(?:主管|预算)(?:单位|部门)\s*(?=\w*(?:单位|部门)))?(?:评价|填报|编制|预算部门、?|项目实施|实施|主管|申报|项目)?(?:单位|部门)(?:名称)?(?:及代码)?(?:\([^)]*\))?:?\s*(?P<unit>[\u4e00-\u9fff()]*)$"
)
_NAME = re.compile(rf"[\u4e00-\u9fff()]{{2,36}}(?:{_SUFFIX})(?:\(?本级\)?)?(?:\[\d+\])?")
_WHOLE = re.compile(
    rf"(?P<unit>[\u4e00-\u9fff()]{{2,30}}(?:{_SUFFIX}))(?=是|为|属|隶属|由|系|位于|内设|现有|20\d\d年|\()"
)
_PUBLISHED = re.compile(
    rf"(?:现将|现对)(?P<unit>[\u4e00-\u9fff()]{{2,30}}?(?:{_SUFFIX}))(?:\(?本级\)?)?(?=(?:19|20)\d\d)"
)
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
_PLACE = re.compile(
    r"^(?P<place>(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区))?"
    r"(?:(?:(?![县旗])[\u4e00-\u9fff]){1,6}?(?:市(?!场)|自治州|州(?![市大学中小医师职])|盟|地区))?"
    r"(?:[\u4e00-\u9fff]{1,5}?(?:县|(?<![社园校])区|旗|市(?!场)))?)"
)
"""A place, before what is of it; 县市场监督 is of no 市."""
_AROUND_UNIT = r"(?<![\u4e00-\u9fff])(?P<unit>(?:[\u4e00-\u9fff]{{1,6}}(?:省|自治区|市|自治州|州|县|区|旗)){{1,3}}{unit})"


def head_of(paper: Paper) -> ReportHead:
    """Give what the title and the first lines say; None for what they do not print."""
    lines = list(_first_lines(paper))
    short = [one for one in lines if len(one) <= LONGEST]
    title = "".join(short[:8])
    unit = _with_place(_unit(short) or _told(lines), short)
    return ReportHead(unit, year_of(paper), _place(unit), _kind(title) or _kind("".join(lines)[:1500]))


def year_of(paper: Paper) -> int | None:
    """Give the year that a report is of: as its title says, else the one it speaks of most."""
    title = _YEAR.search("\n".join(_first_lines(paper)))
    if title is not None:
        return int(title[1])
    counted = Counter(_ANY_YEAR.findall(fold(paper.text, Span(0, len(paper.text))).text))
    return int(counted.most_common(1)[0][0]) if counted else None


def _first_lines(paper: Paper) -> Iterator[str]:
    """Yield the first paragraphs and cells, folded."""
    count = 0
    for block in paper.blocks:
        spans = [block.span] if isinstance(block, Paragraph) else [one.span for one in block.cells]
        for span in spans:
            if words := fold(paper.text, span).text:
                yield words
                count += 1
            if count >= FIRST:
                return


def _unit(lines: Sequence[str]) -> str | None:
    """Give the unit that the title names, or that a form names beside 单位."""
    for words in lines:
        match = _TITLED.match(words)
        named = "" if match is None else match["unit"]
        said = not named.startswith(_NO_NAME) and _LABELLED.fullmatch(words) is None
        if len(named) >= MIN_UNIT and said:
            return _tidy(named)
    for words, following in pairwise([*lines, ""]):
        match = _LABELLED.fullmatch(words)
        named = (match["unit"] or following) if match is not None else ""
        name = _NAME.fullmatch(named)
        if name is not None:
            return _tidy(re.sub(r"\[\d+\]", "", name[0]))
    alone = next((one for one in lines[:4] if _NAME.fullmatch(one) and len(one) >= MIN_UNIT), None)
    return None if alone is None else _tidy(alone)


_NO_NAME = ("根据", "按照", "为", "依据", "现将", "经")
"""How sentences begin that name a unit only further on."""


def _told(lines: Sequence[str]) -> str | None:
    """Give the unit that a sentence begins with: 榆树沟小学是公益一类事业单位."""
    for words in lines:
        match = _WHOLE.match(words)
        named = "" if match is None else match["unit"]
        if len(named) >= MIN_UNIT and not named.startswith(_NO_NAME):
            return _tidy(named)
    published = next((match for words in lines if (match := _PUBLISHED.search(words))), None)
    return None if published is None else published["unit"]


def _with_place(unit: str | None, lines: Sequence[str]) -> str | None:
    """Give a unit as another head has it, with the place that the first leaves out."""
    if unit is None or _place(unit) is not None:
        return unit
    around = re.compile(_AROUND_UNIT.format(unit=re.escape(unit)))
    return next((match["unit"] for one in lines if (match := around.search(one))), unit)


def _tidy(unit: str) -> str:
    return re.sub(r"\(?本级\)?$", "", unit)


_OF_FUNDS = re.compile("(?:项目|(?<!财政)资金)(?:(?:19|20)\\d\\d年?度?)?(?:支出)?绩效")
"""How a title calls what a project spent: 保洁服务外包项目2022年度绩效自评, 养护资金绩效自评."""


def _kind(words: str) -> str | None:
    """Give the kind that words name first: a report may hold forms of another kind."""
    found = [(words.index(word), kind) for word, kind in _KINDS if word in words]
    funds = _OF_FUNDS.search(words)
    if funds is not None:
        found.insert(0, (funds.start(), "项目支出"))
    return min(found, key=lambda one: one[0])[1] if found else None


def _place(unit: str | None) -> str | None:
    """Give the place that a unit's name begins with: 湖南省怀化市."""
    match = _PLACE.match(unit or "")
    return match["place"] or None if match else None
