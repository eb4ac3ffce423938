"""A check whose relation another check, or an item's 恒等式, already states."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name, write_formula
from jixiao.language.span import Span
from jixiao.model.lint import LintRule

_TURNED = {"=": "=", "≠": "≠", "≤": "≥", "≥": "≤", "<": ">", ">": "<"}


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every check that says again what stands elsewhere, whatever the order of its sides or addends."""
    taken: dict[frozenset[str], str] = {}
    for item in rulebook.sheet.items.values():
        if item.identity is not None:
            identity = rulebook.identity_tree(item)
            if identity is not None:
                relation = Comparison("=", Name(item.name), identity, Span(0, 0))
                taken.setdefault(_meaning(relation), f"数据项“{item.name}”的恒等式")
    for row in rulebook.checks:
        tree = row.relation.known
        if tree is None:
            continue
        earlier = taken.setdefault(_meaning(tree), f"核查“{row.check.name}”")
        if earlier != f"核查“{row.check.name}”":
            yield Found(
                row.relation.spot(Span(0, len(row.check.relation.text))),
                f"{earlier}已核对同一关系，同一处错误会列出两次。请删去一处",
            )


def _meaning(tree: Expression) -> frozenset[str]:
    """Give what a relation says, the same for a = b + c, c + b = a; ≤ and ≥ turned round."""
    if not isinstance(tree, Comparison):
        return frozenset({write_formula(tree)})
    left, right = _sum(tree.left), _sum(tree.right)
    ways = ((left, tree.operator, right), (right, _TURNED[tree.operator], left))
    return frozenset(" ".join(way) for way in ways)


def _sum(tree: Expression) -> str:
    """Write a side with its addends in order."""
    addends: list[str] = []
    pending = [tree]
    while pending:
        one = pending.pop()
        if isinstance(one, Arithmetic) and one.operator == "+":
            pending += (one.left, one.right)
        else:
            addends.append(write_formula(one))
    return " + ".join(sorted(addends))


LINT = Lint(LintRule("check-twice", "核查与别处重复", "warning"), find)
