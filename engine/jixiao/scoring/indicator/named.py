"""What ratings say by name (发现, 档次, 次数, 扣分): which facts, and of which inputs."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name
from jixiao.model.case import Named, Rating
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.wording import quoted
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.named import Called
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.called import CalledFact, called_in
from jixiao.scoring.sentence.meaning import Meaning

YES, NO = "是", "否"
_HOLDS = {"": True, YES: True, "有": True, NO: False, "没有": False, "无": False}


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact of a sentence, and whether a rating says that it holds."""

    fact: str
    holds: bool
    place: Place


@dataclass(frozen=True, slots=True)
class SaidTerm:
    """An input of a sentence, and what a rating says of it."""

    called: Called
    named: Named


def refused(indicator: str, place: Place, error: RatingError) -> Refused:
    """Give the refusal of a rating at its place."""
    return Refused(Diagnostic(place, f"指标{quoted(indicator)}的评定：{error}"))


def said_by_name(rule: Rule, rating: Rating) -> Iterator[SaidFact | SaidTerm]:
    """Yield what a rating says by name; raises Refused at what the sentence does not know."""
    for named in rating.named or ():
        try:
            called = _called(rule.meaning, named, rule.indicator.name)
        except RatingError as error:
            raise refused(rule.indicator.name, named.place, error) from None
        if isinstance(called, Called):
            yield SaidTerm(called, named)
            continue
        try:
            yield SaidFact(called.fact, holds(named), named.place)
        except RatingError as error:
            raise refused(rule.indicator.name, named.said_place, error) from None


def _called(meaning: Meaning, named: Named, indicator: str) -> Called | CalledFact:
    if meaning.takes_value and plain_name(named.name) == plain_name(indicator):
        raise RatingError(f"“{named.name}”是本指标的数值，请写在“数据”里")
    return called_in(meaning, named.name)


def holds(named: Named) -> bool:
    """Read whether a fact holds; raises RatingError where something else is said of it."""
    if named.said not in _HOLDS:
        raise RatingError(f"“{named.name}”应写 是 或 否，不是“{named.said}”")
    return _HOLDS[named.said]


def facts_said(rule: Rule, rating: Rating) -> list[SaidFact]:
    """Give the facts of a sentence on which a rating says whether they hold."""
    facts = [one for one in said_by_name(rule, rating) if isinstance(one, SaidFact)]
    if rating.fact is not None:
        facts.insert(0, SaidFact(_fact_of(rule, rating.fact), rating.fact_holds, rating.place))
    return facts


def _fact_of(rule: Rule, words: str) -> str:
    """Give the sentence's spelling of a fact; raises RatingError where it knows none of the kind."""
    standard, stated = rule.standard, plain_name(words)
    facts = [one.fact for one in standard.exemptions] + [one.fact for one in standard.vetoes]
    for fact in facts:
        if plain_name(fact) == stated:
            return fact
    raise RatingError(f"评分标准里没有“{words}”这一事实（有：{'、'.join(facts) or '无'}）")
