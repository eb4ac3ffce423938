"""Figures of a case that tell two formulas or conditions apart: found by trying, then proven by scoring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from random import Random

from jixiao.analysis.trials import figures
from jixiao.model.case import Claim, Project, Statement
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.evaluation import Result
from jixiao.model.mutation import CaseHint
from jixiao.model.ruleset import Item
from jixiao.quantity import Quantity, decimal_text, round_to
from jixiao.quantity.quantity import printed
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.program.rule import Rule

MAX_TRIED = 4_000
"""Most combinations of figures tried for one change."""
POOL = tuple(map(Fraction, (100, 0, 90, 110, 50, 1, 10, 120, 95, 105, 20, 200, 2, 3, 80, 7)))
"""Figures that a person would write; beside 100 stand those that step over usual thresholds."""
DECIMALS = 6
"""Decimals of a score without end, where fewer do not tell it apart."""
NOWHERE = Place("")


def find_figures(true: Rule, changed: Rule, items: Mapping[str, Item]) -> CaseHint | None:
    """Give figures that score otherwise by the changed rule; else that give another value; else None."""
    names = tuple(dict.fromkeys((*true.wanted, *changed.wanted)))
    by_value: CaseHint | None = None
    for chosen in islice(_combinations(len(names)), MAX_TRIED):
        stated = dict(zip(names, chosen, strict=True))
        right, wrong = (_result(rule, stated, items) for rule in (true, changed))
        if right is None:
            continue
        hint = _by_score(right, wrong, stated, items)
        if hint is not None:
            return hint
        by_value = by_value or _by_value(right, wrong, stated, items)
    return by_value


def _combinations(size: int) -> Iterator[tuple[Fraction, ...]]:
    """Yield figures for so many items: all of them in order where they are few, else some at random."""
    if len(POOL) ** size <= MAX_TRIED:
        yield from product(POOL, repeat=size)
        return
    random = Random(0)  # noqa: S311 nothing secret: the same figures in every run
    while True:
        yield tuple(random.choices(POOL, k=size))


def project_of(stated: Mapping[str, Fraction], items: Mapping[str, Item]) -> Project:
    """Give a project in whose papers stand these figures and nothing else."""
    statements = {
        name: (Statement(name, Quantity(value, items[name].unit), "", NOWHERE),)
        for name, value in stated.items()
    }
    return Project(None, statements, (), {}, Claim(), {})


def _result(rule: Rule, stated: Mapping[str, Fraction], items: Mapping[str, Item]) -> Result | None:
    try:
        return evaluate_indicator(rule, project_of(stated, items))
    except Refused:
        return None


def _by_score(
    right: Result, wrong: Result | None, stated: Mapping[str, Fraction], items: Mapping[str, Item]
) -> CaseHint | None:
    if right.score is None:
        return None
    for written in (figures.rewritten("0", right.score), printed(round_to(right.score, DECIMALS), DECIMALS)):
        if not figures.agrees(written, wrong.score if wrong else None):
            return CaseHint(_figures(stated, items), "得分", written, _said(wrong))
    return None


def _by_value(
    right: Result, wrong: Result | None, stated: Mapping[str, Fraction], items: Mapping[str, Item]
) -> CaseHint | None:
    if right.value is None or figures.is_endless(right.value):
        return None
    written = decimal_text(right.value)
    if figures.value_agrees(written, wrong.value if wrong else None):
        return None
    return CaseHint(_figures(stated, items), "数值", written, wrong.value_text if wrong else "无法核算")


def _said(wrong: Result | None) -> str:
    return "无法核算" if wrong is None else figures.span(wrong.low, wrong.high)


def _figures(stated: Mapping[str, Fraction], items: Mapping[str, Item]) -> tuple[tuple[str, str, str], ...]:
    named: Iterable[tuple[str, Fraction]] = stated.items()
    return tuple((name, decimal_text(value), items[name].unit.name) for name, value in named)
