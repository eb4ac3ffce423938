"""What to say of clauses that no form claims: where it stops, and the forms that come nearest."""

from __future__ import annotations

from functools import cache

from jixiao.language.error import LanguageError, Unclaimed
from jixiao.language.span import Span
from jixiao.language.standard import (
    Clause,
    Deduct,
    Each,
    Else,
    Interval,
    Points,
    Sentence,
    Step,
    Words,
    parse_standard,
)
from jixiao.scoring.forms.listed import FORMS, Listed
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.telling import EXCEPTED, EXCEPTS
from jixiao.scoring.words.wording import hidden_rule

SHOWN_FORMS = 3
"""How many forms a message names."""


def not_understood(clauses: tuple[Clause, ...], context: Context) -> LanguageError:
    """Give the error for clauses that no form claims, at the first word that stands in the way."""
    if not clauses:
        return LanguageError("无法理解：评分标准没有写明怎样得分或扣分", 0, hints=nearest(()))
    for clause in clauses:
        if isinstance(clause.award, Deduct) and context.left_by(clause.award) is None:
            return context.misfit(context.cost_of(clause.award), clause.span)
    place, message = next(
        (found for clause in clauses if (found := _stumble(clause, context)) is not None),
        (clauses[0].span, ""),
    )
    cited = context.cite(place)
    text = f"无法理解“{cited}”：{message or '不属于任何一种已知的评分写法'}"
    kind = LanguageError if message else Unclaimed
    return kind(text, place.start, place.end - place.start, nearest(clauses))


def listed_as(example: str) -> Listed | None:
    """Give the form whose own example this is."""
    return next((listed for listed in FORMS if listed.example == example), None)


def _stumble(clause: Clause, context: Context) -> tuple[Span, str] | None:
    """Give the first phrase of a clause that cannot be right, and why."""
    for phrase, after in zip(clause.subject, (*clause.subject[1:], None), strict=False):
        if isinstance(phrase, Words) and isinstance(after, Interval) and not context.means_value(phrase.text):
            return phrase.span, f"不是本指标“{context.name}”的名称，不知道拿什么与后面的数比较"
        if isinstance(phrase, Words) and (excepts := EXCEPTS.search(phrase.text)):
            return _place_of(excepts[0], phrase.span, context), EXCEPTED
        if isinstance(phrase, Words) and context.means_value(phrase.text):
            continue
        if isinstance(phrase, Words) and (hidden := hidden_rule(phrase.text)):
            return _place_of(hidden, phrase.span, context), "这里像是评分的规则，但写法不认识"
    if clause.award is None and any(isinstance(one, Interval | Else) for one in clause.subject):
        return clause.span, "写了条件，没有写得几分或扣几分"
    return None


def _place_of(words: str, span: Span, context: Context) -> Span:
    """Give where words stand in a span; all of it where they are written with something between."""
    offset = context.cite(span).find(words)
    return span if offset < 0 else Span(span.start + offset, span.start + offset + len(words))


def nearest(clauses: Sentence) -> tuple[str, ...]:
    """Give examples of the forms whose clauses are most like these, nearest first."""
    traits = _traits(clauses)
    ranked = sorted(_known(), key=lambda pair: -_likeness(traits, pair[1]))
    return tuple(example for example, _ in ranked[:SHOWN_FORMS])


@cache
def _known() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (example, _traits(parse_standard(example))) for example in (listed.example for listed in FORMS)
    )


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _traits(clauses: Sentence) -> frozenset[str]:
    """Give what kinds of phrases and awards stand in the clauses."""
    traits: set[str] = set()
    for clause in clauses:
        if not isinstance(clause, Clause):
            traits.add(type(clause).__name__)
            continue
        traits |= {
            type(phrase).__name__ + (" alone" if isinstance(phrase, Interval) and phrase.bare else "")
            for phrase in clause.subject
            if isinstance(phrase, Interval | Step | Each)
        }
        if clause.mark:
            traits.add("marked")
        if all(isinstance(phrase, Words) for phrase in clause.subject):
            traits.add("words only")
        if clause.award is not None:
            kind = clause.award.kind if isinstance(clause.award, Points) else ""
            traits.add(type(clause.award).__name__ + kind)
    return frozenset(traits)
