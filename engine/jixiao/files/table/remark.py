"""指标说明: what explains an indicator, its formula and its target in one cell, a line each; and the cell read again."""

from __future__ import annotations

from jixiao.dataclass import dataclass

BLOCK = "由被评价单位自己设指标。"
_FORMULA, _TARGET = "公式：", "目标值："
QUANTITATIVE, QUALITATIVE = "定量指标：", "定性指标："


@dataclass(frozen=True, slots=True)
class Remark:
    """What 指标说明 says."""

    explanation: str = ""
    formula: str = ""
    target: str = ""
    is_block: bool = False

    @property
    def text(self) -> str:
        """The cell."""
        lines = (
            BLOCK if self.is_block else "",
            self.explanation,
            f"{_FORMULA}{self.formula}" if self.formula else "",
            f"{_TARGET}{self.target}" if self.target else "",
        )
        return "\n".join(line for line in lines if line)


def read_remark(text: str) -> Remark:
    """Read a cell of 指标说明; lines that are no formula and no target explain."""
    found = {_FORMULA: "", _TARGET: ""}
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
    return Remark("\n".join(others), found[_FORMULA], found[_TARGET], is_block)


def standard_text(standard: str, qualitative: str) -> str:
    """Give the cell of 评分标准: one sentence, or one each for what is counted and what is judged."""
    return f"{QUANTITATIVE}{standard}\n{QUALITATIVE}{qualitative}" if qualitative else standard


def read_standard(text: str) -> tuple[str, str]:
    """Read a cell of 评分标准: the sentence, and the one for what is judged where there is one."""
    quantitative, apart, qualitative = text.partition(f"\n{QUALITATIVE}")
    if apart and quantitative.startswith(QUANTITATIVE):
        return quantitative.removeprefix(QUANTITATIVE).strip(), qualitative.strip()
    return text, ""
