"""Checks of a project as outcomes: those that figures miss, and those they only just meet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jixiao.audit.checks.compiled import ORIGINS
from jixiao.audit.checks.follows import follows_from, shares_followed
from jixiao.audit.checks.gap import Figures
from jixiao.audit.checks.habit import shares_by_habit
from jixiao.audit.checks.made_up import MadeUp, made_up
from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.tell import (
    calculation,
    excess_message,
    figures_told,
    items_of,
    looks_like,
    message,
    title,
)
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.stated import Stated, Statements
from jixiao.model.check import Category, CheckResult
from jixiao.model.fact import Fact
from jixiao.model.finding import Level
from jixiao.model.wording import quoted

TELLING = (CheckResult.FAILS, CheckResult.ROUNDING)
"""Results that a reviewer may have to look at."""


def check_outcomes(
    ran: Iterable[Ran], papers: Statements, excepted: Collection[str] = ()
) -> Iterator[Outcome]:
    """Yield what the checks found wrong; what holds or can't be decided is no outcome.

    `papers`: whose figures a difference may be one of. `excepted`: ids of checks that do not hold for such a unit
    (例外); their difference is a hint where it is another figure of the report, and nothing else.
    """
    every = tuple(ran)
    each, habits = shares_by_habit(every)
    telling = [one for one in each if one.result in TELLING]
    if telling:
        figures, explained = Figures(papers), follows_from(every) | shares_followed(every)
        for one in telling:
            gap, cover = figures.equal_to_gap(one), made_up(one, papers)
            is_excepted = one.compiled.check.id in excepted
            if (is_excepted and gap is None) or (cover is not None and cover.whole):
                continue
            disputed = explained.get(one.compiled.check.id, "")
            yield _outcome(one, gap, disputed, cover, is_hint=is_excepted)
    yield from habits


def _outcome(ran: Ran, gap: Stated | None, disputed: str, cover: MadeUp | None, *, is_hint: bool) -> Outcome:
    """Give the outcome of a check.

    `gap` is the figure that its sides differ by, `disputed` the item it follows, `cover` what may make up for it.
    """
    check = ran.compiled.check
    slip, hint = looks_like(ran)
    if gap is not None:
        hint = f"差额正好等于{quoted(gap.name)}{gap.text}"
    told = message(ran) if cover is None else excess_message(ran, cover.percent, cover.asks)
    level = Level.LOW if is_hint or (cover is not None and cover.enough) else _level(ran)
    fact = Fact.of(
        "核查",
        来自=f"核查·{check.id}",
        来历=_origin(check.id),
        核查=check.id,
        类别=check.category,
        结果=ran.result,
        数据项=ran.compiled.subject,
        缺项=bool(ran.absent),
        样子=slip,
        差额="" if gap is None else gap.name,
        随=disputed,
        级别=level,
        题目=title(ran),
        说明=f"{told}。{hint}" if hint else told,
    )
    note = (check.note,) if check.note and check.note not in told else ()
    because = (*figures_told(ran), calculation(ran), *note)
    figures = tuple(f"{one.name} {one.quantity}" for one in ran.stated)
    return Outcome(fact, Ground(items_of(ran), because, figures))


def _origin(identity: str) -> str:
    first = identity.split("·", maxsplit=1)[0]
    return first if first in ORIGINS else "核查"


def _level(ran: Ran) -> Level:
    """Give how grave a miss is: what the check says, else by what it compares.

    Figures that contradict each other are high; a ratio misstated, or figures that may be
    explained by one that is not stated, medium; what printing may explain, low.
    """
    check = ran.compiled.check
    if ran.result is CheckResult.ROUNDING:
        return Level.LOW
    is_medium = ran.absent or check.category in _MEDIUM or _is_rate(ran) or _is_of_nothing(ran)
    return check.level or (Level.MEDIUM if is_medium else Level.HIGH)


_MEDIUM = (Category.SHARE, Category.RATIO, Category.CORROBORATION)


def _is_of_nothing(ran: Ran) -> bool:
    """Whether something is said to be part of what is printed as 0: it is rather kept under another head."""
    return ran.compiled.check.category is Category.AT_MOST and not ran.comparing.right


def _is_rate(ran: Ran) -> bool:
    one = ran.taken.get(ran.compiled.subject)
    return one is not None and one.quantity.unit.dimension.is_ratio
