"""How many cases count at most, where a sentence says it: 以三次为限, 最多计3次."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.standard.tokens.fragments import any_of
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS
from jixiao.quantity import NUMERAL, parse_numeral

_UNIT = any_of(CASE_UNITS)
_AT_MOST = re.compile(
    rf"(?:全年|年度|一年|每年)?(?:累计)?(?:最多|至多|最高)(?:按|计|算|扣|加|计算|统计){{0,2}}(?P<number>\d+|{NUMERAL})(?P<unit>{_UNIT})(?:计算|计)?"
    rf"|(?:最多)?以(?P<limit>\d+|{NUMERAL})(?P<bound>{_UNIT})为(?:限|上限)"
)


def most_counted(words: str) -> tuple[Fraction, str] | None:
    """Give how many are counted at most, and in what, by words that say nothing else: 以三次为限, 最多计3次."""
    found = _AT_MOST.fullmatch(words)
    if found is None:
        return None
    number = found["number"] or found["limit"]
    return Fraction(number) if number.isdigit() else parse_numeral(number), found["unit"] or found["bound"]
