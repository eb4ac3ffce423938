"""A form with a row for each of several units: heads say in up to three lines what a column is, rows are cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jixiao.files.collector import Collector
from jixiao.files.form import messages, panels
from jixiao.files.form.answered import answer_head
from jixiao.files.form.cells import note_fraction, scalar_of
from jixiao.files.form.line import Line, Lines, said
from jixiao.files.form.sheets import Cells, plain_head, rows_of
from jixiao.files.workbook.book import Book, Sheet
from jixiao.files.yaml.node import Scalar
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.form import Column, Fill
from jixiao.quantity import UnitError, find_unit, fold_width

UNIT = "单位名称"
OF_UNIT = {UNIT: "单位", "案例代码": "代码", "单位性质": "性质"}
SHARED = ("地区", "年度", "对象", "指标表")
_OF_PARTS = {"数据": Fill.FIGURE, "评定": Fill.TEXT, "自评": Fill.FIGURE}
_DATA = re.compile(r"(.+?)(?:[（(]([^（()）]*)[)）])?")
LINES = "\n"


def read_many(
    book: Book, shared: Lines, collector: Collector, open_formulas: frozenset[tuple[str, int, int]]
) -> list[tuple[Lines, Place]]:
    """Give the lines of each unit's row, and where it is; what all units share stands in `shared`."""
    found: list[tuple[Lines, Place]] = []
    for sheet in book.sheets:
        rows = rows_of(sheet)
        head = next((row for row, cells in rows.items() if _is_head(cells)), None)
        if head is None:
            continue
        columns = {at: parts for at, cell in rows[head].items() if (parts := _parts(cell.text)) is not None}
        for at, cell in rows[head].items():
            if at not in columns:
                collector.warn(cell.place, messages.OWN_COLUMN, head=cell.text)
        for row, cells in rows.items():
            if row <= head or _is_head(cells):
                continue
            for at in columns:
                if (sheet.name, row, at) in open_formulas:
                    collector.add(Place(book.file, row, at, sheet.name), messages.NOT_CALCULATED)
            texts = dict(_texts(cells, columns, collector))
            if texts:
                place = Place(book.file, row, min(columns), sheet.name)
                lines = _lines(texts, columns, shared)
                silent = (Place(book.file, row, at, sheet.name) for at in columns if at not in texts)
                lines["评定"] += (
                    _silent(columns[at.column], at) for at in silent if _is_judged(columns[at.column])
                )
                found.append((lines, place))
    return found


def is_of_units(sheet: Sheet) -> bool:
    """Whether a sheet has a row a unit."""
    return any(map(_is_head, rows_of(sheet).values()))


def _is_head(cells: Cells) -> bool:
    texts = [_parts(cell.text) for cell in cells.values()]
    return (UNIT,) in texts and sum(one is not None for one in texts) > 1


def _parts(text: str) -> tuple[str, ...] | None:
    """Give what a head says, line by line; None for one that is none of the form's."""
    lines = tuple(
        plain_head(line) if at == 0 else line.strip()
        for at, line in enumerate(text.split(LINES))
        if line.strip()
    )
    if len(lines) == 1:
        return lines if lines[0] in (*OF_UNIT, "材料来源") else None
    return lines if lines and lines[0] in _OF_PARTS and len(lines) <= 3 else None


def _texts(
    cells: Cells, columns: Mapping[int, tuple[str, ...]], collector: Collector
) -> Iterator[tuple[int, Scalar]]:
    for at, parts in columns.items():
        if at not in cells:
            continue
        column = Column("", _fill(parts))
        try:
            value = scalar_of(cells[at], column)
        except Refused as refused:
            for one in refused.diagnostics:
                collector.note(one.place, one.message)
            continue
        if value is not None:
            if parts[0] == "数据":
                name, unit = _name_and_unit(parts[1])
                if unit == "%":
                    note_fraction(cells[at], value.text, name, collector)
            yield at, value


def _fill(parts: tuple[str, ...]) -> Fill:
    """Give what goes into the cells below a head."""
    if parts[-1] == "等级":
        return Fill.TEXT
    if parts[0] == "评定" and answer_head(parts[-1]) == "是否":
        return Fill.YES_OR_NO
    return _OF_PARTS.get(parts[0], Fill.TEXT)


def _lines(texts: Mapping[int, Scalar], columns: Mapping[int, tuple[str, ...]], shared: Lines) -> Lines:
    heading = [one for one in shared.get(panels.HEADING.code, ()) if one.text("栏目") in SHARED]
    lines: Lines = {code: [] for code in (panels.SOURCES.code, *_OF_PARTS, panels.CLAIMS.code)}
    claim: dict[str, Scalar] = {}
    source = next(
        (texts[at] for at, parts in columns.items() if parts == ("材料来源",) and at in texts), None
    )
    by = {
        parts[1]: texts[at]
        for at, parts in columns.items()
        if parts[0] == "评定" and len(parts) == 2 and at in texts
    }
    named = {} if source is None else {"出处": source}
    for at, value in texts.items():
        match columns[at]:
            case (name,) if name in OF_UNIT:
                heading.append(Line({"栏目": said(OF_UNIT[name], value.place), "填写": value}, value.place))
            case ("数据", name):
                lines["数据"].append(Line({**_figure(name, value), **named}, value.place))
            case ("自评", key):
                claim[key] = value
            case ("自评", indicator, key):
                lines[panels.CLAIMS.code].append(
                    Line({"指标": said(indicator, value.place), key: value, **named}, value.place)
                )
            case ("评定", indicator, what):
                cells = {"指标": said(indicator, value.place), "评什么": said(what, value.place), **by}
                lines["评定"].append(Line({**cells, _answer(value): value}, value.place))
            case _:
                pass
    if claim:
        lines["自评"].append(Line({**claim, **named}, min(one.place for one in claim.values())))
    if source is not None:
        lines[panels.SOURCES.code].append(Line({"简称": source, "文件": source}, source.place))
    return {panels.HEADING.code: heading, **lines}


def _is_judged(parts: tuple[str, ...]) -> bool:
    return parts[0] == "评定" and len(parts) == 3


def _silent(parts: tuple[str, ...], place: Place) -> Line:
    """Give the line of something to be judged whose cell is empty."""
    return Line({"指标": said(parts[1], place), "评什么": said(parts[2], place)}, place)


def _figure(head: str, value: Scalar) -> dict[str, Scalar]:
    """Give name, unit and value of a figure."""
    name, unit = _name_and_unit(head)
    cells = {"名称": said(name, value.place), "本年": value}
    return {**cells, "单位": said(unit, value.place)} if unit else cells


def _name_and_unit(head: str) -> tuple[str, str]:
    """Take the unit from behind the name of a figure, where it stands in brackets."""
    shape = _DATA.fullmatch(head)
    if shape is not None and shape[2]:
        try:
            return shape[1].strip(), find_unit(shape[2]).name
        except UnitError:
            pass
    return head, ""


def _answer(value: Scalar) -> str:
    if value.text in ("是", "否"):
        return "是否"
    return "数" if re.fullmatch(r"[-+]?\d+(\.\d+)?", fold_width(value.text)) else "档次"
