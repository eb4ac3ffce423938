"""说法 of a case → how figures stand to each other, as the report says it in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping as Named

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, Name, check_condition, parse_formula, spellings, walk
from jixiao.model.case import Statement
from jixiao.model.messages import nearest
from jixiao.model.saying import Saying
from jixiao.model.years import last_year_of
from jixiao.quantity import Dimension


def read_sayings(
    around: Mapping, vocabulary: Vocabulary, stated: Named[str, tuple[Statement, ...]]
) -> tuple[Saying, ...]:
    """Give what is said under 说法; notes a relation that is none, or speaks of something unknown.

    `stated`: what 数据 says; a relation may also speak of what only the case knows.
    """
    nodes = around.mappings("说法")
    if not nodes:
        return ()
    units = {name: item.unit.dimension for name, item in vocabulary.ruleset.items.items()}
    units |= {last_year_of(name): unit for name, unit in units.items() if last_year_of(name) not in units}
    units |= {name: said[0].quantity.unit.dimension for name, said in stated.items() if name not in units}
    return tuple(one for node in nodes for one in _saying(node, units, vocabulary))


def _saying(node: Mapping, units: Named[str, Dimension], vocabulary: Vocabulary) -> Iterator[Saying]:
    written = node.scalar("关系")
    tree = None if written is None else _read(written, units, vocabulary)
    if written is not None and tree is not None:
        yield Saying(written.as_text(), tree, node.text("出处"))


def _read(written: Scalar, units: Named[str, Dimension], vocabulary: Vocabulary) -> Expression | None:
    text, collector = written.as_text(), vocabulary.collector
    try:
        tree = parse_formula(text.text, units)
        unknown = [one for one in walk(tree) if isinstance(one, Name) and one.name not in units]
        for one in unknown:
            near = nearest(one.name, spellings(units))
            collector.add(text.place, messages.UNDEFINED_ITEM, name=one.name, near=near)
        if not unknown:
            check_condition(tree, units)
    except LanguageError as error:
        place = text.place._replace(column=text.place.column + error.position)
        collector.note(
            place, f"{error.explained().message}。说法写成两个数据项的比较，如 三公经费决算 < 三公经费预算"
        )
        return None
    return None if unknown else tree
