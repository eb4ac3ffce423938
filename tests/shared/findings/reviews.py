"""Cases reviewed as `check` does it: evaluated, checked, weighed by the finding rules of the project."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from jixiao.audit import open_auditor
from jixiao.audit.inference import Engine, compile_pack, open_engine
from jixiao.files.rules.checks import load_checks
from jixiao.files.rules.findings import load_finding_rules
from jixiao.model.case import Case
from jixiao.model.check import Check
from jixiao.model.review import Review
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.total.totals import mean_of

RULES = Path(__file__).parents[3] / "rules"
TODAY = date(2026, 6, 30)


@cache
def engine(*, plain: bool = False) -> Engine:
    """Give the finding rules of the project, ready to run."""
    return open_engine(compile_pack(load_finding_rules(RULES)), plain=plain)


@cache
def project_checks() -> tuple[Check, ...]:
    """Give the checks of the project."""
    return load_checks(RULES)


def review(
    case: Case, ruleset: Ruleset, checks: Iterable[Check] = (), today: date = TODAY, *, plain: bool = False
) -> tuple[Review, ...]:
    """Review a case; without checks only identities and the structure of the case are checked."""
    program = compile_ruleset(ruleset)
    evaluations = run_program(case, program)
    return open_auditor(program, checks, engine(plain=plain)).review(evaluations, mean_of(evaluations), today)
