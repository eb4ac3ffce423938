"""自设指标 of a case → the indicators that the unit set itself."""

from __future__ import annotations

import re

from jixiao.files import messages
from jixiao.files.case.statements import placed, read_statements
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.figures import read_points, read_quantity
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Scalar, mappings_of
from jixiao.model.case import OwnIndicator, Statement
from jixiao.quantity import Quantity, fold_width

_TARGET = re.compile(r"\s*(≥|≧|>=|≤|≦|<=|=)\s*(.*)", re.DOTALL)
_SENSES = {"≧": "≥", ">=": "≥", "≦": "≤", "<=": "≤"}


def read_own(around: Mapping, vocabulary: Vocabulary) -> dict[str, tuple[OwnIndicator, ...]]:
    """Give the indicators under 自设指标 by block. That their points add up is checked in scoring."""
    found: dict[str, tuple[OwnIndicator, ...]] = {}
    blocks = around.within("自设指标")
    for key, nodes in blocks:
        block = vocabulary.block(key)
        if block is not None:
            found[block] = tuple(_own_indicator(node, vocabulary) for node in mappings_of(nodes))
    names = (node.scalar("名称") for _, nodes in blocks for node in mappings_of(nodes))
    refuse_repeated("自设板块", (key for key, _ in blocks), vocabulary.collector)
    refuse_repeated("自设指标", names, vocabulary.collector)
    return found


def _own_indicator(node: Mapping, vocabulary: Vocabulary) -> OwnIndicator:
    collector = vocabulary.collector
    standard, target = node.scalar("评分标准"), node.scalar("目标")
    is_qualitative = node.text("定性") == "是"
    if is_qualitative == (target is not None):
        collector.add(node.place, messages.TARGET_OR_QUALITATIVE)
    sense, quantity = _target(target, vocabulary) if target is not None else ("", None)
    return OwnIndicator(
        name=node.text("名称"),
        points=read_points(node, "分值", collector),
        place=node.place,
        sense=sense,
        target=quantity,
        actual=_actual(node, quantity, is_qualitative, vocabulary),
        standard=None if standard is None else standard.as_text(),
        source=node.text("出处"),
    )


def _target(scalar: Scalar, vocabulary: Vocabulary) -> tuple[str, Quantity | None]:
    """Give direction and quantity of “≥3 项”."""
    shape = _TARGET.fullmatch(fold_width(scalar.text))
    if shape is None:
        vocabulary.collector.add(scalar.place, messages.NO_TARGET_SIGN, text=scalar.text)
        return "", None
    number = Scalar(shape[2], plain=False, place=scalar.place)
    return _SENSES.get(shape[1], shape[1]), read_quantity(number, None, vocabulary.collector)


def _actual(
    node: Mapping, target: Quantity | None, is_qualitative: bool, vocabulary: Vocabulary
) -> tuple[Statement, ...]:
    value, key = node.get("实际"), node.key("实际")
    if value is None or key is None:
        return ()
    if is_qualitative:
        vocabulary.collector.add(key.place, messages.QUALITATIVE_ACTUAL)
        return ()
    unit = None if target is None else target.unit
    name, collector = node.text("名称"), vocabulary.collector
    actual = read_statements(value, name, unit, messages.TARGET_OWNER, collector)
    own = [one for one in placed(actual, vocabulary.year) if one.item == name]
    for one in actual:
        if one.year is not None and one not in own:
            collector.warn(one.place, messages.ACTUAL_OF_YEAR, name=name, year=one.year)
    return tuple(own)
