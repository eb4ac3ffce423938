"""Figures in tables: the row's name and the column's head together say what each number is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.columns import Column, Role, unit_in
from jixiao.documents.figures.folded import fold
from jixiao.documents.figures.grid import GridText, Row, is_dash, rows_of
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.words import cleaned
from jixiao.documents.paper import Paper, Table
from jixiao.model.reading import ClaimKind, Measure, ReadClaim, ReadFigure, Unread

_TOTAL = re.compile(r"(?:年度)?(?:资金)?(?:合计|总计|小计|总额|总数|共计|本年合计)(?:数)?")
_FUNDS = re.compile(r"(?:年度)?(?:预算)?资金(?:总额|合计)|总额|年度资金总额|全年资金")
_PART_OF_FUNDS = re.compile(
    r"(?:其中)?(?:本年|当年|年度)?(?P<name>财政拨款|财政资金|上年结转(?:资金)?|其他资金|单位资金|财政专户(?:管理)?资金|自有资金|中央(?:财政)?资金|省级(?:财政)?资金|市级(?:财政)?资金|县级(?:财政)?资金|地方资金|一般公共预算(?:资金|拨款)?|政府性基金(?:预算)?(?:资金|拨款)?|财政专户)"
)
_MONEY = (Role.BUDGET, Role.FULL_BUDGET, Role.SPENT, Role.VALUE)
_FUND_ITEMS = {
    Role.BUDGET: "年初预算",
    Role.FULL_BUDGET: "全年预算数",
    Role.SPENT: "全年执行数",
    Role.RATE: "预算执行率",
}
_WHOLE_SPENDING = ("一般公共预算财政拨款支出", "财政拨款支出", "支出决算")
_NATURES = ("基本支出", "项目支出")
_NUMBERING = re.compile(
    r"^(?:其中)?[:]?(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.](?!\d)|\(?[一二三四五六七八九十\d]{1,2}\)|指标\d+[:]?|[①-⑳])+"
)
NO_HEAD = "表里没有栏名，不能确定是哪一栏"
NO_UNIT = "没有印单位"


@dataclass(slots=True)
class Around:
    """What stands around a table: the unit above it, what the text before it speaks of, the report's year."""

    year: int | None
    unit: str = ""
    topic: Subject | None = None


@dataclass(slots=True)
class TableReader:
    """Reads the figures and the claims of one table after another."""

    lexicon: Lexicon
    paper: Paper
    unread: list[Unread] = field(default_factory=list)
    claims: list[ReadClaim] = field(default_factory=list)

    def read(self, table: Table, around: Around) -> Iterator[ReadFigure]:
        """Yield the figures of a table; its claims and what was left unread are collected."""
        rows = list(rows_of(self.paper, table))
        unit = around.unit
        sizes = self._sizes(rows)
        seen: list[Subject] = []
        halves: dict[str, int] = {}
        for row in rows:
            words = [one.words for one in row.words]
            if not row.numbers:
                unit = next(filter(None, map(unit_in, words)), unit)
                continue
            for group in _groups(row):
                yield from self._row(group, row, around, unit, table, sizes, seen, halves)

    @staticmethod
    def _sizes(rows: Sequence[Row]) -> frozenset[Role]:
        return frozenset(column.role for row in rows for column in row.heads.values())

    # ── A row ─────────────────────────────────────────────────────────────────────────────────

    def _row(
        self,
        group: Sequence[GridText],
        row: Row,
        around: Around,
        unit: str,
        table: Table,
        roles: frozenset[Role],
        seen: list[Subject],
        halves: dict[str, int],
    ) -> Iterator[ReadFigure]:
        words = [one for one in group if one.entry is None and one.words and not is_dash(one.words)]
        named = [
            one
            for one in words
            if row.heads.get(one.cell.column, _NO_COLUMN).role
            not in (Role.UNIT, Role.NONE, Role.TARGET, Role.ACTUAL)
        ]
        label = _label(named)
        own_unit = next(
            (one.words for one in words if row.heads.get(one.cell.column, _NO_COLUMN).role is Role.UNIT), ""
        )
        numbers = [
            one for one in group if one.entry is not None or (is_dash(one.words) and not table.complete)
        ]
        funds = _is_funds(label, roles)
        heads = [one.head for one in row.heads.values()]
        if Role.TARGET in roles and named:
            yield from self._target_in_name(named[-1], around)
        pair = len(numbers) == 1 and label.endswith(":") and "\n" not in self._between(named[-1], numbers[0])
        pairs = [(numbers[0], _PLAIN)] if pair else _paired(numbers, row, complete=table.complete)
        for one, column in pairs:
            if one.entry is None:
                continue
            role = column.role
            if role is Role.NONE:
                self._leave(one, "行次或编码")
                continue
            if role in (Role.POINTS, Role.SCORE):
                self._claim(one, role, label, roles)
                continue
            subject = self._subject(label, column, around, funds=funds, roles=roles, seen=seen, halves=halves)
            if subject is None:
                self._leave(one, "不知道是什么的数")
                continue
            yield self._figure(one, column, subject, around, own_unit or unit_in(label) or unit, heads)

    def _between(self, one: GridText, other: GridText) -> str:
        return self.paper.text[one.cell.span.end : other.cell.span.start]

    def _target_in_name(self, label: GridText, around: Around) -> Iterator[ReadFigure]:
        """Yield a target that is written into the name of an indicator: 年末资金支付率100%."""
        folded = fold(self.paper.text, label.cell.span)
        match = re.fullmatch(r"(?P<name>.*[^\d≥≤])[≥≤]?(?P<digits>\d+(?:\.\d+)?)(?P<unit>%)", folded.text)
        if match is not None:
            span = folded.span(*match.span("digits"))
            name = f"{_plain_label(match['name'])}目标"
            yield ReadFigure(
                name,
                Measure.VALUE,
                match["digits"],
                "%",
                around.year,
                span,
                self.paper.words(span),
                known=name in self.lexicon.items,
            )

    def _subject(
        self,
        label: str,
        column: Column,
        around: Around,
        *,
        funds: bool,
        roles: frozenset[Role],
        seen: list[Subject],
        halves: dict[str, int],
    ) -> Subject | None:
        role = column.role
        name = _plain_label(label)
        if funds and role in _FUND_ITEMS:
            return self._of_funds(name, role)
        if not label:
            return self._named(column.head, column, around)
        if _TOTAL.fullmatch(name):
            return self._total(name, column, around, seen, halves)
        subject = self._named(name, column, around)
        if subject is not None and column.role is Role.VALUE and column.head in _NATURES:
            if subject.name in _WHOLE_SPENDING:
                return self._nature(subject, column)
            return Subject(f"{subject.name}（{column.head}）")
        if subject is not None:
            seen.append(subject)
        return subject

    def _named(self, name: str, column: Column, around: Around) -> Subject | None:
        unit = (
            "%"
            if column.role in (Role.TARGET, Role.ACTUAL, Role.VALUE) and name.endswith(("率", "度"))
            else "万元"
        )
        if unit == "万元" and column.unit in ("人", "辆", "个", "㎡"):
            unit = column.unit
        subject = find_subject(name, unit, self.lexicon)
        if subject is None or subject.item is None:
            counted = next(
                (
                    one
                    for one in ("人", "辆", "个", "平方米", "%")
                    if (find_subject(name, one, self.lexicon) or _NOBODY).item
                ),
                None,
            )
            subject = find_subject(name, counted, self.lexicon) if counted else subject
        if subject is None or subject.far:
            shown = cleaned(re.sub(r"\([^)]*(?:万元|元|%)[^)]*\)?", "", name))
            subject = Subject(shown) if shown else None
        return subject if subject is None else self._on_side(subject, column)

    def _on_side(self, subject: Subject, column: Column) -> Subject:
        side = {Role.BUDGET: BUDGET, Role.FULL_BUDGET: BUDGET, Role.SPENT: OUTCOME}.get(column.role)
        if side is None and "预算" in column.head and "决算" not in column.head and column.role is Role.VALUE:
            side = BUDGET
        if side is None:
            return subject
        if subject.item is None:
            return (
                Subject(f"{subject.name}{'年初预算' if '年初' in column.head else '预算'}")
                if side == BUDGET
                else subject
            )
        twin = self.lexicon.twin(subject.item, side)
        if twin is not None:
            return Subject(twin.name, twin)
        if side == BUDGET and not subject.item.name.endswith(("预算", "预算数")):
            return Subject(f"{subject.item.name}{'年初预算' if '年初' in column.head else '预算'}")
        return subject

    def _of_funds(self, name: str, role: Role) -> Subject:
        """Give what a row of the table of a project's money says: 全年预算数, or a part of it."""
        whole = _FUND_ITEMS[role]
        part = _PART_OF_FUNDS.match(name)
        if part is None or _FUNDS.match(name):
            return Subject(whole, self.lexicon.items.get(whole))
        named = f"{whole}（{part['name']}）"
        return Subject(named, self.lexicon.items.get(named))

    def _total(
        self, name: str, column: Column, around: Around, seen: list[Subject], halves: dict[str, int]
    ) -> Subject | None:
        if (
            name.startswith("总计")
            and any("收入" in one.name for one in seen)
            and any("支出" in one.name for one in seen)
        ):
            count = halves[name] = halves.get(name, 0) + 1
            whole = "收入总计" if count == 1 else "支出总计"
            return Subject(whole, self.lexicon.items.get(whole))
        if any("三公" in one.name or "公务接待费" in one.name or "公务用车" in one.name for one in seen):
            item = self.lexicon.items.get("三公经费决算")
            return self._on_side(Subject("三公经费决算", item), column)
        topic = self._sum_of(seen, around)
        if topic is None:
            return Subject(f"{name}")
        if column.role is Role.BUDGET and topic.name in (
            "一般公共预算财政拨款支出",
            "财政拨款支出",
            "支出决算",
        ):
            return Subject("年初预算", self.lexicon.items.get("年初预算"))
        if column.role is Role.VALUE and column.head in _NATURES:
            return self._nature(topic, column)
        return self._on_side(topic, column)

    def _nature(self, whole: Subject, column: Column) -> Subject:
        """Give the basic, or the project, spending that is part of a whole."""
        named = f"财政拨款{column.head}" if "财政拨款" in whole.name else column.head
        found = find_subject(named, "万元", self.lexicon)
        return Subject(named, self.lexicon.items.get(named)) if found is None else found

    def _sum_of(self, seen: Sequence[Subject], around: Around) -> Subject | None:
        """Give what the rows of a table add up to: as its rows say, else as the text before it does."""
        names = [one.name for one in seen]
        topic = around.topic
        if {"基本支出决算", "项目支出"} <= set(names) and (topic is None or "支出" not in topic.name):
            return Subject("支出决算", self.lexicon.items.get("支出决算"))
        incomes = sum(one.endswith("收入") for one in names)
        if incomes and incomes * 2 > len(names) and (topic is None or "收入" not in topic.name):
            return Subject("收入决算", self.lexicon.items.get("收入决算"))
        spent = sum(one.endswith("支出") for one in names)
        if spent and spent * 2 > len(names) and (topic is None or "支出" not in topic.name):
            return Subject("支出决算", self.lexicon.items.get("支出决算"))
        return topic

    # ── A number ──────────────────────────────────────────────────────────────────────────────

    def _figure(
        self, one: GridText, column: Column, subject: Subject, around: Around, unit: str, heads: Sequence[str]
    ) -> ReadFigure:
        assert one.entry is not None
        entry, role = one.entry, column.role
        name, measure = subject.name, Measure.VALUE
        shown = entry.unit or column.unit or unit
        year = around.year
        if column.year is not None and column.role is not Role.TARGET:
            year = column.year
        elif column.last_year and around.year is not None:
            year = around.year - 1
        if role is Role.RATE:
            shown = "%"
            if name in _WHOLE_SPENDING and any("年初" in head for head in heads):
                name = "年初预算"
            if name not in ("预算执行率",) and not name.startswith("预算执行率（"):
                measure = (
                    Measure.COMPLETION
                    if subject.item is None or not subject.item.unit.dimension.is_ratio
                    else measure
                )
        elif role is Role.SHARE:
            measure, shown = Measure.SHARE, "%"
        elif role is Role.GROWTH:
            measure, shown = Measure.GROWTH, "%"
        elif role is Role.CHANGE:
            measure = Measure.CHANGE
        if measure in (Measure.CHANGE, Measure.GROWTH) and "预算" in column.head:
            name, measure = f"{name}较预算{'增减率' if role is Role.GROWTH else '增减额'}", Measure.VALUE
        ratio = subject.item is not None and subject.item.unit.dimension.is_ratio
        if (
            measure is Measure.VALUE
            and shown in ("万元", "元")
            and (ratio or name.endswith(("率", "率目标", "度", "度目标")))
            and not entry.unit
        ):
            shown = "%" if ratio or name.endswith(("率", "度")) else shown
        if role in (Role.TARGET, Role.ACTUAL) and not entry.unit:
            shown = column.unit or (unit if unit not in ("万元",) else "")
        if role is Role.TARGET or entry.sign in ("≥", "≤", ">=", "<=", "<", ">"):
            name = f"{name}目标"
        if (
            role is Role.VALUE
            and subject.item is not None
            and not entry.unit
            and not fits(subject.item, shown)
        ):
            shown = subject.item.unit.name
        doubts = () if shown or role in (Role.TARGET, Role.ACTUAL) else (NO_UNIT,)
        span = entry.span
        return ReadFigure(
            name,
            measure,
            entry.digits,
            shown,
            year,
            span,
            self.paper.words(span),
            known=name in self.lexicon.items,
            doubts=doubts,
        )

    def _claim(self, one: GridText, role: Role, label: str, roles: frozenset[Role]) -> None:
        assert one.entry is not None
        if role is Role.POINTS:
            self._leave(one, "分值")
            return
        name = _plain_label(label)
        what = "total" if _TOTAL.fullmatch(name) or name in ("总分", "自评总分", "自评得分") else "indicator"
        if _FUNDS.match(name) and what == "total" and Role.FULL_BUDGET in roles:
            what, name = "indicator", "预算执行率"
        span = one.entry.span
        self.claims.append(
            ReadClaim(
                what,
                one.entry.digits,
                ClaimKind.SCORE,
                span,
                self.paper.words(span),
                None if what == "total" else name,
            )
        )

    def _leave(self, one: GridText, why: str) -> None:
        assert one.entry is not None
        self.unread.append(Unread(self.paper.words(one.entry.span), one.entry.span, why))


_NO_COLUMN = Column("", Role.LABEL)
_NOBODY = Subject("")


def _label(words: Sequence[GridText]) -> str:
    return words[-1].words if words else ""


def _plain_label(label: str) -> str:
    plain = _NUMBERING.sub("", label)
    plain = re.sub(r"^其中[:]?", "", plain)
    plain = _NUMBERING.sub("", plain)
    return re.sub(r"[:]$", "", plain)


def _is_funds(label: str, roles: frozenset[Role]) -> bool:
    """Whether a row is one of the table of a project's money."""
    if not (Role.FULL_BUDGET in roles or {Role.BUDGET, Role.SPENT, Role.RATE} <= roles):
        return False
    name = _plain_label(label)
    return _FUNDS.match(name) is not None or (
        _PART_OF_FUNDS.fullmatch(name) is not None
        and (Role.POINTS in roles or Role.SCORE in roles or Role.RATE in roles)
    )


def _groups(row: Row) -> Iterator[Sequence[GridText]]:
    """Yield the parts of a row of two tables side by side: each begins at a column of names."""
    starts = sorted(column for column, head in row.heads.items() if head.role is Role.LABEL)
    heads = [row.heads[one].head for one in starts]
    if len(starts) > 1 and len(set(heads)) < len(heads) and starts[1] - starts[0] > 1:
        for place, start in enumerate(starts):
            end = starts[place + 1] if place + 1 < len(starts) else 10_000
            part = [one for one in row.cells if start <= one.cell.column < end]
            if any(one.entry is not None for one in part):
                yield part
        return
    yield row.cells


def _paired(numbers: Sequence[GridText], row: Row, *, complete: bool) -> Iterator[tuple[GridText, Column]]:
    """Yield each number with its column; where empty cells left no trace, they are laid below the heads that fit."""
    if complete:
        for one in numbers:
            yield one, row.heads.get(one.cell.column, _PLAIN)
        return
    heads = [row.heads[at] for at in sorted(row.heads)]
    while heads and heads[0].role is Role.LABEL:
        heads = heads[1:]
    heads = [one for one in heads if one.role is not Role.LABEL and "原因" not in one.head]
    if not heads:
        for one in numbers:
            yield one, _PLAIN
        return
    shown = [one for one in numbers if one.entry is not None]
    if len(numbers) < len(heads) and not any("%" in one.words for one in shown):
        if len(heads) > 2:
            heads = [one for one in heads if one.role is not Role.RATE]
    if len(numbers) < len(heads) and heads[0].role is Role.NONE:
        heads = heads[: len(numbers)]
    while len(heads) > len(numbers):
        heads = heads[1:]
    for place, one in enumerate(numbers):
        yield one, heads[place] if place < len(heads) else _PLAIN


_PLAIN = Column("", Role.VALUE)
