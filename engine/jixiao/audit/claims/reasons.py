"""Reasons that a department gives for losing no points, against the exemptions of the standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.claims.claim import claim_outcome
from jixiao.audit.outcome import Ground, Outcome
from jixiao.language.formula import plain_name
from jixiao.model.case import IndicatorClaim
from jixiao.model.evaluation import Result
from jixiao.model.wording import quoted

_EXEMPTING = re.compile(
    "不扣|不予扣|免扣|免予|免于|不应扣|不列入|不能列入|不计入|不纳入|不作扣|视同|常规|惯例|政策性|不可抗力"
    "|客观原因|特殊原因|特殊情况|历史原因|上级要求|不适用|可不"
)
"""Words by which a reason asks for an exemption rather than states how the figure stands."""
_ABSENT = re.compile("没有|未|无|不涉及|不存在")


def reason_outcomes(result: Result, claim: IndicatorClaim, exemptions: Sequence[str]) -> Iterator[Outcome]:
    """Yield a reason that asks for an exemption which the standard does not have.

    `exemptions` are the facts that the standard exempts.
    """
    full = result.indicator.points
    spared = result.claimed is None or result.claimed == full
    if not spared or not claim.reason or result.status == "exempt" or result.low == full:
        return
    if not _EXEMPTING.search(claim.reason) or any(_means(claim.reason, fact) for fact in exemptions):
        return
    name = result.indicator.name
    place = f"（{claim.source}）" if claim.source else ""
    known = f"只有“{'”“'.join(exemptions)}”可以免扣" if exemptions else "没有规定任何免扣的情形"
    text = f"{quoted(name)}的理由“{claim.reason}”{place}不是评分标准认可的：这项标准{known}"
    yield claim_outcome(
        "理由",
        "不认",
        f"{quoted(name)}不扣分的理由评分标准里没有",
        text,
        Ground(
            items=tuple(dict.fromkeys(figure.name for figure in result.figures)),
            because=(f"评分标准：{result.indicator.standard.text}", text),
            figures=(claim.reason,),
        ),
        indicator=name,
    )


def _means(reason: str, fact: str) -> bool:
    """Whether a reason may speak of an exempting fact: both deny, and they share a word."""
    if not _ABSENT.search(reason):
        return False
    said, meant = (plain_name(_ABSENT.sub("", text)) for text in (reason, fact))
    return any(meant[place : place + 2] in said for place in range(len(meant) - 1))
