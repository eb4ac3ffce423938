"""The words of scoring sentences: the spellings that real tables use, by what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OPERATORS: Mapping[str, str] = MappingProxyType(
    {spelling: operator for operator, spellings in {
        "≤": "≤ <= =< 不超过 不超出 未超出 不得超过 未超过 不高于 不大于 不多于 不长于 "
             "小于等于 小于或等于 低于或等于 低于等于 少于或等于 控制在",
        "≥": ">= ≥ => 不低于 不得低于 不少于 不小于 不短于 大于等于 "
             "大于或等于 高于或等于 高于等于 达到或超过 达到目标值 达到目标 达到 达 完成",
        "<": "< 小于 低于 少于 短于 不足 不到 未达到 未达 不满 达不到 不达 未满",
        ">": "> 大于 高于 超过 超出 多于 长于 突破",
        "=": "= == 等于 为 是",
    }.items() for spelling in spellings.split()}
)  # fmt: skip
"""Every spelling of a comparison before a number."""

AFTERWARDS: Mapping[str, str] = MappingProxyType(
    {"以上": "≥", "及以上": "≥", "或以上": "≥", "及以后": "≥", "及之后": "≥", "或以后": "≥",
     "以下": "≤", "及以下": "≤", "或以下": "≤", "以内": "≤", "之内": "≤", "内": "≤",
     "以外": ">", "之外": ">", "后": ">", "以后": ">", "之后": ">"}
)  # fmt: skip
"""Every spelling of a comparison after a number."""

DIRECTIONS: Mapping[str, str] = MappingProxyType(
    {"超过或低于": "off", "低于或超过": "off", "高于或低于": "off", "低于或高于": "off", "增加或减少": "off",
     "超出或低于": "off", "低于或超出": "off", "超过或不足": "off", "高出或低于": "off",

     "减少或增加": "off", "增减": "off", "浮动": "off", "上下浮动": "off", "偏离": "off", "相差": "off", "偏差": "off", "差": "off",
     "超支": "over", "超过": "over", "超出": "over", "超": "over", "增加": "over", "增长": "over", "高于": "over", "高出": "over",
     "提高": "over", "提升": "over", "上升": "over", "升": "over", "增": "over", "多": "over", "高": "over",
     "低于": "under", "降低": "under", "减少": "under", "下降": "under", "少于": "under", "降": "under", "少": "under", "低": "under",
     "短收": "under", "少收": "under", "短缺": "under", "短": "under", "欠": "under", "减": "under", "跌": "under",
     "后移": "under", "后退": "under", "退后": "under", "落后": "under", "靠后": "under",
     "突破": "over", "超额": "over", "升高": "over", "延长": "over", "多收": "over", "涨": "over"}
)  # fmt: skip
"""Every spelling of which way a step goes."""

STEP_UNITS = (
    "% ‰ 个百分点 百分点 个点 个千分点 千分点 个工作日 工作日 个月 小时 分钟 人次 平方米 ㎡ 亿元 万元 元 天 日 次 例 项 处 起 人 年 "
    "个 条 笔 件 份 家 辆 台 亩 批 场 户 篇 名 岁 公里 米 吨 公斤 册 座 所 株 课时 学时 张 种 卷 套 宗 块 页 栋 棵 艘 头 只 "
    "盏 幅 根 桶 趟 公顷 万吨 克 毫克 微克 千克 立方米 万立方米 升 千瓦时 分贝 万亩 万人 万人次 万户 万平方米 万册次 册次 "
    "餐次 车次 班次 户次 例次 场次 批次"
).split()
"""Units that may follow a number."""

MEASURED_UNITS = tuple(
    (
        "亿元 万元 元 万吨 吨 公斤 千克 万亩 亩 公顷 万平方米 平方米 ㎡ 公里 米 万人次 人次 万人 万户 户 册 万册次 册次 立方米 万立方米 株 "
        "千瓦时 人 头"
    ).split()
)
"""Units of amounts of which each so many may earn or cost points: 每100万元得1分."""

BULK_UNITS = tuple("亿元 万元 元 万吨 吨 公斤 千克 万亩 亩 公顷 万平方米 平方米 公里 立方米".split())
"""Those of them that never count cases, so that each one may: 每1万元扣1分."""

RATE_UNITS = (
    "批次 元 万元 亿元 吨 公斤 千克 克 毫克 微克 立方米 升 千瓦时".split(),
    "人 千人 万人 人次 吨 公斤 千克 克 立方米 升 亩 平方米 公顷 户 公里 件 个 台 天 日 月 年 次 万元 床 床日 千瓦时 公斤".split(),
)
"""Units that may stand over another, 元/吨, and those that may stand under one."""

CASE_UNITS = (
    "例 项 次 个工作日 工作日 个月 天 日 处 起 个 条 笔 件 份 家 人次 人 宗 类 方面 年 月 篇 场 户 批 名 张 种 册 卷 套 季度 季 期 "
    "株 座 台 辆 栋 间 棵 口 眼 块 片 本 页 艘 部 封 轮 届 节 单 段 只 头 盏 幅 根 桶 趟 组 支 册次 餐次 车次 班次 户次 例次 场次 "
    "批次 亩 所"
).split()
"""Units in which breaches are counted: 每发现一例."""

EACH_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "日": "天",
        "个工作日": "工作日",
        "笔": "个",
        "类": "项",
        "方面": "项",
        "月": "个月",
        "季": "季度",
        "名": "人",
    }
)
"""What is counted the same by another word."""
