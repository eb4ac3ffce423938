"""What a band earns that goes in steps from its near end."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass
from jixiao.language.standard import Amount, Direction
from jixiao.model.ruleset import Readings
from jixiao.quantity import RANK
from jixiao.scoring.forms.steps.rate import Rate
from jixiao.scoring.forms.steps.turned import ways_beyond
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.scale import Said
from jixiao.scoring.words.amounts import step_text


@dataclass(frozen=True, slots=True)
class Stepped:
    """So much for every step from `origin` on, where `start` points are earned."""

    rate: Rate
    origin: Amount
    start: Fraction
    side: Direction

    @property
    def adds(self) -> bool:
        """Whether the steps add points."""
        return self.rate.points < 0

    def earns(self, readings: Readings) -> Line | Stair:
        """Give what is earned beyond the origin."""
        step = self.rate.step(self.origin, readings)
        part_of_step = WHOLE_STEPS if self.origin.unit == RANK else readings[Reading.PART_OF_STEP]
        return self.rate.beyond(self.origin, step if self.side == "over" else -step, self.start, part_of_step)

    def said(self, readings: Readings) -> Said:
        """Give what is said of it."""
        return self.rate.said(self.side, self.origin, self.rate.step(self.origin, readings))

    def text(self, full: Fraction) -> str:
        """Write the steps, exactly."""
        below, above = ways_beyond(self.origin)
        word = above if self.side == "over" else below
        return f"每{word}{step_text(self.rate.amount)}，{self.rate.cost_text(full)}"
