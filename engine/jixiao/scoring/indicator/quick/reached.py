"""What a value reaches, without the figures that led there: the same for all values that reach the same."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Result, Status
from jixiao.model.part import Part
from jixiao.scoring.indicator.explain import WayTold, bare_loss
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.scale.tell import depends_on_value


@dataclass(slots=True)
class Worded:
    """What is told of one way, without its figures."""

    words: str
    loss_words: tuple[str, ...]
    """Of each loss."""

    @classmethod
    def of(cls, rule: Rule, way: Way) -> Worded:
        """Put a way into words, which is rounded already."""
        told, losses = WayTold(rule, way), way.outcome.losses
        reasons = [str(loss.reason) for loss in losses]
        words = tuple([bare_loss(*both) for both in zip(losses, reasons, strict=True)])
        return cls(words[0] if told.is_one_loss else told.bare_by(reasons), words)


@dataclass(slots=True)
class Reached:
    """Score and losses. `worded`: None where it is told otherwise of each value, or where there are several ways."""

    status: Status
    low: Fraction
    high: Fraction
    losses: tuple[tuple[Fraction, str], ...] = ()
    """Points and clause of each."""
    worded: Worded | None = None
    parts: tuple[Part, ...] = ()
    """What of the sentence it reached, if it is worded."""
    earned: Earned | None = None
    """What it earns by, where it is calculated."""
    is_plain: bool = True
    """Whether there is just one way to it."""
    has_value: bool = True
    """Whether it is a value that reached it, not a fact that exempts."""
    left_out: bool = False

    @classmethod
    def of(cls, rule: Rule, result: Result, way: Way | None, *, is_one_value: bool) -> Reached:
        """Keep what was reached the long way; `way`, rounded, where there is just one."""
        if way is None:
            return cls(result.status, result.low, result.high, is_plain=False)
        is_same = is_one_value or not depends_on_value(way.outcome)
        return cls(
            result.status,
            result.low,
            result.high,
            tuple((loss.points, loss.clause) for loss in way.outcome.losses),
            Worded.of(rule, way) if is_same else None,
            way.outcome.parts,
            has_value=way.value is not None,
            left_out=result.left_out,
        )
