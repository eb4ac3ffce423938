"""Draw the ways of one indicator together into one result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.model.case import IndicatorClaim
from jixiao.model.evaluation import MAX_TOLD, Alternative, Beyond, Drawn, Figure, Missing, Result, Status
from jixiao.model.part import Part
from jixiao.model.told import Told
from jixiao.model.wording import quoted
from jixiao.quantity import points_text, shown_text
from jixiao.scoring.indicator.evidence import Evidence
from jixiao.scoring.indicator.explain import ROUNDING_CLAUSE, WayTold, deductions, value_text
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Loss
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.rounding import rounded, rounding_of

UNROUNDED_DECIMALS = 6
"""Decimals shown of a score before it is rounded."""


def draw_together(
    rule: Rule, ways: Sequence[Way], evidence: Mapping[str, Evidence], missing: Sequence[str], judged: bool
) -> Result:
    """Give the result of an indicator from every way it may come out."""
    rounded = [rounded_way(way, rule) for way in ways]
    best = rounded[0]
    low, high, values = best.outcome.low, best.outcome.high, [best.value] if best.value is not None else []
    if len(rounded) > 1:
        low = min(way.outcome.low for way in rounded)
        best = max(rounded, key=lambda way: way.outcome.high)
        high = best.outcome.high
        values = sorted({way.value for way in rounded if way.value is not None})
    status = _status(rounded, low, high, judged)
    unsaid = _unsaid(rule, rounded, high - low)
    missing = (*missing, *(one.name for one in unsaid))
    disputed = tuple(name for name, one in evidence.items() if one.disputed)
    basis = Drawn(
        explanation=ResultTold(
            tuple(WayTold(rule, way) for way in rounded),
            WayTold(rule, best),
            status,
            tuple(one for one in evidence.values() if one.disputed),
            missing,
        ),
        value=values[0] if len(values) == 1 and all(way.value is not None for way in rounded) else None,
        value_text="～".join(
            dict.fromkeys(value_text(one, rule.dimension) for one in values[:1] + values[-1:])
        ),
        deductions=deductions(rule, best),
        missing=tuple(_missing(name, unsaid, high - low) for name in missing)
        if status is Status.OPEN
        else (),
        figures=tuple(figure for one in evidence.values() for figure in one.figures),
        alternatives=_alternatives(rule, rounded, missing) if len(rounded) > 1 else (),
        conflicts=disputed,
        parts=_parts(rounded),
        values=tuple(values),
        valued=all(way.value is not None for way in rounded),
    )
    left_out = [way.left_out for way in ways]
    return Result(
        rule.indicator,
        status,
        low,
        high,
        basis,
        left_out=all(left_out),
        may_leave_out=any(left_out) and not all(left_out),
        beyond=_beyond(rounded),
    )


def _beyond(ways: Sequence[Way]) -> Beyond | None:
    """Give what is taken off the total besides: at most with the lowest score, at least with the highest."""
    found = [way.outcome.beyond for way in ways]
    spilled = [one for one in found if one is not None]
    if not spilled:
        return None
    clause = "；".join(dict.fromkeys(one.clause for one in spilled))
    least = min(one.high for one in spilled) if len(spilled) == len(found) else Fraction(0)
    return Beyond(clause, max(one.low for one in spilled), least)


def _missing(name: str, unsaid: Sequence[Missing], whole: Fraction) -> Missing:
    return next((one for one in unsaid if one.name == name), Missing(name, whole))


def _unsaid(rule: Rule, ways: Sequence[Way], whole: Fraction) -> tuple[Missing, ...]:
    """Give what must be said besides of the inputs of a sentence, each once, by how much it could move the score."""
    moved: dict[str, Fraction] = {}
    for way in ways:
        of_way: dict[str, Fraction] = {}
        for one in way.outcome.unsaid:
            asked = (f"评定：{rule.indicator.name}（{one.asks}）",) if one.asks else ()
            for name in (*one.missing, *asked):
                of_way[name] = of_way.get(name, Fraction(0)) + one.points
        for name, points in of_way.items():
            moved[name] = max(moved.get(name, Fraction(0)), points)
    return tuple(Missing(name, min(points, whole)) for name, points in moved.items())


def _parts(ways: Sequence[Way]) -> tuple[Part, ...]:
    """Give what all ways reached, each once."""
    if len(ways) == 1:
        return ways[0].outcome.parts
    return tuple(dict.fromkeys(part for way in ways for part in way.outcome.parts))


def _status(ways: Sequence[Way], low: Fraction, high: Fraction, judged: bool) -> Status:
    if all(way.exempt for way in ways):
        return Status.EXEMPT
    if low != high:
        return Status.OPEN
    return Status.JUDGED if judged else Status.SCORED


def rounded_way(way: Way, rule: Rule) -> Way:
    """Round a way's scores as 口径 says, never above full marks; the difference is a loss of its own."""
    if Reading.DECIMALS not in rule.readings:
        return way
    outcome, beyond = way.outcome, way.outcome.beyond
    if beyond is not None:
        ends = (-rounded(-end, rule.standard.points, rule.readings) for end in (beyond.low, beyond.high))
        beyond = Beyond(beyond.clause, *ends)
    low, high = (rounded(score, rule.standard.points, rule.readings) for score in (outcome.low, outcome.high))
    losses = outcome.losses
    if high != outcome.high:
        exact = shown_text(outcome.high, UNROUNDED_DECIMALS)
        fillings = {
            "exact": exact,
            "rounding": rounding_of(rule.readings),
            "places": rule.readings[Reading.DECIMALS],
            "points": high,
        }
        reason = Filled(Message.ROUNDED, fillings)
        losses = (*losses, Loss(outcome.high - high, ROUNDING_CLAUSE, reason))
    return replace(way, outcome=replace(outcome, low=low, high=high, losses=losses, beyond=beyond))


def _alternatives(rule: Rule, ways: Sequence[Way], missing: Sequence[str]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            way.assumption or way.outcome.note,
            way.outcome.low,
            way.outcome.high,
            WayTold(rule, way),
            told=not way.assumption if missing else place < MAX_TOLD,
        )
        for place, way in enumerate(ways)
    )


@dataclass(frozen=True, slots=True)
class ResultTold(Told):
    """How an indicator came out, in sentences."""

    ways: tuple[WayTold, ...]
    best: WayTold
    status: Status
    disputed: tuple[Evidence, ...]
    missing: tuple[str, ...]

    def __str__(self) -> str:
        return "。".join(self._all_told()) + "。"

    @property
    def lines(self) -> tuple[str, ...]:
        """Where the sentence is of several small rules, a line for each that takes points, and for all else."""
        if not self.best.of_several:
            return (str(self),)
        if len(self.ways) > 1:
            return tuple(f"{sentence}。" for sentence in self._all_told())
        told = self.best.lines if self.status is not Status.OPEN or self.best.known else ()
        rest = list(self._all_told())[1 if told else 0 :]
        return tuple(f"{sentence}。" for sentence in (*told, *rest))

    def _all_told(self) -> Iterator[str]:
        yield from self._sentences()
        yield from (_dispute(evidence, self.status) for evidence in self.disputed)

    def _sentences(self) -> Iterator[str]:
        if self.status is not Status.OPEN:
            yield str(self.best)
            return
        if not self.missing or any(told.known for told in self.ways):
            for told in self.ways[:MAX_TOLD]:
                yield f"{told.way.assumption}：{told}" if told.way.assumption else str(told)
            if len(self.ways) > MAX_TOLD:
                yield f"另有{len(self.ways) - MAX_TOLD}种情形"
        if self.missing:
            low = min(told.way.outcome.low for told in self.ways)
            high = max(told.way.outcome.high for told in self.ways)
            yield f"缺少{'、'.join(self.missing)}，得分在{points_text(low)}至{points_text(high)}分之间"


def _dispute(evidence: Evidence, status: Status) -> str:
    """Say that an item's statements differ, and what that means for the score."""
    stated: dict[Fraction, Figure] = {}
    for figure in evidence.figures:
        stated.setdefault(figure.quantity.base, figure)
    values = "、".join(f"{figure.quantity}（{figure.source}）" for figure in stated.values())
    text = f"{quoted(evidence.item)}有{len(stated)}个不同的数：{values}"
    adopted = next((figure for figure in evidence.figures if figure.note and figure.used), None)
    if adopted is not None:
        return f"{text}；采用{adopted.quantity}，理由：{adopted.note}"
    return f"{text}；取哪一个得分都一样" if status is not Status.OPEN else text


def with_claim(result: Result, claim: IndicatorClaim | None) -> Result:
    """Set the department's claim beside the result; a deduction claimed is a score claimed."""
    if claim is None:
        return result
    score = claim.score
    if score is None and claim.deduction is not None:
        score = result.indicator.points - claim.deduction
    return Result(
        result.indicator, result.status, result.low, result.high, result.basis, result.left_out, result.may_leave_out,
        score, claim.ratio, beyond=result.beyond,
    )  # fmt: skip
