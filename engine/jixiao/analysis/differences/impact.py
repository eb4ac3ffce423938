"""What a change of a table does to every case of a case base."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from jixiao.analysis.differences.carried import Carrying, needs_carrying
from jixiao.dataclass import replace
from jixiao.model.case import Case, IndicatorClaim, OwnIndicator, Project, Rating
from jixiao.model.difference import CaseImpact, Impact, Mover, Standing
from jixiao.model.evaluation import Evaluation, Result
from jixiao.scoring.evaluate import results_of, settle_results
from jixiao.scoring.program.program import Program

T = TypeVar("T")
Renamed = Mapping[str, str]
"""Name before → name after, of every indicator that is kept."""


def impact_of(
    cases: Iterable[Case], old: Program, new: Program, renamed: Renamed, passed_over: int = 0
) -> Impact:
    """Evaluate every case by both tables; raises Refused where one does not fit either."""
    runs = _Runs(old, new, renamed)
    return Impact(_ranked([one for case in cases for one in runs.compare(case)]), passed_over)


class _Runs:
    """Both tables made ready: what both score alike is worked out once."""

    def __init__(self, old: Program, new: Program, renamed: Renamed) -> None:
        self._old, self._new, self._renamed = old, new, renamed
        self._keeps_names = all(name == before for before, name in renamed.items())
        self._removed = {rule.indicator.name for rule in old.rules} - renamed.keys()
        before = {rule.indicator.name: rule for rule in old.rules} if self._keeps_names else {}
        self._alike = {
            name: before[name].indicator
            for name, rule in ((rule.indicator.name, rule) for rule in new.rules)
            if name in before and rule.scores_as(before[name])
        }
        self._carrying = _carrying(old, new, renamed)

    def compare(self, case: Case) -> Iterator[CaseImpact]:
        """Yield what the change does to each project of a case; raises Refused."""
        carried = case if self._carries(case) else self._carried(case)
        for before, after in zip(case.evaluated, carried.evaluated, strict=True):
            found = results_of(before, self._old)
            known = {
                one.indicator.name: one
                for one in found
                if self._alike.get(one.indicator.name) is one.indicator
            }
            yield _compare(
                settle_results(case, before, self._old, found),
                settle_results(carried, after, self._new, results_of(after, self._new, known)),
                self._renamed,
            )

    def _carries(self, case: Case) -> bool:
        """Whether a case says nothing of an indicator that is renamed or removed, or whose rules are."""
        named = (name for one in (case.whole, *case.projects) for kind in _named(one) for name in kind)
        moved = self._removed | self._carrying.keys()
        return self._keeps_names and (not moved or moved.isdisjoint(named))

    def _carried(self, case: Case) -> Case:
        return _carried(_rated_anew(case, self._carrying), self._renamed, self._removed)


def _carrying(old: Program, new: Program, renamed: Renamed) -> dict[str, Carrying]:
    """Give the indicators, by their old names, whose ratings are not read alike by both tables."""
    after = {rule.indicator.name: rule for rule in new.rules}
    pairs = [
        (rule, after[renamed[rule.indicator.name]])
        for rule in old.rules
        if renamed.get(rule.indicator.name) in after
    ]
    return {one.indicator.name: Carrying(one, other) for one, other in pairs if needs_carrying(one, other)}


def _rated_anew(case: Case, carrying: Mapping[str, Carrying]) -> Case:
    """Give a case whose ratings speak of small rules as the new table calls them."""

    def anew(project: Project) -> Project:
        ratings = {
            name: carrying[name].carried(ratings) if name in carrying else ratings
            for name, ratings in project.ratings.items()
        }
        return replace(project, ratings=ratings)

    return replace(case, whole=anew(case.whole), projects=tuple(map(anew, case.projects)))


def _named(project: Project) -> tuple[Mapping[str, object], ...]:
    """Give what a project says of indicators, by their names."""
    return project.ratings, project.claim.indicators, project.own, project.chosen


def _carried(case: Case, renamed: Renamed, removed: Collection[str]) -> Case:
    """Give the case with what it says of indicators under their new names; of removed ones, nothing."""
    return replace(
        case,
        whole=_carried_project(case.whole, renamed, removed),
        projects=tuple(_carried_project(one, renamed, removed) for one in case.projects),
    )


def _carried_project(project: Project, renamed: Renamed, removed: Collection[str]) -> Project:
    ratings: dict[str, tuple[Rating, ...]] = {
        name: tuple(replace(one, indicator=name) for one in ratings)
        for name, ratings in _kept(project.ratings, renamed, removed).items()
    }
    claims: dict[str, IndicatorClaim] = {
        name: replace(claim, indicator=name)
        for name, claim in _kept(project.claim.indicators, renamed, removed).items()
    }
    own: dict[str, tuple[OwnIndicator, ...]] = _kept(project.own, renamed, removed)
    return replace(
        project,
        statements={renamed.get(name, name): said for name, said in project.statements.items()},
        ratings=ratings,
        claim=replace(project.claim, indicators=claims),
        own=own,
        chosen=_kept(project.chosen, renamed, removed),
    )


def _kept(named: Mapping[str, T], renamed: Renamed, removed: Collection[str]) -> dict[str, T]:
    """Give what is said, under new names, but for what is removed; what the table does not name (总体, 自设) stays."""
    return {renamed.get(name, name): one for name, one in named.items() if name not in removed}


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
    names = [renamed.get(one.indicator.name, one.indicator.name) for one in old]
    pairs = [
        *zip(old, [after.pop(name, None) for name in names], strict=True),
        *((None, one) for one in after.values()),
    ]
    moved = [_mover(*pair) for pair in pairs if pair[0] is not pair[1] and _score(pair[0]) != _score(pair[1])]
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
    totals = [(one.old.total, one.new.total) for one in cases]
    both = [(old, new) for old, new in totals if old is not None and new is not None]
    before, after = _ranks([old for old, _ in both]), _ranks([new for _, new in both])
    return tuple(
        one if old is None or new is None else replace(one, old_rank=before[old], new_rank=after[new])
        for one, (old, new) in zip(cases, totals, strict=True)
    )


def _ranks(totals: Iterable[Fraction]) -> dict[Fraction, int]:
    """Give the rank of each total: one more than there are higher ones."""
    ranks: dict[Fraction, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), start=1):
        ranks.setdefault(total, place)
    return ranks
