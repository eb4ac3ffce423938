"""A table as the machine understands it, indicator by indicator, mistakes and all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from jixiao.analysis.portraits.misread import misread
from jixiao.analysis.portraits.sentence import portray
from jixiao.language.error import LanguageError
from jixiao.language.formula import plain_name
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import nearest
from jixiao.model.portrait import IndicatorPortrait, Misread, Portrait, TablePortrait
from jixiao.model.ruleset import Indicator, Ruleset, Text
from jixiao.quantity import Dimension
from jixiao.scoring.program.program import Rule, compile_indicator, compile_ruleset, table_problems
from jixiao.scoring.sentence.understand import understand


def portray_table(ruleset: Ruleset, wanted: str = "") -> TablePortrait:
    """Give the portrait of a table, or of the one indicator that is wanted.

    What is wrong stands beside what is right. Raises Refused where nothing, or more than
    one indicator, goes by the wanted name.
    """
    chosen = _find(ruleset, wanted) if wanted else ruleset.indicators
    try:
        rules = {rule.indicator.id: rule for rule in compile_ruleset(ruleset).rules}
        problems: tuple[Diagnostic, ...] = ()
    except Refused:
        rules, problems = {}, table_problems(ruleset, tuple(_running(ruleset)))
    portraits = tuple(_indicator(one, ruleset, rules.get(one.id)) for one in chosen)
    return TablePortrait(ruleset, portraits, problems)


def _running(ruleset: Ruleset) -> Iterator[Rule]:
    """Yield the rules of the indicators that can run."""
    for indicator in ruleset.indicators:
        with suppress(Refused):
            yield compile_indicator(indicator, ruleset.items, ruleset.readings)


def _indicator(indicator: Indicator, ruleset: Ruleset, rule: Rule | None) -> IndicatorPortrait:
    problems: tuple[Diagnostic, ...] = ()
    if rule is None:
        try:
            rule = compile_indicator(indicator, ruleset.items, ruleset.readings)
        except Refused as refused:
            problems = refused.diagnostics
    readings = {**ruleset.readings, **indicator.readings}
    dimension = rule.dimension if rule and rule.formula is not None else None

    def read(text: Text) -> Portrait | Misread:
        return _read(text, indicator, readings, dimension)

    qualitative = None if indicator.qualitative is None else read(indicator.qualitative)
    return IndicatorPortrait(indicator, read(indicator.standard), qualitative, problems)


def _read(
    text: Text, indicator: Indicator, readings: dict[str, str], dimension: Dimension | None
) -> Portrait | Misread:
    try:
        standard = understand(text.text, indicator.name, indicator.points, shared=indicator.shared)
    except LanguageError as error:
        return misread(text.text, error)
    return portray(standard, indicator.name, readings, dimension)


def _find(ruleset: Ruleset, wanted: str) -> tuple[Indicator, ...]:
    """Find an indicator by its name, its code, or a part of its name that fits one only."""
    word = plain_name(wanted)
    exact = [one for one in ruleset.indicators if word in (plain_name(one.name), one.id)]
    fitting = exact or [one for one in ruleset.indicators if word and word in plain_name(one.name)]
    if len(fitting) == 1:
        return (fitting[0],)
    place = Place(ruleset.place.file)
    if fitting:
        names = "、".join(one.name for one in fitting)
        raise Refused(Diagnostic(place, f"“{wanted}”不止对应一个指标：{names}；请写全名称或代码"))
    known = {plain_name(one.name): one.name for one in ruleset.indicators}
    known |= {one.id: one.id for one in ruleset.indicators}
    hint = nearest(wanted, known) or f"，有：{'、'.join(one.name for one in ruleset.indicators)}"
    raise Refused(Diagnostic(place, f"没有名为“{wanted}”的指标{hint}"))
