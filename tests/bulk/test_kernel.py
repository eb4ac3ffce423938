"""A table as machine code over rows, and as NumPy over the same rows: the same numbers."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from jixiao.bulk import vector
from jixiao.bulk.frame import Frame
from jixiao.bulk.kernel.compiled import compiled
from jixiao.bulk.kernel.kernel import SHARE, Kernel, Room
from jixiao.bulk.kernel.source import BLOCK, source_of
from jixiao.bulk.program import TableProgram
from jixiao.bulk.table import lower_table
from jixiao.files import open_library
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.scores import assert_equal

RULES = Path(__file__).parents[2] / "rules"
TABLES = ("huaihua-department@2022", "zhanjiang-department@2021")


def program_of(reference: str) -> TableProgram:
    """A table of the repository over amounts in hundredths of their units."""
    program = compile_ruleset(open_library(RULES).ruleset(reference))
    wanted = {name for rule in program.rules for name in rule.wanted}
    items = program.ruleset.items
    return lower_table(program, {name: items[name].unit.factor / 100 for name in wanted if name in items})


def frame_of(program: TableProgram, count: int, seed: int, *, lacking: bool) -> Frame:
    """Rows whose numbers are often equal, a little apart, nothing, below nothing or as large as they may be."""
    random = np.random.default_rng(seed)
    base = random.integers(-300, 300, count) * 10_000
    columns, known = {}, {}
    for name in program.columns():
        largest = program.largest if name in program.grains else 1_000
        numbers = base + random.choice([0, 0, 1, -1, 10_000, -300, 500], count)
        numbers = numbers * random.choice([1, 1, 1, 0, -1, 10**7], count)
        columns[name] = np.clip(numbers, -largest, largest)
        if lacking:
            known[name] = random.random(count) < 0.8
            columns[name] = np.where(known[name], columns[name], 0)
    return Frame(count, columns, known, np.zeros(count, np.bool_))


@pytest.mark.parametrize("reference", TABLES)
@pytest.mark.parametrize("lacking", [False, True])
def test_machine_code_gives_what_numpy_gives(reference: str, lacking: bool) -> None:
    program = program_of(reference)
    kernel = Kernel(program, 2)
    for count, seed in ((0, 1), (1, 2), (BLOCK + 1, 3), (2 * SHARE + 7, 4)):
        frame = frame_of(program, count, seed, lacking=lacking)
        if count:
            assert_equal(kernel.score(frame), vector.score(program, frame))
        else:
            assert len(kernel.score(frame).grades) == 0


def test_a_room_is_used_again() -> None:
    program = program_of(TABLES[0])
    kernel, room = Kernel(program, 1), Room()
    frames = [frame_of(program, count, count, lacking=False) for count in (500, 3_000, 40)]
    for frame in frames:
        assert_equal(kernel.score(frame, room), vector.score(program, frame))


OTHER_RUN = """
import sys, time
sys.path.insert(0, {tests!r})
from bulk.test_kernel import TABLES, assert_equal, compiled, frame_of, program_of, source_of
source = source_of(program_of(TABLES[0]), all_known=True)
found = compiled(source)
print(found.__module__, sum(found.stats.cache_hits.values()))
"""


def in_other_run() -> str:
    """Compile the first table's code in a process of its own; give the module that it stands in, and cache hits."""
    text = OTHER_RUN.format(tests=str(Path(__file__).parents[1]))
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_code_is_kept_for_the_next_run(tmp_path, monkeypatch) -> None:
    """And made anew where somebody changed the text or broke the code."""
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path))
    folder = tmp_path / "kernels"
    source = source_of(program_of(TABLES[0]), all_known=True)
    compiled(source)
    (text,) = folder.glob("table_*.py")
    assert folder.stat().st_mode & 0o077 == 0
    (code,) = (folder / "__pycache__").glob("*.score-*.nbc")
    assert in_other_run() == f"jixiao_{text.stem} 1"
    code.write_bytes(code.read_bytes()[:100])
    assert in_other_run() == "table 0"
    text.write_text("raise SystemExit", "utf-8")
    compiled(source)
    assert text.read_text("utf-8") == source.module


def test_where_nothing_can_be_kept_it_is_compiled_all_the_same(monkeypatch) -> None:
    program = program_of(TABLES[0])
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    frame = frame_of(program, 100, 5, lacking=False)
    assert_equal(Kernel(program, 1).score(frame), vector.score(program, frame))


LARGE = st.integers(1, 2**62)


@cache
def _floors():
    """The two ways to divide of every table's code."""
    module: dict = {}
    exec(source_of(program_of(TABLES[0]), all_known=True).head, module)
    return module["floor_of"], module["far_floor_of"]


@settings(max_examples=settings.default.max_examples * 5)
@given(below=LARGE, times=st.integers(-(2**62), 2**62), off=st.integers(-2, 2))
def test_a_floor_by_floats_is_the_floor(below: int, times: int, off: int) -> None:
    """Of whole multiples and what lies just beside them, which is where floats go wrong."""
    times = times % max(2**62 // below, 1) * (1 if times > 0 else -1)
    above = max(min(times * below + off, 2**62), -(2**62))
    near, far = _floors()
    assert far(above, below) == above // below
    if abs(above // below) < 2**50:
        assert near(above, below) == above // below
