"""What the head of a column says of the numbers below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import fold
from jixiao.documents.figures.numbers import UNITS
from jixiao.language.span import Span
from jixiao.model.coded import Coded


class Role(Coded):
    """What stands in a column."""

    LABEL = "label", "名称"
    VALUE = "value", "数"
    BUDGET = "budget", "预算"
    FULL_BUDGET = "full-budget", "全年预算"
    SPENT = "spent", "执行"
    RATE = "rate", "完成率"
    CHANGE = "change", "增减额"
    GROWTH = "growth", "增减率"
    SHARE = "share", "占比"
    TARGET = "target", "目标"
    ACTUAL = "actual", "实际"
    POINTS = "points", "分值"
    SCORE = "score", "得分"
    UNIT = "unit", "单位"
    NONE = "none", "不是数"


MEASURED = (Role.RATE, Role.CHANGE, Role.GROWTH, Role.SHARE)
"""What columns say of something whose value stands elsewhere."""
_UNIT = re.compile(
    r"[(:/](?:单位:?)?(?:人民币)?(?P<unit>万元|亿元|千元|元|人次?|辆|个|%|㎡|平方米|台|次|批次?|户)\)?"
)
_BRACKETED = re.compile(rf"[(](?:单位:?)?(?P<unit>(?!项|类|款)(?:{UNITS}))[)]")
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)年?度?")
_ROLES: tuple[tuple[str, Role], ...] = (
    ("行次|栏次|序号|编号|编码|代码|科目编|备注|说明|原因|性质$|级次", Role.NONE),
    ("分值|权重|标准分|满分|基本分", Role.POINTS),
    ("得分|评分(?!标准)|自评分", Role.SCORE),
    ("度量单位|计量单位|^单位$", Role.UNIT),
    (
        "增减率|增减%|差异率|偏差率|增长率|增减幅|变动率|变化率|增幅|降幅|增减比例|增长%|增减.{0,3}%|同比",
        Role.GROWTH,
    ),
    (
        "增减额|增减数|增加额|减少额|增减金额|增减变化额|增[(/]?-?减|比上年增减$|较上年增减$|差额|差异[额数]|变动额",
        Role.CHANGE,
    ),
    ("占比|比重|所占比例|占[^ ]{0,8}%|占.{0,8}比例", Role.SHARE),
    (
        "完成(?:年初|全年|年度|调整后?)?预算(?!数)|执行率|执行进度|支出进度|完成率|完成比例|完成预算|支出率|支付率|拨付率|使用率|完成.{0,6}%|控制率",
        Role.RATE,
    ),
    ("目标值|指标值|目标$|年初目标|预期指标|计划值|计划完成", Role.TARGET),
    ("完成值|实际值|实现值|完成情况|实际完成", Role.ACTUAL),
    ("全年预算|调整(?:后)?预算|调整数|预算总额|可用预算", Role.FULL_BUDGET),
    ("年初预算|年初数|预算数|预算金额|本年预算|预算(?!执行|完成)$|年度预算", Role.BUDGET),
    (
        "执行数|全年执行|年度执行|^执行$|决算数?|支出数|实际使用|实际支出|支出金额|支付数|实际数|使用金额|执行金额|预算执行",
        Role.SPENT,
    ),
    ("名称|项目$|科目|指标$|类别|内容|功能分类|经济分类|资金来源|项目名称|单位名称|事项", Role.LABEL),
)
_PATTERNS = tuple((re.compile(words), role) for words, role in _ROLES)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, the role and year that it says, and the unit where it prints one."""

    head: str
    role: Role
    unit: str = ""
    year: int | None = None
    last_year: bool = False
    parts: tuple[str, ...] = ()
    """The heads that stand above each other, from the top."""
    less: bool = False
    """Whether its numbers are decreases that are printed without a sign."""

    @property
    def own(self) -> tuple[str, ...]:
        """The heads that say what the numbers are of, the lowest first, without units, years and words of every table."""
        bare = (_BRACKETED_UNIT.sub("", one) for one in reversed(self.parts))
        return tuple(one for one in bare if not is_plain(one))

    @property
    def is_total(self) -> bool:
        """Whether its numbers add up others of their row."""
        return bool(self.parts) and _SUMS.search(self.parts[-1]) is not None


_SUMS = re.compile("合计|总计|小计|总额|总数|共计")
_BRACKETED_UNIT = re.compile(rf"[(](?:单位:?)?(?:[万亿千]?元|(?:{UNITS}))[)]?$")
_PLAIN = re.compile(
    r"(?:(?:19|20)\d\d年?度?|本年度?|当年|今年|上年度?|去年|上期|本期|全年|年初|年末|期初|期末|年度|余额|其中:?|合计|小计|总计|总额|总数|共计|"
    r"调整后?|实际|批复|安排|核定|决算|预算|支出|收入|执行|使用|支付|发生|完成|到位|金额|资金|数额|数量|规模|情况|占比|占|比例|比重|比|较|增减|变动|"
    r"[数额率值%、/和及与的()]|[AB])*"
)
"""Heads that say the side, the year or the measure of what the row names, and not what it is."""


def is_plain(head: str) -> bool:
    """Whether a head says nothing of what the numbers are of."""
    return _PLAIN.fullmatch(head) is not None


def is_title(head: str) -> bool:
    """Whether a head says neither year nor unit."""
    return _YEAR.search(head) is None and _UNIT.search(head) is None


_IN_PERCENT = {
    Role.CHANGE: Role.GROWTH,
    Role.SPENT: Role.RATE,
    Role.BUDGET: Role.RATE,
    Role.FULL_BUDGET: Role.RATE,
}
"""What heads say whose numbers are percentages: 增减(%), 完成预算(%)."""
_BRACKETS = re.compile(r"\([^)]*\)?")


def _role_of(words: str) -> Role | None:
    return next((role for pattern, role in _PATTERNS if pattern.search(words)), None)


def column_of(parts: Sequence[str]) -> Column:
    """Tell from the heads that stand above each other what stands in the column."""
    head = "".join(parts)
    words = fold(head, Span(0, len(head))).text
    unit = _UNIT.search(words) or _BRACKETED.search(words)
    year = _YEAR.search(words)
    bare = _BRACKETS.sub("", words)
    last = _BRACKETS.sub("", fold(parts[-1], Span(0, len(parts[-1]))).text) if parts else ""
    lowest = fold(parts[-1], Span(0, len(parts[-1]))).text if parts else ""
    role = _role_of(last) or _role_of(bare) or _role_of(words) or Role.VALUE
    if role is Role.VALUE and _CHANGED.search(lowest) and not _FLOWS.search(lowest):
        role = Role.CHANGE
    if role is Role.CHANGE and _RATIO.search(lowest):
        role = Role.GROWTH
    before = re.search("上年|去年|上期", bare) is not None and role not in (Role.CHANGE, Role.GROWTH)
    if before and re.search("结转|结余", bare):
        before = False
    if role in (Role.CHANGE, Role.GROWTH):
        year = None
    percent = re.search(r"[(]%[)]?|%$", words)
    if percent and role in _IN_PERCENT:
        role = _IN_PERCENT[role]
    shown = "%" if percent else (unit["unit"] if unit else "")
    told = tuple(fold(one, Span(0, len(one))).text for one in parts)
    less = role in (Role.CHANGE, Role.GROWTH) and _LESS.search(lowest) is not None
    return Column(words, role, shown, int(year["year"]) if year else None, before, told, less)


_CHANGED = re.compile(
    "增减|增长|增加|增[(]|减少|下降|降低|上升|升降|变动|变化|差异|±|[比较](?:上年|去年|预算|年初)|超支|节约|节支"
)
"""Heads of what a value changed by; whether in amount or in percent, their ends say."""
_RATIO = re.compile("[率幅%]$|幅度|比例|比率|百分|%")
_FLOWS = re.compile("本[年期](?:增加|减少)|数量")
"""What came in and went out within a year is no change against another."""
_LESS = re.compile("^(?!.*(?:增|升|超|±|[+])).*(?:减少|下降|降低|节约|节支|降幅)")
"""Heads below which what became less is printed without a sign."""


def is_ratio_alone(head: str) -> bool:
    """Whether a head says only that its numbers are percentages: of what stands before it."""
    return re.fullmatch("[(]?%[)]?|幅度|比例|比率|百分比|百分点?", head) is not None


_OWN = re.compile(rf"[(](?P<unit>[万亿]?(?:{UNITS})(?:/[\u4e00-\u9fff]{{1,3}})?)[)]$")


def own_unit(label: str) -> str:
    """Give the unit that stands in brackets at the end of a name; empty where none does."""
    folded = fold(label, Span(0, len(label))).text
    match = _OWN.search(folded)
    return match["unit"] if match else unit_in(label)


_MONEY = "(?:人民币)?(?P<unit>[万亿千百]?元)"
_DECLARED = re.compile(
    rf"单位(?:均|统一|全部)?[:为是]*(?:均|统一)?{_MONEY}|(?:[均都皆](?:为|是|系|以|按)|(?:金额|数据|数字):){_MONEY.replace('unit', 'of')}|"
    rf"[以按]{_MONEY.replace('unit', 'by')}(?:为|计(?=[,。;)]|$)|计算|列示|反映|表示|填列|填报|统计|口径)"
)
"""Words that print a unit for what follows, whatever stands around them."""
_NAMED = re.compile(r"单位:?(?P<unit>万元|亿元|千元|元|人|%)")


def is_unit(words: str) -> bool:
    """Whether folded words are a unit and nothing else."""
    return re.fullmatch(rf"[万亿]?(?:{UNITS})", words) is not None


def unit_declared(words: str) -> str:
    """Give the unit of money that folded words, of any length, print for all amounts; empty where they print none."""
    match = _DECLARED.search(words)
    return "" if match is None else next(filter(None, match.groups()))


def unit_in(words: str) -> str:
    """Give the unit that a caption or a head prints; empty where it prints none."""
    folded = fold(words, Span(0, len(words))).text
    declared = unit_declared(folded)
    match = None if declared else _NAMED.search(folded) or _UNIT.search(folded)
    return declared if match is None else match["unit"]
