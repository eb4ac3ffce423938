"""Turn the grammar's matches into clauses."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, cast

from lark import Token, v_args

from jixiao.language.error import LanguageError
from jixiao.language.formula import parse_formula
from jixiao.language.span import Span
from jixiao.language.standard.amount import ends_of, read_amount, read_fraction, read_points, share_units
from jixiao.language.standard.asides import is_quotient
from jixiao.language.standard.build_intervals import BuildIntervals, Written
from jixiao.language.standard.consequence import read_consequence
from jixiao.language.standard.source import Source
from jixiao.language.standard.subject import either_of, pair_up, tidy_subject
from jixiao.language.standard.tree import (
    Add,
    Amount,
    AtDiscretion,
    Award,
    Base,
    ByFormula,
    Cap,
    Clause,
    Deduct,
    Each,
    Else,
    End,
    Entry,
    Floor,
    InProportion,
    Interval,
    LeftOut,
    Magnitude,
    Phrase,
    Pin,
    Points,
    PointsSpan,
    Remark,
    Says,
    Sentence,
    Shares,
    SoOn,
    Step,
    Vetoed,
    Words,
)
from jixiao.language.standard.vocabulary import DIRECTIONS
from jixiao.quantity import find_unit

POINTS_NAMES = "分值 满分 指标分值 标准分值 标准分 该项分值 本项分值 权重分值 权重分 权重 该指标分值 满分值 基本分 指标满分".split()
"""What formulas call the full marks."""
_CAP_REMARK = re.compile(r"\((?:最高|最多)?不得?超过[^()]*\)")
_PIN_REMARK = re.compile(r"\((?:超过|超出|大于|高于)[^()]*按[^()]*\)")
_EACH = re.compile(r"每?(?P<what>.*)[一1](?P<unit>.+)")
_EACH_UNITS = {
    "日": "天",
    "个工作日": "工作日",
    "笔": "个",
    "宗": "例",
    "类": "项",
    "方面": "项",
    "月": "个月",
    "名": "人",
}


@v_args(inline=True)
class Build(BuildIntervals):
    """Bottom-up construction of the tree; spans are those of the original sentence."""

    def __init__(self, source: Source, names: tuple[str, ...]) -> None:
        super().__init__(source)
        self._names = names

    def sentence(self, *entries: Any) -> Sentence:
        found: list[Entry] = []
        for entry in entries:
            if isinstance(entry, tuple):
                found.extend(entry)
            elif not isinstance(entry, Token):
                found.append(entry)
        return tuple(found)

    # Clauses

    def bare(self, *parts: Any) -> tuple[Clause, ...]:
        return self._clauses(parts, [])

    def scored(self, *parts: Any) -> tuple[Clause, ...]:
        return self._clauses(parts[:-1], parts[-1])

    def unconditional(self, *parts: Any) -> tuple[Clause, ...]:
        return self._clauses(parts[:-1], parts[-1])

    def reversed(self, *parts: Any) -> tuple[Clause, ...]:
        """得满分：执行率=100%: the points first, then what they are for."""
        found = 1 if isinstance(parts[0], Token) else 0
        return self._clauses((*parts[:found], *parts[found + 1 :]), [parts[found]])

    def _clauses(self, parts: tuple[Any, ...], awards: list[Award]) -> tuple[Clause, ...]:
        """Give the clause, or one for each of its parallel parts (分别得6分、4分和2分)."""
        mark = bool(parts) and isinstance(parts[0], Token) and parts[0].type == "MARK"
        subject: tuple[Phrase, ...] = tuple(
            one
            for part in parts
            if not isinstance(part, Token)
            for one in (part if isinstance(part, tuple) else (part,))
        )
        spans = [phrase.span for phrase in subject] + [award.span for award in awards]
        span = min(spans, key=lambda one: one.start).to(max(spans, key=lambda one: one.end))
        tidy = tidy_subject(subject)
        if len(awards) > 1:
            return tuple(Clause(one, award, span, mark) for one, award in pair_up(tidy, awards, span))
        award = awards[0] if awards else None
        return tuple(Clause(one, award, span, mark) for one in either_of(tidy))

    def awards(self, *parts: Any) -> list[Award]:
        return [part for part in parts if not isinstance(part, Token)]

    def share_list(self, word: Token, *parts: Any) -> list[Award]:
        shares = [part for part in parts if isinstance(part, Interval)]
        rest = parts[-1] if isinstance(parts[-1], Token) and parts[-1].type in ("TEXT", "WORTH") else None
        end = self._span(rest) if rest is not None else shares[-1].span
        return [Shares(share, self._span(word).to(end)) for share in shares]

    def share(self, first: Written, dash: Token, second: Written) -> Interval:
        return self.ranged(first, dash, second)

    # Phrases

    def words(self, text: Token) -> Words:
        return Words(str(text), self._span(text))

    def step(self, word: Token, amount: tuple[Amount, Span]) -> Step:
        parts = re.findall("|".join(sorted(DIRECTIONS, key=len, reverse=True)), word)
        ways = {DIRECTIONS[part] for part in parts}
        either = len(ways) > 1 or word.endswith("每")
        direction = "off" if either else ways.pop() if ways else "over"
        return Step(cast("Any", direction), amount[0], self._span(word).to(amount[1]))

    def step_from(
        self, word: Token, limit: tuple[Amount, Span], amount: tuple[Amount, Span]
    ) -> tuple[Interval, Step]:
        """每低于100%一个百分点: where the steps begin, and the step."""
        step = self.step(word, amount)
        if step.direction == "off":
            raise self._error("看不出从这个数往哪一边算", word, word)
        ends = ends_of(">" if step.direction == "over" else "<", limit[0])
        return Interval(*ends, limit[1]), step

    def each(self, word: Token) -> Each:
        shape = _EACH.fullmatch(str(word))
        what, unit = (shape["what"], shape["unit"]) if shape else ("", str(word)[1:])
        if word.endswith("各"):
            return Each("各", find_unit("项"), self._span(word))
        unit = re.sub(r"\(.*\)|(?<=个)(?:问题|项目)|(?<=项)(?:任务|工作)", "", unit)
        return Each(what, find_unit(_EACH_UNITS.get(unit, unit)), self._span(word))

    def otherwise(self, word: Token) -> Else:
        return Else(self._span(word))

    def remark(self, *parts: Token) -> Remark:
        text = "".join(parts[1:-1])
        plain = all(part.type in ("TEXT", "COMMA", "COLON", "LPAR", "RPAR") for part in parts)
        plain = plain or is_quotient(text.rpartition("=")[2])
        return Remark(text, plain, self._span(parts[0]).to(self._span(parts[-1])))

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

    def points_span(self, *parts: Token) -> PointsSpan:
        word = next(part for part in parts if part.type == "POINTSPAN")
        span = self._span(parts[0]).to(self._span(parts[-1]))
        numbers = re.findall(r"\d[\d.]*", word)
        if not numbers:
            return PointsSpan(None, None, span)
        claimed = read_points(numbers[2], self._at(word)) if len(numbers) > 2 else None
        low, high = sorted(read_points(number, self._at(word)) for number in numbers[:2])
        without = claimed is not None and "不含" in word
        ends = [
            End(Amount(value), not (without and value == claimed), outright=claimed in (None, value))
            for value in (low, high)
        ]
        return PointsSpan(ends[0], ends[1], span)

    def part_step(self, word: Token) -> Says:
        whole = "不计" if re.search("不计|不予|不扣", word) else "按一步"
        value = "按比例" if "比例" in word else whole
        number = re.match(r"不足(\d[\d.]*[^\d.,的部按不]+|[一二三四五六七八九十]+[^,的部按不步]+)", word)
        amount = read_amount(number[1], self._at(word)) if number else None
        return Says("不足一步", value, amount, self._span(word))

    def by_formula(self, head: Token, expression: Token) -> ByFormula:
        text, pin = str(expression), None
        text = re.sub("[乘除]以", lambda sign: " ×" if sign[0] == "乘以" else " ÷", text)
        text = re.sub("分$", "", text) if head.startswith(("得", "计")) and head.type == "BYEXPR" else text
        if "按" in head:
            text = re.sub("(?:计算得分|计算|折算|计分|得分|给分|赋分|记分)+$", "", text)
        for aside in _CAP_REMARK.findall(text):
            text = text.replace(aside, " " * len(aside))
        remark = _PIN_REMARK.search(text)
        if remark:
            start = (expression.start_pos or 0) + remark.start() + 1
            pinned = self.pin(
                Token("PIN", remark[0][1:-1], start_pos=start, end_pos=start + len(remark[0]) - 2)
            )
            pin = pinned if isinstance(pinned, Pin) else None
            text = text.replace(remark[0], " " * len(remark[0]))
        try:
            tree = parse_formula(text, (*self._names, *POINTS_NAMES, "指标值"))
        except LanguageError as error:
            start = min((expression.start_pos or 0) + error.position, len(self._source.text))
            place = self._source.span(start, start + 1)
            raise LanguageError(error.message, place.start, error.length) from None
        return ByFormula(tree, pin.limit if pin else None, self._span(head).to(self._span(expression)))

    def basic(self, word: Token, points: Token | None = None) -> Points:
        if points is None:
            return Points("full", span=self._span(word))
        return Points(
            "base",
            Fraction(0) if points.type == "ZERO" else read_points(str(points), self._at(points)),
            self._span(word).to(self._span(points)),
        )

    def part(self, *parts: Token) -> Points | Deduct:
        word = next(part for part in parts if part.type == "PART")
        span = self._span(parts[0]).to(self._span(parts[-1]))
        share = read_fraction(str(word), self._at(word))
        return Deduct(share, span, share=True) if word[0] in "扣减" else Points("share", share, span)

    def add(self, word: Token, points: Token) -> Add:
        return Add(read_points(str(points), self._at(points)), self._span(word).to(self._span(points)))

    def at_discretion(self, word: Token) -> AtDiscretion:
        bounds = [read_points(number, self._at(word)) for number in re.findall(r"[\d.]+", word)]
        low, high = (bounds[0], bounds[1]) if len(bounds) == 2 else (None, None)
        return AtDiscretion(low, high, self._span(word))

    def left_out(self, word: Token) -> LeftOut:
        return LeftOut(self._span(word))

    def vetoed(self, word: Token) -> Vetoed:
        effect = read_consequence(word)
        if effect is None:
            raise LanguageError(f"看不懂否决的后果“{word}”", self._at(word), len(word))
        return Vetoed(self._span(word), effect)

    # Around the clauses

    def base(self, word: Token) -> Base:
        number = re.sub(
            r"^以|为(?:标准|基准|准|基数|目标值?|控制线)$|^(?:年初|年度)?(?:标准|目标|基准)值(?:为|是|:|=)",
            "",
            str(word),
        )
        return Base(read_amount(number, self._at(word)), self._span(word))

    def floor(self, *parts: Token) -> Floor:
        points = next((part for part in parts if part.type == "POINTS"), None)
        deducted = read_points(str(points), self._at(points)) if points is not None else None
        return Floor(deducted, self._span(parts[0]).to(self._span(parts[-1])))

    def magnitude(self, word: Token) -> Magnitude:
        return Magnitude(self._span(word))

    def cap(self, word: Token, points: Token | None = None, stop: Token | None = None) -> Cap:
        value = read_points(str(points), self._at(points)) if points is not None else None
        first = re.search(r"\d[\d.]*(?=分)", word)
        if first and points is not None and read_points(first[0], self._at(word)) != value:
            raise self._error("“超过…按…计”里的两个数应当相同", word, points)
        return Cap(value, span=self._span(word).to(self._span(stop or points or word)))

    def added_cap(self, word: Token, points: Token) -> Cap:
        value = read_points(str(points), self._at(points))
        return Cap(value, added=True, span=self._span(word).to(self._span(points)))

    def pin(self, word: Token) -> Pin | Cap:
        first, second = re.findall(r"\d[\d.]*[^\d.,的部均则按照计算分]*", str(word))
        limits = share_units(read_amount(first, self._at(word)), read_amount(second, self._at(word)))
        if re.search(r"\d分(?!之|钟)", word) and limits[0] == limits[1]:
            return Cap(limits[0].value, span=self._span(word))
        if limits[0].base != limits[1].base:
            raise self._error("“超过…按…计”里的两个数应当相同", word, word)
        return Pin(limits[0], span=self._span(word))

    def so_on(self, word: Token) -> SoOn:
        return SoOn(self._span(word))
