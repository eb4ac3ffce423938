"""Regions told once: where a step repeats, one line says all that the regions say."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, strategies as st

from analysis.differences.test_differences import compared
from jixiao.analysis.differences.cycles import told_once
from jixiao.model.difference import Region

STEP = "不超过100%的，得满分；每超过1个百分点，扣{}分，扣完为止。"


def test_another_step_is_told_in_a_few_lines() -> None:
    """What lies below the first step differs by what the step takes, until one side has lost all."""
    found = compared(STEP.format("0.5"), STEP.format("1"))
    assert len(found.regions) > 10
    assert len(found.told) <= 4
    assert found.told[0].startswith("100% 到 105%，每步 1%，共 5 步：")
    assert found.told[0].endswith("以后每步原来再少 0.5 分，现在再少 1 分")


def test_what_repeats_less_than_three_times_is_told_as_it_is() -> None:
    found = compared("≤100%，得5分；>100%，得0分。", "≤110%，得5分；>110%，得0分。")
    assert found.told == tuple(region.text for region in found.regions)


def stairs(count: int, width: Fraction, old: Fraction, new: Fraction) -> list[Region]:
    """Give steps side by side, each so much lower than the one before."""
    made = []
    for place in range(count):
        one, other = -old * place, -new * place - 1
        ends = width * place, width * (place + 1)
        made.append(
            Region(*ends, False, True, ((one, one),) * 2, ((other, other),) * 2, f"第{place}段")  # type: ignore[arg-type]
        )
    return made


positive = st.fractions(Fraction(1, 10), 10, max_denominator=10)


@given(st.integers(4, 20), positive, positive, positive)
def test_equal_steps_are_one_line(count: int, width: Fraction, old: Fraction, new: Fraction) -> None:
    [line] = told_once(stairs(count, width, old, new))
    assert f"共 {count} 步" in line
    assert "第0段" in line


@given(st.integers(4, 9), st.integers(4, 9), positive, positive)
def test_another_stride_begins_another_line(first: int, second: int, old: Fraction, new: Fraction) -> None:
    """No line covers steps of two kinds, and none is left out."""
    before = stairs(first, Fraction(1), old, new)
    behind = stairs(second, Fraction(1), old + 1, new)
    told = told_once([*before, *behind])
    assert len(told) >= 2
    assert "第0段" in told[0]


@given(st.lists(st.tuples(positive, positive), max_size=6))
def test_a_gap_is_never_bridged(pairs: list[tuple[Fraction, Fraction]]) -> None:
    """Values between two regions that stay as they were belong to no step."""
    apart = [
        Region(
            Fraction(3 * at),
            Fraction(3 * at + 1),
            True,
            True,
            ((one, one),) * 2,
            ((other, other),) * 2,
            str(at),
        )  # type: ignore[arg-type]
        for at, (one, other) in enumerate(pairs)
    ]
    assert told_once(apart) == tuple(region.text for region in apart)
