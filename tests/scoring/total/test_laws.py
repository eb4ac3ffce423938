"""What holds for every total, whatever the table says of choices, bounds, vetoes and what comes on top."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from jixiao.model.evaluation import Evaluation
from jixiao.scoring.evaluate import evaluate_case
from shared.cases.strategies import (
    ITEMS,
    as_items_say,
    case_of,
    figures,
    judgements,
    ruleset_of,
    settling_cases,
    settling_evaluations,
)
from shared.oracle.cases import Said


def run(table, facts, sentences) -> Evaluation:
    [found] = evaluate_case(case_of(table, facts, as_items_say), ruleset_of(table, sentences))
    return found


def start(found: Evaluation, end: str) -> Fraction:
    """What the indicators that count come to, before any adjustment."""
    return sum((one.given(getattr(one, end)) for one in found.results if one.counts), Fraction(0))


def inside(found: Evaluation, before: Evaluation) -> None:
    """See that a total lies within another one, and that no grade is new."""
    assert before.low <= found.low <= found.high <= before.high
    assert set(found.grades) <= set(before.grades)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(settling_cases)
def test_the_ledger_of_the_total_adds_up(both):
    """Scores less adjustments are the total, for the highest and for the lowest alike; every line has its reason."""
    [found] = evaluate_case(both.case, both.ruleset)
    assert start(found, "high") - sum(one.points for one in found.adjustments) == found.high
    assert start(found, "low") - sum(one.low_points for one in found.adjustments) == found.low
    assert all(one.reason and one.clause and one.scope for one in found.adjustments)
    assert all(one.points or one.low_points for one in found.adjustments)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(settling_cases)
def test_a_total_stays_within_its_bounds(both):
    """0 ≤ low ≤ adopted ≤ high ≤ 满分 and what comes on top, and no more than 上限."""
    [found] = evaluate_case(both.case, both.ruleset)
    extra = sum(row.rule.points for row in both.table.rows if row.extra == "加分")
    caps = [one.points for one in both.table.bounds if not one.path]
    assert 0 <= found.low <= found.high <= min([both.ruleset.full + extra, *caps])
    assert found.adopted is None or found.low <= found.adopted <= found.high
    assert found.grades


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(settling_cases)
def test_a_veto_never_raises_a_total(both):
    """Were no veto to hold, the total would be no lower, and no better grade is possible with them."""
    [found] = evaluate_case(both.case, both.ruleset)
    denied = replace(both.facts, ruled={(veto.row, veto.fact): False for veto in both.table.vetoes})
    [free] = evaluate_case(case_of(both.table, denied), both.ruleset)
    assert found.low <= free.low
    assert found.high <= free.high
    order = [name for name, _ in both.ruleset.grades]
    assert order.index(found.grades[0]) >= order.index(free.grades[0])


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), settling_evaluations())
def test_a_choice_made_never_widens_a_total(data, drawn):
    """Saying which of several indicators counts moves the total within the range it had."""
    table, facts, sentences = drawn
    if not table.choices:
        return
    chosen = data.draw(st.sampled_from(table.choices[0]))
    silent = run(table, replace(facts, chosen=frozenset()), sentences)
    made = run(table, replace(facts, chosen=frozenset({chosen})), sentences)
    inside(made, silent)
    assert [one.indicator.name for one in made.results if one.set_aside] == [
        name for name in table.choices[0] if name != chosen
    ]


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), settling_evaluations())
def test_a_missing_figure_filled_never_widens_a_total(data, drawn):
    """A figure that was missing moves the total within the range it had, vetoes by condition included."""
    table, facts, sentences = drawn
    name = data.draw(st.sampled_from(list(ITEMS)))
    rates = {row.name for row in table.rows}
    said = {item: one for item, one in facts.said.items() if item != name and item not in rates}
    without = replace(facts, said=said, parts=tuple(one for one in facts.parts if one.item != name))
    filled = replace(without, said={**said, name: (Said(data.draw(figures(name))),)})
    inside(run(table, filled, sentences), run(table, without, sentences))


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), settling_evaluations())
def test_a_rating_never_widens_a_total(data, drawn):
    """A judgement on an indicator that had none moves the total within the range it had."""
    table, facts, sentences = drawn
    rated = [row for row in table.rows if not row.block and not row.takes_value and not row.rule.leaves_out]
    if not rated:
        return
    row = data.draw(st.sampled_from(rated))
    without = replace(facts, judged={**facts.judged, row.name: ()})
    judged = replace(facts, judged={**facts.judged, row.name: data.draw(judgements(row))})
    inside(run(table, judged, sentences), run(table, without, sentences))


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(settling_cases)
def test_a_claim_never_moves_a_total(both):
    """Which of several indicators was claimed does not choose it."""
    [found] = evaluate_case(both.case, both.ruleset)
    [silent] = evaluate_case(
        case_of(both.table, replace(both.facts, claimed={}, claimed_total=None)), both.ruleset
    )
    assert (found.low, found.high, found.grades) == (silent.low, silent.high, silent.grades)
    assert found.adjustments == silent.adjustments
