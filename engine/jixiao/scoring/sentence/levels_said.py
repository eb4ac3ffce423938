"""How many levels a sentence says that it has: 分为好、中、差三档. With others than it lists, some are missing."""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.quantity import parse_numeral
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.standard import Standard

_NUMBER = "([两二三四五六七八九2-9])个?(?:档次?|等次|等级)(?![以之])"
_SAID = re.compile(
    rf"(?:共|分为|分成|划分为|划为|设|评为|分|按)[^，,；;。\d\n]{{0,16}}?{_NUMBER}|[^，,；;。、\n]{{1,6}}(?:、[^，,；;。、\n]{{1,6}}){{1,8}}{_NUMBER}"
)


def refuse_other_number(standard: Standard, sentence: str) -> None:
    """Raise LanguageError where a sentence says that it has more levels, or fewer, than it lists."""
    listed = len(standard.form.parts())
    for said in _SAID.finditer(sentence):
        digit = said[1] or said[2]
        number = int(digit) if digit.isdigit() else int(parse_numeral(digit))
        if number > listed or (standard.form.takes == Takes.LEVEL and number != listed):
            message = f"句中说有{number}档，列出的是{listed}档，请补齐或改正"
            raise LanguageError(message, said.start(), said.end() - said.start())
