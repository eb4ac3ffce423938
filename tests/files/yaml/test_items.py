"""Items of a list that move take their lines along; headings and remarks stay where they belong."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from jixiao.files.yaml.items import New, rearranged
from jixiao.files.yaml.splices import Stuck
from jixiao.files.yaml.tree import parse_tree

TEXT = """\
头: 1
列:
  # ── 一 ──
  - 名称: 甲      # 甲
    分值: 5

  # 说的是乙
  - 名称: 乙
    # 乙里面

  # ── 二 ──
  - 名称: 丙
  - {名称: 丁}
尾: 2
"""
NEW = New(("- 名称: 新",))
WAY = ("列",)


def names(text: str) -> list[str]:
    return [node.text("名称") for node in parse_tree(text, "x").mappings("列")]  # type: ignore[union-attr]


@given(st.permutations(range(4)), st.integers(0, 4), st.sets(st.integers(0, 4)))
def test_any_order(order, dropped: int, joining: set[int]) -> None:
    kept = [one for one in order if one != dropped]
    text = rearranged(TEXT, WAY, kept, joining)
    assert names(text) == ["甲乙丙丁"[one] for one in kept]
    gone, more = Counter(TEXT.split("\n")), Counter(text.split("\n"))
    lost = {line for line in gone - more if line.strip()}
    own = [["- 名称: 甲", "分值"], ["乙"], ["丙"], ["丁"]]
    assert all(any(word in line for word in own[dropped]) for line in lost) if dropped < 4 else not lost
    assert not {line for line in more - gone if line.strip()}
    assert "# ── 一 ──" in text
    assert "# ── 二 ──" in text


@given(st.integers(0, 4), st.booleans())
def test_a_new_item_stands_where_it_is_put_and_nothing_else_moves(at: int, joins: bool) -> None:
    order: list[int | New] = [0, 1, 2, 3]
    order.insert(at, NEW)
    text = rearranged(TEXT, WAY, order, {at} if joins else ())
    found = names(text)
    assert found[at] == "新"
    assert [one for one in found if one != "新"] == [*"甲乙丙丁"]
    rest = [line for line in text.split("\n") if line and "新" not in line]
    assert rest == [line for line in TEXT.split("\n") if line]


def test_below_or_above_the_heading_of_what_follows() -> None:
    order = [0, 1, NEW, 2, 3]
    assert "# ── 二 ──\n  - 名称: 新\n" in rearranged(TEXT, WAY, order, {2})
    assert "- 名称: 新\n\n  # ── 二 ──\n" in rearranged(TEXT, WAY, order)


@pytest.mark.parametrize(
    "text", ["列: [{名称: 甲}, {名称: 乙}]\n", "列: 甲\n", "列: &x\n  - 名称: 甲\n别: *x\n"]
)
def test_what_can_not_be_moved_by_lines_is_refused(text: str) -> None:
    with pytest.raises(Stuck):
        rearranged(text, WAY, [1, 0])
