"""A table's YAML file → Ruleset. Sentences and formulas stay texts with their places."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Literal

from jixiao.dataclass import replace
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.figures import read_number, read_points
from jixiao.files.names import refuse_repeated, refuse_wide_commas
from jixiao.files.rules.items import ItemsFile
from jixiao.files.schema.document import Document, digest_of, read_document
from jixiao.files.table.total import (
    read_choices,
    read_excess,
    read_limits,
    read_value_limits,
    read_vetoes,
    readings_of,
    sharing,
)
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.messages import filled
from jixiao.model.ruleset import LEFT_OUT, TO_FILL, Example, ExemptionFact, Indicator, Ruleset, Scope, Text
from jixiao.model.wording import quoted


def load_ruleset(path: Path, items: ItemsFile) -> Ruleset:
    """Read one table; raises Refused with every diagnostic found."""
    collector = Collector()
    ruleset = read_ruleset(read_document(path, "ruleset"), items, collector)
    collector.refuse_if_any()
    return ruleset


def read_ruleset(document: Document, items: ItemsFile, collector: Collector) -> Ruleset:
    """Give the table of a document that fits the schema, as far as it can be read.

    The digest covers the text of the table and that of the items.
    """
    root = document.root
    indicators = tuple(_indicator(node, collector) for node in root.mappings("指标"))
    choices = read_choices(root, indicators, collector)
    ruleset = _grounded(
        Ruleset(
            title=root.text("指标表"),
            id=root.text("代码"),
            version=root.text("版本"),
            scope=read_scope(root),
            full=read_points(root, "满分", collector),
            grades=_grades(root, collector),
            indicators=sharing(indicators, choices),
            items=items.items,
            digest=digest_of(f"{document.digest}\n{items.digest}\n"),
            place=root.place,
            basis=root.text("依据"),
            readings=readings_of(root),
            choices=choices,
            limits=read_limits(root, collector),
            vetoes=read_vetoes(root, collector),
            value_limits=read_value_limits(root),
            excess=read_excess(root),
        )
    )
    refuse_repeated("指标", (node.scalar("名称") for node in root.mappings("指标")), collector)
    refuse_repeated("代码", (node.scalar("代码") for node in root.mappings("指标")), collector)
    return ruleset


def _grounded(ruleset: Ruleset) -> Ruleset:
    """Tell each indicator what the whole table can give."""
    most = ruleset.most
    return replace(ruleset, indicators=tuple(replace(one, ground=most) for one in ruleset.indicators))


def read_scope(root: Mapping) -> Scope:
    """Give where and when a table applies, as far as it says so readably."""
    scope = root.mapping("适用") or Mapping((), root.place)
    years = (year.text for year in scope.scalars("年度"))
    return Scope(
        region=scope.text("地区"),
        subject=scope.text("对象"),
        years=tuple(int(year) for year in years if len(year) == YEAR_DIGITS and year.isdecimal()),
    )


YEAR_DIGITS = 4
"""Digits of a year. Stops int() on a text of 100,000 digits before the schema is checked."""


def _grades(root: Mapping, collector: Collector) -> tuple[tuple[str, Fraction], ...]:
    """Give grades with their lowest scores, best first."""
    grades: dict[Fraction, str] = {}
    for key, node in root.within("等级"):
        lowest = read_number(node, collector) if isinstance(node, Scalar) else None
        if lowest is None:
            continue
        name = key.text.strip()
        other = grades.setdefault(lowest, name)
        if other != name:
            collector.add(node.place, messages.SAME_GRADE, name=name, other=other)
    return tuple((name, lowest) for lowest, name in sorted(grades.items(), reverse=True))


_EXTRAS: dict[str, Literal["", "bonus", "penalty"]] = {"加分": "bonus", "减分": "penalty"}


def unfilled(node: Mapping) -> dict[str, Scalar]:
    """Give the texts of an indicator, by their keys, that wait to be filled in, as `jixiao new` leaves them."""
    found = ((name, node.scalar(name)) for name in ("分值", "评分标准", "定性标准"))
    return {name: text for name, text in found if text is not None and text.text.strip() == TO_FILL}


def unfilled_message(node: Mapping) -> str:
    """Say what of an indicator waits to be filled in."""
    keys = "和".join(unfilled(node))
    return filled(messages.TO_FILL_IN, name=quoted(node.text("名称")), keys=keys)


def _indicator(node: Mapping, collector: Collector) -> Indicator:
    qualitative = node.scalar("定性标准")
    is_block = node.text("自设") == "是"
    if qualitative is not None and not is_block:
        collector.add(qualitative.place, messages.QUALITATIVE_ALONE)
    extra = node.scalar("附加")
    if extra is not None and is_block:
        collector.add(extra.place, messages.EXTRA_BLOCK)
    refuse_wide_commas(node.scalars("归类"), collector)
    to_fill = unfilled(node)
    if to_fill:
        collector.note(next(iter(to_fill.values())).place, unfilled_message(node))
    return Indicator(
        name=node.text("名称"),
        id=node.text("代码"),
        points=Fraction(0) if to_fill else read_points(node, "分值", collector),
        standard=_text(node, "评分标准") or Text("", node.place),
        place=node.place,
        category=tuple(level.text.strip() for level in node.scalars("归类")),
        formula=_text(node, "公式"),
        exemptions=tuple(
            ExemptionFact(key.text.strip(), condition.as_text())
            for key, condition in node.within("免评")
            if isinstance(condition, Scalar)
        ),
        readings=readings_of(node),
        provenance=node.text("出处", default="官方"),
        qualitative=_text(node, "定性标准"),
        is_block=is_block,
        extra=_EXTRAS.get(node.text("附加"), ""),
        target=_text(node, "目标"),
        examples=tuple(_examples(node, collector)),
    )


def _examples(node: Mapping, collector: Collector) -> Iterator[Example]:
    """Give the examples, points as written once they are known to be readable."""
    for key, value in node.within("例"):
        ends = _ends(value)
        if not ends:
            continue
        numbers = [read_number(end, collector) for end in ends if end.text.strip() != LEFT_OUT]
        known = [number for number in numbers if number is not None]
        if len(ends) > 1 and (len(numbers) < 2 or (len(known) > 1 and known[0] > known[1])):
            collector.add(value.place, messages.EXAMPLE_RANGE)
        yield Example(key.as_text(), ends[0].as_text(), ends[-1].as_text())


def _ends(value: Node) -> tuple[Scalar, ...]:
    nodes = value.items if isinstance(value, Sequence) else (value,)
    return tuple(one for one in nodes if isinstance(one, Scalar))


def _text(node: Mapping, name: str) -> Text | None:
    scalar = node.scalar(name)
    return None if scalar is None else scalar.as_text()
