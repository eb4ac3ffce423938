"""Words that head the columns of issued and filled tables, by what stands below them."""

from __future__ import annotations

from enum import Enum


class Column(Enum):
    """The kinds of columns that issued and filled tables have."""

    NUMBER = "序号"
    LABEL = "指标"
    MATTER = "考核内容"
    """Names in one table, what is asked in another: its cells tell."""
    POINTS = "分值"
    WEIGHT = "权重"
    SENTENCE = "评分标准"
    EXPLANATION = "指标说明"
    ASPECTS = "评价要点"
    TARGET = "目标值"
    ACTUAL = "实际完成值"
    CLAIM = "自评得分"
    REASON = "扣分原因"
    REMARK = "备注"
    OTHER = "其他"


WORDS: dict[Column, str] = {
    Column.NUMBER: "序号 编号 项次 序列 序 行次 指标编号 指标序号",
    Column.MATTER: """
        考核内容 评价内容 考评内容 考核事项 内容 项目内容 评价事项 考核要素 评分内容 考评项目 考核项目 评价项目
        评分项目 检查内容 评审内容 具体内容 工作内容 重点工作 工作任务 工作要求 任务要求
    """,
    Column.POINTS: """
        分值 基本分 标准分 满分 分数 各项分值 标准分值 指标分值 满分值 赋分 配分 应得分 分值权重 指标分数 总分值
        基础分 基准分 最高分 权重分值 权重分 设定分值 分值分 规定分值 单项分值 考核分值 评价分值
    """,
    Column.WEIGHT: "权重 权数 指标权重 权重比例 权重系数 所占权重 比重",
    Column.CLAIM: """
        自评得分 自评分 计分 自评分值 得分 考核得分 评价得分 实际得分 评分 自评 复核得分 核定分 核定得分 自查得分
        单位自评 财政评分 评价分 打分 实得分 单位自评得分 财政评价得分 自评打分 评分值 考评得分 抽查得分 主管部门评分
        自评分数 复核分 自查分 评审得分 评价分数
    """,
    Column.SENTENCE: """
        评分标准 计分标准 评分细则 评价标准 计分方法 评分办法 评分方法 考核标准 评分规则 计分规则 扣分标准 打分标准
        计分办法 考核评分标准 评分说明 计分细则 考核办法 评定标准 得分标准 赋分标准 赋分规则 指标评分标准 评价评分标准
        考评标准 考评办法 考核细则 评价细则 评分依据 考核计分办法 评分标准及办法 评分标准和方法 评价方法 评分准则
        考核评分办法 量化标准 评判标准 指标评价标准 计分标准及方法 具体评分标准 评分要求 评价规则 评分原则 评分标准说明
        记分标准 记分办法
    """,
    Column.EXPLANATION: """
        指标解释 指标说明 说明 指标释义 指标内涵 指标含义 释义 解释 计算公式 指标解释及计算公式 计算方法 指标公式
        指标定义 指标内容 指标解释说明 公式 指标计算公式 指标说明及公式 指标内容及解释 指标描述
    """,
    Column.ASPECTS: """
        评价要点 考核要点 要点 评分要点 目标要求 考核要求 工作标准 主要内容 评价要素 评价要求 考评要点 关键要点
        工作目标 年度工作目标
    """,
    Column.TARGET: """
        目标值 年度指标值 指标值 目标 计划值 标准值 年度目标值 年初目标值 预期值 绩效目标 绩效目标值 年度目标
        计划目标值 指标目标值 预期目标 计划完成值 标杆值 年初设定目标值
    """,
    Column.ACTUAL: """
        实际完成值 完成情况 实际值 完成值 实际完成情况 完成数 实际完成 全年实际值 全年完成值 实际完成数 自评情况
        完成率 执行情况 工作完成情况
    """,
    Column.REASON: """
        扣分原因 偏差原因 扣分 未完成原因 偏差原因分析 偏差原因分析及改进措施 扣分理由 失分原因 未完成原因分析 扣分说明
        扣分依据 未完成原因及改进措施 存在问题 扣分因素 得分说明 扣分情况 扣分项
    """,
    Column.REMARK: "备注 附注",
    Column.OTHER: """
        责任单位 责任科室 考核单位 牵头单位 责任部门 数据来源 佐证材料 评价方式 考核方式 资料来源 评分部门 考核部门
        评价依据 证明材料 指标属性 计量单位 度量单位 单位 评价主体 考核方法 所需资料 评价部门 印证材料 信息来源
        指标性质 考核依据 取数来源 考核周期 支撑材料
    """,
}
"""Heads by the kind of their column."""
LABELS = {
    8: "指标类别 类别 指标类型 项目类别 大类 考核类别 归类 评价维度 维度 考核维度 板块 分类 评价类别",
    9: "项目",
    10: "一级指标 一级 一级指标名称",
    20: "二级指标 二级 二级指标名称",
    30: "三级指标 三级 三级指标名称",
    35: "指标 指标名称 评价指标 考核指标 具体指标 绩效指标 考评指标 指标项 指标内容名称 个性指标 评分指标 项目指标 明细指标 名称 事项",
    40: "四级指标 四级 四级指标名称",
}
"""Heads of labels by how deep they stand: 10 for 一级, 20 for 二级; a word without a level stands where it usually does."""
HIGH_MATTER = "考核项目 评价项目 评分项目 考评项目 评价事项"
"""Matters that stand above what they are beside."""
