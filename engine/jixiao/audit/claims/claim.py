"""One thing claimed, as an outcome."""

from __future__ import annotations

from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.fact import Fact

ROUNDED_TO_POINTS = "，自评是取整到分的数"
"""The end of a message about a claim in whole points."""


def claim_outcome(
    part: str,
    result: str,
    title: str,
    text: str,
    ground: Ground,
    *,
    indicator: str = "",
    changes_grade: bool = False,
) -> Outcome:
    """Give the outcome of comparing one part of a claim (总分, 得分, 比率 …)."""
    source = "·".join(filter(None, ("自评", part, result, indicator)))
    fact = Fact.of(
        "自评",
        来自=source,
        指标=indicator,
        项=part,
        结果=result,
        可改等级=changes_grade,
        题目=title,
        说明=text,
    )
    return Outcome(fact, ground)
