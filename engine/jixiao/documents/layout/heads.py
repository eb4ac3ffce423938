"""The heads of a table of which each cell became a line: which of the words before a row they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.dataclass import dataclass
from jixiao.documents.layout.cells import SIGNED, Token
from jixiao.documents.layout.spread import parted

Following = tuple[list[Token], list[Token]] | None
"""The words and the numbers that come next."""
Placed = tuple[int, int, Token]
"""A head with its column and how many it covers."""


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of heads, how many columns of numbers they head, and the names of groups before the first row."""

    lines: Sequence[Sequence[Placed]]
    width: int
    between: Sequence[Token]


def heads_of(
    labels: Sequence[Token],
    run: Sequence[Token],
    following: Following,
    width: int,
    rows: Sequence[Sequence[Decimal]],
) -> Found | None:
    """Give the heads among the words before a row; `rows` are the full rows below them."""
    words = labels[:-1]
    found = _above(words, run) or (_window(words, run) if len(run) > 2 else None)
    if found is not None:
        return found
    if width < 2 or not _are_heads(labels, len(run), following):
        return None
    return _levels(words, width, rows) or _nearest(words, width)


def nameless(labels: Sequence[Token], count: int, rows: Sequence[Sequence[Decimal]]) -> Found | None:
    """Give the heads of numbers that have no name: as many of the words before them; None where more may be heads."""
    found = _levels(labels, count, rows)
    if found is not None:
        return found
    before = labels[-count - 1].text if len(labels) > count else ""
    if before and is_of_two_lines(before) and _NAMES.search(before) is None:
        return None
    return _flat(labels, len(labels) - count, labels[-count:], ())


def _flat(labels: Sequence[Token], start: int, heads: Sequence[Token], between: Sequence[Token]) -> Found:
    """Give one line of heads, with the head of the names before it, where there is one."""
    named = [(0, 1, labels[start - 1])] if start and _NAMES.search(labels[start - 1].text) else []
    line = [*named, *((at, 1, one) for at, one in enumerate(heads, start=1))]
    return Found([line], len(heads), between)


def _levels(labels: Sequence[Token], width: int, rows: Sequence[Sequence[Decimal]]) -> Found | None:
    """Give heads of several lines, where what adds up proves how they stood."""
    plain = [one for one in labels if _NO_NUMBERS.search(one.text) is None or one.text.startswith("其中")]
    if len(plain) <= width or not rows:
        return None
    plain = plain[-(2 * width + MAX_GROUPS) :]
    laid = parted([one.text for one in plain], width, rows)
    if laid is None:
        return None
    start, lines = laid
    tokens = iter(plain[start:])
    told: list[list[Placed]] = [[(head.column, head.width, next(tokens)) for head in line] for line in lines]
    first = next(at for at, one in enumerate(labels) if one is plain[start])
    if first and _NAMES.search(labels[first - 1].text):
        told[0].insert(0, (0, 1, labels[first - 1]))
    return Found(told, width, ())


def _nearest(labels: Sequence[Token], count: int) -> Found | None:
    """Give the words right before a row as its heads, without those that head no numbers."""
    plain = [at for at, one in enumerate(labels) if _NO_NUMBERS.search(one.text) is None]
    if len(plain) < count:
        if len(labels) < count:
            return None
        return _flat(labels, len(labels) - count, labels[-count:], ())
    chosen = plain[-count:]
    if len(plain) > count and chosen[0] and is_of_two_lines(labels[plain[-count - 1]].text):
        return None
    return _flat(labels, chosen[0], [labels[at] for at in chosen], ())


def is_of_two_lines(text: str) -> bool:
    """Whether a word before the heads is one too: then they stood in several lines, and nobody knows how."""
    return is_head(text) and _TITLE.search(text) is None


_TITLE = re.compile("表$|情况|说明|报告|公开|自评|绩效|[、.:：（(]|单位|资金$")
_NO_NUMBERS = re.compile(
    "^其中[:：]?$|编码$|代码$|科目名称$|^(?:项目|科目|栏次|指标|单位|名称|类别|内容|部门|单位名称|项目名称)$"
)
"""Heads of names, and of groups of heads."""
BEGINS = re.compile(
    "编码$|科目名称$|^(?:项目|科目|栏次|单位名称|项目名称)$|公开\\d+表|单位[:：]|表$|^其中[:：]?$"
)
"""What stands above or among the heads of a table."""
_NAMES = re.compile("名称$|项目$|科目$|指标$|类别$|内容$|分类$|来源$|^单位$|事项$|部门$")
"""Heads of names."""


def _are_heads(labels: Sequence[Token], count: int, following: Following) -> bool:
    """Whether the words before the last one are heads, and that one names the row."""
    if len(labels) <= count:
        return False
    if following is not None and len(following[0]) <= MAX_NAMES and 2 <= len(following[1]) <= count:
        return True
    return is_head(labels[-2].text) and not is_head(labels[-1].text)


def _above(labels: Sequence[Token], run: Sequence[Token]) -> Found | None:
    """Give the heads of a table of indicators, with what stands before them and the names of groups behind them."""
    end = len(labels)
    while end and len(labels) - end <= MAX_GROUPS and not is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and (is_head(labels[start - 1].text) or _ASIDE.search(labels[start - 1].text)):
        start -= 1
    heads = [one for one in labels[start:end] if not _ASIDE.search(one.text)]
    told = any(_INDICATOR.search(one.text) for one in heads)
    values = [one for one in heads if not REMARK.search(one.text)]
    if not told or not len(run) <= len(heads) <= len(run) + 1:
        return None
    width = max(len(values), len(run))
    return _flat(labels, start, heads[:width], labels[end:])


_ASIDE = re.compile("性质$|单位$")
"""Heads of cells that were joined to their number: 指标性质, 度量单位."""
_INDICATOR = re.compile("指标值|完成值|目标值|实际值|目标$")
REMARK = re.compile("原因|措施|备注|说明")
MAX_NAMES = 3
"""Most words between two rows of numbers: the name of the next, and of the group that it begins."""
MAX_ASIDE = 2
"""Most words between the heads and the first row: (万元)."""
MAX_GROUPS = 4
"""Most names of groups of indicators between the heads and the first row."""


def _window(labels: Sequence[Token], run: Sequence[Token]) -> Found | None:
    """Give the heads that a row with a rate in it stands below, by where the rate's own head is."""
    rate = next((at for at, one in enumerate(run) if "%" in one.text and not SIGNED.match(one.text)), None)
    end = len(labels)
    while end and len(labels) - end < MAX_ASIDE and not is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and is_head(labels[start - 1].text):
        start -= 1
    heads = labels[start:end]
    own = [at for at, one in enumerate(heads) if re.split("[(（]", one.text)[0].strip().endswith("率")]
    if rate is None or not own or own[0] < rate:
        return None
    first = start + own[0] - rate
    if first + len(run) > len(labels):
        return None
    return _flat(labels, first, labels[first : first + len(run)], ())


_HEAD = re.compile("预算|决算|执行|年初|分值|得分|权重|率$|金额|数$|目标|指标值|完成值|原因|备注")
_NO_HEAD = re.compile("总额|合计|总计|其中|^[一二三四五六七八九十]、|^\\d+[、.]")


def is_head(text: str) -> bool:
    """Whether a word is what stands above a column."""
    return _HEAD.search(text) is not None and _NO_HEAD.search(text) is None
