"""Reads the figures and the claims of tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jixiao.dataclass import dataclass, field, replace
from jixiao.documents.figures.folded import fold, pieces, plain
from jixiao.documents.figures.lexicon import BUDGET, Lexicon, fits
from jixiao.documents.figures.prose import Prose
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.write import NO_UNIT
from jixiao.documents.paper import Paper, Table
from jixiao.documents.tables.blocks import Block, Number, Part, blocks_of, first_of
from jixiao.documents.tables.captions import captions_above, remarks_below
from jixiao.documents.tables.cells import GridText
from jixiao.documents.tables.columns import Column, Role, own_unit, unit_declared, unit_in
from jixiao.documents.tables.grid import Row, rows_of
from jixiao.documents.tables.labels import (
    FUNDS,
    is_of_funds,
    is_total_of_scores,
    is_twofold,
    label_before,
    plain_label,
)
from jixiao.documents.tables.naming import OF_ALL_PROJECTS, PLANNED, Names, Seen, is_of_people
from jixiao.documents.tables.pairing import PLAIN
from jixiao.documents.tables.projects import project_of
from jixiao.model.reading import (
    ALL_PROJECTS,
    ClaimKind,
    Measure,
    ReadClaim,
    ReadFigure,
    Unread,
    as_of_project,
)

PERCENT = "印的是百分数，不是这一项的数"
_MEASURES = {Role.SHARE: Measure.SHARE, Role.GROWTH: Measure.GROWTH, Role.CHANGE: Measure.CHANGE}
_BEGINS_GROUP = re.compile("[一二三四五六七八九十]{1,3}、")
_REASON = re.compile("原因|说明|备注|措施")
_MONEY = ("万元", "元", "亿元", "千元")
_COUNT_WORDS = ("个", "批", "批次", "次", "人", "人次", "辆", "台", "套", "台套", "户")
_AMOUNTS = (Role.BUDGET, Role.FULL_BUDGET, Role.SPENT)
_FOR_MONEY = re.compile("资金|金额|投资|经费|费用|造价")
"""Heads whose own unit holds for every row, whatever a row's name counts in."""
_RATES = (Role.RATE, Role.GROWTH, Role.SHARE)
_TERMS = re.compile(r"[(](?P<over>\d+(?:\.\d+)?)/(?P<under>\d+(?:\.\d+)?)[)]$")
_COMPARED = ("≥", "≤", ">=", "<=", "<", ">")
_SENTENCE = re.compile(r"\d.*(?:万元|元|%|[\u4e00-\u9fff])")
_POINTS = re.compile(r"^[\d、.()]*[^,。;\d]*\d+分\)?$|\d+字")
"""What looks like figures and only says the points of a block, or how much may be written."""
_FULL_MARKS = ("100", "100.0", "100.00")
_OF_GRADES = ("等级", "等次", "档次", "评定结果")
MAX_GRADE = 4
"""Longest word for a grade."""
MIN_SENTENCE = 6
"""Shortest cell that may hold a sentence with figures."""


@dataclass(slots=True)
class Around:
    """What stands around a table: the units above it, the nearest first, and what the text before it speaks of."""

    year: int | None
    units: list[str] = field(default_factory=list)
    topic: Subject | None = None

    def unit(self, unit: str) -> None:
        """Note a unit that is printed for what follows."""
        if unit:
            self.units.insert(0, unit)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what its numbers are told by."""

    part: Part
    around: Around
    roles: frozenset[Role]
    seen: Seen

    @property
    def row(self) -> Row:
        """The row."""
        return self.part.row


@dataclass(slots=True)
class TableReader:
    """Reads one table after another; `prose` reads the sentences in their cells."""

    lexicon: Lexicon
    paper: Paper
    prose: Prose
    unread: list[Unread] = field(default_factory=list)
    claims: list[ReadClaim] = field(default_factory=list)

    def read(self, table: Table, around: Around) -> Iterator[ReadFigure]:
        """Yield the figures of a table; its claims and what was left unread are collected."""
        rows = list(rows_of(self.paper, table))
        captions = list(captions_above(self.paper, table))
        for caption in reversed(captions):
            around.unit(unit_in(caption))
        if not any(map(unit_in, captions)):
            around.unit(unit_declared(remarks_below(self.paper, table)))
        before = len(self.claims)
        for block in blocks_of(rows, captions, Names(self.lexicon), complete=table.complete):
            for side in block.sides:
                if side.topic is None:
                    side.topic = around.topic
            yield from self._block(block, around)
        self._leave_full_marks(before)

    def _block(self, block: Block, around: Around) -> Iterator[ReadFigure]:
        for column in block.heads.values():
            if column.unit in _MONEY and column.unit not in around.units:
                around.units.append(column.unit)
        for aside in (one.words for row in block.rows for one in row.words[: -1 if row.numbers else None]):
            if (unit := unit_in(aside)) and unit not in around.units:
                around.units.append(unit)
        parts = iter(block.parts)
        part = next(parts, None)
        for row in block.rows:
            if not row.numbers:
                for one in row.words:
                    around.unit(unit_in(one.words))
            while part is not None and part.row is row:
                if part.named or not block.named:
                    yield from self._row(_Line(part, around, block.roles, block.sides[part.side]))
                else:
                    self._leave_all(part)
                part = next(parts, None)
            yield from self._sentences(row)

    def _row(self, line: _Line) -> Iterator[ReadFigure]:
        part = line.part
        named = part.named
        cells = [one.cell for one in part.numbers]
        if named and _BEGINS_GROUP.match(named[0].words):
            valued = any(
                one.cell.entry is not None and one.column.role is not Role.NONE for one in part.numbers
            )
            line.seen.group = None if valued else Names(self.lexicon).item_of(named[0].words)
        if not any(one.entry is not None for one in cells):
            return
        if line.seen.projects_at is not None:
            self._grades(line)
        if Role.TARGET in line.roles and named:
            yield from self._target_in_name(named[-1], line.around)
        first = first_of(part.numbers)
        twofold = is_twofold(part.group, named)
        alone = twofold or self._is_pair(named, cells)
        figures: list[ReadFigure] = []
        for one in part.numbers:
            if one.cell.entry is not None:
                label = label_before(named, one.cell, first, twofold=twofold)
                words = "" if label is None else label.words
                told = Number(one.cell, PLAIN) if alone and one.column.role is not Role.NONE else one
                figures += self._number(told, words, line)
        yield from _doubted(figures)

    def _number(self, number: Number, label: str, line: _Line) -> Iterator[ReadFigure]:
        one, column = number.cell, number.column
        if column.role in (Role.NONE, Role.UNIT):
            self._leave(one, "行次或编码")
            return
        if column.role in (Role.POINTS, Role.SCORE):
            self._claim(one, column.role, label, line)
            return
        seen = line.seen
        funds = column is not PLAIN and is_of_funds(label, line.roles, begun=seen.funds)
        seen.funds = seen.funds or (funds and FUNDS.match(plain_label(label)) is not None)
        assert one.entry is not None
        counts = "." not in one.entry.digits
        names, project = Names(self.lexicon), project_of(line.row, seen, label)
        subject = (
            names.subject(label, column, seen, funds=funds, counts=counts)
            if project is None
            else names.of_project(column, seen)
        )
        if subject is None:
            self._leave(one, "不知道是什么的数")
            return
        own = line.part.unit or own_unit(label)
        figure = self._figure(number, subject, line, own)
        if project is not None:
            figure = as_of_project(figure, project)
        elif seen.projects_at is not None and figure.own_item not in OF_ALL_PROJECTS:
            figure = replace(figure, project=ALL_PROJECTS)
        yield figure
        yield from self._terms(one, subject, line)

    # ── A number ──────────────────────────────────────────────────────────────────────────────

    def _figure(self, number: Number, subject: Subject, line: _Line, own: str) -> ReadFigure:
        entry, column, year = number.cell.entry, number.column, line.around.year
        assert entry is not None
        name, measure = self._measured(subject, column, line.row)
        counts = "." not in entry.digits
        unit = self._unit(entry.unit or own, column, subject, measure, line.around.units, counts=counts)
        if column.year is not None and column.role is not Role.TARGET:
            year = column.year
        elif column.last_year and year is not None:
            year -= 1
        if column.role is Role.TARGET or entry.sign in _COMPARED:
            name = f"{name}目标"
        percent = (
            entry.unit == "%"
            and name == subject.name
            and measure is Measure.VALUE
            and not _is_told_in_percent(subject)
        )
        told = bool(unit) or column.role in (Role.TARGET, Role.ACTUAL)
        return ReadFigure(
            name,
            measure,
            f"-{entry.digits}"
            if column.less and entry.digits.strip("0.")[:1] not in ("-", "")
            else entry.digits,
            unit,
            year,
            entry.span,
            self.paper.words(entry.span),
            known=name in self.lexicon.items,
            doubts=tuple(
                one for one in ("" if told else NO_UNIT, PERCENT if percent else "", number.doubt) if one
            ),
        )

    def _terms(self, one: GridText, subject: Subject, line: _Line) -> Iterator[ReadFigure]:
        """Yield the two numbers of a rate that stand in brackets behind it: 94.12%(64/68)."""
        terms = self.lexicon.terms.get(plain(subject.name))
        match = _TERMS.search(one.words)
        if terms is None or match is None:
            return
        folded = fold(self.paper.text, one.cell.span)
        for item, group in ((terms.numerator, "over"), (terms.denominator, "under")):
            if item is not None:
                span = folded.span(*match.span(group))
                unit = item.unit.name
                yield ReadFigure(
                    item.name,
                    Measure.VALUE,
                    match[group],
                    unit,
                    line.around.year,
                    span,
                    self.paper.words(span),
                    doubts=() if unit == "人" else (NO_UNIT,),
                )

    def _measured(self, subject: Subject, column: Column, row: Row) -> tuple[str, Measure]:
        """Give the name and the measure of a number: a rate of completion is of the budget that is completed."""
        name = subject.name
        if column.role is Role.RATE:
            if name.startswith("预算执行率") or _is_ratio(subject):
                return name, Measure.VALUE
            heads = row.heads.values()
            full = any(head.role is Role.FULL_BUDGET for head in heads)
            early = "年初" in column.head or (not full and any("年初" in head.head for head in heads))
            twin = None if subject.item is None else self.lexicon.twin(subject.item, BUDGET)
            if twin is not None and f"{twin.name}完成率" in self.lexicon.items:
                return twin.name, Measure.COMPLETION
            return ("年初预算" if early and name in PLANNED else name), Measure.COMPLETION
        measure = _MEASURES.get(column.role, Measure.VALUE)
        if measure in (Measure.CHANGE, Measure.GROWTH) and _is_against_budget(column, row.heads.values()):
            return f"{name}较预算{'增减率' if measure is Measure.GROWTH else '增减额'}", Measure.VALUE
        return name, measure

    def _unit(
        self,
        own: str,
        column: Column,
        subject: Subject,
        measure: Measure,
        units: Sequence[str],
        *,
        counts: bool,
    ) -> str:
        """Give the unit of a number: its own, that of its head, or the nearest printed one that fits."""
        if measure in (Measure.SHARE, Measure.GROWTH, Measure.COMPLETION) or column.role in _RATES:
            unsaid = (
                measure is Measure.VALUE and subject.item is None and "%" not in (own, column.unit, *units)
            )
            return "" if unsaid else "%"
        item = subject.item or self.lexicon.items.get(subject.name.split("（")[0])
        if item is not None:
            printed = [one for one in (own, column.unit, *units) if one]
            fitting = next((one for one in printed if fits(item, one)), "")
            if not fitting and item.unit.name == "人" and any(map(is_of_people, column.parts)):
                return "人"
            if not fitting and own in _COUNT_WORDS and not fits(item, "万元"):
                return own
            return fitting or ("%" if item.unit.dimension.is_ratio else "")
        if own or column.unit:
            of_money = column.unit in _MONEY and (column.role in _AMOUNTS or _FOR_MONEY.search(column.head))
            return column.unit if of_money else own or column.unit
        if subject.name.endswith(("率", "度", "率（财政拨款）")):
            return "%" if column.role not in (Role.TARGET, Role.ACTUAL) or units[:1] == ["%"] else ""
        if column.role in (Role.TARGET, Role.ACTUAL):
            return next((one for one in units[:1] if one not in ("万元", "元")), "")
        if is_of_people(subject.name) and counts:
            return "人"
        return next((one for one in units if one in _MONEY), next((one for one in units if one != "%"), ""))

    def _target_in_name(self, label: GridText, around: Around) -> Iterator[ReadFigure]:
        """Yield a target that is written into the name of an indicator: 年末资金支付率100%."""
        folded = fold(self.paper.text, label.cell.span)
        match = re.fullmatch(r"(?P<name>.*[^\d≥≤])[≥≤]?(?P<digits>\d+(?:\.\d+)?)(?P<unit>%)", folded.text)
        if match is not None:
            span = folded.span(*match.span("digits"))
            name = f"{plain_label(match['name'])}目标"
            yield ReadFigure(
                name,
                Measure.VALUE,
                match["digits"],
                "%",
                around.year,
                span,
                self.paper.words(span),
                known=False,
            )

    def _sentences(self, row: Row) -> Iterator[ReadFigure]:
        """Yield the figures of cells that hold sentences: aims, and what became of them."""
        for one in row.words:
            column = row.heads.get(one.cell.column, PLAIN)
            role = Role.ACTUAL if _REASON.search(column.head) else column.role
            tells = len(one.words) >= MIN_SENTENCE and _SENTENCE.search(one.words) is not None
            if tells and role is not Role.NONE and (role is Role.TARGET or not _POINTS.search(one.words)):
                reason = _REASON.search(column.head) is not None
                for piece in pieces(fold(self.paper.text, one.cell.span)):
                    read = self.prose.read(piece)
                    yield from (figure for figure in read if not (reason and figure.unit == "%"))

    def _is_pair(self, named: Sequence[GridText], numbers: Sequence[GridText]) -> bool:
        """Whether a row is a name with a colon and its one number, on one line."""
        if len(numbers) != 1 or not named or not named[-1].words.endswith(":"):
            return False
        return "\n" not in self.paper.text[named[-1].cell.span.end : numbers[0].cell.span.start]

    # ── Claims ────────────────────────────────────────────────────────────────────────────────

    def _claim(self, one: GridText, role: Role, label: str, line: _Line) -> None:
        assert one.entry is not None
        if role is Role.POINTS:
            self._leave(one, "分值")
            return
        name, project = plain_label(label), project_of(line.row, line.seen, label)
        total = project is not None or is_total_of_scores(name)
        if total and FUNDS.match(name) and Role.FULL_BUDGET in line.roles:
            total, name = False, "预算执行率"
        span = one.entry.span
        what = "total" if total else "indicator"
        if line.seen.projects_at is not None and project is None:
            what = "mean"
        quote = self.paper.words(span)
        indicator = name if what == "indicator" else None
        self.claims.append(
            ReadClaim(what, one.entry.digits, ClaimKind.SCORE, span, quote, indicator, project=project)
        )

    def _grades(self, line: _Line) -> None:
        """Take the grade that a column tells of the project of a row."""
        for one in line.row.words:
            head = line.row.heads.get(one.cell.column, PLAIN).head
            project = project_of(line.row, line.seen, "")
            if project is not None and len(one.words) <= MAX_GRADE and head.endswith(_OF_GRADES):
                span = one.cell.span
                quote = self.paper.words(span)
                self.claims.append(
                    ReadClaim("grade", one.words, ClaimKind.GRADE, span, quote, project=project)
                )

    def _leave_full_marks(self, before: int) -> None:
        """Leave 合计 100 of a table in which nothing is scored: it adds up the points that may be reached."""
        claims = self.claims[before:]
        if any(one.what == "indicator" for one in claims):
            return
        full = [one for one in claims if one.value in _FULL_MARKS]
        self.claims[before:] = [one for one in claims if one not in full]
        self.unread += [Unread(one.quote, one.span, "分值") for one in full]

    def _leave_all(self, part: Part) -> None:
        for number in part.numbers:
            if number.cell.entry is not None:
                self._leave(number.cell, "没有名称，不知道是什么的数")

    def _leave(self, one: GridText, why: str) -> None:
        assert one.entry is not None
        self.unread.append(Unread(self.paper.words(one.entry.span), one.entry.span, why))


def _is_against_budget(column: Column, heads: Collection[Column]) -> bool:
    """Whether a change is one against the budget: its head says so, or no other year stands in the table."""
    if re.search("预算|预决算", column.head):
        return True
    if re.search("年|同比|同期|增长", column.head):
        return False
    years = {one.year for one in heads if one.year is not None}
    sides = {one.role for one in heads}
    return (
        len(years) < 2
        and not any(one.last_year for one in heads)
        and Role.SPENT in sides
        and not sides.isdisjoint((Role.BUDGET, Role.FULL_BUDGET))
    )


def _doubted(figures: Sequence[ReadFigure]) -> Iterator[ReadFigure]:
    """Yield the figures of a row; two that are of one thing and differ are doubtful."""
    for one in figures:
        other = next(
            (
                each
                for each in figures
                if each is not one
                and each.known
                and (each.item, each.measure, each.year) == (one.item, one.measure, one.year)
                and each.value != one.value
            ),
            None,
        )
        said = () if other is None else (f"同一行还有一个“{one.item}”：{other.value}",)
        yield replace(one, doubts=(*one.doubts, *said)) if said else one


def _is_told_in_percent(subject: Subject) -> bool:
    """Whether a percentage may be the value of a thing; of what no item knows it may."""
    return subject.item is None or subject.item.unit.dimension.is_ratio


def _is_ratio(subject: Subject) -> bool:
    return subject.item is not None and subject.item.unit.dimension.is_ratio
