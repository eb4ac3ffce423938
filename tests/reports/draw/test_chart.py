"""The curve in the terminal: aligned, with its thresholds and points named."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, strategies as st
from rich.cells import cell_len

from jixiao.analysis.portraits.sentence import portray
from jixiao.model.term import Graph
from jixiao.reports.draw.braille import AXIS_LEFT, Canvas
from jixiao.reports.draw.chart import FEW_ROWS, ROWS, curve_chart
from jixiao.reports.draw.ticks import even_ticks, spread_out
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.graphs import graphs

DRAWN = graphs()


def drawn(sentence: str, points: int, **readings: str) -> Graph:
    made = portray(meaning_of(understand(sentence, "指标值", Fraction(points)), readings), "指标值", readings)
    assert made.graph is not None
    return made.graph


def test_dots_are_set_where_they_belong() -> None:
    canvas = Canvas(2, 1)
    for across, down in ((0, 0), (1, 3), (3, 0), (9, 9), (-1, 0)):
        canvas.dot(across, down)
    assert canvas.lines() == ["⢁⠈"]


def test_a_step_is_drawn_at_its_height_with_its_threshold_below() -> None:
    lines = list(curve_chart(drawn("≥80%的，得10分；低于80%的，不得分。", 10), 40))
    assert len(lines) == ROWS + 3
    top, bottom = lines[1], lines[ROWS]
    assert top.startswith("10 " + AXIS_LEFT)
    assert top.endswith("⠉")
    assert bottom.startswith(" 0 " + AXIS_LEFT + "⣀")
    assert lines[-1].strip() == "80%"


def test_a_range_is_shaded() -> None:
    """More dots than two lines would take."""
    sentence = "不超过100%的，得满分；每超过10%，扣5分。"

    def dots(graph: Graph) -> int:
        return sum(
            (ord(sign) - 0x2800).bit_count()
            for line in list(curve_chart(graph, 60))[1 : ROWS + 1]
            for sign in line.split(AXIS_LEFT)[1]
        )

    assert dots(drawn(sentence, 10)) > 1.5 * dots(drawn(sentence, 10, 不足一步="不计"))


@given(st.sampled_from(DRAWN), st.integers(20, 130), st.sampled_from((ROWS, FEW_ROWS)))
def test_every_curve_is_drawn_aligned_and_fits(graph: Graph, width: int, rows: int) -> None:
    lines = list(curve_chart(graph, width, rows))
    assert len(lines) == rows + 3
    assert len({line.index(AXIS_LEFT) for line in lines[1 : rows + 1]}) == 1
    assert len({cell_len(line) for line in lines[1 : rows + 1]}) == 1
    assert all(cell_len(line) <= max(width, 36) for line in lines)


def test_what_is_taken_hangs_below_zero() -> None:
    """Nothing found stands at the top, the most that it takes at the bottom."""
    taken = next(one for one in DRAWN if one.bottom < 0 and one.top == 0)
    lines = list(curve_chart(taken, 60, FEW_ROWS))
    assert lines[0].strip() == "增减"
    assert lines[1].split(AXIS_LEFT)[0].strip() == "0"
    assert lines[FEW_ROWS].split(AXIS_LEFT)[0].strip().startswith("-")


@given(
    st.just(Fraction(0)) | st.fractions(-1000, Fraction(-1, 10), max_denominator=100),
    st.fractions(Fraction(1, 10), 1000, max_denominator=100),
)
def test_even_ticks_are_few_and_end_at_the_fewest_and_the_most(bottom: Fraction, top: Fraction) -> None:
    ticks = even_ticks(bottom, top)
    assert (ticks[0], ticks[-1]) == (bottom, top)
    assert 0 in ticks
    assert len([tick for tick in ticks if tick > 0]) <= 6
    assert list(ticks) == sorted(set(ticks))


@given(st.sets(st.integers(0, 300).map(Fraction), max_size=40))
def test_labels_never_run_into_each_other(values: set[Fraction]) -> None:
    kept = spread_out(sorted(values), lambda value: value, lambda _: Fraction(10), Fraction(2))
    assert all(other - one >= 12 for one, other in pairwise(kept))
    if values:
        assert kept[0] == min(values)
