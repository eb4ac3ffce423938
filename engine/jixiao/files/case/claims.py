"""自评 of a case → what the department claims."""

from __future__ import annotations

from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.figures import read_amount, read_decimals, read_quantity, read_signed
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.case import Claim, IndicatorClaim


def read_claim(around: Mapping, vocabulary: Vocabulary) -> Claim:
    """Give the claim under 自评; an empty one where there is none."""
    node = around.mapping("自评")
    if node is None:
        return Claim()
    entries = node.within("指标")
    claims = [
        _indicator_claim(key, value, vocabulary) for key, value in entries if isinstance(value, Mapping)
    ]
    refuse_repeated("指标", (key for key, _ in entries), vocabulary.collector)
    return Claim(
        total=read_amount(node, "总分", vocabulary.collector),
        total_decimals=read_decimals(node, "总分"),
        mean=read_amount(node, "平均分", vocabulary.collector),
        mean_decimals=read_decimals(node, "平均分"),
        grade=node.text("等级") or None,
        source=node.text("出处"),
        indicators={claim.indicator: claim for claim in claims if claim is not None},
    )


def _indicator_claim(key: Scalar, node: Mapping, vocabulary: Vocabulary) -> IndicatorClaim | None:
    name = vocabulary.indicator(key)
    if name is None:
        return None
    ratio = node.scalar("比率")
    return IndicatorClaim(
        indicator=name,
        place=key.place,
        score=read_signed(node, "得分", vocabulary.collector),
        deduction=read_amount(node, "扣分", vocabulary.collector),
        decimals=max(read_decimals(node, "得分"), read_decimals(node, "扣分")),
        ratio=None if ratio is None else read_quantity(ratio, None, vocabulary.collector),
        working=node.text("算式"),
        reason=node.text("理由"),
        source=node.text("出处"),
    )
