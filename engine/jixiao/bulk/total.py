"""From the scores of the indicators to the total, as whole-number steps: the same as `scoring/total/tally`.

What hangs on more than scores (a veto of which nobody knows, an indicator that may be left out, a bound by a value
that is not there) goes to the engine. Every step grows with every score, so that the lowest total is that of the
lowest scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from jixiao.bulk.program import Step
from jixiao.bulk.whole import (
    FALSE,
    NOTHING,
    TRUE,
    Column,
    Const,
    Truth,
    Whole,
    choose,
    every,
    less,
    minus,
    negation,
    plus,
    some,
    times,
)
from jixiao.dataclass import dataclass, field, replace
from jixiao.model.ruleset import Indicator, Ruleset
from jixiao.scoring.program.blocks import Path, path_of, within
from jixiao.scoring.program.settlement import Bound, Settlement, WideVeto

MOST_WORLDS = 16
"""Most combinations of what may be chosen that are written out."""


@dataclass(frozen=True, slots=True)
class Held:
    """A veto that holds in some rows, and where nobody knows whether it does."""

    veto: WideVeto
    when: Truth
    unknown: Truth = FALSE


@dataclass(frozen=True, slots=True)
class Capped:
    """A bound that hangs on a value: so many units in rows where `when` holds."""

    path: Path
    units: Whole
    when: Truth


@dataclass(frozen=True, slots=True)
class Counting:
    """What goes into the total: of each indicator its lowest and highest score in units, and what is chosen.

    `ways`: those scores, once for each way in which indicators may be left out, and where it is possible.
    `chosen`: for each choice of the table, for each of its indicators, where that one is named; `vetoes` and `capped`
    in the order in which they are applied.
    """

    indicators: Sequence[Indicator]
    ways: Sequence[tuple[Truth, Sequence[Whole], Sequence[Whole]]]
    chosen: Sequence[Mapping[int, Truth]]
    vetoes: Sequence[Held] = ()
    capped: Sequence[Capped] = ()


@dataclass(slots=True)
class Total:
    """The steps to the lowest and the highest total, their columns, and the column of the grades that are possible."""

    unit: int
    steps: list[Step] = field(default_factory=list)

    def step(self, name: str, whole: Whole) -> Whole:
        """Work something out once; a constant or a column needs no step."""
        if isinstance(whole, Const | Column):
            return whole
        self.steps.append(Step(name, whole))
        return Column(name)

    def units(self, points: Fraction) -> Whole:
        """Give points in units, of which they are a whole number."""
        counted = points * self.unit
        assert counted.denominator == 1
        return Const(int(counted))


def total_steps(
    counting: Counting, settlement: Settlement, ruleset: Ruleset, unit: int
) -> tuple[list[Step], str, str, str]:
    """Give the steps to the total, and the names of its lowest, its highest and its grades."""
    sheet = Total(unit)
    worlds = [
        (scores, passed_over, vetoes, every(way, possible))
        for way, *scores in counting.ways
        for passed_over, vetoes, possible in _worlds(counting, settlement)
    ]
    lows, highs, graded = [], [], []
    for number, (scores, passed_over, vetoes, possible) in enumerate(worlds):
        ends = []
        for end, of in zip(("low", "high"), scores, strict=True):
            name = f"total.{end}" if len(worlds) == 1 else f"total{number}.{end}"
            ends.append(_tally(sheet, name, of, replace(counting, vetoes=vetoes), settlement, passed_over))
        low, high = ends
        lows.append((possible, low))
        highs.append((possible, high))
        graded.append([every(possible, one) for one in _grades(sheet, ruleset, low, high, vetoes)])
    low = sheet.step("total.low", _extreme(lows, lowest=True))
    high = sheet.step("total.high", _extreme(highs, lowest=False))
    bits = [some(*ways) for ways in zip(*graded, strict=True)]
    grades = plus(*(choose(one, Const(2**place), NOTHING) for place, one in enumerate(bits)))
    return (
        sheet.steps,
        _named(sheet, "total.lowest", low),
        _named(sheet, "total.highest", high),
        _named(sheet, "grades", grades),
    )


def _named(sheet: Total, name: str, whole: Whole) -> str:
    sheet.steps.append(Step(name, whole))
    return name


def _extreme(of: Sequence[tuple[Truth, Whole]], *, lowest: bool) -> Whole:
    """Give the lowest or the highest over the worlds that are possible; one of them always is."""
    found: Whole | None = None
    seen: Truth = FALSE
    for possible, one in of:
        if found is None:
            found, seen = one, possible
            continue
        better = less(one, found) if lowest else less(found, one)
        found = choose(every(possible, some(negation(seen), better)), one, found)
        seen = some(seen, possible)
    assert found is not None
    return found


def world_count(settlement: Settlement, vetoes: Sequence[Held]) -> int:
    """Give how many combinations there are of what may be chosen and of vetoes that nobody knows to hold."""
    unsure = sum(one.unknown != FALSE for one in vetoes)
    chosen: int = prod(len(one.indicators) for one in settlement.choices)
    return chosen << unsure


def _worlds(
    counting: Counting, settlement: Settlement
) -> Iterator[tuple[frozenset[int], tuple[Held, ...], Truth]]:
    """Yield what is passed over and which vetoes hold in each combination, and where that is possible."""
    options = []
    for choice, chosen in zip(settlement.choices, counting.chosen, strict=True):
        places = [at for at, one in enumerate(counting.indicators) if one.name in choice.indicators]
        nobody = negation(some(*chosen.values()))
        options.append([(set(places) - {at}, some(chosen.get(at, FALSE), nobody)) for at in places])
    perhaps = [
        [(one, TRUE)]
        if one.unknown == FALSE
        else [(one, TRUE), (replace(one, when=some(one.when, one.unknown)), one.unknown)]
        for one in counting.vetoes
    ]
    for combination, vetoes in product(product(*options), product(*perhaps)):
        over = frozenset(at for others, _ in combination for at in others)
        possible = every(*(one for _, one in combination), *(one for _, one in vetoes))
        yield over, tuple(held for held, _ in vetoes), possible


@dataclass(slots=True)
class _Sheet:
    """The sums as they stand, of one world and one end."""

    total: Total
    name: str
    indicators: Sequence[Indicator]
    given: dict[int, Whole]
    moved: list[tuple[Path, Whole, Whole]] = field(default_factory=list)
    vetoed: list[tuple[Path, Truth]] = field(default_factory=list)
    lines: list[Whole] = field(default_factory=list)

    def of(self, path: Path) -> list[int]:
        return [at for at in self.given if within(path_of(self.indicators[at]), path)]

    def sum(self, path: Path) -> Whole:
        moved = (plus(bonus, rest) for block, bonus, rest in self.moved if within(block, path))
        return plus(*(self.given[at] for at in self.of(path)), *moved)

    def bonus(self, path: Path) -> Whole:
        moved = (bonus for block, bonus, _ in self.moved if within(block, path))
        ours = (self.given[at] for at in self.of(path) if self.indicators[at].extra == "bonus")
        return plus(*ours, *moved)

    def full(self, path: Path) -> Whole:
        parts = []
        for at in self.of(path):
            one = self.indicators[at]
            if not one.extra:
                lost = some(*(when for block, when in self.vetoed if within(path_of(one), block)))
                parts.append(choose(lost, NOTHING, self.total.units(one.points)))
        return plus(*parts)

    def step(self, whole: Whole) -> Whole:
        return self.total.step(f"{self.name}.{len(self.total.steps)}", whole)


def _tally(
    total: Total,
    name: str,
    scores: Sequence[Whole],
    counting: Counting,
    settlement: Settlement,
    passed_over: frozenset[int],
) -> Whole:
    given = {
        at: _given(one, score, total)
        for at, (one, score) in enumerate(zip(counting.indicators, scores, strict=True))
        if at not in passed_over
    }
    sheet = _Sheet(total, name, counting.indicators, given)
    for step in _ordered(settlement, counting):
        if sheet.of(step.veto.path if isinstance(step, Held) else step.path):
            _struck(sheet, step) if isinstance(step, Held) else _bounded(sheet, step)
    found = minus(plus(*given.values()), plus(*sheet.lines)) if sheet.lines else plus(*given.values())
    for path, most, when in _whole_bounds(settlement, counting, total):
        assert not path
        found = sheet.step(found)
        found = choose(every(when, less(most, found)), most, found)
    if settlement.extras or settlement.below or sheet.lines:
        found = sheet.step(found)
        found = choose(less(found, NOTHING), NOTHING, found)
    for held in counting.vetoes:
        if held.veto.effect.scope == "total":
            most = total.units(held.veto.effect.most)
            found = sheet.step(found)
            found = choose(every(held.when, less(most, found)), most, found)
    return total.step(name, found)


def _given(one: Indicator, score: Whole, total: Total) -> Whole:
    return minus(score, total.units(one.points)) if one.extra == "penalty" else score


def _ordered(settlement: Settlement, counting: Counting) -> list[Bound | Capped | Held]:
    """Give what bounds and vetoes blocks, the inner ones first."""
    bounds: Iterable[Bound | Capped] = (*settlement.bounds, *counting.capped)
    steps: list[Bound | Capped | Held] = [one for one in bounds if one.path]
    steps += [one for one in counting.vetoes if one.veto.effect.scope == "block"]
    return sorted(steps, key=lambda one: -len(one.veto.path if isinstance(one, Held) else one.path))


def _whole_bounds(
    settlement: Settlement, counting: Counting, total: Total
) -> Iterator[tuple[Path, Whole, Truth]]:
    for bound in settlement.bounds:
        if not bound.path:
            yield bound.path, total.units(bound.points), negation(FALSE)
    for capped in counting.capped:
        if not capped.path:
            yield capped.path, capped.units, capped.when


def _bounded(sheet: _Sheet, bound: Bound | Capped) -> None:
    path = bound.path
    total = sheet.step(sheet.sum(path))
    when = bound.when if isinstance(bound, Capped) else negation(FALSE)
    most = bound.units if isinstance(bound, Capped) else sheet.total.units(bound.points)
    if isinstance(bound, Capped) or bound.kind == "earned":
        over = sheet.step(choose(every(when, less(most, total)), minus(total, most), NOTHING))
        back = times(Const(-1), over)
        is_bonus = all(sheet.indicators[at].extra == "bonus" for at in sheet.of(path))
        sheet.moved.append((path, back if is_bonus else NOTHING, NOTHING if is_bonus else back))
        sheet.lines.append(over)
        return
    lost = sheet.step(minus(sheet.full(path), minus(total, sheet.bonus(path))))
    over = sheet.step(choose(less(most, lost), minus(lost, most), NOTHING))
    sheet.moved.append((path, NOTHING, over))
    sheet.lines.append(times(Const(-1), over))


def _struck(sheet: _Sheet, held: Held) -> None:
    """Take everything that a block has left, where the veto holds."""
    path = held.veto.path
    total, bonus = sheet.step(sheet.sum(path)), sheet.step(sheet.bonus(path))
    taken = sheet.step(choose(every(held.when, less(NOTHING, total)), total, NOTHING))
    off = choose(held.when, bonus, NOTHING)
    sheet.moved.append((path, times(Const(-1), off), minus(off, taken)))
    sheet.lines.append(taken)
    sheet.vetoed.append((path, held.when))


def _grades(
    sheet: Total, ruleset: Ruleset, low: Whole, high: Whole, vetoes: Sequence[Held]
) -> Sequence[Truth]:
    """Tell of each grade where a total may earn it, and what vetoes leave of that."""
    bounds = [sheet.units(lowest) for _, lowest in ruleset.grades]
    surely = [less(bound, low, equal=True) for bound in bounds]
    found: list[Truth] = [
        every(less(bound, high, equal=True), *(negation(one) for one in surely[:place]))
        for place, bound in enumerate(bounds)
    ]
    names = [name for name, _ in ruleset.grades]
    for held in vetoes:
        effect = held.veto.effect
        if effect.scope == "grade":
            found = _no_better(found, names.index(effect.grade), held.when)
    return found


def _no_better(found: Sequence[Truth], best: int, when: Truth) -> list[Truth]:
    """Let every grade better than one count as that one, where a veto holds."""
    kept = [every(one, negation(when)) if place < best else one for place, one in enumerate(found)]
    kept[best] = some(found[best], every(when, some(*found[:best])))
    return kept
