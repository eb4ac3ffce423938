"""What a value leaves of the total or of a block (上限 in a sentence), row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.bulk.formula import Grains, lacks, value_of
from jixiao.bulk.ratio import Ratio
from jixiao.bulk.row import RowRule
from jixiao.bulk.total import Capped
from jixiao.bulk.whole import (
    NOTHING,
    TRUE,
    UNIT,
    Const,
    Truth,
    Whole,
    choose,
    every,
    negation,
    same,
    some,
)
from jixiao.curve.stretch import side_by_side
from jixiao.language.formula import Name
from jixiao.scoring.program.ceilings import Ceiling

TO_ENGINE = Const(2)


def capped(
    ceiling: Ceiling, rules: Mapping[str, RowRule], grains: Grains, units: Callable[[Fraction], Whole]
) -> tuple[Capped | None, Truth]:
    """Give the bound of a sentence, None where it never binds a row, and where only the engine can say."""
    value, engine = _value(ceiling, rules, grains)
    if value is None:
        return None, TRUE
    left: Whole = NOTHING
    points: Whole = NOTHING
    for stretch in reversed(list(side_by_side(ceiling.rule.rows))):
        options = tuple(dict.fromkeys(one for some_ in stretch.what if some_ is not None for one in some_))
        ruled = options[0] if len(options) == 1 else None
        here = UNIT if ruled is not None else NOTHING if len(options) == 1 else TO_ENGINE
        when = (
            TRUE
            if stretch.high is None
            else value.below_value(Ratio.of(stretch.high), equal=stretch.high_included)
        )
        left = choose(when, here, left)
        points = choose(when, units(ruled.points) if ruled is not None else NOTHING, points)
    known = negation(engine)
    return Capped(ceiling.path, points, every(known, same(left, UNIT))), some(engine, same(left, TO_ENGINE))


def _value(ceiling: Ceiling, rules: Mapping[str, RowRule], grains: Grains) -> tuple[Ratio | None, Truth]:
    if ceiling.is_indicator:
        rule = rules.get(ceiling.of)
        return (None, TRUE) if rule is None or rule.value is None else (rule.value, negation(rule.valued))
    missing = some(*(lacks(name, grains) for name in ceiling.wanted))
    if missing == TRUE:
        return None, TRUE
    value = value_of(ceiling.formula or Name(ceiling.of), grains)
    return value.ratio, some(missing, value.undefined)
