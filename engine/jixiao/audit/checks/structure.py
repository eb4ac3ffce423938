"""Checks that follow from how a case is built: parts and wholes, shares, rates, projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from jixiao.audit.checks.compiled import CompiledCheck, ShareOf
from jixiao.audit.checks.relation import Relation
from jixiao.audit.stated import Stated, Statements, stated, values_of
from jixiao.dataclass import dataclass, replace
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name, Number
from jixiao.model.case import Breakdown, Case, Part, Project
from jixiao.model.check import Category, Check
from jixiao.model.ruleset import Text
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity, as_printed, find_unit

_BUDGET = "预算"
_REST = ("其他", "其它", "其余")
"""How parts begin that mean something else in every breakdown."""
MAX_ADDED = 24
"""Most parts that each share adds up anew, for everybody to see; of more the sum is taken, which is added up once."""
MAX_KEPT = 512
"""Most relations kept of each shape; a folder of cases has some dozens."""


@dataclass(frozen=True, slots=True)
class Structural:
    """A check together with the values of the names it speaks of."""

    compiled: CompiledCheck
    values: dict[str, tuple[Stated, ...]]

    def lookup(self, name: str) -> tuple[Stated, ...]:
        """Give the values of one of its names."""
        return self.values.get(name, ())


def structural_checks(papers: Statements) -> Iterator[Structural]:
    """Yield the checks of every breakdown of a project."""
    breakdowns = tuple(_told_apart(papers.project.breakdowns))
    yield from _between(breakdowns, papers)
    for breakdown in breakdowns:
        yield from _whole(breakdown, papers)
        yield from _shares(breakdown, papers)
        yield from _completions(breakdown, papers)


def _told_apart(breakdowns: Iterable[Breakdown]) -> Iterator[Breakdown]:
    """Number the breakdowns of one item that 按 does not tell apart, so that each has its own checks."""
    taken: dict[tuple[str, str], int] = {}
    for one in breakdowns:
        number = taken[one.item, one.label] = taken.get((one.item, one.label), 0) + 1
        yield one if number == 1 else replace(one, label=f"{one.label}第{number}种")


def project_checks(case: Case) -> Iterator[Structural]:
    """Yield, for every item of the case at large that all projects state, that they add up to it."""
    if len(case.projects) < 2:
        return
    for item in case.whole.statements:
        values = {f"{item}·{one.name}": values_of(one, item) for one in case.projects}
        total = values_of(case.whole, item)
        if all(values.values()) and total and not total[0].quantity.unit.dimension.is_ratio:
            relation = _is_sum(item, *values)
            name = f"各项目{quoted(item)}之和"
            check = _check(f"项目合计·{item}", name, Category.SUM, relation, case)
            yield Structural(check, {item: total, **values})


def _check(
    identity: str,
    name: str,
    category: Category,
    relation: Relation,
    at: Breakdown | Case,
    share: ShareOf | None = None,
) -> CompiledCheck:
    return CompiledCheck(Check(identity, name, category, Text("", at.place), at.place), relation, share)


# The same names come in case after case, so relations between them are kept, made ready.


@lru_cache(maxsize=MAX_KEPT)
def _is_sum(whole: str, *parts: str) -> Relation:
    return Relation(Comparison("=", Name(whole), _sum(parts)))


@lru_cache(maxsize=MAX_KEPT)
def _sum_is_at_most(whole: str, *parts: str) -> Relation:
    return Relation(Comparison("≤", _sum(parts), Name(whole)))


@lru_cache(maxsize=MAX_KEPT)
def _is_quotient(ratio: str, part: str, *parts: str) -> Relation:
    return Relation(Comparison("=", Name(ratio), Arithmetic("÷", Name(part), _sum(parts))))


@lru_cache(maxsize=MAX_KEPT)
def _sum_is_hundred(*shares: str) -> Relation:
    return Relation(Comparison("=", _sum(shares), Number(Fraction(100), find_unit("%"))))


def _sum(names: Sequence[str]) -> Expression:
    first, *others = names
    tree: Expression = Name(first)
    for name in others:
        tree = Arithmetic("+", tree, Name(name))
    return tree


def _label(breakdown: Breakdown) -> str:
    return f"{breakdown.item}·{breakdown.label}" if breakdown.label else breakdown.item


def _parts(breakdown: Breakdown, papers: Statements) -> dict[str, tuple[Stated, ...]]:
    return {f"{breakdown.item}·{part.name}": papers.part(part) for part in breakdown.parts}


def _whole(breakdown: Breakdown, papers: Statements) -> Iterator[Structural]:
    """Parts make the whole, or, where they are not all, are not more than it."""
    whole = papers.direct(breakdown.item)
    parts = _parts(breakdown, papers)
    if not whole or not parts or not all(parts.values()):
        return
    values = {breakdown.item: whole, **parts}
    if breakdown.complete:
        relation = _is_sum(breakdown.item, *parts)
        name = f"{quoted(breakdown.item)}的明细合计"
        yield Structural(_check(f"明细·{_label(breakdown)}", name, Category.SUM, relation, breakdown), values)
        return
    signed = any(one.quantity.value < 0 for choice in values.values() for one in choice)
    if not signed:
        relation = _sum_is_at_most(breakdown.item, *parts)
        name = f"{quoted(breakdown.item)}的其中数"
        yield Structural(
            _check(f"其中·{_label(breakdown)}", name, Category.AT_MOST, relation, breakdown), values
        )


def _between(breakdowns: Sequence[Breakdown], papers: Statements) -> Iterator[Structural]:
    """Where an item has no total of its own, its complete breakdowns come to the same."""
    first: dict[str, Breakdown] = {}
    for one in breakdowns:
        if not one.complete or papers.project.statements.get(one.item):
            continue
        other = first.setdefault(one.item, one)
        values = {_total(which): papers.sums(which) for which in (other, one)}
        if other is not one and all(values.values()):
            name = f"{quoted(one.item)}的两种明细"
            identity = f"明细·{_label(one)}·{_label(other)}"
            yield Structural(_check(identity, name, Category.SUM, _is_sum(*values), one), values)


def _total(breakdown: Breakdown) -> str:
    return f"{breakdown.item}·{breakdown.label or '第1种'}合计"


def _ratio(name: str, ratio: Quantity, part: Part) -> tuple[Stated, ...]:
    sources = tuple(dict.fromkeys(one.source for one in part.statements if one.source))
    return (Stated(name, ratio, as_printed(ratio), sources),)


def _shares(breakdown: Breakdown, papers: Statements) -> Iterator[Structural]:
    """Each share is its part of the sum of all parts; all shares together are 100 %."""
    shared = [part for part in breakdown.parts if part.share is not None]
    if not breakdown.complete or not shared:
        return
    parts = _parts(breakdown, papers)
    if not all(parts.values()):
        return
    shares: dict[str, tuple[Stated, ...]] = {}
    whole = papers.sums(breakdown) if len(parts) > MAX_ADDED else None
    for part in shared:
        assert part.share is not None
        key = f"{breakdown.item}·{part.name}"
        name = f"{key}占比"
        shares[name] = _ratio(name, part.share, part)
        relation = _is_quotient(name, key, *(parts if whole is None else (_total(breakdown),)))
        title = f"{quoted(part.name)}占{quoted(breakdown.item)}的比例"
        identity = f"占比·{_label(breakdown)}·{part.name}"
        share = ShareOf(_label(breakdown), breakdown.item, part.name)
        check = _check(identity, title, Category.SHARE, relation, breakdown, share)
        of = parts if whole is None else {key: parts[key], _total(breakdown): whole}
        yield Structural(check, {name: shares[name], **of})
    if len(shared) == len(breakdown.parts):
        relation = _sum_is_hundred(*shares)
        title = f"{quoted(breakdown.item)}各部分的占比合计"
        identity, together = f"占比合计·{_label(breakdown)}", ShareOf(_label(breakdown), breakdown.item, None)
        check = _check(identity, title, Category.SHARE, relation, breakdown, together)
        yield Structural(check, shares)


def _completions(breakdown: Breakdown, papers: Statements) -> Iterator[Structural]:
    """Each rate of completion is the part over the part of that name in the one budget that has it."""
    for part in breakdown.parts:
        if part.completion is None:
            continue
        budgets = _budgets(part.name, breakdown, papers.project)
        if len(budgets) != 1:
            continue
        key = f"{breakdown.item}·{part.name}"
        name, budget = f"{key}完成率", f"{key}预算"
        relation = _is_quotient(name, key, budget)
        title = f"{quoted(part.name)}的完成率"
        check = _check(f"完成率·{_label(breakdown)}·{part.name}", title, Category.RATIO, relation, breakdown)
        values = {
            name: _ratio(name, part.completion, part),
            key: papers.part(part),
            budget: stated(budget, budgets[0].statements),
        }
        yield Structural(check, values)


def _budgets(name: str, breakdown: Breakdown, project: Project) -> list[Part]:
    """Give the parts of that name in breakdowns of a budget, each value once."""
    found = {
        part.statements[0].quantity.base: part
        for other in project.breakdowns
        if _BUDGET in other.item and other.item != breakdown.item
        for part in other.parts
        if part.name == name and part.statements
    }
    return list(found.values())


def repeated_parts(project: Project) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield each part that is stated several times, also in several breakdowns of one item, with its values."""
    found: dict[tuple[str, str], list[Part]] = {}
    for breakdown in project.breakdowns:
        for part in breakdown.parts:
            if not part.name.startswith(_REST):
                found.setdefault((breakdown.item, part.name), []).append(part)
    for (item, name), parts in found.items():
        statements = [one for part in parts for one in part.statements]
        if len(statements) > 1:
            yield f"{item}·{name}", stated(name, statements)
