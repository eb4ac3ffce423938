"""Whether the expectations of cases, and the examples of a table, notice that a rule has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.trials.compare import Found, compare
from jixiao.analysis.trials.examples import fits, score_example
from jixiao.audit.bench import Bench, Reviewed
from jixiao.dataclass import dataclass, replace
from jixiao.model.case import Project
from jixiao.model.diagnostic import Refused
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.expectation import Expectation, ExpectedFinding
from jixiao.model.review import Mean, Review
from jixiao.scoring.evaluate import rule_results, settle_results
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.total.totals import mean_of


@dataclass(frozen=True, slots=True)
class Watched:
    """One case as it is by the true rules: results rule by rule, and what now holds of it.

    `held` are the expectations that hold, by project; the first are those of the whole.
    """

    reviewed: Reviewed
    results: tuple[tuple[tuple[Result, ...], ...], ...]
    whole: tuple[Expectation, ...]
    held: tuple[tuple[Expectation, ...], ...]


def watch_case(reviewed: Reviewed) -> Watched:
    """Make a case ready to be scored by many changed rules."""
    case, program = reviewed.case, reviewed.program
    results = tuple(
        tuple(rule_results(rule, project, program) for rule in program.rules) for project in case.evaluated
    )
    whole = tuple(_holding(case.whole.expected, None, reviewed.mean)) if case.projects else ()
    held = tuple(
        tuple(_holding(project.expected, review, reviewed.mean))
        for project, review in zip(case.evaluated, reviewed.reviews, strict=True)
    )
    return Watched(reviewed, results, whole, held)


def _holding(
    expected: Iterable[Expectation], review: Review | None, mean: Mean | None
) -> Iterator[Expectation]:
    found = Found(review, mean)
    return (one for one in expected if compare(one, found).passed)


def examples_notice(true: Rule, changed: Rule) -> bool:
    """Whether an example that holds of the true sentence does not of the changed one."""
    for example in true.indicator.examples:
        at = example.at.text
        if fits(example, score_example(at, true)) and not fits(example, score_example(at, changed)):
            return True
    return False


def case_notices(watched: Watched, place: int, changed: Rule, bench: Bench) -> bool:
    """Whether an expectation that holds of a case does not by the changed rule at that place.

    A case that can't be evaluated by it any more notices it too.
    """
    case, program = watched.reviewed.case, watched.reviewed.program
    try:
        evaluations = [
            _changed(case.evaluated[number], results, place, changed, watched)
            for number, results in enumerate(watched.results)
        ]
    except Refused:
        return True
    if all(one is None for one in evaluations):
        return False
    before = [review.evaluation for review in watched.reviewed.reviews]
    after = [new or old for new, old in zip(evaluations, before, strict=True)]
    if _scores_notice(watched, after):
        return True
    if not any(isinstance(one, ExpectedFinding) for held in watched.held for one in held):
        return False
    reviews = bench.review(case, program, after).reviews
    return any(
        not compare(one, Found(review, None)).passed
        for held, review in zip(watched.held, reviews, strict=True)
        for one in held
        if isinstance(one, ExpectedFinding)
    )


def _scores_notice(watched: Watched, after: Sequence[Evaluation]) -> bool:
    mean = mean_of(after)
    return any(not compare(one, Found(None, mean)).passed for one in watched.whole) or any(
        not compare(one, Found(Review(evaluation), mean)).passed
        for held, evaluation in zip(watched.held, after, strict=True)
        for one in held
        if not isinstance(one, ExpectedFinding)
    )


def _changed(
    project: Project,
    results: tuple[tuple[Result, ...], ...],
    place: int,
    changed: Rule,
    watched: Watched,
) -> Evaluation | None:
    """Evaluate one project by the changed rule; None where no number of it moves."""
    case, program = watched.reviewed.case, watched.reviewed.program
    new = rule_results(changed, project, program)
    if [_numbers(one) for one in new] == [_numbers(one) for one in results[place]]:
        return None
    every = (*results[:place], new, *results[place + 1 :])
    flat = [result for group in every for result in group]
    rules = (*program.rules[:place], changed, *program.rules[place + 1 :])
    return settle_results(case, project, replace(program, rules=rules), flat)


def _numbers(result: Result) -> tuple[object, ...]:
    lost = sum((one.points for one in result.deductions), Fraction(0))
    return (
        result.status,
        result.low,
        result.high,
        result.value,
        lost,
        result.left_out,
        result.may_leave_out,
    )


def watch_all(reviewed: Iterable[Reviewed], program: Program) -> list[Watched]:
    """Make the cases of one table ready."""
    digest = program.ruleset.digest
    return [watch_case(one) for one in reviewed if one.program.ruleset.digest == digest]
