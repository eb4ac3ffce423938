"""What one run of `check` gives: reviewed evaluations, means, and refused inputs."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.case import Disposition
from jixiao.model.check import CheckReport
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.evaluation import Evaluation
from jixiao.model.evidence import Evidence
from jixiao.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Review:
    """An evaluation with its findings, gravest first."""

    evaluation: Evaluation
    findings: tuple[Finding, ...] = ()
    checks: tuple[CheckReport, ...] | None = None
    """How every check came out; None where nobody asked for the list."""
    fired: frozenset[str] = frozenset()
    """The finding rules that led to anything."""
    unmatched: tuple[Disposition, ...] = ()
    """Decisions (处置) that match no finding."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean over a case's projects, in points.

    `claimed` is the mean the report states, `computed` the mean of the totals that it
    claims for each project, `low` and `high` the mean of the scores by the standard.
    """

    case: str
    claimed: Fraction | None
    computed: Fraction | None
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Checked:
    """What one case file gives: reviews, with their mean where it has projects, or why it is refused."""

    reviews: tuple[Review, ...] = ()
    mean: Mean | None = None
    errors: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    """What was read and is not used; the rest was evaluated."""
    evidence: tuple[Evidence, ...] = ()
    """The texts that the case was read from, where it was."""
    source: bytes = b""
    """The case as a case file says it, where it is to travel in the page; empty where it is not."""


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that a report renders, in the order of the inputs."""

    reviews: tuple[Review, ...]
    means: tuple[Mean, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    """What was read and is not used; the rest was evaluated."""
