"""Ratings (评定): what a reviewer judged, as something a form can score."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import replace
from jixiao.language.formula import plain_name
from jixiao.model.case import Rating
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.wording import quoted
from jixiao.scoring.indicator.ways import Way, exempted, scored_ways, vetoed
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.said import (
    Answer,
    At,
    Count,
    Given,
    Inputs,
    Level,
    Met,
    RatingError,
    Taken,
    Takes,
    own,
)
from jixiao.scoring.sentence.at import found_besides

_WANTED: dict[Takes, str] = {
    Takes.LEVEL: "等级",
    Takes.MET: "达到",
    Takes.COUNT: "次数",
    Takes.ANSWER: "符合",
    Takes.DEDUCTION: "扣分",
    Takes.GIVEN: "得分",
    Takes.VALUE: "数据（本指标按数据核算）",
}


def rated_ways(rule: Rule, ratings: tuple[Rating, ...]) -> Iterator[Way]:
    """Yield the ways that the ratings of an indicator give; a veto decides before all else.

    Raises Refused where a rating does not say what the standard asks, or says what it
    does not know.
    """
    read = [(rating, way) for rating in ratings for way in _refusing(rule, rating)]
    vetoes = [way for rating, way in read if rating.fact is not None and not way.exempt]
    if vetoes:
        yield vetoes[0]
        return
    several = (
        len({(one.level, one.score, one.met, one.count, one.answer, one.deduction) for one, _ in read}) > 1
    )
    for rating, way in read:
        yield replace(way, assumption=_both(f"按{rating.by}的评定", way.assumption)) if several else way


def _refusing(rule: Rule, rating: Rating) -> list[Way]:
    """Read a rating, refusing it at its place where it does not fit the standard."""
    try:
        return list(_judged(rule, rating) if rating.fact is None else _fact(rule, rating))
    except RatingError as error:
        message = f"指标{quoted(rule.indicator.name)}的评定：{error}"
        raise Refused(Diagnostic(rating.place, message)) from None


def _both(one: str, other: str) -> str:
    return f"{one}，{other}" if other else one


def _judged(rule: Rule, rating: Rating) -> Iterator[Way]:
    return scored_ways(rule, _inputs(rule, rating))


def _fact(rule: Rule, rating: Rating) -> Iterator[Way]:
    """Yield full marks for a fact that exempts, nothing for one that vetoes.

    A fact that vetoes more than the indicator decides nothing here.
    """
    stated = plain_name(rating.fact or "")
    for exemption in rule.standard.exemptions:
        if plain_name(exemption.fact) == stated:
            if rating.fact_holds:
                yield exempted(rule, exemption)
            return
    for veto in rule.standard.vetoes:
        if plain_name(veto.fact) == stated:
            if rating.fact_holds and not veto.beyond:
                yield vetoed(rule, veto)
            return
    facts = [one.fact for one in rule.standard.exemptions] + [one.fact for one in rule.standard.vetoes]
    known = "、".join(facts) or "无"
    raise RatingError(f"评分标准里没有“{rating.fact}”这一事实（有：{known}）")


def _answer(rating: Rating) -> At | None:
    """Give yes or no, or the words of the one that applies."""
    if rating.answer is not None:
        return Answer(rating.answer)
    return None if rating.level is None else Level(rating.level)


def _inputs(rule: Rule, rating: Rating) -> Inputs:
    """Give what is said of each input; the rating must say just what the sentence asks for."""
    meaning = rule.meaning
    of_value = meaning.takes == Takes.VALUE and meaning.terms[0].choice is not None
    said: dict[Takes, At | None] = {
        Takes.LEVEL: None if rating.level is None else Level(rating.level, rating.score),
        Takes.MET: None if rating.met is None else Met(frozenset(rating.met)),
        Takes.COUNT: None if rating.count is None else Count(rating.count),
        Takes.ANSWER: _answer(rating),
        Takes.DEDUCTION: None if rating.deduction is None else Taken(rating.deduction),
        Takes.GIVEN: None if rating.score is None else Given(rating.score),
        Takes.VALUE: _answer(rating) if of_value else None,
    }
    at = said[meaning.takes]
    if at is None:
        raise RatingError(f"评分标准要求写明“{_WANTED[meaning.takes]}”")
    if meaning.takes == Takes.MET and rating.count is not None:
        return {**own(at), **found_besides(meaning, rating.count)}
    return own(at)
