"""One total from one score of each indicator, with every line that lies between them.

First what was chosen; then what counts grows for what is left out; then bounds and vetoes of blocks from
the inside out; then what indicators lose beyond their points; then the bound of the total, and vetoes of the
total last. What a veto took is no deduction that 扣分上限 could give back. Every step grows with every score,
and so does the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.model.evaluation import Result
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.scoring.program.blocks import TOTAL, Path, name_of, path_of, within
from jixiao.scoring.program.settlement import Bound, Settlement, WideVeto
from jixiao.scoring.total.choice import OpenChoice

ZERO, ONE = Fraction(0), Fraction(1)
MAX_NAMED = 4
"""Most indicators named in a line; the rest are counted."""


@dataclass(frozen=True, slots=True)
class World:
    """What is assumed where it is not known: places of results, and vetoes that hold."""

    left_out: frozenset[int] = frozenset()
    passed_over: frozenset[int] = frozenset()
    vetoes: tuple[WideVeto, ...] = ()
    bounds: tuple[Bound, ...] = ()
    """Those that hang on a value, besides the table's own."""


@dataclass(frozen=True, slots=True)
class Line:
    """Points taken off on the way to the total; negative ones are added."""

    kind: Literal["choice", "limit", "rescale", "spill", "floor", "veto", "unsettled"]
    scope: str
    clause: str
    reason: str
    points: Fraction


@dataclass(slots=True)
class _Sheet:
    """The sums as they stand: what each counted indicator gives, and what blocks were moved by.

    `scale`: by how much what makes up 满分 has grown for what is left out; its bounds grow with it.
    """

    results: Sequence[Result]
    given: dict[int, Fraction]
    scale: Fraction
    moved: list[tuple[Path, Fraction, Fraction]] = field(default_factory=list)
    """Of which block, by how much on top of 满分 (加分), and by how much else."""
    vetoed: list[Path] = field(default_factory=list)

    def of(self, path: Path) -> list[int]:
        """Give the counted indicators of a block."""
        return [at for at in self.given if within(path_of(self.results[at].indicator), path)]

    def bonus(self, path: Path) -> Fraction:
        """Give what a block has on top of 满分."""
        moved = (bonus for block, bonus, _ in self.moved if within(block, path))
        ours = (self.given[at] for at in self.of(path) if self.results[at].indicator.extra == "bonus")
        return sum(ours, ZERO) + sum(moved, ZERO)

    def sum(self, path: Path) -> Fraction:
        """Give what a block comes to."""
        moved = (bonus + rest for block, bonus, rest in self.moved if within(block, path))
        return sum((self.given[at] for at in self.of(path)), ZERO) + sum(moved, ZERO)

    def full(self, path: Path) -> Fraction:
        """Give the full marks of a block, without what comes on top and what a veto took whole."""
        lost = {at for block in self.vetoed for at in self.of(block)}
        counted = (self.results[at].indicator for at in self.of(path) if at not in lost)
        return self.scale * sum((one.points for one in counted if not one.extra), ZERO)

    def scaled(self, bound: Bound) -> Fraction:
        """Give the points of a bound; those of a block of 满分 grow as it does."""
        base = any(not self.results[at].indicator.extra for at in self.of(bound.path))
        return bound.points * self.scale if base else bound.points

    def is_bonus(self, path: Path) -> bool:
        """Whether a block holds nothing but what comes on top."""
        return all(self.results[at].indicator.extra == "bonus" for at in self.of(path))


@dataclass(frozen=True, slots=True)
class Score:
    """What one indicator scores, and what it takes off the total besides."""

    points: Fraction
    beyond: Fraction = ZERO

    @classmethod
    def lowest(cls, result: Result) -> Score:
        """Give the lowest score of a result."""
        return cls(result.low, ZERO if result.beyond is None else result.beyond.low)

    @classmethod
    def highest(cls, result: Result) -> Score:
        """Give the highest score of a result."""
        return cls(result.high, ZERO if result.beyond is None else result.beyond.high)


def tally(
    results: Sequence[Result],
    scores: Sequence[Score],
    settlement: Settlement,
    world: World,
    choices: Sequence[OpenChoice] = (),
) -> tuple[Fraction, tuple[Line, ...]]:
    """Give the total, and the lines that lead to it from what the counted indicators give, some of nothing."""
    given = {at: one.given(scores[at].points) for at, one in enumerate(results) if one.counts}
    lines = list(_choices(given, world, choices))
    sheet, rescaled = _rescaled(results, given, world)
    lines += [*rescaled, *_blocks(sheet, settlement, world), *_spilled(sheet, scores)]
    total = sum(given.values(), ZERO) - sum((line.points for line in lines), ZERO)
    for line in _whole(settlement, world, total):
        lines.append(line)
        total -= line.points
    return total, tuple(lines)


def _choices(given: dict[int, Fraction], world: World, choices: Sequence[OpenChoice]) -> Iterator[Line]:
    for one in choices:
        lost = sum((given.get(at, ZERO) for at in one.places if at in world.passed_over), ZERO)
        clause = f"任选：{'、'.join(one.choice.indicators)}"
        yield Line("choice", one.names, clause, f"{one.names}任选其一，{one.why}，只计其中一项", lost)


def _rescaled(
    results: Sequence[Result], given: dict[int, Fraction], world: World
) -> tuple[_Sheet, tuple[Line, ...]]:
    """Let what counts of 满分 grow to make up for what is left out (剔除后折算)."""
    missing = [
        at
        for at, one in enumerate(results)
        if (one.left_out or at in world.left_out) and not one.set_aside and at not in world.passed_over
    ]
    counted = {at: points for at, points in given.items() if at not in world.passed_over.union(missing)}
    if not missing:
        return _Sheet(results, counted, ONE), ()
    points = {
        at: results[at].indicator.points for at in (*missing, *counted) if not results[at].indicator.extra
    }
    rest = sum((points[at] for at in counted if at in points), ZERO)
    scale = sum(points.values(), ZERO) / rest if rest else ZERO
    grown = {at: one * scale if at in points else one for at, one in counted.items()}
    dropped = sum((given.get(at, ZERO) for at in missing), ZERO)
    gained = sum(grown.values(), ZERO) - sum(counted.values(), ZERO)
    named = named_results([results[at] for at in missing])
    line = Line("rescale", named, "剔除后折算", f"{named}不计入，其余折算为满分", dropped - gained)
    return _Sheet(results, grown, scale), (line,)


def _blocks(sheet: _Sheet, settlement: Settlement, world: World) -> Iterator[Line]:
    """Yield what bounds and vetoes take from blocks, the inner ones first; a veto comes after the bounds."""
    vetoes = [veto for veto in world.vetoes if veto.effect.scope == "block"]
    steps: list[Bound | WideVeto] = [
        *(bound for bound in (*settlement.bounds, *world.bounds) if bound.path),
        *vetoes,
    ]
    for step in sorted(steps, key=lambda one: -len(one.path)):
        if sheet.of(step.path):
            yield _bounded(sheet, step) if isinstance(step, Bound) else _struck(sheet, step)


def _bounded(sheet: _Sheet, bound: Bound) -> Line:
    """Bound a block; the line is of nothing where the bound is kept. 加分 makes up for no deduction."""
    scope, total, most = name_of(bound.path), sheet.sum(bound.path), sheet.scaled(bound)
    words = _said(bound) if most == bound.points else f"{_said(bound)}（折算后{points_text(most)}分）"
    if bound.kind == "earned":
        over = max(total - most, ZERO)
        reason = f"{scope}合计{points_text(total)}分，{words}，超出的{points_text(over)}分不计"
        is_bonus = sheet.is_bonus(bound.path)
        sheet.moved.append((bound.path, -over if is_bonus else ZERO, ZERO if is_bonus else -over))
        return Line("limit", scope, str(bound), reason, over)
    lost = sheet.full(bound.path) - (total - sheet.bonus(bound.path))
    over = max(lost - most, ZERO)
    reason = f"{scope}合计扣{points_text(lost)}分，{words}，多扣的{points_text(over)}分不扣"
    sheet.moved.append((bound.path, ZERO, over))
    return Line("limit", scope, str(bound), reason, -over)


def _said(bound: Bound) -> str:
    """Say what a bound leaves, and by what, where it hangs on a value."""
    return f"{bound.because}，按条款“{bound.clause}”{bound.words}" if bound.clause else bound.words


def _struck(sheet: _Sheet, veto: WideVeto) -> Line:
    """Take everything that a block has left."""
    total, bonus = sheet.sum(veto.path), sheet.bonus(veto.path)
    line = _vetoed(veto, name_of(veto.path), total, ZERO)
    sheet.moved.append((veto.path, -bonus, bonus - line.points))
    sheet.vetoed.append(veto.path)
    return line


def _vetoed(veto: WideVeto, scope: str, total: Fraction, most: Fraction) -> Line:
    reason = f"{veto.fact}，按条款“{veto.clause}”{veto.effect}"
    return Line("veto", scope, veto.clause, reason, max(total - most, ZERO))


def _spilled(sheet: _Sheet, scores: Sequence[Score]) -> Iterator[Line]:
    """Yield what indicators lose beyond their points, which grows as they do."""
    for at in sheet.given:
        result = sheet.results[at]
        if result.beyond is not None:
            points = scores[at].beyond * (ONE if result.indicator.extra else sheet.scale)
            name = quoted(result.indicator.name)
            reason = f"{name}按条款“{result.beyond.clause}”，从总分中扣{points_text(points)}分"
            yield Line("spill", name, result.beyond.clause, reason, points)


def _whole(settlement: Settlement, world: World, total: Fraction) -> Iterator[Line]:
    """Yield what bounds and vetoes of the total take from it, one after the other."""
    for bound in (*settlement.bounds, *world.bounds):
        if not bound.path:
            over = max(total - bound.points, ZERO)
            words = f"总分合计{points_text(total)}分，{_said(bound)}，超出的{points_text(over)}分不计"
            total -= over
            yield Line("limit", TOTAL, str(bound), words, over)
    if total < 0:
        yield Line("floor", TOTAL, "总分不低于0分", f"合计{points_text(total)}分，总分不低于0分", total)
        total = ZERO
    for veto in world.vetoes:
        if veto.effect.scope == "total":
            line = _vetoed(veto, TOTAL, total, veto.effect.most)
            total -= line.points
            yield line


def named_results(results: Sequence[Result]) -> str:
    """Name some indicators, and count those beyond a few."""
    names = "、".join(quoted(result.indicator.name) for result in results[:MAX_NAMED])
    return names if len(results) <= MAX_NAMED else f"{names}等{len(results)}项"
