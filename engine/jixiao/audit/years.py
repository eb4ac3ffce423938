"""Years that a source prints where another one may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.case import Project, Statement
from jixiao.model.fact import Fact
from jixiao.model.finding import Level
from jixiao.model.wording import quoted
from jixiao.model.years import own_year


def year_outcomes(project: Project, year: int) -> Iterator[Outcome]:
    """Yield each statement whose printed year can't be right, or leaves its item without a figure of its own year.

    A figure of an earlier year beside this year's is what it says, unless it is this year's to the last digit.
    """
    told: set[tuple[str, int]] = set()
    for statements in project.statements.values():
        for one in statements:
            name = one.said_of or one.item
            if one.year is None or (name, one.year) in told:
                continue
            why = _suspicion(one, name, project, year)
            if why is not None:
                told.add((name, one.year))
                yield _outcome(one, name, *why)


def _suspicion(one: Statement, name: str, project: Project, year: int) -> tuple[str, Level] | None:
    """Tell what is wrong with the year of a statement, without its figure, and how grave; None where nothing is.

    What reaches no score and contradicts nothing is a hint.
    """
    own = own_year(name, year)
    own_figures = project.statements.get(name, ())
    if one.year is None or one.year == own:
        return None
    if not one.said_of:
        return f"印的是{one.year}年，按“采用”的理由用作{own}年的数", Level.MEDIUM
    if one.year > own:
        return f"印的是{one.year}年，晚于这里应是的{own}年，没有用于评分", Level.MEDIUM
    if any(one.quantity.base == other.quantity.base for other in own_figures) and _is_telling(one):
        return f"印的是{one.year}年，和{own}年的数分毫不差，可能是照抄，或年度印错", Level.MEDIUM
    if own_figures or any(whole.item == name and whole.complete for whole in project.breakdowns):
        return None
    return f"印的是{one.year}年，而没有{own}年的数，请单位核对年度", Level.LOW


def _is_telling(one: Statement) -> bool:
    """Whether a figure is so precise that it would hardly come again: 25.12, but not 10."""
    return one.quantity.value.denominator != 1


def _outcome(one: Statement, name: str, why: str, level: Level) -> Outcome:
    place = f"（{one.source}）" if one.source else ""
    text = f"{quoted(name)}{one.quantity}{place}{why}"
    fact = Fact.of(
        "年度",
        来自=f"年度·{name}·{one.year}",
        数据项=name,
        级别=level,
        题目=f"{quoted(name)}的年度可疑",
        说明=text,
    )
    return Outcome(fact, Ground((name,), (text,), (str(one.quantity), str(one.year))))
