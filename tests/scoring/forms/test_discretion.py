"""Discretion: the assessor sets the deduction, within bounds."""

import pytest

from shared.sentences.standards import standard


@pytest.mark.parametrize(
    "clause",
    ["每有一处不力的，酌情扣1-3分", "每处不力酌情扣1-3分", "不力的，每处酌情扣1-3分"],
)
def test_bounds_of_each_case_do_not_bound_the_sum(clause):
    """Two cases may cost 6 where each costs up to 3: what is entered is their sum."""
    assert standard(f"组织有力的得5分；{clause}").canonical().endswith("的，酌情扣分。")


def test_bounds_of_the_deduction_are_kept():
    """Without 每 there is one deduction, and it is bounded."""
    assert (
        standard("组织有力的得5分；不力的，酌情扣1-3分").canonical()
        == "组织有力的，得满分；不力的，酌情扣1-3分。"
    )


def test_every_item_leaves_its_deduction_to_the_assessor_or_the_items_are_rules_of_their_own():
    """An item without 否则酌情扣分 is earned or not, beside one of which the assessor takes some."""
    both = "1.要素完整的，得4分，否则酌情扣分。2.指标量化的，得4分，否则酌情扣分。"
    assert standard(both, "8").form.code == "discretion"
    assert standard("1.要素完整的，得4分。2.指标量化的，得4分，否则酌情扣分。", "8").form.code == "sum"
