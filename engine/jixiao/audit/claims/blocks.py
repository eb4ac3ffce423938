"""What is claimed of a block that the unit filled itself (自设指标): of its sum, and of what it cost."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.claims.claim import claim_outcome
from jixiao.audit.claims.guessed import on_guess, weight_of
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.stated import Statements
from jixiao.dataclass import replace
from jixiao.model.block import Block, blocks_of
from jixiao.model.case import OwnIndicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.standing import Standing, in_whole_points, sum_standing
from jixiao.model.wording import quoted
from jixiao.quantity import as_printed, points_apart, points_text

SPENT = "全年执行数"
"""The item that is what a project spent."""
_COST = "成本"


def block_outcomes(evaluation: Evaluation, makes_total: bool) -> Iterator[Outcome]:
    """Yield the blocks whose claimed score is not what their indicators come to.

    `makes_total`: whether these claims are what makes the claimed total impossible.
    """
    for block in blocks_of(evaluation):
        claim = evaluation.project.claim
        standing = sum_standing(block.claimed, block.decimals, block.results, whole=in_whole_points(claim))
        if not standing.holds:
            yield _outcome(block, standing, "总分" if makes_total and block.beyond > 0 else "")


def _outcome(block: Block, standing: Standing, under: str) -> Outcome:
    above = block.beyond > 0
    low, high, told = points_apart(block.low, block.high, block.claimed)
    bounds = low if block.low == block.high else f"{low}至{high}"
    guessed = tuple(one.indicator.name for one in block.results if one.indicator.provisional)
    lost = "、".join(
        f"{quoted(one.indicator.name)}{points_text(one.high)}分（满分{points_text(one.indicator.points)}分）"
        for one in block.results
        if one.high < one.indicator.points
    )
    why = f"：{lost}" if above and lost else ""
    text = f"{quoted(block.name)}自评{told}分，所列指标核算合计{bounds}分{why}{on_guess(guessed)}"
    because = tuple(f"{quoted(one.indicator.name)}：{one.explanation}" for one in block.results)
    items = tuple(dict.fromkeys(figure.name for one in block.results for figure in one.figures))
    return claim_outcome(
        "得分",
        standing.word,
        f"{quoted(block.name)}自评得分{'高于' if above else '低于'}所列指标的合计",
        text,
        Ground(items, because, (told, bounds)),
        indicator=block.name,
        weight=replace(weight_of(guessed), under=under),
    )


def cost_outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """Yield each cost that a unit reports of a project above what the project spent: it was paid from elsewhere, or is wrong."""
    spent = Statements(evaluation.project).values(SPENT)
    if len(spent) != 1:
        return
    for own in (one for owned in evaluation.project.own.values() for one in owned):
        yield from _cost(own, spent[0].quantity.base + spent[0].printed.slack, str(spent[0].quantity))


def _cost(own: OwnIndicator, most: Fraction, spent: str) -> Iterator[Outcome]:
    for one in own.actual:
        printed = as_printed(one.quantity)
        is_money = one.quantity.unit.dimension.powers == (("元", 1),)
        if _COST not in own.name or not is_money or printed.value - printed.slack <= most:
            continue
        place = f"（{one.source}）" if one.source else ""
        text = f"{quoted(own.name)}实际{one.quantity}{place}，多于{quoted(SPENT)}{spent}，请说明多出的部分由哪里支付"
        yield claim_outcome(
            "成本",
            "超过执行",
            f"{quoted(own.name)}超过执行数",
            text,
            Ground((SPENT,), (text,), (str(one.quantity), spent)),
            indicator=own.name,
        )
        return
