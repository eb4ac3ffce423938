"""Checks of a project as outcomes: those that figures miss, and those they only just meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.tell import calculation, figures_told, looks_like, message
from jixiao.audit.outcome import Outcome
from jixiao.model.fact import Fact
from jixiao.model.finding import LEVEL_NAMES

TELLING = ("不符", "舍入")
"""Results that a reviewer may have to look at."""


def check_outcomes(ran: Iterable[Ran]) -> Iterator[Outcome]:
    """Yield what the checks found wrong; what holds or can't be decided is no outcome."""
    for one in ran:
        if one.result in TELLING:
            yield _outcome(one)


def _outcome(ran: Ran) -> Outcome:
    check = ran.compiled.check
    slip, hint = looks_like(ran)
    told = message(ran)
    fact = Fact.of(
        "核查",
        来自=f"核查·{check.id}",
        核查=check.id,
        类别=check.category,
        结果=ran.result,
        数据项=ran.compiled.subject,
        缺项="是" if ran.absent else "否",
        样子=slip,
        级别=LEVEL_NAMES[check.level] if check.level else "",
        题目=check.name,
        说明=f"{told}。{hint}" if hint else told,
    )
    note = (check.note,) if check.note else ()
    because = (*figures_told(ran), calculation(ran), *note)
    figures = tuple(str(one.quantity) for one in ran.taken.values())
    return Outcome(fact, items_of(ran), because, figures)


def items_of(ran: Ran) -> tuple[str, ...]:
    """Give the items that a check rests on; a part stands for the item it is part of."""
    return tuple(dict.fromkeys(name.split("·")[0] for name in ran.taken))
