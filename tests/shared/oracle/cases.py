"""A second, plain implementation of evaluating a whole case, to compare the engine with.

Written from DESIGN §7 and §8. A table and a case are described by what they mean: formulas are
nested tuples, statements are numbers in base units, sentences are rules of `oracle`.
"""

from __future__ import annotations

import decimal
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

from shared.oracle import totals as total_oracle
from shared.oracle.scores import At, Rule
from shared.oracle.totals import Bound, Effect, Rules, Scored, Veto

Formula = tuple
"""("item", name), ("number", n), ("+", left, right) …, ("最大", …), ("绝对值", one)."""
Condition = tuple
"""("=", left, right) …, ("且", one, other), ("或", one, other), ("非", one)."""
ROUNDINGS = {
    "四舍五入": decimal.ROUND_HALF_UP,
    "去尾": decimal.ROUND_DOWN,
    "进一": decimal.ROUND_UP,
    "四舍六入五成双": decimal.ROUND_HALF_EVEN,
}


# ── What a case says ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Said:
    """One statement: a number in base units, and whether it is marked 采用."""

    value: Fraction
    adopted: bool = False


@dataclass(frozen=True)
class Parts:
    """A breakdown (明细): what is said of each part; incomplete where 其中: 是."""

    item: str
    parts: tuple[tuple[Said, ...], ...]
    complete: bool = True


@dataclass(frozen=True)
class Judged:
    """A rating: what a form scores, or whether the fact of an exemption holds."""

    at: At | None = None
    holds: bool | None = None


@dataclass(frozen=True)
class Own:
    """An indicator that the unit set itself: a target and what was reached, or a level with a score."""

    name: str
    points: Fraction
    sense: str = ""
    target: Fraction = Fraction(0)
    actual: tuple[Said, ...] = ()
    reduced: Fraction | None = None
    level: tuple[str, Fraction] | None = None


@dataclass(frozen=True)
class Facts:
    """One project: statements, breakdowns, ratings, claims and own indicators, by name."""

    said: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    parts: tuple[Parts, ...] = ()
    judged: dict[str, tuple[Judged, ...]] = field(default_factory=dict)
    claimed: dict[str, Fraction] = field(default_factory=dict)
    claimed_total: Fraction | None = None
    own: dict[str, tuple[Own, ...]] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    ruled: dict[tuple[str, str], bool] = field(default_factory=dict)
    """What reviewers say of vetoing facts: row ("" for the table's own) and fact → whether it holds."""


# ── What a table says ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Row:
    """An indicator: its rule, formula and 免评 condition; a block where the unit sets its own."""

    name: str
    rule: Rule
    takes_value: bool
    formula: Formula | None = None
    condition: Condition | None = None
    readings: dict[str, str] = field(default_factory=dict)
    block: bool = False
    category: tuple[str, ...] = ()
    extra: str = ""
    """附加: 加分 or 减分."""


@dataclass(frozen=True)
class Table:
    """Rows, 口径 and grades (name, lowest score; best first); and what it says of the total."""

    rows: tuple[Row, ...]
    readings: dict[str, str]
    grades: tuple[tuple[str, Fraction], ...]
    choices: tuple[tuple[str, ...], ...] = ()
    bounds: tuple[Bound, ...] = ()
    vetoes: tuple[Veto, ...] = ()

    @property
    def full(self) -> Fraction:
        """满分: without 附加, and of rows that share their points one."""
        shared = {name for group in self.choices for name in group[1:]}
        return sum(
            (row.rule.points for row in self.rows if not row.extra and row.name not in shared), Fraction(0)
        )


@dataclass(frozen=True)
class Got:
    """How an indicator comes out."""

    name: str
    status: str
    low: Fraction
    high: Fraction
    conflicts: frozenset[str] = frozenset()
    out: bool | None = False
    """Whether it is left out; None where that is not known."""


@dataclass(frozen=True)
class Total:
    """How a project comes out."""

    rows: tuple[Got, ...]
    low: Fraction
    high: Fraction
    adopted: Fraction | None
    grades: tuple[str, ...]


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────


def stated(facts: Facts, name: str) -> set[Fraction]:
    """Give every value that the papers state of an item, adopted or not."""
    found = {one.value for one in facts.said.get(name, ())}
    for parts in facts.parts:
        if parts.item == name and parts.complete:
            found |= {sum(one, Fraction(0)) for one in product(*(_usable(part) for part in parts.parts))}
    return found


def candidates(facts: Facts, name: str) -> set[Fraction]:
    """Give the values to reckon with: the adopted one alone, else all."""
    return {one.value for one in facts.said.get(name, ()) if one.adopted} or stated(facts, name)


def _usable(said: tuple[Said, ...]) -> set[Fraction]:
    return {one.value for one in said if one.adopted} or {one.value for one in said}


def items_of(tree: tuple | None) -> set[str]:
    """Give the items that a formula or condition speaks of."""
    if tree is None or tree[0] == "number":
        return set()
    if tree[0] == "item":
        return {tree[1]}
    return set().union(*(items_of(part) for part in tree[1:]))


def calculate(tree: Formula, values: dict[str, Fraction]) -> Fraction | None:
    """Give the value of a formula, or None where a zero divides or an item is not known."""
    if tree[0] == "item":
        return values.get(tree[1])
    if tree[0] == "number":
        return tree[1]
    parts = [calculate(part, values) for part in tree[1:]]
    if None in parts or (tree[0] == "/" and parts[1] == 0):
        return None
    return {
        "+": lambda: parts[0] + parts[1],
        "-": lambda: parts[0] - parts[1],
        "×": lambda: parts[0] * parts[1],
        "/": lambda: parts[0] / parts[1],
        "最大": lambda: max(parts),
        "最小": lambda: min(parts),
        "绝对值": lambda: abs(parts[0]),
    }[tree[0]]()


def holds(tree: Condition, values: dict[str, Fraction]) -> bool | None:
    """Tell whether a condition holds; None where that is not known."""
    if tree[0] == "非":
        inner = holds(tree[1], values)
        return None if inner is None else not inner
    if tree[0] in ("且", "或"):
        sides = [holds(tree[1], values), holds(tree[2], values)]
        if tree[0] == "且":
            return False if False in sides else None if None in sides else True
        return True if True in sides else None if None in sides else False
    left, right = calculate(tree[1], values), calculate(tree[2], values)
    if left is None or right is None:
        return None
    return {"=": left == right, "≠": left != right, "<": left < right, "≤": left <= right,
            ">": left > right, "≥": left >= right}[tree[0]]  # fmt: skip


# ── Indicators ───────────────────────────────────────────────────────────────────────────────────


def rounded(score: Fraction, readings: dict[str, str], points: Fraction) -> Fraction:
    """Round as 口径 says, but never above full marks; exact where it says nothing."""
    if "得分小数位" not in readings:
        return score
    with decimal.localcontext() as context:
        context.prec = 60
        exact = Decimal(score.numerator) / Decimal(score.denominator)
        unit = Decimal(1).scaleb(-int(readings["得分小数位"]))
        return min(Fraction(exact.quantize(unit, ROUNDINGS[readings.get("舍入", "四舍五入")])), points)


def evaluate_row(row: Row, table: Table, facts: Facts) -> Got:
    """Evaluate one indicator of the table."""
    readings = {**table.readings, **row.readings}
    if row.block:
        return Got(row.name, "open", Fraction(0), row.rule.points)
    conflicts: set[str] = set()
    if any(one.holds for one in facts.judged.get(row.name, ())):
        ways, judged = [(row.rule.points, row.rule.points, "exempt")], True
        ways += _rated(row, facts, readings) if not row.takes_value else []
    elif not row.takes_value:
        ways, judged = _rated(row, facts, readings) or [(*row.rule.bounds(readings), "")], True
    else:
        ways, conflicts = _figured(row, facts, readings)
        judged = False
    low = min(rounded(low, readings, row.rule.points) for low, _, _ in ways)
    high = max(rounded(high, readings, row.rule.points) for _, high, _ in ways)
    status = "open" if low != high else "judged" if judged else "scored"
    if all(kind == "exempt" for _, _, kind in ways):
        status = "exempt"
    out: bool | None = False
    if row.rule.leaves_out and any(kind == "exempt" for _, _, kind in ways):
        out = True if status == "exempt" else None
    return Got(row.name, status, low, high, frozenset(conflicts), out)


def _rated(row: Row, facts: Facts, readings: dict[str, str]) -> list:
    return [
        (*span, "")
        for one in facts.judged.get(row.name, ())
        if one.at is not None
        for span in row.rule.possible(one.at, readings)
    ]


def _figured(row: Row, facts: Facts, readings: dict[str, str]) -> tuple[list, set[str]]:
    rates = candidates(facts, row.name)
    ways = [(*span, "") for rate in rates for span in row.rule.possible(rate, readings)]
    disputed = {row.name} if len(stated(facts, row.name)) > 1 else set()
    if row.formula is None:
        return ways or [(*row.rule.bounds(readings), "")], disputed
    if any(one.holds is False for one in facts.judged.get(row.name, ())):
        row = replace(row, condition=None)  # a reviewer says that the fact does not hold
    found = _computed(row, facts, readings)
    missing = [name for name in items_of(row.formula) if not candidates(facts, name)]
    if missing and rates and not all(kind == "exempt" for _, _, kind in found):
        return ways, disputed
    items = items_of(row.formula) | items_of(row.condition)
    return found, {name for name in items if len(stated(facts, name)) > 1}


def _computed(row: Row, facts: Facts, readings: dict[str, str]) -> list:
    """Give how the formula may come out over every combination of what is stated."""
    points, ways = row.rule.points, []
    known = {name: candidates(facts, name) for name in items_of(row.formula) | items_of(row.condition)}
    known = {name: values for name, values in known.items() if values}
    for values in product(*known.values()):
        chosen = dict(zip(known, values, strict=True))
        exempt = holds(row.condition, chosen) if row.condition else False
        if exempt is not False:
            ways.append((points, points, "exempt"))
        if exempt is True:
            continue
        value = calculate(row.formula, chosen)
        if value is not None:
            ways += [(*span, "") for span in row.rule.possible(value, readings)]
        elif not items_of(row.formula) <= chosen.keys() or readings.get("无指标值", "待定") == "待定":
            low, high = row.rule.bounds(readings)
            ways.append((Fraction(0) if readings.get("无指标值") == "不得分" else low, high, ""))
        else:
            score = points if readings["无指标值"] == "满分" else Fraction(0)
            ways.append((score, score, ""))
    return ways


def evaluate_own(own: Own, table: Table, block: Row) -> Got:
    """Evaluate one indicator that the unit set: full marks where its target is met, else in proportion."""
    readings = {**table.readings, **block.readings}
    if own.level is not None:
        score = rounded(own.level[1], readings, own.points)
        return Got(own.name, "judged", score, score)
    if own.sense == "":
        return Got(own.name, "open", Fraction(0), own.points)
    spans = [_attained(own, value) for value in _usable(own.actual)]
    low = rounded(min(spans, default=Fraction(0)) * own.points, readings, own.points)
    high = rounded(max(spans, default=Fraction(1)) * own.points, readings, own.points)
    status = "scored" if low == high else "open"
    if own.reduced is not None:
        low, high = max(low - own.reduced, Fraction(0)), max(high - own.reduced, Fraction(0))
        status = "judged" if low == high else "open"
    differing = {one.value for one in own.actual}
    return Got(own.name, status, low, high, frozenset([own.name] if len(differing) > 1 else []))


def _attained(own: Own, actual: Fraction) -> Fraction:
    met = {"≥": actual >= own.target, "≤": actual <= own.target, "=": actual == own.target}[own.sense]
    if met:
        return Fraction(1)
    smaller, larger = sorted([actual, own.target])
    return max(smaller / larger, Fraction(0)) if larger > 0 else Fraction(0)


# ── The whole ────────────────────────────────────────────────────────────────────────────────────


def evaluate(table: Table, facts: Facts) -> Total:
    """Evaluate a project against its table."""
    rows: list[Got] = []
    scored: list[Scored] = []
    for row in table.rows:
        own = facts.own.get(row.name, ()) if row.block else ()
        found = [evaluate_own(one, table, row) for one in own] or [evaluate_row(row, table, facts)]
        points = [one.points for one in own] or [row.rule.points]
        path = (*row.category, row.name) if row.block else row.category
        rows += found
        scored += [
            Scored(one.name, path, full, one.low, one.high, row.extra, one.out)
            for one, full in zip(found, points, strict=True)
        ]
    held, unsure = ruled(table, facts)
    rules = Rules(table.bounds, table.choices, table.grades)
    low, high, grades = total_oracle.settle(scored, rules, facts.chosen, held, unsure)
    adopted = _adopted(rows, scored, table, facts, (held, unsure))
    return Total(tuple(rows), low, high, adopted, grades)


def ruled(table: Table, facts: Facts) -> tuple[list[Effect], list[Effect]]:
    """Give the effects of the vetoes that hold, and of those that may."""
    held, unsure = [], []
    for veto in table.vetoes:
        state = facts.ruled.get((veto.row, veto.fact))
        found = {state}
        if state is None:
            found = _judged_by_figures(veto.condition, facts) if veto.condition else {False}
        if found == {True}:
            held.append(veto.effect)
        elif found != {False}:
            unsure.append(veto.effect)
    return held, unsure


def _judged_by_figures(condition: Condition, facts: Facts) -> set[bool | None]:
    known = {name: candidates(facts, name) for name in items_of(condition)}
    known = {name: values for name, values in known.items() if values}
    return {holds(condition, dict(zip(known, values, strict=True))) for values in product(*known.values())}


def set_aside(table: Table, facts: Facts) -> set[str]:
    """Give the rows in whose place another was chosen."""
    aside = set()
    for group in table.choices:
        if facts.chosen & set(group):
            aside |= set(group) - facts.chosen
    return aside


def _claims(rows: list[Got], scored: list[Scored], table: Table, facts: Facts) -> dict[str, Fraction | None]:
    """Give the claim of each row that counts, one of them perhaps derived from all others."""
    aside = set_aside(table, facts)
    unmade = bool(table.bounds)
    for group in table.choices:
        left = set(group) - aside
        claimed = {name for name in left if name in facts.claimed}
        if len(claimed) == 1:
            aside |= left - claimed
        unmade |= len(left) > 1 and len(claimed) != 1
    claims = {one.name: facts.claimed.get(one.name) for one in rows if one.name not in aside}
    silent = [one for one in scored if one.name in claims and claims[one.name] is None]
    if len(silent) == 1 and len(claims) > 1 and not unmade and facts.claimed_total is not None:
        offset = sum(
            (one.points for one in scored if one.name in claims and one.extra == "减分"), Fraction(0)
        )
        said = sum((claim for claim in claims.values() if claim is not None), Fraction(0))
        rest = facts.claimed_total + offset - said
        if 0 <= rest <= silent[0].points:
            claims[silent[0].name] = rest
    return claims


def _adopted(
    rows: list[Got],
    scored: list[Scored],
    table: Table,
    facts: Facts,
    effects: tuple[list[Effect], list[Effect]],
) -> Fraction | None:
    """Give the total with open indicators at their claim, held inside their range."""
    claims = _claims(rows, scored, table, facts)
    passed = set_aside(table, facts)
    for group in table.choices:
        left = [name for name in group if name not in passed]
        claimed = [name for name in left if facts.claimed.get(name) is not None]
        if len(left) > 1 and len(claimed) != 1:
            return None
        if len(left) > 1:
            passed |= set(left) - set(claimed)
    if any(one.kind in ("total", "block") for one in effects[1]):
        return None
    scores: dict[str, Fraction] = {}
    for one in rows:
        claim = claims.get(one.name)
        if one.status != "open" or one.name in passed or one.out:
            scores[one.name] = one.low
        elif claim is None:
            return None
        else:
            scores[one.name] = sorted([one.low, claim, one.high])[1]
    counted = frozenset(one.name for one in rows if one.name not in passed)
    out = frozenset(one.name for one in rows if one.out) & counted
    world = total_oracle.World(counted, out, tuple(effects[0]))
    return total_oracle.total(scored, scores, Rules(table.bounds, table.choices, table.grades), world)
