"""How an indicator came out, in sentences, made when somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.case import Statement
from jixiao.model.evaluation import MAX_TOLD, Figure, Status
from jixiao.model.told import Told
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.scoring.indicator.evidence import Evidence
from jixiao.scoring.indicator.explain import WayTold


@dataclass(frozen=True, slots=True)
class ResultTold(Told):
    """How an indicator came out, in sentences."""

    ways: tuple[WayTold, ...]
    best: WayTold
    status: Status
    disputed: tuple[Evidence, ...]
    missing: tuple[str, ...]
    impossible: tuple[Statement, ...] = ()

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
        yield from map(impossible_told, self.impossible)

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


def impossible_told(statement: Statement) -> str:
    """Say that a figure can't be, where it stands, and why."""
    assert statement.impossible is not None
    place = f"（{statement.source}）" if statement.source else ""
    return f"{quoted(statement.item)}所写{statement.quantity}{place}不可能：{statement.impossible.word}，不作计算"


SUM = "明细合计"
"""How the source of a figure begins that is the sum of parts."""


def _dispute(evidence: Evidence, status: Status) -> str:
    """Say that an item's statements differ, and what that means for the score."""
    stated: dict[Fraction, Figure] = {}
    for figure in evidence.figures:
        stated.setdefault(figure.quantity.base, figure)
    said = [f"{one.quantity}（{one.source}）" for one in stated.values() if not one.source.startswith(SUM)]
    sums = [f"{one.quantity}（{one.source}）" for one in stated.values() if one.source.startswith(SUM)]
    several = f"有{len(said)}个不同的数：" if len(said) > 1 or not sums else "印作"
    added = f"，另由明细相加得{'、'.join(sums)}" if sums else ""
    text = f"{quoted(evidence.item)}{several}{'、'.join(said)}{added}"
    adopted = next((figure for figure in evidence.figures if figure.note and figure.used), None)
    if adopted is not None:
        return f"{text}；采用{adopted.quantity}，理由：{adopted.note}"
    return f"{text}；取哪一个得分都一样" if status is not Status.OPEN else text
