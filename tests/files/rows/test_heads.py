"""What a head says its column is; what is nearly something is told, what can't be what it says is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from jixiao.bulk.batch.asked import asked_of
from jixiao.files import open_library
from jixiao.files.rows.asked import Asked
from jixiao.files.rows.head import What
from jixiao.files.rows.heads import Heads, read_heads
from jixiao.files.rows.named import read_named
from jixiao.model.diagnostic import Refused
from jixiao.quantity import find_unit
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.units import write_rules

OWN = "在职人数"
"""A column that the table takes; without any there would be nothing to score."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    rules = write_rules(tmp_path_factory.mktemp("rules"))
    items = rules / "items.yaml"
    text = items.read_text("utf-8").replace("含义: 年初预算", "含义: 年初预算, 别名: [年初预算数, 部门预算]")
    items.write_text(text + "  无关数: {单位: 人, 含义: 没有用到}\n", "utf-8")
    return asked_of(compile_ruleset(open_library(rules).ruleset("jia@2022")))


def read(asked: Asked, *texts: str, named: dict[str, str] | None = None) -> Heads:
    return read_heads([*texts, OWN], asked, "a.csv", named)


@pytest.mark.parametrize(
    ("text", "what", "name", "unit", "key", "word"),
    [
        ("年初预算", What.ITEM, "年初预算", "万元", "", ""),
        ("年初预算（元）", What.ITEM, "年初预算", "元", "", ""),
        ("年初预算(亿元)", What.ITEM, "年初预算", "亿元", "", ""),
        ("  年初预算 （ 元 ） ", What.ITEM, "年初预算", "元", "", ""),
        ("年初预算\n（单位：万元）", What.ITEM, "年初预算", "万元", "", ""),
        ("年初预算【万】", What.ITEM, "年初预算", "万元", "", ""),
        ("部门预算（元）", What.ITEM, "年初预算", "元", "", ""),
        ("“年初预算”", What.ITEM, "年初预算", "万元", "", ""),
        ("编制数（名）", What.ITEM, "编制数", "名", "", ""),
        ("到位率（%）", What.VALUE, "到位率", "%", "", ""),
        ("到位率", What.VALUE, "到位率", None, "", ""),
        ("执行率（％）", What.VALUE, "执行率", "%", "", ""),
        ("制度.达到", What.RATING, "制度", None, "达到", ""),
        ("制度．达到", What.RATING, "制度", None, "达到", ""),
        ("效能.档次", What.RATING, "效能", None, "档次", ""),
        ("违规.发现.漏报", What.RATING, "违规", None, "发现", "漏报"),
        ("违规.次数.迟报", What.RATING, "违规", None, "次数", "迟报"),
        ("制度.评定人", What.RATING, "制度", None, "评定人", ""),
        ("总体.发现.弄虚作假", What.RATING, "总体", None, "发现", "弄虚作假"),
        ("自评总分", What.TOTAL, "", None, "", ""),
        ("自评等级", What.GRADE, "", None, "", ""),
        ("自评.制度", What.CLAIM, "制度", None, "得分", ""),
        ("自评.制度.扣分", What.CLAIM, "制度", None, "扣分", ""),
        ("选用", What.CHOSEN, "", None, "", ""),
        ("单位名称", What.IDENTITY, "单位", None, "", ""),
        ("年度", What.IDENTITY, "年度", None, "", ""),
        ("备注", What.OTHER, "", None, "", ""),
        ("", What.OTHER, "", None, "", ""),
        ("无关数（人）", What.OTHER, "", None, "", ""),
    ],
)
def test_what_a_head_says(asked, text, what, name, unit, key, word) -> None:
    heads = read(asked, text)
    head = heads.columns[0]
    assert (head.what, head.name, head.key, head.word) == (what, name, key, word)
    assert (None if head.unit is None else head.unit.name) == unit
    assert heads.warnings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("年初预算额", "列“年初预算额”没有用上，是否为“年初预算”；是的话请改表头，或用 --map 指明"),
        ("到位率情况（%）", "没有用上，是否为“到位率”"),
        ("年初预算（吨位）", "括号里的“吨位”不是认得的单位"),
        ("制渡.达到", "指标表里没有指标“制渡”"),
        ("自评.制渡", "指标表里没有指标“制渡”"),
    ],
)
def test_what_is_nearly_something_is_told(asked, text, message) -> None:
    heads = read(asked, text)
    assert heads.columns[0].what is What.OTHER
    [told] = heads.warnings
    assert message in told.message
    assert (told.place.line, told.place.column) == (1, 1)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["年初预算（人）"], "列“年初预算（人）”：年初预算的单位是万元，不能是“人”"),
        (["到位率（万元）"], "到位率的单位是%，不能是“万元”"),
        (["制度.达到", "制度．达到"], "说的是同一件事"),
        (["自评.制度", "自评.制度.得分"], "说的是同一件事"),
        (["自评总分", "自评总分"], "说的是同一件事"),
    ],
)
def test_what_can_not_be_is_refused(asked, texts, message) -> None:
    with pytest.raises(Refused, match=message):
        read(asked, *texts)


def test_an_item_may_be_stated_twice(asked) -> None:
    heads = read(asked, "年初预算（元）", "年初预算数（万元）", "年初预算（元）")
    assert [one.name for one in heads.of(What.ITEM)] == ["年初预算"] * 3 + [OWN]


def test_a_table_of_which_nothing_is_wanted_is_refused(asked) -> None:
    with pytest.raises(
        Refused,
        match="没有一列是这个指标表要的。它要的数据项有：在职人数、编制数、决算数、年初预算、人员控制率",
    ):
        read_heads(["单位", "备注"], asked, "a.csv")


def test_what_is_kept(asked) -> None:
    heads = read(asked, "单位", "年初预算", "备注", "自评总分")
    assert [one.text for one in heads.kept] == ["单位", "备注"]
    assert [one.text for one in read(asked, "年初预算").kept] == ["年初预算", OWN]


@given(
    st.sampled_from(["元", "万元", "亿元", "千元", "百万元"]),
    st.sampled_from(["（{}）", "({})", " ( {} )", "【{}】"]),
)
def test_any_unit_that_fits_may_stand_in_any_brackets(asked, unit: str, brackets: str) -> None:
    [head, _] = read(asked, f"年初预算{brackets.format(unit)}").columns
    assert head.unit == find_unit(unit)
    assert head.is_given


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_heads_are_read_or_refused(asked, texts: list[str]) -> None:
    """However odd; and what nobody asked for is kept as it is."""
    try:
        heads = read(asked, *texts)
    except Refused:
        return
    assert [one.text for one in heads.columns] == [*texts, OWN]


def test_a_file_says_what_columns_are(asked, tmp_path: Path) -> None:
    path = tmp_path / "列名.yaml"
    path.write_text(
        "经费: 年初预算（元）\n评语: 效能.档次\n决算数: 不用\n人头: {数据项: 编制数, 单位: 人}\n到位: {指标: 到位率}\n",
        "utf-8",
    )
    texts = ["经费", "评语", "决算数", "人头", "到位"]
    heads = read(asked, *texts, named=dict(read_named(path, texts)))
    assert [(one.what, one.name) for one in heads.columns[:5]] == [
        (What.ITEM, "年初预算"),
        (What.RATING, "效能"),
        (What.OTHER, ""),
        (What.ITEM, "编制数"),
        (What.VALUE, "到位率"),
    ]
    assert heads.columns[0].unit == find_unit("元")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("没有的: 年初预算\n", "“没有的”不是输入里的列，输入有：经费"),
        ("经费: [年初预算]\n", "应写成 列名: 数据项（单位）"),
        ("经费: {数据: 年初预算}\n", "应写成 列名: 数据项（单位）"),
        ("- 经费\n", "内容应由“键: 值”组成"),
    ],
)
def test_a_file_that_says_nothing_of_columns_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "列名.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused, match=message):
        read_named(path, ["经费"])


def test_what_a_file_says_must_be_something(asked) -> None:
    with pytest.raises(Refused, match="“年初经费”不是数据项、指标或评定、自评的写法"):
        read(asked, "经费", named={"经费": "年初经费"})
