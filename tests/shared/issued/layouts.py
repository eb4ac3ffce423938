"""Ten tables by hand, each in a layout of its own that bureaus publish; the format each is met in stands with it."""

from __future__ import annotations

from shared.issued.drawn import Drawn, Wanted

Layout = tuple[str, str, list[Drawn]]
"""Its name, its format and its tables."""


def usual() -> Layout:
    """Labels merged over many rows, a total last, notes below; points as numbers of a workbook."""
    rows = [
        ["江东省青川市临河区2024年部门整体支出绩效评价指标表", "", "", "", "", ""],
        ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准"],
        [
            "投入",
            "预算配置",
            "在职人员控制率",
            "5",
            "在职人员控制率=（在职人员数/编制数）×100%",
            "不超过100%的，得5分；每超过1个百分点，扣0.5分，扣完为止。",
        ],
        [
            "",
            "",
            "公用经费控制率",
            "5",
            "公用经费控制率=（公用经费决算/公用经费预算）×100%",
            "不超过100%的，得满分；每超过1个百分点，扣1分，扣完为止。",
        ],
        [
            "过程",
            "预算管理",
            "管理制度健全性",
            "10",
            "制度是否齐全",
            "制度健全得10分；每缺一项扣2分，扣完为止。",
        ],
        ["", "", "资金使用合规性", "20", "是否符合规定", "发现一处不合规的扣2分，扣完为止。"],
        [
            "产出",
            "职责履行",
            "重点工作完成率",
            "30",
            "完成数与计划数之比",
            "得分=重点工作完成率×30，最高不超过30分。",
        ],
        [
            "效果",
            "满意度",
            "服务对象满意度",
            "30",
            "问卷调查",
            "90%（含）以上得30分；80%（含）-90%得20分；80%以下不得分。",
        ],
        ["合计", "", "", "100", "", ""],
        ["注：90分以上为优，80分至89分为良。", "", "", "", "", ""],
    ]
    paths = [
        ("投入", "预算配置"),
        ("投入", "预算配置"),
        ("过程", "预算管理"),
        ("过程", "预算管理"),
        ("产出", "职责履行"),
        ("效果", "满意度"),
    ]
    wanted = [
        Wanted(row[2], row[3], row[5], path, (at, 2))
        for at, (row, path) in enumerate(zip(rows[2:8], paths, strict=True), start=2)
    ]
    merged = [
        (0, 0, 0, 5),
        (2, 0, 3, 0),
        (2, 1, 3, 1),
        (4, 0, 5, 0),
        (4, 1, 5, 1),
        (8, 0, 8, 2),
        (9, 0, 9, 5),
    ]
    return "usual", "xlsx", [Drawn(rows, wanted, merged)]


def town() -> Layout:
    """Requirements with the target in one column and the step in another, points last, 序号 first; a document."""
    rows = [
        ["序号", "考核项目", "考核内容", "评分细则", "基本分"],
        [
            "1",
            "组织领导",
            "成立河长制工作领导小组，明确各成员单位分工，年初制定工作计划",
            "未成立领导小组的扣2分；未制定计划的扣1分。",
            "3",
        ],
        [
            "2",
            "巡河履职",
            "镇级河长每月巡河不少于4次，并在系统内留下记录",
            "每少1次扣0.5分，扣完为止。",
            "7分",
        ],
        [
            "3",
            "水质达标",
            "辖区内考核断面水质达到地表水三类标准，全年达标次数不少于10次",
            "每少达标1次扣1分，扣完为止。",
            "10",
        ],
        ["", "合    计", "", "", "20"],
    ]
    wanted = [
        Wanted("组织领导", "3", "未成立领导小组的扣2分；未制定计划的扣1分。", (), (1, 1)),
        Wanted("巡河履职", "7", "每少1次扣0.5分，扣完为止。", (), (2, 1)),
        Wanted("水质达标", "10", "每少达标1次扣1分，扣完为止。", (), (3, 1)),
    ]
    return "town", "docx", [Drawn(rows, wanted, before=["某县2023年度河长制工作考核评分表"])]


def filled() -> Layout:
    """评分标准 before 分值, the self-score beside it, the head said again with another column; a page."""
    rows = [
        ["指标名称", "计分标准", "标准分", "自评\n得分", "扣分原因"],
        ["预算编制\n完整性", "每漏编一项扣1分，扣完为止。", "10", "9", "漏编一项"],
        ["存量资金盘活率", "≥80%得10分；60%（含）-80%得5分；低于60%不得分。", "10", "10", ""],
        ["指标名称", "计分标准", "标准分", "自评得分", "备注"],
        ["账实相符", "账实相符得5分；不相符不得分。", "5", "6", "有盘点表"],
        ["公开内容完整性", "每缺一张表扣0.5分，扣完为止。", "5", "5", ""],
        ["总分", "", "30", "30", ""],
    ]
    wanted = [
        Wanted(rows[at][0].replace("\n", ""), rows[at][2], rows[at][1], (), (at, 0)) for at in (1, 2, 4, 5)
    ]
    return "filled", "html", [Drawn(rows, wanted, before=["预算管理考核自评表"])]


def flattened() -> Layout:
    """One cell a line: merged cells left none, long ones two."""
    rows = [
        ["一级指标", "二级指标", "三级指标", "分值", "评分标准"],
        ["决策", "项目立项", "立项依据充分性", "5", "依据充分得5分；依据不充分不得分。"],
        ["", "", "立项程序规范性", "5", "程序规范得满分；每缺一项程序，\n扣1分，扣完为止。"],
        ["过程", "资金管理", "资金到位率", "10", "得分=资金到位率×10。"],
        ["产出", "产出质量", "工程验收合格率", "40", "100%得满分；低于100%不得分。"],
        ["效益", "满意度", "受益群众满意度", "40", "≥90%得满分；每低1个百分点扣0.5分，扣完为止。"],
    ]
    paths = [
        ("决策", "项目立项"),
        ("决策", "项目立项"),
        ("过程", "资金管理"),
        ("产出", "产出质量"),
        ("效益", "满意度"),
    ]
    wanted = [
        Wanted(row[2], row[3], row[4].replace("\n", ""), path, (at, 2))
        for at, (row, path) in enumerate(zip(rows[1:], paths, strict=True), start=1)
    ]
    return "flattened", "lines", [Drawn(rows, wanted, before=["某市2023年项目支出绩效评价指标体系"])]


def sections() -> Layout:
    """Sections in rows of their own, points in names, a bonus block with its own head and numbers from 1."""
    rows = [
        ["政府采购代理机构考核评分表", "", "", ""],
        ["序号", "考核内容", "评分标准", "备注"],
        ["一、规范操作（55分）", "", "", ""],
        ["1", "采购委托(5)", "未签订委托协议的，每发现一次扣1分，扣完为止。", ""],
        ["2", "采购文件编制\n（30分）", "每发现一处不合规扣2分，扣完为止。", ""],
        ["3", "档案管理（20分）", "档案齐全得20分；每缺一项扣2分，扣完为止。", "抽查"],
        ["二、服务质量（45分）", "", "", ""],
        ["4", "质疑答复（25分）", "每逾期答复一次扣5分，扣完为止。", ""],
        ["5", "采购人评价（20分）", "满意得20分；基本满意得10分；不满意不得分。", ""],
        ["加分项", "", "", ""],
        ["序号", "考核内容", "评分标准", "分值"],
        ["1", "创新做法", "获省级表彰的，每项加2分，最高加4分。", "4"],
        ["2", "经验推广", "经验被推广的，每次加1分，最高加2分。", "2"],
    ]
    one, two, bonus = ("规范操作",), ("服务质量",), ("加分项",)
    wanted = [
        Wanted("采购委托", "5", rows[3][2], one, (3, 1)),
        Wanted("采购文件编制", "30", rows[4][2], one, (4, 1)),
        Wanted("档案管理", "20", rows[5][2], one, (5, 1)),
        Wanted("质疑答复", "25", rows[7][2], two, (7, 1)),
        Wanted("采购人评价", "20", rows[8][2], two, (8, 1)),
        Wanted("创新做法", "4", rows[11][2], bonus, (11, 1), "bonus"),
        Wanted("经验推广", "2", rows[12][2], bonus, (12, 1), "bonus"),
    ]
    merged = [(0, 0, 0, 3), (2, 0, 2, 3), (6, 0, 6, 3), (9, 0, 9, 3)]
    return "sections", "xlsx", [Drawn(rows, wanted, merged)]


def two_rows() -> Layout:
    """Heads in two rows, misspelt and broken by blanks; points at the end of sentences."""
    rows = [
        ["绩效指标", "", "", "评  分", "", "备注"],
        ["一级 指标", "二级指标", "三级指际", "评分标谁", "自评得分", ""],
        ["预算编制", "编制质量", "绩效目标覆盖率", "得分=绩效目标覆盖率×10。（10分）", "10", ""],
        ["", "编制时效", "预算报送及时性", "按时报送得5分；每迟1天扣0.5分，扣完为止。（5分）", "4.5", ""],
        [
            "执行监控",
            "监控整改",
            "监控发现问题整改率",
            "100%得满分；每低10%扣1分，扣完为止。（15分）",
            "15",
            "",
        ],
        [
            "资产管理",
            "固定资产",
            "固定资产利用率",
            "90%以上得满分；每低1个百分点扣0.1分，扣完为止。（20分）",
            "20",
            "",
        ],
    ]
    paths = [
        ("预算编制", "编制质量"),
        ("预算编制", "编制时效"),
        ("执行监控", "监控整改"),
        ("资产管理", "固定资产"),
    ]
    points = ("10", "5", "15", "20")
    wanted = [
        Wanted(rows[at][2], full, rows[at][3].rsplit("（", 1)[0], path, (at, 2))
        for at, (full, path) in enumerate(zip(points, paths, strict=True), start=2)
    ]
    merged = [(0, 0, 0, 2), (0, 3, 0, 4), (0, 5, 1, 5), (2, 0, 3, 0)]
    return (
        "two-rows",
        "docx",
        [Drawn(rows, wanted, merged, before=["附件2", "某某县预算单位绩效考核评分表（2022年）"])],
    )


def misplaced() -> Layout:
    """The rule under 指标说明 with 评价要点 beside it; weights beside points."""
    rows = [
        ["一级指标", "二级指标", "权重", "分值", "评价要点", "指标说明"],
        [
            "工作成效",
            "垃圾分类准确率",
            "30%",
            "30",
            "抽查小区的准确投放户数",
            "80%（含）以上得30分；60%（含）-80%得15分；60%以下不得分。",
        ],
        ["", "卫生保洁覆盖率", "30%", "30", "保洁覆盖的村", "达到100%得满分；每少1个村扣0.5分，扣完为止。"],
        [
            "群众反映",
            "群众满意率",
            "40%",
            "40",
            "入户调查",
            "90%以上得满分；每低1个百分点扣0.2分，扣完为止。",
        ],
    ]
    paths = [("工作成效",), ("工作成效",), ("群众反映",)]
    wanted = [
        Wanted(row[1], row[3], row[5], path, (at, 1))
        for at, (row, path) in enumerate(zip(rows[1:], paths, strict=True), start=1)
    ]
    return "misplaced", "html", [Drawn(rows, wanted, [(1, 0, 2, 0)], before=["某市城乡环境卫生考核评价表"])]


def several_rows() -> Layout:
    """One indicator over several rows: items with points each, thresholds beside points, two of which one counts."""
    rows = [
        ["指标类别", "指标名称", "分值", "评分标准", "得分"],
        ["过程", "管理制度健全性", "4", "①有财务管理制度", ""],
        ["", "", "3", "②制度合法、合规、完整", ""],
        ["", "", "3", "③制度得到有效执行", ""],
        ["效果", "群众满意度（任选其一）", "20", "90%以上得满分；每低1个百分点扣1分，扣完为止。", ""],
        ["", "企业满意度", "", "", ""],
        ["产出", "项目完工率", "70", "得分=项目完工率×70。", ""],
    ]
    wanted = [
        Wanted(
            "管理制度健全性",
            "10",
            "①有财务管理制度，4分；②制度合法、合规、完整，3分；③制度得到有效执行，3分；",
            ("过程",),
            (1, 1),
        ),
        Wanted("群众满意度", "20", rows[4][3], ("效果",), (4, 1), choice=1),
        Wanted("企业满意度", "20", rows[4][3], ("效果",), (5, 1), choice=1),
        Wanted("项目完工率", "70", rows[6][3], ("产出",), (6, 1)),
    ]
    merged = [(1, 0, 3, 0), (1, 1, 3, 1), (4, 0, 5, 0), (4, 2, 5, 2), (4, 3, 5, 3)]
    return "several-rows", "xlsx", [Drawn(rows, wanted, merged)]


def thresholds() -> Layout:
    """Thresholds in one column and what they earn in a parallel one."""
    rows = [
        ["考核指标", "分值", "考核标准", "计分"],
        ["税收增长率", "10", "10%（含）以上", "10"],
        ["", "", "5%（含）-10%", "6"],
        ["", "", "5%以下", "0"],
        ["招商引资到位率", "15", "100%以上", "15"],
        ["", "", "80%（含）-100%", "10"],
        ["", "", "80%以下", "0"],
    ]
    wanted = [
        Wanted("税收增长率", "10", "10%（含）以上，10分；5%（含）-10%，6分；5%以下，0分；", (), (1, 0)),
        Wanted("招商引资到位率", "15", "100%以上，15分；80%（含）-100%，10分；80%以下，0分；", (), (4, 0)),
    ]
    merged = [(1, 0, 3, 0), (1, 1, 3, 1), (4, 0, 6, 0), (4, 1, 6, 1)]
    return "thresholds", "xlsx", [Drawn(rows, wanted, merged, before=["经济工作考核指标表"])]


def over_pages() -> Layout:
    """A table that goes on over a page as one of its own, labels said again, a sentence broken between the two."""
    first = [
        ["一级指标", "二级指标", "分值", "评分标准"],
        ["履职", "行政审批提速率", "20", "提速50%以上得满分；每低5个百分点扣2分，扣完为止。"],
        ["", "信访办结率", "20", "办结率100%得满分；每低1个百分点"],
    ]
    second = [
        ["履职", "信访办结率", "", "扣1分，扣完为止。"],
        ["", "安全生产事故起数", "20", "没有事故得满分；每发生1起扣5分，扣完为止。"],
        ["效能", "公众满意度", "40", "90%以上得满分；每低1个百分点扣1分，扣完为止。"],
    ]
    one = [
        Wanted("行政审批提速率", "20", first[1][3], ("履职",), (1, 1)),
        Wanted("信访办结率", "20", "办结率100%得满分；每低1个百分点扣1分，扣完为止。", ("履职",), (2, 1)),
    ]
    two = [
        Wanted("安全生产事故起数", "20", second[1][3], ("履职",), (1, 1)),
        Wanted("公众满意度", "40", second[2][3], ("效能",), (2, 1)),
    ]
    return (
        "over-pages",
        "docx",
        [
            Drawn(first, one, [(1, 0, 2, 0)], before=["某局2024年度整体支出绩效评价指标表"]),
            Drawn(second, two),
        ],
    )


LAYOUTS = (
    usual,
    town,
    filled,
    flattened,
    sections,
    two_rows,
    misplaced,
    several_rows,
    thresholds,
    over_pages,
)
"""Every layout made by hand."""
