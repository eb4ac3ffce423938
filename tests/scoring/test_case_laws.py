"""What holds for every case, whatever its table and its papers say."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings, strategies as st

from jixiao.model.evaluation import Evaluation
from jixiao.scoring.evaluate import evaluate_case
from shared.cases.strategies import (
    ITEMS,
    MONEY,
    as_items_say,
    case_of,
    cases,
    evaluations,
    facts_for,
    figures,
    judgements,
    project_of,
    ruleset_of,
)
from shared.oracle.cases import Parts, Said, stated

MONEY_UNITS = ["元", "千元", "万元", "百万元", "亿元"]


def run(table, facts, sentences, units=as_items_say) -> Evaluation:
    """Evaluate a case that is one project."""
    [found] = evaluate_case(case_of(table, facts, units), ruleset_of(table, sentences))
    return found


def outcome(found: Evaluation) -> list:
    """What an evaluation says of each indicator, but for words and figures."""
    return [(one.indicator.name, one.status, one.low, one.high, one.value) for one in found.results]


# ── The ledger ───────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(cases)
def test_full_marks_less_deductions_is_the_score(both):
    """For each indicator full − Σ deductions is the score, or the highest score where it is open.

    Only the line that rounding adds may be negative.
    """
    [found] = evaluate_case(both.case, both.ruleset)
    for one in found.results:
        assert one.indicator.points - sum(cut.points for cut in one.deductions) == one.high
        assert all(cut.points >= 0 or cut.clause == "舍入" for cut in one.deductions)
        assert all(cut.reason for cut in one.deductions)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(cases)
def test_every_score_lies_within_its_points(both):
    """0 ≤ low ≤ high ≤ points; there is one score just where low and high are the same."""
    [found] = evaluate_case(both.case, both.ruleset)
    for one in found.results:
        assert 0 <= one.low <= one.high <= one.indicator.points
        assert (one.status == "open") == (one.low != one.high)
        assert one.score == (one.low if one.low == one.high else None)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(cases)
def test_totals_are_sums(both):
    """The total's range is the sum of the ranges; what is adopted lies inside, and so does its grade."""
    [found] = evaluate_case(both.case, both.ruleset)
    assert found.low == sum(one.low for one in found.results)
    assert found.high == sum(one.high for one in found.results)
    assert found.adopted is None or found.low <= found.adopted <= found.high
    if found.adopted is not None:
        earned = next(name for name, lowest in found.ruleset.grades if found.adopted >= lowest)
        assert earned in found.grades


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(cases)
def test_what_is_missing_is_named(both):
    """An open indicator names what is not known; each could move it by its whole range."""
    [found] = evaluate_case(both.case, both.ruleset)
    for one in found.results:
        assert all(gap.could_move == one.high - one.low for gap in one.missing)
        assert all(not stated(both.facts, gap.name) for gap in one.missing)
        assert one.status == "open" or not one.missing


# ── Unknown is not zero ──────────────────────────────────────────────────────────────────────────


def inside(found: Evaluation, before: Evaluation, names: set[str]) -> None:
    """See that the ranges of these indicators lie within those of another evaluation."""
    for one, other in zip(found.results, before.results, strict=True):
        if one.indicator.name in names:
            assert other.low <= one.low <= one.high <= other.high


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations(blocks=False))
def test_filling_a_missing_item_never_widens_a_range(data, drawn):
    """A figure that was missing moves no indicator outside the range it had without it.

    Indicators whose rate the report states itself are left out: it gives way to the operands.
    """
    table, facts, sentences = drawn
    name = data.draw(st.sampled_from(list(ITEMS)))
    said = {item: one for item, one in facts.said.items() if item != name}
    without = replace(facts, said=said, parts=tuple(one for one in facts.parts if one.item != name))
    filled = replace(without, said={**said, name: (Said(data.draw(figures(name))),)})
    reckoned = {row.name for row in table.rows if row.name not in said}
    inside(run(table, filled, sentences), run(table, without, sentences), reckoned)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations(blocks=False))
def test_a_rating_never_widens_a_range(data, drawn):
    """A judgement on an indicator that had none moves it within the range it had."""
    table, facts, sentences = drawn
    row = data.draw(st.sampled_from(table.rows))
    without = replace(facts, judged={**facts.judged, row.name: ()})
    judged = replace(facts, judged={**facts.judged, row.name: data.draw(judgements(row))})
    assume(not row.takes_value)
    inside(run(table, judged, sentences), run(table, without, sentences), {row.name})


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations(blocks=False))
def test_a_conflict_is_evaluated_over_each_of_its_values(data, drawn):
    """Where papers disagree, the range is from the worst to the best of each value adopted alone."""
    table, facts, sentences = drawn
    name = data.draw(st.sampled_from(MONEY))
    values = data.draw(st.lists(figures(name), min_size=2, max_size=3, unique=True))
    disputed = replace(facts, said={**facts.said, name: tuple(Said(value) for value in values)}, parts=())
    alone = [
        run(
            table,
            replace(disputed, said={**facts.said, name: tuple(Said(one, one == value) for one in values)}),
            sentences,
        )
        for value in values
    ]
    for place, one in enumerate(run(table, disputed, sentences).results):
        assert one.low == min(each.results[place].low for each in alone)
        assert one.high == max(each.results[place].high for each in alone)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations(blocks=False))
def test_the_sum_of_a_breakdown_counts_as_a_statement(data, drawn):
    """Parts that add up to a value do what a statement of that value does."""
    table, facts, sentences = drawn
    name = data.draw(st.sampled_from(MONEY))
    parts = data.draw(st.lists(figures(name), min_size=1, max_size=3))
    others = tuple(one for one in facts.parts if one.item != name)
    said = {item: one for item, one in facts.said.items() if item != name}
    summed = replace(facts, said=said, parts=(*others, Parts(name, tuple((Said(one),) for one in parts))))
    total = replace(facts, said={**said, name: (Said(sum(parts, Fraction(0))),)}, parts=others)
    assert outcome(run(table, summed, sentences)) == outcome(run(table, total, sentences))


# ── What must not matter ─────────────────────────────────────────────────────────────────────────


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(
    evaluations(blocks=False),
    st.sampled_from(MONEY_UNITS),
    st.lists(st.sampled_from(MONEY_UNITS), min_size=3, max_size=3),
)
def test_units_scale_out(drawn, unit, mixed):
    """The same amounts in 元, 万元 or 亿元, or in some of each, come out the same."""
    table, facts, sentences = drawn
    each = dict(zip(MONEY, mixed, strict=True))
    plain = run(table, facts, sentences)
    one_unit = run(table, facts, sentences, lambda name: unit if name in MONEY else ITEMS[name])
    several = run(table, facts, sentences, lambda name: each.get(name, ITEMS[name]))
    assert outcome(plain) == outcome(one_unit) == outcome(several)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations())
def test_a_claim_never_influences_a_score(data, drawn):
    """Whatever a department claims, what is computed stays as it is, to the word."""
    table, facts, sentences = drawn
    other = data.draw(facts_for(table))
    claiming = replace(facts, claimed=other.claimed, claimed_total=other.claimed_total)
    one, same = run(table, facts, sentences), run(table, claiming, sentences)

    def computed(found: Evaluation) -> list:
        return [
            replace(each, claimed=None, claimed_value=None, claim_derived=False) for each in found.results
        ]

    assert computed(one) == computed(same)
    assert (one.low, one.high, one.grades) == (same.low, same.high, same.grades)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(evaluations())
def test_the_order_of_keys_does_not_matter(drawn):
    """Items, ratings and claims in another order come out the same."""
    table, facts, sentences = drawn

    def turned(some: dict) -> dict:
        return dict(reversed(some.items()))

    other = replace(
        facts,
        said=turned(facts.said),
        judged=turned(facts.judged),
        claimed=turned(facts.claimed),
        own=turned(facts.own),
    )
    one, same = run(table, facts, sentences), run(table, other, sentences)
    assert (one.results, one.adopted, one.grades) == (same.results, same.adopted, same.grades)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(cases)
def test_equal_input_gives_equal_output(both):
    """An evaluation can be repeated: the same table and case give the same, to the word."""
    assert evaluate_case(both.case, both.ruleset) == evaluate_case(both.case, both.ruleset)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.data(), evaluations(most=2))
def test_projects_are_evaluated_on_their_own(data, drawn):
    """A case with several projects gives for each what it would give alone."""
    table, facts, sentences = drawn
    other = data.draw(facts_for(table))
    case = case_of(table, facts)
    projects = tuple(
        replace(project_of(table, one, as_items_say), name=name)
        for name, one in (("甲", facts), ("乙", other))
    )
    first, second = evaluate_case(replace(case, projects=projects), ruleset_of(table, sentences))
    assert outcome(first) == outcome(run(table, facts, sentences))
    assert outcome(second) == outcome(run(table, other, sentences))
