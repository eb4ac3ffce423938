"""A small table to start from: it runs as it is, and each key says what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.skeleton import TableHeading
from jixiao.reports.skeletons.first_line import schema_line
from jixiao.reports.skeletons.remarks import aligned, remarked
from jixiao.reports.skeletons.words import word

STAFF = ("在职人员数", "编制数")
SPENDING = ("支出决算", "年初预算")
"""Items that the two formulas speak of; a formula whose items are not there is left as a remark."""

_INTRO = (
    "这是一张能用的小表：先改名称、代码、适用，再把指标换成自己的。评分标准照正式文件的原话写，程序直接按它评分。",
    "带“# ”的行没有生效，要用的去掉开头的“# ”。有哪些写法见 docs/language/README.md；改完运行 jixiao lint 核对。",
)
_OPTIONAL = (
    "还可以写在一个指标里的键：",
    "    归类: [投入, 预算配置]                       从上到下的各级类别",
    "    免评: {没有政府采购: 政府采购预算 = 0}       句子里写了“没有政府采购的，得满分”，这里写怎样算没有",
    "    口径: {不足一步: 按比例}                     只对这个指标适用",
    "    出处: 推定                                   手头没有正式原文，分值或文字是推定的",
    "    自设: 是                                     这一块由被评价单位自己设指标",
    "    说明: …                                      给人看的，不参与评分",
)


def render_new_table(heading: TableHeading) -> str:
    """Write the skeleton of a table."""
    lines = [*schema_line(heading.schema, "ruleset"), *remarked(_INTRO), "", *_head(heading), "", "指标:"]
    for indicator in _indicators(heading):
        lines += [*aligned(indicator), ""]
    return "\n".join([*lines, *remarked(_OPTIONAL)]) + "\n"


def _head(heading: TableHeading) -> Iterator[str]:
    region, subject = word(heading.region), word(heading.subject)
    divides = any(heading.items.issuperset(names) for names in (STAFF, SPENDING))
    without = ", 无指标值: 待定" if divides else ""
    yield from aligned((
        (f"指标表: {word(heading.title)}", "名称，用作报告的标题"),
        (f"代码: {heading.code}", "小写英文、数字和连字符；案例写“代码@版本”，定下来就不要再改"),
        (f"版本: {heading.year}", "通常是年份；同一年再改，写 2025.1 这样"),
        (f"适用: {{地区: {region}, 对象: {subject}, 年度: {heading.year}}}", "年度可以写几个：[2025, 2026]"),
        ("依据: 待填", "照哪个文件写的"),
        ("满分: 100", "各指标分值之和"),
        ("等级: {优: 90, 良: 80, 中: 60, 差: 0}", "每个等级的最低分"),
        (f"口径: {{不足一步: 不计{without}, 得分小数位: 2}}", "句子没有写明的怎么算，见 docs/language/readings.md"),
    ))  # fmt: skip


def _indicators(heading: TableHeading) -> Iterator[list[tuple[str, str]]]:
    """Yield four indicators, each of another form."""
    yield [
        ("  - 名称: 在职人员控制率", ""),
        ("    代码: staff-control", "同一张表里不重复；改名称时不改代码"),
        ("    分值: 20", ""),
        _formula(STAFF, heading.items),
        ("    评分标准: 不超过100%的，得满分；每超过1个百分点，扣2分，扣完为止。", "分步扣分"),
        ("    例: {100%: 20, 103%: 14}", "数值和应得的分，由 jixiao test 核对"),
    ]
    yield [
        ("  - 名称: 预算执行率", ""),
        ("    代码: budget-execution", ""),
        ("    分值: 30", ""),
        _formula(SPENDING, heading.items),
        ("    评分标准: 得分=预算执行率×30，最高不超过30分。", "按比例"),
    ]
    yield [
        ("  - 名称: 管理制度健全性", ""),
        ("    代码: institutions", ""),
        ("    分值: 20", "没有公式的，由复核人评定"),
        ("    评分标准: ①建立了财务管理制度，10分；②制度得到有效执行，10分。", "清单"),
    ]
    yield [
        ("  - 名称: 社会效益", ""),
        ("    代码: social-benefit", ""),
        ("    分值: 30", ""),
        ("    评分标准: 效果明显的得30分；效果一般的得15分；没有效果的得0分。", "等次"),
    ]


def _formula(names: tuple[str, str], items: frozenset[str]) -> tuple[str, str]:
    if items.issuperset(names):
        return (
            f"    公式: {names[0]} / {names[1]}",
            "用 rules/items.yaml 里的数据项写；要用新的，先在那里写上",
        )
    return f"    # 公式: {names[0]} / {names[1]}", "先在 items.yaml 里写上这两个数据项，再去掉“# ”"
