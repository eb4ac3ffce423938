"""A form's workbook → the trees of the cases in it, with the cell that each text stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.dataclass import dataclass, replace
from jixiao.files.collector import Collector
from jixiao.files.form import messages, panels
from jixiao.files.form.cells import year_text
from jixiao.files.form.filled import filled_lines
from jixiao.files.form.known import Stamp, stamp_of
from jixiao.files.form.line import Line, Lines, said
from jixiao.files.form.many import is_of_units, read_many
from jixiao.files.form.sheets import read_sheets
from jixiao.files.workbook.book import Book, open_book
from jixiao.files.workbook.formulas import uncalculated_cells
from jixiao.files.workbook.messages import UNCALCULATED
from jixiao.model.case_code import unit_mark
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.form import VERSION
from jixiao.model.messages import filled

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASKED = frozenset(("案例", "代码", "单位", "地区", "年度", "对象"))
"""What every case must say of itself."""
_EXAMPLES = {"年度": "2022", "对象": "部门整体支出", "地区": "湖南省怀化市"}
_UNCALCULATED = UNCALCULATED.partition("{count}")[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """The lines of one case of a form, and what keeps it from being evaluated."""

    lines: Lines
    place: Place
    errors: tuple[Diagnostic, ...] = ()

    @property
    def is_headed(self) -> bool:
        """Whether it says rightly which case it is, so that more can be said of the rest."""
        heading = {one.text("栏目"): one.cells["填写"].place for one in self.lines[panels.HEADING.code]}
        return heading.keys() >= _ASKED and not {one.place for one in self.errors} & {*heading.values()}


@dataclass(frozen=True, slots=True)
class TakenForm:
    """What was taken from a form: its cases, what its stamp says, and what is to be told."""

    stamp: Stamp
    cases: tuple[Taken, ...]
    warnings: tuple[Diagnostic, ...]


def take_form(data: bytes, file: str) -> TakenForm:
    """Read a form; raises Refused with what keeps all of it from being read, mistakes in one case are its own."""
    book = open_book(data, file)
    stamp, collector = stamp_of(book), Collector()
    if stamp.version > VERSION:
        text = filled(messages.TOO_NEW, version=stamp.version, known=VERSION)
        raise Refused(Diagnostic(Place(file), text))
    open_formulas = uncalculated_cells(data, file) if book.uncalculated else frozenset()
    sheets = tuple(one for one in book.sheets if not (stamp.many and is_of_units(one)))
    lines = read_sheets(replace(book, sheets=sheets), collector, open_formulas)
    shared = filled_lines(lines, collector)
    rows = read_many(book, shared, collector, open_formulas) if stamp.many else None
    if not lines and not rows:
        collector.refuse_if_any()
        raise Refused(Diagnostic(Place(file), messages.NO_PANEL))
    sheet = Place(file, 0, 0, panels.HEADING.sheet)
    wholes = [(shared, sheet)] if rows is None else [(filled_lines(one, collector), at) for one, at in rows]
    cases = [_headed(one, stamp, at, collector) for one, at in wholes if _says_anything(one)]
    cases = [replace(one, errors=_errors_of(one, collector, many=stamp.many)) for one in cases]
    if {*collector.found} - {error for one in cases for error in one.errors}:
        collector.refuse_if_any()
    if not cases:
        raise Refused(Diagnostic(Place(file), messages.NOTHING_FILLED))
    return TakenForm(stamp, tuple(cases), (*_remarks(book), *collector.warnings))


def _errors_of(one: Taken, collector: Collector, *, many: bool) -> tuple[Diagnostic, ...]:
    """Give the mistakes of one case: all of a form for one unit, else those in its row."""
    row = (one.place.sheet, one.place.line)
    return tuple(
        each for each in collector.in_order if not many or (each.place.sheet, each.place.line) == row
    )


def _remarks(book: Book) -> Iterator[Diagnostic]:
    """Yield what must be known of the file; formulas without a value are the form's own unless they are told of."""
    yield from (one for one in book.remarks if _UNCALCULATED not in one.message)


def _says_anything(lines: Lines) -> bool:
    said_of = {code for code, group in lines.items() if group}
    heading = {one.text("栏目") for one in lines.get(panels.HEADING.code, ())}
    return "单位" in heading or bool(said_of - {panels.HEADING.code, panels.SOURCES.code})


def _headed(lines: Lines, stamp: Stamp, place: Place, collector: Collector) -> Taken:
    """Complete what says which case it is; notes at its place what can't be completed."""
    heading = {one.text("栏目"): one.cells["填写"] for one in lines.get(panels.HEADING.code, ())}
    place = heading["单位"].place if "单位" in heading else place
    if "单位" not in heading:
        collector.add(place, messages.NO_UNIT)
    for name in ("地区", "年度", "对象"):
        if name not in heading:
            collector.add(place, messages.LACKING_HEADING, name=name, example=_EXAMPLES[name])
    if "指标表" not in heading and stamp.table:
        heading["指标表"] = said(stamp.table, place)
    year = heading.get("年度")
    if year is not None:
        whole = year_text(year.text)
        heading["年度"] = year._replace(text=whole)
        if _YEAR.fullmatch(whole) is None:
            collector.add(year.place, messages.NO_YEAR, text=year.text)
    code = heading.get("代码")
    if code is not None and _CODE.fullmatch(code.text) is None:
        collector.add(code.place, messages.BAD_CODE, text=code.text)
    if {"单位", "年度", "对象"} <= heading.keys():
        unit, when, subject = (heading[key].text for key in ("单位", "年度", "对象"))
        table = heading["指标表"].text.partition("@")[0] if "指标表" in heading else "case"
        table = table if _CODE.fullmatch(table) else "case"
        heading.setdefault("案例", said(f"{unit} {when} 年度{subject}", place))
        heading.setdefault("代码", said(f"{table}-{when}-{unit_mark(unit)}", place))
    named = [
        Line({"栏目": said(key, value.place), "填写": value}, value.place) for key, value in heading.items()
    ]
    return Taken({**lines, panels.HEADING.code: named}, place)
