"""评定 as lines and back: every way in which a case may judge."""

from __future__ import annotations

import pytest

from jixiao.analysis.needs import _is_rated, _rating
from jixiao.files.form.answered import _WHATS
from jixiao.files.form.judged import _judged
from jixiao.files.form.lost import lost
from jixiao.files.form.ratings import item_number, rating_lines, ratings_node
from jixiao.files.form.tree import lines_of, root_of
from jixiao.files.schema.plain import plain
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.tree import parse_tree
from shared.sentences.examples import examples

BY = "评定人: 甲, 依据: 乙"
RATINGS = (
    f"{{等级: 较好, {BY}}}",
    f"{{等级: 较好, 得分: 4.5, {BY}, 出处: 报告 一}}",
    f"{{得分: 3, {BY}}}",
    f"{{符合: 否, {BY}}}",
    f"{{次数: 0, {BY}}}",
    f"{{扣分: 0.5, {BY}}}",
    f"{{档次: 省级, {BY}}}",
    f"{{达到: [1, 3], {BY}}}",
    f"{{达到: [按时报送, ①③], {BY}}}",
    f"{{达到: 无, {BY}}}",
    f"{{事实: 没有政府采购, 成立: 否, {BY}}}",
    f"{{发现: {{未按期装订: 3, 无目录清单: 是, 另一个比率: 88%}}, {BY}}}",
    f"{{发现: 无, {BY}}}",
    f"{{达到: [2], 发现: {{迟报: 2}}, 档次: {{公开情况: 较好}}, 扣分: {{落实不力: 0.5}}, {BY}}}",
    f"[{{次数: 1, {BY}}}, {{事实: 没有政府采购, 成立: 是, {BY}}}]",
    "[{等级: 好, 评定人: 甲, 依据: 乙}, {等级: 差, 评定人: 丙, 依据: 丁}, {等级: 中, 评定人: 丙, 依据: 丁}]",
)


@pytest.mark.parametrize("rating", RATINGS)
def test_a_rating_as_lines_is_the_same_rating(rating: str) -> None:
    root = parse_tree(f"案例: 甲\n评定: {{某项: {rating}}}\n", "")
    assert isinstance(root, Mapping)
    back = root_of(lines_of(root), root.place)
    assert plain(back) == plain(root)
    assert not [*lost(root, back)]


def test_names_that_are_listed_are_there() -> None:
    """发现: [甲, 乙] says of each that it is there; so does 是 behind it."""
    root = parse_tree(f"评定: {{某项: {{发现: [无目录清单, 迟报], {BY}}}}}\n", "")
    assert isinstance(root, Mapping)
    back = root_of(lines_of(root), root.place)
    assert plain(back)["评定"]["某项"]["发现"] == {"无目录清单": "是", "迟报": "是"}
    assert not [*lost(root, back)]


def test_who_judged_may_stand_in_one_line_for_all_of_an_indicator() -> None:
    root = parse_tree(f"评定: {{某项: {{达到: [1, 2], {BY}}}}}\n", "")
    assert isinstance(root, Mapping)
    first, second = rating_lines(root)
    unsigned = type(second)(
        {key: one for key, one in second.cells.items() if key not in ("评定人", "依据")}, second.place
    )
    for lines in ((first, unsigned), (unsigned, first)):
        [(_, rating)] = ratings_node(lines)
        assert plain(rating)["评定人"] == "甲"
        assert sorted(plain(rating)["达到"]) == [1, 2]


@pytest.mark.parametrize(
    ("text", "number"),
    [("第1条：甲", 1), ("第 12 条", 12), ("第3条:乙\n丙", 3), ("等级", None), ("第一条", None)],
)
def test_items_are_known_by_their_number(text: str, number: int | None) -> None:
    assert item_number(text) == number


def test_every_example_sentence_asks_in_words_that_are_read_back() -> None:
    """Rows of a form for whatever a sentence asks: each answered in one cell, each with a 评什么 that is known."""
    asked = 0
    for number, one in enumerate(examples()):
        if one.refused or one.gap:
            continue
        rule = one.rule()
        rating = _rating(rule) if _is_rated(rule) else None
        if rating is None:
            continue
        for row in _judged(rating):
            what = row.values["评什么"]
            assert item_number(what) is not None or _WHATS.fullmatch(what), (number, what)
            keys = row.asked & {"档次", "是否", "数"}
            assert keys in ({"档次"}, {"是否"}, {"数"}, {"档次", "数"}), (number, what)
            assert not row.choices or "档次" in keys
            asked += 1
    assert asked > 200
