"""Limits: where full marks begin and end, which steps are counted from."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.standard import Add, Amount, Clause, Deduct, Interval, Phrase, Step, Words
from jixiao.quantity import PLAIN, RANK, counts_alike, find_unit
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.named.goals import goal_in, reached
from jixiao.scoring.words.wording import counted_in, words_of

PLANNED = Amount(Fraction(100), find_unit("%"))
_LATE = ("延迟", "推迟", "拖延", "延后", "逾期", "延误", "延期", "超期", "滞后")
_REACHED = ("达", "为", "是", "=")
"""How a number is written where points begin to be added, whichever way: 漏损率达到11%得5分，每降低1%加1分."""
PLAN = ("计划", "目标", "任务", "标准")
Limits = tuple[Amount | None, Amount | None]
"""The lowest and the highest value with full marks; None where that side costs nothing."""


def step_of(clause: Clause) -> Step | None:
    """Give the 每超过… of a clause, if it has one."""
    return next((phrase for phrase in clause.subject if isinstance(phrase, Step)), None)


def steps_of(rated: list[Clause]) -> list[Step]:
    """Give the steps of clauses that have one each."""
    return [step for clause in rated if (step := step_of(clause)) is not None]


def limits_of(others: list[Clause], rated: list[Clause], context: Context) -> Limits | None:
    """Give where full marks begin and end, as the sentence says it."""
    if others:
        subject, words = _with_goal(others[0].subject, rated), words_of(others[0].subject)
        interval = context.condition(subject) or counted_in(subject)
        if (
            interval is None
            and (words.startswith(("全面完成", "全部完成")) or _meets_goal(words))
            and _of_ratio(rated)
        ):
            return PLANNED, PLANNED
        late = _on_time(others[0], rated, context)
        if late is not None:
            return None, late
        if interval is None or (others[0].award is None and not _is_stated(interval, rated)):
            return None
        low, high = interval.low, interval.high
        if any(isinstance(clause.award, Add) for clause in rated):
            is_reached = context.folded(interval.span).startswith(_REACHED)
            if not is_reached and any(_turns_back(clause, interval) for clause in rated):
                return None
            low, high = low or high, high or low
        return (low.amount if low else None), (high.amount if high else None)
    return _unsaid(rated, context)


def _meets_goal(words: str) -> bool:
    goal = goal_in(words)
    return goal is not None and goal.operator in ("", "≥")


def _with_goal(subject: tuple[Phrase, ...], rated: list[Clause]) -> tuple[Phrase, ...]:
    """Let a bare amount be what is wanted at least, where each step short of it costs points: 建成1.5万亩得8分，每少500亩扣1分."""
    steps = steps_of(rated)
    short = _all_cost(rated) and all(step.direction == "under" for step in steps)

    def wanted(phrase: Phrase) -> Phrase:
        if not isinstance(phrase, Interval) or not phrase.bare or phrase.low is None or not short:
            return phrase
        unit = phrase.low.amount.unit
        alike = all(step.amount.unit != PLAIN and counts_alike(unit, step.amount.unit) for step in steps)
        wanted_least = alike and unit != RANK and not unit.dimension.is_ratio
        return replace(phrase, high=None, bare=False) if wanted_least else phrase

    return tuple(map(wanted, subject))


def _is_stated(interval: Interval, rated: list[Clause]) -> bool:
    """Whether a sentence of its own says what is wanted, and all steps cost points from there: 不低于95%。每低1个百分点扣1分."""
    return (
        not interval.bare and _all_cost(rated) and all(goes_from(interval, step) for step in steps_of(rated))
    )


def _all_cost(rated: list[Clause]) -> bool:
    return all(isinstance(clause.award, Deduct) for clause in rated)


def _unsaid(rated: list[Clause], context: Context) -> Limits | None:
    """Give the limits where no clause says full marks: what the steps go from, or the goal that they name."""
    if context.base is not None:
        return context.base, context.base
    said = [limits for clause in rated if (limits := _beyond(clause, context))]
    if said:
        return said[0]
    words = "".join(one.text for clause in rated for one in clause.subject if isinstance(one, Words))
    step = step_of(rated[0])
    if step is None:
        return None
    if (late := _no_delay(rated, context)) is not None:
        return None, late
    if context.target is not None and any(word in context.cite(step.span) for word in PLAN):
        goal = reached(context.target)
        return (goal.low.amount if goal.low else None), (goal.high.amount if goal.high else None)
    planned = any(word in words for word in PLAN) and step.amount.unit.dimension.is_ratio
    return (PLANNED, PLANNED) if planned else None


def _turns_back(clause: Clause, interval: Interval) -> bool:
    """Whether steps add points on the side where the condition for the first points no longer holds."""
    step = step_of(clause)
    if step is None or not isinstance(clause.award, Add):
        return False
    return interval.low is None if step.direction == "over" else interval.high is None


def _of_ratio(rated: list[Clause]) -> bool:
    return all(step.amount.unit.dimension.is_ratio and step.direction == "under" for step in steps_of(rated))


def _on_time(start: Clause, rated: list[Clause], context: Context) -> Amount | None:
    """Give no delay at all, which “及时拨付得5分，每延迟10天扣1分” counts steps from."""
    return _no_delay(rated, context) if words_of(start.subject) else None


def _no_delay(rated: list[Clause], context: Context) -> Amount | None:
    late = [step for step in steps_of(rated) if any(word in context.folded(step.span) for word in _LATE)]
    return Amount(Fraction(0), late[0].amount.unit) if len(late) == len(rated) else None


def _beyond(clause: Clause, context: Context) -> Limits | None:
    """Give the limit that “低于60%的，每降低1%” or “≥90%，每降低1%” speaks from, where no clause says full marks."""
    rest = tuple(phrase for phrase in clause.subject if not isinstance(phrase, Step))
    interval = context.condition(rest) if rest else None
    step = step_of(clause)
    if interval is None or step is None:
        return None
    if interval.low is not None and interval.low == interval.high:  # 应为100%，每差2个百分点扣0.5分
        return interval.low.amount, interval.low.amount
    if (interval.low is None) == (interval.high is None):
        return None
    if isinstance(clause.award, Deduct) and goes_from(interval, step):
        return (interval.low.amount if interval.low else None), (
            interval.high.amount if interval.high else None
        )
    if not isinstance(rest[-1], Interval):
        return (
            None  # 40公斤以下，提供票据，每少于5公斤: what is wanted stands in a list, and is the wrong way
        )
    low, high = interval.high, interval.low
    if any(end.included and not end.by_statute for end in interval.ends):
        return None  # 标准≤90%，每少1%: of what is wanted, and the wrong way
    return (low.amount if low else None), (high.amount if high else None)


def goes_from(interval: Interval, step: Step) -> bool:
    """Whether steps go away from values that earn all: ≥90%，每降低1%."""
    return all(end.included for end in interval.ends) and step.direction == (
        "under" if interval.low else "over"
    )
