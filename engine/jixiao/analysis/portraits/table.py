"""A table as the machine understands it, indicator by indicator, mistakes and all."""

from __future__ import annotations

from jixiao.analysis.portraits.misread import failed, misread
from jixiao.analysis.portraits.sentence import portray
from jixiao.language.error import LanguageError
from jixiao.language.formula import plain_name
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import nearest
from jixiao.model.portrait import IndicatorPortrait, Misread, Portrait, TablePortrait
from jixiao.model.ruleset import Indicator, Ruleset, Text
from jixiao.quantity import Dimension
from jixiao.scoring.program.program import prepare
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.row import understand_row


def portray_table(ruleset: Ruleset, wanted: str = "") -> TablePortrait:
    """Give the portrait of a table, or of the one indicator that is wanted.

    What is wrong stands beside what is right. Raises Refused where nothing, or more than
    one indicator, goes by the wanted name.
    """
    chosen = _find(ruleset, wanted) if wanted else ruleset.indicators
    prepared = prepare(ruleset)
    rules = {rule.indicator.id: rule for rule in prepared.rules}
    portraits = tuple(
        _indicator(indicator, ruleset, rules.get(indicator.id), prepared.refused.get(indicator.id, ()))
        for indicator in chosen
    )
    return TablePortrait(ruleset, portraits, prepared.problems)


def _indicator(
    indicator: Indicator, ruleset: Ruleset, rule: Rule | None, problems: tuple[Diagnostic, ...]
) -> IndicatorPortrait:
    if rule is None:
        portrait, qualitative = (
            None if text is None else _read(text, indicator, ruleset)
            for text in (indicator.standard, indicator.qualitative)
        )
    else:
        dimension = rule.dimension if rule.formula is not None else None
        portrait, qualitative = (
            None if meaning is None else _portrayed(text, meaning, rule, dimension)
            for text, meaning in (
                (indicator.standard, rule.meaning),
                (indicator.qualitative or indicator.standard, rule.qualitative),
            )
        )
    assert portrait is not None
    return IndicatorPortrait(indicator, portrait, qualitative, problems)


def _portrayed(text: Text, meaning: Meaning, rule: Rule, dimension: Dimension | None) -> Portrait | Misread:
    """Give the portrait of a sentence that runs; what we can't draw costs no other sentence."""
    try:
        return portray(meaning, rule.indicator.name, rule.readings, dimension)
    except Exception as problem:  # noqa: BLE001 a mistake of ours over one sentence must not cost the others
        return failed(text.text, problem)


def _read(text: Text, indicator: Indicator, ruleset: Ruleset) -> Portrait | Misread:
    """Give what is understood of a sentence whose indicator can't run."""
    readings = {**ruleset.readings, **indicator.readings}
    try:
        standard = understand_row(text.text, indicator)
        return portray(meaning_of(standard, readings), indicator.name, readings)
    except LanguageError as error:
        return misread(text.text, error)
    except Exception as problem:  # noqa: BLE001 a mistake of ours over one sentence must not cost the others
        return failed(text.text, problem)


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
