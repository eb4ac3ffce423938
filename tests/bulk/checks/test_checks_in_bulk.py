"""Checks over rows of columns come out as the audit of each row as a case does."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, strategies as st

from jixiao.audit.checks.compiled import CompiledCheck, compile_checks, identity_checks
from jixiao.audit.checks.relation import Relation
from jixiao.audit.checks.through import sums_of
from jixiao.bulk.checks.by_engine import codes_of
from jixiao.bulk.checks.figures import FigureColumn, last_place, last_places
from jixiao.bulk.checks.program import CheckProgram, lower_checks
from jixiao.bulk.checks.result import CheckCode
from jixiao.bulk.checks.run import CheckFrame, run_checks
from jixiao.bulk.run import number
from jixiao.language.formula import names
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.language.formula.tree import Comparison, Expression
from jixiao.model.case import Claim, Project, Statement
from jixiao.model.check import Category, Check, Widening
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item, Text
from jixiao.quantity import Quantity, find_unit
from shared.cases.paper_cases import library
from shared.sentences.formulas import NAMES, comparisons, conditions

HERE = Place("核查")
CENTS = 100
"""Into how many units of its column a printed unit is divided."""


@cache
def every_check() -> tuple[CompiledCheck, ...]:
    """The identities of the items and the checks of the project's rules."""
    items = library().items.items
    return (*identity_checks(items), *compile_checks(library().checks(), items))


def project_of(figures: Mapping[str, Quantity]) -> Project:
    said = {name: (Statement(name, one, "", HERE),) for name, one in figures.items()}
    return Project("项目", said, (), {}, Claim(), {})


def audited(checks: tuple[CompiledCheck, ...], figures: Mapping[str, Quantity]) -> dict[str, CheckCode]:
    """How the audit of a case finds each check of it."""
    return codes_of(checks, sums_of(checks), project_of(figures), library().items.items)


def in_bulk(program: CheckProgram, figures: Mapping[str, Quantity]) -> dict[str, CheckCode]:
    """How the program finds each check on a row."""
    row = row_of(program, figures)
    for step in program.steps:
        row[step.name] = number(step.whole, row)
    return {one.check.id: CheckCode(number(one.code, row)) for one in program.checks}


def row_of(program: CheckProgram, figures: Mapping[str, Quantity]) -> dict[str, int | None]:
    """What stands in the columns of a row."""
    row: dict[str, int | None] = {}
    for name, column in program.columns.items():
        one = figures.get(name)
        row[name], row[last_place(name)] = None, 0
        if one is not None:
            count = one.base / column.grain
            assert count.denominator == 1
            row[name] = count.numerator
            places = last_places(column, np.array([count.numerator]), np.array([one.decimals]))
            row[last_place(name)] = int(places[0])
    return row


def at_once(program: CheckProgram, rows: list[Mapping[str, Quantity]]) -> list[dict[str, CheckCode]]:
    """How the program finds each check on rows side by side."""
    found = [row_of(program, one) for one in rows]

    def column(name: str) -> np.ndarray:
        return np.array([row[name] or 0 for row in found], np.int64)

    frame = CheckFrame(
        len(rows),
        {name: column(name) for name in program.columns},
        {name: column(last_place(name)) for name in program.columns},
        {name: np.array([row[name] is not None for row in found]) for name in program.columns},
    )
    codes = run_checks(program, frame)
    return [{name: CheckCode(int(one[at])) for name, one in codes.items()} for at in range(len(rows))]


def columns_of(units: Mapping[str, str]) -> dict[str, FigureColumn]:
    found = {name: find_unit(unit) for name, unit in units.items()}
    return {name: FigureColumn(unit, unit.factor / CENTS) for name, unit in found.items()}


def agree(
    checks: tuple[CompiledCheck, ...], units: Mapping[str, str], figures: Mapping[str, Quantity]
) -> set:
    """Hold both against each other; gives what came out."""
    program = lower_checks(checks, library().items.items, columns_of(units))
    bulk, case = in_bulk(program, figures), audited(checks, figures)
    for name, code in case.items():
        assert bulk.get(name, CheckCode.NO_FIGURES) is code, name
    assert all(code is CheckCode.NO_FIGURES for name, code in bulk.items() if name not in case)
    return set(bulk.values())


# ── The project's own ────────────────────────────────────────────────────────────────────────────


class Rows:
    """Rows of a province, made up so that most checks are asked, and hold, or only just, or just not."""

    def __init__(self, random: Random) -> None:
        self.random = random
        items = library().items.items
        self.units = {name: self._unit(one) for name, one in items.items() if random.random() < 0.9}
        for name in ("培训费决算", "会议费决算"):
            self.units |= {f"{name}较上年增减额": "万元", f"{name}较上年增减率": "%", f"上年{name}": "万元"}

    def _unit(self, item: Item) -> str:
        return "元" if item.unit.name == "万元" and self.random.random() < 0.2 else item.unit.name

    def figures(self) -> dict[str, Quantity]:
        """Give a row: small figures, then some made to fit what they should be."""
        random = self.random
        present = random.choice([0.5, 0.8, 0.95])
        found = {name: self._some(unit) for name, unit in self.units.items() if random.random() < present}
        for check in random.sample(every_check(), len(every_check())):
            tree = check.tree
            if isinstance(tree, Comparison) and check.subject in found and random.random() < 0.8:
                self._fit(tree.right, check.subject, found)
        return found

    def _some(self, unit: str) -> Quantity:
        random = self.random
        places = random.choice([0, 0, 1, 2])
        count = random.choice([0, 0, 1, 3, 7, random.randint(-3, 30), random.randint(0, 3000)])
        return Quantity(Fraction(count, 10**places), find_unit(unit), places)

    def _fit(self, tree: Expression, subject: str, found: dict[str, Quantity]) -> None:
        if not set(names(tree)) <= set(found):
            return
        value = calculate(tree, {name: found[name].base for name in names(tree)})
        if isinstance(value, Undefined):
            return
        unit, places = find_unit(self.units[subject]), self.random.choice([0, 1, 2])
        count = value / unit.factor * 10**places // 1 + self.random.choice([0, 0, 0, 1, 1, -1, 2])
        if abs(count) < 10**9:
            found[subject] = Quantity(Fraction(count, 10**places), unit, places)


@given(st.integers(0, 2**32))
def test_every_check_of_the_project_comes_out_the_same(seed: int) -> None:
    rows = Rows(Random(seed))
    agree(every_check(), rows.units, rows.figures())


@pytest.mark.parametrize("larger", [1, 10**4, 10**8])
def test_rows_side_by_side_come_out_as_each_alone(larger: int) -> None:
    """Also where their numbers grow beyond 64 bits on the way: those are worked out one by one."""
    rows = Rows(Random(7))
    program = lower_checks(every_check(), library().items.items, columns_of(rows.units))
    found = [rows.figures() for _ in range(40)]
    if larger > 1:
        found[::2] = [{name: _larger(one, larger) for name, one in row.items()} for row in found[::2]]
    assert at_once(program, found) == [in_bulk(program, row) for row in found]
    assert [in_bulk(program, row) for row in found[:4]] == [
        {
            **dict.fromkeys((one.check.id for one in program.checks), CheckCode.NO_FIGURES),
            **only(program, row),
        }
        for row in found[:4]
    ]


def only(program: CheckProgram, row: Mapping[str, Quantity]) -> dict[str, CheckCode]:
    """What the audit finds, of the checks that rows are asked for."""
    asked = {one.check.id for one in program.checks}
    return {name: code for name, code in audited(every_check(), row).items() if name in asked}


def _larger(one: Quantity, times: int) -> Quantity:
    return one if one.unit.dimension.is_ratio else Quantity(one.value * times, one.unit, one.decimals)


def test_the_rows_that_are_made_up_ask_everything() -> None:
    """So that the test above is one: each result is there, and nearly every check holds once and fails once."""
    seen: dict[str, set[CheckCode]] = {}
    for seed in range(60):
        rows = Rows(Random(seed))
        for name, code in audited(every_check(), rows.figures()).items():
            seen.setdefault(name, set()).add(code)
    assert set().union(*seen.values()) == set(CheckCode) - {CheckCode.DISPUTED}
    both = [name for name, codes in seen.items() if {CheckCode.HOLDS, CheckCode.FAILS} <= codes]
    assert len(both) > 0.9 * len(seen)


# ── Any other ────────────────────────────────────────────────────────────────────────────────────

UNITS = ("万元", "万元", "元", "%", "人")


@st.composite
def made_up_checks(draw) -> tuple[CompiledCheck, dict[str, str], dict[str, Quantity]]:
    """A check of any relation, with units of its columns and a row."""
    tree = draw(comparisons | conditions)
    used = names(tree)
    absent = draw(st.lists(st.sampled_from(used), unique=True)) if used else []
    widened = draw(st.sampled_from([None, None, "0.5", "100"])) if isinstance(tree, Comparison) else None
    check = Check(
        "c",
        "例",
        draw(st.sampled_from(Category)),
        Text("", HERE),
        HERE,
        tuple(Text(name, HERE) for name in absent),
        None if widened is None else Widening(Quantity(Fraction(widened)), "理由", HERE),
        made_up_by=tuple(
            Text(name, HERE) for name in draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))
        ),
    )
    units = {name: draw(st.sampled_from(UNITS)) for name in draw(st.sets(st.sampled_from(NAMES))) | set(used)}
    if draw(st.booleans()):
        for name in absent:
            units.pop(name, None)
    return CompiledCheck(check, Relation(tree)), units, draw(_rows(units))


def _rows(units: Mapping[str, str]) -> st.SearchStrategy[dict[str, Quantity]]:
    figures = {name: _figures(unit) for name, unit in units.items()}
    return st.fixed_dictionaries({}, optional=figures) | st.fixed_dictionaries(figures)


def _figures(unit: str) -> st.SearchStrategy[Quantity]:
    return st.builds(
        lambda count, places: Quantity(Fraction(count, 10**places), find_unit(unit), places),
        st.integers(-30, 30) | st.integers(-3000, 3000),
        st.integers(0, 2),
    )


@given(made_up_checks())
def test_any_relation_comes_out_the_same(made) -> None:
    """Whatever it relates: over what divides by nothing, may be absent, is widened or made up for."""
    check, units, figures = made
    if not names(check.tree):
        return
    agree((check,), units, figures)
