"""Sums whose parts are themselves sums: where a report gives only the parts of a part, these are added up.

三公经费 is made of three, of which 公务用车购置及运行维护费 is made of two; a report may print the two and never the one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import lru_cache

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.relation import Relation
from jixiao.dataclass import replace
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name, names
from jixiao.model.check import Category

MAX_DEPTH = 6
"""Deepest nesting of sums that is worked through; items have two. Stops identities that go in a circle."""
MAX_KEPT = 512
"""Most relations kept; a folder of cases has some dozens."""

Sums = Mapping[str, Expression]
"""By item, what it is the sum of (恒等式)."""


def sums_of(checks: Iterable[CompiledCheck]) -> Sums:
    """Give the items that are sums, with what they are made of."""
    return {
        one.subject: one.tree.right
        for one in checks
        if one.check.id.startswith("恒等式·")
        and one.check.category is Category.SUM
        and isinstance(one.tree, Comparison)
    }


def worked_through(check: CompiledCheck, known: Set[str], sums: Sums) -> CompiledCheck:
    """Give a sum check with each part that is not stated replaced by what it is made of, at any depth.

    As it is where nothing is gained by that: where it is no sum, all is stated, or parts of parts lack too.
    """
    tree = check.tree
    is_sum = check.check.category is Category.SUM and isinstance(tree, Comparison)
    if not is_sum or check.needed <= known or check.subject not in known:
        return check
    assert isinstance(tree, Comparison)
    right = filled(tree.right, known, sums)
    if right == tree.right or not _all_known(right, known, check.may_be_absent):
        return check
    return replace(check, relation=_relation(tree, right))


def _all_known(tree: Expression, known: Collection[str], may_be_absent: Collection[str]) -> bool:
    """Whether every item of a formula is stated, or may be absent."""
    return all(name in known or name in may_be_absent for name in names(tree))


def filled(tree: Expression, known: Set[str], sums: Sums) -> Expression:
    """Give a formula with each item that is not stated, and is a sum, replaced by what it is made of."""
    return _filled(tree, frozenset(known), sums, MAX_DEPTH)


def _filled(tree: Expression, known: frozenset[str], sums: Sums, depth: int) -> Expression:
    if isinstance(tree, Arithmetic):
        left, right = (_filled(side, known, sums, depth) for side in (tree.left, tree.right))
        return tree if (left, right) == (tree.left, tree.right) else replace(tree, left=left, right=right)
    if isinstance(tree, Name) and tree.name not in known and tree.name in sums and depth:
        return _filled(sums[tree.name], known, sums, depth - 1)
    return tree


@lru_cache(maxsize=MAX_KEPT)
def _relation(tree: Comparison, right: Expression) -> Relation:
    terms = list(_terms(right))
    return Relation(replace(tree, right=_added(terms) if all(terms) else right))


def _terms(tree: Expression) -> Iterator[Expression | None]:
    """Yield what a plain sum adds up, without its brackets; None for anything else."""
    if isinstance(tree, Arithmetic) and tree.operator == "+":
        yield from _terms(tree.left)
        yield from _terms(tree.right)
    else:
        yield tree if isinstance(tree, Name) else None


def _added(terms: Iterable[Expression | None]) -> Expression:
    first, *others = [one for one in terms if one is not None]
    tree: Expression = first
    for one in others:
        tree = Arithmetic("+", tree, one)
    return tree
