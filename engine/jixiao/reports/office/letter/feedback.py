"""反馈意见: what a unit is told, and asked to answer."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH

from jixiao.reports.office.letter.closing import fingerprints
from jixiao.reports.office.letter.parts import Draft
from jixiao.reports.office.letter.shared import answers, by_project, claims_table, losses, open_table
from jixiao.reports.office.letter.sheet import new_sheet


def feedback() -> Paper:
    """Give the template of a letter to the unit."""
    paper = new_sheet("绩效自评复核反馈意见")
    draft = Draft(paper)
    draft.flush("{{ 单位 }}：")
    draft.where("草稿说明", lambda: draft.says("{{ 草稿说明 }}。"))
    draft.where(
        "有评分",
        lambda: draft.says("对《{{ 案例 }}》的绩效自评，按{{ 指标表 }}作了复核。现将情况反馈如下。"),
        lambda: draft.says("对《{{ 案例 }}》作了核查。没有适用的指标表，没有评分。现将情况反馈如下。"),
    )
    draft.head("一、复核结果")
    by_project(draft, lambda: _result(draft))
    draft.where("平均分", lambda: draft.says("{{ 平均分 }}。"))
    draft.head("二、各项得分")
    by_project(draft, lambda: claims_table(draft))
    draft.head("三、扣分及理由")
    by_project(draft, lambda: losses(draft))
    draft.head("四、还不能确定的得分")
    by_project(draft, lambda: open_table(draft))
    draft.head("五、请你单位说明和补充的事项")
    draft.says(
        "请逐条答复，说明理由、附上凭据，于　　　　年　　月　　日前书面送回。对扣分有不同意见的，请一并写明。"
    )
    by_project(draft, lambda: answers(draft))
    draft.signatures("联系人：　　　　　　　　电话：")
    draft.flush("（盖章）　　　　", WD_ALIGN_PARAGRAPH.RIGHT)
    draft.flush("　　　　年　　月　　日", WD_ALIGN_PARAGRAPH.RIGHT)
    fingerprints(draft)
    return paper


def _result(draft: Draft) -> None:
    draft.where(
        "有评分",
        lambda: draft.says(
            "满分{{ 核.满分 }}分，你单位自评{{ 核.自评 }}{{ '分' if 核.自评 != '无' else '' }}，核算{{ 核.得分 }}分，"
            "核算可能的等级为{{ 核.可能等级 }}。{{ 核.结论 }}。"
        ),
        lambda: draft.says("{{ 核.结论 }}。"),
    )
    draft.says("{{ 核.疑点概述 }}。")
