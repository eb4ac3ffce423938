"""What the numbers of a row are of: an item, a part of a project's money, or a thing that no item knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.carried import WHOLE_SPENDING
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.tables.columns import MEASURED, Column, Role, is_plain
from jixiao.documents.tables.labels import TOTAL, part_of_funds, plain_label

_FUND_ITEMS = {
    Role.BUDGET: "年初预算",
    Role.FULL_BUDGET: "全年预算数",
    Role.SPENT: "全年执行数",
    Role.RATE: "预算执行率",
}
_SIDES = {Role.BUDGET: BUDGET, Role.FULL_BUDGET: BUDGET, Role.SPENT: OUTCOME}
_NATURES = ("基本支出", "项目支出")
_WHOLES = ("支出决算", "收入决算", "收入总计", "支出总计")
PLANNED = ("支出决算", "收入决算", "一般公共预算财政拨款支出", "财政拨款支出")
"""Items whose budget at the year's beginning is 年初预算."""
_THREE_PUBLIC = ("三公", "公务接待费", "公务用车", "出国")
_PLAIN_HEADS = frozenset(
    "预算数 预算 决算 决算数 支出 收入 年初预算 年初预算数 全年预算数 全年执行数 支出决算 支出决算数 收入决算 收入决算数".split()
)
"""Heads that say the side of what the row names, and not what it is of."""
OF_ALL_PROJECTS = ("项目支出", "项目预算", "项目年初预算数")
"""Items that add up what the projects of a unit had, or spent."""
AMOUNT = "金额"
"""What an amount of a project is called of which nothing says more."""
_COUNTED = ("人", "辆", "个", "平方米", "%")
_INDICATORS = (Role.TARGET, Role.ACTUAL, Role.POINTS, Role.SCORE)
_MANNED = re.compile("(?:人数|编制?(?:情况|数)?|人员|在职|退休)$")
_FUND = re.compile("(?P<fund>(?:一般公共预算|政府性基金预算|国有资本经营预算)?财政拨款)(?:收入|支出|收支)")
_OF_FUND = {
    "收入决算": "收入",
    "支出决算": "支出",
    "收入总计": "收入总计",
    "支出总计": "支出总计",
    "基本支出决算": "基本支出",
    "项目支出": "项目支出",
    "上年结转": "",
    "年末结余": "",
}
"""What the whole unit has → what of it a fund has; empty where that has no name of its own."""
MIN_CAPTION = 6
"""Shortest line that may be a caption: 本年支出 is a head."""
_UNIT_BRACKET = re.compile(r"\([^()]*(?:元|%|人|个|件|台|套|公里|亩|户|次|日|点|处|场|吨|眼|天)[^()]*\)?$")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the heads of a column say that the numbers are of; `whole` where it is all that was spent or received."""

    subject: Subject | None = None
    whole: bool = False

    @property
    def item(self) -> bool:
        """Whether it is one that is known."""
        return self.subject is not None and self.subject.item is not None


MAX_AROUND = 60
"""Most rows above one under whose names short ones are understood."""


@dataclass(slots=True)
class Seen:
    """What is known of a table, or of one of two side by side, and what its rows were of so far."""

    topic: Subject | None = None
    """What its caption, or the text before it, speaks of."""
    captioned: bool = False
    """Whether its own caption says so."""
    columns: Sequence[Column] = ()
    names: Sequence[str] = ()
    """The items that its rows name."""
    fund: str = ""
    """The fund whose income and spending its caption says it tells: 政府性基金预算财政拨款."""
    by_unit: bool = False
    """Whether each row is a unit, and its columns are the items."""
    projects_at: int | None = None
    """The column that names the project of each row; None where rows are no projects."""
    subjects: list[Subject] = field(default_factory=list)
    totals: int = 0
    group: Subject | None = None
    """What a row without numbers names whose parts and total stand below it."""
    funds: bool = False
    """Whether the first row of a project's money stands above."""

    @property
    def around(self) -> frozenset[str]:
        """The names under which short ones are understood."""
        topic = () if self.topic is None else (self.topic.name,)
        return frozenset((*(one.name for one in self.subjects[-MAX_AROUND:]), *topic))


class Names:
    """Finds what rows are of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._counts = True

    def subject(
        self, label: str, column: Column, seen: Seen, *, funds: bool, counts: bool = True
    ) -> Subject | None:
        """Give what a number below a head in the row of that name is of; None where nothing names it.

        `counts`: it may count something, as one without decimals does.
        """
        found = self._subject(label, column, seen, funds=funds, counts=counts)
        return found if found is None or not seen.fund else self._of_fund(found, seen.fund)

    def _of_fund(self, found: Subject, fund: str) -> Subject:
        """Give what a fund has of a thing that the whole unit has too: 政府性基金预算财政拨款收入 for 收入决算."""
        name, _, inner = found.name.partition("（")
        if name not in _OF_FUND:
            return found
        own = f"{fund}{_OF_FUND[name]}"
        known = own in self._lexicon.items and bool(_OF_FUND[name])
        told = own if known else f"{name}（{fund}）"
        return self._item(f"{told}（{inner}" if inner and known else told)

    def _subject(
        self, label: str, column: Column, seen: Seen, *, funds: bool, counts: bool
    ) -> Subject | None:
        name = plain_label(label)
        self._counts = counts
        if seen.group is not None and name != label and _GROUP_TOTAL.fullmatch(name):
            return self.on_side(seen.group, column)
        if funds and column.role in _FUND_ITEMS:
            return self._of_funds(name, column.role)
        head = self._head(column, seen)
        if not name:
            found = head.subject or self._across(column, seen)
        elif TOTAL.fullmatch(name):
            found = self._in_total(name, head, column, seen)
            seen.subjects = []
            return found
        else:
            found = self._in_row(name, head, column, seen)
        if found is not None:
            seen.subjects.append(found)
        return found

    def of_project(self, column: Column, seen: Seen) -> Subject:
        """Give what a number in the row of a project is: the head says it."""
        head = self._head(column, seen)
        told = head.subject
        if told is not None and told.item is not None and not head.whole and told.name not in OF_ALL_PROJECTS:
            return told
        if "追加" in column.head:
            return self._item("本年追加预算")
        if column.role is Role.BUDGET:
            return self._item("年初预算" if "年初" in column.head else "本年预算数")
        if head.whole and told is not None and "支出" in told.name:
            return self._item(_FUND_ITEMS[Role.SPENT])
        if column.role in _FUND_ITEMS:
            return self._item(_FUND_ITEMS[column.role])
        return told or Subject(column.own[0] if column.own else AMOUNT)

    def item_of(self, label: str) -> Subject | None:
        """Give the item that a row names; None where it names none."""
        name = plain_label(label)
        if not name or TOTAL.fullmatch(name):
            return None
        found = self._named(name, Column("", Role.VALUE), frozenset())
        return found if found is not None and found.item is not None else None

    def is_item(self, label: str) -> bool:
        """Whether a row is called as an item is, and not only by a name that ends so."""
        return bool(self._lexicon.named(plain_label(label)))

    # ── The name of the row, with the heads ───────────────────────────────────────────────────

    def _in_row(self, name: str, head: _Head, column: Column, seen: Seen) -> Subject | None:
        own = self._named(name, column, seen.around)
        if own is None:
            return None
        if column.role in (*_INDICATORS, *MEASURED) and not seen.by_unit:
            return own
        if own.item is None and column.role in _SIDES and self.item_of(name) is not None:
            return own
        if own.item is not None:
            return self._of_item(own, head, column, seen)
        return self._of_unknown(own, name, head, column, seen)

    def _of_item(self, own: Subject, head: _Head, column: Column, seen: Seen) -> Subject:
        """Give what a number is of in the row of an item."""
        told = head.subject
        if told is not None and told.name == "收入决算" and own.name.endswith("支出"):
            return Subject(f"收入决算（{own.name}）")
        if self._is_of_income(seen) and own.name.endswith("支出"):
            return Subject(f"{'收入决算' if told is None else told.name}（{own.name}）")
        return own if told is None or column.role in _SIDES else self._of_both(own, head, column, seen)

    def _of_unknown(self, own: Subject, name: str, head: _Head, column: Column, seen: Seen) -> Subject:
        """Give what a number is of in the row of a unit, a project or something that no item knows."""
        told = head.subject
        if told is not None and told.item is not None and (not head.whole or seen.by_unit):
            return Subject(f"{told.name}（{name}）")
        if self._is_of_income(seen):
            return Subject(f"收入决算（{name}）")
        if seen.by_unit:
            whole = told or self._across(column, seen)
            return own if whole is None else Subject(f"{whole.name}（{name}）")
        if told is not None and not head.whole and self._tells_apart(seen):
            return Subject(f"{_shown(name)}（{told.name}）")
        return own

    @staticmethod
    def _is_of_income(seen: Seen) -> bool:
        """Whether a table tells the income for each class of spending."""
        return seen.captioned and seen.topic is not None and seen.topic.name == "收入决算"

    def _of_both(self, own: Subject, head: _Head, column: Column, seen: Seen) -> Subject:
        """Give what a number is of where the row names an item and the head something too."""
        assert own.item is not None
        assert head.subject is not None
        told = head.subject
        if head.whole or told.name == own.name:
            return own
        if column.head.endswith(_NATURES) and own.name in WHOLE_SPENDING:
            return self._nature(own, column)
        if told.item is None and not self._tells_apart(seen):
            return own
        kin = self._lexicon.kin(own.item, column.unit) if column.unit in _COUNTED else None
        if kin is not None:
            return Subject(kin.name, kin)
        plain = _bare(column.own[0]) if column.own else told.name
        side = own.name.removesuffix("决算").removesuffix("总计")
        fund = f"{plain.removesuffix(side)}{side}"
        if side in ("收入", "支出") and fund in self._lexicon.items:
            return self._item(fund)
        return Subject(f"{own.name}（{plain}）")

    def _tells_apart(self, seen: Seen) -> bool:
        """Whether heads that no item knows say what the numbers of a row are, each another thing."""
        told = {one.own[0] for one in seen.columns if one.own and one.role is Role.VALUE}
        return len(told) > 1

    def _in_total(self, name: str, head: _Head, column: Column, seen: Seen) -> Subject | None:
        told = head.subject
        if told is not None and told.item is not None and column.role not in MEASURED and not head.whole:
            if column.role is Role.VALUE and column.head.endswith(_NATURES):
                whole = self._total(name, column, seen)
                return told if whole is None else self._nature(whole, column)
            if name.startswith("总计") and _FUND.search(f"{column.own[0]}收入" if column.own else ""):
                whole = self._total(name, column, seen)
                return told if whole is None else Subject(f"{whole.name}（{_bare(column.own[0])}）")
            return told
        if told is not None and told.name in ("收入决算", "收入总计"):
            return told
        if seen.by_unit and not head.whole:
            return told or self._across(column, seen)
        if seen.projects_at is not None:
            return self._of_projects(column, head)
        whole = self._total(name, column, seen)
        if whole is None or (whole.item is None and told is not None):
            return told or Subject(name)
        if told is not None and not head.whole and self._tells_apart(seen) and column.role is Role.VALUE:
            return Subject(f"{whole.name}（{told.name}）")
        return whole

    def _of_projects(self, column: Column, head: _Head) -> Subject:
        """Give what all projects of a table together had, or spent."""
        early = "年初" in column.head
        names = {Role.BUDGET: "年初预算" if early else "本年预算数", Role.FULL_BUDGET: "全年预算数"}
        if column.role is Role.SPENT and "执行" in column.head:
            return self._item("全年执行数")
        if column.role is Role.RATE:
            return self._item("预算执行率")
        if column.role is Role.VALUE and head.subject is None and "预算" in column.head:
            return self._item("本年预算数")
        return self._item(names.get(column.role, "项目支出"))

    # ── Heads ─────────────────────────────────────────────────────────────────────────────────

    def _head(self, column: Column, seen: Seen) -> _Head:
        """Give what the heads of a column name: the lowest that is more than a side, a year or a measure."""
        if column.role in _INDICATORS:
            return _Head()
        around = seen.around
        unknown: Subject | None = None
        for part in (_bare(one) for one in reversed(column.parts)):
            name = plain_label(part)
            exact = name not in _PLAIN_HEADS and bool(self._lexicon.named(name))
            if not name or (is_plain(name) and not exact):
                continue
            found = self._named(name, column, around)
            if found is not None and found.item is not None:
                whole = found.name in _WHOLES and column.role in (Role.VALUE, Role.SPENT)
                return _Head(found, whole=whole)
            unknown = unknown or found
        if unknown is not None and len(column.parts) > 1:
            joined = self._named(plain_label("".join(map(_bare, column.parts))), column, around)
            if joined is not None and joined.item is not None:
                return _Head(joined)
        return _Head(unknown)

    def _across(self, column: Column, seen: Seen) -> Subject | None:
        """Give what a column adds up whose head only says so: as those beside it, else as the caption."""
        above = column.parts[:-1] if column.is_total else column.parts
        beside = [
            one
            for one in seen.columns
            if one is not column and (not above or one.parts[: len(above)] == above)
        ]
        beside = beside if column.is_total else list(seen.columns)
        heads = [self._head(one, Seen(seen.topic)).subject for one in beside if one.role not in _INDICATORS]
        names = [self._outcome(one).name for one in heads if one is not None and one.item is not None]
        whole = self._sum_of(names) or seen.topic
        return None if whole is None else self.on_side(whole, column)

    # ── Totals ────────────────────────────────────────────────────────────────────────────────

    def _total(self, name: str, column: Column, seen: Seen) -> Subject | None:
        """Give what the rows of a table add up to."""
        so_far = [self._outcome(one).name for one in seen.subjects]
        names = so_far if name == "小计" and so_far else [*seen.names]
        two_sides = any("收入" in one for one in names) and any("支出" in one for one in names)
        if name.startswith("总计") and (two_sides or _most(names, "收入") or _most(names, "支出")):
            return self._grand(names, seen, two_sides=two_sides)
        whole = self._whole(names, seen)
        if whole is None:
            return None
        if column.role is Role.VALUE and column.head.endswith(_NATURES):
            return self._nature(whole, column)
        return self.on_side(whole, column)

    def _grand(self, names: Sequence[str], seen: Seen, *, two_sides: bool) -> Subject:
        """Give all income, or all spending, with what was carried over."""
        seen.totals += 1
        side = "收入" if seen.totals % 2 == 1 else "支出"
        if not two_sides:
            side = "收入" if _most(names, "收入") else "支出"
        fiscal = seen.topic is not None and seen.captioned and "财政拨款" in seen.topic.name
        return self._item(f"{'财政拨款' if fiscal else ''}{side}总计")

    def _whole(self, names: Sequence[str], seen: Seen) -> Subject | None:
        topic = seen.topic
        known = frozenset(names)
        if topic is not None and topic.name in WHOLE_SPENDING and seen.captioned:
            return topic
        spoken = topic is not None and "支出" in topic.name and topic.name in WHOLE_SPENDING
        basic = known & {"基本支出决算", "人员经费决算", "公用经费决算", "财政拨款基本支出"}
        if "项目支出" in known and basic and not spoken:
            return self._item("支出决算")
        found = self._sum_of(names)
        if found is not None:
            return found
        for side, whole in (("收入", "收入决算"), ("支出", "支出决算")):
            if _most(names, side) and not (topic is not None and side in topic.name):
                return self._item(whole)
        return topic

    def _sum_of(self, names: Collection[str]) -> Subject | None:
        """Give the item that others add up to."""
        known = frozenset(names)
        best: Subject | None = None
        most = 0
        for item in self._lexicon.items.values():
            if item.identity is None or "+" not in item.identity.text or item.name in known:
                continue
            parts = {one.strip() for one in item.identity.text.split("+")}
            if item.name.endswith("预算数") or not all(one in self._lexicon.items for one in parts):
                continue
            shared = len(parts & known)
            if shared > max(1, most) and (shared == len(known) or shared == len(parts)):
                best, most = Subject(item.name, item), shared
        if most == len(known) and best is not None:
            return best
        public = [one for one in known if any(word in one for word in _THREE_PUBLIC)]
        if public and len(public) == len(known):
            return self._item("三公经费决算")
        return best

    # ── Names ─────────────────────────────────────────────────────────────────────────────────

    def _named(self, name: str, column: Column, around: Collection[str]) -> Subject | None:
        rate = column.role in (Role.TARGET, Role.ACTUAL, Role.VALUE) and name.endswith(("率", "度"))
        measured = column.role in MEASURED
        unit = "%" if rate else column.unit if column.unit in _COUNTED and not measured else "万元"
        subject = find_subject(name, unit, self._lexicon, around)
        if subject is None or subject.item is None or subject.far:
            units = ("万元", *(_COUNTED if self._counts or column.unit in _COUNTED else ("%",)))
            tried = (find_subject(name, one, self._lexicon, around) for one in units)
            subject = next(
                (one for one in tried if one is not None and one.item is not None and not one.far), subject
            )
        if subject is None or subject.item is None or subject.far:
            shown = _shown(name)
            subject = Subject(shown) if shown else None
        return subject if subject is None else self.on_side(subject, column)

    def on_side(self, subject: Subject, column: Column) -> Subject:
        """Give the budget, or the outcome, of a thing, as the head says."""
        side = _SIDES.get(column.role)
        if side is None and column.role is Role.VALUE and "预算" in column.head and "决算" not in column.head:
            side = BUDGET if _SAYS_BUDGET.search(column.head) else None
        if side is None:
            return subject
        early = "年初" in column.head
        if (
            side == BUDGET
            and early
            and subject.name == "项目支出"
            and "项目年初预算数" in self._lexicon.items
        ):
            return self._item("项目年初预算数")
        twin = None if subject.item is None else self._lexicon.twin(subject.item, side)
        if twin is not None:
            return Subject(twin.name, twin)
        if side == BUDGET and subject.name in PLANNED and column.role is Role.BUDGET:
            if subject.name == "支出决算" and not early and "支出预算数" in self._lexicon.items:
                return self._item("支出预算数")
            return self._item("年初预算")
        if side == BUDGET and not subject.name.endswith(("预算", "预算数", "结转", "追加")):
            return Subject(f"{subject.name.removesuffix('决算')}{'年初预算' if early else '预算'}")
        return subject

    def _outcome(self, subject: Subject) -> Subject:
        twin = None if subject.item is None else self._lexicon.twin(subject.item, OUTCOME)
        return subject if twin is None else Subject(twin.name, twin)

    def _of_funds(self, name: str, role: Role) -> Subject:
        """Give what a row of the table of a project's money says: 全年预算数, or a part of it."""
        part = part_of_funds(name)
        return self._item(_FUND_ITEMS[role] if part is None else f"{_FUND_ITEMS[role]}（{part}）")

    def _nature(self, whole: Subject, column: Column) -> Subject:
        """Give the basic, or the project, spending that is part of a whole."""
        plain = next(one for one in _NATURES if column.head.endswith(one))
        named = f"财政拨款{plain}" if "财政拨款" in whole.name else plain
        found = find_subject(named, "万元", self._lexicon)
        return self._item(plain) if found is None or found.item is None else found

    def captioned(self, words: Iterable[str]) -> Subject | None:
        """Give what a caption speaks of: the last item that it names, on the side of the outcome."""
        for caption in words:
            if len(caption) < MIN_CAPTION and not caption.endswith("表"):
                continue
            named = [
                entry
                for one in self._lexicon.names_in(caption)
                for entry in sorted(one.entries, key=lambda each: each.item.name.endswith("预算"))[:1]
                if not entry.item.unit.dimension.is_ratio and not entry.short and fits(entry.item, "万元")
            ]
            if named:
                return self._outcome(Subject(named[-1].item.name, named[-1].item))
        return None

    @staticmethod
    def fund_in(captions: Iterable[str]) -> str:
        """Give the fund of which a caption says that its income or spending follows; empty where none does."""
        found = (_FUND.search(one) for one in captions if one.endswith("表"))
        return next((one["fund"] for one in found if one is not None), "")

    def _item(self, name: str) -> Subject:
        return Subject(name, self._lexicon.items.get(name))


_GROUP_TOTAL = re.compile("(?:支出|经费)?(?:合计|小计|总计)")
_SAYS_BUDGET = re.compile("(?<!公共)(?<!基金)(?<!经营)预算(?!执行|完成)")


def _bare(part: str) -> str:
    return re.sub(r"\([^()]*(?:元|%|人|个|辆|次|平方米)\)?$", "", part)


def _shown(name: str) -> str:
    """Give a name that no item knows as it is printed, without its unit."""
    return _UNIT_BRACKET.sub("", name).strip("#*:,、;-—") or name


def is_of_people(name: str) -> bool:
    """Whether a name that no item knows counts people."""
    return _MANNED.search(name) is not None


def _most(names: Sequence[str], side: str) -> bool:
    of_side = sum(one.removesuffix("决算").endswith(side) for one in names)
    return of_side * 2 > len(names)
