"""Ratings (评定): what a reviewer judged, as something a form can score."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.language.formula import plain_name
from jixiao.model.case import Rating
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.scoring.form import At, Count, Level, Met, RatingError, Takes
from jixiao.scoring.program import Rule
from jixiao.scoring.ways import Way, exempted, scored_ways

_WANTED: dict[Takes, str] = {
    "level": "等级",
    "met": "达到",
    "count": "次数",
    "value": "数据（本指标按数据核算）",
}


def rated_ways(rule: Rule, ratings: tuple[Rating, ...]) -> Iterator[Way]:
    """Yield the ways that the ratings of an indicator give.

    Raises Refused where a rating does not say what the standard asks, or says what it
    does not know.
    """
    several = len({(one.level, one.score, one.met, one.count) for one in ratings}) > 1
    for rating in ratings:
        assumption = f"按{rating.by}的评定" if several else ""
        try:
            if rating.fact is not None:
                yield from _fact(rule, rating, assumption)
            else:
                yield from scored_ways(rule, _at(rule, rating), assumption)
        except RatingError as error:
            raise Refused(Diagnostic(rating.place, f"指标“{rule.indicator.name}”的评定：{error}")) from None


def _fact(rule: Rule, rating: Rating, assumption: str) -> Iterator[Way]:
    for exemption in rule.standard.exemptions:
        if plain_name(exemption.fact) == plain_name(rating.fact or ""):
            if rating.fact_holds:
                yield exempted(rule, exemption, assumption)
            return
    known = "、".join(one.fact for one in rule.standard.exemptions) or "无"
    raise RatingError(f"评分标准里没有“{rating.fact}”这一免评事实（有：{known}）")


def _at(rule: Rule, rating: Rating) -> At:
    """Give what the form scores; the rating must say just what the form takes."""
    takes = rule.standard.form.takes
    if takes == "level" and rating.level is not None:
        return Level(rating.level, rating.score)
    if takes == "met" and rating.met is not None:
        return Met(frozenset(rating.met))
    if takes == "count" and rating.count is not None:
        return Count(rating.count)
    raise RatingError(f"评分标准要求写明“{_WANTED[takes]}”")
