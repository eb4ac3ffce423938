"""Turn the grammar's matches of awards into what a clause earns or costs."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.formula import parse_formula
from jixiao.language.standard.build.amount import (
    CAP_WORDED,
    CAPS_DIFFER,
    read_amount,
    read_fraction,
    read_points,
    share_units,
)
from jixiao.language.standard.build.intervals import BuildIntervals
from jixiao.language.standard.consequence import read_consequence
from jixiao.language.standard.tokens.source import Source
from jixiao.language.standard.tree import (
    Add,
    Amount,
    AtDiscretion,
    ByFormula,
    Cap,
    Deduct,
    End,
    InProportion,
    LeftOut,
    Permitted,
    Pin,
    Points,
    PointsSpan,
    Says,
    Vetoed,
)
from jixiao.language.tokens import Token
from jixiao.quantity import NUMERAL

POINTS_NAMES = "分值 满分 指标分值 标准分值 标准分 该项分值 本项分值 权重分值 权重分 权重 该指标分值 满分值 基本分 指标满分".split()
"""What formulas call the full marks."""
_PART_OF_STEP = re.compile(r"^不足([^,的部按不]*).*?(?:按照?(.*?)(?:计算|计|扣分)?)?$")
_SOME = re.compile(rf"\d+(?:\.\d+)?|{NUMERAL}(?=分|[-~至到])")
_CAP_REMARK = re.compile(
    r"\((?:最高|最多)?不得?超过(?:满分|(?:该项|本项|指标|该指标|标准)?分值|\d+(?:\.\d+)?分)\)"
)
_PIN_REMARK = re.compile(r"\((?:超过|超出|大于|高于)[^()]*按[^()]*\)")


class BuildAwards(BuildIntervals):
    """Construction of awards; spans are those of the original sentence."""

    def __init__(self, source: Source, names: tuple[str, ...]) -> None:
        super().__init__(source)
        self._names = names

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
        numbers = _SOME.findall(word)
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
        dropped = "不计" if re.search("不计|不予|不扣", word) else "按一步"
        value = "按比例" if "比例" in word else dropped
        part, counted = _PART_OF_STEP.sub(r"\1,\2", word).split(",")
        amount = read_amount(part, self._at(word)) if part and part != "一步" else None
        if value == "按一步" and counted not in (part, "一步") and not self._equals(counted, amount, word):
            raise self._error("不足一步的应按一步计算", word, word)
        return Says("不足一步", value, amount, self._span(word))

    def _equals(self, text: str, amount: Amount | None, word: Token) -> bool:
        return amount is not None and bool(text) and read_amount(text, self._at(word)).base == amount.base

    def by_formula(self, head: Token, expression: Token) -> ByFormula:
        text, pin = str(expression), None
        text = re.sub("[乘除]以", lambda sign: " ×" if sign[0] == "乘以" else " ÷", text)
        text = re.sub("分$", "", text) if head.startswith(("得", "计")) and head.type == "BYEXPR" else text
        if "按" in head:
            text = re.sub("(?:计算得分|计算|折算|计分|得分|给分|赋分|记分)+$", "", text)
        for aside in _CAP_REMARK.findall(text):
            text = text.replace(aside, " " * len(aside))
        if limited := re.search(r"\((?:最高|最多)?不得?超过[^()]*\)", text):
            start = expression.start_pos + limited.start()
            raise self._error(
                "算式里的值不能有上限，请写“超过…按…计算”",
                *[Token("TEXT", limited[0], start, start + len(limited[0]))] * 2,
            )
        remark = _PIN_REMARK.search(text)
        if remark:
            start = expression.start_pos + remark.start() + 1
            pinned = self.pin(Token("PIN", remark[0][1:-1], start, start + len(remark[0]) - 2))
            pin = pinned if isinstance(pinned, Pin) else None
            text = text.replace(remark[0], " " * len(remark[0]))
        try:
            tree = parse_formula(text, (*self._names, *POINTS_NAMES, "指标值"))
        except LanguageError as error:
            start = min(expression.start_pos + error.position, len(self._source.text))
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
        bounds = [read_points(number, self._at(word)) for number in _SOME.findall(word)]
        low, high = sorted(bounds) if len(bounds) == 2 else (None, None)
        return AtDiscretion(low, high, self._span(word))

    def permitted(self, word: Token) -> Permitted:
        return Permitted(self._span(word))

    def left_out(self, word: Token) -> LeftOut:
        return LeftOut(self._span(word))

    def vetoed(self, word: Token) -> Vetoed:
        effect = read_consequence(word)
        if effect is None:
            raise LanguageError(f"看不懂否决的后果“{word}”", self._at(word), len(word))
        return Vetoed(self._span(word), effect)

    def pin(self, word: Token) -> Pin | Cap:
        numbers = re.findall(r"\d[\d.]*[^\d.,的部均则按照计算分]*", str(word))
        if len(numbers) != 2:
            raise self._error(CAP_WORDED, word, word)
        first, second = numbers
        limits = share_units(read_amount(first, self._at(word)), read_amount(second, self._at(word)))
        if re.search(r"\d分(?!之|钟)", word) and limits[0] == limits[1]:
            return Cap(limits[0].value, span=self._span(word))
        if limits[0].base != limits[1].base:
            raise self._error(CAPS_DIFFER, word, word)
        return Pin(limits[0], span=self._span(word))
