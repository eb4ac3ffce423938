"""Evaluated cases to reviews, with what is made ready once for all of a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jixiao.audit.dispositions import codes_of
from jixiao.audit.find import Auditor, open_auditor
from jixiao.audit.inference import Engine
from jixiao.dataclass import dataclass, field
from jixiao.kept.keeper import FORGETFUL, Keeper
from jixiao.model.case import Case
from jixiao.model.check import Check
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding_rule import FindingRule
from jixiao.model.review import Mean, Review
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.program.kept import ready_program
from jixiao.scoring.program.program import Program
from jixiao.scoring.total.totals import mean_of


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One case with the review of each of its projects, and their mean."""

    case: Case
    program: Program
    reviews: tuple[Review, ...]
    mean: Mean | None


@dataclass(slots=True)
class Bench:
    """What is made ready once; `ready` holds each table's, by its digest."""

    checks: tuple[Check, ...]
    finding_rules: tuple[FindingRule, ...]
    engine: Engine
    today: date
    ready: dict[str, tuple[Program, Auditor]] = field(default_factory=dict)
    tells_checks: bool = True
    """Whether reviews tell how every check came out, also those that nobody need look at."""
    keeper: Keeper = FORGETFUL
    checks_digest: str = ""
    """Of the files that `checks` are read from, for the keeper."""

    codes: frozenset[str] = field(init=False)
    """The codes that findings may have."""

    def __post_init__(self) -> None:
        self.codes = codes_of(self.finding_rules)

    def review(self, case: Case, program: Program, evaluations: Sequence[Evaluation]) -> Reviewed:
        """Find what a reviewer must see in the evaluations of one case."""
        mean = mean_of(evaluations)
        _, auditor = self.prepare(program.ruleset)
        reviews = auditor.review(evaluations, mean, self.today, tells_checks=self.tells_checks)
        return Reviewed(case, program, reviews, mean)

    def prepare(self, ruleset: Ruleset) -> tuple[Program, Auditor]:
        """Make a table ready to run; raises Refused with everything that is wrong in it."""
        if ruleset.digest not in self.ready:
            program = ready_program(ruleset, self.keeper)
            auditor = open_auditor(
                program, self.checks, self.engine, keeper=self.keeper, digest=self.checks_digest
            )
            self.ready[ruleset.digest] = program, auditor
        return self.ready[ruleset.digest]
