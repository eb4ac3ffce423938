"""docs/findings.md: a page of every code that a finding may have."""

from __future__ import annotations

from pathlib import Path

from jixiao.audit.codes import CODES

PAGE = Path(__file__).parents[2] / "docs/findings.md"

_HEAD = """# 疑点代码

<!-- 由 make docs 从 engine/jixiao/audit/codes.py 生成，请勿直接修改 -->

每条疑点后面印有代码。命令行里看：`jixiao check --explain 代码`。看完怎样处置，见[怎样看结果](reviewers.md)。

级别：**严重**，自评的分数或等级不成立，或者数据互相矛盾，超出印刷舍入所能解释的；**一般**，自评没有依据，比率写错；
**提示**，舍入、文字、推定的标准。能改变评价等级的，一律升为严重。
"""


def page() -> str:
    """Give the page as it should be."""
    parts = [_HEAD]
    parts += [f"## {one.code}\n\n**{one.title}。**{one.meaning}\n\n怎么办：{one.settle}\n" for one in CODES]
    return "\n".join(parts)
