"""Conclusions that stand only as long as sentences marked 推定 do, which nobody can hold against a unit."""

from __future__ import annotations

from jixiao.audit.claims.claim import Weight
from jixiao.model.evaluation import Result
from jixiao.model.finding import Level
from jixiao.model.wording import quoted

MAX_NAMED = 3
"""Most indicators named; the rest are counted."""


def weight_of(guessed: tuple[str, ...]) -> Weight:
    """Give how grave a conclusion is that rests on these indicators' provisional sentences, or on none."""
    return Weight(Level.LOW if guessed else Level.HIGH)


def on_guess(guessed: tuple[str, ...]) -> str:
    """Give the end of a message whose conclusion rests on provisional sentences; empty where it does not."""
    if not guessed:
        return ""
    named = "、".join(quoted(name) for name in guessed[:MAX_NAMED])
    more = f"等{len(guessed)}项" if len(guessed) > MAX_NAMED else ""
    return f"。{named}{more}的评分标准是推定的，没有正式文件印证，只依据它{'们' if len(guessed) > 1 else ''}的结论仅供参考"


def guessed_for(result: Result) -> tuple[str, ...]:
    """Give the indicator's name where what is concluded of it alone rests on a provisional sentence."""
    return (result.indicator.name,) if result.indicator.provisional else ()
