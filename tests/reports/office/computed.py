"""A workbook's formulas worked out exactly: as many of Excel's as score tables have, and no more."""

from __future__ import annotations

import re
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

_SPAN = r"((?:'[^']+'!)?\$[A-Z]\$\d+:\$[A-Z]\$\d+)"


class Computed:
    """Works out cells on demand."""

    def __init__(self, book: Workbook) -> None:
        self._book = book

    def at(self, sheet: str, name: str) -> object:
        """Give what a cell comes to."""
        return self._of(self._book[sheet][name])

    def _of(self, cell: Cell) -> object:
        if cell.data_type == "n":
            return None if cell.value is None else Fraction(str(cell.value))
        return self._formula(cell.parent.title, cell.value[1:]) if cell.data_type == "f" else cell.value

    def _formula(self, sheet: str, text: str) -> Fraction:
        if found := re.fullmatch(r"ROUND\((.*),10\)", text):
            return round(self._formula(sheet, found[1]), 10)
        if found := re.fullmatch(rf"SUMIF\({_SPAN},(.+?),{_SPAN}\)", text):
            sought = found[2].strip('"') if found[2].startswith('"') else self.at(sheet, found[2])
            pairs = zip(self._span(sheet, found[1]), self._span(sheet, found[3]), strict=True)
            return sum((one for key, one in pairs if key == sought and one is not None), Fraction(0))
        if found := re.fullmatch(rf"SUM\({_SPAN}\)", text):
            return sum((one for one in self._span(sheet, found[1]) if one is not None), Fraction(0))
        if found := re.fullmatch(r"([A-Z]\d+)?-([A-Z]\d+)", text):
            return (self.at(sheet, found[1]) if found[1] else Fraction(0)) - self.at(sheet, found[2])
        if found := re.fullmatch(r"[A-Z]\d+", text):
            return self.at(sheet, text)
        return Fraction(text)

    def _span(self, sheet: str, span: str) -> list:
        other, _, cells = span.rpartition("!")
        return [
            self._of(cell)
            for row in self._book[other.strip("'") or sheet][cells.replace("$", "")]
            for cell in row
        ]
