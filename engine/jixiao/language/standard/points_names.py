"""What sentences and formulas call the full marks: 分值, 该项指标标准分, 权重, 指标满分."""

from __future__ import annotations

import re

from jixiao.language.formula import plain_name

_WHOSE = "(?:该|本|此|各|所在|对应)?的?(?:三级|二级|考核|评价)?(?:项指标|单项|指标|项目|项|类)?的?"
_NAMED = "(?:分值|满分分?值?|标准分值?|权重分?值?|权数|基[本础]分值?|设定分值?|应得分|总分值)"
NAMES = re.compile(f"(?:{_WHOSE}{_NAMED}|(?:该|本|此)(?:项|指标|项指标)分|指标分)")


def is_points_name(name: str) -> bool:
    """Whether a name in a formula stands for the full marks."""
    return NAMES.fullmatch(plain_name(name)) is not None
