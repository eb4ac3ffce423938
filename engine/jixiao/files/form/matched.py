"""Lines of a case put into the rows that ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao.dataclass import replace
from jixiao.files.form import panels
from jixiao.files.form.line import Line
from jixiao.files.form.panels import PanelKind
from jixiao.files.form.ratings import item_number
from jixiao.model.form import NO, Fill, Row


def keys_of(kind: PanelKind) -> frozenset[str]:
    """Give the keys of all columns that may be filled."""
    return frozenset(one.key for one in kind.columns if one.fill != Fill.NOTE)


def open_row(kind: PanelKind, line: Line | None) -> Row:
    """Give a row all of whose cells may be filled."""
    return Row({} if line is None else texts_of(line), keys_of(kind))


def texts_of(line: Line) -> dict[str, str]:
    """Give what stands in a line."""
    return {key: value.text for key, value in line.cells.items()}


def merged(kind: PanelKind, asked: Iterable[Row], lines: Sequence[Line], key: str) -> list[Row]:
    """Put lines into the rows that ask for them, further ones of the same name right below, all others at the end.

    What is of one of several projects has rows of its own.
    """
    waiting = [*lines]

    def take(name: str) -> list[Line]:
        found = [one for one in waiting if not one.text("项目") and one.text(key).strip() == name]
        waiting[:] = [one for one in waiting if one not in found]
        return found

    rows: list[Row] = []
    for row in asked:
        first, *more = take(row.values[key]) or (None,)
        rows.append(row if first is None else _filled(row, first))
        rows += (open_row(kind, one) for one in more)
    return [*rows, *(open_row(kind, one) for one in waiting)]


def _filled(row: Row, line: Line) -> Row:
    """Fill a row; a cell that something stands in may be changed, the name by which it is asked for may not."""
    texts = texts_of(line)
    asked = row.asked | {key for key in texts if key not in row.values}
    gone = {key: "" for key in row.values if key in row.asked and key not in texts and key == "单位"}
    return replace(row, values={**row.values, **gone, **texts}, asked=frozenset(asked))


def rating_rows_filled(asked: Sequence[Row], lines: Sequence[Line]) -> list[Row]:
    """Give the rows of 评定; of a list of which something is judged, what is not met says so."""
    numbered = {row.values["指标"] for row in asked if item_number(row.values["评什么"]) is not None}
    rows: list[Row] = []
    rest = [*lines]
    for row in asked:
        found = next((one for one in rest if _is_same(one, row)), None)
        if found is not None:
            rest.remove(found)
            filled = _filled(row, found)
            rows.append(replace(filled, values={**filled.values, "评什么": row.values["评什么"]}))
            continue
        rows.append(row)
    answered = {one.text("指标") for one in lines if _is_met(one) and not one.text("项目")} & numbered
    for at, row in enumerate(rows):
        is_item = item_number(row.values["评什么"]) is not None
        if not is_item or row.values["指标"] not in answered or "是否" in row.values:
            continue
        nothing = next((one for one in rest if _is_nothing(one, row.values["指标"])), None)
        by = (
            {}
            if nothing is None
            else {k: v for k, v in texts_of(nothing).items() if k not in ("评什么", "档次")}
        )
        if nothing is not None:
            rest.remove(nothing)
        rows[at] = replace(row, values={**row.values, **by, "是否": NO})
    return [*rows, *(open_row(panels.RATINGS, one) for one in rest)]


def _is_met(line: Line) -> bool:
    return item_number(line.text("评什么")) is not None or line.text("评什么") == "达到"


def _is_nothing(line: Line, indicator: str) -> bool:
    return line.text("指标") == indicator and line.text("评什么") == "达到" and not line.text("项目")


def _is_same(line: Line, row: Row) -> bool:
    if line.text("项目") or line.text("指标") != row.values["指标"]:
        return False
    number = item_number(line.text("评什么"))
    if number is not None:
        return number == item_number(row.values["评什么"])
    return line.text("评什么") == row.values["评什么"]
