"""Steps from nothing on: 每100万元得1分, 每完成10%得1分, 每10万元扣1分, of an amount that the value is."""

from __future__ import annotations

import re

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.standard import Add, Amount, Clause, Deduct, Points, Step
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.steps.limits import Limits, step_of
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of

_EACH = re.compile(
    "每(?:新增|达到|完成|实现|增加|满|涉及)?(?:金额|资金)?(?=[\\d零一二两三四五六七八九十百千万])"
)
"""How a step begins that goes no way from a limit."""
_NONE = re.compile("^(?:没有|未|无|零)|(?:没有|未|无)(?:发现|查出|发生|出现)?$")
"""How words begin, or end, that say that there is nothing of the amount."""


def from_nothing(others: list[Clause], rated: list[Clause], context: Context) -> Limits | None:
    """Give nothing as the limit that steps are counted from, where a sentence only says what each so much earns or costs.

    Beside it may only stand what earns all where there is nothing: 未查出的得5分. None for any other sentence.
    """
    if len(rated) != 1 or len(others) > 1:
        return None
    (clause,) = rated
    step = step_of(clause)
    if step is None or step.amount.unit == PLAIN:
        return None
    if not _EACH.match(context.folded(step.span)):
        return None
    costs = isinstance(clause.award, Deduct)
    if step.amount.unit.dimension.is_ratio and (costs or others):
        return None
    if others and not (costs and _NONE.search(words_of(others[0].subject)) and context.is_full(others[0])):
        return None
    return None, Amount(ZERO, step.amount.unit)


def as_gains(rated: list[Clause]) -> list[Clause]:
    """Let 每100万元得1分 add what it gives, and 每10%得1分 go up from nothing."""
    return [
        replace(_upward(clause), award=Add(clause.award.value, clause.award.span))
        if isinstance(clause.award, Points) and clause.award.kind == "number"
        else clause
        for clause in rated
    ]


def _upward(clause: Clause) -> Clause:
    subject = (replace(one, direction="over") if isinstance(one, Step) else one for one in clause.subject)
    return replace(clause, subject=tuple(subject))
