"""Which indicator is which: likeness is asked last, and only of what is left."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from hypothesis import given, strategies as st

from jixiao.analysis.differences.pairing import MIN_LIKENESS, Pair, pair_indicators
from jixiao.dataclass import replace
from jixiao.model.ruleset import Indicator
from shared.cases.small import loaded
from shared.effort import takes_less_than

ONE = loaded('[{名称: 控制率, 分值: 5, 评分标准: "≥90%得满分，否则不得分"}]', "", {})[1].indicators[0]


def row(name: str, code: str, sentence: str) -> Indicator:
    return replace(ONE, name=name, id=code, standard=replace(ONE.standard, text=sentence))


def plainly_paired(old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """Pair by name, else by code, else the likest of all pairs first, each compared with each."""
    found: dict[str, str] = {}

    def take(before: Indicator, after: Indicator) -> None:
        if before.id not in found.values() and after.id not in found:
            found[after.id] = before.id

    def ratio(one: str, other: str) -> float:
        return difflib.SequenceMatcher(None, one, other).ratio()

    each = [(one, other) for one in old for other in new]
    for one, other in each:
        if one.name == other.name:
            take(one, other)
    for one, other in each:
        if one.id == other.id:
            take(one, other)
    likeness = [
        (ratio(one.name, other.name), ratio(one.standard.text, other.standard.text), one, other)
        for one, other in each
    ]
    alike = [likely for likely in likeness if min(likely[:2]) >= MIN_LIKENESS]
    for _, _, one, other in sorted(alike, key=lambda likely: -(likely[0] + likely[1])):
        take(one, other)
    known = {one.id: one for one in old}
    pairs: list[Pair] = [(known[found[one.id]] if one.id in found else None, one) for one in new]
    return (*pairs, *((one, None) for one in old if one.id not in found.values()))


names = st.text("预算执行率控制", min_size=1, max_size=5)
sentences = st.text("得分扣每超过1%", min_size=1, max_size=8)
tables = st.lists(
    st.builds(row, names, st.sampled_from("abcdefgh"), sentences),
    max_size=8,
    unique_by=(lambda one: one.name, lambda one: one.id),
)


@given(tables, tables)
def test_it_is_as_if_each_were_compared_with_each(old, new):
    assert pair_indicators(old, new) == plainly_paired(old, new)


def test_large_tables_take_little_time():
    """What keeps its name is not compared; what does not is mostly told apart by its letters."""
    kept = [
        row(f"第{place}项预算执行率", f"a{place}", f"≥{place}%的得满分，否则不得分。" * 3)
        for place in range(400)
    ]
    other = [
        row(chr(0x4E00 + 3 * place) * 9, f"b{place}", f"≤{place}%的得满分。" * 3) for place in range(400)
    ]
    assert takes_less_than(1, lambda: pair_indicators(kept, kept))
    assert takes_less_than(4, lambda: pair_indicators(kept, other))
