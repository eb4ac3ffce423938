"""A difference that is another figure of the report: what was left out, or counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.checks.run import Ran
from jixiao.audit.stated import Stated, Statements
from jixiao.language.formula import Comparison
from jixiao.model.check import Category, CheckResult

MIN_DIGITS = 3
"""Fewest digits of a difference that says something: 2 may be anything, 28.5 hardly."""
_OF_AMOUNTS = (Category.SUM, Category.BALANCE, Category.AT_MOST)


class Figures:
    """Every figure of a project by its value, looked up for what a difference may be."""

    def __init__(self, papers: Statements) -> None:
        self._by_value: dict[Fraction, Stated] = {}
        for one in _every(papers):
            if _digits(one) >= MIN_DIGITS:
                self._by_value.setdefault(abs(one.quantity.base), one)

    def equal_to_gap(self, ran: Ran) -> Stated | None:
        """Give the figure that the sides of a check differ by; None where there is none, or it is in the check."""
        if ran.result is not CheckResult.FAILS or ran.compiled.check.category not in _OF_AMOUNTS:
            return None
        if not isinstance(ran.compiled.tree, Comparison):
            return None
        found = self._by_value.get(abs(ran.comparing.left - ran.comparing.right))
        own = {name.rsplit("·", 1)[-1] for name in ran.taken}
        return None if found is None or found.name in own else found


def _every(papers: Statements) -> Iterator[Stated]:
    for name in papers.project.statements:
        yield from papers.direct(name)
    for breakdown in papers.project.breakdowns:
        for part in breakdown.parts:
            yield from papers.part(part)


def _digits(stated: Stated) -> int:
    """Give how many digits of a figure say something: 28.5 has three, 300 one."""
    scaled = abs(stated.quantity.value) * 10**stated.quantity.decimals
    return len(str(int(scaled)).rstrip("0"))
