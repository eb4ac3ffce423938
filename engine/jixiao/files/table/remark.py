"""Cells of 指标说明 and 评分标准 that hold several texts, read again."""

from __future__ import annotations

from jixiao.model.remark import BLOCK, FORMULA, TARGET, Remark

QUANTITATIVE, QUALITATIVE = "定量指标：", "定性指标："


def read_remark(text: str) -> Remark:
    """Read a cell of 指标说明; lines that are no formula and no target explain."""
    found = {FORMULA: "", TARGET: ""}
    others: list[str] = []
    for line in text.split("\n"):
        label = next((one for one in found if line.startswith(one) and not found[one]), None)
        if label is None:
            others.append(line)
        else:
            found[label] = line.removeprefix(label).strip()
    is_block = BLOCK in others
    if is_block:
        others.remove(BLOCK)
    return Remark("\n".join(others), found[FORMULA], found[TARGET], is_block)


def standard_text(standard: str, qualitative: str) -> str:
    """Give the cell of 评分标准: one sentence, or one each for what is counted and what is judged."""
    return f"{QUANTITATIVE}{standard}\n{QUALITATIVE}{qualitative}" if qualitative else standard


def read_standard(text: str) -> tuple[str, str]:
    """Read a cell of 评分标准: the sentence, and the one for what is judged where there is one."""
    quantitative, apart, qualitative = text.partition(f"\n{QUALITATIVE}")
    if apart and quantitative.startswith(QUANTITATIVE):
        return quantitative.removeprefix(QUANTITATIVE).strip(), qualitative.strip()
    return text, ""
