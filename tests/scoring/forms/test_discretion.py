"""Discretion: the assessor sets the deduction, within bounds."""

import pytest

from jixiao.scoring.sentence.at import read_at
from shared.sentences.standards import meaning, refusal, standard


@pytest.mark.parametrize(
    "clause",
    ["每有一处不力的，酌情扣1-3分", "每处不力酌情扣1-3分", "不力的，每处酌情扣1-3分"],
)
def test_bounds_of_each_case_do_not_bound_the_sum(clause):
    """Two cases cost 2 where each costs the least, and all where each costs up to 3."""
    understood = meaning(f"组织有力的得5分；{clause}")
    [found] = understood.outcomes(read_at("2", understood))
    assert (found.outcome.low, found.outcome.high) == (0, 3)


def test_bounds_of_the_deduction_are_kept():
    """Without 每 there is one deduction, and it is bounded."""
    assert (
        standard("组织有力的得5分；不力的，酌情扣1-3分").canonical()
        == "组织有力的，得满分；不力的，酌情扣1-3分。"
    )


def test_what_is_asked_for_without_points_earns_them_all():
    """资料齐全 is what is met where nothing is taken off."""
    found = standard("资料齐全；制度健全；资料不全的酌情扣1-3分")
    assert found.canonical() == "资料齐全，制度健全的，得满分；资料不全的，酌情扣1-3分。"


def test_items_that_leave_their_deduction_to_the_assessor_must_come_to_full_marks():
    """4 and 3 are no 8."""
    items = "1.要素完整的，得4分，否则酌情扣分。2.指标量化的，得3分，否则酌情扣分。"
    assert refusal(items, "8") == (2, "分值8与句中7分不符")


def test_every_item_leaves_its_deduction_to_the_assessor_or_the_items_are_rules_of_their_own():
    """An item without 否则酌情扣分 is earned or not, beside one of which the assessor takes some."""
    both = "1.要素完整的，得4分，否则酌情扣分。2.指标量化的，得4分，否则酌情扣分。"
    assert standard(both, "8").form.code == "discretion"
    assert standard("1.要素完整的，得4分。2.指标量化的，得4分，否则酌情扣分。", "8").form.code == "sum"
