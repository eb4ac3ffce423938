"""Turn the grammar's matches of numbers and comparisons into intervals."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard.build.amount import ends_of, read_amount, share_units
from jixiao.language.standard.tokens.source import Source
from jixiao.language.standard.tokens.vocabulary import AFTERWARDS, OPERATORS
from jixiao.language.standard.tree import Amount, End, Interval
from jixiao.language.tokens import Token
from jixiao.quantity import find_unit

Written = tuple[Amount, Span, Token | None]
"""A number as it was written: its amount, its place, and the （含） behind it."""
_FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤", "=": "="}


class BuildIntervals:
    """Construction of intervals; spans are those of the original sentence."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def number(self, text: Token) -> tuple[Amount, Span]:
        return read_amount(str(text), self._at(text)), self._span(text)

    def inclusion(self, word: Token) -> Token:
        return word

    def end(self, number: tuple[Amount, Span], inclusion: Token | None = None) -> Written:
        span = number[1].to(self._span(inclusion)) if inclusion else number[1]
        return number[0], span, inclusion

    def bare_number(self, end: Written) -> Interval:
        low, high = ends_of("=", end[0])
        return Interval(low, high, end[1], bare=end[2] is None)

    def compared_within(self, word: Token, inclusion: Token, end: Written) -> Interval:
        return self.compared(word, (end[0], end[1], inclusion))

    def compared(
        self, word: Token, end: Written, after: Token | None = None, more: Token | None = None
    ) -> Interval:
        end = (end[0], end[1], end[2] or more)
        operator = OPERATORS[str(word)]
        span = self._span(word).to(self._span(after) if after else end[1])
        if after is not None:
            if operator == ">" and AFTERWARDS[str(after)] == "≥":
                return self._included(Interval(*ends_of(">", end[0]), span), end)  # 超过5%以上 leaves 5 % out
            if AFTERWARDS[str(after)][0] != operator[0] and operator != "=" and word != "完成":
                raise self._error(f"“{word}”与“{after}”方向相反", word, after)
            by_statute = not str(after).startswith(("及", "或"))
            low, high = ends_of(AFTERWARDS[str(after)], end[0], by_statute=by_statute)
            if operator == AFTERWARDS[str(after)] and word != "控制在":
                # 达到80%以上 claims 80 % from 80%以下, as 达到80% does
                low, high = (one and replace(one, outright=True) for one in (low, high))
            return self._included(Interval(low, high, span), end)
        return self._included(Interval(*ends_of(operator, end[0]), span), end)

    def afterwards(self, end: Written, word: Token, more: Token | None = None) -> Interval:
        span = end[1].to(self._span(more or word))
        interval = Interval(
            *ends_of(AFTERWARDS[str(word)], end[0], by_statute="及" not in word and "或" not in word), span
        )
        return self._included(interval, (end[0], span, end[2] or more))

    def around_zero(self, word: Token, *rest: Token) -> Interval:
        return self._around(Amount(Fraction(0), find_unit("%")), word, rest)

    def around_number(self, middle: Written, word: Token, *rest: Token) -> Interval:
        return self._around(middle[0], word, rest)

    def _around(self, middle: Amount, word: Token, rest: tuple[Token, ...]) -> Interval:
        """Read “±5%以内”, “100%±5%”: both sides of a number, the ends included."""
        distance = read_amount(re.sub("±|正负", "", word), self._at(word))
        beyond = next((one for one in rest if one.type == "AFTERWARDS" and AFTERWARDS[str(one)] != "≤"), None)
        if beyond is not None:
            raise self._error("“±”后面应是“以内”", word, beyond)
        middle, distance = share_units(middle, distance)
        if distance.unit != middle.unit and distance.unit.dimension == middle.unit.dimension:
            distance = Amount(distance.base / middle.unit.factor, middle.unit)
        outright = any(one.type == "INCLUDED" for one in rest) or not rest
        included = all(one.type != "EXCLUDED" for one in rest)
        low, high = (
            End(Amount(middle.value + sign * distance.value, middle.unit), included, outright, not outright)
            for sign in (-1, 1)
        )
        for one in rest:
            if one.type in ("INCLUDED", "EXCLUDED"):
                self._meant(one, [low, high], 1)
        return Interval(low, high, self._span(word).to(self._span(rest[-1] if rest else word)))

    def ring(self, *parts: Token) -> Interval:
        """Read ±5%至±10%: the values that lie so far from zero, on whichever side."""
        inner = next(one for one in parts if one.type == "PLUSMINUS")
        ends: list[Written] = []
        for place, one in enumerate(parts):
            if one.type == "PLUSMINUS":
                amount = read_amount(re.sub("±|正负", "", one), self._at(one))
                behind = parts[place + 1] if place + 1 < len(parts) else None
                more = behind if behind is not None and behind.type in ("INCLUDED", "EXCLUDED") else None
                ends.append((amount, self._span(one), more))
        last = parts[-1]
        if last.type in ("INCLUDED", "EXCLUDED") and ends[1][2] is None:
            ends[1] = (ends[1][0], ends[1][1], last)
        found = self.ranged(ends[0], inner, ends[1])
        return replace(found, span=self._span(inner).to(self._span(last)), outside=True, ring=True)

    def ranged(
        self,
        first: Written,
        dash: Token,
        second: Written,
        after: Token | None = None,
        more: Token | None = None,
    ) -> Interval:
        second = (second[0], second[1], second[2] or more)
        one, other = share_units(first[0], second[0])
        ends = [End(one, True, outright=False), End(other, True, outright=False)]
        for place, (_, _, inclusion) in enumerate((first, second)):
            if inclusion is not None:
                target = self._meant(inclusion, ends, place)
                ends[target] = replace(ends[target], included=inclusion.type == "INCLUDED", outright=True)
        if ends[0].amount.base > ends[1].amount.base:
            ends.reverse()
        among = after is not None and after.type == "AMONG"
        return Interval(ends[0], ends[1], first[1].to(second[1]), among=among)

    def reached(self, word: Token, *parts: Any) -> Interval:
        """达到90%-100%: the word only leads to the range; 超过1%至3% leaves its beginning out."""
        if OPERATORS[str(word)] == ">":
            found = self.ranged(*parts)
            assert found.low is not None
            return replace(found, low=replace(found.low, included=False, outright=True))
        within = word == "控制在"
        if not within and (
            OPERATORS[str(word)] not in ("=", "≥") or "于" in word or "低" in word or "少" in word
        ):
            raise self._error("比较符号后面应是一个数，不是一段", word, word)
        return self.ranged(*parts)

    def beyond_zero(self, word: Token, distance: Token, inclusion: Token | None = None) -> Interval:
        """超出±5%: what lies on both sides of it; 不超过±5%: what lies between."""
        operator = OPERATORS[str(word)]
        if operator == "=":
            raise self._error("“±”前面应写明在它以内还是超出它", word, distance)
        within = self._around(Amount(Fraction(0), find_unit("%")), distance, ())
        included = operator in ("≤", "≥") if inclusion is None else inclusion.type == "INCLUDED"
        assert within.low is not None
        assert within.high is not None
        low, high = (replace(end, included=included, outright=True) for end in (within.low, within.high))
        span = self._span(word).to(self._span(inclusion or distance))
        return Interval(low, high, span, outside=operator in (">", "≥"))

    def between(self, first: Written, *parts: Any) -> Interval:
        operators = [
            OPERATORS[str(part)] for part in parts if isinstance(part, Token) and part.type == "OPERATOR"
        ]
        second: Written = parts[-1]
        one, other = share_units(first[0], second[0])
        low, high = ends_of(_FLIPPED[operators[0]], one)
        low2, high2 = ends_of(operators[1], other)
        span = first[1].to(second[1])
        if (low and low2) or (high and high2) or "=" in operators:
            raise LanguageError.at("两个比较符号方向不一致", span)
        names = [str(part) for part in parts if isinstance(part, Token) and part.type == "TEXT"]
        return Interval(low or low2, high or high2, span, name="".join(names))

    def flipped(self, end: Written, word: Token, words: Token) -> Interval:
        interval = Interval(*ends_of(_FLIPPED[OPERATORS[str(word)]], end[0]), end[1].to(self._span(words)))
        name = re.sub("(?:的|时|,)+$", "", words)
        return replace(self._included(interval, end), name=name)

    def not_more(self, word: Token) -> Interval:
        return Interval(*ends_of("≤", Amount(Fraction(0), find_unit("%"))), self._span(word))

    def bracketed(self, word: Token) -> Interval:
        if "∞" in word:
            low = read_amount(str(word)[1:].partition(",")[0], self._at(word))
            return Interval(End(low, word[0] == "[", outright=True), None, self._span(word))
        shape = re.fullmatch(r"(-?[^,~至到-]+)[,~至到-](-?[^,~至到-]+)", str(word)[1:-1])
        if shape is None:
            raise self._error("方括号里应是区间的两端，如 [80%,90%)", word, word)
        left, right = shape.groups()
        low, high = share_units(read_amount(left, self._at(word)), read_amount(right, self._at(word)))
        if low.base > high.base:
            raise self._error("方括号里的两端次序反了，小的应写在前面", word, word)
        return Interval(
            End(low, word[0] == "[", outright=True),
            End(high, word[-1] == "]", outright=True),
            self._span(word),
        )

    def _included(self, interval: Interval, end: Written) -> Interval:
        if end[2] is None:
            return interval
        included = end[2].type == "INCLUDED"
        ends = interval.ends
        self._meant(end[2], [ends[0], ends[-1]], 0)

        def say(one: End | None) -> End | None:
            return replace(one, included=included, outright=True, by_statute=False) if one else None

        return replace(interval, low=say(interval.low), high=say(interval.high))

    def _meant(self, inclusion: Token, ends: list[End], place: int) -> int:
        """Tell which end （含80%） speaks of: the number in it, or the one before it."""
        digits = re.search(r"\d.*(?=\))", inclusion)
        if digits is None:
            return place
        amount = share_units(read_amount(digits[0], self._at(inclusion)), ends[place].amount)[0]
        for target in (place, 1 - place):
            end = ends[target].amount
            if end.base == amount.base and end.unit.dimension == amount.unit.dimension:
                return target
        raise self._error(f"“{inclusion}”里的数不是区间的端点", inclusion, inclusion)

    def _span(self, token: Token) -> Span:
        return self._source.span(token.start_pos, token.end_pos)

    def _at(self, token: Token) -> int:
        return self._span(token).start

    def _error(self, message: str, first: Token, last: Token) -> LanguageError:
        span = self._span(first).to(self._span(last))
        return LanguageError.at(message, span)
