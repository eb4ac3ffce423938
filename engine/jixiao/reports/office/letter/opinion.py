"""复核意见: what the reviewers hold, with everything that it rests on."""

from __future__ import annotations

from docx.document import Document as Paper

from jixiao.reports.office.letter.closing import fingerprints
from jixiao.reports.office.letter.parts import Draft
from jixiao.reports.office.letter.shared import (
    answers,
    by_project,
    claims_table,
    findings,
    head_of_case,
    judged_table,
    losses,
    open_table,
)
from jixiao.reports.office.letter.sheet import new_sheet


def opinion() -> Paper:
    """Give the template of an opinion."""
    paper = new_sheet("绩效自评复核意见")
    draft = Draft(paper)
    head_of_case(draft)
    draft.head("一、复核结论")
    by_project(draft, lambda: _conclusion(draft))
    draft.where("平均分", lambda: draft.says("{{ 平均分 }}。"))
    draft.head("二、得分情况")
    by_project(draft, lambda: claims_table(draft))
    draft.head("三、扣分及理由")
    by_project(draft, lambda: losses(draft))
    draft.head("四、待定的指标")
    by_project(draft, lambda: open_table(draft))
    draft.head("五、评定")
    by_project(draft, lambda: judged_table(draft))
    draft.head("六、疑点")
    by_project(draft, lambda: findings(draft))
    draft.head("七、请单位答复的事项")
    by_project(draft, lambda: answers(draft))
    draft.signatures("复核人（签字）：", "复核组组长（签字）：", "　　　　　　　　　　　　年　　月　　日")
    fingerprints(draft)
    return paper


def _conclusion(draft: Draft) -> None:
    draft.lines("核.注意")
    draft.says("{{ 核.结论 }}。")
    draft.where("有评分", lambda: _figures(draft))
    draft.lines("核.总体意见")


def _figures(draft: Draft) -> None:
    draft.says(
        "满分{{ 核.满分 }}分，自评{{ 核.自评 }}{{ '分' if 核.自评 != '无' else '' }}，核算{{ 核.得分 }}分；"
        "自评等级{{ 核.自评等级 }}，核算可能的等级为{{ 核.可能等级 }}。{{ 核.失分概述 }}。"
    )
    draft.where("核.采用分说明", lambda: draft.says("{{ 核.采用分说明 }}。"))
