"""Small changes are made to numbers and signs at their place, and to nothing else."""

from __future__ import annotations

import pytest

from jixiao.analysis.mutation.edits import formula_edits, sentence_edits


def texts(sentence: str) -> set[str]:
    return {edit.apply(sentence) for edit in sentence_edits(sentence)}


@pytest.mark.parametrize(
    ("sentence", "changed"),
    [
        ("不超过100%的，得满分", ["不超过101%的，得满分", "不超过99%的，得满分", "低于100%的，得满分"]),
        (
            "每超过１个百分点，扣0.5分",
            ["每超过2个百分点，扣0.5分", "每超过１个百分点，扣0.6分", "每低于１个百分点，扣0.5分"],
        ),
        ("每超过一个百分点，扣一分", ["每超过二个百分点，扣一分", "每超过一个百分点，扣二分"]),
        ("控制率≤100%，计5分", ["控制率<100%，计5分", "控制率≥100%，计5分", "控制率≤100%，计6分"]),
        ("10-20%（含），计3分", ["10-20%(不含)，计3分", "10（含）-20%（含），计3分", "11-20%（含），计3分"]),
        ("90%以上得满分", ["90%（不含）以上得满分", "90%以下得满分"]),
        ("得分=完成率×8", ["得分=完成率÷8", "得分=完成率×9"]),
        ("95%以上得5分；80%-95%得3分", ["96%以上得5分；80%-96%得3分"]),
    ],
)
def test_a_number_or_sign_becomes_another(sentence: str, changed: list[str]) -> None:
    assert set(changed) <= texts(sentence)


def test_words_and_item_numbers_stay() -> None:
    assert texts("①建立了三级制度，2分") == {
        "①建立了三级制度，3分",
        "①建立了三级制度，1分",
    }


def test_nothing_becomes_negative() -> None:
    assert not any("-1" in text for text in texts("=0，计5分；大于0的不得分"))


def test_a_text_that_cant_be_cut_has_no_changes() -> None:
    assert list(sentence_edits("")) == []
    assert list(formula_edits("甲；乙", ("甲",))) == []


@pytest.mark.parametrize(
    ("formula", "changed"),
    [
        ("(甲 - 乙) ／ 甲", {"(甲 + 乙) ／ 甲", "(甲 - 乙) * 甲"}),
        ("甲 = 0 且 乙 ≥ 1.5", {"甲 ≠ 0 且 乙 ≥ 1.5", "甲 = 1 且 乙 ≥ 1.5", "甲 = 0 或 乙 ≥ 1.5",
                              "甲 = 0 且 乙 > 1.5", "甲 = 0 且 乙 ≥ 1.6", "甲 = 0 且 乙 ≥ 1.4"}),
        ("最大(甲, 非税+1)", {"最小(甲, 非税+1)", "最大(甲, 非税-1)", "最大(甲, 非税+2)", "最大(甲, 非税+0)"}),
    ],
)  # fmt: skip
def test_a_formula_changes_at_its_operators(formula: str, changed: set[str]) -> None:
    assert {edit.apply(formula) for edit in formula_edits(formula, ("甲", "乙", "非税"))} == changed
