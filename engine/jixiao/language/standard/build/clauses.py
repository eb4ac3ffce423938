"""Turn the grammar's matches into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from jixiao.dataclass import replace
from jixiao.language.span import Span
from jixiao.language.standard.build.amount import (
    CAPS_DIFFER,
    ends_of,
    read_amount,
    read_fraction,
    read_points,
)
from jixiao.language.standard.build.awards import BuildAwards
from jixiao.language.standard.build.intervals import Written
from jixiao.language.standard.build.subject import either_of, fact_apart, pair_up, tidy_subject
from jixiao.language.standard.tokens.asides import is_quotient
from jixiao.language.standard.tokens.fragments import AS_BASE, GOAL_IS, POINTS
from jixiao.language.standard.tokens.vocabulary import DIRECTIONS, EACH_UNITS
from jixiao.language.standard.tree import (
    Add,
    Amount,
    Award,
    Base,
    Cap,
    Clause,
    Deduct,
    Each,
    Else,
    Entry,
    Floor,
    Interval,
    Magnitude,
    Phrase,
    Points,
    Remark,
    Restated,
    Sentence,
    Shares,
    SoOn,
    Spill,
    Step,
    Unfloored,
    Words,
)
from jixiao.language.tokens import Token
from jixiao.quantity import NUMERAL, find_unit, unit_names

_LOWEST = re.compile("最低|得分|负分")
"""最低0分, 不计负分: the end of deductions told by the score that is left."""
_EACH = re.compile(r"每?(?P<what>.*)[一1](?P<unit>.+)")
_DEGREE = re.compile("^(?:视|根据|按照?)?(?:情节|情况)?(?:轻重)?(?=每)")
"""What bounds behind it say anyway: 视情节每处扣0.2-0.5分."""
_BY = re.compile(rf"(?:\d+(?:\.\d+)?|{NUMERAL})分$")
"""By how many points each goes on: 依次递减1分."""
_TAILED = re.compile(r"\(.*\)|(?<=个)(?:问题|项目)|(?<=项)(?:任务|工作)")


def _alike(awards: Sequence[Award]) -> list[Award]:
    """Let 分别加1分、2分 add both, and 分别扣1分、2分 take both: only the first says which."""
    first = awards[0]
    if not isinstance(first, Add | Deduct) or first.share:
        return list(awards)
    return [
        replace(first, value=one.value, span=one.span)
        if isinstance(one, Points) and one.kind == "number"
        else one
        for one in awards
    ]


def _is_basic(award: Award | None) -> bool:
    return isinstance(award, Points) and award.kind == "base"


class Build(BuildAwards):
    """Bottom-up construction of the tree; spans are those of the original sentence."""

    def sentence(self, *entries: Any) -> Sentence:
        found: list[Entry] = []
        for entry in entries:
            if isinstance(entry, tuple):
                found.extend(entry)
            elif not isinstance(entry, Token):
                found.append(entry)
        return tuple(self._with_basics(found))

    def _with_basics(self, entries: list[Entry]) -> Iterator[Entry]:
        """Let 得基本分 earn what 基本分9分 says before it."""
        said = [
            one for one in entries if isinstance(one, Clause) and not one.subject and _is_basic(one.award)
        ]
        asked = [
            one for one in entries if isinstance(one, Clause) and one.award and one.award.span in self._basic
        ]
        if len(said) != 1 or not asked:
            yield from entries
            return
        for one in entries:
            if one in asked:
                assert isinstance(one, Clause)
                yield replace(one, award=said[0].award)
            elif one is not said[0]:
                yield one

    def basics(self, word: Token, points: Token) -> Clause:
        span = self._span(word).to(self._span(points))
        return Clause((), Points("base", read_points(str(points), self._at(points)), span), span)

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
        pairs: Sequence[tuple[tuple[Phrase, ...], Award | None]]
        award = awards[0] if awards else None
        if len(awards) > 1:
            pairs = pair_up(tidy, _alike(awards), span)
        elif parted := fact_apart(tidy, award):
            return tuple(Clause(one, award, span, mark, one) for one in parted)
        else:
            pairs = [(one, award) for one in either_of(tidy)]
        return tuple(Clause(one, award, span, mark, subject) for one, award in pairs)

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
        amount_of = not amount[0].unit.dimension.is_ratio and len(ways) < 2
        direction = "off" if either and not amount_of else ways.pop() if ways else "over"
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
        said = _DEGREE.sub("", word)
        shape = _EACH.fullmatch(said)
        what, unit = (shape["what"], shape["unit"]) if shape else ("", said[1:])
        if word.endswith("各"):
            return Each("各", find_unit("项"), self._span(word))
        if unit == "" or (
            shape is None and unit not in EACH_UNITS and unit not in unit_names() and not _TAILED.search(unit)
        ):
            return Each(unit, find_unit("个"), self._span(word))
        unit = _TAILED.sub("", unit)
        return Each(what, find_unit(EACH_UNITS.get(unit, unit)), self._span(word))

    def otherwise(self, word: Token) -> Else:
        return Else(self._span(word))

    def remark(self, *parts: Token) -> Remark:
        text = "".join(parts[1:-1])
        plain = all(part.type in ("TEXT", "COMMA", "COLON", "LPAR", "RPAR") for part in parts)
        defines = is_quotient(text.rpartition("=")[2])
        return Remark(text, plain or defines, defines, self._span(parts[0]).to(self._span(parts[-1])))

    # Around the clauses

    def base(self, word: Token) -> Base:
        number = re.sub(f"^以|{AS_BASE}$|^{GOAL_IS}", "", str(word))
        return Base(read_amount(number, self._at(word)), self._span(word))

    def floor(self, *parts: Token) -> Floor:
        points = next((part for part in parts if part.type == "POINTS"), None)
        deducted = read_points(str(points), self._at(points)) if points is not None else None
        span = self._span(parts[0]).to(self._span(parts[-1]))
        lowest = points is None and _LOWEST.search(parts[0]) is not None
        each = parts[0].startswith("每")
        return Floor(deducted, span, Points("number", span=span) if lowest else None, each)

    def least(self, *parts: Token) -> Floor:
        """Read 最低得2分, 得分不低于分值的30%."""
        word = parts[1]
        span = self._span(parts[0]).to(self._span(parts[-1]))
        share = word.type == "KEPT"
        value = (read_fraction if share else read_points)(str(word), self._at(word))
        kept = Points("share" if share else "number", value, self._span(word))
        return Floor(span=span, kept=kept)

    def restated(self, *parts: Token) -> Restated:
        return Restated(self._span(parts[-1]))

    def ended(self, word: Token) -> Floor:
        """Read 4分扣完为止."""
        points = re.match(POINTS, word)
        assert points is not None
        return Floor(read_points(points[0], self._at(word)), span=self._span(word))

    def magnitude(self, word: Token) -> Magnitude:
        return Magnitude(self._span(word))

    def unfloored(self, word: Token, points: Token | None = None, stop: Token | None = None) -> Unfloored:
        """Read 可扣至负分, 最低扣至-6分 or 最多倒扣6分."""
        lowest = -read_points(str(points), self._at(points)) if points is not None else None
        if written := re.search(r"-(\d[\d.]*分)", word):
            lowest = -read_points(written[1], self._at(word))
        return Unfloored(lowest, self._span(word).to(self._span(stop or points or word)))

    def spill(self, word: Token) -> Spill:
        """Read 扣完9分后从总分中扣."""
        points = re.search(rf"[完满光]({POINTS})", word)
        return Spill(read_points(points[1], self._at(word)) if points else None, self._span(word))

    def cap(self, word: Token, points: Token | None = None, stop: Token | None = None) -> Cap:
        value = read_points(str(points), self._at(points)) if points is not None else None
        peak = re.fullmatch(f"[以按]?({POINTS})(?:封顶|为限|为上限)", word)
        if peak:
            return Cap(read_points(peak[1], self._at(word)), span=self._span(word))
        first = re.search(r"\d[\d.]*(?=分)", word)
        if first and points is not None and read_points(first[0], self._at(word)) != value:
            raise self._error(CAPS_DIFFER, word, points)
        return Cap(value, span=self._span(word).to(self._span(stop or points or word)))

    def added_cap(self, word: Token, points: Token, stop: Token | None = None) -> Cap:
        value = read_points(str(points), self._at(points))
        return Cap(value, added=True, span=self._span(word).to(self._span(stop or points)))

    def so_on(self, word: Token) -> SoOn:
        said = _BY.search(word)
        return SoOn(None if said is None else read_points(said[0], self._at(word)), self._span(word))
