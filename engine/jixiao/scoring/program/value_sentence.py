"""Sentences that rule by a value, read in the language of scoring sentences.

“执行率60%–70%的总分不超过79，低于60%不超过69” is read as bands that earn 79 and 69, which hold the total instead of
giving points; “超过目标值30%及以上的，扣2分” as one that takes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Interval, Words, parse_standard
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Unit, fold_width
from jixiao.scoring.program.value_rule import Options, Ruled, ValueRule
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Scale
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import dimension_of
from jixiao.scoring.sentence.understand import understand
from jixiao.scoring.words.amounts import value_text

_NUMBER = r"(\d+(?:\.\d+)?)"
_TOTAL = (
    "(?:(?:评价|考核|绩效|自评|最终|综合|全部|项目|该|其)*(?:总分|总得分|总评分|总成绩|得分|总体得分)值?)"
)
_CAPS = re.compile(
    rf"""的?时?[，,]?\s*(?:则|其)?{_TOTAL}?的?
      (?: (?:最高|最多|上限)?(?:不得?超过|不得?高于|不能超过)\s*{_NUMBER}\s*分?
        | (?:最高|最多|上限|封顶)(?:分|得分)?[为得按计]?\s*{_NUMBER}\s*分?
        | [按以]\s*{_NUMBER}\s*分?(?:封顶|为限|为上限)
        | (?:控制|限制|限)?在\s*{_NUMBER}\s*分?(?:以内|以下|及以下|之内)
      )(?=[，,；;。\s]|$)""",
    re.VERBOSE,
)
"""How a clause says what the total is held to: 的总分不超过89."""
_WHOSE = "(?:每项|各项|该项|本项|该指标|本指标|相应指标|指标|该指标得分|得分)"
_COSTS = re.compile(
    rf"""(?:的|时)?[，,]?\s*(?:视为(?:指标)?偏离(?:度较大)?[，,]?)?(?:一律|均|则|相应)*{_WHOSE}?(?:扣除|扣减|扣|减){_WHOSE}?
      (?: {_NUMBER}\s*分 | (?:分值|满分)的?{_NUMBER}% )(?=[，,；;。\s]|$)""",
    re.VERBOSE,
)
"""How a clause says what is lost: 的，扣2分."""
_OUTSIDE = frozenset({Message.GAP, Message.MISSED_SILENT})
"""What is said of values that no clause speaks of."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How sentences of one kind are read."""

    tails: re.Pattern[str]
    verb: str
    """What the kind is called where it is not understood."""
    worst: Callable[[Iterable[Fraction]], Fraction]
    """The points that stand next to the values for which the sentence must say something."""
    end: int
    """Where those values lie as a rule: at the first or at the last stretch."""


_CAPPING = _Way(_CAPS, "总分最高几分", min, 0)
_COSTING = _Way(_COSTS, "扣几分", max, -1)


def capping(text: str, name: str, readings: Readings) -> ValueRule:
    """Read what a value holds the total to; raises LanguageError."""
    return _read(text, name, readings, _CAPPING)


def costing(text: str, name: str, readings: Readings) -> ValueRule:
    """Read what a value costs; raises LanguageError."""
    return _read(text, name, readings, _COSTING)


def value_named(text: str) -> str:
    """Give the words that a sentence of caps compares; raises LanguageError where there are none."""
    written, _ = _in_points(text, _CAPPING)
    clauses = [one for one in parse_standard(written) if isinstance(one, Clause)]
    names = [one.text for clause in clauses for one in clause.subject[:1] if isinstance(one, Words)]
    compares = any(isinstance(one, Interval) for clause in clauses for one in clause.subject)
    if not names or not compares:
        message = "看不出拿什么数来比：请先写指标或数据项的名称，如 预算执行率低于60%的，总分不超过69分"
        raise LanguageError(f"{message}；由事实决定的，请写在“否决”里", 0, len(text))
    return re.sub("^(?:若|如果?|当|凡|其中)|[在的为]+$", "", names[0])


def _read(text: str, name: str, readings: Readings, way: _Way) -> ValueRule:
    written, shares = _in_points(text, way)
    numbers = [Fraction(one) for one in re.findall(rf"得{_NUMBER}分", written)]
    try:
        standard = understand(written, name, max(numbers))
    except LanguageError as error:  # what could be written instead would be a sentence of points
        raise LanguageError(error.message, error.position, error.length) from None
    if standard.form.takes != Takes.VALUE:
        raise LanguageError(f"看不出拿什么数来比，{way.verb}要由一个数值决定", 0, len(text))
    if standard.remarks or standard.guards or standard.vetoes or standard.exemptions:
        raise LanguageError("除了数值和分数，这里还说了别的，看不懂", 0, len(text))
    meaning = meaning_of(standard, {**readings, Reading.MISSED: "不得分"})
    _refuse_contested(meaning, readings, text)
    unit = next((one.unit for one in standard.amounts() if one.unit != PLAIN), PLAIN)
    rows = tuple(_row(one.own.scale, text, shares, way, unit) for one in meaning.ways)
    return ValueRule(tuple(dict.fromkeys(rows)), dimension_of(meaning.standard), text)


def _refuse_contested(meaning: Meaning, readings: Readings, text: str) -> None:
    if readings.get(Reading.SHARED_END) == "报错" and Reading.SHARED_END in meaning.asks:
        message = "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档"
        raise LanguageError(message, 0, len(text))


def _in_points(text: str, way: _Way) -> tuple[str, bool]:
    """Write what a sentence brings about as points that are earned, every word at its place; and whether they are shares."""
    folded = fold_width(text)
    found = list(way.tails.finditer(folded))
    if not found or len(folded) != len(text):
        raise LanguageError(f"没有写{way.verb}", 0, len(text))
    kinds = {one[0].rstrip().endswith("%") for one in found}
    if len(kinds) > 1:
        raise LanguageError("有的按分扣，有的按分值的百分之几扣，请统一", 0, len(text))

    def earned(tail: re.Match[str]) -> str:
        number = next(one for one in tail.groups() if one)
        return f"得{number}分".rjust(len(tail[0]))

    return way.tails.sub(earned, folded), kinds.pop()


def _row(scale: Scale, text: str, shares: bool, way: _Way, unit: Unit) -> tuple[Stretch[Options], ...]:
    """Give what each value brings about; raises LanguageError where the sentence does not say it of the worst values."""
    points = [_flat(one.what, text) for one in scale if one.what.said.message not in _OUTSIDE]
    row: list[Stretch[Options]] = []
    for place, stretch in enumerate(scale):
        if stretch.what.said.message not in _OUTSIDE:
            row.append(stretch.holding((_ruled(stretch.what, text, shares),)))
            continue
        beside = [scale[near].what for near in (place - 1, place + 1) if 0 <= near < len(scale)]
        if 0 < place < len(scale) - 1:
            row.append(stretch.holding(tuple(_ruled(one, text, shares) for one in beside)))
        elif len(set(points)) > 1 and _flat(beside[0], text) == way.worst(points):
            raise _unsaid(stretch, text, way, unit)
        else:
            row.append(stretch.holding((None,)))
    outer = [one for one in (row[0], row[-1]) if one.what == (None,)]
    if len(outer) == 2 and len(row) > 1:
        raise _unsaid(row[way.end], text, way, unit)
    return tuple(row)


def _unsaid(stretch: Stretch[object], text: str, way: _Way, unit: Unit) -> LanguageError:
    ends: Sequence[tuple[str, Fraction | None]] = (("大于", stretch.low), ("小于", stretch.high))
    side = next(f"{word}{value_text(end, unit)}" for word, end in ends if end is not None)
    return LanguageError(f"没有写{side}时{way.verb}，请补上", 0, len(text))


def _flat(earned: Earned, text: str) -> Fraction:
    if not isinstance(earned.earns, Line) or earned.earns.slope:
        raise LanguageError("每一档应是一个分数", 0, len(text))
    return earned.earns.intercept


def _ruled(earned: Earned, text: str, shares: bool) -> Ruled:
    points = _flat(earned, text)
    return Ruled(points / 100 if shares else points, _cited(earned.said.clause, text), shares)


def _cited(clause: str, text: str) -> str:
    """Give the words of the sentence that a clause was written from."""
    span = getattr(clause, "span", None)
    return clause if span is None else text[span.start : span.end]
