"""The sheet of a form that checks itself: sums and balances between its figures, and a preview of each score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from jixiao.analysis.cell_formula import sides
from jixiao.audit.checks.compiled import CompiledCheck, compile_checks
from jixiao.dataclass import replace
from jixiao.desk.live_scores import SCORES as _SCORES, scores_of
from jixiao.language.formula import Comparison
from jixiao.language.formula.calculate import compile_value
from jixiao.model.check import Category, Check
from jixiao.model.form import OPTIONS, Column, Fill, Form, ItemCells, Panel, Row
from jixiao.model.preview import BY_ENGINE
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import NumberError, UnitError, decimal_text, find_unit, parse_said, points_text, round_to
from jixiao.scoring.program.program import Program

SHEET = "核对"
SHOWN = frozenset((Category.SUM, Category.BALANCE, Category.AT_MOST))
"""What a sheet can follow: sums, balances, parts and their wholes. All else `check` says."""
NEAR = "0.01"
"""Sides less apart than this are told as equal: figures have two decimals. `check` goes by what is printed."""
LACKING, HOLDS, FAILS = "缺数", "相符", "不符，相差 "
PLACES = 4
"""Decimals that are shown of either side."""
_NOTE, _FIRST, _BETWEEN = Fill.NOTE, 4, 4
_CHECKS = (
    Column("核查", _NOTE, width=34),
    Column("左边", _NOTE, width=14),
    Column("右边", _NOTE, width=14),
    Column("结果", _NOTE, width=26),
    Column("关系", _NOTE, width=60),
)


def with_checks(
    form: Form, checks: Iterable[Check], program: Program, scores: Mapping[str, str] | None = None
) -> Form:
    """Add the sheet to a form; only what can be told from its own cells is there.

    `scores`: by the name of the indicator what its preview comes to with what is filled in already.
    """
    ruleset = program.ruleset
    rows = (*_checks(form, checks, ruleset), *_blocks(form, ruleset))
    hint = "随填随算，只作提示；缺数的补齐后才有结果，以 jixiao check 为准。"
    panels = [Panel("核查", SHEET, "数与数的核对", _CHECKS, rows, _FIRST, hint)] if rows else []
    top = panels[0].last_line + _BETWEEN if panels else _FIRST
    shown, steps = scores_of(form, program, scores or {})
    told = f"有公式的随填随算，与核算一致；“{BY_ENGINE}”的由 jixiao check 算出。"
    panels.append(Panel("预览", SHEET, "各项得分预览", _SCORES, shown, top, told))
    return replace(form, panels=(*form.panels, *panels, *((steps,) if steps.rows else ())))


def _checks(form: Form, checks: Iterable[Check], ruleset: Ruleset) -> Iterator[Row]:
    items = form.items
    shown = [one for one in checks if one.category in SHOWN]
    for check in compile_checks(shown, ruleset.items):
        if check.needed <= items.keys():
            row = _check(check, items, form)
            if row is not None:
                yield row


def _check(check: CompiledCheck, items: Mapping[str, ItemCells], form: Form) -> Row | None:
    found = sides(check.tree, lambda name: _amount(items[name]) if name in items else "0")
    if found is None or found[1] not in ("=", "≤", "≥"):
        return None
    left, sign, right = found
    subject = items[check.subject] if check.subject in items else next(iter(items.values()))
    worth = points_text(find_unit(subject.own_unit).factor)
    needed = [items[name].value for name in sorted(check.needed)]
    lacking = "+".join(f"ISNUMBER({cell})" for cell in needed)
    apart = f"({left}-{right})/{worth}"
    holds = {"=": f"ABS({apart})<{NEAR}", "≤": f"{apart}<{NEAR}", "≥": f"-({apart})<{NEAR}"}[sign]
    is_lacking = f"{lacking}<{len(needed)}"
    formulas = {
        "左边": f'IF({is_lacking},"",ROUND({left}/{worth},{PLACES}))',
        "右边": f'IF({is_lacking},"",ROUND({right}/{worth},{PLACES}))',
        "结果": f'IF({is_lacking},"{LACKING}",IF({holds},"{HOLDS}","{FAILS}"&ROUND({apart},{PLACES})&" {subject.own_unit}"))',
    }
    values = {
        "核查": check.check.name,
        "关系": check.check.relation.text,
        **_now(check, form, subject.own_unit),
    }
    return Row(values, formulas=formulas)


def _now(check: CompiledCheck, form: Form, unit: str) -> dict[str, str]:
    """Give what the formulas come to with what is filled in already, for viewers that do not calculate."""
    known = {name: amount for name in check.names if (amount := _filled_in(form, name)) is not None}
    if not check.needed <= known.keys() or not isinstance(check.tree, Comparison):
        return {"结果": LACKING}
    amounts = {name: known.get(name, Fraction(0)) for name in check.names}
    left, right = (compile_value(side)(amounts) for side in (check.tree.left, check.tree.right))
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        return {"结果": LACKING}
    worth = find_unit(unit).factor
    apart = (left - right) / worth
    holds = {"=": abs(apart), "≤": apart, "≥": -apart}[check.tree.operator] < Fraction(NEAR)
    told = HOLDS if holds else f"{FAILS}{decimal_text(_round(apart))} {unit}"
    return {
        "左边": decimal_text(_round(left / worth)),
        "右边": decimal_text(_round(right / worth)),
        "结果": told,
    }


def _round(value: Fraction) -> Fraction:
    return round_to(value, PLACES)


def _filled_in(form: Form, name: str) -> Fraction | None:
    """Give what stands in the cells of a data item, in the smallest unit of its kind; None for no figure."""
    cells, panel = form.items.get(name), form.panel("数据")
    if cells is None or panel is None:
        return None
    key = "本年" if cells.value in {panel.cell(at, "本年") for at in range(len(panel.rows))} else "上年"
    row = next(row for at, row in enumerate(panel.rows) if panel.cell(at, key) == cells.value)
    text = row.values.get(key, "")
    try:
        return (
            parse_said(text, row.values.get("单位") or None, find_unit(cells.own_unit)).base if text else None
        )
    except (NumberError, UnitError):
        return None


def _amount(cells: ItemCells) -> str:
    worth = f"VLOOKUP({cells.unit},{OPTIONS}!$A:$B,2,FALSE)"
    return f'N({cells.value})*IF({cells.unit}="",1,{worth})'


def _blocks(form: Form, ruleset: Ruleset) -> Iterator[Row]:
    """Yield the sum of each block's own indicators, of the whole case; those of projects are told beside them."""
    panel = form.panel("自设指标")
    if panel is None:
        return
    for block in ruleset.indicators:
        if block.is_block:
            at = next(at for at, row in enumerate(panel.rows) if row.values.get("板块") == block.name)
            done, due = panel.cell(at, "已设"), points_text(block.points)
            yield Row(
                {
                    "核查": f"{block.name}的分值合计",
                    "关系": f"自设指标的分值之和 = {due}",
                    "右边": due,
                    "结果": "缺数",
                },
                formulas={
                    "左边": done,
                    "结果": f'IF({done}=0,"{LACKING}",IF({done}={due},"{HOLDS}","{FAILS}"&({done}-{due})&" 分"))',
                },
            )
