"""The checks of one row as the audit of a case runs them: what every program of checks must agree with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.growth import growth_checks
from jixiao.audit.checks.made_up import made_up
from jixiao.audit.checks.run import Ran, run_check
from jixiao.audit.checks.through import Sums, worked_through
from jixiao.audit.stated import Statements
from jixiao.bulk.checks.result import CheckCode
from jixiao.model.case import Project
from jixiao.model.check import CheckResult
from jixiao.model.ruleset import Item


def codes_of(
    checks: Sequence[CompiledCheck], sums: Sums, project: Project, items: Mapping[str, Item]
) -> dict[str, CheckCode]:
    """Give what each check of a row comes to, by its id; what follows from changes among its figures too."""
    papers = Statements(project)
    ran = [run_check(worked_through(one, papers.names, sums), papers.values) for one in checks]
    ran += [run_check(one.compiled, one.lookup) for one in growth_checks(papers, items)]
    return {one.compiled.check.id: _code(one, papers) for one in ran}


def _code(ran: Ran, papers: Statements) -> CheckCode:
    if ran.result is CheckResult.DISPUTED:
        return CheckCode.DISPUTED
    cover = made_up(ran, papers)
    return CheckCode.MADE_UP if cover is not None and cover.whole else CheckCode[ran.result.name]
