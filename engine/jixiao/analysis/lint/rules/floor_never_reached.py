"""扣完为止 where deductions can't use up what there is to lose."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.spread import Piece
from jixiao.language.span import Cited
from jixiao.language.standard import Floor
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the words of a floor above which every score stays."""
    meaning = sentence.meaning
    floors = [entry for entry in sentence.entries if isinstance(entry, Floor)]
    if meaning is None or not floors or any(not one.beyond for one in meaning.standard.vetoes):
        return
    for entry in floors if meaning.takes == Takes.SEVERAL else floors[:1]:
        lowest, floor = _of_section(meaning, entry) if meaning.takes == Takes.SEVERAL else _of_all(sentence)
        if lowest is not None and floor is not None and lowest > floor:
            yield Found(
                sentence.spot(entry.span),
                f"最多扣到还剩{points_text(lowest)}分，扣不到{points_text(floor)}分，“扣完为止”用不上。"
                "请核对每步扣的分数，或删去这一句",
            )


_Bound = tuple[Fraction | None, Fraction | None]
"""The lowest score there can be, and where deductions end; None where that is not known, or nowhere."""


def _of_section(meaning: Meaning, entry: Floor) -> _Bound:
    """Give the bound that a floor speaks of in a sentence of several rules: of the section that it stands in.

    How much one rule takes at most (最多扣2分) is no floor.
    """
    (way, *_), standard = meaning.ways, meaning.standard
    before = [term for term in way.terms if _starts(term) <= entry.span.start]
    if entry.deducted is not None or not before:
        return None, None
    section = before[-1].section
    if section is None:
        return way.extremes()[0], standard.floor
    ends = (
        term.extremes(-standard.points, standard.points)[0] for term in way.terms if term.section == section
    )
    lows = [low for low in ends if low is not None]
    return sum(lows, Fraction(0)), section.floor


def _starts(term: Term) -> int:
    return term.clause.span.start if isinstance(term.clause, Cited) else 0


def _of_all(sentence: Sentence) -> _Bound:
    assert sentence.standard is not None
    return _lowest(sentence), sentence.standard.floor


def _lowest(sentence: Sentence) -> Fraction | None:
    """Give the lowest score there can be; None where that can't be proven."""
    assert sentence.meaning is not None
    if sentence.meaning.takes not in (Takes.VALUE, Takes.COUNT):
        return sentence.meaning.ways[0].extremes()[0]
    if not all(sentence.curves):
        return None
    return min(_least(piece) for curve in sentence.curves for piece in curve)


def _least(piece: Piece) -> Fraction:
    """Give the lowest points of a piece; one without bounds on a side is level there."""
    return min(piece.what.low.at(end) for end in piece.ends or (Fraction(0),))


LINT = Lint(LintRule("floor-never-reached", "“扣完为止”永远用不上", "warning"), each_sentence(find))
