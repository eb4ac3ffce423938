"""Rows and heads of their own kinds, each in the smallest table that has it: names with points and 归类."""

from __future__ import annotations

import pytest

from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.heads import head_of
from jixiao.documents.issued.read import issued_of
from jixiao.model.issued import IssuedTable, Use
from shared.issued.changed import source_of
from shared.issued.drawn import Drawn

HEADS = ["一级指标", "指标", "分值", "评分标准"]
RULE = "每少一项扣1分，扣完为止。"


def read(*rows: list[str], before: tuple[str, ...] = ()) -> IssuedTable:
    """Read the one table of these rows."""
    (table,) = issued_of(source_of([Drawn(list(rows), [], before=list(before))])).tables
    return table


def told(*rows: list[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give name, points and 归类 of what is read."""
    return [(one.name.text, str(one.points), one.path) for one in read(*rows).indicators]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一级 指标", Column.LABEL), ("三级指际", Column.LABEL), ("自评\n得分", Column.CLAIM), ("评分标谁", Column.SENTENCE),
        ("考核标准及分值", Column.SENTENCE), ("分值（100分）", Column.POINTS), ("权重（%）", Column.WEIGHT), ("二级指标分值", Column.POINTS),
        ("2023年自评得分", Column.CLAIM), ("指标解释及计算公式", Column.EXPLANATION), ("年度工作目标", Column.ASPECTS), ("基本分", Column.POINTS),
        ("要素分值", Column.POINTS), ("自评分值", Column.CLAIM),
    ],
)  # fmt: skip
def test_heads_are_known_however_they_are_written(text: str, kind: Column) -> None:
    """Blanks, line breaks, one wrong character, brackets and what stands before a head do not hide it."""
    found = head_of(text)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "text", ["预算执行率", "产出指标", "社会效益指标", "投入", "合计", "95%", "每少一项扣1分，扣完为止。", ""]
)
def test_what_stands_in_a_body_is_no_head(text: str) -> None:
    """Names, 归类, numbers and sentences head nothing."""
    assert head_of(text) is None


def test_rows_that_only_add_up_those_below_are_their_category() -> None:
    """A name with points and no text, worth what follows, is no indicator."""
    rows = (
        ["序号", "指标", "分值", "评分标准"],
        ["一", "编制", "20", ""],
        ["1", "完整性", "12", RULE],
        ["2", "及时性", "8", RULE],
        ["二", "执行", "5", ""],
        ["3", "进度", "5", RULE],
    )
    assert told(*rows) == [("完整性", "12", ("编制",)), ("及时性", "8", ("编制",)), ("进度", "5", ("执行",))]


def test_a_name_with_points_and_no_text_that_heads_nothing_is_an_indicator_without_a_sentence() -> None:
    """What does not add up is not taken for a heading, and is told."""
    table = read(["指标", "分值", "评分标准"], ["编制", "20", ""], ["完整性", "12", RULE])
    assert [(one.name.text, one.sentence.text) for one in table.indicators] == [
        ("编制", ""),
        ("完整性", RULE),
    ]
    assert "没有找到评分标准" in table.indicators[0].doubts


def test_requirements_with_points_are_indicators_where_several_stand_below_one_label() -> None:
    """工作任务 over several rows of 目标要求 that end in points: each row is one."""
    rows = (
        ["工作任务", "目标要求", "评分标准"],
        ["党建", "1.落实制度（5分）", RULE],
        ["", "2.缴纳党费（3分）", RULE],
        ["业务", "3.完成任务（10分）", RULE],
    )
    assert told(*rows) == [
        ("落实制度", "5", ("党建",)),
        ("缴纳党费", "3", ("党建",)),
        ("完成任务", "10", ("业务",)),
    ]


def test_points_of_categories_are_left() -> None:
    """Of three columns of points the one of the indicators counts."""
    rows = (
        ["一级指标", "分值", "二级指标", "分值", "评分标准"],
        ["决策", "20", "立项", "12", RULE],
        ["", "", "目标", "8", RULE],
    )
    assert told(*rows) == [("立项", "12", ("决策",)), ("目标", "8", ("决策",))]


def test_weights_that_add_up_to_one_are_of_a_hundred() -> None:
    """0.3 is 30 points, and that is told."""
    table = read(["指标", "权重", "评分标准"], ["甲", "0.3", RULE], ["乙", "0.7", RULE])
    assert [one.points for one in table.indicators] == [30, 70]
    assert all("折算" in one.doubts[0] for one in table.indicators)


def test_a_veto_is_a_note() -> None:
    """否决项 is no indicator."""
    table = read(HEADS, ["管理", "制度", "5", RULE], ["否决项", "发生重大事故", "", "一票否决"])
    assert [one.name.text for one in table.indicators] == ["制度"]
    assert [note.text for note in table.notes] == ["否决项，发生重大事故，一票否决"]


def test_points_that_nobody_says_are_not_made_up() -> None:
    """A row whose points are blank has none, and what that may mean is told."""
    table = read(HEADS, ["管理", "核算", "10", RULE], ["", "监督", "", "发现一次违规扣1分，扣完为止。"])
    assert [one.points for one in table.indicators] == [10, None]
    assert any("漏填" in doubt for doubt in table.indicators[1].doubts)


def test_a_broken_bracket_hides_no_points() -> None:
    """Half of a bracket is lost."""
    assert told(["指标", "评分标准"], ["执行（15分", RULE], ["控制率（10分)", RULE]) == [
        ("执行", "15", ()),
        ("控制率", "10", ()),
    ]


def test_the_title_is_the_nearest_that_names_a_table() -> None:
    """附件2： is no part of it, nor is the letter that it came with."""
    heads, row = ["指标", "分值", "评分标准"], ["甲", "5", RULE]
    table = read(heads, row, before=("关于印发考评办法的通知", "附件2：某县考评指标表"))
    assert str(table.title) == "某县考评指标表"


def test_a_claim_above_the_points_is_no_points() -> None:
    """自评得分 beside 分值, higher or lower, is left."""
    rows = (["指标", "自评得分", "分值", "评分标准"], ["甲", "9", "5", RULE], ["乙", "10", "5", RULE])
    assert told(*rows) == [("甲", "5", ()), ("乙", "5", ())]


def test_points_in_the_text_of_a_requirement_are_those_of_its_row() -> None:
    """工作要求 that ends in points, one below each name, says the points of that name."""
    rows = (
        ["项目", "工作要求", "评分标准"],
        ["培训", "开展培训4次（8分）", RULE],
        ["宣传", "发布信息20条（12分）", RULE],
    )
    assert told(*rows) == [("培训", "8", ()), ("宣传", "12", ())]


def test_labels_hold_below_heads_that_are_said_again() -> None:
    """A page begins with the heads, and a merged 归类 that crosses it is blank there: it goes on, and that is told."""
    first = [["一级指标", "二级指标", "指标", "分值", "评分标准"], ["过程", "执行", "甲", "5", RULE]]
    second = [first[0], ["", "管理", "乙", "5", RULE], ["产出", "数量", "丙", "5", RULE]]
    (table,) = issued_of(source_of([Drawn(first, []), Drawn(second, [])])).tables
    assert [one.path for one in table.indicators] == [("过程", "执行"), ("过程", "管理"), ("产出", "数量")]
    assert [any("归类" in doubt for doubt in one.doubts) for one in table.indicators] == [False, True, False]


def test_labels_do_not_hold_behind_a_total_or_a_title() -> None:
    """What begins anew has no 归类 of the table before."""
    first = [HEADS, ["过程", "甲", "5", RULE]]
    second = [HEADS, ["", "乙", "5", RULE]]
    done = [*first, ["合计", "", "5", ""]]
    for one, before in ((done, []), (first, ["某县考评指标表"])):
        tables = issued_of(source_of([Drawn(one, []), Drawn(second, [], before=before)])).tables
        assert [each.path for table in tables for each in table.indicators] == [("过程",), ()]


@pytest.mark.parametrize("head", ["", "评估内容", "领域"])
def test_a_column_that_heads_several_names_is_their_category(head: str) -> None:
    """Without a head, or below one that says something else: what stands there over several names is told as guessed."""
    rows = (
        [head, "指标", "分值", "评分标准"],
        ["环卫", "清扫", "5", RULE],
        ["", "分类", "5", RULE],
        ["市容", "广告", "5", RULE],
        ["", "占道", "5", RULE],
    )
    assert [path for _, _, path in told(*rows)] == [("环卫",), ("环卫",), ("市容",), ("市容",)]
    assert all("归类" in one.doubts[0] for one in read(*rows).indicators)


def test_marks_below_no_head_are_no_category() -> None:
    """Notes beside some names head nothing."""
    rows = (
        ["指标", "分值", "评分标准", ""],
        ["甲", "5", RULE, ""],
        ["乙", "5", RULE, "已核"],
        ["丙", "5", RULE, ""],
        ["丁", "5", RULE, "待补"],
    )
    assert {path for _, _, path in told(*rows)} == {()}


def test_a_bonus_block_with_its_cap_is_one_and_its_cap_a_note() -> None:
    """加分项 in a row of its own, before heads that are said again."""
    rows = (
        ["序号", "考核项目", "考核标准"],
        ["1", "档案", "每缺一份扣1分，扣完为止。（8分）"],
        ["四、加分项（最高不超过3分）", "", ""],
        ["序号", "加分项目", "加分标准"],
        ["1", "表彰", "获得省级表彰的加3分。（3分）"],
    )
    table = read(*rows)
    assert [(one.path, one.extra) for one in table.indicators] == [((), ""), (("加分项",), "bonus")]
    assert [note.text for note in table.notes] == ["四、加分项（最高不超过3分）"]


def test_points_behind_the_last_comma_of_a_requirement_are_those_of_its_row() -> None:
    """工作要求 that says its points without brackets."""
    rows = (["项目", "工作要求", "评分标准"], ["培训", "按计划开展培训，8分。", "每少一次扣1分，扣完为止。"])
    assert told(*rows) == [("培训", "8", ())]


def test_tables_beside_each_other_are_read_one_after_the_other() -> None:
    """The same heads twice in a row, and a 归类 that goes on at the top of the right one."""
    heads = ["类别", "指标", "分值", "评分标准"]
    rows = (
        ["某县考评指标表"],
        [*heads, "", *heads],
        ["环卫", "甲", "5", RULE, "", "", "丙", "8", RULE],
        ["市容", "乙", "7", RULE, "", "设施", "丁", "9", RULE],
        ["合计", "", "29"],
    )
    table = read(*rows)
    assert [(one.name.text, one.points, one.path) for one in table.indicators] == [
        ("甲", 5, ("环卫",)),
        ("乙", 7, ("市容",)),
        ("丙", 8, ("市容",)),
        ("丁", 9, ("设施",)),
    ]
    assert str(table.title) == "某县考评指标表"


def test_columns_that_nobody_knows_hide_no_heads() -> None:
    """优 良 中 差 and more beside a label, points and what is said of it: names come in, and what is missing is told."""
    rows = (
        ["一级指标", "二级指标", "三级指标", "分值", "优", "良", "中", "差", "很差"],
        ["甲", "乙", "丙", "5", "90%", "80%", "70%", "60%", "50%"],
    )
    assert told(*rows) == [("丙", "5", ("甲", "乙"))]
    assert "没有找到评分标准" in read(*rows).indicators[0].doubts


def test_codes_before_names_are_numbering() -> None:
    """A11 before a name counts; a letter and number that are a part of it stay."""
    rows = (
        HEADS,
        ["A决策", "A11 立项依据", "5", RULE],
        ["", "B2. 程序", "5", RULE],
        ["", "M2增速", "5", RULE],
    )
    assert [name for name, _, _ in told(*rows)] == ["立项依据", "程序", "M2增速"]
    assert [name for name, _, _ in told(HEADS, ["", "A4级景区", "5", RULE])] == ["A4级景区"]


def test_rows_with_points_of_their_own_are_clauses_of_their_own() -> None:
    """One name over rows without a sign at their ends: they do not run together."""
    rows = (
        ["指标", "评分标准", "分值"],
        ["甲", "已细化得1分", "1"],
        ["", "可量化得2分", "2"],
        ["乙", RULE, "5"],
    )
    assert [(one.points, one.sentence.text) for one in read(*rows).indicators] == [
        (3, "已细化得1分；可量化得2分；"),
        (5, RULE),
    ]


@pytest.mark.parametrize("words", ["得分合计", "分值合计", "总计得分", "综合总分", "自评合计"])
def test_totals_of_any_name_are_no_indicators(words: str) -> None:
    """Nothing is added up twice."""
    assert [name for name, _, _ in told(HEADS, ["管理", "制度", "5", RULE], [words, "", "5", ""])] == ["制度"]


@pytest.mark.parametrize("blank", [True, False])
def test_labels_without_a_level_stand_where_they_are_held(blank: bool) -> None:
    """项目 below 一级指标 where each of these holds several, above it where it holds them; said again or not."""
    again = "" if blank else "投入"
    rows = (
        ["一级指标", "项目", "三级指标", "分值", "评分标准"],
        ["投入", "目标", "甲", "5", RULE],
        [again, "预算", "乙", "5", RULE],
        ["产出", "数量", "丙", "5", RULE],
    )
    assert [path for _, _, path in told(*rows)] == [("投入", "目标"), ("投入", "预算"), ("产出", "数量")]
    alike = (rows[0], ["投入", "目标", "甲", "5", RULE], ["产出", "数量", "丙", "5", RULE])
    assert [path for _, _, path in told(*alike)] == [("投入", "目标"), ("产出", "数量")]
    turned = (
        ["项目", "一级指标", "三级指标", "分值", "评分标准"],
        ["部门", "投入", "甲", "5", RULE],
        ["" if blank else "部门", "产出", "乙", "5", RULE],
    )
    assert [path for _, _, path in told(*turned)] == [("部门", "投入"), ("部门", "产出")]


def test_a_block_named_below_the_numbers_is_one() -> None:
    """附加项 beside the first of its rows; what else is no number there is not passed off as one."""
    rows = (
        ["序号", "指标", "分值", "评分标准"],
        ["1", "甲", "5", RULE],
        ["附加项", "乙", "3", "获得表彰的加3分。"],
        ["略", "丙", "2", "被采用信息的加2分。"],
    )
    found = issued_of(source_of([Drawn(list(rows), [])]))
    assert [one.extra for one in found.tables[0].indicators] == ["", "bonus", "bonus"]
    assert {fate.text: fate.use for fate in found.fates}["略"] is Use.OTHER
