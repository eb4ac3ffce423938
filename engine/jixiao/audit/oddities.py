"""What only the text of a report shows: facts for finding rules, each told once, with every place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.claims.execution import LOW_EXECUTION, is_execution
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.stated import Statements
from jixiao.language.formula import plain_name
from jixiao.model.evaluation import Evaluation
from jixiao.model.fact import Fact
from jixiao.model.reading import Oddity, OddityKind
from jixiao.model.wording import quoted
from jixiao.quantity import percent_text

MAX_PLACES = 3
"""Most places told of one thing."""
MAX_NUMBERED = 60
"""Most characters of the words by which a fact is known."""
WRONG, ROUNDED, UNSPENT = "不符", "舍入", "与执行不称"
ODD = (WRONG, ROUNDED, UNSPENT)
"""How what is odd may come out (结果)."""
_BUDGET, _OUTCOME = "全年预算数", "全年执行数"
_DERIVED = f"{_OUTCOME} ÷ {_BUDGET}"
"""What the rate is called where the report prints none that is as low."""
_ASIDE = ("采购", "三公", "政府性基金")
"""Rates that are of a part of the spending."""
_TITLES = {
    OddityKind.YEAR: "年度与上下文不合",
    OddityKind.UNIT: "单位与上下文不合",
    OddityKind.RATIO: "印出的算式不对",
    OddityKind.SUM: "印出的算式不对",
    OddityKind.PARTS: "一份报告里有两份，写得不一样",
    OddityKind.ALL_DONE: "写着全部完成，而预算执行偏低",
    OddityKind.CLAIM: "比率前后不一",
}


def oddity_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield what is odd in the reports that the case was read from; nothing of a case file."""
    found: dict[tuple[OddityKind, str], list[tuple[str, Oddity]]] = {}
    for report, odd in evaluation.case.oddities:
        found.setdefault((odd.kind, odd.text), []).append((report, odd))
    done = [each for (kind, _), each in found.items() if kind is OddityKind.ALL_DONE]
    if done:
        yield from _all_done(evaluation, [one for each in done for one in each])
    for (kind, _), each in found.items():
        if kind is not OddityKind.ALL_DONE:
            yield _outcome(evaluation, each, ROUNDED if each[0][1].rounded else WRONG, each[0][1].text)


def _outcome(
    evaluation: Evaluation,
    each: list[tuple[str, Oddity]],
    result: str,
    text: str,
    because: tuple[str, ...] = (),
) -> Outcome:
    odd = each[0][1]
    places = list(dict.fromkeys(f"{report} {one.place}".strip() for report, one in each))
    more = f"等{len(places)}处" if len(places) > MAX_PLACES else ""
    told = f"{text}（{'、'.join(places[:MAX_PLACES])}{more}）"
    words = "".join((odd.text if odd.kind is OddityKind.PARTS else odd.quote).split())[:MAX_NUMBERED]
    item = odd.items[0] if odd.items else ""
    fact = Fact.of(
        "原文",
        来自=f"原文·{odd.kind.word}·{item or words}·{words}",
        类别=odd.kind,
        指标=_indicator(odd, evaluation),
        数据项=item,
        结果=result,
        题目=_title(odd),
        说明=told,
    )
    return Outcome(fact, Ground(odd.items, (told, *because), (text,)))


def _indicator(odd: Oddity, evaluation: Evaluation) -> str:
    """Give the indicator that a working is of, where the table has one of that name."""
    name = plain_name(odd.name)
    names = (one.indicator.name for one in evaluation.results)
    return next((one for one in names if name and plain_name(one) == name), "")


def _title(odd: Oddity) -> str:
    named = odd.items[:1] if odd.kind in (OddityKind.YEAR, OddityKind.UNIT) else ()
    name = odd.name if odd.kind is OddityKind.CLAIM else "".join(named)
    return f"{quoted(name)}的{_TITLES[odd.kind]}" if name else _TITLES[odd.kind]


def _all_done(evaluation: Evaluation, each: list[tuple[str, Oddity]]) -> Iterator[Outcome]:
    """Yield that all is said to be done while little of the money was spent."""
    low = _low_execution(evaluation)
    if low is not None:
        name, rate = low
        text = (
            f"{each[0][1].text}，而{quoted(name)}只有{percent_text(rate)}；钱没有花，事怎样做完，请单位说明"
        )
        yield _outcome(evaluation, each, UNSPENT, text, (f"{quoted(name)}{percent_text(rate)}",))


def _low_execution(evaluation: Evaluation) -> tuple[str, Fraction] | None:
    """Give the rate of execution that is low in everything that is stated of it; None where one is not, or none is."""
    papers = Statements(evaluation.project)
    rates = {
        (name, value.quantity.base)
        for name in evaluation.project.statements
        if is_execution(name) and not any(word in name for word in _ASIDE)
        for value in papers.direct(name)
        if value.quantity.unit.dimension.is_ratio
    }
    for result in evaluation.results:
        name = result.indicator.name
        if result.value is not None and is_execution(name) and not any(word in name for word in _ASIDE):
            rates.add((name, result.value))
    budget, spent = papers.direct(_BUDGET), papers.direct(_OUTCOME)
    if len(budget) == len(spent) == 1 and budget[0].quantity.base:
        rates.add((_DERIVED, spent[0].quantity.base / budget[0].quantity.base))
    ordered = sorted(rates, key=lambda one: (one[1], one[0] == _DERIVED, one[0]))
    if ordered and all(0 <= rate < LOW_EXECUTION for _, rate in ordered):
        return ordered[0]
    return None
