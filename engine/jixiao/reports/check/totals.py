"""What lies between the scores of the indicators and the total, and the vetoes on it, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.text import Text

from jixiao.model.evaluation import Adjustment, Evaluation, Veto
from jixiao.model.wording import quoted
from jixiao.reports.page.points import range_text
from jixiao.reports.page.wrap import wrap

INDENT = 4


def total_lines(evaluation: Evaluation, width: int) -> Iterator[Text]:
    """Give the way from the sum of the scores to the total; nothing where that is all there is."""
    if not evaluation.adjustments and not evaluation.vetoes:
        return
    yield Text()
    yield from (Text(line) for line in wrap(sum_text(evaluation), width))
    for adjustment in evaluation.adjustments:
        yield from _indented(adjustment_text(adjustment), width)
    for veto in evaluation.vetoes:
        yield from _indented(veto_text(veto), width, "" if veto.holds is False else "bold red")


def sum_text(evaluation: Evaluation) -> str:
    """Say what the indicators come to, and the total where that is another."""
    low, high = plain_sums(evaluation)
    start = f"各指标合计 {range_text(low, high)} 分"
    end = f"，总分 {range_text(evaluation.low, evaluation.high)} 分："
    return f"{start}{end if evaluation.adjustments else '。'}"


def plain_sums(evaluation: Evaluation) -> tuple[Fraction, Fraction]:
    """Give what the indicators that count come to, lowest and highest, before any adjustment."""
    counted = [result for result in evaluation.results if result.counts]
    low, high = Fraction(0), Fraction(0)
    for result in counted:
        low, high = low + result.given(result.low), high + result.given(result.high)
    return low, high


def adjustment_text(adjustment: Adjustment) -> str:
    """Write a line of the ledger with what it takes from the highest total, and from the lowest."""
    low, high = sorted((-adjustment.points, -adjustment.low_points))
    return f"{adjustment.reason}（{_signed(low, high)}分）"


def _signed(low: Fraction, high: Fraction) -> str:
    text = range_text(low, high)
    return f"+{text}" if low > 0 else text


def veto_text(veto: Veto) -> str:
    """Write a veto: its clause, whether it holds, and who says so."""
    state = {True: "成立", False: "不成立", None: "不能确定，两种情形都核算"}[veto.holds]
    source = f"{quoted(veto.indicator)}的条款：" if veto.indicator else ""
    return f"否决 {source}{veto.clause}。{state}（{veto.because}）"


def _indented(text: str, width: int, style: str = "") -> Iterator[Text]:
    return (Text(" " * INDENT + line, style) for line in wrap(text, width - INDENT))
