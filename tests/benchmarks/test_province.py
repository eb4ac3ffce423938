"""The rows of the bulk benchmark are as hard as it says, and who takes part is held against the engine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*words: str):
    """Run Python in benchmarks/, without the peers that only `make bench` installs; give the JSON that it prints."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT / "benchmarks", capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_rows_stand_on_bounds_beside_them_at_nothing_below_it_and_far_out() -> None:
    text = """
import json
import numpy as np
from province.rows import LARGEST, columns
rows = columns(20_000)
more = columns(130_000)
budget, spent = rows["official_budget"], rows["official"]
beyond = 100 * spent - 100 * budget
some = budget > 0
over = np.divide(spent, budget, out=np.ones(20_000), where=some) - 1
by_floats = np.ceil(over / 0.01)[some] != -(-beyond[some] // budget[some])
points = 600 * rows["projects"]
print(json.dumps({
    "again": all(np.array_equal(more[name][:20_000], rows[name]) for name in rows),
    "on": int((some & (beyond % np.maximum(budget, 1) == 0)).sum()),
    "beside": int((some & (np.abs(beyond - np.rint(over * 100) * budget) == 100)).sum()),
    "ties": int(((2 * points) % np.maximum(2 * rows["spent"], 1) == rows["spent"]).sum()),
    "nothing": int((budget == 0).sum()),
    "below": int((rows["added"] < 0).sum()),
    "far": int((budget > LARGEST // 100).sum()),
    "wrong_by_floats": int(by_floats.sum()),
}))
"""
    found = run("-c", text)
    assert found.pop("again")
    assert min(found.values()) >= 100, found


def test_contenders_are_right_where_the_engine_says_so() -> None:
    """The engine's own ways over rows, NumPy and DuckDB; the other peers are held to it whenever the benchmark runs."""
    document = run("bulk.py", "1000", "--proven", "300", "--rounds", "1", "--brief", "--json")
    assert document["wrong"].keys() >= {"jixiao", "NumPy, int64", "DuckDB, BIGINT"}
    assert not any(document["wrong"].values())
    (size,) = document["memory"]
    assert size["contenders"][0]["name"] == "jixiao"


def test_a_row_that_differs_is_counted() -> None:
    text = """
import json
from province.numpy_peer import scorer
from province.rows import columns
once, again = (scorer(1)(columns(50)) for _ in range(2))
again.points["procurement"][7] += 1
again.total[9] -= 1
again.grade[9] += 1
print(json.dumps([once.wrong(once), again.wrong(once)]))
"""
    assert run("-c", text) == [0, 2]
