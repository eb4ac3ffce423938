"""Every variant of a table counts rows as the table so edited scores each of them as a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from hypothesis import given, settings, strategies as st

from jixiao.bulk.simulate.added import Totals
from jixiao.bulk.simulate.ended import moves_of, standing_of
from jixiao.bulk.simulate.exact import Allowance
from jixiao.bulk.simulate.knobs import Knob, KnobKind, knobs_of
from jixiao.bulk.simulate.lowering import Lowering, Version
from jixiao.bulk.simulate.merged import Total
from jixiao.bulk.simulate.ready import ReadyVariant, ready_variants, rulers_of
from jixiao.bulk.simulate.run import Block, Job, grade_numbers, run
from jixiao.bulk.simulate.tally import Counted, Ruler
from jixiao.bulk.simulate.vary import turn, varied
from jixiao.bulk.table import lower_table
from jixiao.bulk.vector import Columns
from jixiao.model.case import Project
from jixiao.model.diagnostic import Refused
from jixiao.model.evaluation import Evaluation
from jixiao.model.simulation import Moves, Span, Standing
from jixiao.quantity import decimal_text, parse_number
from jixiao.scoring.evaluate import evaluate_project, rule_results
from jixiao.scoring.program.program import Program, compile_ruleset
from shared.bulk.rows import case_of, frame_of, project_of
from shared.bulk.tables import grain, programs, rows

ROWS = 8
STEP = Fraction(5)


def blocks_of(
    program: Program, variants: Sequence[Program], projects: Sequence[Project], chosen: bool, size: int
):
    """Rows as blocks of so many, as an input's chunks are."""
    for start in range(0, len(projects), size):
        some = projects[start : start + size]
        grains = grains_of(program)
        frame = frame_of(program, lower_table(program, grains, loose=loose_of(program), chosen=chosen), some)

        def brought(version: Version, some: Sequence[Project] = some):
            owner = next(one for one in variants if any(rule is version.rule for rule in one.rules))
            results = [rule_results(version.rule, project, owner) for project in some]
            unit = version.columns.unit
            ends = [
                np.array([int(sum(getattr(one, end) for one in each) * unit) for each in results], np.int64)
                for end in ("low", "high")
            ]
            return *ends, np.array(
                [any(one.beyond or one.left_out or one.may_leave_out for one in each) for each in results]
            )

        def figures(at: int, names: Sequence[str], some: Sequence[Project] = some) -> Project:
            said = some[at].statements
            return project_of({name: said[name][0].quantity for name in names if name in said})

        yield Block(
            np.arange(start + 1, start + len(some) + 1),
            frame,
            lambda at, some=some: case_of(some[at]),
            figures,
            lambda at, start=start: f"单位{start + at + 1}",
            brought,
        )


def grains_of(program: Program) -> dict[str, Fraction]:
    return {name: grain(one.unit.name) for name, one in program.ruleset.items.items()}


def loose_of(program: Program) -> dict[str, Fraction]:
    return {name: Fraction(1, 2) for name, one in program.ruleset.items.items() if one.unit.name == "万元"}


def simulated(
    program: Program, ready: Sequence[ReadyVariant], projects: Sequence[Project], chosen: bool, size: int = 3
) -> list[tuple[Standing, Moves]]:
    """What the simulation counts of each variant that can be, the table as it is first."""
    lowering = Lowering(grains_of(program), (), chosen, loose_of(program))
    variants = [one.program for one in ready if one.program is not None]
    for one in variants:
        lowering.add(one)
    job = Job(lowering.merged(), lowering.versions, variants, rulers_of(variants))
    every = list(blocks_of(program, variants, projects, chosen, size))
    tallies = run(job, every[::2], workers=2)
    for tally, more in zip(tallies, run(job, every[1::2]), strict=True):
        tally.merge(more)
    return [
        (standing_of(tally, one, STEP), moves_of(tally)) for tally, one in zip(tallies, variants, strict=True)
    ]


def expected(program: Program, base: Sequence[Evaluation], now: Sequence[Evaluation]) -> dict[str, object]:
    """What there is to count, case by case."""
    before, after = ([Span(one.low, one.high) for one in each] for each in (base, now))
    signs = [
        ((new.low > old.low) - (new.low < old.low), (new.high > old.high) - (new.high < old.high))
        for old, new in zip(before, after, strict=True)
    ]
    crossings = Counter(
        (old.grades[0], new.grades[0])
        for old, new in zip(base, now, strict=True)
        if len(old.grades) == len(new.grades) == 1 and old.grades != new.grades
    )
    count = len(now)
    return {
        "rows": count,
        "settled": sum(one.is_one for one in after),
        "mean": tuple(sum(one[end] for one in after) / count for end in range(2)),
        "grades": {name: sum(one.grades == (name,) for one in now) for name, _ in program.ruleset.grades},
        "ungraded": sum(len(one.grades) > 1 for one in now),
        "counts": [Counter(int(one[end] // STEP) for one in after) for end in range(2)],
        "up": sum(max(one) > 0 and min(one) >= 0 for one in signs),
        "down": sum(min(one) < 0 and max(one) <= 0 for one in signs),
        "unsure": sum(min(one) < 0 < max(one) for one in signs),
        "crossings": crossings,
        "first": [
            (at + 1, old, new) for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new
        ][:5],
        "losses": [
            tuple(
                rule.indicator.points - sum(getattr(one.results[at], end) for one in now) / count
                for end in ("high", "low")
            )
            for at, rule in enumerate(program.rules)
        ],
    }


def counted(standing: Standing, moves: Moves) -> dict[str, object]:
    """What was counted, in the same words."""
    steps = [Counter() for _ in range(2)]
    for place, ends in enumerate(standing.counts):
        for end in range(2):
            if ends[end]:
                steps[end][place] += ends[end]
    return {
        "rows": standing.rows,
        "settled": standing.settled,
        "mean": tuple(standing.mean),
        "grades": dict(standing.grades),
        "ungraded": standing.ungraded,
        "counts": steps,
        "up": moves.up,
        "down": moves.down,
        "unsure": moves.unsure,
        "crossings": Counter({(old, new): rows for old, new, rows in moves.grades}),
        "first": [(one.row, one.old, one.new) for one in moves.first],
        "losses": [tuple(span) for _, span in standing.losses],
    }


def assert_counts(found: dict[str, object], wanted: dict[str, object]) -> None:
    """Everything is the same; means of ratios without end are off by less than a millionth."""
    for name in ("mean", "losses"):
        ours, theirs = found.pop(name), wanted.pop(name)
        flat = (
            [list(ours), list(theirs)]
            if name == "mean"
            else [[end for one in each for end in one] for each in (ours, theirs)]
        )
        assert all(abs(one - other) < Fraction(1, 10**5) for one, other in zip(*flat, strict=True)), name
    differs = {key: (found[key], wanted[key]) for key in found if found[key] != wanted[key]}
    assert not differs


@st.composite
def turned(draw, program: Program):
    """Some places of a table with other values: points and thresholds a little off, halved, or as they are."""
    knobs = [one for one in knobs_of(program.ruleset) if one.kind is not KnobKind.FULL]
    some = draw(st.lists(st.sampled_from(knobs), min_size=1, max_size=2, unique_by=lambda one: one.path))
    return tuple(turn(one, draw(_values(one))) for one in some)


def _values(knob: Knob) -> st.SearchStrategy[str]:
    digits = "".join(sign for sign in knob.now if sign.isdecimal() or sign == ".")
    now = parse_number(digits or "1").value
    near = [now, now + 1, max(now - 1, Fraction(1)), now + Fraction(1, 2), 2 * now or Fraction(1)]
    return st.sampled_from([decimal_text(one) for one in near])


@settings(max_examples=max(settings.default.max_examples // 2, 1))
@given(programs(), st.data())
def test_a_simulation_counts_what_the_edited_tables_score(program, data) -> None:
    """Tables with bounds, vetoes, choices and readings left open; rows on thresholds, beside them, and lacking figures."""
    asked = data.draw(st.lists(turned(program), min_size=1, max_size=3))
    ready = ready_variants(program.ruleset, asked)
    groups = [name for one in program.settlement.choices for name in one.indicators]
    chosen = bool(groups) and data.draw(st.booleans())
    named = st.lists(st.sampled_from(groups), max_size=2) if chosen else st.just([])
    projects = [
        project_of(cells, chosen=dict.fromkeys(made, "文件"))
        for cells, made in data.draw(
            st.lists(st.tuples(rows(program.ruleset.items), named), min_size=ROWS, max_size=ROWS)
        )
    ]
    found = simulated(program, ready, projects, chosen)
    tables = [(), *asked]
    bases = [evaluate_project(case_of(one), one, program) for one in projects]
    told = iter(found)
    for turns, variant in zip(tables, ready, strict=True):
        try:
            edited = compile_ruleset(varied(program.ruleset, turns))
        except Refused as refused:
            assert variant.refused == refused.diagnostics
            continue
        now = [evaluate_project(case_of(one), one, edited) for one in projects]
        assert_counts(counted(*next(told)), expected(edited, bases, now))
    assert next(told, None) is None


def test_rows_beyond_the_allowance_are_left_out_and_counted() -> None:
    """Nothing is said of them."""
    allowance = Allowance(3)
    assert [allowance.take(2), allowance.take(2), allowance.take(1)] == [True, False, True]


def test_a_score_below_the_lowest_grade_leaves_no_doubt_about_the_others() -> None:
    """As `check` has it: what may earn 差, or nothing at all, earns 差 for certain."""
    ruler = Ruler(Fraction(10), 1, (("良", Fraction(6)), ("差", Fraction(2))))
    low, high = (Counted(Totals(ends, 1, None, ()), ends, None) for ends in (LOW, HIGH))
    total = Total(1, (), (), (), (), ())
    assert grade_numbers(ruler, total, low, high, Columns(4, {}, {})).tolist() == [1, 3, 2, 0]


LOW, HIGH = np.array([0, 1, 0, 6]), np.array([5, 6, 1, 9])
