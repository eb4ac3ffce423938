"""Every engine gives every row the same, to the last unit: on bounds, beside them, on ties, huge, lacking.

NumPy, machine code and DuckDB over 200,000 rows of each table; the scalar evaluator, the long way and by the Python
that it generates, over some of the same rows.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from jixiao.bulk import vector
from jixiao.bulk.duck import DuckScore
from jixiao.bulk.kernel.kernel import Kernel
from jixiao.bulk.table import lower_table
from jixiao.files import open_library
from jixiao.quantity import Quantity, is_counted
from jixiao.scoring.program.program import Program, compile_ruleset
from shared.bulk.boundary import boundary_frame
from shared.bulk.rows import assert_same, by_engine, project_of, rows_of
from shared.bulk.scores import assert_equal

ROOT = Path(__file__).parents[2]
BENCHMARK = ROOT / "benchmarks/province/table.yaml"
ROWS, EVALUATED, LONG_WAY = 200_000, 500, 40
TABLES = ("huaihua-department", "zhanjiang-department", "project-expenditure", "bulk-benchmark")


def program_of(name: str) -> Program:
    library = open_library(ROOT / "rules")
    return compile_ruleset(library.ruleset(str(BENCHMARK) if name == "bulk-benchmark" else name))


@pytest.mark.parametrize("name", TABLES)
def test_every_engine_gives_every_row_the_same(name: str) -> None:
    program = program_of(name)
    items = program.ruleset.items
    wanted = [item for rule in program.rules for item in rule.wanted]
    units = {item: items[item].unit for item in dict.fromkeys(wanted)}
    per = {item: 1 if is_counted(unit) else 100 for item, unit in units.items()}
    grains = {item: unit.factor / per[item] for item, unit in units.items()}
    table = lower_table(program, grains)
    frame = boundary_frame(program, table, ROWS, seed=14)
    by_numpy = vector.score(table, frame)
    assert not any(one.from_outside for one in table.rules)
    assert_equal(Kernel(table, 2).score(frame), by_numpy)
    assert_equal(DuckScore(table)(frame), by_numpy)
    some = np.random.default_rng(1).choice(ROWS, EVALUATED, replace=False)
    projects = [
        project_of(
            {
                item: Quantity(Fraction(int(frame.columns[item][row]), per[item]), unit)
                for item, unit in units.items()
                if frame.known[item][row]
            }
        )
        for row in some
    ]
    can_be = [place for place, project in enumerate(projects) if not project.impossible]
    taken = assert_same(program, rows_of(by_numpy, some[can_be]), [projects[place] for place in can_be])
    assert taken > EVALUATED // 2
    for place in can_be[:LONG_WAY]:
        by_python = by_engine(program, projects[place])
        program.kept.clear()  # nothing is generated yet
        assert by_engine(program, projects[place]) == by_python
        by_engine(program, projects[place])
