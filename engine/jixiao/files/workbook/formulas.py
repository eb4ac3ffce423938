"""Where a workbook's formulas stand that have no value: asked for only where there are some."""

from __future__ import annotations

from jixiao.files.workbook.loaded import load, load_formulas


def uncalculated_cells(data: bytes, file: str) -> frozenset[tuple[str, int, int]]:
    """Give sheet, row and column of each formula without a value; raises Refused as `open_book` does."""
    values, seen = load(data, file)
    found: set[tuple[str, int, int]] = set()
    for sheet in load_formulas(seen, file).worksheets:
        known = values[sheet.title]._cells  # noqa: SLF001 — asking for rows would make all cells up to the last
        for place, cell in sheet._cells.items():  # noqa: SLF001
            has_value = place in known and known[place].value not in (None, "")
            if cell.data_type == "f" and not has_value:
                found.add((sheet.title, *place))
    return frozenset(found)
