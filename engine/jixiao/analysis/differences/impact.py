"""What a change of a table does to every case of a case base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from jixiao.dataclass import replace
from jixiao.model.case import Case, IndicatorClaim, OwnIndicator, Project, Rating
from jixiao.model.difference import CaseImpact, Impact, Mover, Standing
from jixiao.model.evaluation import Evaluation, Result
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import Program

T = TypeVar("T")
Renamed = Mapping[str, str]
"""Name before → name after, of every indicator that is kept."""


def impact_of(
    cases: Iterable[Case], old: Program, new: Program, renamed: Renamed, passed_over: int = 0
) -> Impact:
    """Evaluate every case by both tables; raises Refused where one does not fit either."""
    found = [
        _compare(before, after, renamed)
        for case in cases
        for before, after in zip(
            run_program(case, old), run_program(_carried(case, renamed), new), strict=True
        )
    ]
    return Impact(_ranked(found), passed_over)


def _carried(case: Case, renamed: Renamed) -> Case:
    """Give the case with what it says of indicators under their new names; of removed ones, nothing."""
    return replace(
        case,
        whole=_carried_project(case.whole, renamed),
        projects=tuple(_carried_project(one, renamed) for one in case.projects),
    )


def _carried_project(project: Project, renamed: Renamed) -> Project:
    ratings: dict[str, tuple[Rating, ...]] = {
        name: tuple(replace(one, indicator=name) for one in ratings)
        for name, ratings in _kept(project.ratings, renamed).items()
    }
    claims: dict[str, IndicatorClaim] = {
        name: replace(claim, indicator=name)
        for name, claim in _kept(project.claim.indicators, renamed).items()
    }
    own: dict[str, tuple[OwnIndicator, ...]] = _kept(project.own, renamed)
    return replace(
        project,
        statements={renamed.get(name, name): said for name, said in project.statements.items()},
        ratings=ratings,
        claim=replace(project.claim, indicators=claims),
        own=own,
        chosen=_kept(project.chosen, renamed),
    )


def _kept(named: Mapping[str, T], renamed: Renamed) -> dict[str, T]:
    return {renamed[name]: one for name, one in named.items() if name in renamed}


def _compare(before: Evaluation, after: Evaluation, renamed: Renamed) -> CaseImpact:
    return CaseImpact(
        id=before.case.id,
        project=before.project.name,
        unit=before.case.unit,
        old=_standing(before),
        new=_standing(after),
        movers=_movers(before.results, after.results, renamed),
    )


def _standing(evaluation: Evaluation) -> Standing:
    exact = evaluation.low if evaluation.low == evaluation.high else evaluation.adopted
    return Standing(evaluation.low, evaluation.high, exact, evaluation.grades)


def _movers(old: Sequence[Result], new: Sequence[Result], renamed: Renamed) -> tuple[Mover, ...]:
    """Give the indicators whose score moved, the largest move first."""
    after = {one.indicator.name: one for one in new}
    movers: list[Mover] = []
    for one in old:
        other = after.pop(renamed.get(one.indicator.name, one.indicator.name), None)
        movers.append(_mover(one, other))
    movers += [_mover(None, one) for one in after.values()]
    moved = [one for one in movers if one.old != one.new]
    return tuple(sorted(moved, key=lambda one: (-_move(one), one.indicator)))


def _mover(old: Result | None, new: Result | None) -> Mover:
    named = new or old
    assert named is not None
    return Mover(named.indicator.name, _score(old), _score(new), _reason(old), _reason(new))


def _score(result: Result | None) -> tuple[Fraction, Fraction]:
    if result is None or not result.counts:
        return Fraction(0), Fraction(0)
    return result.low, result.high


def _reason(result: Result | None) -> str:
    return "" if result is None else str(result.explanation)


def _move(mover: Mover) -> Fraction:
    return max(abs(mover.new[0] - mover.old[0]), abs(mover.new[1] - mover.old[1]))


def _ranked(cases: Sequence[CaseImpact]) -> tuple[CaseImpact, ...]:
    """Set the rank before and after of those that have one total both times; equals share a rank."""
    ranked = [one for one in cases if one.old.total is not None and one.new.total is not None]
    before, after = [one.old.total for one in ranked], [one.new.total for one in ranked]
    return tuple(
        replace(one, old_rank=_rank(one.old.total, before), new_rank=_rank(one.new.total, after))
        if one in ranked
        else one
        for one in cases
    )


def _rank(total: Fraction | None, totals: Sequence[Fraction | None]) -> int:
    assert total is not None
    return 1 + sum(other is not None and other > total for other in totals)
