"""Scores of the same rows by two engines."""

from __future__ import annotations

import numpy as np

from jixiao.bulk.frame import Points, Scores


def assert_equal(one: Scores, other: Scores) -> None:
    """Every number of every row that the engine need not look at."""
    assert (one.engine == other.engine).all()
    taken = ~one.engine
    assert taken.any()
    pairs = zip(
        (*one.low, *one.high, one.total_low, one.total_high),
        (*other.low, *other.high, other.total_low, other.total_high),
        strict=True,
    )
    for ours, theirs in pairs:
        assert (_crossed(ours, theirs) == _crossed(theirs, ours))[taken].all()
    for ours, theirs in zip((*one.why, one.grades), (*other.why, other.grades), strict=True):
        assert (ours == theirs)[taken].all()


def _crossed(one: Points, other: Points):
    return np.asarray(one.above).astype(object) * np.asarray(other.below).astype(object)
