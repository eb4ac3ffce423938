"""A second, plain implementation of how scores become a total, to compare the engine with.

Written from what tables say (任选, 上限, 扣分上限, 否决, 附加, 剔除后折算), not from the engine, of which
nothing is imported. A table is a tree of blocks; whatever is not known is tried every way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

Path = tuple[str, ...]
NONE = Fraction(0)


@dataclass(frozen=True)
class Effect:
    """What a veto does: `total` and `block` leave at most so many points; `grade` sets one, `ceiling` bounds it."""

    kind: str
    most: Fraction = NONE
    path: Path = ()
    grade: str = ""


@dataclass(frozen=True)
class Veto:
    """A fact with its effect; in the sentence of a row, or the table's own, perhaps with a condition."""

    fact: str
    effect: Effect
    row: str = ""
    condition: tuple | None = None


@dataclass(frozen=True)
class Bound:
    """Most points that a block (or the total: no path) may earn, or lose."""

    path: Path
    kind: str
    points: Fraction


@dataclass(frozen=True)
class Scored:
    """One row with its range; `out`: whether it is left out (None: nobody knows)."""

    name: str
    path: Path
    points: Fraction
    low: Fraction
    high: Fraction
    extra: str = ""
    out: bool | None = False


@dataclass(frozen=True)
class Rules:
    """What a table says of its total."""

    bounds: tuple[Bound, ...]
    choices: tuple[tuple[str, ...], ...]
    grades: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True)
class World:
    """One way in which everything that is not known may be: who counts, who is left out, what is vetoed."""

    counted: frozenset[str]
    out: frozenset[str]
    effects: tuple[Effect, ...]


def worlds(
    rows: list[Scored], rules: Rules, chosen: frozenset[str], held: list[Effect], unsure: list[Effect]
) -> Iterator[World]:
    """Yield every world that fits what is known."""
    picks = [[name for name in group if name in chosen] or list(group) for group in rules.choices]
    doubtful = [row.name for row in rows if row.out is None]
    for picked, gone, struck in product(
        product(*picks),
        product([False, True], repeat=len(doubtful)),
        product([False, True], repeat=len(unsure)),
    ):
        passed = {name for group in rules.choices for name in group} - set(picked)
        out = {row.name for row in rows if row.out} | {
            n for n, is_out in zip(doubtful, gone, strict=True) if is_out
        }
        effects = [*held, *(one for one, is_held in zip(unsure, struck, strict=True) if is_held)]
        counted = frozenset(row.name for row in rows if row.name not in passed)
        yield World(counted, frozenset(out) & counted, tuple(effects))


def total(rows: list[Scored], scores: dict[str, Fraction], rules: Rules, world: World) -> Fraction:
    """Give the total of one score for each row, in one world."""
    considered = [row for row in rows if row.name in world.counted]
    here = [row for row in considered if row.name not in world.out]
    full = sum((row.points for row in considered if not row.extra), NONE)
    rest = sum((row.points for row in here if not row.extra), NONE)
    grown = Fraction(1)
    if world.out & {row.name for row in rows}:
        grown = full / rest if rest else NONE
    scaled = [row if row.extra else replace(row, points=row.points * grown) for row in here]
    values = {row.name: scores[row.name] * (1 if row.extra else grown) for row in here}
    sums = _block((), scaled, values, rules, world, grown)
    found = max(min([sums.rest + sums.bonus, *(b.points for b in rules.bounds if not b.path)]), NONE)
    return min([found, *(one.most for one in world.effects if one.kind == "total")])


@dataclass(frozen=True)
class Sums:
    """What a block comes to: on top of 满分 (加分), all else, and its full marks."""

    bonus: Fraction
    rest: Fraction
    full: Fraction


def _block(
    path: Path, rows: list[Scored], values: dict[str, Fraction], rules: Rules, world: World, grown: Fraction
) -> Sums:
    """Give what a block comes to, its inner blocks first."""
    own = [row for row in rows if row.path == path]
    below = sorted({row.path[: len(path) + 1] for row in rows if len(row.path) > len(path)})
    inner = [
        _block(one, [row for row in rows if row.path[: len(one)] == one], values, rules, world, grown)
        for one in below
    ]
    bonus = sum((values[row.name] for row in own if row.extra == "加分"), NONE)
    rest = sum(
        (values[row.name] - (row.points if row.extra else NONE) for row in own if row.extra != "加分"), NONE
    )
    full = sum((row.points for row in own if not row.extra), NONE)
    bonus, rest, full = (
        start + sum((getattr(one, name) for one in inner), NONE)
        for start, name in ((bonus, "bonus"), (rest, "rest"), (full, "full"))
    )
    if not path:
        return Sums(bonus, rest, full)
    for bound in sorted((one for one in rules.bounds if one.path == path), key=lambda one: one.kind):
        points = bound.points * (grown if any(not row.extra for row in rows) else 1)
        if bound.kind == "lost":
            rest = max(rest, full - points)
        elif all(row.extra == "加分" for row in rows):
            bonus = min(bonus, points)
        else:
            rest = min(rest, points - bonus)
    if any(one.kind == "block" and one.path == path for one in world.effects):
        return Sums(NONE, min(bonus + rest, NONE), NONE)
    return Sums(bonus, rest, full)


def grades_of(rules: Rules, low: Fraction, high: Fraction, effects: tuple[Effect, ...]) -> set[str]:
    """Give the grades of a range, after vetoes."""
    order = [name for name, _ in rules.grades]
    tops = [*(lowest for _, lowest in rules.grades)]
    found = {
        place for place, lowest in enumerate(tops) if high >= lowest and (place == 0 or low < tops[place - 1])
    }
    for effect in effects:
        if effect.kind == "grade":
            worst = max(order.index(one.grade) for one in effects if one.kind == "grade")
            found = {max(place, worst) for place in found}
    for effect in effects:
        if effect.kind == "ceiling":
            found = {max(place, order.index(effect.grade)) for place in found}
    return {order[place] for place in found}


def settle(
    rows: list[Scored], rules: Rules, chosen: frozenset[str], held: list[Effect], unsure: list[Effect]
) -> tuple[Fraction, Fraction, tuple[str, ...]]:
    """Give the lowest and the highest total, and the grades that are possible."""
    lows, highs, grades = [], [], set()
    for world in worlds(rows, rules, chosen, held, unsure):
        low, high = (
            total(rows, {row.name: getattr(row, end) for row in rows}, rules, world)
            for end in ("low", "high")
        )
        lows.append(low)
        highs.append(high)
        grades |= grades_of(rules, low, high, world.effects)
    return min(lows), max(highs), tuple(name for name, _ in rules.grades if name in grades)
