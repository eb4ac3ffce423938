"""A table of units, a row each: as people fill it in, and as case files say the same, written apart from the engine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from shared.cases.desk import ITEMS, TABLE

RULES_TABLE = (
    TABLE.replace("满分: 30\n", "满分: 39\n")
    + """\
  - 名称: 到位率
    代码: arrived
    分值: 4
    评分标准: 到位率达到90%及以上的得4分；80%（含）-90%的得2分；低于80%的不得分。
  - 名称: 违规
    代码: breaches
    分值: 5
    评分标准: 每发现1例违规，扣1分，扣完为止。
"""
)
"""A table with every kind of rule: steps, a formula, a list, levels, a rate that is stated, a count."""

HEADS = {
    "在职人数（人）": ("数据", "在职人数", "人"),
    "编制数": ("数据", "编制数", "人"),
    "年初预算（元）": ("数据", "年初预算", "元"),
    "决算数（万元）": ("数据", "决算数", "万元"),
    "到位率（%）": ("数据", "到位率", "%"),
    "制度.达到": ("评定", "制度", "达到"),
    "效能.档次": ("评定", "效能", "档次"),
    "效能.得分": ("评定", "效能", "得分"),
    "违规.次数": ("评定", "违规", "次数"),
    "自评总分": ("自评", "总分", ""),
    "自评.人员控制率": ("自评", "人员控制率", "得分"),
    "自评.制度": ("自评", "制度", "得分"),
}
"""What each column of such a table is in a case: section, name, and unit or key."""

WHOLE = (*map(str, range(31)), "10", "10", "11")
MONEY = ("0", "3", "30000", "30000.00", "29999.99", "1.5", "2.25", "2", "2.00", "66.667")
ODD = (
    "abc",
    "NaN",
    "-1",
    "10.5",
    "１２",
    "1,000",
    "无",
    "—",
    "",
    "12人",
    "3 万元",
    "3元",
    "待填",
    "1e3",
    "5.",
    "9" * 40,
)
CELLS = {
    "在职人数（人）": WHOLE * 5 + ODD,
    "编制数": WHOLE * 5 + ODD,
    "年初预算（元）": MONEY * 12 + ODD,
    "决算数（万元）": MONEY * 12 + ODD,
    "到位率（%）": ("90", "89.9", "90.0", "80", "79.99", "101", "95%", "0.9", "-3", "") * 5 + ("无",),
    "制度.达到": ("①②", "1、3", "无", "", "①②③") * 6 + ("4",),
    "效能.档次": ("效果好", "效果一般", "没有效果", "") * 6 + ("很好",),
    "效能.得分": ("",) * 20 + ("4.5", "9"),
    "违规.次数": ("0", "2", "", "7") * 6 + ("一次",),
    "自评总分": ("", "39", "30.5", "20", "7.33", "21") * 6 + ("x",),
    "自评.人员控制率": ("", "10", "8.0", "4", "2.5"),
    "自评.制度": ("", "6", "4", "2"),
}
"""What people fill in: on thresholds and beside them, nothing, and now and then what can't be read."""
Row = Mapping[str, str]


def rows() -> st.SearchStrategy[dict[str, str]]:
    """Rows as people fill them in, in the order of the heads."""
    cells = st.tuples(*(st.sampled_from(CELLS[head]) for head in HEADS))
    return cells.map(lambda found: dict(zip(HEADS, found, strict=True)))


def many_rows(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Give so many rows, the same each time."""
    chance = Random(seed)
    return [{head: chance.choice(cells) for head, cells in CELLS.items()} for _ in range(count)]


def write_rules(folder: Path) -> Path:
    """Write the table and its items; give the folder of rules."""
    (folder / "rules/甲").mkdir(parents=True)
    (folder / "rules/items.yaml").write_text(ITEMS, "utf-8")
    (folder / "rules/甲/table.yaml").write_text(RULES_TABLE, "utf-8")
    return folder / "rules"


def case_text(row: Row) -> str:
    """Say a row as a case file does."""
    case: dict = {
        "案例": "某办", "代码": "one", "单位": "某办", "地区": "甲省", "年度": 2022, "对象": "整体", "指标表": "jia@2022",
    }  # fmt: skip
    for head, text in row.items():
        said = text.strip()
        if not said or said == "待填":
            continue
        section, name, more = HEADS[head]
        if section == "数据":
            has_unit = head == "编制数" and said == "12人"
            stated = {"值": said} if has_unit else {"值": said, "单位": more}
            case.setdefault("数据", {})[name] = stated
        elif section == "评定":
            signed = {"评定人": "复核人", "依据": "看了材料"}
            case.setdefault("评定", {}).setdefault(name, signed)[more] = said
        elif more:
            case.setdefault("自评", {}).setdefault("指标", {})[name] = {more: said}
        else:
            case.setdefault("自评", {})[name] = said
    return json.dumps(case, ensure_ascii=False)
