"""How far a plan is overrun, where a sentence names the plan and no number of it: 不超概算得6分，超概算5%以内得4分."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.standard import Amount, Clause, Deduct, End, Interval, Step, Words
from jixiao.quantity import Unit
from jixiao.scoring.words.context import RATES, Context
from jixiao.scoring.words.wording import words_of

_PLAN = "概算|预算|决算|限额|定额|标准|批复|编制|额度|规模|控制数|批复金额|概算金额|预算金额|计划投资|合同价|中标价"
_WITHIN = re.compile(
    f"[^，,不未没无超]{{0,10}}(?:不|未|没有|无)(?:超|超过|超出|突破)(?:过)?(?:批准|批复|核定|规定|项目|投资|总)?的?(?P<plan>{_PLAN})的?"
)
_BEYOND = re.compile(
    f"[^，,不未没无超]{{0,10}}(?:超|超过|超出|超支|突破)(?:批准|批复|核定|规定|项目|投资|总)?的?(?P<plan>{_PLAN})?的?"
)


def with_overrun(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Give the clauses of 不超概算得6分，超概算5%以内得4分 as values of how far the plan is overrun: none, up to 5 %.

    Of a rate nobody knows whether it is the overrun itself, or what was spent of the plan: it is left as it stands.
    """
    first = clauses[0] if clauses else None
    within = None if first is None else _WITHIN.fullmatch(words_of(first.subject))
    if first is None or within is None or not context.is_full(first) or context.name.endswith(RATES):
        return clauses
    plan = within["plan"]
    found = [_overrun(clause, plan) for clause in clauses[1:]]
    units = {unit for clause in found if clause is not None for unit in _units(clause)}
    if not found or None in found or len(units) != 1 or _may_step(clauses[1:]):
        return clauses
    none = End(Amount(Fraction(0), units.pop()), included=True, outright=True)
    start = first.read_as((Interval(None, none, first.subject[0].span, over=plan),))
    return (start, *(clause for clause in found if clause is not None))


def _may_step(clauses: tuple[Clause, ...]) -> bool:
    """Whether 超预算1%扣1分 alone may as well be of each 1 %."""
    costs = [one for one in clauses if isinstance(one.award, Deduct)]
    stepped = any(isinstance(one, Step) for clause in clauses for one in clause.subject)
    return len(costs) == len(clauses) == 1 and not stepped


def _units(clause: Clause) -> set[Unit]:
    ends = {end.amount.unit for one in clause.subject if isinstance(one, Interval) for end in one.ends}
    return ends | {one.amount.unit for one in clause.subject if isinstance(one, Step)}


def _overrun(clause: Clause, plan: str) -> Clause | None:
    """Give a clause as values of the overrun; None where it speaks of anything else."""
    match clause.subject:
        case (Words(text=text), Interval(bare=True, low=End() as low) as number) if _BEYOND.fullmatch(text):
            beyond = replace(low, included=False, outright=True)
            number = replace(number, low=beyond, high=None, bare=False)
            return _overrun(clause.read_as((clause.subject[0], number)), plan)
        case (Interval() as number,) | (Interval() as number, Words(text="的")):
            return clause.read_as((_beyond_none(number, plan),)) if _says_over(number) else None
        case (Words(text=text), Interval() as number) if said := _BEYOND.fullmatch(text):
            return None if said["plan"] not in (None, plan) else clause.read_as((_beyond_none(number, plan),))
        case (Step(direction="over") as step,):
            return clause.read_as((step,))
        case (Words(text=text), Step(direction="over") as step) if said := _BEYOND.fullmatch(text):
            return None if said["plan"] not in (None, plan) else clause.read_as((step,))
        case _:
            return None


def _says_over(number: Interval) -> bool:
    """Whether a number without words before it is said to be exceeded: 超过10%的."""
    return number.high is None and number.low is not None and not number.low.included


def _beyond_none(number: Interval, plan: str) -> Interval:
    """Leave none out of 超概算5%以内: where nothing is overrun, the clause does not speak."""
    if number.bare and number.low is not None:
        return replace(number, over=plan)
    if number.low is not None or number.high is None:
        return replace(number, over=plan)
    none = End(Amount(ZERO, number.high.amount.unit), included=False, outright=True)
    return replace(number, low=none, over=plan)
