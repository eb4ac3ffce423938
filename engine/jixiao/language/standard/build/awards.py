"""Turn the grammar's matches of awards into what a clause earns or costs."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Expression, Name, parse_formula
from jixiao.language.span import Span
from jixiao.language.standard.build.amount import (
    CAP_WORDED,
    CAPS_DIFFER,
    read_amount,
    read_fraction,
    read_points,
    share_units,
)
from jixiao.language.standard.build.intervals import BuildIntervals
from jixiao.language.standard.build.limits import read_limit, take_limits
from jixiao.language.standard.consequence import read_consequence
from jixiao.language.standard.tokens.asides import DEFINED
from jixiao.language.standard.tokens.fragments import LOOSE
from jixiao.language.standard.tokens.source import Source
from jixiao.language.standard.tree import (
    Add,
    Amount,
    AtDiscretion,
    Below,
    ByFormula,
    ByScore,
    Cap,
    Deduct,
    Definition,
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

_PART_STEP = re.compile(
    rf"(?P<within>含)?不足(?:一步|(?P<step>{LOOSE}?))?的?(?:部分)?,?"
    rf"(?:(?P<ratio>按比例)|(?P<by>按照?)(?:一步|(?P<counted>{LOOSE}?))(?:计算|计|扣分)?|(?:不|不予)(?:计算|计|扣分|扣)|(?(within)))(?:计算|扣分|扣减)?"
)
"""不足1个百分点的按1个百分点计算, 含不足1个百分点: what is short of which step, and what it counts as."""
_DOING = re.compile(
    "(?:(?:进行|予以)?(?:计算得分|计算|折算|计分|计入|核定|得分|给分|赋分|记分)(?:总分|得分)?)+$"
)


def _of_points(tree: Expression) -> Expression:
    """Give 按实际数/计划数得分 its points: a share of them."""
    match tree:
        case Arithmetic(operator="÷", left=Name(), right=Name()):
            return Arithmetic("×", tree, Name("分值"))
        case _:
            return tree


_SOME = re.compile(rf"\d+(?:\.\d+)?|{NUMERAL}(?=分|[-~至到])")


class BuildAwards(BuildIntervals):
    """Construction of awards; spans are those of the original sentence."""

    def __init__(self, source: Source, names: tuple[str, ...]) -> None:
        super().__init__(source)
        self._names = names
        self._basic: set[Span] = set()
        """Where 得基本分 stands without points."""

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
        value = read_points(str(token), self._at(token))
        below = any(part == "倒扣" for part in parts)
        return Deduct(value, self._span(parts[0]).to(self._span(parts[-1])), below=below)

    def below(self, *parts: Token) -> Below:
        word, token = (part for part in parts if part.type in ("BELOW", "POINTS"))
        span = self._span(parts[0]).to(self._span(parts[-1]))
        return Below(read_points(str(token), self._at(token)), span, "总" in word)

    def proportional(self, word: Token) -> InProportion:
        words = re.sub("扣[除减](?:相应)?分[值数]$", "扣分", str(word))
        return InProportion(words, self._span(word))

    def by_score(self, word: Token) -> ByScore:
        """满分100分，按考核得分的10%折算为10分: out of how many points, and how many they make."""
        full = re.search(r"满分[为是按]?(\d+)分", word)
        share = re.search(r"(\d+(?:\.\d+)?)%", word)
        most = re.search(r"[算合]后?[为成]?(\d+(?:\.\d+)?)分", word)
        total = Fraction(full[1]) if full else Fraction(100)
        said = {
            *([total * Fraction(share[1]) / 100] if share else []),
            *([Fraction(most[1])] if most else []),
        }
        if len(said) > 1 or total == 0:
            raise self._error("折算的比例与折算成的分数不一致", word, word)
        return ByScore(total, next(iter(said), None), self._span(word))

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
        said = _PART_STEP.fullmatch(str(word))
        if said is None:
            raise self._error("看不懂不足一步的怎么算，可写成“不足1个百分点的按1个百分点计算”", word, word)
        step, counted = (
            None if said[name] is None else read_amount(said[name], self._at(word))
            for name in ("step", "counted")
        )
        whole = "按一步" if said["by"] or said["within"] else "不计"
        if counted is not None and counted.value == 0 and counted.unit.name != "分":
            whole, counted = "不计", None
        return Says("不足一步", "按比例" if said["ratio"] else whole, step, counted, self._span(word))

    def by_formula(self, *parts: Token) -> ByFormula:
        head, expression = (part for part in parts if not part.type.endswith("PAR"))
        text = str(expression)
        text = re.sub("[乘除]以", lambda sign: " ×" if sign[0] == "乘以" else " ÷", text)
        text = re.sub("分$", "", text) if head.startswith(("得", "计")) and head.type == "BYEXPR" else text
        by = head.endswith(("按", "按照", "以"))
        if by:
            text = _DOING.sub("", text)
        span = self._span(parts[0]).to(self._span(parts[-1]))
        limits = take_limits(text, span)
        try:
            tree = parse_formula(limits.text, (*self._names, "指标值"))
        except LanguageError as error:
            start = min(expression.start_pos + error.position, len(self._source.text))
            place = self._source.span(start, start + 1)
            raise LanguageError(error.message, place.start, error.length) from None
        if by:
            tree = _of_points(tree)
        return ByFormula(tree, limits.pins, limits.caps, span)

    def definition(self, *parts: Token) -> Definition:
        word = parts[-1]
        head = DEFINED.match(str(word))
        assert head is not None
        try:
            tree = parse_formula(word[head.end() :], self._names)
        except LanguageError as error:
            place = self._source.span(word.start_pos + head.end() + error.position, word.end_pos)
            raise LanguageError(error.message, place.start, error.length) from None
        return Definition(head[1], tree, str(word), self._span(word))

    def basic(self, word: Token, points: Token | None = None) -> Points:
        if points is None:
            full = Points("full", span=self._span(word))
            self._basic.add(full.span)
            return full
        return Points(
            "base",
            Fraction(0) if points.type == "ZERO" else read_points(str(points), self._at(points)),
            self._span(word).to(self._span(points)),
        )

    def part(self, *parts: Token) -> Points | Deduct | Add:
        word = next(part for part in parts if part.type == "PART")
        span = self._span(parts[0]).to(self._span(parts[-1]))
        share = read_fraction(str(word), self._at(word))
        if word[0] == "加":
            return Add(share, span, share=True)
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
        said = re.search("(?:超过|超出|大于|高于|低于|小于).*", word)
        limit = read_limit(said[0], self._span(word)) if said else None
        if limit is not None:
            return limit
        numbers = re.findall(r"\d[\d.]*[^\d.,的部均则按照计算分]*", str(word))
        if len(numbers) != 2:
            raise self._error(CAP_WORDED, word, word)
        first, second = numbers
        limits = share_units(read_amount(first, self._at(word)), read_amount(second, self._at(word)))
        under = re.search("低于|小于|少于", word) is not None
        if re.search(r"\d分(?!之|钟)", word) and limits[0] == limits[1] and not under:
            return Cap(limits[0].value, span=self._span(word))
        if limits[0].base != limits[1].base:
            raise self._error(CAPS_DIFFER, word, word)
        return Pin(limits[0], over=not under, span=self._span(word))
