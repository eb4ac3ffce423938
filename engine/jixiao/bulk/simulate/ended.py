"""What was counted → how rows lie and move, in points and shares."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.simulate.tally import Tally
from jixiao.model.simulation import Moves, Span, Standing
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers

SHARES = tuple(Fraction(one, 100) for one in (5, 10, 25, 50, 75, 90, 95))
"""The shares of rows whose scores are told."""


def standing_of(tally: Tally, program: Program, step: Fraction) -> Standing:
    """Give how rows lie; INVARIANT: there is at least one."""
    ruler, rows = tally.ruler, tally.rows
    low, high = tally.counts
    moved = tally.moves.sum(axis=0)
    losses = (
        (rule.indicator.name, _lost(rule.indicator.points, ends, rows))
        for rule, ends in zip(program.rules, tally.scores, strict=True)
    )
    return Standing(
        full=program.ruleset.full,
        rows=rows,
        settled=tally.settled,
        by_engine=tally.by_engine,
        left_out=tally.left_out,
        mean=Span(tally.sums[0] / rows, tally.sums[1] / rows),
        least=tally.ends[0],
        most=tally.ends[1],
        counts=tuple(
            zip(_steps(low, int(step * ruler.parts)), _steps(high, int(step * ruler.parts)), strict=True)
        ),
        quantiles=tuple(
            (share, Span(_quantile(low, share, ruler.parts), _quantile(high, share, ruler.parts)))
            for share in SHARES
        ),
        grades=tuple((name, int(moved[number])) for number, (name, _) in enumerate(ruler.grades)),
        ungraded=int(moved[ruler.several]),
        losses=tuple(losses),
    )


def moves_of(tally: Tally) -> Moves:
    """Give how rows move from the table as it is."""
    names = [name for name, _ in tally.base.grades], [name for name, _ in tally.ruler.grades]
    return Moves(
        tally.up,
        tally.down,
        tally.unsure,
        Span(*((new - old) / tally.rows for new, old in zip(tally.sums, tally.old_sums, strict=True))),
        tally.rise,
        tally.fall,
        tuple(
            (old, new, int(tally.moves[place, at]))
            for place, old in enumerate(names[0])
            for at, new in enumerate(names[1])
            if old != new and tally.moves[place, at]
        ),
        tuple(tally.first),
    )


def _lost(points: Fraction, ends: Iterable[Fraction], rows: int) -> Span:
    low, high = (points - end / rows for end in ends)
    return Span(high, low)


def _steps(counts: Numbers, width: int) -> list[int]:
    """Give how many rows lie in each step of so many parts, from 0 on."""
    whole = -(-len(counts) // width) * width
    padded = np.concatenate([counts, np.zeros(whole - len(counts), np.int64)])
    found: list[int] = padded.reshape(-1, width).sum(axis=1).tolist()
    return found


def _quantile(counts: Numbers, share: Fraction, parts: int) -> Fraction:
    """Give the least score that at least this share of rows does not exceed."""
    passed = np.cumsum(counts)
    wanted = -(-int(passed[-1]) * share.numerator // share.denominator)
    return Fraction(int(np.searchsorted(passed, max(wanted, 1))), parts)
