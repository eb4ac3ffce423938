"""OpenFisca-Core: a variable for each item and each indicator, vectors of float32, as its documentation has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from province.job import GRADES, ITEMS, JOB, UNDEFINED, Bands, Indicator, Share, Steps
from province.rows import Columns
from province.scores import Scored

YEAR = "2026"


def scorer(indicators: tuple[Indicator, ...] = JOB) -> Callable[[Columns], dict[str, Any]]:
    """Give what scores rows: amounts in 元, points in points, as somebody would write it."""
    unit = build_entity(key="unit", plural="units", label="预算单位", is_person=True)
    system = TaxBenefitSystem([unit])
    for name in ITEMS:
        system.add_variable(_variable(name, unit))
    for one in indicators:
        system.add_variable(_variable(one.id, unit, _formula(one)))
    asked = [one.id for one in indicators]
    system.add_variable(
        _variable("total", unit, lambda entity, period: sum(entity(name, period) for name in asked))
    )

    def score(given: Columns) -> dict[str, Any]:
        simulation = SimulationBuilder().build_default_simulation(system, len(given["budget"]))
        for name, amounts in given.items():
            simulation.set_input(name, YEAR, amounts)
        return {name: simulation.calculate(name, YEAR) for name in (*asked, "total")}

    return score


def amounts(given: Columns) -> Columns:
    """Give the rows in 元, in the floats that OpenFisca keeps them in."""
    return {name: (numbers / 100).astype(np.float32) for name, numbers in given.items()}  # type: ignore[misc]


def read(scores: dict[str, Any]) -> Scored:
    """Give what came out, to the nearest hundredth of a point."""
    points = {one.id: np.rint(scores[one.id] * 100).astype(np.int16) for one in JOB}
    total = np.rint(scores["total"] * 100).astype(np.int32)
    grade = np.full(len(total), len(GRADES) - 1, np.int8)
    for place in range(len(GRADES) - 2, -1, -1):
        grade[total >= GRADES[place][1]] = place
    return Scored(points, total, grade)


def _variable(name: str, entity: Any, formula: Callable[..., Any] | None = None) -> type[Variable]:
    said: dict[str, Any] = {"value_type": float, "entity": entity, "definition_period": DateUnit.YEAR}
    if formula is not None:
        said["formula"] = formula
    return type(name, (Variable,), {**said, "__module__": __name__})


def _formula(one: Indicator) -> Callable[..., Any]:
    needed = [name for name in ITEMS if name in one.above or name in one.below]
    above, below = compile(one.above, one.id, "eval"), compile(one.below, one.id, "eval")

    def formula(entity: Any, period: Any) -> Any:
        names = {name: entity(name, period) for name in needed}
        over, under = eval(above, {"abs": np.abs}, names), eval(below, {}, names)  # the job's own text
        is_defined = under > 0
        value = np.divide(over, under, out=np.zeros_like(over), where=is_defined)
        points = np.where(is_defined, _earned(one, value), UNDEFINED)
        if isinstance(one, Steps) and one.exempt:
            points = np.where((over == 0) & (under == 0), one.full / 100, points)
        return points

    return formula


def _earned(one: Indicator, value: Any) -> Any:
    full = np.float32(one.full / 100)
    match one:
        case Bands():
            points = np.zeros_like(value)
            for bound, earned in reversed(one.bands):
                limit = np.float32(bound / 100)
                points = np.where(value >= limit if one.from_above else value <= limit, earned / 100, points)
            return points
        case Share():
            return np.where(
                value < np.float32(one.least / 100),
                0,
                np.minimum(np.floor(value * full * 100 + 0.5) / 100, full),
            )
        case Steps():
            beyond = value - np.float32(one.limit / 100)
            beyond = {"over": beyond, "under": -beyond, "either": np.abs(beyond)}[one.side]
            steps = np.maximum(beyond, 0) / np.float32(one.step / 100)
            counted = {"none": np.floor, "whole": np.ceil, "part": np.positive}[one.part](steps)
            points = full - counted * np.float32(one.each / 100)
            if one.part == "part":
                points = np.floor(points * 100 + (0 if one.is_cut else 0.5)) / 100
            return np.clip(points, 0, full)
