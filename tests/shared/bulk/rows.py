"""Rows as cases and as a frame: the two sides of every law of `bulk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from jixiao.bulk.exact import RowScore, row_score, why_of
from jixiao.bulk.frame import Frame, Points, Scores
from jixiao.bulk.program import TableProgram
from jixiao.model.case import Case, Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.quantity import Quantity
from jixiao.scoring.evaluate import evaluate_project, rule_results
from jixiao.scoring.program.program import Program

HERE = Place("行")
Cells = Mapping[str, Quantity | None]
"""What a row says of each item."""


def project_of(cells: Cells, **more) -> Project:
    """A row as a project, each item stated once."""
    said = {name: (Statement(name, one, "", HERE),) for name, one in cells.items() if one is not None}
    return Project(None, said, (), more.pop("ratings", {}), Claim(), {}, **more)


def case_of(project: Project) -> Case:
    return Case("行", "row", "单位", "甲省", 2022, "部门整体支出", "", {}, project, (), "", HERE)


def by_engine(program: Program, project: Project) -> RowScore:
    """What `check` gives."""
    return row_score(program, evaluate_project(case_of(project), project, program))


def frame_of(program: Program, table: TableProgram, projects: Sequence[Project]) -> Frame:
    """Rows as a frame: what is impossible is missing, what has more decimals than its column goes to the engine."""
    engine = np.zeros(len(projects), np.bool_)
    columns: dict[str, list[int]] = {name: [] for name in table.columns()}
    known: dict[str, list[bool]] = {name: [] for name in table.columns()}
    outside = [one for one in table.rules if one.from_outside]
    rules = {rule.indicator.name: rule for rule in program.rules}
    for at, project in enumerate(projects):
        numbers: dict[str, Fraction | None] = {name: _value(project, name) for name in table.grains}
        numbers = {name: None if one is None else one / table.grains[name] for name, one in numbers.items()}
        for name in table.loose:
            numbers[name] = _halves(project, name.removesuffix(".loose"), table)
        for place, name in enumerate(table.choices):
            named = program.settlement.choices[place].indicators
            chosen = [number for number, one in enumerate(named) if one in project.chosen]
            numbers[name] = Fraction(chosen[0]) if chosen else None
            engine[at] |= len(chosen) > 1
        for one in outside:
            rule = rules[one.name]
            results = rule_results(rule, project, program)
            low, high = (
                sum(getattr(result, end) for result in results) * table.unit for end in ("low", "high")
            )
            engine[at] |= any(result.beyond or result.left_out or result.may_leave_out for result in results)
            why = Fraction(why_of(rule, project, results[0]))
            numbers |= {one.low.above: Fraction(low), one.high.above: Fraction(high), one.why: why}
        lowered = {one.name for one in table.rules if not one.from_outside}
        engine[at] |= bool(lowered & project.ratings.keys()) or "总体" in project.ratings or bool(project.own)
        for name, number in numbers.items():
            fits = number is None or (
                number.denominator == 1 and (name not in table.grains or abs(number) <= table.largest)
            )
            engine[at] |= not fits
            columns[name].append(int(number) if number is not None and fits else 0)
            known[name].append(number is not None)
    return Frame(
        len(projects),
        {name: np.array(one, np.int64) for name, one in columns.items()},
        {name: np.array(one, np.bool_) for name, one in known.items()},
        engine,
    )


def _halves(project: Project, name: str, table: TableProgram) -> Fraction:
    """By how many halves of a unit a figure may be off as it is printed."""
    said = project.statements.get(name, ())
    if not said or not said[0].quantity.is_rounded:
        return Fraction(0)
    one = said[0].quantity
    return one.unit.factor / 10**one.decimals / table.grains[name]


def _value(project: Project, name: str) -> Fraction | None:
    said = project.statements.get(name, ())
    return said[0].quantity.base if said and not said[0].impossible else None


def fraction_at(points: Points, row: int) -> Fraction:
    below = points.below if isinstance(points.below, int) else points.below[row]
    return Fraction(int(points.above[row]), int(below))


def assert_same(program: Program, scores: Scores, projects: Sequence[Project]) -> int:
    """Every score, total, grade and reason code is the engine's, where the program takes the row; give how many it takes."""
    taken = 0
    for at, project in enumerate(projects):
        if scores.engine[at]:
            continue
        taken += 1
        told = by_engine(program, project)
        for place, rule in enumerate(program.rules):
            found = (
                fraction_at(scores.low[place], at),
                fraction_at(scores.high[place], at),
                int(scores.why[place][at]),
            )
            one = told.rules[rule.indicator.name]
            assert found == (one.low, one.high, one.why), (
                f"{found} {one} {_told(rule.indicator.name, program, project)}"
            )
        total = fraction_at(scores.total_low, at), fraction_at(scores.total_high, at), int(scores.grades[at])
        assert total == (told.low, told.high, told.grades), (
            f"{total} {told} {_told('总分', program, project)}"
        )
    return taken


def rows_of(scores: Scores, rows) -> Scores:
    """The scores of some rows."""

    def points(of: Points) -> Points:
        return Points(of.above[rows], of.below if isinstance(of.below, int) else of.below[rows])

    return Scores(
        list(map(points, scores.low)), list(map(points, scores.high)), [one[rows] for one in scores.why],
        points(scores.total_low), points(scores.total_high), scores.grades[rows], scores.engine[rows],
    )  # fmt: skip


def _told(of: str, program: Program, project: Project) -> str:
    """Say what a row was scored by, for whoever looks at a failure."""
    figures = "，".join(f"{name} {said[0].quantity}" for name, said in project.statements.items())
    rules = "\n".join(
        f"{one.indicator.name}：{one.indicator.formula or ''} {one.indicator.standard} {dict(one.readings)}"
        for one in program.rules
    )
    return f"{of}\n{rules}\n{program.settlement.bounds} {program.settlement.vetoes}\n{figures}"
