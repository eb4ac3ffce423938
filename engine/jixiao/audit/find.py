"""All findings of a case, gravest first."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.audit.claims import claim_findings
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import LEVEL_NAMES
from jixiao.model.review import Review

_ORDER = {level: place for place, level in enumerate(LEVEL_NAMES)}


def find(evaluations: Iterable[Evaluation]) -> tuple[Review, ...]:
    """Review the evaluations of a case: each with its findings, gravest first."""
    return tuple(
        Review(one, tuple(sorted(claim_findings(one), key=lambda finding: _ORDER[finding.level])))
        for one in evaluations
    )
