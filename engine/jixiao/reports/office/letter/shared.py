"""Sections that several papers have."""

from __future__ import annotations

from collections.abc import Callable

from docx.shared import Mm

from jixiao.reports.office.letter.parts import Column, Draft


def head_of_case(draft: Draft) -> None:
    """Say who, which year and by which table; and that it is a draft, where it is."""
    draft.where("草稿说明", lambda: draft.says("{{ 草稿说明 }}。"))
    draft.says("被评价单位：{{ 单位 }}", "评价事项：{{ 案例 }}")
    draft.where("有评分", lambda: draft.says("所用指标表：{{ 指标表 }}"))


def by_project(draft: Draft, write: Callable[[], None]) -> None:
    """Write something for each project, under its name where there are several."""

    def one() -> None:
        draft.where("核.小标题", lambda: draft.subhead("{{ 核.小标题 }}"))
        write()

    draft.each("核", "核算", one)


def claims_table(draft: Draft) -> None:
    """Write the score table with claim, computed and difference."""
    columns = (
        Column("序号", "{{ 行.序号 }}", 10, "center"),
        Column("指标", "{{ 行.指标 }}", 38),
        Column("分值", "{{ 行.分值 }}", 13, "right"),
        Column("数值", "{{ 行.数值 }}", 23, "right"),
        Column("自评", "{{ 行.自评 }}", 18, "right"),
        Column("核算", "{{ 行.得分 }}", 24, "right"),
        Column("相差", "{{ 行.相差 }}", 16, "right"),
        Column("状态", "{{ 行.状态 }}", 14, "center"),
    )

    def write() -> None:
        table = draft.table("行", "核.得分表", columns)
        total = ("", "总分", "{{ 核.满分 }}", "", "{{ 核.自评 }}", "{{ 核.得分 }}", "{{ 核.相差 }}", "")
        draft.row(table, total, columns)
        draft.small("相差＝自评－核算。“待定”的核算写可能的范围，缺什么见后。")
        notes_to_scores(draft)

    draft.where("有评分", write, lambda: draft.says("没有指标表，没有评分。"))


def notes_to_scores(draft: Draft) -> None:
    """Write what belongs under a score table: what is reconstructed, and the way to the total."""
    draft.where("核.推定说明", lambda: draft.small("{{ 核.推定说明 }}。"))
    draft.each("句", "核.总分计算", lambda: draft.small("{{ 句 }}"))


def losses(draft: Draft) -> None:
    """Write each indicator that lost points: clause, figures, places, why."""

    def one() -> None:
        draft.led(
            "{{ 行.序号 }}. {{ 行.指标 }}：", "满分{{ 行.分值 }}分，得{{ 行.得分 }}分，扣{{ 行.扣分 }}分。"
        )
        draft.details("评分标准：{{ 行.评分标准 }}")
        draft.each("笔", "行.扣分明细", lambda: draft.details("{{ 笔.全文 }}。"))
        draft.each("句", "行.各句", lambda: draft.details("{{ 句 }}"))
        draft.each("数", "行.所据的数", lambda: draft.details(_FIGURE))
        draft.where("行.评定", lambda: draft.details("{{ 行.评定 }}。"))

    draft.each("行", "核.失分", one)
    draft.where("not 核.失分", lambda: draft.says("没有确定的扣分。"))


_FIGURE = "{{ 数.名称 }} {{ 数.数 }}（{{ 数.出处 }}）{{ '，' if 数.备注 else '' }}{{ 数.备注 }}"


def open_table(draft: Draft) -> None:
    """Write what is open, with the range and what is missing."""
    columns = (
        Column("指标", "{{ 行.指标 }}", 40),
        Column("分值", "{{ 行.分值 }}", 14, "right"),
        Column("可能得分", "{{ 行.得分 }}", 20, "right"),
        Column("为什么待定", "{{ 行.说明 }}", 82),
    )

    def write() -> None:
        draft.table("行", "核.待定", columns)
        draft.gap()

    draft.where("核.待定", write, lambda: draft.says("没有待定的指标。"))


def judged_table(draft: Draft) -> None:
    """Write who judged what, on what grounds."""
    columns = (
        Column("指标", "{{ 评.指标 }}", 40),
        Column("得分", "{{ 评.得分 }}", 14, "right"),
        Column("评定人", "{{ 评.评定人 }}", 26),
        Column("依据", "{{ 评.依据 }}", 46),
        Column("出处", "{{ 评.出处 }}", 30),
    )

    def write() -> None:
        draft.table("评", "核.评定", columns)
        draft.gap()

    draft.where("核.评定", write, lambda: draft.says("没有写进案例的评定。"))


def findings(draft: Draft) -> None:
    """Write the findings level by level, each with its grounds; then what is settled."""

    def level() -> None:
        draft.subhead("{{ 级.级别 }}的疑点（{{ 级.条数 }}条）")
        draft.each("疑", "级.疑点", one)

    def one() -> None:
        draft.led("{{ 疑.编号 }}. {{ 疑.标题 }}。", "{{ 疑.说明 }}。")
        draft.each("句", "疑.依据", lambda: draft.details("{{ 句 }}"))
        draft.where("疑.由此而来", lambda: draft.details("{{ 疑.由此而来 }}"))
        draft.where("疑.备注", lambda: draft.details("{{ 疑.备注 }}"))

    draft.says("{{ 核.疑点概述 }}。")
    draft.where("核.只列", lambda: draft.says("{{ 核.只列 }}。"))
    draft.each("级", "核.各级疑点", level)
    draft.where("核.已处置", lambda: _settled(draft))
    draft.lines("核.未对上的处置")


def _settled(draft: Draft) -> None:
    draft.subhead("已处置的疑点")
    text = "{{ 已.编号 }}. {{ 已.标题 }}。{{ 已.处置人 }}处置：{{ 已.理由 }}（至 {{ 已.期限 }}）"
    draft.each("已", "核.已处置", lambda: draft.says(text))


def answers(draft: Draft) -> None:
    """Write what the unit must answer, with room to write beside it."""
    columns = (
        Column("序号", "{{ 问.序号 }}", 10, "center"),
        Column("请说明或补充的事项", "{{ 问.事项 }}。{{ 问.说明 }}", 84),
        Column("单位答复", "", 62),
    )

    def write() -> None:
        draft.table("问", "核.请单位答复", columns, height=Mm(16))
        draft.gap()

    draft.where("核.请单位答复", write, lambda: draft.says("没有需要单位答复的事项。"))
