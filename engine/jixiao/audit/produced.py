"""The texts that facts given to finding rules can have where there are only a few.

A rule that asks for another one never fires. To add a result: add it here, where it is made, and
in rules/schema/findings.schema.json for those who write rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jixiao.audit.checks.compiled import ORIGINS
from jixiao.audit.checks.outcomes import TELLING
from jixiao.audit.oddities import ODD
from jixiao.audit.resemblance import Resemblance
from jixiao.audit.values.impossible import IMPOSSIBLE
from jixiao.audit.values.zero_base import ZERO_BASE
from jixiao.model.check import Category
from jixiao.model.evaluation import Status
from jixiao.model.fact import (
    CASE,
    CHECK,
    CLAIM,
    INDICATOR,
    NO,
    REFERENCE,
    SCOPE,
    STATEMENT,
    TEXT,
    VALUE,
    YEAR,
    YES,
)
from jixiao.model.finding import Level
from jixiao.model.reading import OddityKind

_YES_OR_NO = (YES, NO)
_SLIPS = (*Resemblance.words(), "")

CLAIMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "总分": ("偏高", "偏低", "舍入略高", "舍入略低", "无依据", "扣分无理由"),
        "合计": ("不符",),
        "等级": ("不符", "不识"),
        "平均分": ("不符",),
        "得分": ("满分", "偏高", "偏低", "舍入略高", "舍入略低", "无依据"),
        "比率": ("不符", "舍入"),
        "数值": ("不符", "舍入"),
        "算式": ("不符",),
        "扣分": ("无理由",),
        "理由": ("不认",),
        "产出": ("与执行不称", "合计与执行不称"),
        "成本": ("超过执行",),
        "满分": ("与比率不称",),
    }
)
"""Part of a claim (项) → how comparing it may come out (结果)."""

PRODUCED: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        (CHECK, "来历"): (*ORIGINS, "核查"),
        (CHECK, "类别"): Category.words(),
        (CHECK, "结果"): tuple(one.word for one in TELLING),
        (CHECK, "缺项"): _YES_OR_NO,
        (CHECK, "样子"): _SLIPS,
        (CHECK, "级别"): Level.words(),
        (STATEMENT, "样子"): _SLIPS,
        (STATEMENT, "结果"): ("冲突", "印刷误差"),
        (STATEMENT, "采用"): _YES_OR_NO,
        (VALUE, "结果"): (IMPOSSIBLE, ZERO_BASE),
        (VALUE, "级别"): Level.words(),
        (YEAR, "级别"): Level.words(),
        (TEXT, "类别"): OddityKind.words(),
        (TEXT, "结果"): ODD,
        (INDICATOR, "状态"): Status.words(),
        (INDICATOR, "推定"): _YES_OR_NO,
        (INDICATOR, "口径"): _YES_OR_NO,
        (INDICATOR, "可改等级"): _YES_OR_NO,
        (REFERENCE, "无碍"): _YES_OR_NO,
        (CLAIM, "项"): tuple(CLAIMED),
        (CLAIM, "结果"): tuple(dict.fromkeys(one for results in CLAIMED.values() for one in results)),
        (CLAIM, "随"): ("总分", ""),
        (CLAIM, "可改等级"): _YES_OR_NO,
        (CLAIM, "级别"): (*Level.words(), ""),
        (SCOPE, "项"): ("年度", "地区", "对象"),
        (SCOPE, "级别"): Level.words(),
        (CASE, "推定"): _YES_OR_NO,
        (CASE, "有自评"): _YES_OR_NO,
        (CASE, "等级已定"): _YES_OR_NO,
    }
)
"""Kind and property → every text that it can have."""

ITEMLESS = frozenset({TEXT})
"""Kinds of which a fact may be of no data item."""
