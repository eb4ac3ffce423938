"""One of several rules, or a part of it, that can never change the score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.stretch import Stretch
from jixiao.model.lint import LintRule
from jixiao.model.part import Part
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every part of what is counted that no number reaches, and every rule that finds nothing left to do."""
    meaning = sentence.meaning
    if meaning is None or meaning.takes != Takes.SEVERAL:
        return
    reached = {part for way in meaning.ways for term in way.terms for part in _reached(term)}
    counted = {clause for term in meaning.terms if term.takes == Takes.COUNT for clause in _clauses(term)}
    for part in meaning.standard.form.parts():
        if part.clause in counted and part not in reached:
            yield Found(
                sentence.spot_of(part.clause),
                f"“{part.clause}”没有数能用到：它的数都归了别的条款，或者不会有。请核对界限，或删去这一句",
            )
    for term in meaning.terms:
        if all(_counts_for_nothing(term, way) for way in meaning.ways):
            yield Found(
                sentence.spot_of(term.clause),
                f"不论别的各条怎样，“{term.name}”都改变不了得分：{_why(term)}。请核对各条的分数，或删去这一条",
            )


def _why(term: Term) -> str:
    return "别的各条已经得满" if term.full > 0 else "别的各条已经没有分可扣"


def _clauses(term: Term) -> Iterator[str]:
    yield term.clause
    yield from (stretch.what.said.clause for stretch in term.scale)


def _reached(term: Term) -> Iterator[Part]:
    yield from (option.part for option in term.options if option.part is not None)
    for stretch in term.scale:
        if stretch.what.part is not None and _occurs(stretch, term):
            yield from (stretch.what.part, *stretch.what.part.split())


def _occurs(stretch: Stretch[object], term: Term) -> bool:
    """Whether a number lies there that can be found: from 0 to the most, whole where cases are counted."""
    if not term.whole:
        return True
    low = Fraction(0) if stretch.low is None else stretch.low
    first = max(math.ceil(low), 0) if stretch.low is None or stretch.low_included else math.floor(low) + 1
    ends = [end for end in (_last(stretch), term.most) if end is not None]
    return not ends or first <= min(ends)


def _last(stretch: Stretch[object]) -> int | None:
    if stretch.high is None:
        return None
    return math.floor(stretch.high) if stretch.high_included else math.ceil(stretch.high) - 1


def _counts_for_nothing(term: Term, way: Lowered) -> bool:
    """Whether the others always leave nothing to earn, or nothing to take; what decides all is never without effect."""
    if term.is_given or term.decides:
        return False
    low, high = term.extremes(-way.points, way.points)
    others = [one for one in way.terms if one is not term]
    beside = [one for one in others if one.section == term.section]
    section = term.section
    if low is not None and low >= 0 and high > 0:
        certain, all_certain = _sum(_lowest(one, way) for one in beside), _certain(others, way)
        full = section is not None and certain is not None and certain >= section.cap
        return full or (all_certain is not None and all_certain >= way.points)
    if high <= 0 and section is not None:
        return _sum(one.extremes(-way.points, way.points)[1] for one in beside) == section.floor
    return False


def _certain(terms: Sequence[Term], way: Lowered) -> Fraction | None:
    """Give what rules earn together for certain, each section held between its bounds."""
    total = Fraction(0)
    for section in dict.fromkeys(term.section for term in terms):
        low = _sum(_lowest(term, way) for term in terms if term.section == section)
        if low is None:
            return None
        total += low if section is None else min(max(low, section.floor), section.cap)
    return total


def _lowest(term: Term, way: Lowered) -> Fraction | None:
    """Give the least that is earned for certain; what others take from is there whatever is said."""
    return term.full if term.is_given else term.extremes(-way.points, way.points)[0]


def _sum(ends: Iterable[Fraction | None]) -> Fraction | None:
    known: Sequence[Fraction | None] = list(ends)
    return None if None in known else sum((end for end in known if end is not None), Fraction(0))


LINT = Lint(LintRule("term-unreachable", "有一条永远用不上", "warning"), each_sentence(find))
