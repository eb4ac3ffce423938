"""All findings of a case: checks, conflicts and claims, weighed by the finding rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.growth import growth_checks
from jixiao.audit.checks.kept import ready_checks
from jixiao.audit.checks.outcomes import check_outcomes
from jixiao.audit.checks.report import check_report
from jixiao.audit.checks.run import Ran, run_check
from jixiao.audit.checks.sayings import saying_checks
from jixiao.audit.checks.structure import project_checks, structural_checks
from jixiao.audit.checks.through import Sums, filled, sums_of, worked_through
from jixiao.audit.claims.blocks import block_outcomes, cost_outcomes
from jixiao.audit.claims.execution import execution_outcomes, full_marks_outcomes, whole_execution_outcomes
from jixiao.audit.claims.indicators import indicator_outcomes
from jixiao.audit.claims.reasons import reason_outcomes
from jixiao.audit.claims.support import support_outcomes
from jixiao.audit.claims.totals import makes_total, mean_outcomes, total_outcomes
from jixiao.audit.claims.working import working_outcomes
from jixiao.audit.conflicts import conflict_outcomes
from jixiao.audit.dispositions import set_aside, unmatched
from jixiao.audit.doubts import doubt_findings
from jixiao.audit.findings import draw_findings, in_force, in_weight
from jixiao.audit.inference import Engine
from jixiao.audit.oddities import oddity_outcomes
from jixiao.audit.outcome import Outcome
from jixiao.audit.scope import holds_anyway, scope_outcomes
from jixiao.audit.standing import standing_outcomes
from jixiao.audit.stated import Statements
from jixiao.audit.values.impossible import impossible_outcomes
from jixiao.audit.values.zero_base import zero_base_outcomes, zero_rate_outcomes
from jixiao.audit.years import year_outcomes
from jixiao.dataclass import dataclass, replace
from jixiao.kept.keeper import FORGETFUL, Keeper
from jixiao.language.formula import Expression
from jixiao.model.case import Case
from jixiao.model.check import Check, CheckResult
from jixiao.model.evaluation import Evaluation
from jixiao.model.fact import CLAIM, KINDS, Fact
from jixiao.model.review import Mean, Review
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.program.program import Program


@dataclass(frozen=True, slots=True)
class Auditor:
    """Everything that the review of cases of one table needs, made ready once."""

    checks: tuple[CompiledCheck, ...]
    exemptions: Mapping[str, tuple[str, ...]]
    """By indicator, the facts that its standard exempts."""
    formulas: Mapping[str, Expression]
    """By indicator, the formula it is calculated by."""
    engine: Engine
    sums: Sums
    """By item, what it is the sum of."""

    def review(
        self,
        evaluations: Sequence[Evaluation],
        mean: Mean | None,
        today: date,
        *,
        tells_checks: bool = True,
    ) -> tuple[Review, ...]:
        """Review the evaluations of one case: each with its findings, gravest first.

        What concerns the case at large stands with its first project. `tells_checks`: whether
        reviews tell how every check came out.
        """
        drafts = tuple(
            self._draft(one, mean if place == 0 else None, place == 0, tells_checks)
            for place, one in enumerate(evaluations)
        )
        fingerprints = {finding.fingerprint for draft in drafts for finding in draft.findings}
        settled = tuple(_settled(draft, today, fingerprints) for draft in drafts)
        return tuple(_with_unmatched(one, settled, place == 0) for place, one in enumerate(settled))

    def _draft(self, evaluation: Evaluation, mean: Mean | None, is_first: bool, tells_checks: bool) -> Review:
        """Review one evaluation; what a reviewer has set aside is not marked yet."""
        case, project = evaluation.case, evaluation.project
        papers, whole = Statements(project), Statements(case.whole)
        excepted = {one.check.id for one in self.checks if not one.check.holds_for(case.nature)}
        checks = self.checks
        ran = list(self._run(checks, papers, every=tells_checks))
        ran += _as_told(papers, evaluation.ruleset)
        at_large = self._at_large(checks, evaluation, whole) if is_first and case.projects else []
        outcomes = [*check_outcomes([*ran, *at_large], papers, excepted), *conflict_outcomes(papers, ran)]
        outcomes += year_outcomes(project, case.year)
        outcomes += [*impossible_outcomes(project), *zero_base_outcomes([*ran, *at_large])]
        misfits = list(scope_outcomes(case, evaluation.ruleset))
        outcomes += (one for one in self._claims(evaluation) if not misfits or holds_anyway(one))
        outcomes += standing_outcomes(evaluation)
        own = _sources(outcomes).difference(f"核查·{one.compiled.check.id}" for one in at_large)
        if is_first:
            outcomes += misfits
            outcomes += oddity_outcomes(evaluation)
            outcomes += () if misfits else mean_outcomes(mean, case.whole.claim.mean_decimals)
        if is_first and case.projects:
            outcomes += [*conflict_outcomes(whole, [*ran, *at_large]), *year_outcomes(case.whole, case.year)]
            outcomes += impossible_outcomes(case.whole)
            full = evaluation.ruleset.full
            rates = {name: filled(one, whole.names, self.sums) for name, one in self.formulas.items()}
            outcomes += whole_execution_outcomes(whole, mean, rates, full)
        large = _sources(outcomes) - own if case.projects else set()
        facts = [*(one.fact for one in outcomes), *_uses(outcomes)]
        concluded = self.engine.saturate(facts)
        findings = draw_findings(concluded, outcomes, evaluation.results, project.name or "", large)
        findings = in_weight((*findings, *doubt_findings(evaluation, is_first=is_first)), evaluation.results)
        ran += at_large
        fired = frozenset(one.rule for one in concluded if one.rule)
        held = [one for one in ran if one.compiled.check.id not in excepted]
        told = tuple(check_report(one) for one in held) if tells_checks else None
        return Review(evaluation, findings, told, fired)

    def _run(self, checks: Sequence[CompiledCheck], papers: Statements, *, every: bool) -> Iterator[Ran]:
        """Run checks; `every`: also those that lack figures for certain, which nobody need look at."""
        for one in checks:
            check = worked_through(one, papers.names, self.sums)
            if every or check.needed <= papers.names:
                yield run_check(check, papers.values)
        for structural in structural_checks(papers):
            yield run_check(structural.compiled, structural.lookup)

    def _at_large(
        self, checks: Sequence[CompiledCheck], evaluation: Evaluation, whole: Statements
    ) -> list[Ran]:
        """Run what concerns the case at large, and what its papers say of their own figures."""
        return [*self._of_the_whole(checks, evaluation.case, whole), *_as_told(whole, evaluation.ruleset)]

    def _of_the_whole(self, checks: Sequence[CompiledCheck], case: Case, papers: Statements) -> Iterator[Ran]:
        """Run what concerns the case at large, where it also has projects of its own.

        What only the projects state of an item is not absent at large, only not added up.
        """
        in_projects = {name for project in case.projects for name in project.statements}
        for one in self._run(checks, papers, every=False):
            if one.result is not CheckResult.NO_FIGURES and in_projects.isdisjoint(one.absent):
                check = one.compiled.check
                renamed = replace(check, id=f"{check.id}·整体", name=f"{check.name}（整体）")
                yield replace(one, compiled=replace(one.compiled, check=renamed))
        for structural in project_checks(case):
            yield run_check(structural.compiled, structural.lookup)

    def _claims(self, evaluation: Evaluation) -> Iterator[Outcome]:
        project = evaluation.project
        yield from total_outcomes(evaluation)
        yield from support_outcomes(evaluation)
        yield from execution_outcomes(evaluation)
        yield from full_marks_outcomes(evaluation)
        made_by = makes_total(evaluation)
        yield from block_outcomes(evaluation, bool(made_by))
        yield from cost_outcomes(evaluation)
        for result in evaluation.results:
            formula = self.formulas.get(result.indicator.name)
            makes = result.indicator.name in made_by
            yield from indicator_outcomes(result, project, formula, makes_total=makes)
            yield from zero_rate_outcomes(result, project, formula)
            claim = project.claim.indicators.get(result.indicator.name)
            if claim is not None:
                yield from working_outcomes(claim)
                yield from reason_outcomes(result, claim, self.exemptions.get(result.indicator.name, ()))


def open_auditor(
    program: Program, checks: Iterable[Check], engine: Engine, *, keeper: Keeper = FORGETFUL, digest: str = ""
) -> Auditor:
    """Make checks and rules ready for the cases of a table; raises Refused for what is wrong in them.

    `digest` is of the files that `checks` are read from, for the keeper.
    """
    compiled = ready_checks(program.ruleset, checks, digest, keeper)
    exemptions = {
        rule.indicator.name: tuple(one.fact for one in rule.standard.exemptions) for rule in program.rules
    }
    formulas = {rule.indicator.name: rule.formula for rule in program.rules if rule.formula is not None}
    return Auditor(compiled, exemptions, formulas, engine, sums_of(compiled))


def _settled(draft: Review, today: date, fingerprints: Collection[str]) -> Review:
    """Mark the findings that a reviewer has set aside, for the project or for the case."""
    project, case = draft.evaluation.project, draft.evaluation.case
    dispositions = (*project.dispositions, *(case.whole.dispositions if case.projects else ()))
    return replace(draft, findings=in_force(set_aside(draft.findings, dispositions, today, fingerprints)))


def _with_unmatched(review: Review, reviews: Sequence[Review], is_first: bool) -> Review:
    """Tell the decisions that match no finding: of a project its own, and with the first those of the case at large."""
    project, case = review.evaluation.project, review.evaluation.case
    own = unmatched(project.dispositions, review.findings)
    if is_first and case.projects:
        own += unmatched(case.whole.dispositions, [one for each in reviews for one in each.findings])
    return replace(review, unmatched=own) if own else review


def _as_told(papers: Statements, ruleset: Ruleset) -> Iterator[Ran]:
    """Run what the papers themselves say of their figures: how they changed, and what is said in words."""
    for growth in growth_checks(papers, ruleset.items):
        yield run_check(growth.compiled, growth.lookup)
    for said in saying_checks(papers.project):
        yield run_check(said, papers.values)


def _sources(outcomes: Iterable[Outcome]) -> set[str]:
    """Give where outcomes come from (来自), of those kinds that say so."""
    return {one.fact["来自"] for one in outcomes if "来自" in KINDS[one.fact.kind]} - {""}


def _uses(outcomes: Iterable[Outcome]) -> Iterator[Fact]:
    """Yield which items each outcome about figures rests on."""
    for one in outcomes:
        if one.fact.kind in ("核查", "陈述", "年度", "原文") or _is_unsupported(one.fact):
            for item in one.ground.items:
                yield Fact.of("用数", 来自=one.fact["来自"], 数据项=item)


def _is_unsupported(fact: Fact) -> bool:
    """Whether a claim of an indicator lacks figures: it rests on those that it lacks."""
    return fact.kind == CLAIM and fact["结果"] == "无依据" and bool(fact["指标"])
