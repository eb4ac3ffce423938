"""A preview of each score in a form: a formula over its cells where that is exact, its steps on a sheet out of sight."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.preview import SHOWN as PLACES, STEPS, FigureCell, preview
from jixiao.model.case import Case
from jixiao.model.form import Column, Fill, Form, Panel, Row
from jixiao.model.preview import BY_ENGINE, OPEN, ScorePreview
from jixiao.quantity import decimal_text, find_unit, points_text, round_to
from jixiao.scoring.evaluate import results_of
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

STEPS_SHEET = "核对步骤"
_NOTE = Fill.NOTE
SCORES = (
    Column("指标", _NOTE, width=34),
    Column("分值", _NOTE, width=14),
    Column("自评得分", _NOTE, width=14),
    Column("预览得分", _NOTE, width=26),
)
_STEPS = (Column("指标", _NOTE, width=34), *(Column(name, _NOTE) for name in STEPS))


def scores_of(form: Form, program: Program, scores: Mapping[str, str]) -> tuple[tuple[Row, ...], Panel]:
    """Give a row for each indicator, and the panel of the steps that their formulas speak of.

    `scores`: what they come to with what is filled in already, for viewers that do not calculate.
    """
    cells = {
        name: FigureCell(one.value, one.unit, find_unit(one.own_unit), one.alone)
        for name, one in form.items.items()
    }
    found = {rule.indicator.name: one for rule in program.rules if (one := preview(rule, cells)) is not None}
    names = [name for name, one in found.items() if one.steps]
    empty = Panel("步骤", STEPS_SHEET, "得分预览的步骤", _STEPS, (Row(),) * len(names), 1, is_hidden=True)
    placed = {
        name: found[name].at([empty.cell(at, step) for step in STEPS[: len(found[name].steps)]])
        for at, name in enumerate(names)
    }
    steps = Panel(
        empty.code,
        empty.sheet,
        empty.title,
        empty.columns,
        tuple(
            Row({"指标": name}, formulas=dict(zip(STEPS, one.steps, strict=False)))
            for name, one in placed.items()
        ),
        empty.top,
        is_hidden=True,
    )
    made = {**found, **placed}
    return tuple(_row(rule, form, made.get(rule.indicator.name), scores) for rule in program.rules), steps


def scores_now(case: Case, program: Program) -> dict[str, str]:
    """Give what the previews come to with the figures of a case: its scores by the engine, as a cell shows them."""
    stated = case.whole.statements
    found: dict[str, str] = {}
    for rule, result in zip(program.rules, results_of(case.whole, program), strict=True):
        low, high = (decimal_text(round_to(one, PLACES)) for one in (result.low, result.high))
        is_lacking = any(not stated.get(name) for name in rule.wanted)
        found[rule.indicator.name] = OPEN if is_lacking else low if low == high else f"{low}～{high}"
    return found


def _row(rule: Rule, form: Form, made: ScorePreview | None, scores: Mapping[str, str]) -> Row:
    indicator = rule.indicator
    values = {"指标": indicator.name, "分值": points_text(indicator.points)}
    formulas: dict[str, str] = {}
    claims = form.panel("自评指标")
    rows = {} if claims is None else {row.values.get("指标"): at for at, row in enumerate(claims.rows)}
    if claims is not None and indicator.name in rows:
        cell = claims.cell(rows[indicator.name], "得分")
        formulas["自评得分"] = f'IF({cell}="","",{cell})'
        values["自评得分"] = claims.rows[rows[indicator.name]].values.get("得分", "")
    if made is None:
        values["预览得分"] = BY_ENGINE
    else:
        formulas["预览得分"] = made.score
        values["预览得分"] = scores.get(indicator.name, OPEN)
    return Row(values, formulas=formulas)
