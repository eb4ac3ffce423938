"""评定 of a case → judgements, each with who made it and on what grounds."""

from __future__ import annotations

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.figures import read_amount
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, mappings_of
from jixiao.model.case import Rating

JUDGEMENTS = ("等级", "得分", "达到", "次数", "扣分", "符合", "事实")
"""Keys that carry a judgement; a rating needs one at least."""


def read_ratings(around: Mapping, vocabulary: Vocabulary) -> dict[str, tuple[Rating, ...]]:
    """Give the ratings under 评定, by the table's spelling of the indicator."""
    found: dict[str, tuple[Rating, ...]] = {}
    entries = around.within("评定")
    for key, node in entries:
        name = vocabulary.rated(key)
        if name is not None:
            found[name] = tuple(_rating(one, name, vocabulary) for one in mappings_of(node))
    refuse_repeated("指标", (key for key, _ in entries), vocabulary.collector)
    return found


def _rating(node: Mapping, indicator: str, vocabulary: Vocabulary) -> Rating:
    collector = vocabulary.collector
    if not any(node.get(name) is not None for name in JUDGEMENTS):
        collector.add(node.place, messages.NO_JUDGEMENT)
    holds = node.key("成立")
    if holds is not None and node.get("事实") is None:
        collector.add(holds.place, messages.HOLDS_WITHOUT_FACT)
    return Rating(
        indicator=indicator,
        by=node.text("评定人"),
        grounds=node.text("依据"),
        place=node.place,
        source=node.text("出处"),
        level=node.text("等级") or None,
        score=read_amount(node, "得分", collector),
        met=_met(node),
        count=read_amount(node, "次数", collector),
        deduction=read_amount(node, "扣分", collector),
        answer={"是": True, "否": False}.get(node.text("符合")),
        fact=node.text("事实") or None,
        fact_holds=node.text("成立", default="是") == "是",
    )


def _met(node: Mapping) -> tuple[int, ...] | None:
    """Give the numbers of the points that are met, each once; none for 无."""
    if node.get("达到") is None:
        return None
    return tuple(sorted({int(number.text) for number in node.scalars("达到") if number.text != "无"}))
