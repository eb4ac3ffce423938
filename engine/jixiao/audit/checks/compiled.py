"""Checks made ready to run: each relation parsed, its names and units known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from jixiao.audit.checks.relation import Relation
from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Comparison,
    Expression,
    Name,
    infer_units,
    names,
    parse_formula,
    plain_name,
    spellings,
)
from jixiao.language.span import Span
from jixiao.model.check import Category, Check
from jixiao.model.diagnostic import Diagnostic, Refused, read_each
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Item, Text
from jixiao.model.wording import quoted
from jixiao.quantity import Dimension
from jixiao.scoring.program.table_text import known_items, read_at_place, read_condition

ORIGINS = ("恒等式", "明细", "其中", "占比", "占比合计", "完成率", "项目合计")
"""How the ids of checks begin that stand in no file of checks: by what they follow from."""
GROWTH_WORDS = ("增减", "增长", "变动", "下降", "增加额", "减少额")
"""Words in the name of an item that states a change."""
RESTATING: frozenset[Category] = frozenset({Category.RATIO, Category.CHANGE, Category.SHARE})
"""Categories whose left side states again what the right side calculates."""


@dataclass(frozen=True, slots=True)
class ShareOf:
    """Which share of a breakdown a check compares: that of one part, or (None) all of them together."""

    breakdown: str
    """What the breakdown is called among those of the case."""
    item: str
    part: str | None


@dataclass(frozen=True)
class CompiledCheck:
    """A check and its relation as a tree. `subject` is the item it is about, the left side's.

    What follows from the tree is found out once: a check is run over many cases.
    """

    check: Check
    relation: Relation
    share: ShareOf | None = None
    """Which share it compares, where it follows from a breakdown."""

    @property
    def tree(self) -> Expression:
        """The relation as a tree."""
        return self.relation.tree

    @property
    def names(self) -> tuple[str, ...]:
        """The items of the relation, each once."""
        return self.relation.names

    @cached_property
    def may_be_absent(self) -> tuple[str, ...]:
        """The items that count as 0 where a report does not state them (可缺)."""
        wanted = {plain_name(one.text) for one in self.check.may_be_absent}
        return tuple(name for name in self.names if plain_name(name) in wanted)

    @cached_property
    def needed(self) -> frozenset[str]:
        """The items without which it can't be decided."""
        return frozenset(self.names).difference(self.may_be_absent)

    @cached_property
    def widened(self) -> Fraction:
        """How far the sides may lie apart beyond what printing allows (容差)."""
        return Fraction(0) if self.check.widening is None else self.check.widening.by.base

    @cached_property
    def subject(self) -> str:
        left = self.tree.left if isinstance(self.tree, Comparison) else self.tree
        return left.name if isinstance(left, Name) else self.names[0]

    @cached_property
    def restates(self) -> bool:
        """Whether the left side states what the right side calculates."""
        stating = isinstance(self.tree, Comparison) and isinstance(self.tree.left, Name)
        return stating and self.check.category in RESTATING


def compile_checks(checks: Iterable[Check], items: Mapping[str, Item]) -> tuple[CompiledCheck, ...]:
    """Make checks ready to run; raises Refused with everything that is wrong in them."""
    return read_each(checks, lambda check: _compile(check, items))


def _compile(check: Check, items: Mapping[str, Item]) -> CompiledCheck:
    units = {name: item.unit.dimension for name, item in items.items()}
    tree = read_condition(check.relation, units)
    problems = tuple(check_problems(check, tree, units))
    if problems:
        raise Refused(*problems)
    return CompiledCheck(check, Relation(tree))


def check_problems(check: Check, tree: Expression, units: Mapping[str, Dimension]) -> Iterator[Diagnostic]:
    """Yield what does not fit a relation that is itself in order: 可缺 and 容差."""
    yield from _strangers(check, tree)
    yield from _unknown(check, units)
    yield from _misfits(check, tree, units)


def _strangers(check: Check, tree: Expression) -> Iterator[Diagnostic]:
    """Yield what may be absent, but is not in the relation at all."""
    used = spellings(names(tree))
    for one in check.may_be_absent:
        if plain_name(one.text) not in used:
            hint = nearest(one.text, used, most=1)
            yield Diagnostic(
                one.place, f"可缺的“{one.text}”不在这条核查的关系里{hint}；请改正、删去，或写进关系"
            )


def _unknown(check: Check, units: Mapping[str, Dimension]) -> Iterator[Diagnostic]:
    """Yield what may make up for a difference (补足) and is no item, or where nothing is to be made up."""
    for one in check.made_up_by:
        if check.category is not Category.AT_MOST:
            yield Diagnostic(one.place, "补足只用于类别“不超过”的核查，请删去补足，或改类别")
            return
        if one.text not in units:
            hint = nearest(one.text, {name: name for name in units}, most=1)
            yield Diagnostic(one.place, f"补足的“{one.text}”不是数据项{hint}；请改正或删去")


def _misfits(check: Check, tree: Expression, units: Mapping[str, Dimension]) -> Iterator[Diagnostic]:
    """Yield a 容差 that the relation has no use for, or in another unit than its sides."""
    widening = check.widening
    if widening is None:
        return
    if not isinstance(tree, Comparison) or tree.operator not in WIDENED:
        message = "容差只用于等式和 ≤、≥ 的不等式，这条核查没有可以放宽的数，请删去容差"
        yield Diagnostic(widening.place, message)
        return
    sides = Arithmetic("-", tree.left, tree.right, tree.span)
    dimension = infer_units(sides, units)
    if widening.by.unit.dimension != dimension:
        message = (
            f"容差的单位（{widening.by.unit.name or '没有单位'}）与关系两边的单位（{dimension}）不符，请改正"
        )
        yield Diagnostic(widening.place, message)


WIDENED = ("=", "≤", "≥")
"""Comparisons that a 容差 widens; the others are decided on the numbers as they are printed."""


def identity_checks(items: Mapping[str, Item]) -> tuple[CompiledCheck, ...]:
    """Give the check that each item's 恒等式 is; raises Refused where one can't be read."""
    stated = [(item, item.identity) for item in items.values() if item.identity is not None]
    return read_each(stated, lambda one: _identity(*one, items))


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
    return CompiledCheck(check, Relation(Comparison("=", Name(item.name), tree, Span(0, 0))))


def _read_identity(text: str, item: Item, units: Mapping[str, Dimension]) -> Expression:
    tree = known_items(parse_formula(text, units), units)
    if infer_units(tree, units) != item.unit.dimension:
        raise LanguageError(f"恒等式的单位与“{item.name}”的单位（{item.unit.name}）不符", 0)
    return tree


def _category(item: Item, tree: Expression) -> Category:
    """Tell what kind of identity it is from its shape and the item's name."""
    if any(word in item.name for word in GROWTH_WORDS) and not isinstance(tree, Name):
        return Category.CHANGE
    if item.unit.dimension.is_ratio:
        return Category.SHARE if item.name.endswith(("占比", "比重")) else Category.RATIO
    if isinstance(tree, Arithmetic) and tree.operator in "+-":
        return Category.SUM
    return Category.BALANCE if isinstance(tree, Name) else Category.RATIO
