"""自评报告: the unit's own report with its score table, worked out by the standard from its figures."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH

from jixiao.reports.office.letter.closing import fingerprints
from jixiao.reports.office.letter.parts import Column, Draft
from jixiao.reports.office.letter.shared import by_project, notes_to_scores
from jixiao.reports.office.letter.sheet import new_sheet

TO_WRITE = "（请写明）"


def self_report() -> Paper:
    """Give the template of a self-report."""
    paper = new_sheet("{{ 案例 }}", "绩效自评报告")
    draft = Draft(paper)
    draft.where("草稿说明", lambda: draft.says("{{ 草稿说明 }}。"))
    draft.where(
        "有自评",
        lambda: draft.says("说明：案例里已经写有自评，本报告的得分按评分标准由数据算出，没有用已有的自评。"),
    )
    draft.head("一、基本情况")
    draft.says("单位：{{ 单位 }}。", f"主要职责、机构人员、年度绩效目标：{TO_WRITE}")
    draft.head("二、自评结论")
    by_project(draft, lambda: _conclusion(draft))
    draft.head("三、自评得分")
    by_project(draft, lambda: _scores(draft))
    draft.head("四、扣分原因")
    by_project(draft, lambda: _reasons(draft))
    draft.head("五、还要补充的材料")
    by_project(draft, lambda: _missing(draft))
    draft.head("六、报送前要核对的问题")
    by_project(draft, lambda: _found(draft))
    draft.head("七、存在的问题和改进措施")
    draft.says(TO_WRITE, "", "")
    draft.flush("{{ 单位 }}（盖章）", WD_ALIGN_PARAGRAPH.RIGHT)
    draft.flush("　　　　年　　月　　日", WD_ALIGN_PARAGRAPH.RIGHT)
    draft.where("数据", lambda: _figures(draft))
    fingerprints(draft)
    return paper


def _figures(draft: Draft) -> None:
    columns = (
        Column("数据项", "{{ 数.名称 }}", 42),
        Column("数", "{{ 数.数 }}", 30, "right"),
        Column("出处", "{{ 数.出处 }}", 50),
        Column("备注", "{{ 数.项目 }}{{ ' ' if 数.项目 else '' }}{{ 数.属于 }}{{ 数.备注 }}", 34),
    )
    draft.head("附：评价所用的数据")
    draft.table("数", "数据", columns)
    draft.gap()


def _conclusion(draft: Draft) -> None:
    def figures() -> None:
        draft.says("满分{{ 核.满分 }}分，自评{{ 核.得分 }}分，等级{{ 核.可能等级 }}。{{ 核.失分概述 }}。")
        draft.where("核.待定", lambda: draft.says("还有待定的指标，得分写作可能的范围；补齐以后再报送。"))

    draft.where("有评分", figures, lambda: draft.says("没有指标表，没有评分。"))


def _scores(draft: Draft) -> None:
    columns = (
        Column("序号", "{{ 行.序号 }}", 10, "center"),
        Column("指标", "{{ 行.指标 }}", 42),
        Column("分值", "{{ 行.分值 }}", 14, "right"),
        Column("完成值", "{{ 行.数值 }}", 24, "right"),
        Column("得分", "{{ 行.得分 }}", 20, "right"),
        Column("扣分", "{{ 行.扣分 }}", 16, "right"),
        Column("怎样得来", "{{ 行.状态 }}", 30, "center"),
    )

    def write() -> None:
        table = draft.table("行", "核.得分表", columns)
        draft.row(table, ("", "总分", "{{ 核.满分 }}", "", "{{ 核.得分 }}", "", ""), columns)
        notes_to_scores(draft)
        draft.gap()

    draft.where("有评分", write, lambda: draft.says("没有指标表，没有评分。"))


def _reasons(draft: Draft) -> None:
    def one() -> None:
        draft.led("{{ 行.序号 }}. {{ 行.指标 }}，扣{{ 行.扣分 }}分。", "{{ 行.说明 }}")

    draft.each("行", "核.失分", one)
    draft.where("not 核.失分", lambda: draft.says("没有确定的扣分。"))


def _missing(draft: Draft) -> None:
    draft.each("行", "核.待定", lambda: draft.says("{{ 行.指标 }}（{{ 行.得分 }}分）：{{ 行.缺什么 }}。"))
    draft.where("not 核.待定", lambda: draft.says("没有。"))


def _found(draft: Draft) -> None:
    draft.each("疑", "核.疑点", lambda: draft.led("{{ 疑.编号 }}. {{ 疑.标题 }}。", "{{ 疑.说明 }}。"))
    draft.where("not 核.疑点", lambda: draft.says("没有。"))
