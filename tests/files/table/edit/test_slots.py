"""The texts of a file are found again in a printed text that was edited."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jixiao.files.table.edit.slots import filled_slots
from jixiao.model.printed import Printed, Slot

GRADES = Printed(
    (
        "等级划分：",
        Slot(("等级", "优"), "优", is_key=True),
        "（",
        Slot(("等级", "优"), "90"),
        " 分）；",
        Slot(("差",), "差"),
        " 分",
    )
)


def found(text: str) -> list[tuple[str, str]] | None:
    slots = filled_slots(GRADES, text)
    return None if slots is None else [(slot.text, new) for slot, new in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("等级划分：优（92 分）；差 分", [("90", "92")]),
        ("等级划分：优（92分）；差分", [("90", "92")]),
        ("等级划分：A 级（90 分）；差 分", [("优", "A 级")]),
        ("等级划分：优（92 分）；很 差 分", [("90", "92"), ("差", "很 差")]),
        ("等级：优（92 分）；差 分", None),
        ("等级划分：优（92 分）；", None),
        ("", None),
    ],
)
def test_slots(text: str, expected) -> None:
    assert found(text) == expected


@given(st.text("优90（）分；差 ", max_size=40))
def test_what_is_found_says_what_the_text_says(text: str) -> None:
    slots = filled_slots(GRADES, f"等级划分：{text}分")
    if slots is None:
        return
    new = {id(slot): said for slot, said in slots}
    whole = "".join(new.get(id(one), one.text) if isinstance(one, Slot) else one for one in GRADES.pieces)
    assert "".join(whole.split()) == "".join(f"等级划分：{text}分".split())


def test_a_long_text_takes_no_time() -> None:
    many = Printed(tuple(piece for number in range(200) for piece in (Slot((number,), "甲"), "；")))
    assert filled_slots(many, "乙；" * 20_000 + "x") is None
