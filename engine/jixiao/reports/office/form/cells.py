"""What stands in a cell of a form: numbers as numbers, so that formulas count with them, with the digits they have."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.model.form import KEEPS_DIGITS, Column, Fill
from jixiao.reports.office.form.looks import AS_TEXT, GENERAL

MAX_DIGITS = 15
"""Most digits of a number that a workbook keeps; one with more stays text, so that none is lost."""
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(\d+))?(%?)")


@dataclass(frozen=True, slots=True)
class Content:
    """What is written into a cell: a number or a text, and its number format."""

    value: float | str | None
    number_format: str


def content(text: str, column: Column) -> Content:
    """Give what is written for a text under a column; nothing for an empty one."""
    counts = column.fill in (Fill.FIGURE, Fill.YEAR, Fill.NOTE)
    if not text:
        return Content(None, GENERAL if column.fill in (Fill.FIGURE, Fill.YEAR) else AS_TEXT)
    shape = _NUMBER.fullmatch(text) if counts else None
    if shape is None or sum(map(str.isdigit, text)) > MAX_DIGITS or text == "-0":
        return Content(text, AS_TEXT)
    decimals, percent = shape[1] or "", shape[2]
    shown = f"0{'.' if decimals else ''}{'0' * len(decimals)}{percent}"
    return Content(_value(text.removesuffix("%"), bool(percent)), KEEPS_DIGITS.format(shown=shown))


def _value(text: str, is_percent: bool) -> float:
    return float(f"{text}e-2" if is_percent else text)
