"""What every new table has above its indicators, and what it says below them."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.skeleton import TableHeading
from jixiao.model.word import word
from jixiao.reports.skeletons.remarks import TITLE, aligned

OPTIONAL = (
    "还可以写在一个指标里的键：",
    "    归类: [投入, 预算配置]                       从上到下的各级类别",
    "    免评: {没有政府采购: 政府采购预算 = 0}       句子里写了“没有政府采购的，得满分”，这里写怎样算没有",
    "    口径: {不足一步: 按比例}                     只对这个指标适用",
    "    出处: 推定                                   手头没有正式原文，分值或文字是推定的",
    "    自设: 是                                     这一块由被评价单位自己设指标",
    "    说明: …                                      给人看的，不参与评分",
)
"""What else may stand in an indicator."""


def head_lines(heading: TableHeading, basis: tuple[str, str], *, divides: bool) -> Iterator[str]:
    """Yield what stands above the indicators of a new table.

    `basis` is its 依据 and the remark on it; `divides`: whether a formula of it does.
    """
    region, subject = word(heading.region), word(heading.subject)
    without = ", 无指标值: 待定" if divides else ""
    yield from aligned((
        (f"指标表: {word(heading.title)}", TITLE),
        (f"代码: {heading.code}", "小写英文、数字和连字符；案例写“代码@版本”，定下来就不要再改"),
        (f"版本: {heading.year}", "通常是年份；同一年再改，写 2025.1 这样"),
        (f"适用: {{地区: {region}, 对象: {subject}, 年度: {heading.year}}}", "年度可以写几个：[2025, 2026]"),
        (f"依据: {word(basis[0])}", basis[1]),
        ("满分: 100", "各指标分值之和"),
        ("等级: {优: 90, 良: 80, 中: 60, 差: 0}", "每个等级的最低分"),
        (f"口径: {{不足一步: 不计{without}, 得分小数位: 2}}", "句子没有写明的怎么算，见 docs/language/readings.md"),
    ))  # fmt: skip
