"""A limit of one of several rules that it can't come to: 最多扣5分 where only three points are there to lose."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.analysis.portraits.effects import cap_of
from jixiao.language.span import Cited, Span
from jixiao.language.standard import Cap, Floor
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield each limit that lies beyond what its rule can take or earn."""
    if sentence.meaning is None or sentence.meaning.takes != Takes.SEVERAL:
        return
    way = sentence.meaning.ways[0]
    for term in way.terms:
        cap = cap_of(term)
        most = None if cap is None else _most(term, way)
        if cap is not None and most is not None and cap > most:
            limit = points_text(cap)
            yield Found(
                sentence.spot(_span(sentence, term, cap)),
                f"“{term.name}”写明的限度是{limit}分，可{_verb(term)}的最多只有{points_text(most)}分，到不了{limit}分。"
                "请核对这一条的分数和限度",
            )


def _verb(term: Term) -> str:
    return "得" if term.full > 0 else "扣"


def _most(term: Term, way: Lowered) -> Fraction | None:
    """Give the most points that a term can come to: what is there, and what so many cases make; None where endless."""
    endless = way.floor is None or way.spills
    ends = [] if endless else [way.points if term.full > 0 else way.room_of(term)]
    if term.most is not None:
        stairs = [stretch.what.earns for stretch in term.scale if isinstance(stretch.what.earns, Stair)]
        ends += [abs(stair.each) * term.most / stair.step for stair in stairs]
    return min(ends, default=None)


def _span(sentence: Sentence, term: Term, cap: Fraction) -> Span | None:
    """Give the words of the limit behind the rule, or of the rule itself where it holds them."""
    start = term.clause.span.start if isinstance(term.clause, Cited) else 0
    said = [
        entry.span
        for entry in sentence.entries
        if isinstance(entry, Floor | Cap) and _limit(entry) == cap and entry.span.start >= start
    ]
    own = term.clause.span if isinstance(term.clause, Cited) else None
    return min(said, key=lambda span: span.start, default=own)


def _limit(entry: Floor | Cap) -> Fraction | None:
    return entry.deducted if isinstance(entry, Floor) else entry.points


LINT = Lint(LintRule("cap-never-reached", "有一条的限度到不了", "warning"), each_sentence(find))
