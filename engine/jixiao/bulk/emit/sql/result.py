"""What a query gives: the columns of `jixiao.batch/1`, exact.

Points that are so many parts of one are DECIMAL; others are text, a decimal where a finite one exists, else a/b in
lowest terms. What rests with the engine is NULL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.bulk.emit.sql.dialect import Sql
from jixiao.bulk.program import Amount, ScoredRule, TableProgram
from jixiao.bulk.reason import Why, code_text
from jixiao.bulk.whole import Choose, Column, Const, Whole
from jixiao.dataclass import dataclass, field
from jixiao.quantity.render import decimal_text, finite_decimals

MOST_PLACES = 9
"""Most decimals of points that are DECIMAL."""
PLACES = 18
"""Most decimals that a text has; a ratio that takes more rests with the engine."""
LABEL = 40
"""So many characters of what a column is for stand in its name."""
RESTS = "由引擎核算?"
"""The column that tells which rows rest with the engine, in the last layer."""
TOTALS = ("low", "high")


def places_of(unit: int) -> int | None:
    """Give the decimals of points that are so many parts of one; None where that takes more than a DECIMAL has here."""
    places = finite_decimals(Fraction(1, unit))
    return None if places is None or places > MOST_PLACES else places


@dataclass(slots=True)
class Results:
    """The layers behind a program's steps, and the columns of the result as they grow."""

    program: TableProgram
    sql: Sql
    cells: dict[str, str]
    unfit: list[str]
    """What must not hold of a row for it to be believed."""
    layers: list[list[tuple[str, str]]] = field(default_factory=list)

    def put(self, depth: int, name: str, text: str) -> str:
        """Put a column into the layer at a depth; give how it is asked for in those after it."""
        while len(self.layers) <= depth:
            self.layers.append([])
        unique = f"{name[:LABEL]} {sum(map(len, self.layers))}="
        self.layers[depth].append((unique, text))
        return self.sql.quoted(unique)


@dataclass(frozen=True, slots=True)
class Written:
    """A ratio's two columns, and the depth of the layer that they are in; `most`: how large they may be at most."""

    above: str
    below: str
    depth: int
    is_big: bool = False


def result_columns(results: Results) -> list[tuple[str, str]]:
    """Give the columns of the result, as name and text."""
    program, sql = results.program, results.sql
    low, high = (_total(results, end) for end in TOTALS)
    grade = _grade(results, low, high)
    columns = [
        (f"score_{end}", _amount(results, f"score_{end}", one))
        for end, one in zip(TOTALS, (low, high), strict=True)
    ]
    columns.append(("grade", grade))
    for rule in program.rules:
        for end, amount in (("low", rule.low), ("high", rule.high)):
            columns.append(
                (f"{rule.code}_{end}", _amount(results, f"{rule.code}_{end}", _ratio(results, amount)))
            )
        columns.append((f"{rule.code}_why", _why(results, rule)))
    return [(name, f"CASE WHEN NOT {sql.quoted(RESTS)} THEN {text} END") for name, text in columns]


def _ratio(results: Results, amount: Amount) -> Written | str:
    """Give a ratio's columns, or the column of so many units."""
    if amount.below:
        return Written(results.cells[amount.above], results.cells[amount.below], 0)
    if places_of(results.program.unit) is None:
        return Written(results.cells[amount.above], str(results.program.unit), 0)
    return results.cells[amount.above]


def _amount(results: Results, name: str, of: Written | str) -> str:
    if isinstance(of, str):
        places = places_of(results.program.unit)
        assert places is not None
        scale = 10**places // results.program.unit
        counted = f"CAST({of} * {scale} AS DECIMAL(20, 0))" if scale > 1 else f"CAST({of} AS DECIMAL(20, 0))"
        scaled = f"{counted} * {decimal_text(Fraction(1, 10**places))}" if places else counted
        return f"CAST({scaled} AS DECIMAL(18, {places}))"
    return _text(results, name, of)


def _text(results: Results, name: str, of: Written) -> str:
    """Write a ratio as text, exactly."""
    sql, depth = results.sql, of.depth
    most = 10**PLACES
    shared = results.put(depth, f"{name}:gcd", sql.greatest_divisor(of.above, of.below, big=of.is_big))
    above = results.put(depth + 1, f"{name}:above", sql.exactly(of.above, shared, big=of.is_big))
    below = results.put(depth + 1, f"{name}:below", sql.exactly(of.below, shared, big=of.is_big))
    finite = f"{most} % {below} = 0"
    results.unfit.append(
        f"(NOT {finite} AND ({below} % {2 ** (PLACES + 1)} = 0 OR {below} % {5 ** (PLACES + 1)} = 0))"
    )
    size = f"abs({above})"
    sign = f"CASE WHEN {above} < 0 THEN '-' ELSE '' END"
    whole = sql.exactly(size, below, big=of.is_big, cut=True)
    rest = f"{size} % {below} * {sql.exactly(str(most), below, big=of.is_big)}"
    digits = f"trim(TRAILING '0' FROM concat('.', lpad({sql.written(rest)}, {PLACES}, '0')))"
    decimal = f"concat({sign}, {sql.written(whole)}, CASE WHEN {below} = 1 THEN '' ELSE {digits} END)"
    return (
        f"CASE WHEN {finite} THEN {decimal} ELSE concat({sql.written(above)}, '/', {sql.written(below)}) END"
    )


def _total(results: Results, end: str) -> Written | str:
    """Add a total up."""
    program = results.program
    amounts = program.low if end == "low" else program.high
    units = [results.cells[one.above] for one in amounts if not one.below]
    ratios = [one for one in amounts if one.below]
    plain = f"({' + '.join(units)})" if len(units) > 1 else units[0] if units else "0"
    if not ratios and places_of(program.unit) is not None:
        return plain
    found = _big(results, f"score_{end}:0", plain, str(program.unit), 0)
    for number, one in enumerate(ratios, 1):
        found = _added(results, f"score_{end}:{number}", found, one)
    return found


def _big(results: Results, name: str, above: str, below: str, depth: int) -> Written:
    big = results.sql.big
    return Written(
        results.put(depth, f"{name}a", big(above)),
        results.put(depth, f"{name}b", big(below)),
        depth + 1,
        is_big=True,
    )


def _added(results: Results, name: str, to: Written, one: Amount) -> Written:
    """Add a ratio to a total, and bring it to lowest terms; what grows too large rests with the engine."""
    sql, depth = results.sql, to.depth
    above, below = (sql.big(results.cells[part]) for part in (one.above, one.below))
    shared = results.put(depth, f"{name}gcd", sql.greatest_divisor(to.below, below, big=True))
    ours = sql.exactly(below, shared, big=True)
    theirs = sql.exactly(to.below, shared, big=True)
    sizes = [f"abs({sql.loose(part)})" for part in (to.above, ours, above, theirs, below)]
    sum_fits = f"{sizes[0]} * {sizes[1]} + {sizes[2]} * {sizes[3]} < {sql.most_big}"
    fits = f"{sum_fits} AND {sizes[3]} * {sizes[4]} < {sql.most_big}"
    results.unfit.append(f"(NOT {results.put(depth + 1, f'{name}fits', f'({fits})')})")
    sum_ = f"CASE WHEN {fits} THEN {to.above} * {ours} + {above} * {theirs} ELSE {sql.big('0')} END"
    over = f"CASE WHEN {fits} THEN {theirs} * {below} ELSE {sql.big('1')} END"
    wide_above = results.put(depth + 1, f"{name}u", sql.big(sum_))
    wide_below = results.put(depth + 1, f"{name}v", sql.big(over))
    lowest = results.put(depth + 2, f"{name}w", sql.greatest_divisor(wide_above, wide_below, big=True))
    return Written(
        sql.exactly(wide_above, lowest, big=True),
        sql.exactly(wide_below, lowest, big=True),
        depth + 3,
        is_big=True,
    )


def _grade(results: Results, low: Written | str, high: Written | str) -> str:
    """Write the grades that are possible, joined."""
    sql, program = results.sql, results.program
    chosen: list[str] = []
    surely: list[str] = []
    for place, (name, lowest) in enumerate(program.ruleset.grades):
        if program.grades:
            when = f"{results.cells[program.grades]} & {2**place} <> 0"
        else:
            when = " AND ".join([_reaches(results, high, lowest), *(f"NOT {one}" for one in surely)])
            surely.append(_reaches(results, low, lowest))
        chosen.append(f"CASE WHEN {when} THEN {sql.text(name)} END")
    return f"concat_ws('、', {', '.join(chosen)})"


def _reaches(results: Results, total: Written | str, lowest: Fraction) -> str:
    above, below = (
        (total.above, total.below) if isinstance(total, Written) else (total, str(results.program.unit))
    )
    scaled = above if lowest.denominator == 1 else f"{above} * {lowest.denominator}"
    return f"({scaled} >= {lowest.numerator} * {below})"


def _why(results: Results, rule: ScoredRule) -> str:
    """Write the reason code."""
    sql, cell = results.sql, results.cells[rule.why]
    steps = {one.name: one.whole for one in results.program.steps}
    codes = sorted(set(_codes(Column(rule.why), steps)))
    cases = [f"WHEN {cell} = {one} THEN {sql.text(code_text(one))}" for one in codes if one < 0]
    if any(one > 0 for one in codes):
        cases.insert(0, f"WHEN {cell} > 0 THEN concat('s', {sql.written(cell)})")
    return f"CASE {' '.join(cases)} END"


def _codes(of: Whole, steps: Mapping[str, Whole]) -> Iterator[int]:
    """Yield the reason codes that an expression may come to; 1 for any stretch."""
    match of:
        case Const(value=value):
            yield value
        case Choose(then=then, otherwise=otherwise):
            yield from _codes(then, steps)
            yield from _codes(otherwise, steps)
        case Column(name=name) if name in steps:
            yield from _codes(steps[name], steps)
        case _:
            yield from (*(one.number for one in Why), 1)
