"""What the numbers of a row are of: an item, a part of a project's money, or a thing that no item knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.carried import WHOLE_SPENDING
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.words import cleaned
from jixiao.documents.tables.columns import Column, Role
from jixiao.documents.tables.labels import TOTAL, part_of_funds, plain_label

_FUND_ITEMS = {
    Role.BUDGET: "年初预算",
    Role.FULL_BUDGET: "全年预算数",
    Role.SPENT: "全年执行数",
    Role.RATE: "预算执行率",
}
_SIDES = {Role.BUDGET: BUDGET, Role.FULL_BUDGET: BUDGET, Role.SPENT: OUTCOME}
_NATURES = ("基本支出", "项目支出")
_THREE_PUBLIC = ("三公", "公务接待费", "公务用车", "出国")
_PLAIN_HEADS = frozenset(
    "预算数 预算 决算 决算数 支出 收入 年初预算 年初预算数 全年预算数 全年执行数 基本支出 项目支出 支出决算 支出决算数".split()
)
"""Heads that say the side of what the row names, and not what it is of."""
_COUNTED = ("人", "辆", "个", "平方米", "%")


@dataclass(slots=True)
class Seen:
    """What the rows of one table were of so far."""

    topic: Subject | None
    """What the text before the table speaks of."""
    names: list[str] = field(default_factory=list)
    """The names of the rows."""
    totals: int = 0
    around: set[str] = field(default_factory=set)
    """The same, and the topic's name; kept, since a table of 5,000 rows would collect it for each anew."""

    def add(self, name: str) -> None:
        """Note what a row was of."""
        self.names.append(name)
        self.around.add(name)


class Names:
    """Finds what rows are of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def subject(self, label: str, column: Column, seen: Seen, *, funds: bool) -> Subject | None:
        """Give what a number below a head in the row of that name is of; None where nothing names it."""
        name = plain_label(label)
        if funds and column.role in _FUND_ITEMS:
            return self._of_funds(name, column.role)
        if not label:
            return self._named(column.head, column)
        if column.role in (Role.VALUE, Role.BUDGET, Role.SPENT, Role.FULL_BUDGET):
            own = self._by_head(name, column)
            if own is not None:
                return own
        if TOTAL.fullmatch(name):
            return self._total(name, column, seen)
        subject = self._named(name, column, seen.around)
        if subject is None:
            return None
        seen.add(subject.name)
        if column.role is Role.VALUE and column.head in _NATURES:
            whole = subject.name in WHOLE_SPENDING
            return self._nature(subject, column) if whole else Subject(f"{subject.name}（{column.head}）")
        return subject

    def _by_head(self, name: str, column: Column) -> Subject | None:
        """Give the item that a head names, of the project that the row names: 上年结转, 实际到位资金."""
        bare = re.sub(r"\([^)]*\)?$", "", column.head)
        item = next((one.item for one in self._lexicon.named(bare) if bare not in _PLAIN_HEADS), None)
        if item is None:
            return None
        if TOTAL.fullmatch(name):
            return Subject(item.name, item)
        known = find_subject(name, "万元", self._lexicon)
        return None if known is not None and known.item is not None else Subject(f"{item.name}（{name}）")

    def _named(self, name: str, column: Column, around: Collection[str] = ()) -> Subject | None:
        rate = column.role in (Role.TARGET, Role.ACTUAL, Role.VALUE) and name.endswith(("率", "度"))
        measured = column.role in (Role.CHANGE, Role.GROWTH, Role.SHARE, Role.RATE)
        unit = "%" if rate else column.unit if column.unit in _COUNTED and not measured else "万元"
        subject = find_subject(name, unit, self._lexicon, around)
        if subject is None or subject.item is None:
            tried = (find_subject(name, one, self._lexicon) for one in _COUNTED)
            subject = next((one for one in tried if one is not None and one.item is not None), subject)
        if subject is None or subject.far:
            shown = cleaned(re.sub(r"\([^)]*(?:万元|元|%)[^)]*\)?", "", name))
            subject = Subject(shown) if shown else None
        return subject if subject is None else self.on_side(subject, column)

    def on_side(self, subject: Subject, column: Column) -> Subject:
        """Give the budget, or the outcome, of a thing, as the head says."""
        side = _SIDES.get(column.role)
        if side is None and column.role is Role.VALUE and "预算" in column.head and "决算" not in column.head:
            side = BUDGET
        if side is None:
            return subject
        twin = None if subject.item is None else self._lexicon.twin(subject.item, side)
        if twin is not None:
            return Subject(twin.name, twin)
        if side == BUDGET and not subject.name.endswith(("预算", "预算数")):
            return Subject(f"{subject.name}{'年初预算' if '年初' in column.head else '预算'}")
        return subject

    def _of_funds(self, name: str, role: Role) -> Subject:
        """Give what a row of the table of a project's money says: 全年预算数, or a part of it."""
        part = part_of_funds(name)
        return self._item(_FUND_ITEMS[role] if part is None else f"{_FUND_ITEMS[role]}（{part}）")

    def _total(self, name: str, column: Column, seen: Seen) -> Subject | None:
        names = seen.names
        two_sides = any("收入" in one for one in names) and any("支出" in one for one in names)
        if name.startswith("总计") and two_sides:
            seen.totals += 1
            return self._item("收入总计" if seen.totals == 1 else "支出总计")
        if any(word in one for one in names for word in _THREE_PUBLIC):
            return self.on_side(self._item("三公经费决算"), column)
        topic = self._sum_of(seen)
        if topic is None:
            return Subject(name)
        if column.role is Role.BUDGET and topic.name in WHOLE_SPENDING:
            return self._item("年初预算")
        if column.role is Role.VALUE and column.head in _NATURES:
            return self._nature(topic, column)
        return self.on_side(topic, column)

    def _nature(self, whole: Subject, column: Column) -> Subject:
        """Give the basic, or the project, spending that is part of a whole."""
        named = f"财政拨款{column.head}" if "财政拨款" in whole.name else column.head
        found = find_subject(named, "万元", self._lexicon)
        return self._item(named) if found is None else found

    def _sum_of(self, seen: Seen) -> Subject | None:
        """Give what the rows of a table add up to: as its rows say, else as the text before it does."""
        names, topic = seen.names, seen.topic
        if {"基本支出决算", "项目支出"} <= set(names) and (topic is None or "支出" not in topic.name):
            return self._item("支出决算")
        for side, whole in (("收入", "收入决算"), ("支出", "支出决算")):
            spoken = topic is not None and side in topic.name
            if not spoken and _most(names, side):
                return self._item(whole)
        return topic

    def _item(self, name: str) -> Subject:
        return Subject(name, self._lexicon.items.get(name))


def _most(names: Sequence[str], side: str) -> bool:
    of_side = sum(one.removesuffix("决算").endswith(side) for one in names)
    return of_side * 2 > len(names)
