"""The facts that findings are joined with: indicators, what they rest on, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jixiao.audit.claims.totals import changes_grade
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.fact import Fact
from jixiao.model.wording import quoted

MAX_KEPT = 4_096
"""Most facts kept that are the same in case after case: a table has some dozens."""


def standing_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield a fact for the case, for each indicator and block, and for each item an indicator uses."""
    provisional = [one.indicator.name for one in evaluation.results if one.indicator.provisional]
    text = ""
    if provisional:
        text = f"指标表有{len(provisional)}项指标的分值或评分标准是推定的，没有正式文件印证，得分只供参考"
    case = Fact.of("案例", 案例=evaluation.case.id, 推定=bool(provisional), 说明=text)
    told = (f"推定的指标：{'、'.join(quoted(name) for name in provisional)}",) if provisional else ()
    yield Outcome(case, Ground((), told, (text,)))
    blocks = dict.fromkeys(block_of(one) for one in evaluation.results)
    for block in filter(None, blocks):
        yield _block(block)
    for result in evaluation.results:
        yield from _indicator(result, evaluation)


def _indicator(result: Result, evaluation: Evaluation) -> Iterator[Outcome]:
    name = result.indicator.name
    readings = _left_open(result)
    explanation = str(result.explanation)
    fact = Fact.of(
        "指标",
        指标=name,
        归类=block_of(result),
        状态=result.status,
        推定=result.indicator.provisional,
        口径=bool(readings),
        可改等级=_can_change_grade(result, evaluation),
        说明=explanation,
    )
    items = tuple(dict.fromkeys(figure.name for figure in result.figures))
    because = tuple(
        f"{one.assumption}：{one.explanation}" if one.assumption else str(one.explanation)
        for one in result.alternatives
    )
    yield Outcome(fact, Ground(items, because if readings else (), (explanation,)))
    for item in items:
        yield _reference(name, item, _is_harmless(item, result))


@lru_cache(maxsize=MAX_KEPT)
def _reference(name: str, item: str, is_harmless: bool) -> Outcome:
    return Outcome(Fact.of("引用", 指标=name, 数据项=item, 无碍=is_harmless), Ground((item,)))


@lru_cache(maxsize=MAX_KEPT)
def _block(name: str) -> Outcome:
    return Outcome(Fact.of("归类", 归类=name))


def _is_harmless(item: str, result: Result) -> bool:
    """Whether the score is the same for every value stated of an item, or a reviewer adopted one."""
    return item in result.conflicts and result.status is not Status.OPEN


def block_of(result: Result) -> str:
    """Give the block of an indicator: the last level of its 归类, or empty."""
    return result.indicator.category[-1] if result.indicator.category else ""


def _left_open(result: Result) -> bool:
    """Whether the score is open although every figure is there and none is disputed."""
    return (
        result.status is Status.OPEN and not result.missing and not result.conflicts and bool(result.figures)
    )


def _can_change_grade(result: Result, evaluation: Evaluation) -> bool:
    """Whether what is open or overclaimed here, by itself, carries the total across a grade."""
    claimed = result.high if result.claimed is None else result.claimed
    return claimed > result.low and changes_grade(evaluation, claimed - result.low)
