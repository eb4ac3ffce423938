"""The name of a row, and what it tells before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.documents.tables.cells import GridText, is_dash
from jixiao.documents.tables.columns import Column, Role
from jixiao.documents.tables.grid import Row

TOTAL = re.compile(
    r"(?:年度|本年|全[局市县区镇乡校院系]统?|[本总])?(?:资金)?(?:合计|总计|小计|总额|总数|共计)(?:数|金额)?|(?:合计|总计)[(].*[)]"
)
"""A row that adds up the others."""
FUNDS = re.compile(r"(?:年度)?(?:预算)?资金(?:总额|合计)|总额|年度资金总额|全年资金")
"""The first row of the table of a project's money."""
_PART_OF_FUNDS = re.compile(
    r"(?:其中)?(?:本年|当年|年度)?(?P<name>财政拨款|财政资金|上年结转(?:资金)?|其他资金|单位资金|财政专户(?:管理)?资金|"
    r"自有资金|(?:中央|省级|市级|区级|县级|镇级|地方|上级)(?:财政)?资金|一般公共预算(?:资金|拨款)?|"
    r"政府性基金(?:预算)?(?:资金|拨款)?|财政专户)"
)
_NUMBERING = re.compile(
    r"^(?:其中)?[:]?(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.](?!\d)|\(?[一二三四五六七八九十\d]{1,2}\)|"
    r"指标\d+[:]?|[①-⑳])+"
)
_TOTALS_OF_SCORES = ("总分", "自评总分", "自评得分", "总得分")
NO_COLUMN = Column("", Role.LABEL)
"""Of a cell that no head stands above."""


def plain_label(label: str) -> str:
    """Give the name of a row without its number, 其中 and the colon behind it."""
    plain = _NUMBERING.sub("", label)
    plain = re.sub(r"^其中[:]?", "", plain)
    plain = _NUMBERING.sub("", plain)
    return re.sub(r"[:]$", "", plain)


def part_of_funds(label: str) -> str | None:
    """Give the source of a project's money that a row names; None for the row of all of it."""
    if FUNDS.match(label) or TOTAL.fullmatch(label):
        return None
    part = _PART_OF_FUNDS.fullmatch(label)
    return label if part is None else part["name"]


def is_total_of_scores(label: str) -> bool:
    """Whether a row adds up the scores of a table of indicators."""
    return TOTAL.fullmatch(label) is not None or label in _TOTALS_OF_SCORES


def may_be_funds(roles: frozenset[Role]) -> bool:
    """Whether the heads are those of the table of a project's money."""
    return Role.FULL_BUDGET in roles or {Role.BUDGET, Role.SPENT, Role.RATE} <= roles


def is_of_funds(label: str, roles: frozenset[Role], *, begun: bool) -> bool:
    """Whether a row is one of the table of a project's money; `begun`: its first row stands above."""
    if not may_be_funds(roles):
        return False
    name = plain_label(label)
    scored = not roles.isdisjoint((Role.POINTS, Role.SCORE, Role.RATE))
    if FUNDS.match(name) is not None:
        return True
    return (scored and _PART_OF_FUNDS.fullmatch(name) is not None) or (begun and bool(name))


def words_of(row: Row, group: Sequence[GridText]) -> tuple[list[GridText], str]:
    """Give the cells of a row that may name it, and the unit that it prints in a cell of its own."""
    words = [one for one in group if one.entry is None and one.words and not is_dash(one.words)]
    role = {id(one): row.heads.get(one.cell.column, NO_COLUMN).role for one in words}
    named = [
        one
        for one in words
        if role[id(one)] not in _NO_NAMES or (role[id(one)] is Role.NONE and one.words.endswith(_SUMS))
    ]
    return named, next((one.words for one in words if role[id(one)] is Role.UNIT), "")


_SUMS = ("合计", "总计", "小计")
"""What stands in the column of numbers and codes where a row adds up the others."""
_NO_NAMES = (Role.UNIT, Role.NONE, Role.TARGET, Role.ACTUAL, Role.POINTS, Role.SCORE)


def label_before(
    named: Sequence[GridText], number: GridText, first: GridText, *, twofold: bool
) -> GridText | None:
    """Give the name that a number belongs to: the last before the numbers of its row, or, of several, before it."""
    limit = number if twofold else first
    before = [one for one in named if one.cell.span.start < limit.cell.span.start]
    return before[-1] if before else None


def is_twofold(group: Sequence[GridText], named: Sequence[GridText]) -> bool:
    """Whether a row is name, number, name, number: each number is of the name before it, whatever the heads say."""
    numbers = [one.cell.column for one in group if one.entry is not None]
    if len(named) < 2 or len(numbers) < 2:
        return False
    return named[0].cell.column < numbers[0] < named[-1].cell.column < numbers[-1]
