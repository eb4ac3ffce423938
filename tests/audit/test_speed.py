"""A large case is reviewed within a second, and disputed figures do not multiply without end."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from jixiao.audit import Auditor, open_auditor
from jixiao.model.case import Case, Claim, Project, Statement
from jixiao.model.check import Category, Check, CheckResult
from jixiao.model.diagnostic import Place
from jixiao.model.review import Review
from jixiao.model.ruleset import Item, Text
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import Program
from shared.cases.paper_cases import table
from shared.effort import takes_less_than
from shared.findings.reviews import TODAY, engine

HERE = Place("大案例")
LIMIT = 1.0
"""Seconds of the processor that a review may take; it takes about 0.1."""
WAN = find_unit("万元")


def large(items: int, checks: int) -> tuple[Program, Auditor]:
    """A table over so many items, with so many checks of six of them each."""
    _, program = table()
    extra = {f"数{number}": Item(f"数{number}", WAN, "") for number in range(items)}
    ruleset = replace(program.ruleset, items={**program.ruleset.items, **extra})
    program = replace(program, ruleset=ruleset)
    relations = [
        " = ".join((f"数{number}", " + ".join(f"数{(number * 5 + step) % items}" for step in range(1, 6))))
        for number in range(checks)
    ]
    found = [
        Check(f"c{n}", f"核查{n}", Category.SUM, Text(one, HERE), HERE) for n, one in enumerate(relations)
    ]
    return program, open_auditor(program, found, engine())


def reviewed(program: Program, auditor: Auditor, values: dict[str, list[int]]) -> tuple[Review, ...]:
    """Give the reviews of a case with these values in 万元, and see to it that they take little time."""
    statements = {
        name: tuple(Statement(name, Quantity(Fraction(number), WAN, 2), f"报告 {place}", HERE) for place, number in enumerate(numbers))
        for name, numbers in values.items()
    }  # fmt: skip
    whole = Project(None, statements, (), {}, Claim(), {})
    case = Case("大案例", "large", "甲", "甲省", 2022, "整体", "", {}, whole, (), "", HERE)
    evaluations = run_program(case, program)
    found: list[tuple[Review, ...]] = []
    assert takes_less_than(LIMIT, lambda: found.append(auditor.review(evaluations, None, TODAY)))
    return found[0]


@pytest.mark.parametrize("is_clean", [True, False])
def test_300_items_and_60_checks_take_less_than_a_second(is_clean: bool) -> None:
    """Also where every one of the checks is missed."""
    program, auditor = large(300, 60)
    values = {f"数{number}": [0 if is_clean else number * 7 + 1] for number in range(300)}
    [review] = reviewed(program, auditor, values)
    assert len([one for one in review.findings if one.code == "sum-mismatch"]) == (0 if is_clean else 60)


def test_ten_values_of_each_of_five_items_do_not_multiply() -> None:
    """A hundred thousand combinations are not tried: the check is left undecided, the conflicts are told."""
    program, auditor = large(300, 60)
    values = {f"数{number}": [number] for number in range(300)}
    values |= {f"数{number}": [step * 3 for step in range(10)] for number in range(1, 6)}
    [review] = reviewed(program, auditor, values)
    assert CheckResult.UNDECIDED in {check.result for check in review.checks or ()}
    assert len([one for one in review.findings if one.code == "statement-conflict"]) == 5
