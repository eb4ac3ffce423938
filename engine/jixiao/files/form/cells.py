"""A cell as a person left it → the text that a case would have: what a program did to it by itself is undone."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from jixiao.files.collector import Collector
from jixiao.files.form import messages
from jixiao.files.form.line import said
from jixiao.files.workbook.book import BookCell
from jixiao.files.yaml.node import Scalar
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.form import KEEPS_DIGITS, NO, YES, Column, Fill
from jixiao.model.messages import filled
from jixiao.model.ruleset import TO_FILL
from jixiao.quantity import fold_width

_UNSEEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no YAML file can hold; nobody sees it in a cell either."""
_FRACTION = re.compile(r"0\.\d*[1-9]\d*")
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
_FAULT = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")
_YEAR = re.compile(r"(\d{4})\s*(?:年|年度|-\d\d-\d\d)?")
_ANSWERS = {"√": YES, "✓": YES, "☑": YES, "×": NO, "✗": NO, "有": YES, "无": NO}


def scalar_of(cell: BookCell, column: Column) -> Scalar | None:
    """Give the text of a cell, None for nothing; raises Refused for what can't be in such a column."""
    match column.fill:
        case Fill.FIGURE:
            text = _figure(cell)
        case Fill.YEAR:
            text = _year(cell)
        case Fill.YES_OR_NO:
            text = _answer(cell)
        case _:
            text = _text(cell)
    if not text or text == TO_FILL:
        return None
    return said(text, cell.place, number=column.fill in (Fill.FIGURE, Fill.YEAR))


def _figure(cell: BookCell) -> str:
    value = cell.value
    if isinstance(value, bool):
        raise _refused(cell, messages.IS_TRUTH)
    if isinstance(value, datetime | date | time | timedelta):
        raise _refused(cell, messages.IS_DATE)
    if isinstance(value, Decimal):
        return number_text(cell, value)
    text = _clean(value)
    if _FAULT.fullmatch(text):
        raise _refused(cell, messages.FAULTY)
    return text


def number_text(cell: BookCell, value: Decimal) -> str:
    """Write a number: as many decimals as it has, those of its format only where a form gave it that format."""
    mark = "%" if cell.is_percentage else ""
    exact = value.scaleb(2) if mark else value
    shown = cell.text.strip().removesuffix("%")
    if _keeps_digits(cell) and _DIGITS.fullmatch(shown) and Decimal(shown) == exact:
        return f"{shown}{mark}"
    text = f"{exact:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}{mark}"


def _keeps_digits(cell: BookCell) -> bool:
    """Whether the program wrote the figure, out of a case."""
    number_format = cell.number_format.replace("\\", "")  # LibreOffice writes \\- for -
    return number_format == KEEPS_DIGITS.format(shown=number_format.partition(";")[0])


def note_fraction(cell: BookCell, text: str, name: str, collector: Collector) -> None:
    """Note 0.93 that somebody typed where % is the unit: it is read as it stands, and most mean 93%."""
    if _FRACTION.fullmatch(text) and not _keeps_digits(cell):
        meant = f"{Decimal(text).scaleb(2).normalize():f}"
        collector.warn(cell.place, messages.SMALL_RATE, name=name, text=text, meant=meant)


def _year(cell: BookCell) -> str:
    return year_text(_text(cell))


def year_text(text: str) -> str:
    """Give the year of 2022, ２０２２年度 or a date; any other text as it is."""
    found = _YEAR.fullmatch(fold_width(text).strip())
    return text if found is None else found[1]


def _answer(cell: BookCell) -> str:
    if isinstance(cell.value, bool):
        return YES if cell.value else NO
    text = _text(cell)
    answer = _ANSWERS.get(text, text)
    if answer not in ("", YES, NO, TO_FILL):
        raise _refused(cell, messages.NOT_YES)
    return answer


def _text(cell: BookCell) -> str:
    if isinstance(cell.value, Decimal):
        return number_text(cell, cell.value)
    if isinstance(cell.value, datetime) and cell.value.time() == time():
        return cell.value.date().isoformat()
    return _clean(cell.text)


def _clean(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _refused(cell: BookCell, message: str) -> Refused:
    return Refused(Diagnostic(cell.place, filled(message, text=cell.text)))
