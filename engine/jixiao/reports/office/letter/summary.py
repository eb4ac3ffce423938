"""汇总: many cases at once."""

from __future__ import annotations

from docx.document import Document as Paper

from jixiao.reports.office.letter.parts import Column, Draft
from jixiao.reports.office.letter.sheet import new_sheet


def summary() -> Paper:
    """Give the template of a summary."""
    paper = new_sheet("绩效自评复核情况汇总")
    draft = Draft(paper)
    draft.says("{{ 概述 }}。")
    draft.head("一、得分和名次")
    draft.each("表", "各表", lambda: _ranking(draft))
    draft.where("没有评分", lambda: _unscored(draft))
    draft.head("二、等级和结论分布")
    draft.each("表", "各表", lambda: _grades(draft))
    _counts(draft, "结论分布", "自评与核算")
    draft.head("三、常见失分")
    draft.each("表", "各表", lambda: _lost(draft))
    draft.head("四、常见疑点")
    _found(draft)
    draft.head("五、缺的数")
    _missing(draft)
    draft.head("六、未了事项")
    _open(draft)
    draft.where("没有核算", lambda: _refused(draft))
    draft.where("提醒", lambda: _warned(draft))
    draft.gap()
    draft.small("名次只在同一张指标表里排；得分未定的，名次也是范围。程序：jixiao {{ 程序版本 }}")
    return paper


def _title(draft: Draft) -> None:
    draft.subhead("（{{ 表.序号 }}）{{ 表.表名 }}")


def _ranking(draft: Draft) -> None:
    _title(draft)
    draft.says(
        "按{{ 表.指标表 }}核算{{ 表.个数 }}个，满分{{ 表.满分 }}分。最高{{ 表.最高分 }}分，最低{{ 表.最低分 }}分，平均{{ 表.平均分 }}分。"
    )
    draft.table(
        "行",
        "表.排名",
        (
            Column("名次", "{{ 行.名次 }}", 17, "center"),
            Column("单位", "{{ 行.单位 }}{{ '（草稿）' if 行.草稿 else '' }}", 41),
            Column("自评", "{{ 行.自评 }}", 14, "right"),
            Column("核算", "{{ 行.得分 }}", 23, "right"),
            Column("等级", "{{ 行.等级 }}", 21, "center"),
            Column("结论", "{{ 行.结论 }}", 18, "center"),
            Column("疑点", "{{ 行.严重 }} / {{ 行.一般 }} / {{ 行.提示 }}", 22, "center"),
        ),
    )
    draft.small("疑点：严重 / 一般 / 提示")
    draft.gap()


def _unscored(draft: Draft) -> None:
    draft.says("没有指标表、只做了核查的：")
    draft.each("行", "没有评分", lambda: draft.says("{{ 行.单位 }}（{{ 行.代码 }}）"))


def _grades(draft: Draft) -> None:
    _title(draft)
    _counts(draft, "表.等级分布", "等级")


def _counts(draft: Draft, of: str, head: str) -> None:
    draft.table(
        "数",
        of,
        (
            Column(head, "{{ 数.名称 }}", 66, "center"),
            Column("个数", "{{ 数.个数 }}", 45, "center"),
            Column("占比", "{{ 数.占比 }}", 45, "center"),
        ),
    )
    draft.gap()


def _lost(draft: Draft) -> None:
    _title(draft)
    columns = (
        Column("指标", "{{ 行.指标 }}", 64),
        Column("分值", "{{ 行.分值 }}", 20, "right"),
        Column("失分个数", "{{ 行.失分个数 }}", 24, "right"),
        Column("失分合计", "{{ 行.失分合计 }}", 24, "right"),
        Column("待定个数", "{{ 行.待定个数 }}", 24, "right"),
    )

    def write() -> None:
        draft.table("行", "表.常见失分", columns)
        draft.gap()

    draft.where("表.常见失分", write, lambda: draft.says("没有失分，也没有待定的指标。"))


def _found(draft: Draft) -> None:
    columns = (
        Column("疑点", "{{ 行.名称 }}", 62),
        Column("最重的", "{{ 行.级别 }}", 18, "center"),
        Column("案例数", "{{ 行.案例数 }}", 18, "right"),
        Column("条数", "{{ 行.条数 }}", 16, "right"),
        Column("代码", "{{ 行.代码 }}", 42),
    )

    def write() -> None:
        draft.table("行", "常见疑点", columns)
        draft.gap()

    draft.where("常见疑点", write, lambda: draft.says("没有疑点。"))


def _missing(draft: Draft) -> None:
    columns = (
        Column("数据项", "{{ 行.名称 }}", 92),
        Column("几个缺", "{{ 行.案例数 }}", 26, "right"),
        Column("至多影响（分）", "{{ 行.影响 }}", 38, "right"),
    )

    def write() -> None:
        draft.table("行", "缺的数", columns)
        draft.gap()

    draft.where("缺的数", write, lambda: draft.says("没有缺的数。"))


def _open(draft: Draft) -> None:
    columns = (
        Column("单位", "{{ 行.单位 }}", 46),
        Column("下一步", "{{ 行.各步 }}", 110),
    )
    draft.where("未了事项", lambda: _closed_by_gap(draft, columns), lambda: draft.says("没有未了事项。"))


def _closed_by_gap(draft: Draft, columns: tuple[Column, ...]) -> None:
    draft.table("行", "未了事项", columns)
    draft.gap()


def _refused(draft: Draft) -> None:
    draft.head("七、没有核算的输入")
    draft.each("行", "没有核算", lambda: draft.says("{{ 行.原因 }}"))


def _warned(draft: Draft) -> None:
    draft.says("以下内容没有用于评分，或者要留意：")
    draft.each("句", "提醒", lambda: draft.says("{{ 句 }}"))
