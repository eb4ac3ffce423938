"""Reason codes: why a row's indicator earns what it does, as a whole number that every engine gives alike."""

from __future__ import annotations

from jixiao.model.coded import Coded


class Why(Coded):
    """What an indicator's score of a row comes from, where it is not the stretch on which its value lies."""

    EXEMPT = "exempt", "免评"
    MISSING = "missing", "缺数据"
    NO_VALUE = "no-value", "除数为零，没有指标值"
    UNSURE = "unsure", "不知道是否免评"
    JUDGED = "judged", "评定"
    NOT_JUDGED = "not-judged", "没有评定"
    NEAR = "near-bound", "印出的数在界限上下"
    DISPUTED = "disputed", "数据有出入"
    OTHER = "engine", "由引擎逐行核算"

    @property
    def number(self) -> int:
        """The whole number that stands for it in a column: below 0."""
        return -1 - list(Why).index(self)


def code_text(number: int) -> str:
    """Give the code as it is written out: `s3` for the third stretch of values, counted from 1, else a word."""
    return f"s{number}" if number > 0 else list(Why)[-1 - number].value
