"""A small table to start from: it runs as it is, and each key says what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.ruleset import TO_FILL
from jixiao.model.skeleton import TableHeading
from jixiao.reports.skeletons.common_table import render_common_table
from jixiao.reports.skeletons.first_line import schema_line
from jixiao.reports.skeletons.remarks import aligned, remarked
from jixiao.reports.skeletons.table_head import OPTIONAL, head_lines

STAFF = ("在职人员数", "编制数")
SPENDING = ("支出决算", "年初预算")
"""Items that the two formulas speak of; a formula whose items are not there is left as a remark."""

_INTRO = (
    "这是一张能用的小表：先改名称、代码、适用，再把指标换成自己的。评分标准照正式文件的原话写，程序直接按它评分。",
    "带“# ”的行没有生效，要用的去掉开头的“# ”。有哪些写法见 docs/language/README.md；改完运行 jixiao lint 核对。",
)


def render_new_table(heading: TableHeading) -> str:
    """Write the skeleton of a table."""
    if heading.framework is not None:
        return render_common_table(heading, heading.framework)
    divides = any(heading.items.issuperset(names) for names in (STAFF, SPENDING))
    head = head_lines(heading, (TO_FILL, "照哪个文件写的"), divides=divides)
    lines = [*schema_line(heading.schema, "ruleset"), *remarked(_INTRO), "", *head, "", "指标:"]
    for indicator in _indicators(heading):
        lines += [*aligned(indicator), ""]
    return "\n".join([*lines, *remarked(OPTIONAL)]) + "\n"


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
