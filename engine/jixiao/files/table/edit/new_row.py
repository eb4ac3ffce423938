"""A row that was added in Excel or Word → the lines of an indicator."""

from __future__ import annotations

from collections.abc import Container

from jixiao.files.table.edit.same import points_of
from jixiao.files.table.remark import read_remark, read_standard
from jixiao.files.yaml.items import New
from jixiao.files.yaml.style import STEP, Setting, written
from jixiao.model.seen import SeenRow

TO_CHECK = "# 待核对：新增的指标，代码是暂定的"


def new_row(row: SeenRow, code: str) -> New:
    """Give the lines of a new indicator: what the row says, and a code to be looked at."""
    standard, qualitative = read_standard("" if row.standard is None else row.standard.text)
    remark = read_remark("" if row.remark is None else row.remark.text)
    levels = [written(one.text, Setting(is_flow=True)) for one in row.levels or ()]
    texts = (
        ("公式", remark.formula),
        ("目标", remark.target),
        ("自设", "是" if remark.is_block else ""),
        ("附加", row.extra or ""),
        ("评分标准", standard),
        ("定性标准", qualitative),
        ("说明", remark.explanation),
    )
    lines = [f"名称: {_written(row.name.text)}", f"代码: {code}      {TO_CHECK}"]
    lines += [f"归类: [{', '.join(levels)}]"] if levels else []
    lines += [
        f"分值: {_written('' if row.points is None else points_of(row.points.text), may_be_number=True)}"
    ]
    lines += [f"{key}: {_written(text)}" for key, text in texts if text]
    whole = "\n".join(lines).split("\n")
    return New((f"- {whole[0]}", *(f"{' ' * STEP}{line}" for line in whole[1:])))


def free_code(taken: Container[str]) -> str:
    """Give a code that no indicator has, as in i01."""
    number = 1
    while (code := f"i{number:02}") in taken:
        number += 1
    return code


def _written(text: str, *, may_be_number: bool = False) -> str:
    return written(text, Setting(may_be_number=may_be_number))
