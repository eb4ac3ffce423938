"""Data items by name, alias or meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from jixiao.desk.items import items
from jixiao.desk.rules import open_rules

RULES = open_rules(Path(__file__).parents[2] / "rules")
ALL = [found.item for found in items(rules=RULES).items]
WORDS = [word for item in ALL for word in (item.name, *item.aliases)]


def test_without_a_word_every_item_comes_in_the_order_of_the_file() -> None:
    assert list(RULES.items.items.values()) == ALL


@given(st.sampled_from(WORDS), st.data())
def test_any_piece_of_a_name_or_alias_finds_its_item(word: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(word) - 1))
    piece = word[start : data.draw(st.integers(start + 1, len(word)))]
    found = items(piece, rules=RULES)
    assert any(word in (one.item.name, *one.item.aliases) for one in found.items)
    assert not found.near


def test_the_name_itself_comes_first_then_names_aliases_meanings() -> None:
    found = items("结转结余", rules=RULES).items
    assert found[0].item.name == "结转结余"
    assert [one.match for one in found] == sorted(
        (one.match for one in found), key=["name", "alias", "meaning"].index
    )


@pytest.mark.parametrize("word", ["ＧＤＰ不存在", "〇〇〇"])
def test_what_is_nowhere_is_not_found(word: str) -> None:
    assert items(word, rules=RULES).items == ()
