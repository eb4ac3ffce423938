"""Two versions of one table: what moved, and what the change means."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.differences.indicator import added, compare_rules, moved_weight, removed
from jixiao.analysis.differences.pairing import Pair, pair_indicators, reordered
from jixiao.dataclass import replace
from jixiao.model.difference import IndicatorDifference, TableDifference
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import points_text
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule


def compare_tables(old: Program, new: Program) -> TableDifference:
    """Compare two versions of a table, indicator by indicator, in the new order."""
    pairs = pair_indicators(old.ruleset.indicators, new.ruleset.indicators)
    before = {rule.indicator.id: rule for rule in old.rules}
    after = {rule.indicator.id: rule for rule in new.rules}
    found = tuple(_compare(pair, before, after) for pair in pairs)
    notes = [*_scope(old.ruleset, new.ruleset)]
    moved = reordered(pairs, old.ruleset.indicators)
    if moved:
        notes.append(f"顺序变了：{'、'.join(moved)}")
    rules = (*_rules(old.ruleset, new.ruleset), *_by_value(old, new))
    return TableDifference(old.ruleset, new.ruleset, found, rules, tuple(notes))


def _compare(pair: Pair, old: dict[str, Rule], new: dict[str, Rule]) -> IndicatorDifference:
    before, after = pair
    if before is None:
        assert after is not None
        return added(new[after.id])
    if after is None:
        return removed(old[before.id])
    one, other = old[before.id], new[after.id]
    difference = compare_rules(one, other)
    weight = moved_weight(one, other)
    if not weight:
        return difference
    return replace(difference, kind="changed", notes=(weight, *difference.notes))


def _rules(old: Ruleset, new: Ruleset) -> Iterator[str]:
    if old.full != new.full:
        yield f"满分由 {points_text(old.full)} 分改为 {points_text(new.full)} 分"
    before, after = dict(old.grades), dict(new.grades)
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        if one != other:
            said = ["没有" if value is None else f"{points_text(value)} 分" for value in (one, other)]
            yield f"等级“{name}”的最低分由{said[0]}改为{said[1]}"
    yield from _settlement(old, new)


def _scope(old: Ruleset, new: Ruleset) -> Iterator[str]:
    """What the table applies to, and 口径, whose effect shows with the indicators."""
    if old.scope != new.scope:
        yield f"适用由“{_scope_text(old)}”改为“{_scope_text(new)}”"
    for name in dict.fromkeys((*old.readings, *new.readings)):
        was, now = old.readings.get(name), new.readings.get(name)
        if was != now:
            yield f"全表口径“{name}”由{was or '没有写'}改为{now or '没有写'}"


def _scope_text(ruleset: Ruleset) -> str:
    years = "、".join(map(str, ruleset.scope.years))
    return f"{ruleset.scope.region} {ruleset.scope.subject} {years}"


def _settlement(old: Ruleset, new: Ruleset) -> Iterator[str]:
    """Choices, bounds and vetoes of the table: what is new, and what is gone."""
    for label, before, after in (
        ("任选", _choices(old), _choices(new)),
        ("上限", _limits(old), _limits(new)),
        ("否决", _vetoes(old), _vetoes(new)),
    ):
        yield from (f"新增{label}：{one}" for one in after if one not in before)
        yield from (f"删去{label}：{one}" for one in before if one not in after)


def _by_value(old: Program, new: Program) -> Iterator[str]:
    """What values bring about (上限 in a sentence, 超额), where it is another: the same in other words is no change."""
    for label, before, after in (
        ("上限", _ceilings(old), _ceilings(new)),
        ("超额", _excess(old), _excess(new)),
    ):
        yield from (f"新增{label}：{said}" for said, what in after.items() if what not in before.values())
        yield from (f"删去{label}：{said}" for said, what in before.items() if what not in after.values())


def _ceilings(program: Program) -> dict[str, object]:
    limits = zip(program.ruleset.value_limits, program.settlement.ceilings, strict=True)
    return {f"{limit.block}：{limit.sentence}" + (f"（{limit.formula}）" if limit.formula else ""): ceiling
            for limit, ceiling in limits}  # fmt: skip


def _excess(program: Program) -> dict[str, object]:
    excess = program.ruleset.excess
    if excess is None:
        return {}
    named = "、".join(one.text for one in excess.indicators)
    found = {rule.indicator.id: rule.exceeding for rule in program.rules if rule.exceeding is not None}
    return {f"{excess.sentence}" + (f"（{named}）" if named else ""): found}


def _choices(ruleset: Ruleset) -> list[str]:
    return ["、".join(one.indicators) + (f"（{one.by}选定）" if one.by else "") for one in ruleset.choices]


def _limits(ruleset: Ruleset) -> list[str]:
    verbs = {"earned": "得", "lost": "扣"}
    return [f"{one.block}最多{verbs[one.kind]} {points_text(one.points)} 分" for one in ruleset.limits]


def _vetoes(ruleset: Ruleset) -> list[str]:
    return [
        f"{one.fact}：{one.effect}" + (f"（条件 {one.condition}）" if one.condition else "")
        for one in ruleset.vetoes
    ]
