"""The engine and a second, plain implementation evaluate every case alike."""

from hypothesis import given

from jixiao.scoring.evaluate import evaluate_case
from shared.cases.strategies import Both, cases, settling_cases
from shared.oracle.cases import evaluate


@given(cases)
def test_a_case_comes_out_as_its_table_means(both):
    """Status, range and conflicts of every indicator, totals, adopted total and grades are the same."""
    compare(both)


@given(settling_cases)
def test_a_total_comes_out_as_its_table_means(both):
    """The same with choices, bounds, vetoes, what comes on top and what is left out."""
    compare(both)


def compare(both: Both) -> None:
    [found] = evaluate_case(both.case, both.ruleset)
    wanted = evaluate(both.table, both.facts)
    for result, row in zip(found.results, wanted.rows, strict=True):
        assert (result.indicator.name, result.status, result.low, result.high, frozenset(result.conflicts)) == (
            row.name, row.status, row.low, row.high, row.conflicts,
        )  # fmt: skip
    assert (found.low, found.high, found.grades) == (wanted.low, wanted.high, wanted.grades)
    assert found.adopted == wanted.adopted
