"""A case against its table."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao import __version__
from jixiao.model.case import Case, Project
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.indicator.own import evaluate_block
from jixiao.scoring.indicator.quick.rule import QuickRule, quick_rule
from jixiao.scoring.program.program import Program, Rule, compile_ruleset
from jixiao.scoring.total.choice import apply_choices
from jixiao.scoring.total.totals import adopt, derive_claim
from jixiao.scoring.total.vetoes import certain, rule_on, unsure
from jixiao.scoring.total.worlds import Unknown, settle


def evaluate_case(case: Case, ruleset: Ruleset) -> tuple[Evaluation, ...]:
    """Evaluate every project of a case, or the case as a whole where it has none.

    Raises Refused where the table cannot run or a rating does not fit it.
    """
    return run_program(case, compile_ruleset(ruleset))


def run_program(case: Case, program: Program) -> tuple[Evaluation, ...]:
    """Evaluate every project of a case by a table made ready once for many cases.

    Raises Refused where a rating does not fit the table.
    """
    return tuple(evaluate_project(case, project, program) for project in case.evaluated)


def evaluate_project(case: Case, project: Project, program: Program) -> Evaluation:
    """Evaluate one project against a table made ready to run."""
    run = program.kept.get(Run)
    if run is None:
        program.kept[Run] = Run(program)
        results = [one for rule in program.rules for one in rule_results(rule, project, program)]
    else:
        results = run.results(project)
    return settle_results(case, project, program, results)


class Run:
    """A table that has run once already: its rules made ready for the short way, as far as there is one."""

    __slots__ = ("_program", "_rules")

    def __init__(self, program: Program) -> None:
        self._program = program
        self._rules: tuple[QuickRule | Rule, ...] = ()

    def results(self, project: Project) -> list[Result]:
        """Give the results of all rules, in their order; raises Refused."""
        if not self._rules:
            rules = self._program.rules
            self._rules = tuple(rule if rule.indicator.is_block else quick_rule(rule) for rule in rules)
        summed = {one.item for one in project.breakdowns if one.complete}
        results: list[Result] = []
        for rule in self._rules:
            if isinstance(rule, Rule):
                results += rule_results(rule, project, self._program)
            else:
                results.append(rule.evaluate(project, summed))
        return results


def rule_results(rule: Rule, project: Project, program: Program) -> tuple[Result, ...]:
    """Give the result of one rule, or those of the own indicators in its block."""
    if rule.indicator.is_block:
        return tuple(evaluate_block(rule, project, program.ruleset))
    return (evaluate_indicator(rule, project),)


def settle_results(case: Case, project: Project, program: Program, results: Sequence[Result]) -> Evaluation:
    """Draw the results of all rules, in their order, together into totals and grades."""
    settlement, ruleset = program.settlement, program.ruleset
    ruled = rule_on(settlement, project)
    counted, choices = apply_choices(results, settlement.choices, project.chosen)
    claimed = derive_claim(counted, project.claim.total, settlement.bounds, choices)
    unknown = Unknown(tuple(certain(ruled)), tuple(unsure(ruled)), choices)
    settled = settle(claimed, ruleset, settlement, unknown)
    adopted, note = adopt(claimed, settled.low, settlement, unknown)
    return Evaluation(
        case=case,
        project=project,
        ruleset=ruleset,
        results=claimed,
        low=settled.low,
        high=settled.high,
        adopted=adopted,
        adopted_note=note,
        grades=settled.grades,
        engine=__version__,
        adjustments=settled.adjustments,
        vetoes=tuple(one for _, one in ruled),
    )
