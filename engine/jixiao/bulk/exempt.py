"""Where a rule exempts a row: for full marks, or out of the total; certainly, or perhaps."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.bulk.formula import Decided
from jixiao.bulk.whole import FALSE, TRUE, Truth, every, negation, some
from jixiao.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Exempting:
    """What the conditions of a rule come to, one after the other.

    The first that holds decides; those before it that can't be told may.
    """

    full: Truth = FALSE
    left_out: Truth = FALSE
    may_be_full: Truth = FALSE
    may_be_left_out: Truth = FALSE

    @property
    def certain(self) -> Truth:
        """Where some condition holds."""
        return some(self.full, self.left_out)

    @property
    def unsure(self) -> Truth:
        """Where some condition before that can't be told."""
        return some(self.may_be_full, self.may_be_left_out)


def exempting(conditions: Iterable[tuple[Decided, bool]]) -> Exempting:
    """Draw conditions together, each with whether it leaves the indicator out of the total."""
    sure: list[Truth] = [FALSE, FALSE]
    perhaps: list[Truth] = [FALSE, FALSE]
    reached: Truth = TRUE
    for decided, leaves_out in conditions:
        held = every(decided.holds, negation(decided.unknown))
        sure[leaves_out] = some(sure[leaves_out], every(reached, held))
        perhaps[leaves_out] = some(perhaps[leaves_out], every(reached, decided.unknown))
        reached = every(reached, negation(held))
    return Exempting(sure[False], sure[True], perhaps[False], perhaps[True])
