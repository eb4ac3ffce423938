"""What stands at the end of a paper, so that it can be checked and made again."""

from __future__ import annotations

from jixiao.reports.office.letter.parts import Draft


def fingerprints(draft: Draft) -> None:
    """Write what the paper was made of: digests of case and table, and the version of the program."""
    draft.gap()
    draft.small("核算依据（照此可以重新核算，结果相同）")
    draft.small("案例：{{ 代码 }}", "摘要：{{ 案例摘要 }}")
    draft.where("有评分", lambda: draft.small("指标表：{{ 指标表 }}", "摘要：{{ 指标表摘要 }}"))
    draft.each("源", "来源", lambda: draft.small("来源：{{ 源.简称 }}（{{ 源.文件 }}）"))
    draft.small("程序：jixiao {{ 程序版本 }}")
