"""One total from one score of each indicator, with every line that lies between them.

First what counts and what was chosen, then bounds and vetoes of blocks, then what is left out is made
up for, then bounds of the total, and vetoes of the total last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from jixiao.model.evaluation import Result
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.scoring.blocks import TOTAL, Path, name_of, path_of, within
from jixiao.scoring.choice import OpenChoice
from jixiao.scoring.settlement import Bound, Settlement, WideVeto

ZERO = Fraction(0)
MAX_NAMED = 4
"""Most indicators named in a line; the rest are counted."""


@dataclass(frozen=True, slots=True)
class World:
    """What is assumed where it is not known: places of results, and vetoes that hold."""

    left_out: frozenset[int] = frozenset()
    passed_over: frozenset[int] = frozenset()
    vetoes: tuple[WideVeto, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Points taken off on the way to the total; negative ones are added."""

    kind: Literal["choice", "limit", "rescale", "floor", "veto", "unsettled"]
    scope: str
    clause: str
    reason: str
    points: Fraction


@dataclass(slots=True)
class _Sheet:
    """The sums as they stand: what each counted indicator gives, and what blocks were moved by."""

    results: Sequence[Result]
    given: dict[int, Fraction]
    moved: list[tuple[Path, Fraction]] = field(default_factory=list)

    def of(self, path: Path) -> list[int]:
        """Give the counted indicators of a block."""
        return [at for at in self.given if within(path_of(self.results[at].indicator), path)]

    def sum(self, path: Path) -> Fraction:
        """Give what a block comes to."""
        moved = sum((points for block, points in self.moved if within(block, path)), ZERO)
        return sum((self.given[at] for at in self.of(path)), ZERO) + moved

    def full(self, path: Path) -> Fraction:
        """Give the full marks of a block, without what comes on top."""
        return sum((self.results[at].indicator.points for at in self.of(path) if self.is_base(at)), ZERO)

    def is_base(self, at: int) -> bool:
        return not self.results[at].indicator.extra

    def base_sum(self) -> Fraction:
        """Give what the indicators that make up 满分 come to, with what moved their blocks."""
        moved = (points for path, points in self.moved if any(self.is_base(at) for at in self.of(path)))
        return sum((points for at, points in self.given.items() if self.is_base(at)), ZERO) + sum(moved, ZERO)


def tally(
    results: Sequence[Result],
    scores: Sequence[Fraction],
    settlement: Settlement,
    world: World,
    choices: Sequence[OpenChoice] = (),
) -> tuple[Fraction, tuple[Line, ...]]:
    """Give the total, and the lines that lead to it from what the counted indicators give."""
    given = {at: one.given(scores[at]) for at, one in enumerate(results) if one.counts}
    lines = list(_choices(given, world, choices))
    counted = {at: points for at, points in given.items() if at not in world.left_out | world.passed_over}
    sheet = _Sheet(results, counted)
    lines += _blocks(sheet, settlement, world)
    lines += _rescaled(sheet, given, world)
    total = sum(given.values(), ZERO) - sum((line.points for line in lines), ZERO)
    for line in _whole(sheet, settlement, world, total):
        lines.append(line)
        total -= line.points
    return total, tuple(line for line in lines if line.points)


def _choices(given: dict[int, Fraction], world: World, choices: Sequence[OpenChoice]) -> Iterator[Line]:
    for one in choices:
        lost = sum((given.get(at, ZERO) for at in one.places if at in world.passed_over), ZERO)
        clause = f"任选：{'、'.join(one.choice.indicators)}"
        yield Line("choice", one.names, clause, f"{one.names}任选其一，{one.why}，只计其中一项", lost)


def _blocks(sheet: _Sheet, settlement: Settlement, world: World) -> Iterator[Line]:
    """Yield what bounds take from blocks, the inner ones first, and then what vetoes do."""
    for bound in settlement.bounds:
        if bound.path and sheet.of(bound.path):
            line = _bounded(bound, sheet.sum(bound.path), sheet.full(bound.path))
            sheet.moved.append((bound.path, -line.points))
            yield line
    for veto in sorted(world.vetoes, key=lambda one: -len(one.path)):
        if veto.effect.scope == "block":
            line = _vetoed(veto, name_of(veto.path), sheet.sum(veto.path), ZERO)
            sheet.moved.append((veto.path, -line.points))
            yield line


def _bounded(bound: Bound, total: Fraction, full: Fraction) -> Line:
    """Give the line of a bound; of nothing where it is kept."""
    scope = name_of(bound.path)
    if bound.kind == "earned":
        over = max(total - bound.points, ZERO)
        reason = f"{scope}合计{points_text(total)}分，{bound.words}，超出的{points_text(over)}分不计"
        return Line("limit", scope, str(bound), reason, over)
    over = max(full - bound.points - total, ZERO)
    reason = f"{scope}合计扣{points_text(full - total)}分，{bound.words}，多扣的{points_text(over)}分不扣"
    return Line("limit", scope, str(bound), reason, -over)


def _vetoed(veto: WideVeto, scope: str, total: Fraction, most: Fraction) -> Line:
    reason = f"{veto.fact}，按条款“{veto.clause}”{veto.effect}"
    return Line("veto", scope, veto.clause, reason, max(total - most, ZERO))


def _rescaled(sheet: _Sheet, given: dict[int, Fraction], world: World) -> Iterator[Line]:
    """Yield by how much the others grow to make up for those left out (剔除后折算)."""
    missing = [
        at
        for at, one in enumerate(sheet.results)
        if (one.left_out or at in world.left_out) and not one.set_aside and at not in world.passed_over
    ]
    if not missing:
        return
    points = {at: sheet.results[at].indicator.points for at in (*missing, *sheet.given) if sheet.is_base(at)}
    full = sum(points.values(), ZERO)
    rest = sum((points[at] for at in sheet.given if at in points), ZERO)
    base = sheet.base_sum()
    gained = base * (full / rest if rest else ZERO) - base
    dropped = sum((given.get(at, ZERO) for at in missing), ZERO)
    named = named_results([sheet.results[at] for at in missing])
    yield Line("rescale", named, "剔除后折算", f"{named}不计入，其余折算为满分", dropped - gained)


def _whole(sheet: _Sheet, settlement: Settlement, world: World, total: Fraction) -> Iterator[Line]:
    """Yield what bounds and vetoes of the total take from it, one after the other."""
    full = sum((one.indicator.points for one in sheet.results if not one.indicator.extra), ZERO)
    for bound in settlement.bounds:
        if not bound.path:
            line = _bounded(bound, total, full)
            total -= line.points
            yield line
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
