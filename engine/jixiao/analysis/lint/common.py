"""A table's indicators beside the common ones of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, Name, names, parse_formula, plain_name, replaced
from jixiao.language.formula.agree import agree
from jixiao.model.framework import CommonIndicator, Framework
from jixiao.model.ruleset import Item, Scope, Text


@dataclass(frozen=True, slots=True)
class Namesake:
    """A common indicator that goes by a name, its framework, and its formula over a table's items."""

    framework: Framework
    indicator: CommonIndicator
    formula: Expression
    variants: tuple[tuple[Expression, str], ...]
    """Formulas that are known under this name elsewhere, and where."""
    own: tuple[Expression, ...]
    """Formulas that this very name has elsewhere (名称 of a 变体)."""

    def allows(self, formula: Expression) -> bool:
        """Whether a formula is the common one, or the one that this name has elsewhere, however written."""
        return any(agree(formula, one) for one in (self.formula, *self.own))

    def known_from(self, formula: Expression) -> str:
        """Say where a formula is known from under this name; empty where from nowhere."""
        return next((where for one, where in self.variants if agree(formula, one)), "")


def applying(frameworks: Iterable[Framework], scope: Scope) -> list[Framework]:
    """Give the frameworks for what a table is about (对象) in one of its years."""
    subject = plain_name(scope.subject)
    return [
        one
        for one in frameworks
        if any(plain_name(word) in subject for word in one.subjects)
        and any(one.first <= year and (one.last is None or year <= one.last) for year in scope.years)
    ]


def namesakes(name: str, frameworks: Iterable[Framework], items: Mapping[str, Item]) -> Iterator[Namesake]:
    """Yield the common indicators of that name whose formula can be said with a table's items."""
    wanted = plain_name(name)
    for framework in frameworks:
        for indicator in framework.indicators:
            if wanted in map(plain_name, indicator.names):
                formula = _said(indicator.formula, framework, items)
                if formula is not None:
                    yield _namesake(wanted, framework, indicator, formula, items)


def _namesake(
    wanted: str,
    framework: Framework,
    indicator: CommonIndicator,
    formula: Expression,
    items: Mapping[str, Item],
) -> Namesake:
    known = [(_said(one.formula, framework, items), one) for one in indicator.variants]
    return Namesake(
        framework,
        indicator,
        formula,
        variants=tuple((tree, one.where) for tree, one in known if tree is not None),
        own=tuple(tree for tree, one in known if tree is not None and plain_name(one.name) == wanted),
    )


def _said(written: Text | None, framework: Framework, items: Mapping[str, Item]) -> Expression | None:
    """Give a framework's formula over other items, found by name or alias; None where one is missing."""
    if written is None:
        return None
    try:
        tree = parse_formula(written.text, framework.items)
    except LanguageError:
        return None
    owners = {plain_name(name): item.name for item in items.values() for name in (item.name, *item.aliases)}
    found: dict[str, str] = {}
    for name in names(tree):
        there = framework.items.get(name)
        spoken = (name, *(() if there is None else there.aliases))
        owner = next((owners[plain_name(one)] for one in spoken if plain_name(one) in owners), None)
        if owner is None:
            return None
        found[name] = owner
    return replaced(tree, lambda node: Name(found[node.name]) if isinstance(node, Name) else None)


def common_names(framework: Framework) -> Iterator[str]:
    """Yield the items that the formulas of a framework speak of."""
    for indicator in framework.indicators:
        for text in (indicator.formula, *(one.formula for one in indicator.variants)):
            if text is not None:
                yield from names(parse_formula(text.text, framework.items))
