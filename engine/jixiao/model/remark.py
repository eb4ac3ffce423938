"""指标说明: what explains an indicator, its formula and its target, in one cell, a line each."""

from __future__ import annotations

from jixiao.dataclass import dataclass

BLOCK = "由被评价单位自己设指标。"
FORMULA, TARGET = "公式：", "目标值："


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
            f"{FORMULA}{self.formula}" if self.formula else "",
            f"{TARGET}{self.target}" if self.target else "",
        )
        return "\n".join(line for line in lines if line)
