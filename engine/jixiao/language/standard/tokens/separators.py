"""Patterns of what separates and counts clauses, and of numbers that other words would take apart."""

from __future__ import annotations

from jixiao.language.standard.tokens.fragments import (
    ANYWHERE,
    COMPARED,
    DIGITS,
    LOOSE,
    POINT,
    START,
    Pattern,
    any_of,
)
from jixiao.language.standard.tokens.vocabulary import AFTERWARDS, STEP_UNITS
from jixiao.quantity import NUMERAL

MARKS = r"""[①-⑳⑴-⒇] | \([\d一二三四五六七八九十]{1,2}\) | \d{1,2}(?:[、)] | \.(?!\d)) | [一二三四五六七八九十]{1,2}是
          | [一二三四五六七八九十]、 | [A-Za-z][.、)]"""
"""What counts clauses."""
SEPARATORS: tuple[Pattern, ...] = (
    (
        "TEXT",
        "第?[①-⑳](?:[-~至、和及]?[①-⑳])*(?:项|条|款|点)(?=[^的,;。]{0,6}?每|[^;。]{0,12}(?:不得分|不计分))",
        ANYWHERE,
    ),
    ("MARK", MARKS, START),
    (
        "MARK",
        r"(?:符合|满足|达到|具备|做到|第)第?[①-⑳](?:项|条|点)?(?:要求|条件|标准)?的?(?=,?[得计给]?\d+(?:\.\d+)?(?:分|%)(?:[,;。]|$))",
        START,
    ),
    ("MARK", "[①-⑳⑴-⒇]", ANYWHERE),
    ("MARK", r"\d{1,2}(?:、|[.)](?!\d)) | [A-Z][.、](?!\d)", frozenset({"POINTS", "ZERO", "FULL"})),
    ("SEMI", r"[;。\n] | \.(?!\d)", ANYWHERE),
    ("COMMA", ",", ANYWHERE),
    ("COLON", ":", ANYWHERE),
    ("INCLUDED", rf"\((?: 含 | 包含 | 含本数 | 含第?{LOOSE} )\)", COMPARED | {"AMONG"}),
    ("INCLUDED", f"含(?={any_of(AFTERWARDS)})", COMPARED),
    ("EXCLUDED", rf"\((?: 不含 | 不包含 | 不含本数 | 不含{LOOSE} )\)", COMPARED | {"AMONG"}),
    (
        "BRACKET",
        rf"[\[(]{LOOSE},\+?∞[\])] | [\[(]{LOOSE},{LOOSE}[\])] | \[{LOOSE}[~至到]{LOOSE}[\])] | \({LOOSE}[~至到]{LOOSE}\] | \[{LOOSE}[\])]",
        ANYWHERE,
    ),
    (
        "NUMBER",
        rf"{DIGITS}分(?=(?:\(含\))?(?:及|或)?以[上下内] | [-~至]{DIGITS}分的?,?[得计给记不] | \(含\)[-~至])",
        ANYWHERE,
    ),
    ("NUMBER", rf"(?<![同统唯单]){NUMERAL}(?=[-~至到](?:\d+|{NUMERAL})(?:{any_of(STEP_UNITS)}))", ANYWHERE),
    ("NUMBER", rf"{DIGITS}(?=[-~至]{DIGITS}分(?:\(不?含[^()]{{0,8}}\))?\)?的?,?[得计给记])", ANYWHERE),
    ("NUMBER", rf"{DIGITS}分(?=(?:\(不?含[^()]{{0,8}}\))?\)?的?,?[得计给记])", frozenset({"RANGE"})),
    ("NUMBER", rf"{DIGITS}分(?=的?,?(?:倒扣|扣|加|减){DIGITS}分)", frozenset({"STEP"})),
    ("NUMBER", rf"(?<![为是]){DIGITS}{POINT}", frozenset({"OPERATOR"})),
    ("LPAR", r"\(", ANYWHERE),
    ("RPAR", r"\)", ANYWHERE),
)
