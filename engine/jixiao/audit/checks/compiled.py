"""Checks made ready to run: each relation parsed, its names and units known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Comparison,
    Expression,
    Name,
    infer_units,
    names,
    parse_formula,
)
from jixiao.language.span import Span
from jixiao.model.check import Category, Check
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.ruleset import Item, Text
from jixiao.model.wording import quoted
from jixiao.quantity import Dimension
from jixiao.scoring.table_text import known_items, read_at_place, read_condition

GROWTH_WORDS = ("增减", "增长", "变动", "下降", "增加额", "减少额")
"""Words in the name of an item that states a change."""
RESTATING: frozenset[Category] = frozenset({"比率", "增减", "占比"})
"""Categories whose left side states again what the right side calculates."""


@dataclass(frozen=True, slots=True)
class CompiledCheck:
    """A check and its relation as a tree. `subject` is the item it is about, the left side's."""

    check: Check
    tree: Expression

    @property
    def names(self) -> tuple[str, ...]:
        """The items of the relation, each once."""
        return names(self.tree)

    @property
    def subject(self) -> str:
        left = self.tree.left if isinstance(self.tree, Comparison) else self.tree
        return left.name if isinstance(left, Name) else self.names[0]

    @property
    def restates(self) -> bool:
        """Whether the left side states what the right side calculates."""
        stating = isinstance(self.tree, Comparison) and isinstance(self.tree.left, Name)
        return stating and self.check.category in RESTATING


def compile_checks(checks: Iterable[Check], items: Mapping[str, Item]) -> tuple[CompiledCheck, ...]:
    """Make checks ready to run; raises Refused with everything that is wrong in them."""
    compiled: list[CompiledCheck] = []
    problems: list[Diagnostic] = []
    for check in checks:
        try:
            compiled.append(_compile(check, items))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(*problems)
    return tuple(compiled)


def _compile(check: Check, items: Mapping[str, Item]) -> CompiledCheck:
    units = {name: item.unit.dimension for name, item in items.items()}
    tree = read_condition(check.relation, units)
    absent = [name for name in check.may_be_absent if name not in names(tree)]
    if absent:
        message = f"可缺的“{absent[0]}”不在这条核查的关系里，请删去，或写进关系"
        raise Refused(Diagnostic(check.place, message))
    return CompiledCheck(check, tree)


def identity_checks(items: Mapping[str, Item]) -> tuple[CompiledCheck, ...]:
    """Give the check that each item's 恒等式 is; raises Refused where one can't be read."""
    compiled: list[CompiledCheck] = []
    problems: list[Diagnostic] = []
    for item in items.values():
        if item.identity is None:
            continue
        try:
            compiled.append(_identity(item, item.identity, items))
        except Refused as refused:
            problems += refused.diagnostics
    if problems:
        raise Refused(*problems)
    return tuple(compiled)


def _identity(item: Item, identity: Text, items: Mapping[str, Item]) -> CompiledCheck:
    units = {name: one.unit.dimension for name, one in items.items()}
    tree = read_at_place(identity, lambda text: _read_identity(text, item, units))
    check = Check(
        id=f"恒等式·{item.name}",
        name=quoted(item.name),
        category=_category(item, tree),
        relation=identity,
        place=identity.place,
    )
    return CompiledCheck(check, Comparison("=", Name(item.name), tree, Span(0, 0)))


def _read_identity(text: str, item: Item, units: Mapping[str, Dimension]) -> Expression:
    tree = known_items(parse_formula(text, units), units)
    if infer_units(tree, units) != item.unit.dimension:
        raise LanguageError(f"恒等式的单位与“{item.name}”的单位（{item.unit.name}）不符", 0)
    return tree


def _category(item: Item, tree: Expression) -> Category:
    """Tell what kind of identity it is from its shape and the item's name."""
    if any(word in item.name for word in GROWTH_WORDS) and not isinstance(tree, Name):
        return "增减"
    if item.unit.dimension.is_ratio:
        return "占比" if item.name.endswith(("占比", "比重")) else "比率"
    if isinstance(tree, Arithmetic) and tree.operator in "+-":
        return "合计"
    return "平衡" if isinstance(tree, Name) else "比率"
