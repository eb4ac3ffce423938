"""Ratings (评定): what a reviewer judged, as something a form can score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.model.case import Rating
from jixiao.model.ruleset import Text
from jixiao.scoring.indicator.named import YES, SaidFact, SaidTerm, facts_said, refused, said_by_name
from jixiao.scoring.indicator.several import inputs_of
from jixiao.scoring.indicator.ways import Way, exempted, scored_ways, vetoed
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import (
    OWN,
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
from jixiao.scoring.sentence.at import found_besides, items_in
from jixiao.scoring.sentence.at_several import read_for

_WANTED: dict[Takes, str] = {
    Takes.LEVEL: "等级",
    Takes.MET: "达到",
    Takes.COUNT: "次数",
    Takes.ANSWER: "符合",
    Takes.DEDUCTION: "扣分",
    Takes.GIVEN: "得分",
    Takes.VALUE: "数据（本指标按数据核算）",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rating says: a fact that decides, or what is said of each input."""

    rating: Rating
    assumption: str = ""
    inputs: Inputs | None = None
    fact: SaidFact | None = None


def judged_by(rule: Rule, ratings: Sequence[Rating]) -> list[Judged]:
    """Give what the ratings of an indicator say; the first veto alone, which decides before all else.

    Raises Refused where a rating does not say what the standard asks, or says what it does not know.
    """
    read = [one for rating in ratings for one in _read(rule, rating)]
    vetoing = {veto.fact for veto in rule.standard.vetoes}
    vetoes = [one for one in read if one.fact is not None and one.fact.fact in vetoing]
    if vetoes:
        return vetoes[:1]
    several = len({None if one.inputs is None else frozenset(one.inputs.items()) for one in read}) > 1
    if not several:
        return read
    return [replace(one, assumption=_both(f"按{one.rating.by}的评定", one.assumption)) for one in read]


def rated_ways(rule: Rule, ratings: Sequence[Rating]) -> Iterator[Way]:
    """Yield the ways that the ratings of an indicator give; raises Refused as `judged_by` does."""
    for one in judged_by(rule, ratings):
        if one.fact is not None:
            yield decided_by(rule, one)
        else:
            assert one.inputs is not None
            try:
                yield from scored_ways(rule, one.inputs, one.assumption)
            except RatingError as error:
                raise refused(rule.indicator.name, one.rating.place, error) from None


def decided_by(rule: Rule, judged: Judged) -> Way:
    """Give the way of a fact: full marks where it exempts, nothing where it vetoes."""
    assert judged.fact is not None
    fact = judged.fact.fact
    for exemption in rule.standard.exemptions:
        if exemption.fact == fact:
            return exempted(rule, exemption, judged.assumption)
    return vetoed(rule, next(veto for veto in rule.standard.vetoes if veto.fact == fact))


def _read(rule: Rule, rating: Rating) -> list[Judged]:
    """Read a rating, refusing it at its place where it does not fit the standard.

    A fact that vetoes more than the indicator decides nothing here.
    """
    try:
        facts = facts_said(rule, rating)
        decides = _deciding(rule, facts)
        if rating.fact is not None or not _judges(rule, rating):
            return [Judged(rating, fact=decides)] if decides is not None else []
        inputs = (
            inputs_of(rule, rating) if rule.meaning.takes == Takes.SEVERAL else [("", _inputs(rule, rating))]
        )
    except RatingError as error:
        raise refused(rule.indicator.name, rating.place, error) from None
    if decides is not None:
        return [Judged(rating, fact=decides)]
    return [Judged(rating, assumption, one) for assumption, one in inputs]


def _deciding(rule: Rule, facts: Sequence[SaidFact]) -> SaidFact | None:
    """Give the fact that decides the indicator: one that vetoes it, or else one that exempts."""
    vetoing = {veto.fact for veto in rule.standard.vetoes if not veto.beyond}
    exempting = {one.fact for one in rule.standard.exemptions}
    held = [one for one in facts if one.holds]
    return next((one for kind in (vetoing, exempting) for one in held if one.fact in kind), None)


def _judges(rule: Rule, rating: Rating) -> bool:
    """Whether a rating says more than on facts, or has found none of what it could."""
    said = (rating.level, rating.score, rating.met, rating.count, rating.answer, rating.deduction)
    if rule.meaning.takes == Takes.SEVERAL or any(one is not None for one in said):
        return True
    by_name = list(said_by_name(rule, rating))
    return not by_name or any(isinstance(one, SaidTerm) for one in by_name)


def _both(one: str, other: str) -> str:
    return f"{one}，{other}" if other else one


def _answer(rating: Rating) -> At | None:
    """Give yes or no, or the words of the one that applies."""
    if rating.answer is not None:
        return Answer(rating.answer)
    return None if rating.level is None else Level(rating.level)


def _inputs(rule: Rule, rating: Rating) -> Inputs:
    """Give what is said of the sentence's input; the rating must say just what it asks for."""
    meaning = rule.meaning
    of_value = meaning.takes == Takes.VALUE and meaning.terms[0].choice is not None
    said: dict[Takes, At | None] = {
        Takes.LEVEL: None if rating.level is None else Level(rating.level, rating.score),
        Takes.MET: _met(rule, rating.met) if rating.met is not None and meaning.takes == Takes.MET else None,
        Takes.COUNT: None if rating.count is None else Count(rating.count),
        Takes.ANSWER: _answer(rating),
        Takes.DEDUCTION: None if rating.deduction is None else Taken(rating.deduction),
        Takes.GIVEN: _given(rating, meaning.standard.points),
        Takes.VALUE: _answer(rating) if of_value else None,
    }
    named = _named(rule, rating)
    at = named.pop(OWN, None) or said[meaning.takes]
    if at is None:
        raise RatingError(f"评分标准要求写明“{_WANTED[meaning.takes]}”")
    if meaning.takes == Takes.MET and rating.count is not None:
        named = {**named, **found_besides(meaning, rating.count)}
    return {**named, **own(at)}


def _given(rating: Rating, points: Fraction) -> Given | None:
    """Give the points that an assessor gave, or what is left where the rating says how many were taken off."""
    if rating.score is None and rating.deduction is not None:
        return Given(points - rating.deduction)
    return None if rating.score is None else Given(rating.score)


def _met(rule: Rule, listed: Sequence[Text]) -> Met:
    """Read which items are met, by numbers or words; raises Refused at one that there is not."""
    met: frozenset[int] = frozenset()
    for entry in listed:
        try:
            items = items_in(entry.text, rule.meaning)
            rule.meaning.terms[0].outcome(Met(items))
        except RatingError as error:
            raise refused(rule.indicator.name, entry.place, error) from None
        met |= items
    return Met(met)


def _named(rule: Rule, rating: Rating) -> dict[str, At]:
    """Give what is said by name of what a sentence counts; raises Refused for what can't be named."""
    found: dict[str, At] = {}
    if rating.named == () and rule.meaning.takes == Takes.COUNT and rating.count is None:
        return {OWN: Count(Fraction(0))}
    for one in said_by_name(rule, rating):
        if isinstance(one, SaidFact):
            continue
        term, named = one.called.term, one.named
        try:
            if term.takes != Takes.COUNT or named.key not in ("发现", "次数"):
                raise RatingError(
                    f"“{named.name}”不能写在“{named.key}”下，评分标准要求写明“{_WANTED[rule.meaning.takes]}”"
                )
            if term.name in found or rating.count is not None:
                raise RatingError(f"“{named.name}”写了两次")
            found[term.name] = at = read_for(term, named.said or YES)
            term.outcome(at)
        except RatingError as error:
            raise refused(rule.indicator.name, named.said_place, error) from None
    return found
