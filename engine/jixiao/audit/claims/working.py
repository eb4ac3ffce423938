"""The working (算式) that a department prints beside a ratio, calculated again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.audit.claims.claim import claim_outcome
from jixiao.audit.outcome import Ground, Outcome
from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Number, parse_formula, walk
from jixiao.language.formula.calculate import calculate
from jixiao.model.case import IndicatorClaim
from jixiao.model.wording import quoted
from jixiao.quantity import (
    NumberError,
    Quantity,
    UnitError,
    as_printed,
    fold_width,
    parse_quantity,
    percent_text,
)

_SEPARATORS = re.compile("[；;]")


def working_outcomes(claim: IndicatorClaim) -> Iterator[Outcome]:
    """Yield the workings whose result is not the ratio printed beside them, or behind “=”.

    What can't be read as arithmetic on numbers alone is passed over.
    """
    beside = claim.ratio if claim.ratio is not None and claim.ratio.unit.dimension.is_ratio else None
    wrong = []
    for written in filter(None, map(str.strip, _SEPARATORS.split(claim.working))):
        working, *results = fold_width(written).split("=")
        values = _values(working)
        stated = [*([] if beside is None else [beside]), *_percentages(results)]
        missed = [one for one in stated if not any(_is(one, value) for value in values)]
        if values and missed:
            wrong.append(f"{working.strip()}得{percent_text(values[0])}，报告写{missed[0]}")
    if wrong:
        place = f"（{claim.source}）" if claim.source else ""
        text = f"{quoted(claim.indicator)}的算式{'；'.join(wrong)}{place}"
        yield claim_outcome(
            "算式",
            "不符",
            f"{quoted(claim.indicator)}的算式与结果不符",
            text,
            Ground(because=(text,), figures=tuple(wrong)),
            indicator=claim.indicator,
        )


def _percentages(texts: Iterable[str]) -> Iterator[Quantity]:
    """Yield what is plainly a percentage: of a bare 25 nobody can say whether it is 25 %."""
    for text in texts:
        try:
            quantity = parse_quantity(text)
        except (NumberError, UnitError):
            continue
        if quantity.unit.name == "%":
            yield quantity


def _is(printed: Quantity, value: Fraction) -> bool:
    return abs(printed.base - value) <= as_printed(printed).slack


def _values(working: str) -> list[Fraction]:
    """Give what a working comes to: as written, and with the fraction stroke under the whole of each side.

    113.95+152.34/113.95+152.34 is printed for (113.95+152.34)/(113.95+152.34).
    """
    found = []
    sides = re.split("[/÷]", working)
    readings = [working]
    if len(sides) == 2 and not any(sign in working for sign in "()（）"):
        readings.append(f"({sides[0]})/({sides[1]})")
    for reading in readings:
        tree = _parse(reading)
        value = None if tree is None else calculate(tree, {})
        if isinstance(value, Fraction):
            found.append(value)
    return found


def _parse(text: str) -> Expression | None:
    try:
        tree = parse_formula(text, ())
    except LanguageError:
        return None
    calculable = all(isinstance(node, Number | Minus | Arithmetic | Call) for node in walk(tree))
    return tree if isinstance(tree, Arithmetic) and calculable else None
