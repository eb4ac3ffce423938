"""The columns of a block of rows that all variants share: each version of an indicator, and what totals have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.frame import Frame
from jixiao.bulk.program import Amount
from jixiao.bulk.simulate.merged import Merged, RuleColumns
from jixiao.bulk.vector import Columns
from jixiao.dataclass import dataclass

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.bulk.frame import Numbers

Patch = Callable[[int, int], "tuple[Fraction, Fraction] | None"]
"""Of a version of an indicator and a row, the score that the engine gives; None where the row has to be scored whole."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The columns of a block; of which versions no score is open, and which amounts are the same as which then."""

    numbers: dict[str, Numbers]
    closed: frozenset[int]
    alike: dict[Amount, Amount]


def shared_columns(merged: Merged, frame: Frame, brought: dict[str, Numbers], patch: Patch) -> Shared:
    """Work out what variants share; `brought`: the columns of indicators that are scored outside."""
    found: dict[str, Numbers] = dict(brought)
    closed: set[int] = set()
    alike: dict[Amount, Amount] = {}
    for number, rule in enumerate(merged.rules):
        columns = Columns(frame.count, {**frame.columns, **brought}, frame.known)
        columns.work_out(rule.steps)
        asked = {rule.low.above, rule.low.below, rule.high.above, rule.high.below, rule.engine} - {""}
        own = {name: columns.column(name) for name in asked}
        if rule.engine and own[rule.engine].any():
            own |= _patched(rule, number, own, patch)
        if _same(own, rule.low, rule.high):
            closed.add(number)
            alike[rule.high] = rule.low
        found |= own
    columns = Columns(frame.count, {**frame.columns, **found}, frame.known)
    columns.work_out(merged.shared)
    found |= {step.name: columns.column(step.name) for step in merged.shared}
    return Shared(found, frozenset(closed), alike)


def _same(own: dict[str, Numbers], low: Amount, high: Amount) -> bool:
    """Whether no row's lowest score is another than its highest."""
    if bool(low.below) != bool(high.below):
        return False
    pairs = [(low.above, high.above)] + ([(low.below, high.below)] if low.below else [])
    return all(np.array_equal(own[one], own[other]) for one, other in pairs)


def _patched(rule: RuleColumns, number: int, own: dict[str, Numbers], patch: Patch) -> dict[str, Numbers]:
    """Put the engine's scores in the place of those that can't be told here."""
    changed = {name: np.array(one) for name, one in own.items()}
    engine = changed[rule.engine]
    for row in np.flatnonzero(engine).tolist():
        ends = patch(number, row)
        if ends is not None and all(
            _put(changed, amount, end, rule.unit, row)
            for amount, end in zip((rule.low, rule.high), ends, strict=True)
        ):
            engine[row] = 0
    return changed


def _put(columns: dict[str, Numbers], amount: Amount, score: Fraction, unit: int, row: int) -> bool:
    """Put a score into its columns; False where it is no whole number of units."""
    above, below = score.as_integer_ratio()
    if amount.below:
        columns[amount.above][row], columns[amount.below][row] = above, below
        return True
    if unit % below:
        return False
    columns[amount.above][row] = above * (unit // below)
    return True
