"""Why an indicator lost points or is open, in sentences, each thing said once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.model.evaluation import Figure, Result, Status
from jixiao.model.told import lines_of
from jixiao.model.wording import quoted
from jixiao.quantity import points_text
from jixiao.reports.page.points import range_text

MAX_ALTERNATIVES = 6
"""Most alternatives written out; JSON holds them all."""


def reasons(result: Result) -> Iterator[str]:
    """Give the sentences that stand under a row; none where all points are scored.

    Disputed figures are named even there, since the dispute is there to be settled.
    """
    lost = result.low < result.indicator.points
    if lost or result.status is Status.OPEN:
        yield from lines_of(result.explanation)
        yield from _missing(result)
        yield from _alternatives(result)
    else:
        yield from (_dispute(result, name) for name in result.conflicts)
    if result.claim_derived and result.claimed is not None:
        yield f"自评{points_text(result.claimed)}分由自评总分和其余各项自评推得。"


def _missing(result: Result) -> Iterator[str]:
    """Say what moves less than all; the explanation names what is missing."""
    whole = result.high - result.low
    for missing in result.missing:
        if missing.could_move != whole:
            yield f"缺少{missing.name}，至多影响{points_text(missing.could_move)}分。"


def _alternatives(result: Result) -> Iterator[str]:
    """Give what each assumption leads to, where they differ and it has not been said."""
    if len({(alternative.low, alternative.high) for alternative in result.alternatives}) < 2:
        return
    for alternative in result.untold[:MAX_ALTERNATIVES]:
        yield f"{alternative.assumption}：得{range_text(alternative.low, alternative.high)}分。"
    if len(result.untold) > MAX_ALTERNATIVES:
        yield f"另有{len(result.untold) - MAX_ALTERNATIVES}种情形。"


def _dispute(result: Result, name: str) -> str:
    """Name the figures that differ, each once, and the one that is adopted."""
    stated: dict[Fraction, list[Figure]] = {}
    for figure in result.figures:
        if figure.name == name:
            stated.setdefault(figure.quantity.base, []).append(figure)
    adopted = [same for same in stated.values() if any(one.used and one.note for one in same)]
    values = "、".join(
        f"{same[0].quantity}{'（采用）' if same in adopted else ''}" for same in stated.values()
    )
    effect = "" if adopted else "，得分不受影响"
    return f"{quoted(name)}数据有出入{values and '：'}{values}{effect}。"
