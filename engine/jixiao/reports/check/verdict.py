"""Whether a claimed total can stand against what was computed."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Evaluation, Status
from jixiao.model.standing import Standing, total_standing
from jixiao.quantity import points_apart, points_text


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict in words, and a colour that says nothing more than they do."""

    text: str
    style: str
    short: str
    """The same in at most four characters, for a table."""


ABOVE = Verdict("自评高于可能的最高分，不成立", "bold red", "高于范围")
BELOW = Verdict("自评低于可能的最低分", "bold yellow", "低于范围")
EQUAL = Verdict("自评与核算一致", "green", "一致")
INSIDE = Verdict("自评在范围内", "cyan", "在范围内")
UNCLAIMED = Verdict("没有自评总分", "", "没有自评")
ROUNDED = Verdict("自评与核算只差在舍入", "green", "差在舍入")
HIGHEST = Verdict("自评与可能的最高分只差在舍入", "cyan", "近于最高")
LOWEST = Verdict("自评与可能的最低分只差在舍入", "cyan", "近于最低")
_VERDICTS = {
    Standing.UNCLAIMED: UNCLAIMED,
    Standing.EQUAL: EQUAL,
    Standing.INSIDE: INSIDE,
    Standing.ROUNDED_ABOVE: ROUNDED,
    Standing.ROUNDED_BELOW: ROUNDED,
    Standing.ABOVE: ABOVE,
    Standing.BELOW: BELOW,
}


def verdict_on(evaluation: Evaluation) -> Verdict:
    """Judge the claimed total by the range: above, below, equal or inside."""
    standing = total_standing(evaluation)
    if standing.rounded and evaluation.low != evaluation.high:
        return HIGHEST if standing is Standing.ROUNDED_ABOVE else LOWEST
    if standing is Standing.INSIDE:
        return _inside(evaluation)
    return _VERDICTS[standing]


def _inside(evaluation: Evaluation) -> Verdict:
    """Say how wide the range is that the claim lies in, and why: it is no approval."""
    waiting = sum(one.counts and one.status is Status.OPEN for one in evaluation.results)
    why = f"（待定{waiting}项）" if waiting else ""
    width = points_text(evaluation.high - evaluation.low)
    return Verdict(f"{INSIDE.text}，范围有{width}分宽{why}，不等于认可", INSIDE.style, INSIDE.short)


def total_texts(evaluation: Evaluation) -> tuple[str, str]:
    """Give the claimed total and the computed range, told apart where they differ."""
    claimed = evaluation.project.claim.total
    values = (evaluation.low, evaluation.high)
    low, high, *rest = points_apart(*values) if claimed is None else points_apart(*values, claimed)
    return (rest[0] if rest else "无"), (low if low == high else f"{low}～{high}")
