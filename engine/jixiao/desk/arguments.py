"""What a question may be asked with; loading this loads no rules."""

from __future__ import annotations

import re
from typing import Literal

from jixiao.desk import messages
from jixiao.model.diagnostic import BadQuestion

Kind = Literal["table", "case"]
"""What can be begun anew."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that the schemas allow."""
_CODES = {"table": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), "case": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")}
_CODE_WORDS = {"table": "小写英文字母、数字和连字符", "case": "英文字母、数字、点、连字符和下划线"}


def read_year(year: str | int) -> int:
    """Give a year; raises BadQuestion for one that no file may have."""
    word = str(year)
    if word.isascii() and word.isdecimal() and FIRST_YEAR <= int(word[:5]) <= LAST_YEAR:
        return int(word)
    raise BadQuestion(messages.NOT_A_YEAR.format(word=word, first=FIRST_YEAR, last=LAST_YEAR))


def read_name(name: str) -> str:
    """Give a name without the blanks around it; raises BadQuestion for one that can't be seen."""
    if name.strip() and name.isprintable():
        return name.strip()
    raise BadQuestion(messages.NOT_A_NAME)


def check_code(code: str, kind: Kind) -> None:
    """Raise BadQuestion for a code that a table or a case can't have."""
    if not _CODES[kind].fullmatch(code):
        raise BadQuestion(messages.NOT_A_CODE.format(code=code, wanted=_CODE_WORDS[kind]))
