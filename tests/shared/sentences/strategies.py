"""What the tests draw: numbers, rules whose meaning is known, and values on and beside thresholds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from jixiao.scoring.scale.said import At, Count, Level, Met, Value
from shared.oracle.scores import (
    READINGS,
    Band,
    Bands,
    Breaches,
    Cascade,
    Checklist,
    Edge,
    Guard,
    Levels,
    Proportion,
    Rule,
    Shares,
    Side,
    Steps,
)

FACTORS = {
    "%": Fraction(1, 100),
    "": Fraction(1),
    "次": Fraction(1),
    "天": Fraction(1),
    "万元": Fraction(10_000),
}
"""The units that values are written in, and how many base units they are."""
LITTLE = Fraction(1, 10**9)
"""Less than any difference that a sentence makes."""
FACTS = ["没有楼堂馆所项目", "当年没有政府采购", "无此项任务", "不涉及该项工作"]


def decimals(low: int, high: int, places: int = 2) -> st.SearchStrategy[Fraction]:
    """Numbers from low to high with so many decimals at most, round ones often."""
    scale = 10**places
    fine = st.integers(low * scale, high * scale).map(lambda number: Fraction(number, scale))
    return st.one_of(st.integers(low, high).map(Fraction), fine)


def fractions(low: int = -10, high: int = 10) -> st.SearchStrategy[Fraction]:
    """Any exact numbers, also those without a finite decimal."""
    return st.fractions(low, high, max_denominator=1_000)


full_marks = st.sampled_from([5, 6, 8, 10, 4, 3, 20, 15, 1]).map(Fraction) | decimals(1, 30, 1)
costs = st.sampled_from(["0.5", "1", "2", "0.2", "1.5", "0.125"]).map(Fraction)


def amounts(unit: str, low: int, high: int, places: int = 2) -> st.SearchStrategy[Fraction]:
    """Values in base units that are written as low to high: 10% … 120%, 0.1 … 1.2, 10天 … 120天."""
    factor = Fraction(1, 100) if unit == "" else FACTORS[unit]
    return decimals(low, high, 0 if unit in ("次", "天") else places).map(lambda number: number * factor)


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def steps(draw, unit: str = "%") -> Steps:
    percent = st.booleans() if unit in ("%", "") else st.just(False)
    side = st.builds(Side, amounts(unit, 1, 10, 3), costs, percent)
    over, under = draw(st.sampled_from([(1, 0), (0, 1), (1, 1), (2, 2)]))
    one = draw(side)
    round_ones = st.sampled_from([100, 0, 95]).map(lambda number: number * one.step)
    limit = draw(st.sampled_from([Fraction(1), Fraction(0)]) | amounts(unit, 0, 120, 3) | round_ones)
    other = draw(side) if over == 1 and under == 1 else one
    return Steps(draw(full_marks), limit, one if over else None, other if under else None)


@st.composite
def adding_steps(draw, unit: str = "%") -> Steps:
    """达到100%得基本分6分，每增加1%加0.5分: steps that add, to one side, and perhaps cost to the other."""
    form = draw(steps(unit))
    adding, base = (
        draw(st.sampled_from(["over", "under"])),
        draw(st.sampled_from([1, 3, 4, 0])) * form.points / 5,
    )
    side = replace(form.over or form.under, adds=True)
    other = form.under if adding == "over" else form.over
    cost = other if other and draw(st.booleans()) else None
    over, under = (side, cost) if adding == "over" else (cost, side)
    return replace(form, over=over, under=under, base=base)


OUTER = ("outright", "no", "statute")
INNER = ("outright", "no", "unmarked")


def _edges(draw, low: Fraction | None, high: Fraction | None) -> tuple[Edge | None, Edge | None]:
    """Give a band's ends with rights that can stand together: 80%（含）-90%, ≥80%，<90%."""
    if low is None or high is None:
        right = draw(st.sampled_from(OUTER))
        return (None, Edge(high, right)) if low is None else (Edge(low, right), None)
    rights = draw(
        st.tuples(st.sampled_from(INNER), st.sampled_from(INNER)) | st.tuples(*[st.sampled_from(OUTER)] * 2)
    )
    return Edge(low, rights[0]), Edge(high, rights[1])


@st.composite
def bands(draw, unit: str = "%") -> Bands:
    full = draw(full_marks)
    places = sorted(draw(st.sets(amounts(unit, 0, 120, 1), min_size=1, max_size=4)))
    ends = [None, *places, None]
    found = []
    for low, high in pairwise(ends):
        if draw(st.integers(0, 5)):
            found.append(_edges(draw, low, high))
        if high is not None and not draw(st.integers(0, 4)):
            found.append((Edge(high, "outright"), Edge(high, "outright")))
    rest = draw(st.none() | st.sampled_from([Fraction(0), full / 2]))
    if not found or (len(found) == 1 and rest is None):
        found = [(Edge(places[0], "outright"), None), (None, Edge(places[0], "no"))]
    points = [draw(st.sampled_from([Fraction(0), full, full / 2, full / 5])) for _ in found]
    points[draw(st.integers(0, len(found) - 1))] = full
    listed = [Band(low, high, earned) for (low, high), earned in zip(found, points, strict=True)]
    if draw(st.booleans()):
        listed.reverse()
    return Bands(full, tuple(listed), rest)


@st.composite
def cascades(draw, unit: str = "%") -> Cascade:
    full, upward = draw(full_marks), draw(st.booleans())
    places = sorted(draw(st.sets(amounts(unit, 0, 120, 1), min_size=2, max_size=4)), reverse=upward)
    points = [full * (len(places) - place) / len(places) for place in range(len(places))]
    points = [Fraction(round(one * 100), 100) for one in points]
    edges = [Edge(place, draw(st.sampled_from(OUTER))) for place in places]
    rest = draw(st.none() | st.just(Fraction(0)))
    return Cascade(full, upward, tuple(zip(edges, points, strict=True)), rest)


@st.composite
def proportions(draw, unit: str = "%") -> Proportion:
    full = draw(full_marks)
    if draw(st.booleans()):
        return Proportion(full, Fraction(0), full)
    return Proportion(full, full, -full * draw(st.sampled_from([1, 2, 5, 10])))


@st.composite
def constants(draw, unit: str = "%") -> Proportion:
    """得分=5分×1: a formula that does not ask for the value."""
    full = draw(full_marks)
    return Proportion(full, draw(st.sampled_from([full, full / 2, Fraction(0)])), Fraction(0))


def bent_proportions(unit: str = "%") -> st.SearchStrategy[Proportion]:
    """得分=完成率×完成率×10: no straight line."""
    return full_marks.map(lambda full: Proportion(full, Fraction(0), full, squared=True))


@st.composite
def checklists(draw, unit: str = "%") -> Checklist:
    items = draw(st.lists(costs, min_size=2, max_size=5))
    return Checklist(sum(items, Fraction(0)), tuple(items))


def breaches(unit: str = "%") -> st.SearchStrategy[Breaches]:
    """Full marks less so much for each case of what is counted."""
    return st.builds(
        Breaches, full_marks, costs, st.sampled_from(["发现一例", "出现一次", "迟报一天", "缺一项"])
    )


@st.composite
def levels(draw, unit: str = "%") -> Levels:
    full = draw(full_marks)
    names = draw(
        st.sampled_from(
            [
                ["效果明显", "效果较明显", "效果一般", "效果不明显"],
                ["充分", "一般", "没有"],
                ["健全", "不健全"],
            ]
        )
    )
    shares = [Fraction(1), Fraction(7, 10), Fraction(4, 10)][: len(names) - 1]
    return Levels(full, tuple(zip(names, [full * share for share in shares] + [Fraction(0)], strict=True)))


@st.composite
def shares(draw, unit: str = "%") -> Shares:
    names = draw(st.sampled_from([["达成", "部分达成", "未达成"], ["好", "差"]]))
    cuts = sorted(
        draw(st.sets(amounts("%", 1, 99, 0), min_size=len(names) - 1, max_size=len(names) - 1)), reverse=True
    )
    ends = [Fraction(1), *cuts, Fraction(0)]
    return Shares(draw(full_marks), tuple(zip(names, ends, ends[1:], strict=False)))


@st.composite
def rules(draw, *forms, around: bool = True) -> Rule:
    """A rule of one of these forms, with what may stand around it: guard, exemption, floor."""
    unit = draw(st.sampled_from(["%", "%", "", "天", "万元"]))
    form = draw(draw(st.sampled_from(forms))(unit))
    unit = "%" if isinstance(form, Proportion) else unit
    guard = fact = deducted = None
    if around and isinstance(form, Steps | Proportion) and draw(st.booleans()):
        below = draw(st.booleans())
        place = draw(amounts(unit, 0, 60) if below else amounts(unit, 130, 200))
        guard = Guard(Edge(place, draw(st.sampled_from(OUTER))), below)
    if around and draw(st.integers(0, 3)) == 0:
        fact = draw(st.sampled_from(FACTS))
    if around and isinstance(form, Steps | Breaches) and draw(st.integers(0, 2)) == 0:
        deducted = draw(st.sampled_from([form.points, form.points / 2]))
    return Rule(form, guard, fact or "", deducted, unit)


VALUE_FORMS = (steps, adding_steps, bands, cascades, proportions, constants)
RATED_FORMS = (checklists, breaches, levels, shares)
value_rules = rules(*VALUE_FORMS, bent_proportions)
rated_rules = rules(*RATED_FORMS)
any_rules = rules(*VALUE_FORMS, *RATED_FORMS)


# ── Values and readings ──────────────────────────────────────────────────────────────────────────


def thresholds(rule: Rule) -> list[Fraction]:
    """Give the values at which a rule's score may change or bend."""
    form, found = rule.form, []
    match form:
        case Steps():
            for side, sign in ((form.over, 1), (form.under, -1)):
                if side:
                    relative = side.step * abs(form.limit)
                    found += [
                        form.limit + sign * step * n for step in (side.step, relative) for n in (0, 1, 2, 7)
                    ]
        case Bands():
            found += [edge.at for band in form.bands for edge in (band.low, band.high) if edge]
        case Cascade():
            found += [edge.at for edge, _ in form.thresholds]
        case Proportion():
            bends = [(bound - form.start) / form.slope for bound in (0, form.points)] if form.slope else []
            found += bends or [Fraction(1)]
    return sorted({*found, *([rule.guard.edge.at] if rule.guard else [])})


def values(rule: Rule) -> st.SearchStrategy[Fraction]:
    """Values on every threshold of a rule, just beside it, and anywhere."""
    beside = st.sampled_from([Fraction(0), LITTLE, -LITTLE])
    near = st.builds(lambda place, little: place + little, st.sampled_from(thresholds(rule)), beside)
    scale = 100 * FACTORS[rule.unit] if rule.unit else Fraction(1)
    return near | near | fractions(-1, 3).map(lambda number: number * scale)


def ats(rule: Rule) -> st.SearchStrategy:
    """What may be scored by a rule: values, or what an assessor finds."""
    match rule.form:
        case Checklist(items=items):
            return st.frozensets(st.integers(1, len(items)))
        case Breaches():
            return st.integers(0, 40)
        case Levels(levels=names) | Shares(levels=names):
            return st.sampled_from([entry[0] for entry in names])
        case _:
            return values(rule)


def asked(at) -> At:
    """Give what the engine's forms score, for what the oracle's do."""
    if isinstance(at, frozenset):
        return Met(at)
    if isinstance(at, str):
        return Level(at)
    return Count(Fraction(at)) if isinstance(at, int) else Value(at)


readings = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(given) for name, given in READINGS.items()}
)
"""Any 口径, given or silent."""
complete_readings = st.fixed_dictionaries({name: st.sampled_from(given) for name, given in READINGS.items()})
"""口径 that leave nothing open."""
