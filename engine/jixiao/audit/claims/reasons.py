"""Reasons that a department gives for losing no points, against the exemptions of the standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.claims.claim import Weight, claim_outcome
from jixiao.audit.claims.guessed import guessed_for, on_guess
from jixiao.audit.outcome import Ground, Outcome
from jixiao.language.formula import plain_name
from jixiao.model.case import IndicatorClaim
from jixiao.model.evaluation import Result, Status
from jixiao.model.finding import Level
from jixiao.model.wording import quoted

_CHANGE = "(?:增|减|调|追加|新增|变动|变化|支出|开支|因素|原因)"
_GROUND = re.compile(
    f"(?:不|不能|不应)(?:列入|计入|纳入)|视同|常规性?{_CHANGE}|属于?(?:正常|常规|惯例)|按(?:照)?惯例"
    f"|政策性{_CHANGE}|(?<![无未])(?<!没有)(?:不可抗力|(?:客观|特殊|历史)(?:原因|情况|因素))"
    f"|上级.{{0,4}}要求.{{0,6}}{_CHANGE}|不适用"
)
"""Words by which a reason gives a ground for losing nothing, rather than states how the figure stands."""
_SPARING = re.compile("不扣|不予扣|免扣|免予|(?<!避)免于|不应扣|不作扣|可不(?:扣|计|评|考)")
"""Words by which a reason asks to lose nothing. Beside what was attained they only conclude from it."""
_ATTAINED = re.compile(
    "达标|达到|完成|符合|合规|健全|齐全|及时|按时|按期|以内|[≤<≥]|低于|小于|不超|[未没]有?超|\\d%"
)
_ABSENT = re.compile("没有|未|无|不涉及|不存在")


def reason_outcomes(result: Result, claim: IndicatorClaim, exemptions: Sequence[str]) -> Iterator[Outcome]:
    """Yield a reason that asks for an exemption which the standard does not have.

    `exemptions` are the facts that the standard exempts.
    """
    full = result.indicator.points
    spared = result.claimed is None or result.claimed == full
    if not spared or not claim.reason or result.status is Status.EXEMPT or result.low == full:
        return
    if not _asks(claim.reason) or any(_means(claim.reason, fact) for fact in exemptions):
        return
    name = result.indicator.name
    place = f"（{claim.source}）" if claim.source else ""
    guessed = guessed_for(result)
    known = f"只有“{'”“'.join(exemptions)}”可以免扣" if exemptions else "没有规定任何免扣的情形"
    text = f"{quoted(name)}的理由（案例所录：{claim.reason}）{place}不是评分标准认可的：这项标准{known}{on_guess(guessed)}"
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
        weight=Weight(Level.LOW if guessed else Level.MEDIUM),
    )


def _asks(reason: str) -> bool:
    """Whether a reason asks for an exemption. In doubt it does not: nobody is accused over a word."""
    return bool(_GROUND.search(reason) or (_SPARING.search(reason) and not _ATTAINED.search(reason)))


def _means(reason: str, fact: str) -> bool:
    """Whether a reason may speak of an exempting fact: it denies if that does, and they share a word."""
    if _ABSENT.search(fact) and not _ABSENT.search(reason):
        return False
    said, meant = (plain_name(_ABSENT.sub("", text)) for text in (reason, fact))
    return any(meant[place : place + 2] in said for place in range(len(meant) - 1))
