"""A block that a unit filled with its own indicators (自设指标), as far as a score is claimed of it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Evaluation, Result


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its own indicators' results, and the score that is claimed of it as a whole."""

    name: str
    results: Sequence[Result]
    claimed: Fraction
    decimals: int

    @property
    def low(self) -> Fraction:
        """The lowest sum of its indicators."""
        return sum((one.low for one in self.results), Fraction(0))

    @property
    def high(self) -> Fraction:
        """The highest sum of its indicators."""
        return sum((one.high for one in self.results), Fraction(0))

    @property
    def beyond(self) -> Fraction:
        """How far the claim lies above what its indicators come to; below, that is less than nothing."""
        return self.claimed - self.high


def blocks_of(evaluation: Evaluation) -> tuple[Block, ...]:
    """Give the blocks that a case fills with its own indicators and claims a score of."""
    project = evaluation.project
    found = []
    for name in project.own:
        claim = project.claim.indicators.get(name)
        results = [one for one in evaluation.results if name in one.indicator.category and one.counts]
        points = sum((one.indicator.points for one in results), Fraction(0))
        if claim is None or not results:
            continue
        score = (
            points - claim.deduction if claim.score is None and claim.deduction is not None else claim.score
        )
        if score is not None:
            found.append(Block(name, results, score, claim.decimals))
    return tuple(found)
