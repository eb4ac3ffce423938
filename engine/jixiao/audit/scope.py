"""Whether the table that a case names is one for it: of its year, its place, its kind."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.case import Case
from jixiao.model.fact import CLAIM, SCOPE, Fact
from jixiao.model.finding import Level
from jixiao.model.ruleset import TO_FILL, Ruleset
from jixiao.model.wording import quoted


def scope_outcomes(case: Case, ruleset: Ruleset) -> Iterator[Outcome]:
    """Yield what of a case does not fit the table that it is scored by; another year is the least of it."""
    scope = ruleset.scope
    if not scope.covers_subject(case.subject):
        yield _outcome("对象", Level.HIGH, case.subject, scope.subject, ruleset)
    if case.region.strip() not in ("", TO_FILL) and not scope.covers_place(case.region):
        yield _outcome("地区", Level.HIGH, case.region, scope.region, ruleset)
    if not scope.covers_year(case.year):
        years = "、".join(map(str, scope.years))
        yield _outcome("年度", Level.MEDIUM, str(case.year), years, ruleset)


_OF_THE_PAPER = ("合计", "算式")
"""Claims that are held against the report's own figures alone."""


def holds_anyway(claim: Outcome) -> bool:
    """Whether what a claim comes to is the same by any table: of one that does not fit nothing else is told."""
    return claim.fact.kind != CLAIM or claim.fact["项"] in _OF_THE_PAPER


def _outcome(part: str, level: Level, own: str, wanted: str, ruleset: Ruleset) -> Outcome:
    table = f"{quoted(ruleset.title)}（{ruleset.reference}）"
    text = f"案例的{part}是{own}，而指标表{table}适用的{part}是{wanted}；请换用合适的指标表，或更正案例"
    fact = Fact.of(
        SCOPE, 来自=f"适用·{part}", 项=part, 级别=level, 题目=f"指标表的{part}与案例不合", 说明=text
    )
    return Outcome(fact, Ground((), (), (own, wanted)))
