"""Turn the grammar's matches into clauses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from lark import Token, v_args

from jixiao.language.error import LanguageError
from jixiao.language.formula import parse_formula
from jixiao.language.span import Span
from jixiao.language.standard.amount import read_amount, read_points, share_units
from jixiao.language.standard.build_intervals import BuildIntervals, Written
from jixiao.language.standard.source import Source
from jixiao.language.standard.tree import (
    Amount,
    Award,
    Base,
    ByFormula,
    Cap,
    Clause,
    Deduct,
    Each,
    Else,
    Floor,
    InProportion,
    Interval,
    Phrase,
    Points,
    Remark,
    Sentence,
    Shares,
    Step,
    Words,
)
from jixiao.language.standard.vocabulary import DIRECTIONS
from jixiao.quantity import find_unit

_PARTICLES = re.compile(r"^(?:的|时|者|，)+|(?:的(?:单位|部门|项目)?|时|者)+$")
_EACH = re.compile(r"每(?P<what>.*)[一1](?P<unit>.+)")
_EACH_UNITS = {
    "日": "天",
    "个工作日": "工作日",
    "笔": "个",
    "宗": "例",
    "类": "项",
    "方面": "项",
    "月": "个月",
}


@v_args(inline=True)
class Build(BuildIntervals):
    """Bottom-up construction of the tree; spans are those of the original sentence."""

    def __init__(self, source: Source, names: tuple[str, ...]) -> None:
        super().__init__(source)
        self._names = names

    def sentence(self, *entries: Any) -> Sentence:
        return tuple(one for one in entries if not isinstance(one, Token))

    # Clauses

    def bare(self, *parts: Any) -> Clause:
        return self._clause(parts, None)

    def scored(self, *parts: Any) -> Clause:
        return self._clause(parts[:-1], parts[-1])

    def unconditional(self, *parts: Any) -> Clause:
        return self._clause(parts[:-1], parts[-1])

    def _clause(self, parts: tuple[Any, ...], award: Award | None) -> Clause:
        mark = bool(parts) and isinstance(parts[0], Token) and parts[0].type == "MARK"
        subject: tuple[Phrase, ...] = tuple(part for part in parts if not isinstance(part, Token))
        spans = [phrase.span for phrase in subject] + ([award.span] if award else [])
        return Clause(_tidy(subject), award, spans[0].to(spans[-1]), mark)

    # Phrases

    def words(self, text: Token) -> Words:
        return Words(str(text), self._span(text))

    def step(self, word: Token, amount: tuple[Amount, Span]) -> Step:
        parts = re.findall("|".join(sorted(DIRECTIONS, key=len, reverse=True)), word)
        ways = {DIRECTIONS[part] for part in parts}
        direction = ways.pop() if len(ways) == 1 else "off"
        return Step(cast("Any", direction), amount[0], self._span(word).to(amount[1]))

    def each(self, word: Token) -> Each:
        shape = _EACH.fullmatch(str(word))
        what, unit = (shape["what"], shape["unit"]) if shape else ("", "个")
        return Each(what, find_unit(_EACH_UNITS.get(unit, unit)), self._span(word))

    def otherwise(self, word: Token) -> Else:
        return Else(self._span(word))

    def remark(self, *parts: Token) -> Remark:
        plain = all(part.type in ("TEXT", "COMMA", "COLON", "LPAR", "RPAR") for part in parts)
        return Remark("".join(parts[1:-1]), plain, self._span(parts[0]).to(self._span(parts[-1])))

    # Awards

    def points(self, *parts: Token) -> Points:
        token = next(part for part in parts if part.type == "POINTS")
        return Points(
            "number", read_points(str(token), self._at(token)), self._span(parts[0]).to(self._span(parts[-1]))
        )

    def full(self, *parts: Token) -> Points:
        return Points("full", span=self._span(parts[0]).to(self._span(parts[-1])))

    def zero(self, *parts: Token) -> Points:
        return Points("zero", span=self._span(parts[0]).to(self._span(parts[-1])))

    def deduct(self, *parts: Token) -> Deduct:
        token = next(part for part in parts if part.type == "POINTS")
        return Deduct(
            read_points(str(token), self._at(token)), self._span(parts[0]).to(self._span(parts[-1]))
        )

    def proportional(self, word: Token) -> InProportion:
        return InProportion(str(word), self._span(word))

    def by_formula(self, head: Token, expression: Token) -> ByFormula:
        try:
            tree = parse_formula(str(expression), (*self._names, "分值", "满分", "指标值"))
        except LanguageError as error:
            start = min((expression.start_pos or 0) + error.position, len(self._source.text))
            place = self._source.span(start, start + 1)
            raise LanguageError(error.message, place.start, error.length) from None
        return ByFormula(tree, self._span(head).to(self._span(expression)))

    def shares(
        self, word: Token, first: Written, dash: Token, second: Written, rest: Token | None = None
    ) -> Shares:
        return Shares(
            self.ranged(first, dash, second), self._span(word).to(self._span(rest) if rest else second[1])
        )

    # Around the clauses

    def base(self, word: Token) -> Base:
        number = re.sub(r"^以|为(?:标准|基准|准|基数|目标值?|控制线)$", "", str(word))
        return Base(read_amount(number, self._at(word)), self._span(word))

    def floor(self, *parts: Token) -> Floor:
        points = next((part for part in parts if part.type == "POINTS"), None)
        deducted = read_points(str(points), self._at(points)) if points is not None else None
        return Floor(deducted, self._span(parts[0]).to(self._span(parts[-1])))

    def cap(self, word: Token, points: Token | None = None) -> Cap:
        value = read_points(str(points), self._at(points)) if points is not None else None
        return Cap(value, self._span(word).to(self._span(points or word)))


def _tidy(subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Drop particles that carry nothing, and join the halves of one interval."""
    kept: list[Phrase] = []
    for phrase in [plain for one in subject if (plain := _stripped(one)) is not None]:
        if isinstance(phrase, Interval) and kept and isinstance(kept[-1], Interval):
            joined = _join(kept[-1], phrase)
            if joined is not None:
                kept[-1] = joined
                continue
        kept.append(phrase)
    return tuple(kept)


def _join(first: Interval, second: Interval) -> Interval | None:
    """Join “≥80%，<90%” or “80%以上90%以下” into one interval."""
    if first.low and not first.high and second.high and not second.low:
        low, high = first.low, second.high
    elif first.high and not first.low and second.low and not second.high:
        low, high = second.low, first.high
    else:
        return None
    low_amount, high_amount = share_units(low.amount, high.amount)
    return Interval(
        replace(low, amount=low_amount), replace(high, amount=high_amount), first.span.to(second.span)
    )


def _stripped(phrase: Phrase) -> Phrase | None:
    if not isinstance(phrase, Words):
        return phrase
    text = _PARTICLES.sub("", phrase.text)
    return Words(text, phrase.span) if text else None
