"""评定 of a case → judgements, each with who made it and on what grounds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.figures import read_amount
from jixiao.files.names import refuse_repeated
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence, mappings_of
from jixiao.model.case import Named, Rating
from jixiao.model.ruleset import Text

FOUND, LEVEL, COUNT, DEDUCTION = "发现", "档次", "次数", "扣分"
BY_NAME = (FOUND, LEVEL, COUNT, DEDUCTION)
"""Keys under which each of several inputs may be named."""
JUDGEMENTS = ("等级", "得分", "达到", "符合", "事实", *BY_NAME)
"""Keys that carry a judgement; a rating needs one at least."""
NOTHING = "无"


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
    grade, level = node.scalar("等级"), node.scalar(LEVEL)
    if grade is not None and level is not None:
        collector.add(level.place, messages.LEVEL_TWICE)
    return Rating(
        indicator=indicator,
        by=node.text("评定人"),
        grounds=node.text("依据"),
        place=node.place,
        source=node.text("出处"),
        level=node.text("等级") or node.text(LEVEL) or None,
        score=read_amount(node, "得分", collector),
        met=_met(node),
        count=_amount(node, COUNT, vocabulary),
        deduction=_amount(node, DEDUCTION, vocabulary),
        answer={"是": True, "否": False}.get(node.text("符合")),
        fact=node.text("事实") or None,
        fact_holds=node.text("成立", default="是") == "是",
        named=tuple(_named(node)) if any(_is_by_name(node, key) for key in BY_NAME) else None,
    )


def _amount(node: Mapping, key: str, vocabulary: Vocabulary) -> Fraction | None:
    return None if node.mapping(key) is not None else read_amount(node, key, vocabulary.collector)


def _met(node: Mapping) -> tuple[Text, ...] | None:
    """Give what is met as it is written; none for 无."""
    if node.get("达到") is None:
        return None
    return tuple([one.as_text() for one in node.scalars("达到") if one.text.strip() != NOTHING])


def _is_by_name(node: Mapping, key: str) -> bool:
    return node.mapping(key) is not None or (key == FOUND and node.get(key) is not None)


def _named(node: Mapping) -> Iterator[Named]:
    """Yield what is said by name, in the order of the keys above."""
    for key in BY_NAME:
        value = node.get(key)
        if isinstance(value, Mapping):
            yield from (_entry(key, name, said) for name, said in value.entries if isinstance(said, Scalar))
        elif key == FOUND and value is not None:
            yield from (_entry(key, one) for one in _listed(value))


def _listed(value: Node) -> Iterator[Scalar]:
    """Yield the names that are listed; none for 无."""
    nodes = value.items if isinstance(value, Sequence) else (value,)
    yield from (one for one in nodes if isinstance(one, Scalar) and one.text.strip() != NOTHING)


def _entry(key: str, name: Scalar, said: Scalar | None = None) -> Named:
    written = said.as_text() if said is not None else None
    named = name.as_text()
    return Named(named.text, written.text if written else "", named.place, (written or named).place, key)
