"""What of the points is lost and what is open, a line each, most points first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.cells import cell_len
from rich.text import Text

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.quantity import points_text
from jixiao.reports.check.indicators import EXTRA_MARKS, PROVISIONAL_MARK
from jixiao.reports.page.clip import clip, in_brackets, some
from jixiao.reports.page.points import range_text
from jixiao.reports.page.wrap import wrap

INDENT = 2
MAX_LOST = 8
MAX_OPEN = 6
MAX_NAMED = 5
"""Most lines of each kind, and names on a line; --full has them all."""
RATING = "评定："
"""How what is missing begins where it is a judgement."""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: its name, its score, why, and where that stands."""

    name: str
    figure: str
    why: str
    style: str
    where: str = ""
    """The place of the figures in the paper."""


def shortfall_lines(evaluation: Evaluation, width: int) -> Iterator[Text]:
    """Give the indicators that lost points, then those that are open; what is full is only counted."""
    lost, waiting = lost_results(evaluation), open_results(evaluation)
    rated = [one for one in waiting if is_rating(one)]
    other = [one for one in waiting if not is_rating(one)]
    yield from (Text(line, "bold") for line in wrap(shortfall_heading(evaluation), width))
    shown = [*map(lost_line, lost[:MAX_LOST]), *map(open_line, other[:MAX_OPEN])]
    yield from _laid_out(shown[: min(len(lost), MAX_LOST)], shown, width)
    yield from _folded(lost[MAX_LOST:], "失分")
    yield from _laid_out(shown[min(len(lost), MAX_LOST) :], shown, width)
    yield from _folded(other[MAX_OPEN:], "待定")
    if rated:
        names = [f"{_name(one)} {range_text(one.given(one.low), one.given(one.high))}" for one in rated]
        yield Text(clip(f"{' ' * INDENT}待评定 {len(rated)} 项：{some(names, MAX_NAMED)}", width), "yellow")


def lost_results(evaluation: Evaluation) -> list[Result]:
    """Give the indicators that lost points for certain, most points first."""
    lost = (one for one in evaluation.results if one.counts and _is_lost(one))
    return sorted(lost, key=_points_lost, reverse=True)


def open_results(evaluation: Evaluation) -> list[Result]:
    """Give the indicators that are open, those that could move the total most first."""
    waiting = (one for one in evaluation.results if one.counts and one.status is Status.OPEN)
    return sorted(waiting, key=_width, reverse=True)


def is_rating(result: Result) -> bool:
    """Whether an open indicator waits for nothing but a judgement."""
    return bool(result.missing) and all(one.name.startswith(RATING) for one in result.missing)


def _is_lost(result: Result) -> bool:
    is_bonus = result.indicator.extra == "bonus"
    return result.status is not Status.OPEN and result.low < result.indicator.points and not is_bonus


def _points_lost(result: Result) -> Fraction:
    return result.indicator.points - result.low


def _width(result: Result) -> Fraction:
    return result.high - result.low


def shortfall_heading(evaluation: Evaluation) -> str:
    """Say how many indicators are full, lost and open, and how many points that is."""
    counted = [result for result in evaluation.results if result.counts]
    lost, waiting = lost_results(evaluation), open_results(evaluation)
    gone = sum(map(_points_lost, lost), Fraction(0))
    could = sum(map(_width, waiting), Fraction(0))
    full = len(counted) - len(lost) - len(waiting)
    parts = [
        f"得满 {full} 项" if full else "",
        f"失分 {len(lost)} 项，共 {points_text(gone)} 分" if lost else "没有失分",
        f"待定 {len(waiting)} 项，共 {points_text(could)} 分" if waiting else "",
    ]
    provisional = sum(one.indicator.provisional for one in counted)
    note = f"（{PROVISIONAL_MARK} {provisional} 项为推定）" if provisional else ""
    if not counted:
        return "没有评分"
    return f"指标 {len(counted)} 项{note}：{'；'.join(filter(None, parts))}"


def lost_line(result: Result) -> Line:
    """Give the line of an indicator that lost points: by which clause, on what."""
    clauses = "；".join(dict.fromkeys(one.clause for one in result.deductions))
    sources = list(dict.fromkeys(one.source for one in result.figures if one.used))
    figure = f"{points_text(result.given(result.low))}/{points_text(result.indicator.points)}"
    claimed = claimed_text(result)
    value = f"核算 {result.value_text}" if claimed and result.value_text else result.value_text
    why = "，".join(filter(None, (claimed, value, f"按“{clauses}”" * bool(clauses))))
    return Line(_name(result), figure, why, "bold red", some(sources, 2, counted="处"))


def claimed_text(result: Result) -> str:
    """Write the claimed points, else the claimed value: a rate is no score."""
    if result.claimed is not None:
        return f"自评 {points_text(result.given(result.claimed))} 分"
    return "" if result.claimed_value is None else f"自评值 {result.claimed_value}"


def open_line(result: Result) -> Line:
    """Give the line of an open indicator: what is missing or disputed."""
    missing = [one.name for one in result.missing]
    parts = [
        claimed_text(result),
        f"缺{some(missing, 3)}" if missing else "",
        f"“{some(result.conflicts, 2)}”有出入" if result.conflicts else "",
        "" if missing or result.conflicts else "可有几种读法",
    ]
    figure = range_text(result.given(result.low), result.given(result.high))
    return Line(_name(result), figure, "；".join(filter(None, parts)), "yellow")


def _name(result: Result) -> str:
    indicator = result.indicator
    mark = PROVISIONAL_MARK if indicator.provisional else ""
    return f"{indicator.name}{mark}{EXTRA_MARKS[indicator.extra]}"


def _laid_out(lines: Sequence[Line], beside: Sequence[Line], width: int) -> Iterator[Text]:
    """Set lines in columns that are as wide as all lines beside them need; the reason is cut where the room ends."""
    if not lines:
        return
    names = min(max(cell_len(one.name) for one in beside), width * 2 // 5)
    figures = max(cell_len(one.figure) for one in beside)
    for one in lines:
        name = clip(one.name, names)
        start = f"{' ' * INDENT}{name}{' ' * (names - cell_len(name))}  "
        figure = f"{' ' * (figures - cell_len(one.figure))}{one.figure}"
        why = _why(one, width - cell_len(start) - figures - 2)
        yield Text(start).append(figure, one.style).append(f"  {why}")


def _why(line: Line, room: int) -> str:
    """Give the reason with its place, in full where there is room for both, else with a place that is cut."""
    place = in_brackets(line.where, max(room - cell_len(line.why), room // 4))
    return f"{clip(line.why, room - cell_len(place))}{place}"


def _folded(rest: Sequence[Result], kind: str) -> Iterator[Text]:
    if rest:
        yield Text(f"{' ' * INDENT}另有 {len(rest)} 项{kind}，--full 全列", "dim")
