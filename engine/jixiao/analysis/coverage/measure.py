"""The coverage of tables, checks and finding rules by reviewed cases and by examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.coverage.examples import example_reach
from jixiao.analysis.coverage.thresholds import tried
from jixiao.audit.bench import Bench, Reviewed
from jixiao.audit.checks.compiled import identity_checks
from jixiao.model.check import CheckResult
from jixiao.model.coverage import (
    CheckCoverage,
    Coverage,
    CoveredPart,
    IndicatorCoverage,
    RuleCoverage,
    TableCoverage,
)
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.part import HOLDS, Part
from jixiao.model.review import Review
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

WHOLE = "总分"
"""Under what name the parts of a table that are no indicator's are told."""
DECIDED = (CheckResult.HOLDS, CheckResult.ROUNDING, CheckResult.DISPUTED, CheckResult.FAILS)
OF_WHOLE = "·整体"
"""How the name of a check over the case at large ends."""


def measure(bench: Bench, programs: Iterable[Program], reviewed: Sequence[Reviewed]) -> Coverage:
    """Give what these cases and the examples of these tables reached."""
    by_table: dict[str, list[Evaluation]] = {}
    for one in reviewed:
        for review in one.reviews:
            by_table.setdefault(one.program.ruleset.digest, []).append(review.evaluation)
    tables = tuple(cover_table(program, by_table.get(program.ruleset.digest, [])) for program in programs)
    reviews = [review for one in reviewed for review in one.reviews]
    return Coverage(tables, _checks(bench, reviewed, reviews), _rules(bench, reviews))


def cover_table(program: Program, evaluations: Sequence[Evaluation]) -> TableCoverage:
    """Give the coverage of one table by evaluations against it and by its own examples."""
    indicators = [_indicator(rule, evaluations) for rule in program.rules]
    whole = _whole(program, evaluations)
    return TableCoverage(program.ruleset.reference, (*indicators, *whole))


def _indicator(rule: Rule, evaluations: Sequence[Evaluation]) -> IndicatorCoverage:
    results = [one for evaluation in evaluations for one in evaluation.results if _is_of(one, rule)]
    by_cases = Counter(part for one in results for part in set(one.parts))
    by_cases.update(_vetoed(rule, evaluations))
    by_examples: Counter[Part] = Counter()
    values = {value for one in results for value in one.values}
    for example in rule.indicator.examples:
        parts, value = example_reach(example, rule)
        by_examples.update(set(parts))
        values |= set() if value is None else {value}
    parts = rule.standard.parts() + (rule.qualitative.standard.parts() if rule.qualitative else ())
    parts += tuple(Part(one.clause) for one in rule.exceeding.rule.ruled) if rule.exceeding else ()
    return IndicatorCoverage(
        rule.indicator.name,
        rule.indicator.id,
        rule.indicator.place,
        tuple(CoveredPart(one, by_cases[one], by_examples[one]) for one in dict.fromkeys(parts)),
        tried(rule.meaning, rule.indicator.name, values),
    )


def _is_of(result: Result, rule: Rule) -> bool:
    """Whether a result is of a rule, or of one of the own indicators in its block."""
    own = rule.indicator.is_block and result.indicator.id.startswith(f"{rule.indicator.id}.")
    return own or result.indicator.id == rule.indicator.id


def _vetoed(rule: Rule, evaluations: Iterable[Evaluation]) -> Iterator[Part]:
    """Yield what in a sentence decides more than its indicator, each time that it does."""
    for evaluation in evaluations:
        for veto in evaluation.vetoes:
            if veto.holds and veto.indicator == rule.indicator.name:
                yield Part(veto.clause, HOLDS)


def _whole(program: Program, evaluations: Sequence[Evaluation]) -> Iterator[IndicatorCoverage]:
    """Yield the table's own vetoes and limits, where it has any."""
    vetoes = [Part(veto.clause, HOLDS) for veto in program.settlement.vetoes if not veto.indicator]
    limits = [Part(str(bound), "超出") for bound in program.settlement.bounds]
    limits += [
        Part(one.clause, "超出") for ceiling in program.settlement.ceilings for one in ceiling.rule.ruled
    ]
    if not (vetoes or limits):
        return
    reached = Counter(
        Part(veto.clause, HOLDS)
        for evaluation in evaluations
        for veto in evaluation.vetoes
        if veto.holds and not veto.indicator
    )
    reached.update(
        Part(one.clause, "超出")
        for evaluation in evaluations
        for one in evaluation.adjustments
        if one.kind == "limit" and (one.points, one.low_points) != (Fraction(0), Fraction(0))
    )
    parts = tuple(CoveredPart(one, reached[one]) for one in dict.fromkeys((*vetoes, *limits)))
    yield IndicatorCoverage(WHOLE, "", program.ruleset.place, parts)


def _checks(
    bench: Bench, reviewed: Sequence[Reviewed], reviews: Iterable[Review]
) -> tuple[CheckCoverage, ...]:
    """Give how often each check of the folder was decided, and missed."""
    known = {check.id: check.name for check in bench.checks}
    for one in reviewed:
        known.update(
            {one_of.check.id: one_of.check.name for one_of in identity_checks(one.program.ruleset.items)}
        )
    decided: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for review in reviews:
        for report in review.checks or ():
            name = report.id.removesuffix(OF_WHOLE)
            decided[name] += report.result in DECIDED
            missed[name] += report.result is CheckResult.FAILS
    return tuple(CheckCoverage(id, name, decided[id], missed[id]) for id, name in known.items())  # noqa: A001


def _rules(bench: Bench, reviews: Iterable[Review]) -> tuple[RuleCoverage, ...]:
    fired = Counter(name for review in reviews for name in review.fired)
    return tuple(RuleCoverage(rule.name, fired[rule.name]) for rule in bench.finding_rules)
