"""A form laid out: what a table asks for, with what a case has already, every panel at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.files.form import panels
from jixiao.files.form.asked import SPARE, chosen_rows, claim_rows, data_rows, heading_rows
from jixiao.files.form.judged import rating_rows
from jixiao.files.form.line import Line, Lines
from jixiao.files.form.matched import keys_of, merged, open_row, rating_rows_filled, texts_of
from jixiao.files.form.notes import NOTES
from jixiao.files.form.panels import PanelKind
from jixiao.model.form import Column, Form, Panel, Row
from jixiao.model.needs import Needs
from jixiao.model.years import last_year_of
from jixiao.quantity import decimal_text, find_unit, name_in_files, points_text, unit_names

FIRST_LINE = 4
"""Where the head of the first panel of a sheet stands: below its title and a line of hints."""
BETWEEN = 3
"""Lines from the end of a panel to the head of the next."""

_POINTS = re.compile(r"\d{1,4}(?:\.\d{1,6})?")


def laid_out(needs: Needs, lines: Lines | None = None) -> Form:
    """Give the form of a table, filled with the lines of a case where there are some."""
    filled = lines or {}
    table = needs.ruleset
    laid: list[Panel] = []
    for kind, rows in _rows(needs, filled):
        if rows:
            laid.append(_panel(kind, rows, needs, laid))
    return Form(
        title=f"{table.title} 采集表",
        reference=table.reference,
        digest=table.digest,
        panels=tuple(laid),
        notes=NOTES,
        own_units=_own_units(needs, filled),
        factors=factors(),
    )


def _own_units(needs: Needs, lines: Lines) -> dict[str, str]:
    """Give the units of the data items that have a row: those that the table asks for, and those that a case brings."""
    items = needs.ruleset.items
    brought = (one.text("名称") for one in lines.get(panels.DATA.code, ()))
    own = {name: name_in_files(items[name].unit) for name in brought if name in items}
    return {**own, **{one.name: one.unit for one in needs.figures}}


def factors() -> dict[str, str]:
    """Give what one of each unit is worth, where that is a decimal."""
    worth = {name: decimal_text(find_unit(name).factor) for name in unit_names()}
    return {name: text for name, text in worth.items() if "/" not in text}


def _rows(needs: Needs, lines: Lines) -> Iterator[tuple[PanelKind, list[Row]]]:
    def of(kind: PanelKind) -> list[Line]:
        return lines.get(kind.code, [])

    def with_spare(kind: PanelKind, rows: Iterable[Row]) -> list[Row]:
        return [*rows, *[open_row(kind, None)] * SPARE[kind.code]]

    yield panels.HEADING, merged(panels.HEADING, heading_rows(needs), of(panels.HEADING), "栏目")
    yield panels.SOURCES, with_spare(panels.SOURCES, merged(panels.SOURCES, (), of(panels.SOURCES), "简称"))
    yield panels.DATA, with_spare(panels.DATA, _data(needs, of(panels.DATA)))
    if of(panels.PARTS) or any(_is_money(one.unit) for one in needs.figures):
        yield panels.PARTS, with_spare(panels.PARTS, merged(panels.PARTS, (), of(panels.PARTS), "分项"))
    rated = [*rating_rows(needs)]
    if rated or of(panels.RATINGS) or needs.blocks:
        yield panels.RATINGS, with_spare(panels.RATINGS, rating_rows_filled(rated, of(panels.RATINGS)))
    yield panels.CHOSEN, merged(panels.CHOSEN, chosen_rows(needs), of(panels.CHOSEN), "指标")
    yield panels.OWN, _own(needs, of(panels.OWN))
    blank = [Row({}, keys_of(panels.CLAIM), _grades(needs))]
    claimed = [replace(open_row(panels.CLAIM, one), choices=_grades(needs)) for one in of(panels.CLAIM)]
    yield panels.CLAIM, claimed or blank
    yield panels.CLAIMS, merged(panels.CLAIMS, claim_rows(needs), of(panels.CLAIMS), "指标")
    for kind in (panels.SAYINGS, panels.DISPOSITIONS):
        yield kind, merged(kind, (), of(kind), kind.known_by[0])


def _grades(needs: Needs) -> tuple[str, ...]:
    return tuple(name for name, _ in needs.ruleset.grades)


def _is_money(unit: str) -> bool:
    return bool(unit) and find_unit(unit).dimension == find_unit("元").dimension


def _data(needs: Needs, lines: Sequence[Line]) -> list[Row]:
    """Give the rows of 数据; a figure that stands beside another has its own row where a case has it by its name."""
    by_name = {line.text("名称") for line in lines}
    rows = [*data_rows(needs)]
    shown = {row.values["名称"] for row in rows}
    rows += (
        Row({"名称": one.name, "单位": one.unit}, keys_of(panels.DATA) - {"名称"})
        for one in needs.figures
        if one.name not in shown and one.name in by_name
    )
    return merged(panels.DATA, rows, lines, "名称")


def _own(needs: Needs, lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for block in needs.blocks:
        of_block = [one for one in lines if one.text("板块") == block.name]
        note = {"应设": points_text(block.points)}
        rows += (Row({**texts_of(one), **note}, keys_of(panels.OWN)) for one in of_block)
        asked = keys_of(panels.OWN) - {"板块", *(() if block.qualitative else ("定性",))}
        rows += [Row({"板块": block.name, **note}, asked)] * SPARE[panels.OWN.code]
    known = {block.name for block in needs.blocks}
    return [*rows, *(open_row(panels.OWN, one) for one in lines if one.text("板块") not in known)]


def _panel(kind: PanelKind, rows: list[Row], needs: Needs, laid: Sequence[Panel]) -> Panel:
    columns = tuple(one for one in kind.columns if _is_shown(one, rows, needs))
    above = [one for one in laid if one.sheet == kind.sheet]
    top = above[-1].last_line + BETWEEN if above else FIRST_LINE
    panel = Panel(kind.code, kind.sheet, kind.title, columns, tuple(rows), top, kind.hint)
    return _with_sums(panel) if kind is panels.OWN else panel


def _is_shown(column: Column, rows: Sequence[Row], needs: Needs) -> bool:
    is_used = any(row.values.get(column.key) for row in rows)
    if column.key == panels.PROJECT.key:
        return is_used or bool(needs.blocks)
    if column.key == "上年":
        names = {one.name for one in needs.figures}
        return is_used or any(last_year_of(name) in names for name in names)
    return is_used or not column.seldom


def _with_sums(panel: Panel) -> Panel:
    """Have each row add up the points of its block, of its project, as they are filled in."""
    if not panel.rows or "项目" not in panel.keys:
        return panel

    def summed(at: int) -> str:
        same = "*".join(f"({panel.range(key)}={panel.cell(at, key)})" for key in ("板块", "项目"))
        return f"SUMPRODUCT({same},{panel.range('分值')})".replace(f"{panel.sheet}!", "")

    rows = [
        replace(row, formulas={"已设": summed(at)}, values={**row.values, "已设": _sum(panel.rows, row)})
        if row.values.get("板块")
        else row
        for at, row in enumerate(panel.rows)
    ]
    return replace(panel, rows=tuple(rows))


def _sum(rows: Sequence[Row], own: Row) -> str:
    """Give what such a formula comes to with what is filled in already."""
    same = [
        one.values["分值"]
        for one in rows
        if all(one.values.get(key, "") == own.values.get(key, "") for key in ("板块", "项目"))
        and "分值" in one.values
    ]
    return decimal_text(sum((Fraction(one) for one in same if _POINTS.fullmatch(one)), Fraction(0)))
