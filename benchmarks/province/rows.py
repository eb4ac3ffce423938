"""Rows for the job: amounts as somebody would report them, and very many of them on a bound or a cent beside it.

Every row can be made again from its number: rows come in blocks, each from its own seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from province.job import ITEMS, JOB, Bands, Share, Steps

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]
Columns = dict[str, Numbers]

SEED = 2026
BLOCK = 100_000
LARGEST = 10**13
"""The largest amount that comes up, in 分: a thousand 亿元."""
EVEN = 160_000
"""Amounts of so many 分 have every bound, and every tie of a rounding, on a whole 分."""

GOOD = 0.5
"""Which share of the rows is good nearly everywhere, so that every grade comes up."""

_INDICATORS = {one.id: one for one in JOB}


def columns(count: int, seed: int = SEED) -> Columns:
    """Give so many rows: of each item its amounts in 分."""
    given = {name: np.empty(count, np.int64) for name in ITEMS}
    start = 0
    for block in blocks(count, seed):
        end = start + len(block["budget"])
        for name, numbers in block.items():
            given[name][start:end] = numbers
        start = end
    return given


def blocks(count: int, seed: int = SEED) -> Iterator[Columns]:
    """Yield so many rows, in blocks of at most BLOCK; the first rows are the same for every count."""
    for number in range(-(-count // BLOCK)):
        random = np.random.default_rng([seed, number])
        made = _block(random)
        left = min(BLOCK, count - number * BLOCK)
        yield {name: numbers[:left] for name, numbers in made.items()}


def by_item(given: Columns) -> Columns:
    """Give the columns by the names of the items, as the table has them."""
    return {ITEMS[name]: numbers for name, numbers in given.items()}


def _block(random: np.random.Generator) -> Columns:
    is_good = random.random(BLOCK) < GOOD
    free = partial(_free, random)
    bound = partial(_near_bound, random, is_good)
    near = partial(_near, random, is_good)
    made: Columns = {
        "budget": free(17),
        "brought": free(14),
        "official_before": free(12),
        "procurement_budget": free(14),
        "approved": free(16),
        "carried_before": free(14),
        "operating_budget": free(15),
        "meetings_budget": free(11),
        "project_budget": free(16),
    }
    made["added"] = near(made, ("adjustment", "control"))
    swapped = random.random(BLOCK) < 0.2
    made["added"] = np.where(swapped, np.maximum(-made["added"], -made["budget"]), made["added"])
    available = made["brought"] + made["budget"] + made["added"]
    made["spent"] = bound(available, _INDICATORS["execution"])
    made["left_over"] = available - bound(available, _INDICATORS["completion"])
    made["operating"] = near(made, ("operating_control", "operating_share"))
    made["official_budget"] = made["official_before"] + near(made, ("official_change",))
    made["official"] = near(made, ("official_control", "official_share"))
    made["procured"] = near(made, ("procurement",))
    made["invested"] = near(made, ("investment",))
    made["carried"] = _either(
        random,
        made["carried_before"] + near(made, ("carried_change",)),
        near(made, ("carried_rate",)),
    )
    made["meetings"] = near(made, ("meetings_control", "meetings_share"))
    made["projects"] = near(made, ("project_execution", "project_share"))
    return {name: np.clip(made[name], -LARGEST, LARGEST) for name in ITEMS}


def _free(random: np.random.Generator, size: float) -> Numbers:
    """Give amounts about e^size 分: most of them even, some any, nothing, a cent, or huge."""
    amounts = np.exp(random.normal(size + 4, 1.5, BLOCK)).astype(np.int64)
    even = amounts // EVEN * EVEN
    huge = random.integers(LARGEST // 100, LARGEST // 4, BLOCK)
    return _picked(
        random, (0.75, even), (0.17, amounts), (0.04, amounts * 0), (0.01, amounts * 0 + 1), (0.03, huge)
    )


def _near(
    random: np.random.Generator, is_good: Truths, made: Columns, indicators: tuple[str, ...]
) -> Numbers:
    """Give amounts to stand over what each of these indicators divides by, one of them for each row."""
    over = [
        _near_bound(random, is_good, made[_INDICATORS[one].below], _INDICATORS[one]) for one in indicators
    ]
    return over[0] if len(over) == 1 else _either(random, over[0], over[1])


def _near_bound(
    random: np.random.Generator, is_good: Truths, below: Numbers, one: Steps | Bands | Share
) -> Numbers:
    """Give amounts on a bound of an indicator or a cent or two beside it, others somewhere, some nothing.

    A good row mostly stands on the first bound, beyond which full marks end.
    """
    bounds = np.array(_bounds(one), dtype=np.int64)
    is_full = is_good & (random.random(len(below)) < 0.9)
    per_100000 = bounds[np.where(is_full, 0, random.integers(0, len(bounds), len(below)))]
    whole, rest = below // EVEN, below % EVEN
    on = whole * (per_100000 * EVEN // 100_000) + rest * per_100000 // 100_000
    beside = on + random.choice(np.array([0, 0, 0, -1, 1, -2, 2]), len(below))
    low, high = int(bounds.min()), int(bounds.max())
    share = random.uniform(low - (high - low) * 0.3, high + (high - low) * 0.3, len(below)) / 100_000
    somewhere = (below * share).astype(np.int64)
    least = -below if one.id.endswith("_change") else below * 0
    given = np.where(is_full, beside, _picked(random, (0.6, beside), (0.35, somewhere), (0.05, below * 0)))
    return np.maximum(given, least)


def _bounds(one: Steps | Bands | Share) -> list[int]:
    """Give the values at which a score jumps, begins to fall, or is a tie of rounding, in thousandths of a per cent."""
    match one:
        case Bands():
            return [bound * 1000 for bound, _ in one.bands]
        case Share():
            ties = [(2 * points + 1) * 100_000 // (2 * one.full) for points in range(0, one.full, 7)]
            return [100_000, one.least * 1000, *ties]
        case Steps():
            steps = range(one.full // one.each + 2)
            over = [(one.limit + one.step * count) * 1000 for count in steps]
            under = [(one.limit - one.step * count) * 1000 for count in steps]
            ties = [
                one.limit * 1000 + one.step * 1000 * (2 * count + 1) // (2 * one.each)
                for count in range(0, one.full, 9)
            ]
            part = ties if one.part == "part" else []
            return {"over": over, "under": under, "either": over + under}[one.side] + part


def _either(random: np.random.Generator, one: Numbers, other: Numbers) -> Numbers:
    return np.where(random.random(len(one)) < 0.5, one, other)


def _picked(random: np.random.Generator, *shares: tuple[float, Numbers]) -> Numbers:
    """Give one of the arrays for each row, each with its share."""
    count = len(shares[0][1])
    which = random.choice(len(shares), count, p=[share for share, _ in shares])
    return np.choose(which, [numbers for _, numbers in shares])
