"""Whether a claimed total can stand against what was computed."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.evaluation import Evaluation, Status
from jixiao.model.finding import Finding, Level
from jixiao.model.guessed import guessed_for_total
from jixiao.model.review import Review
from jixiao.model.standing import Standing, parts_of_total, rounded_parts, total_standing
from jixiao.quantity import points_apart, points_text
from jixiao.reports.check.numbering import heads, numbered, of_project, pending
from jixiao.reports.page.clip import spans


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
_VERDICTS = {
    Standing.UNCLAIMED: UNCLAIMED,
    Standing.EQUAL: EQUAL,
    Standing.ABOVE: ABOVE,
    Standing.BELOW: BELOW,
}


def verdict_on(review: Review) -> Verdict:
    """Judge the claimed total by the range, and say what else is grave, so that nobody takes the first for all."""
    own = _on_total(review.evaluation)
    wrong = [one for one in review.findings if one.code == WRONG_TABLE and one.is_pending]
    if any(one.level is Level.HIGH for one in wrong):
        return Verdict("指标表与案例不合，得分不能作准", "bold red", "表不合")
    grave = [one.number for one in of_project(heads(pending(numbered(review)))) if _is_another(one.finding)]
    if not grave or own is ABOVE:
        return own
    start = f"{EQUAL_TOTAL}，但有" if own is EQUAL else f"{own.text}；另有"
    text = f"{start}严重的疑点 {len(grave)} 条：疑点 {spans(grave)}"
    return Verdict(text, "bold red", "有疑点" if own is EQUAL else own.short)


NO_TABLE = Verdict("没有指标表，只做了核查", "yellow", "没有评分")
"""Of a report that no table fits: its own figures were checked, and nothing scored."""
WRONG_TABLE = "wrong-table"
"""The code of findings that stand above the result."""
EQUAL_TOTAL = "自评总分与核算一致"


def _is_another(finding: Finding) -> bool:
    """Whether a finding is grave, and not about the total, of which the verdict speaks itself."""
    of_total = finding.code in ("claim-above-range", "claim-below-range") and finding.indicator is None
    return finding.level is Level.HIGH and not of_total


def _on_total(evaluation: Evaluation) -> Verdict:
    if not evaluation.ruleset.indicators:
        return NO_TABLE
    standing = total_standing(evaluation)
    if standing is Standing.INSIDE:
        return _inside(evaluation)
    if standing.rounded:
        return _rounded(evaluation)
    if not standing.holds and guessed_for_total(evaluation):
        text = f"{_beyond(evaluation)}，但只依据推定的评分标准，还不能认定"
        return Verdict(text, "bold yellow", _VERDICTS[standing].short)
    return _VERDICTS[standing]


def _beyond(evaluation: Evaluation) -> str:
    """Say how far the claim lies above or below what is possible."""
    claimed = evaluation.project.claim.total or Fraction(0)
    above = claimed > evaluation.high
    distance = points_text(claimed - evaluation.high if above else evaluation.low - claimed)
    if evaluation.low == evaluation.high:
        return f"自评比核算{'高' if above else '低'}{distance}分"
    return f"自评{'高于可能的最高分' if above else '低于可能的最低分'}{distance}分"


def _rounded(evaluation: Evaluation) -> Verdict:
    """Say what rounding would make the claim: of its parts, or to whole points, which is no more than may be."""
    claimed = evaluation.project.claim.total or Fraction(0)
    above = claimed > evaluation.high
    how = rounded_parts(claimed, parts_of_total(evaluation, above=above))
    if how is not None:
        return Verdict(f"{_beyond(evaluation)}，是各项得分先{how}所致", "cyan", "差在舍入")
    guessed = guessed_for_total(evaluation)
    end = "可能是取整" if guessed or not above else "除非取整，否则不成立"
    return Verdict(f"{_beyond(evaluation)}，{end}", "bold yellow", "可能取整")


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
