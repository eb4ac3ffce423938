"""What a program's columns come to in a database: under which names they are given back, and the scores that they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jixiao.bulk.frame import Points, Scores
from jixiao.bulk.program import Amount, TableProgram

if TYPE_CHECKING:
    from jixiao.bulk.frame import Truths

GRADES = "grades"
LOWEST, HIGHEST = "total", "most"


def counted(program: TableProgram) -> Iterator[tuple[str, str]]:
    """Yield the names of what is given back, each with the program's column that it is.

    `low0`, `low0_below`, `high0`, `high0_below`, `why0` and so on for each rule; `total0`, `total0_below` … of the
    lowest total and `most0` … of the highest; GRADES where the program works them out.
    """
    for place, rule in enumerate(program.rules):
        yield from _of(f"low{place}", rule.low)
        yield from _of(f"high{place}", rule.high)
        yield f"why{place}", rule.why
    for name, amounts in ((LOWEST, program.low), (HIGHEST, program.high)):
        for place, amount in enumerate(amounts):
            yield from _of(f"{name}{place}", amount)
    if program.grades:
        yield GRADES, program.grades


def _of(name: str, amount: Amount) -> Iterator[tuple[str, str]]:
    yield name, amount.above
    if amount.below:
        yield f"{name}_below", amount.below


def scores_of(program: TableProgram, found: Mapping[str, Any], engine: Truths) -> Scores:
    """Give what was given back as scores; `engine`: the rows that rest with the engine."""
    from jixiao.bulk.totals import added_up, grades_of

    def points(name: str, amount: Amount) -> Points:
        return Points(found[name], found[f"{name}_below"] if amount.below else program.unit)

    low, high = (
        added_up([points(f"{name}{place}", one) for place, one in enumerate(amounts)])
        for name, amounts in ((LOWEST, program.low), (HIGHEST, program.high))
    )
    return Scores(
        [points(f"low{place}", one.low) for place, one in enumerate(program.rules)],
        [points(f"high{place}", one.high) for place, one in enumerate(program.rules)],
        [found[f"why{place}"] for place, _ in enumerate(program.rules)],
        low,
        high,
        found[GRADES] if program.grades else grades_of(program.ruleset, low, high),
        engine,
    )
