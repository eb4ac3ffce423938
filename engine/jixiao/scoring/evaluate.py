"""A case against its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jixiao import __version__
from jixiao.model.case import Case, Project
from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.indicator.own import evaluate_block
from jixiao.scoring.indicator.quick.rule import QuickRule, quick_rule
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.total.ceilings import bounds_by_value
from jixiao.scoring.total.choice import apply_choices
from jixiao.scoring.total.totals import adopt, derive_claim
from jixiao.scoring.total.vetoes import certain, rule_on, unsure
from jixiao.scoring.total.worlds import NO_UNKNOWN, Unknown, settle

_NONE: Mapping[str, Result] = MappingProxyType({})


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
    return settle_results(case, project, program, results_of(project, program))


def results_of(project: Project, program: Program, known: Mapping[str, Result] = _NONE) -> list[Result]:
    """Give the results of all rules, in the table's order, with claims; raises Refused.

    `known`: those that need not be worked out again, by the names of their indicators. A table that runs for the
    second time takes the short way, which its first run would have had to pay for.
    """
    papers = Papers(project)
    results: list[Result] = []
    for rule, quick in _rules(program):
        if known and rule.indicator.name in known:
            results.append(known[rule.indicator.name])
        elif quick is None:
            results += rule_results(rule, project, program)
        else:
            results.append(quick.evaluate(papers))
    return results


def _rules(program: Program) -> list[tuple[Rule, QuickRule | None]]:
    """Give the rules, each with its short way where the table has run before and there is one."""
    rules: list[tuple[Rule, QuickRule | None]] | None = program.kept.get(QuickRule)
    if rules is None:
        program.kept[QuickRule] = []
        return [(rule, None) for rule in program.rules]
    if not rules:
        rules += [(rule, quick_rule(rule)) for rule in program.rules]
    return rules


def rule_results(rule: Rule, project: Project, program: Program) -> tuple[Result, ...]:
    """Give the result of one rule, or those of the own indicators in its block."""
    if rule.indicator.is_block:
        return tuple(evaluate_block(rule, project, program.ruleset))
    return (evaluate_indicator(rule, project),)


def settle_results(case: Case, project: Project, program: Program, results: Sequence[Result]) -> Evaluation:
    """Draw the results of all rules, in their order, together into totals and grades."""
    settlement, ruleset = program.settlement, program.ruleset
    ruled = rule_on(program, project)
    counted, choices = apply_choices(results, settlement.choices, project.chosen)
    bounded = (*settlement.bounds, *settlement.ceilings)
    claimed = derive_claim(counted, project.claim.total, choices, bounded=bool(bounded))
    left = bounds_by_value(settlement, project, counted) if settlement.ceilings else ()
    unknown = (
        Unknown(tuple(certain(ruled)), tuple(unsure(ruled)), choices, left)
        if ruled or choices or left
        else NO_UNKNOWN
    )
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
        vetoes=tuple([one for _, one in ruled]),
    )
