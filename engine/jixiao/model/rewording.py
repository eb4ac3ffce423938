"""How people are told of another wording of their sentence that would be understood."""

from __future__ import annotations

_SIGNS = "，,；;。、 \n"


def rewording_told(sentence: str, reworded: str) -> str:
    """Say that a wording would be understood; that words are left out, where that is all the difference."""
    rest = iter(sentence)
    left_out = len(reworded) < len(sentence) and all(
        any(one == sign for one in rest) for sign in reworded if sign not in _SIGNS
    )
    return f"{'去掉读不懂的话，其余能读懂' if left_out else '这样写能读懂'}：{reworded}"
