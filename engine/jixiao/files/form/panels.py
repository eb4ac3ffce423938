"""The panels of a form: their columns, and by which heads a panel is known."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.form import Column, Fill

PROJECT = Column(
    "项目", width=16, hint="几个项目一起评价的，写是哪个项目的；整个单位的空着", stands_for_all=True
)
SOURCE = Column("出处", width=19, hint="在哪份材料的哪一处，如 自评报告 二（一）", stands_for_all=True)
_REMARK = Column("备注", width=14)
_DOUBT = Column("存疑", head="存疑理由", width=18, seldom=True)
_ADOPTED = Column(
    "采用", head="采用理由", width=18, hint="同一个数几处说得不一样时，用这一处的写理由", seldom=True
)
_YEAR = Column("年度", Fill.YEAR, width=8, hint="不是本年度的数才写，如 2021", seldom=True)
_VALUE = "填数字，不带单位；比率写 93.38% 或 93.38。没有这个数的空着，确实为零的填 0"
_UNIT = Column("单位", Fill.UNIT, width=8, hint="可以改，如 元、万元、亿元", other_heads=("计量单位",))
_VALUE_HEADS = ("值", "数额", "数值", "金额", "本年数", "决算数", "预算数")


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A kind of panel: its sheet, its columns, and the keys whose heads tell it from all others."""

    code: str
    sheet: str
    title: str
    columns: tuple[Column, ...]
    known_by: tuple[str, ...]
    hint: str = ""

    def column(self, key: str) -> Column:
        """Give the column of a key."""
        return next(one for one in self.columns if one.key == key)


HEADING = PanelKind(
    "单位信息", "单位信息", "填报单位",
    (Column("栏目", Fill.NOTE, width=16), Column("填写", width=46), Column("说明", Fill.NOTE, width=52)),
    ("栏目", "填写"),
)  # fmt: skip
SOURCES = PanelKind(
    "来源", "单位信息", "材料来源",
    (
        Column("简称", head="来源简称", width=16, hint="如 自评报告、决算公开；各表的“出处”以它开头"),
        Column("文件", head="文件名", width=46, hint="和采集表放在同一文件夹里的文件；没有文件也可以写名称"),
    ),
    ("简称", "文件"),
    "各表“出处”里写的材料，在这里列出。",
)  # fmt: skip
DATA = PanelKind(
    "数据", "数据", "数据表",
    (
        PROJECT,
        Column("名称", width=26, other_heads=("数据项", "指标名称", "项目名称"), stands_for_all=True),
        _UNIT,
        Column("本年", Fill.FIGURE, width=13, hint=_VALUE, other_heads=_VALUE_HEADS),
        Column("上年", Fill.FIGURE, width=13, hint="上年的数，与“本年”同一单位", other_heads=("上年数",)),
        Column("增减额", Fill.FIGURE, width=12, seldom=True),
        Column("增减率", Fill.FIGURE, width=12, seldom=True),
        SOURCE, _REMARK, _YEAR, _ADOPTED, _DOUBT,
        Column("用于", Fill.NOTE, head="说明", width=40),
    ),
    ("名称", "本年"),
    "数照材料上的样子填。同一个数几处说得不一样的，在后面的空行里再填一行，名称相同。",
)  # fmt: skip
PARTS = PanelKind(
    "明细", "明细", "明细表",
    (
        PROJECT,
        Column("数据项", head="合计项", width=22, hint="这些分项加起来是哪个数据项", stands_for_all=True),
        Column("按", head="按什么分", width=14, hint="同一个数有几种分法的才写，如 资金来源", stands_for_all=True),
        Column("分项", width=26),
        _UNIT,
        Column("值", Fill.FIGURE, head="数额", width=15, hint=_VALUE, other_heads=_VALUE_HEADS),
        Column("占比", Fill.FIGURE, width=10, seldom=True),
        Column("完成率", Fill.FIGURE, width=10, seldom=True),
        SOURCE, _REMARK, _ADOPTED, _DOUBT,
        Column("其中", Fill.YES_OR_NO, head="只列了一部分", width=13, hint="分项没有列全的填“是”", stands_for_all=True),
    ),
    ("数据项", "分项"),
    "一个数由哪几部分组成，一部分一行；“合计项”写上表的名称，与上一行相同的可以空着。",
)  # fmt: skip
RATED_BY, GROUNDS = "评定人", "依据"
RATINGS = PanelKind(
    "评定", "评定", "评定表",
    (
        PROJECT,
        Column("指标", width=22, stands_for_all=True),
        Column("评什么", width=30),
        Column("档次", Fill.CHOICE, width=13, hint="从下拉列表里选一档"),
        Column("是否", Fill.YES_OR_NO, width=8, hint="填 是 或 否"),
        Column("数", Fill.FIGURE, head="次数或分数", width=11, hint="发现几次、扣几分或得几分；没有发现的填 0"),
        Column(RATED_BY, width=10, hint="谁评定的，写角色或姓名", stands_for_all=True),
        Column(GROUNDS, width=24, hint="凭什么这样评定", stands_for_all=True),
        SOURCE,
        Column("说明", Fill.NOTE, width=30),
    ),
    ("指标", "评什么"),
    "由复核人填，单位不填。每项写明评定人和依据；一项指标有几行的，评定人和依据写在一行即可。",
)  # fmt: skip
CHOSEN = PanelKind(
    "选用", "评定", "任选其一的指标",
    (PROJECT, Column("指标", width=24), Column("选用", head="选用的依据", width=38), Column("说明", Fill.NOTE, width=30)),
    ("指标", "选用"),
    "任选其一的指标，只在选用的那一行写谁选的、凭什么。",
)  # fmt: skip
OWN = PanelKind(
    "自设指标", "自设指标", "自设指标表",
    (
        PROJECT,
        Column("板块", width=12, stands_for_all=True),
        Column("名称", width=20, other_heads=("指标名称",), stands_for_all=True),
        Column("分值", Fill.FIGURE, width=8, hint="这项指标的满分"),
        Column("目标", width=12, hint="方向和目标值，如 ≥3项、≤325.51万元、=100%；定性指标不填"),
        Column("值", Fill.FIGURE, head="实际完成", width=13, hint="实际完成的数；定性指标不填"),
        _UNIT, SOURCE,
        Column("定性", Fill.YES_OR_NO, head="定性指标", width=9, hint="定性指标填“是”，档次由复核人写在“评定”里"),
        Column("评分标准", head="自己的评分标准", width=20, hint="不写的用指标表的标准"),
        Column("指标出处", width=18, seldom=True),
        _REMARK, _YEAR, _ADOPTED, _DOUBT,
        Column("已设", Fill.NOTE, head="已设分值", width=9),
        Column("应设", Fill.NOTE, head="应为", width=8),
    ),
    ("板块", "名称"),
    "单位自己设的指标；每个板块的分值加起来应等于“应为”，不等时后面变红。",
)  # fmt: skip
CLAIM = PanelKind(
    "自评", "自评", "自评总分",
    (
        PROJECT,
        Column("总分", Fill.FIGURE, head="自评总分", width=26),
        Column("等级", Fill.CHOICE, head="自评等级", width=12),
        Column("平均分", Fill.FIGURE, head="各项目平均分", width=14, seldom=True),
        SOURCE, _REMARK,
    ),
    ("总分", "等级"),
)  # fmt: skip
CLAIMS = PanelKind(
    "自评指标", "自评", "各项指标自评",
    (
        PROJECT,
        Column("指标", width=26),
        Column("满分", Fill.NOTE, width=8),
        Column("得分", Fill.FIGURE, width=12, other_heads=("自评得分",)),
        Column("扣分", Fill.FIGURE, width=12),
        Column("比率", Fill.FIGURE, width=12, hint="自己报的指标值，如 31.06%"),
        Column("算式", width=18, hint="自己报的算式，如 69.94/225.18"),
        Column("理由", width=30, hint="扣分的理由，用自己的话写短"),
        SOURCE,
    ),
    ("指标", "得分", "比率"),
    "报告里有的才填：写了得分的填得分，写了扣分的填扣分。自评只用来核对，不影响核算的分数。",
)  # fmt: skip
SAYINGS = PanelKind(
    "说法", "说法", "报告的说法",
    (PROJECT, Column("关系", head="报告说的关系", width=44), SOURCE, _REMARK),
    ("关系",),
    "报告用话说的数与数的关系，如 三公经费决算 < 三公经费预算。",
)  # fmt: skip
DISPOSITIONS = PanelKind(
    "处置", "处置", "疑点处置",
    (
        PROJECT, Column("代码", head="疑点代码", width=22), Column("指标"), Column("数据项"), Column("指纹", width=10),
        Column("理由", width=34), Column("处置人"), Column("期限", width=12),
    ),
    ("代码", "处置人"),
)  # fmt: skip
KINDS = (HEADING, SOURCES, DATA, PARTS, RATINGS, CHOSEN, OWN, CLAIM, CLAIMS, SAYINGS, DISPOSITIONS)
"""All kinds of panels, in the order in which they stand."""
