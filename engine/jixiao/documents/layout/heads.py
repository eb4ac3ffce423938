"""The heads of a table of which each cell became a line: which of the words before a row they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.layout.cells import SIGNED, Rows, Token

Following = tuple[list[Token], list[Token]] | None
"""The words and the numbers that come next."""


def new_heads(rows: Rows, labels: Sequence[Token], run: Sequence[Token], following: Following) -> list[Token]:
    """Write the heads that stand before a row and give them; a row that is nothing but numbers is written with them."""
    count = len(run)
    found = _above(labels[:-1], run) or (_window(labels[:-1], run) if count > 2 else None)
    if found is None and count > 1 and _are_heads(labels, count, following):
        found = _nearest(labels[:-1], count)
    if found is not None:
        _write(rows, found.before)
        rows.add(list(enumerate(found.heads, start=1)))
        _write(rows, found.between)
        return list(found.heads)
    if len(labels) >= count > 1:
        _write(rows, labels[:-count])
        rows.add(list(enumerate(labels[-count:], start=1)))
        rows.add(list(enumerate(run, start=1)))
        return []
    _write(rows, labels[:-1])
    rows.add([*((0, one) for one in labels[-1:]), *enumerate(run, start=1)])
    return []


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads, the words before them, and the names of groups between them and the first row."""

    before: Sequence[Token]
    heads: Sequence[Token]
    between: Sequence[Token]


def _nearest(labels: Sequence[Token], count: int) -> _Heads:
    """Give the words right before a row as its heads, without those that head no numbers."""
    plain = [at for at, one in enumerate(labels) if _NO_NUMBERS.search(one.text) is None]
    if len(plain) < count:
        return _Heads(labels[:-count], labels[-count:], ())
    chosen = plain[-count:]
    others = [one for at, one in enumerate(labels) if at not in chosen]
    return _Heads(others, [labels[at] for at in chosen], ())


_NO_NUMBERS = re.compile("^其中[:：]?$|编码$|代码$|科目名称$|^(?:项目|科目|栏次|指标|单位|名称)$")
"""Heads of names, and of groups of heads."""


def _write(rows: Rows, words: Sequence[Token]) -> None:
    for one in words:
        rows.add([(0, one)])


def _are_heads(labels: Sequence[Token], count: int, following: Following) -> bool:
    """Whether the words before the last one are heads, and that one names the row."""
    if len(labels) <= count:
        return False
    if following is not None and len(following[0]) <= MAX_NAMES and 2 <= len(following[1]) <= count:
        return True
    return _is_head(labels[-2].text) and not _is_head(labels[-1].text)


def _above(labels: Sequence[Token], run: Sequence[Token]) -> _Heads | None:
    """Give the heads of a table of indicators, with what stands before them and the names of groups behind them."""
    end = len(labels)
    while end and len(labels) - end <= MAX_GROUPS and not _is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and (_is_head(labels[start - 1].text) or _ASIDE.search(labels[start - 1].text)):
        start -= 1
    heads = [one for one in labels[start:end] if not _ASIDE.search(one.text)]
    told = any(_INDICATOR.search(one.text) for one in heads)
    if not told or not len(run) <= len(heads) <= len(run) + 1:
        return None
    return _Heads(labels[:start], heads[: len(run)], labels[end:])


_ASIDE = re.compile("性质$|单位$")
"""Heads of cells that were joined to their number: 指标性质, 度量单位."""
_INDICATOR = re.compile("指标值|完成值|目标值|实际值|目标$")
MAX_NAMES = 3
"""Most words between two rows of numbers: the name of the next, and of the group that it begins."""
MAX_ASIDE = 2
"""Most words between the heads and the first row: (万元)."""
MAX_GROUPS = 4
"""Most names of groups of indicators between the heads and the first row."""


def _window(labels: Sequence[Token], run: Sequence[Token]) -> _Heads | None:
    """Give the heads that a row with a rate in it stands below, by where the rate's own head is."""
    rate = next((at for at, one in enumerate(run) if "%" in one.text and not SIGNED.match(one.text)), None)
    end = len(labels)
    while end and len(labels) - end < MAX_ASIDE and not _is_head(labels[end - 1].text):
        end -= 1
    start = end
    while start and _is_head(labels[start - 1].text):
        start -= 1
    heads = labels[start:end]
    own = [at for at, one in enumerate(heads) if re.split("[(（]", one.text)[0].strip().endswith("率")]
    if rate is None or not own or own[0] < rate:
        return None
    first = start + own[0] - rate
    if first + len(run) > len(labels):
        return None
    return _Heads(labels[:first], labels[first : first + len(run)], ())


_HEAD = re.compile("预算|决算|执行|年初|分值|得分|权重|率$|金额|数$|目标|指标值|完成值|原因|备注")
_NO_HEAD = re.compile("总额|合计|总计|其中|^[一二三四五六七八九十]、|^\\d+[、.]")


def _is_head(text: str) -> bool:
    return _HEAD.search(text) is not None and _NO_HEAD.search(text) is None
