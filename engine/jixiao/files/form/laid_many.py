"""A form laid out with a row for each of several units: every question is a column."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.form import panels
from jixiao.files.form.asked import heading_rows
from jixiao.files.form.judged import rating_rows
from jixiao.files.form.laid import FIRST_LINE, factors
from jixiao.files.form.many import LINES, OF_UNIT, SHARED, UNIT
from jixiao.files.form.notes import MANY_NOTES
from jixiao.model.form import MANY, Column, Fill, Form, Panel, Row
from jixiao.model.needs import Needs

ROWS = 60
"""Rows that such a form has; more can be inserted."""


def laid_out_many(needs: Needs) -> Form:
    """Give the form of a table with a row for each unit."""
    table = needs.ruleset
    shared = [row for row in heading_rows(needs) if row.values["栏目"] in SHARED]
    heading = Panel(
        panels.HEADING.code,
        panels.HEADING.sheet,
        "各单位共同的信息",
        panels.HEADING.columns,
        tuple(shared),
        FIRST_LINE,
    )
    columns = (*(Column(name, width=24 if name == UNIT else 16) for name in OF_UNIT), *_columns(needs))
    rows = (Row({}, frozenset(one.key for one in columns)),) * ROWS
    units = Panel(
        MANY, MANY, table.title, columns, rows, FIRST_LINE, "一个单位一行；没有的数空着，确实为零的填 0。"
    )
    return Form(
        f"{table.title} 采集表（各单位）",
        table.reference,
        table.digest,
        (heading, units),
        MANY_NOTES,
        many=True,
        factors=factors(),
    )


def _columns(needs: Needs) -> Iterator[Column]:
    for figure in needs.figures:
        unit = f"（{figure.unit}）" if figure.unit else ""
        yield Column(f"数据{LINES}{figure.name}{unit}", Fill.FIGURE, width=13, hint=figure.meaning)
    yield Column("材料来源", width=18, hint="数据和自评取自哪份材料，如 部门决算公开")
    yield Column(f"自评{LINES}总分", Fill.FIGURE, width=9)
    yield Column(f"自评{LINES}等级", width=9)
    for claim in needs.claims:
        yield Column(f"自评{LINES}{claim.name}{LINES}得分", Fill.FIGURE, width=13)
    rated = [*rating_rows(needs)]
    for row in rated:
        fill = next(
            (f for key, f in (("是否", Fill.YES_OR_NO), ("数", Fill.FIGURE)) if key in row.asked), Fill.TEXT
        )
        fill = Fill.TEXT if "档次" in row.asked else fill
        head = f"评定{LINES}{row.values['指标']}{LINES}{row.values['评什么']}"
        yield Column(head, fill, width=15, hint=row.values.get("说明", ""))
    if rated:
        yield from (Column(f"评定{LINES}{name}", width=16) for name in (panels.RATED_BY, panels.GROUNDS))
