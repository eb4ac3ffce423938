"""Tables and cases whose meaning is known, and the same as the engine's model objects.

Figures are drawn from a small grid, so that ratios stand on thresholds, zeros divide and
statements agree or differ often.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import strategies as st

from jixiao.model.case import (
    Breakdown,
    Case,
    Claim,
    IndicatorClaim,
    OwnIndicator,
    Part,
    Project,
    Rating,
    Statement,
)
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import (
    WHOLE,
    Choice,
    ExemptionFact,
    Indicator,
    Item,
    Limit,
    Ruleset,
    Scope,
    TableVeto,
    Text,
)
from jixiao.quantity import Quantity, find_unit
from shared.oracle.cases import Facts, Judged, Own, Parts, Row, Said, Table
from shared.oracle.scores import Breaches, Checklist, Proportion, Rule
from shared.oracle.totals import Bound, Effect, Path, Veto
from shared.sentences.strategies import VALUE_FORMS, ats, breaches, checklists, decimals, levels, rules
from shared.sentences.wording import decimal, write

HERE = Place("表")
ITEMS = {
    "年初预算": "万元", "追加预算": "万元", "决算数": "万元", "编制数": "人", "在职人数": "人", "评议指数": "%", "迟报天数": "天",
}  # fmt: skip
MONEY, PEOPLE = ["年初预算", "追加预算", "决算数"], ["编制数", "在职人数"]
NAMES = ["预算控制率", "预算完成率", "人员控制率", "制度健全性", "资金合规性"]
BLOCK = "产出指标"
BLOCK_SENTENCE = "达到目标值的得满分，未达到的按完成比例计分，最高不超过满分。"
LEVEL_SENTENCE = "达成的，按分值的100%-80%（含80%）计分；部分达成的，按分值的80%-60%（含60%）计分；未达成的，按分值的60%-0%计分。"


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────


def item(name: str) -> tuple:
    return ("item", name)


@st.composite
def formulas(draw, unit: str) -> tuple:
    """A formula whose value is measured in what the sentence speaks of."""
    if unit == "天":
        return item("迟报天数")
    a, b, c = (item(name) for name in draw(st.permutations(MONEY)))
    if unit == "万元":
        return draw(st.sampled_from([a, ("-", a, b), ("最大", a, b)]))
    d, e = (item(name) for name in draw(st.permutations(PEOPLE)))
    ratios = [
        item("评议指数"), ("/", a, b), ("/", d, e), ("/", ("-", a, b), b), ("/", ("-", ("+", a, b), c), ("+", a, b)),
        ("/", ("绝对值", ("-", a, b)), c), ("/", a, ("最大", b, c)), ("×", ("/", a, b), ("number", Fraction(1, 2))),
    ]  # fmt: skip
    return draw(st.sampled_from(ratios))


@st.composite
def conditions(draw) -> tuple:
    """A condition over items: 年初预算 = 0 且 决算数 = 0, 非 …, comparisons of either kind."""
    zero = ("number", Fraction(0))
    simple = st.builds(
        lambda sign, name: (sign, item(name), zero),
        st.sampled_from("=≠<≤>≥"),
        st.sampled_from([*MONEY, *PEOPLE]),
    )
    one, other = draw(simple), draw(simple)
    a, b = (item(name) for name in draw(st.permutations(MONEY))[:2])
    return draw(
        st.sampled_from(
            [("=", a, zero), one, ("且", one, other), ("或", one, other), ("非", one), ("≥", a, b)]
        )
    )


table_readings = st.fixed_dictionaries(
    {},
    optional={
        "不足一步": st.sampled_from(["不计", "按比例", "按一步"]),
        "百分比步长": st.sampled_from(["百分点", "相对"]),
        "边界归属": st.sampled_from(["高分", "低分"]),
        "以上以下含本数": st.sampled_from(["是", "否"]),
        "得分小数位": st.sampled_from(["0", "1", "2"]),
        "舍入": st.sampled_from(["四舍五入", "去尾", "进一", "四舍六入五成双"]),
        "无指标值": st.sampled_from(["待定", "满分", "不得分"]),
    },
)


@st.composite
def rows(draw, name: str) -> Row:
    readings = draw(st.just({}) | table_readings)
    if draw(st.integers(0, 2)) == 0:
        return Row(name, draw(rules(checklists, breaches, levels)), False, readings=readings)
    rule = draw(rules(*VALUE_FORMS))
    formula = draw(st.none() | formulas(rule.unit) | formulas(rule.unit))
    condition = draw(conditions()) if rule.fact and formula is not None and draw(st.booleans()) else None
    return Row(name, rule, True, formula, condition, readings)


@st.composite
def tables(draw, most: int = 3, blocks: bool = True) -> Table:
    names = NAMES[: draw(st.integers(1, most))]
    found = [draw(rows(name)) for name in names]
    if blocks and draw(st.integers(0, 2)) == 0:
        points = Fraction(draw(st.sampled_from([10, 50])))
        found.append(Row(BLOCK, Rule(Proportion(points, Fraction(0), points)), True, block=True))
    return _graded(tuple(found), draw(table_readings))


def _graded(found: tuple[Row, ...], readings: dict[str, str], **more: object) -> Table:
    """Give a table whose grades are shares of its 满分."""
    table = Table(found, readings, (), **more)
    shares = (("优", 90), ("良", 80), ("中", 60), ("差", 0))
    return replace(table, grades=tuple((name, table.full * share / 100) for name, share in shares))


# ── Tables that say more of their total ──────────────────────────────────────────────────────────

PATHS: list[Path] = [(), ("投入",), ("投入", "预算"), ("产出",)]
SHARED = ["服务评议指数", "群众评议指数"]
SENTENCE_FACT, TABLE_FACT, FIGURE_FACT = "存在弄虚作假", "提供虚假资料", "发生挪用"


@st.composite
def settling_tables(draw) -> Table:
    """A table with blocks, 附加, 剔除, 任选, 上限, 扣分上限 and 否决, each sometimes."""
    found = [draw(_placed(name)) for name in NAMES[: draw(st.integers(1, 3))]]
    if draw(st.booleans()):
        points = Fraction(draw(st.sampled_from([10, 50])))
        own = Row(BLOCK, Rule(Proportion(points, Fraction(0), points)), True, block=True)
        found.append(replace(own, category=draw(st.sampled_from(PATHS))))
    choices = []
    if draw(st.booleans()):
        points = Fraction(draw(st.sampled_from([4, 10])))
        found += [draw(_twin(name, points)) for name in SHARED]
        choices.append(tuple(SHARED))
    found += [
        replace(draw(rows(name)), extra=extra, category=draw(st.sampled_from(PATHS)))
        for name, extra in (("表彰奖励", "加分"), ("通报批评", "减分"))
        if draw(st.booleans())
    ]
    vetoes = draw(_vetoes(found))
    said = {veto.row: veto for veto in vetoes if veto.row}
    found = [
        replace(row, rule=replace(row.rule, tail=f"{SENTENCE_FACT}的，{_effect_text(said[row.name].effect)}"))
        if row.name in said
        else row
        for row in found
    ]
    return _graded(
        tuple(found), draw(table_readings), choices=tuple(choices), bounds=draw(_bounds(found)), vetoes=vetoes
    )


@st.composite
def _placed(draw, name: str) -> Row:
    row = draw(rows(name) | rows(name).filter(lambda one: bool(one.rule.fact)))
    rule = replace(row.rule, leaves_out=bool(row.rule.fact) and draw(st.integers(0, 3)) > 0)
    return replace(row, rule=rule, category=draw(st.sampled_from(PATHS)))


@st.composite
def _twin(draw, name: str, points: Fraction) -> Row:
    """A row that shares its points with another: a plain share of what is reached."""
    rule = Rule(Proportion(points, Fraction(0), points))
    return Row(name, rule, True, draw(st.none() | formulas("%")), None, {}, category=("产出",))


def paths_of(found: list[Row]) -> list[Path]:
    """Give every block that a table has."""
    paths = [(*row.category, row.name) if row.block else row.category for row in found]
    return sorted({path[:depth] for path in paths for depth in range(1, len(path) + 1)})


@st.composite
def _bounds(draw, found: list[Row]) -> tuple[Bound, ...]:
    bounds = []
    number = st.sampled_from([1, 2, 5, 10, 30]).map(Fraction)
    for path in paths_of(found):
        bounds += [
            Bound(path, kind, draw(number)) for kind in ("earned", "lost") if draw(st.integers(0, 3)) == 0
        ]
    if draw(st.booleans()):
        bounds.append(Bound((), "earned", draw(number)))
    return tuple(bounds)


@st.composite
def _effects(draw, found: list[Row]) -> Effect:
    kinds = ["total", "total", "grade", "ceiling", *(["block"] if paths_of(found) else [])]
    kind = draw(st.sampled_from(kinds))
    if kind == "total":
        return Effect(kind, Fraction(draw(st.sampled_from([0, 3, 60]))))
    if kind == "block":
        return Effect(kind, path=draw(st.sampled_from(paths_of(found))))
    return Effect(kind, grade=draw(st.sampled_from(["良", "中", "差"])))


@st.composite
def _vetoes(draw, found: list[Row]) -> tuple[Veto, ...]:
    vetoes = []
    row = draw(st.sampled_from(found))
    if not row.block and draw(st.booleans()):
        effect = draw(_effects(found).filter(lambda one: one.kind != "block"))
        if row.category and draw(st.booleans()):
            effect = Effect("block", path=row.category[: draw(st.integers(1, len(row.category)))])
        vetoes.append(Veto(SENTENCE_FACT, effect, row.name))
    if draw(st.booleans()):
        vetoes.append(Veto(TABLE_FACT, draw(_effects(found))))
    if draw(st.booleans()):
        vetoes.append(Veto(FIGURE_FACT, draw(_effects(found)), condition=draw(conditions())))
    return tuple(vetoes)


def _effect_text(effect: Effect, own: bool = True) -> str:
    """Write an effect as a sentence, or the table, does."""
    match effect.kind:
        case "total":
            return f"总分不超过{decimal(effect.most)}分" if effect.most else "总分为0分"
        case "block":
            return (
                f"该{'一二'[len(effect.path) - 1]}级指标不得分" if own else f"{'/'.join(effect.path)}不得分"
            )
        case "grade":
            return f"评价等级定为{effect.grade}"
        case _:
            return f"评价等级不超过{effect.grade}"


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


def figures(name: str) -> st.SearchStrategy[Fraction]:
    """Figures of an item, in base units."""
    if ITEMS[name] == "%":
        return st.sampled_from([95, 90, 100, 80, 0]).map(lambda number: Fraction(number, 100))
    grid = st.sampled_from([100, 0, 95, 105, 110, 90, 20]).map(Fraction)
    if ITEMS[name] == "万元":
        return (grid | decimals(0, 200, 2)).map(lambda number: number * 10_000)
    return grid if ITEMS[name] == "人" else st.integers(0, 30).map(Fraction)


@st.composite
def said(draw, numbers: st.SearchStrategy[Fraction], least: int = 0, most: int = 3) -> tuple[Said, ...]:
    """Statements that often agree; at most one is adopted."""
    found = draw(st.sampled_from([1, 1, 1, 0, 2, 3]).map(lambda count: max(least, min(most, count))))
    first = draw(numbers) if found else None
    values = [first if place == 0 or draw(st.booleans()) else draw(numbers) for place in range(found)]
    adopted = draw(st.integers(0, 5)) if found > 1 else found
    return tuple(Said(value, place == adopted) for place, value in enumerate(values))


@st.composite
def breakdowns(draw) -> Parts:
    name = draw(st.sampled_from(MONEY))
    parts = draw(st.lists(said(figures(name), least=1, most=2), min_size=1, max_size=2))
    return Parts(name, tuple(parts), draw(st.booleans()))


@st.composite
def owned(draw, points: Fraction) -> tuple[Own, ...]:
    """Own indicators of a block, their points adding up to the block's; or none."""
    if not draw(st.integers(0, 2)):
        return ()
    return (draw(_own("数量", points / 2)), draw(_own("质量", points / 2)))


@st.composite
def _own(draw, name: str, points: Fraction) -> Own:
    if draw(st.integers(0, 2)) == 0:
        share = draw(
            st.none() | st.sampled_from([1, 90, 80, 60, 59, 0]).map(lambda number: Fraction(number, 100))
        )
        if share is None:
            return Own(name, points)
        level = "达成" if share >= Fraction(8, 10) else "部分达成" if share >= Fraction(6, 10) else "未达成"
        return Own(name, points, level=(level, points * share))
    number = st.integers(1, 8).map(Fraction)
    reduced = draw(st.none() | st.sampled_from([1, 3]).map(Fraction))
    return Own(
        name,
        points,
        draw(st.sampled_from("≥≤=")),
        draw(number),
        draw(said(number | st.just(Fraction(0)))),
        reduced,
    )


def printable(value: Fraction) -> Fraction:
    """Give a value that can be printed: with a finite number of decimals."""
    return Fraction(round(value * 10**10), 10**10)


@st.composite
def facts_for(draw, table: Table) -> Facts:
    """What a case says that is evaluated against a table."""
    wanted = {name: draw(said(figures(name))) for name in ITEMS}
    judged, claimed, own = {}, {}, {}
    for row in table.rows:
        if row.block:
            own[row.name] = draw(owned(row.rule.points))
            continue
        if row.takes_value and (row.formula is None or draw(st.booleans())):
            wanted[row.name] = draw(said(ats(row.rule).map(printable)))
        judged[row.name] = draw(judgements(row))
        if draw(st.booleans()):
            claimed[row.name] = draw(decimals(0, 1, 2)) * row.rule.points
    for owns in own.values():
        claimed |= {one.name: one.points for one in owns if draw(st.booleans())}
    total = draw(st.none() | decimals(0, 1, 2).map(lambda share: share * table.full))
    parts = tuple(draw(st.lists(breakdowns(), max_size=2)))
    papers = {name: one for name, one in wanted.items() if one}
    return Facts(papers, parts, judged, claimed, total, own, draw(_chosen(table)), draw(_ruled(table)))


@st.composite
def _chosen(draw, table: Table) -> frozenset[str]:
    """Which rows are chosen: none, one or (a mistake) several of a group."""
    names = [name for group in table.choices for name in group]
    return frozenset(name for name in names if draw(st.booleans()))


@st.composite
def _ruled(draw, table: Table) -> dict[tuple[str, str], bool]:
    return {
        (veto.row, veto.fact): draw(st.booleans()) for veto in table.vetoes if draw(st.integers(0, 2)) == 0
    }


@st.composite
def judgements(draw, row: Row) -> tuple[Judged, ...]:
    """Ratings of an indicator: what its form asks for, and whether the exempting fact holds."""
    found = []
    if not row.takes_value:
        found += [Judged(at) for at in draw(st.lists(ats(row.rule), max_size=2))]
    if row.rule.fact and draw(st.integers(0, 3)) == 0:
        found.append(Judged(holds=draw(st.booleans())))
    return tuple(found)


@st.composite
def settling_evaluations(draw) -> tuple[Table, Facts, dict[str, str]]:
    """The same for a table that says more of its total."""
    table = draw(settling_tables())
    sentences = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    return table, draw(facts_for(table)), sentences


@st.composite
def evaluations(draw, most: int = 3, blocks: bool = True) -> tuple[Table, Facts, dict[str, str]]:
    """A table, a case for it, and a sentence for each row."""
    table = draw(tables(most, blocks))
    sentences = {
        row.name: BLOCK_SENTENCE if row.block else draw(write(row.rule, row.name)) for row in table.rows
    }
    return table, draw(facts_for(table)), sentences


# ── The same as model objects ────────────────────────────────────────────────────────────────────

Units = Callable[[str], str]
"""What an item's figures are written in."""


def as_items_say(name: str) -> str:
    return ITEMS[name]


def formula_text(tree: tuple) -> str:
    """Write a formula or condition with all its brackets."""
    if tree[0] == "item":
        return tree[1]
    if tree[0] == "number":
        return decimal(tree[1])
    if tree[0] == "非":
        return f"非 ({formula_text(tree[1])})"
    if tree[0] in ("最大", "最小", "绝对值"):
        return f"{tree[0]}({', '.join(formula_text(part) for part in tree[1:])})"
    return f"({formula_text(tree[1])}) {tree[0]} ({formula_text(tree[2])})"


def ruleset_of(table: Table, sentences: dict[str, str]) -> Ruleset:
    """Give the engine's table."""
    return Ruleset(
        title="指标表", id="table", version="1", scope=Scope("甲省", "部门整体支出", (2022,)),
        full=table.full, grades=table.grades,
        indicators=tuple(_indicator(row, sentences[row.name], number) for number, row in enumerate(table.rows)),
        items={name: Item(name, find_unit(unit), "") for name, unit in ITEMS.items()},
        digest="", place=HERE, readings=table.readings,
        choices=tuple(Choice(group, HERE) for group in table.choices),
        limits=tuple(Limit("/".join(one.path) or "总分", one.kind, one.points, HERE) for one in table.bounds),
        vetoes=tuple(_table_veto(veto) for veto in table.vetoes if not veto.row),
    )  # fmt: skip


def _table_veto(veto: Veto) -> TableVeto:
    condition = Text(formula_text(veto.condition), HERE) if veto.condition else None
    return TableVeto(veto.fact, Text(_effect_text(veto.effect, own=False), HERE), HERE, condition)


def _indicator(row: Row, sentence: str, number: int) -> Indicator:
    facts = [ExemptionFact(row.rule.fact, Text(formula_text(row.condition), HERE))] if row.condition else []
    return Indicator(
        name=row.name, id=f"row-{number}", points=row.rule.points, standard=Text(sentence, HERE), place=HERE,
        formula=Text(formula_text(row.formula), HERE) if row.formula else None, exemptions=tuple(facts),
        readings=row.readings, is_block=row.block, qualitative=Text(LEVEL_SENTENCE, HERE) if row.block else None,
        category=row.category, extra={"加分": "bonus", "减分": "penalty"}.get(row.extra, ""), shared=row.name in SHARED,
    )  # fmt: skip


FINE = 12
"""Decimals printed beyond those that a value has: the oracle knows nothing of what printing allows."""


def quantity(value: Fraction, unit: str) -> Quantity:
    """Give a number in base units as it is printed in a unit, to digits so fine that printing allows nothing else."""
    found = find_unit(unit)
    text = decimal(value / found.factor)
    places = len(text.partition(".")[2])
    return Quantity(value / found.factor, found, places + FINE if places else 0)


def case_of(table: Table, facts: Facts, units: Units = as_items_say) -> Case:
    """Give the engine's case."""
    whole = project_of(table, facts, units)
    return Case("案例", "case", "甲单位", "甲省", 2022, "部门整体支出", "table@1", {}, whole, (), "", HERE)


def project_of(table: Table, facts: Facts, units: Units) -> Project:
    unit_of = {row.name: row.rule.unit for row in table.rows}
    return Project(
        name=None,
        statements={
            name: _statements(name, said, units(name) if name in ITEMS else unit_of[name])
            for name, said in facts.said.items()
        },
        breakdowns=tuple(_breakdown(parts, units(parts.item)) for parts in facts.parts),
        ratings=_with_facts(
            {
                name: tuple(_rating(table, name, one) for one in judged)
                for name, judged in facts.judged.items()
            }
            | _own_ratings(facts),
            facts,
        ),
        claim=Claim(
            total=facts.claimed_total,
            indicators={name: IndicatorClaim(name, HERE, score) for name, score in facts.claimed.items()},
        ),
        own={block: tuple(_own_indicator(one) for one in owned) for block, owned in facts.own.items()},
        chosen=dict.fromkeys(sorted(facts.chosen), "自评报告"),
    )


def _with_facts(ratings: dict[str, tuple[Rating, ...]], facts: Facts) -> dict[str, tuple[Rating, ...]]:
    """Add what reviewers say of the facts that veto."""
    for (row, fact), holds in facts.ruled.items():
        name = row or WHOLE
        rating = Rating(name, "复核人", "查阅资料", HERE, fact=fact, fact_holds=holds)
        ratings = {**ratings, name: (*ratings.get(name, ()), rating)}
    return ratings


def _statements(name: str, said: tuple[Said, ...], unit: str) -> tuple[Statement, ...]:
    return tuple(
        Statement(name, quantity(one.value, unit), f"第{place}页", HERE, "核对过" if one.adopted else None)
        for place, one in enumerate(said, 1)
    )


def _breakdown(parts: Parts, unit: str) -> Breakdown:
    found = [Part(f"部分{n}", _statements(f"部分{n}", said, unit)) for n, said in enumerate(parts.parts, 1)]
    return Breakdown(parts.item, tuple(found), HERE, parts.complete)


def _rating(table: Table, name: str, judged: Judged) -> Rating:
    rule = next(row.rule for row in table.rows if row.name == name)
    rating = Rating(name, "复核人", "查阅资料", HERE)
    if judged.holds is not None:
        return replace(rating, fact=rule.fact, fact_holds=judged.holds)
    if isinstance(rule.form, Checklist):
        return replace(rating, met=tuple(Text(str(place), HERE) for place in sorted(judged.at)))
    return (
        replace(rating, count=Fraction(judged.at))
        if isinstance(rule.form, Breaches)
        else replace(rating, level=judged.at)
    )


def _own_ratings(facts: Facts) -> dict[str, tuple[Rating, ...]]:
    found = {}
    for own in (one for owned in facts.own.values() for one in owned):
        rating = Rating(own.name, "复核人", "查阅资料", HERE)
        if own.level:
            found[own.name] = (replace(rating, level=own.level[0], score=own.level[1]),)
        if own.reduced is not None:
            found[own.name] = (replace(rating, deduction=own.reduced),)
    return found


def _own_indicator(own: Own) -> OwnIndicator:
    target = quantity(own.target, "项") if own.sense else None
    return OwnIndicator(
        own.name, own.points, HERE, own.sense, target, _statements(own.name, own.actual, "项")
    )


@dataclass(frozen=True)
class Both:
    """A table and a case as the oracle and as the engine have them."""

    table: Table
    facts: Facts
    ruleset: Ruleset
    case: Case


def both_of(drawn: tuple[Table, Facts, dict[str, str]]) -> Both:
    table, facts, sentences = drawn
    return Both(table, facts, ruleset_of(table, sentences), case_of(table, facts))


cases = evaluations().map(both_of)
"""Tables with their cases, blocks and own indicators among them."""
settling_cases = settling_evaluations().map(both_of)
"""Tables with choices, bounds, vetoes and what comes on top, and their cases."""
