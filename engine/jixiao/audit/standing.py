"""The facts that findings are joined with: indicators, what they rest on, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from jixiao.audit.claims.totals import changes_grade
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.fact import Fact
from jixiao.model.wording import quoted
from jixiao.quantity import points_text

MAX_NAMED = 5
"""Most indicators named that keep a case from a conclusion."""
MAX_KEPT = 4_096
"""Most facts kept that are the same in case after case: a table has some dozens."""


def standing_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield a fact for the case, for each indicator and block, and for each item an indicator uses."""
    provisional = [one.indicator.name for one in evaluation.results if one.indicator.provisional]
    text = ""
    if provisional:
        text = f"指标表有{len(provisional)}项指标的分值或评分标准是推定的，没有正式文件印证，得分只供参考"
    case = Fact.of(
        "案例",
        案例=evaluation.case.id,
        推定=bool(provisional),
        说明=text,
        有自评=_claims_something(evaluation),
        等级已定=_is_settled(evaluation),
        还缺=_lacking(evaluation),
    )
    told = (f"推定的指标：{'、'.join(quoted(name) for name in provisional)}",) if provisional else ()
    yield Outcome(case, Ground((), told, (text,)))
    blocks = dict.fromkeys(block_of(one) for one in evaluation.results)
    for block in filter(None, blocks):
        yield _block(block)
    for result in evaluation.results:
        yield from _indicator(result, evaluation)


def _claims_something(evaluation: Evaluation) -> bool:
    claim = evaluation.project.claim
    return claim.total is not None or any(
        one.score is not None or one.deduction is not None for one in claim.indicators.values()
    )


def _is_settled(evaluation: Evaluation) -> bool:
    """Whether nothing that is open could change the grade, or, where the table has no grades, the total."""
    return len(evaluation.grades) == 1 if evaluation.ruleset.grades else evaluation.low == evaluation.high


def _lacking(evaluation: Evaluation) -> str:
    """Say what is missing for a conclusion, most points first."""
    waiting = sorted(
        (one for one in evaluation.results if one.counts and one.status is Status.OPEN),
        key=lambda one: one.low - one.high,
    )
    lacks = [] if _claims_something(evaluation) else ["没有自评"]
    if waiting:
        at_stake = points_text(sum((one.high - one.low for one in waiting), Fraction(0)))
        named = "、".join(
            f"{quoted(one.indicator.name)}{points_text(one.high - one.low)}分" for one in waiting[:MAX_NAMED]
        )
        more = "等" if len(waiting) > MAX_NAMED else ""
        lacks.append(f"{named}{more}{len(waiting)}项待定，共{at_stake}分")
    if not lacks and evaluation.low != evaluation.high:
        lacks.append(f"总分在{points_text(evaluation.low)}至{points_text(evaluation.high)}分之间")
    return "；".join(lacks)


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
        说明=_by_readings(result) if readings else explanation,
    )
    items = tuple(dict.fromkeys(figure.name for figure in result.figures))
    because = tuple(
        f"{one.assumption}：{one.explanation}" if one.assumption else str(one.explanation)
        for one in result.alternatives
    )
    yield Outcome(fact, Ground(items, because if readings else (), (explanation,)))
    for item in items:
        yield _reference(name, item, _is_harmless(item, result))


def _by_readings(result: Result) -> str:
    """Say what each reading gives, figures first; how each is worked out stands among the reasons."""
    ways = [one for one in result.alternatives if one.assumption]
    if len(ways) < 2 or len({(one.low, one.high) for one in ways}) < 2:
        return str(result.explanation)
    assumed = [str(one.assumption) for one in ways]
    question = assumed[0].partition("：")[0] + "："
    asked = question if all(one.startswith(question) for one in assumed) else ""
    shown = asked + "、".join(
        f"{said.removeprefix(asked)}得{points_text(one.low)}{f'～{points_text(one.high)}' if one.low != one.high else ''}分"
        for said, one in zip(assumed[:MAX_NAMED], ways, strict=False)
    )
    own = "" if result.claimed is None else f"；自评{points_text(result.claimed)}分"
    value = f"{result.value_text}，" if result.value_text else ""
    return f"{quoted(result.indicator.name)}{value}{shown}{own}"


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
    """Whether the score is open although every figure is there, none is disputed, and none is near a bound."""
    settled = not (result.missing or result.conflicts or result.near_bound)
    return result.status is Status.OPEN and settled and bool(result.figures)


def _can_change_grade(result: Result, evaluation: Evaluation) -> bool:
    """Whether what is open or overclaimed here, by itself, carries the total across a grade."""
    claimed = result.high if result.claimed is None else result.claimed
    return claimed > result.low and changes_grade(evaluation, claimed - result.low)
