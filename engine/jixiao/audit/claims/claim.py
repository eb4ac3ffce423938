"""One thing claimed, as an outcome."""

from __future__ import annotations

from jixiao.audit.outcome import Ground, Outcome
from jixiao.dataclass import dataclass
from jixiao.model.fact import Fact
from jixiao.model.finding import Level

ROUNDED_TO_POINTS = "，自评是取整到分的数"
"""The end of a message about a claim in whole points."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How grave an outcome is, where the rules do not say it for all of its kind."""

    level: Level | None = None
    changes_grade: bool = False
    under: str = ""
    """The part of the claim that cannot hold because of this one: both are told as one."""


PLAIN_WEIGHT = Weight()
"""Of an outcome of which the rules say all."""


def claim_outcome(
    part: str,
    result: str,
    title: str,
    text: str,
    ground: Ground,
    *,
    indicator: str = "",
    weight: Weight = PLAIN_WEIGHT,
) -> Outcome:
    """Give the outcome of comparing one part of a claim (总分, 得分, 比率 …)."""
    source = "·".join(filter(None, ("自评", part, result, indicator)))
    fact = Fact.of(
        "自评",
        来自=source,
        指标=indicator,
        项=part,
        结果=result,
        随=weight.under,
        可改等级=weight.changes_grade,
        级别=weight.level,
        题目=title,
        说明=text,
    )
    return Outcome(fact, ground)
