"""A case read from files comes out as the oracle says, in whatever order its keys stand."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.files import load_case, open_library
from jixiao.scoring.evaluate import evaluate_case
from shared.cases.files import write_files
from shared.cases.strategies import evaluations
from shared.oracle.cases import evaluate


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")


def from_files(path: Path):
    """Read the case with its table and evaluate it."""
    case, ruleset = load_case(path, open_library(path.parent))
    [found] = evaluate_case(case, ruleset)
    return found


@settings(max_examples=settings.default.max_examples // 2)
@given(drawn=evaluations())
def test_a_case_in_files_comes_out_as_its_table_means(folders, drawn):
    """From YAML to scores, every figure arrives: status, ranges, totals and grades are the oracle's."""
    table, facts, sentences = drawn
    found = from_files(write_files(folders[0], table, facts, sentences))
    wanted = evaluate(table, facts)
    assert [(one.indicator.name, one.status, one.low, one.high) for one in found.results] == [
        (row.name, row.status, row.low, row.high) for row in wanted.rows
    ]
    assert (found.low, found.high, found.adopted, found.grades) == (
        wanted.low,
        wanted.high,
        wanted.adopted,
        wanted.grades,
    )


@settings(max_examples=settings.default.max_examples // 2)
@given(drawn=evaluations(), random=st.randoms(use_true_random=False))
def test_the_order_of_keys_in_a_file_does_not_matter(folders, drawn, random: Random):
    """Keys of all three files in any order give the same results; the digest tells the texts apart."""
    one = from_files(write_files(folders[0], *drawn))
    other = from_files(write_files(folders[1], *drawn, random))
    again = from_files(write_files(folders[1], *drawn))

    def computed(found) -> list:
        return [
            (each.indicator.id, each.status, each.low, each.high, each.value, each.claimed)
            for each in found.results
        ]

    assert computed(one) == computed(other)
    assert (one.low, one.high, one.adopted, one.grades) == (
        other.low,
        other.high,
        other.adopted,
        other.grades,
    )
    assert (one.case.digest, one.ruleset.digest) == (again.case.digest, again.ruleset.digest)
