"""Rows of a part → drafts of indicators: labels carried down, rows that go on, sections, totals and notes told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.issued.draft import Draft, DraftRow
from jixiao.documents.issued.grid import Cell, Line
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.layout import Filled, Layout
from jixiao.documents.issued.ledger import Ledger
from jixiao.documents.issued.signs import (
    extra_of,
    is_extra_head,
    is_note,
    is_signed,
    is_subtotal,
    is_total,
    is_veto,
    sounds_like_rule,
)
from jixiao.documents.issued.texts import bare_number, capped, category_label, is_section, points_in_name
from jixiao.model.issued import Piece, Use

MAX_NOTES = 12
"""How many paragraphs behind the last table are looked at for notes."""
MAX_SECTION = 40
"""Longest text that is the head of a section."""
TOTAL = "合计行，不是指标"
NOTE = "表下的注，没有写进指标；其中的口径、等级、封顶和一票否决请写到表头的键里"
VETO = "一票否决，不是指标；请写到表头的“否决”里"
FORM = "填表人、单位、日期一类，不是指标表的内容"
GUESSED = "归类取自“{head}”一列：它的表头没有说是归类，照一格管几行认的"
HEADLESS = "没有表头"
CARRIED = "归类照前面表头以上的“{name}”：表头重复以后，这里空着"
NO_NUMBER = "写在序号一列，不是序号，没有看出它管什么"
LOST = "前面没有指标，不知道属于哪一项"
LEFT: dict[Column, tuple[Use, str]] = {
    Column.NUMBER: (Use.NUMBER, "序号，不用写进文件"),
    Column.POINTS: (Use.WEIGHT, "另一列分值，指标的分值已从别的列读出"),
    Column.WEIGHT: (Use.WEIGHT, "权重列，指标的分值已从别的列读出"),
    Column.CLAIM: (Use.CLAIM, "单位自评或考核的得分，不是分值"),
    Column.ACTUAL: (Use.ACTUAL, "填报的完成情况，不是标准"),
    Column.REASON: (Use.REASON, "填报的扣分原因，不是标准"),
}
_BLANK = re.compile(r"\s+")


class Gathering:
    """Goes through the rows of one part after another; what a section says holds until the next."""

    def __init__(self, ledger: Ledger) -> None:
        self.drafts: list[Draft] = []
        self.notes: list[tuple[int, Piece]] = []
        self.stated: list[tuple[int, Cell, Cell]] = []
        """Of each total: the number of its part, its words and its number."""
        self._ledger = ledger
        self._section: Cell | Line | None = None
        self._labels: dict[int, Cell] = {}
        self._open: Draft | None = None
        self._part = 0
        self._noted = False
        self._is_done = False
        """Whether a total was the last thing that stood there."""
        self._carried: set[int] = set()

    def begin(self, part: int, *, goes_on: bool = False) -> None:
        """Begin a part: a new table begins anew; below heads that are only said again the labels still hold."""
        self._part = part
        self._noted = False
        if not goes_on or self._is_done:
            self._labels = {}
        self._carried = {*self._labels}

    def section(self, cell: Cell | Line) -> None:
        """Note the head of a section that stands in a row of its own, or above the heads."""
        self._section = cell
        self._labels = {}
        self._is_done = False
        self._open = None
        if isinstance(cell, Cell):
            self._ledger.take(cell, Use.CATEGORY)

    def after(self, lines: Sequence[Line]) -> None:
        """Note the paragraphs behind the last table that are notes on it."""
        for line in lines[:MAX_NOTES]:
            self._noted = self._noted or is_note(line.text)
            if self._noted:
                self.notes.append((self._part, Piece(line.text, (line.place,))))
                self._ledger.line(line, Use.NOTE, NOTE)

    def row(self, row: Filled, layout: Layout) -> None:
        """Read one row."""
        told = {
            column: cell
            for column, cell in row.items()
            if layout.left.get(column) is not Column.NUMBER or not _is_number(cell.text)
        }
        total = next((one for one in row.values() if is_total(one.text)), None)
        if total is not None and not sounds_like_rule(total.text):
            self._total(row, total, layout)
        elif self._is_alone(told) and self._alone(row, told, layout):
            pass
        elif (
            any(is_signed(one.text) and len(one.text) < MAX_SECTION for one in told.values())
            and len(told) < 4
        ):
            for cell in row.values():
                self._ledger.leave(cell, Use.OUTSIDE, FORM)
        else:
            self._section_beside(row, layout)
            self._indicator(row, layout)

    def _section_beside(self, row: Filled, layout: Layout) -> None:
        """Begin a section that is named below 序号, beside the first of its indicators."""
        for column, cell in row.items():
            text = _BLANK.sub("", cell.text)
            if layout.left.get(column) is Column.NUMBER and not _is_number(text) and len(text) <= MAX_SECTION:
                if extra_of(text) or is_section(text):
                    self.section(cell)
                else:
                    self._ledger.leave(cell, Use.OTHER, NO_NUMBER)

    def _total(self, row: Filled, total: Cell, layout: Layout) -> None:
        told = {column for column, kind in layout.left.items() if kind in (Column.POINTS, Column.WEIGHT)}
        by_columns = [row[one] for one in (layout.points, *sorted(told)) if one is not None and one in row]
        numbers = [*by_columns, *(cell for cell in row.values() if "分" in cell.text)]
        numbers += [total]
        number = next((one for one in numbers if re.search(r"\d", one.text)), None)
        if number is not None and not is_subtotal(total.text):
            self.stated.append((self._part, total, number))
        self._open = None
        self._is_done = not is_subtotal(total.text)
        for cell in row.values():
            self._ledger.leave(cell, Use.TOTAL, TOTAL)

    @staticmethod
    def _is_alone(told: Filled) -> bool:
        """Whether a row holds one text, at most with a number."""
        texts = [cell for column, cell in told.items() if not bare_number(cell.text)]
        return len(texts) == 1 and len(told) <= 2

    def _alone(self, row: Filled, told: Filled, layout: Layout) -> bool:
        """Read a row that holds one text; false where it is part of an indicator after all."""
        column, cell = next(pair for pair in told.items() if not bare_number(pair[1].text))
        text = _BLANK.sub("", cell.text)
        if is_note(cell.text) or (self._noted and len(told) == 1):
            self._noted = True
            self.notes.append((self._part, Piece(cell.text, (cell.place,))))
            self._leave(row, Use.NOTE, NOTE)
            return True
        if is_signed(text):
            self._leave(row, Use.OUTSIDE, FORM)
            return True
        bare = re.sub(r"[(（].*[)）]", "", text)
        is_short = len(text) <= MAX_SECTION and (not sounds_like_rule(bare) or is_extra_head(bare))
        in_labels = column in layout.labels or column not in layout.texts
        if is_short and in_labels and (is_section(text) or extra_of(text)) and column != layout.points:
            self.section(cell)
            self._leave(row, Use.TOTAL, "这一部分的分数，指标的分值在下面各行")
            return True
        if in_labels and len(text) > MAX_SECTION and len(told) == 1 and column not in layout.labels[-1:]:
            self.notes.append((self._part, Piece(cell.text, (cell.place,))))
            self._leave(row, Use.NOTE, NOTE)
            return True
        return False

    def _leave(self, row: Filled, use: Use, why: str) -> None:
        for cell in row.values():
            self._ledger.leave(cell, use, why)

    def _indicator(self, row: Filled, layout: Layout) -> None:
        labels = [column for column in layout.labels if column in row]
        has_rest = any(column == layout.points or column in layout.texts for column in row)
        if labels and self._begins(row, labels, layout, has_rest=has_rest):
            pass
        elif self._open is None:
            return
        self._add(row, layout)

    def _begins(self, row: Filled, labels: list[int], layout: Layout, *, has_rest: bool) -> bool:
        """Carry labels down, and begin an indicator where a name stands; false where the row goes on."""
        leaf = layout.labels[-1]
        name = row[labels[-1]]
        if self._goes_on(row, labels, layout):
            return False
        for column in labels:
            for deeper in layout.labels[layout.labels.index(column) + 1 :]:
                if deeper not in row:
                    self._labels.pop(deeper, None)
            self._labels[column] = row[column]
            self._carried.discard(column)
        self._is_done = False
        if labels[-1] != leaf and not has_rest:
            for column in labels:
                self._ledger.take(row[column], Use.CATEGORY)
            self._open = None
            return False
        higher = layout.labels[: layout.labels.index(labels[-1])]
        above = [self._labels[one] for one in higher if one in self._labels]
        path = [*([self._section] if self._section is not None else []), *above]
        if any(is_veto(one.text) for one in (*path, name)):
            told = "，".join(one.text for one in row.values())
            self.notes.append((self._part, Piece(told, (name.place,))))
            self._leave(row, Use.NOTE, VETO)
            self._open = None
            return False
        extra = next((found for one in path if (found := extra_of(one.text))), extra_of(name.text))
        category = tuple(Piece(category_label(one.text), (one.place,)) for one in path)
        self._note_caps(path)
        doubts = tuple(self._doubts([one for one in higher if one in self._labels], layout))
        self._open = Draft([name], category, tuple(path), extra, self._part, doubts=doubts)
        self.drafts.append(self._open)
        for column in labels[:-1]:
            self._ledger.take(row[column], Use.CATEGORY)
        if labels[-1] != leaf:
            del self._labels[labels[-1]]
        return True

    def _note_caps(self, path: Sequence[Cell | Line]) -> None:
        """Note what a 归类 says of all below it together: no indicator of its own does."""
        for one in path:
            note = (self._part, Piece(one.text, (one.place,)))
            if capped(one.text) and note not in self.notes:
                self.notes.append(note)

    def _doubts(self, columns: Sequence[int], layout: Layout) -> Iterator[str]:
        """Yield what is to be looked at of the labels above a name."""
        for column in columns:
            if column in layout.guessed:
                yield GUESSED.format(head=layout.guessed[column] or HEADLESS)
            if column in self._carried:
                yield CARRIED.format(name=self._labels[column].text)

    def _goes_on(self, row: Filled, labels: list[int], layout: Layout) -> bool:
        """Whether a row with labels belongs to the indicator above: its name broken, or said again over a page."""
        draft = self._open
        if draft is None:
            return False
        name = row[labels[-1]]
        own = row.get(layout.points) if layout.points is not None else None
        same = all(
            _plain(row[one])
            == (_plain(draft.names[0]) if one == labels[-1] else _plain(self._labels.get(one)))
            for one in labels
        )
        before = _plain(draft.names[-1])
        is_broken = (
            len(labels) == 1
            and points_in_name(before)[1] is None
            and own is None
            and (
                before.count("（") + before.count("(") > before.count("）") + before.count(")")
                or re.fullmatch(r"[(（]\d+(?:\.\d+)?分?[)）]", _plain(name)) is not None
            )
        )
        if is_broken:
            draft.names.append(name)
            return True
        if same and own is None:
            self._ledger.leave(name, Use.NAME, "与上一行同名，是同一项指标的下半截")
            return True
        carried = labels[-1] != layout.labels[-1] and all(
            one in self._labels and _plain(row[one]) == _plain(self._labels[one]) for one in labels
        )
        if carried and own is None:
            for one in labels:
                self._ledger.leave(row[one], Use.CATEGORY, "与上一行相同（表跨页时重复）")
        return carried and own is None

    def _add(self, row: Filled, layout: Layout) -> None:
        """Add what a row holds beside its labels to the open indicator."""
        assert self._open is not None
        added = DraftRow()
        for column, cell in row.items():
            if column == layout.points:
                added.points = cell
            elif column == layout.parallel:
                added.parallel = cell
            elif column in layout.texts:
                added.texts.setdefault(layout.texts[column], []).append(cell)
            elif column not in layout.labels:
                use, why = LEFT.get(layout.left[column], (Use.OTHER, "不认得这一列，没有用到"))
                self._ledger.leave(cell, use, why)
        self._open.rows.append(added)


def _is_number(text: str) -> bool:
    """Whether a cell below 序号 only counts: 1, （二）, 3.1."""
    return re.fullmatch(r"[\s(（]*(?:[\d.\-]+|[一二三四五六七八九十]+)[\s)）、．.]*", text) is not None


def _plain(cell: Cell | None) -> str:
    return "" if cell is None else _BLANK.sub("", cell.text)
