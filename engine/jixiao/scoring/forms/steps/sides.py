"""What steps on each side of the limits cost or add, and whether they measure what the limits do."""

from __future__ import annotations

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import Add, Amount, Clause, Deduct, Direction, Interval, Remark, Step, Words
from jixiao.quantity import PLAIN, counts_alike, inexact, is_share
from jixiao.scoring.forms.steps.limits import PLAN, Limits, goes_from, step_of, steps_of
from jixiao.scoring.forms.steps.rate import Rate
from jixiao.scoring.forms.steps.turned import turned
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.signs import CAUSED, declines
from jixiao.scoring.words.wording import hides_rule


def sides_of(
    rated: list[Clause], limits: Limits, context: Context, *, alone: bool, named: bool
) -> dict[Direction, Rate]:
    """Give what each step costs or adds, by side; raises LanguageError for what is no plain step from the limits.

    `alone`: no other clause says full marks. `named`: words beside a step must name the value.
    """
    sides: dict[Direction, Rate] = {}
    for clause in rated:
        step = _turned(step_of(clause), limits, context)
        if step is None or not isinstance(clause.award, Deduct | Add):
            raise LanguageError.at("每一步应写明扣几分，如“每超过1%扣1分”", clause.span)
        _check_rest(clause, step, limits, context, alone=alone, named=named)
        points = context.cost_of(clause.award) if isinstance(clause.award, Deduct) else -clause.award.value
        if step.amount.base <= 0 or not points:
            raise LanguageError.at("步长和每步扣分必须大于零", step.span)
        rate = Rate(_in_unit(step.amount, limits), points, context.cite(clause.span))
        for side in ("over", "under") if step.direction == "off" else (step.direction,):
            if limits[1 if side == "over" else 0] is None or side in sides:
                message = f"“{context.cite(step.span)}”与得满分的条件方向不一致"
                raise LanguageError.at(message, step.span)
            sides[side] = rate
        if step.direction == "over" and _around_zero(limits):
            sides["under"] = rate
    return sides


def _in_unit(amount: Amount, limits: Limits) -> Amount:
    """Give a step in the unit of the limits, where the two say the same: 5个工作日, 每超1天."""
    unit = next(end.unit for end in limits if end is not None)
    apart = amount.unit.dimension != unit.dimension and not is_share(amount.unit, unit)
    return Amount(amount.value, unit) if apart and PLAIN not in (amount.unit, unit) else amount


def _turned(step: Step | None, limits: Limits, context: Context) -> Step | None:
    """Let 每超支1% go down from the limit of a 节约率, and 每下降一名 up from the first place."""
    if step is None:
        return None
    if (by_place := turned(step, (one for one in limits if one is not None))) != step:
        return by_place
    if not context.name.endswith(("节约率", "结余率")) or "超支" not in context.folded(step.span):
        return step
    return replace(step, direction="under")


def _around_zero(limits: Limits) -> bool:
    """Whether full marks lie within ±5%: what goes beyond, goes beyond on both sides."""
    low, high = limits
    return low is not None and high is not None and low.base == -high.base != 0


def _check_rest(
    clause: Clause, step: Step, limits: Limits, context: Context, *, alone: bool, named: bool
) -> None:
    """See that what else stands in a step's clause repeats the limit or names the value.

    `alone`: no clause says full marks, so that ≥90% before 每降低1% does.
    """
    match clause.subject:
        case (Words(text=text), Interval() as interval, Step()) if declines(text):
            interval = context.condition(clause.subject[:2]) or interval
            if _reaches(interval, step, limits, context):
                return
    for phrase in clause.subject:
        match phrase:
            case Step():
                continue
            case Remark(plain=True):
                continue
            case Words(text=text) if (
                CAUSED.fullmatch(text) or _names_value(text, context) or not (named or hides_rule(text))
            ):
                continue
            case Interval() if alone and (goes_from(phrase, step) or phrase.low == phrase.high):
                continue
            case Interval() if _repeats(phrase, step, limits) or _reaches(phrase, step, limits, context):
                continue
        cited = context.cite(phrase.span)
        if isinstance(phrase, Interval):
            text = (
                f"无法理解“{cited}”在这里的意思：每步扣分只能有一种，从得满分的界限算起；其他的段请写明得几分"
            )
            raise LanguageError(text, phrase.span.start, len(cited))
        raise LanguageError(f"无法理解“{cited}”在这里的意思", phrase.span.start, len(cited))


def _names_value(text: str, context: Context) -> bool:
    """Whether words before a step name the value, the plan, or what was compared before in short: 整改率 for 问题整改率."""
    short = len(text) > 1 and any(one.endswith(text) for one in context.quantities)
    return short or context.means_value(text) or any(word in text for word in PLAN)


def _reaches(interval: Interval, step: Step, limits: Limits, context: Context) -> bool:
    """Whether “98%＞率≥90%的，每低…” goes from the limit to where nothing is earned any more."""
    if interval.low is None or interval.high is None:
        return False
    near, far = interval.high.amount.base, interval.low.amount.base
    limit = limits[0]
    if step.direction == "over":
        near, far, limit = far, near, limits[1]
    return limit is not None and near == limit.base and far in context.nothing_at


def _repeats(interval: Interval, step: Step, limits: Limits) -> bool:
    """Whether “>0” before 每超过 says again where full marks end."""
    if interval.outside:
        ends = (interval.low.amount.base, interval.high.amount.base) if interval.low and interval.high else ()
        return ends == tuple(one.base for one in limits if one)
    if step.direction == "over" and interval.low and not interval.high:
        return limits[1] is not None and interval.low.amount.base == limits[1].base
    if step.direction == "under" and interval.high and not interval.low:
        return limits[0] is not None and interval.high.amount.base == limits[0].base
    return False


def in_one_unit(limits: Limits, rated: list[Clause]) -> bool:
    """Whether steps measure what the limits do: 完成年度任务得5分，每少1公里扣1分 and 达到100人，每少1场 do not.

    A percentage of an amount is a share of it, and read so by `Rate.step`. Raises LanguageError
    where how many steps there are can't be told: 不超过3个月，每超1天.
    """
    pairs = [(end.unit, step) for end in limits if end is not None for step in steps_of(rated)]
    for unit, step in pairs:
        if inexact(unit, step.amount.unit):
            message = f"“{unit.name}”与“{step.amount.unit.name}”算不到一起，请换成同一个单位"
            raise LanguageError.at(message, step.span)
    return all(
        counts_alike(unit, step.amount.unit) or is_share(step.amount.unit, unit) for unit, step in pairs
    )
