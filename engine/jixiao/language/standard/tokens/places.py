"""Patterns of places in an order: 第3名, 第一、二、三名, 前5位, 每下降一位, 位居第一."""

from __future__ import annotations

from jixiao.language.standard.tokens.fragments import ANYWHERE, WAYS, Pattern
from jixiao.quantity import NUMERAL

_COUNT = rf"(?:\d+|{NUMERAL})"
_UNIT = "(?:个?位次|个?名次|名|位)"
_OWN_UNIT = "(?:个?位次|个?名次|位)"
"""What counts places only; 名 counts people as well."""
PLACES: tuple[Pattern, ...] = (
    ("STEP", rf"每再?(?:{WAYS})(?={NUMERAL}{_OWN_UNIT})", ANYWHERE),
    (
        "NUMBER",
        rf"""第{_COUNT}{_UNIT}(?!数) | 第{_COUNT}(?=(?:[-~至到、和与]第?{_COUNT})+{_UNIT})
           | (?<=[居列名排序])第{_COUNT}(?=[的得计给记,;:]|$) | 第{_COUNT}(?=的[得计给记扣])
           | (?<=前){_COUNT}(?:{_UNIT} | (?=[的得分依,]))
           | {_COUNT}{_OWN_UNIT}(?=[及或]?[以之]?[后下外])""",
        ANYWHERE,
    ),
    ("NUMBER", rf"{_COUNT}(?=(?:、{_COUNT})+{_UNIT})", frozenset({"LIST"})),
    ("NUMBER", f"{_COUNT}{_OWN_UNIT}", frozenset({"STEP", "RANGE", "LIST"})),
    ("RANGE", f"[-~至到](?=第{_COUNT}{_UNIT})", frozenset({"NUMBER"})),
)
