"""What `batch` writes: whole or not at all, the same bytes however often it was ended; bad rows aside, with their cells."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jixiao.bulk.batch import held as held_module
from jixiao.bulk.batch.parts import Parts
from jixiao.desk.batch import batch
from jixiao.files.rows.source import text
from jixiao.model.diagnostic import Refused
from shared.bulk.files import read_any, write_any, write_text
from shared.bulk.units import HEADS, many_rows, write_rules

SUFFIXES = ("csv", "parquet", "xlsx", "duckdb")
GOOD = ["9", "10", "30000", "2", "90", "①②", "效果一般", "", "2", "20", "10", "4"]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rules(tmp_path_factory.mktemp("rules"))


def table(count: int) -> list[list[str]]:
    rows = [[f"u-{at}", *row.values()] for at, row in enumerate(many_rows(count))]
    return [["代码", *HEADS], *rows]


def test_every_kind_of_output_holds_the_same(rules, tmp_path) -> None:
    """Exact text in CSV; numbers of so many decimals elsewhere, or text where one of a column is no decimal."""
    source = write_any(tmp_path / "a.csv", table(60))
    found = {}
    for suffix in SUFFIXES:
        done = batch("jia@2022", source, tmp_path / f"o.{suffix}", rules=rules, processes=1)
        found[suffix] = read_any(done.output)
    for suffix in SUFFIXES[1:]:
        assert len(found[suffix]) == len(found["csv"]) > 20
        for row, texts in zip(found[suffix], found["csv"], strict=True):
            assert list(row) == list(texts)
            for name, value in row.items():
                is_number = name.endswith(("_low", "_high")) and "/" not in texts[name]
                same = (
                    Decimal(str(value)) == Decimal(texts[name]) if is_number else (value or "") == texts[name]
                )
                assert same, (suffix, name, value, texts[name])
    types = pq.read_schema(tmp_path / "o.parquet")
    assert types.field("staff_low").type == pa.decimal128(18, 0)
    assert types.field("execution_low").type == pa.string()  # 2/3 × 9 is one, 2/7 is not
    assert types.field("grade").type == pa.string()


@pytest.mark.parametrize("suffix", ["parquet", "arrow", "arrows", "xlsx", "duckdb"])
def test_every_kind_of_input_gives_the_same(rules, tmp_path, suffix) -> None:
    rows = table(60)
    by_text = batch("jia@2022", write_any(tmp_path / "a.csv", rows), tmp_path / "o.csv", rules=rules)
    other = batch("jia@2022", write_any(tmp_path / f"b.{suffix}", rows), tmp_path / "p.csv", rules=rules)
    assert other.output.read_bytes() == by_text.output.read_bytes()
    assert other.tally == by_text.tally


def test_typed_columns_are_scored_as_their_text(rules, tmp_path) -> None:
    """Whole numbers, decimals and floats of a Parquet file, and what is no number at all."""
    columns = {
        "在职人数": pa.array([9, 11, None, 9]),
        "编制数": pa.array([10, 10, 10, 10], pa.uint8()),
        "年初预算（元）": pa.array([Decimal("30000.00"), Decimal("30000.50"), Decimal(0), None]),
        "决算数": pa.array([0.1 + 0.2, 2.5, float("nan"), 1e300]),
        "违规.次数": pa.array([1, 2, 0, None]),
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    texts = [
        list(columns), ["9", "10", "30000.00", "0.30000000000000004", "1"], ["11", "10", "30000.50", "2.5", "2"],
        ["", "10", "0.00", "nan", "0"], ["9", "10", "", "1" + "0" * 300, ""],
    ]  # fmt: skip
    typed = batch("jia@2022", tmp_path / "a.parquet", tmp_path / "o.csv", rules=rules)
    plain = batch("jia@2022", write_any(tmp_path / "a.csv", texts), tmp_path / "p.csv", rules=rules)
    assert len(read_any(typed.output)) == 2
    scores = [{k: v for k, v in row.items() if "_" in k} for row in read_any(typed.output)]
    assert scores == [{k: v for k, v in row.items() if "_" in k} for row in read_any(plain.output)]
    assert typed.tally.floats == 4


def test_bad_rows_are_set_aside_with_their_cells(rules, tmp_path) -> None:
    rows = [["单位", *HEADS], ["甲", *GOOD]]
    for column, cell in (
        (1, "abc"),
        (2, "3 万元"),
        (6, "⑨"),
        (7, "很好"),
        (10, "x"),
        (3, "NaN"),
        (3, "9" * 40),
    ):
        bad = ["乙\n局", *GOOD]
        bad[column] = cell
        rows.append(bad)
    rows += [["丙", *GOOD[:-1]], ["", *[""] * len(GOOD)], ["丁", *GOOD]]
    done = batch("jia@2022", write_text(tmp_path / "a.csv", rows), tmp_path / "o.csv", rules=rules)
    assert (done.tally.scored, done.tally.bad, done.tally.blank) == (2, 8, 1)
    assert [row["单位"] for row in read_any(done.output)] == ["甲", "丁"]
    assert done.bad is not None
    bad = read_any(done.bad.rename(tmp_path / "bad.csv"))
    assert [(row["数据行"], row["文件行"], row["列"], row["格"][:4]) for row in bad] == [
        ("2", "3", "在职人数（人）", "abc"), ("3", "5", "编制数", "3 万元"), ("4", "7", "制度.达到", "⑨"),
        ("5", "9", "效能.档次", "很好"), ("6", "11", "自评总分", "x"), ("7", "13", "年初预算（元）", "NaN"),
        ("8", "15", "年初预算（元）", "9999"), ("9", "17", "", "丙,9,"),
    ]  # fmt: skip
    assert all(row["原因"] and row["怎么办"] for row in bad)


def test_a_run_without_bad_rows_leaves_no_file_of_an_earlier_one(rules, tmp_path) -> None:
    bad, good = [list(HEADS), ["x", *GOOD[1:]], GOOD], [list(HEADS), GOOD]
    first = batch("jia@2022", write_text(tmp_path / "a.csv", bad), tmp_path / "o.csv", rules=rules)
    assert first.bad is not None
    assert first.bad.exists()
    again = batch("jia@2022", write_text(tmp_path / "a.csv", good), tmp_path / "o.csv", rules=rules)
    assert again.bad is None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "o.csv"]


class Ended(BaseException):
    """The run is ended here, as by a signal."""


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
@pytest.mark.parametrize("after", [0, 1, 2, 3, "writing"])
def test_a_run_that_was_ended_goes_on_to_the_same_bytes(rules, tmp_path, monkeypatch, suffix, after) -> None:
    monkeypatch.setattr(text, "ROWS", 20)
    source = write_any(tmp_path / "a.csv", table(70))
    whole = batch("jia@2022", source, tmp_path / f"whole.{suffix}", rules=rules, processes=1)
    wanted = whole.output.read_bytes(), whole.bad and whole.bad.read_bytes()
    out, keep, rows, kept = tmp_path / f"o.{suffix}", Parts.keep, Parts.rows, []

    def ended_in_keeping(self, number, results):
        if number > after:
            raise Ended
        keep(self, number, results)

    def ended_in_writing(self, number):
        if number == 3 and len(kept) > 4:
            raise Ended
        kept.append(number)
        return rows(self, number)

    if after == "writing":
        monkeypatch.setattr(Parts, "rows", ended_in_writing)
    else:
        monkeypatch.setattr(Parts, "keep", ended_in_keeping)
    with pytest.raises(Ended):
        batch("jia@2022", source, out, rules=rules, processes=1)
    assert not out.exists()
    monkeypatch.setattr(Parts, "rows", rows)
    done: list[int] = []
    monkeypatch.setattr(
        Parts, "keep", lambda self, number, found: (done.append(number), keep(self, number, found))
    )
    again = batch("jia@2022", source, out, rules=rules, processes=1, resume=True)
    assert done == list(range((4 if after == "writing" else after) + 1, 5))
    assert (out.read_bytes(), again.bad and again.bad.read_bytes()) == wanted
    assert again.tally == whole.tally
    assert not out.with_name(f"{out.name}.parts").exists()


def test_what_another_run_left_is_not_gone_on_with(rules, tmp_path, monkeypatch) -> None:
    source, out = tmp_path / "a.csv", tmp_path / "o.csv"
    write_text(source, table(10))

    def ended(*_):
        raise Ended

    with monkeypatch.context() as patched:
        patched.setattr(Parts, "rows", ended)
        with pytest.raises(Ended):
            batch("jia@2022", source, out, rules=rules)
    write_text(source, table(11))
    with pytest.raises(Refused, match="另一次运行留下的"):
        batch("jia@2022", source, out, rules=rules, resume=True)
    assert batch("jia@2022", source, out, rules=rules).tally.rows == 11


def test_what_else_a_database_holds_stays(rules, tmp_path) -> None:
    path = tmp_path / "o.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE 别的 AS SELECT 1 AS a; CREATE TABLE 得分 AS SELECT 2 AS b")
    source = write_any(tmp_path / "a.csv", [list(HEADS), GOOD])
    batch("jia@2022", source, f"{path}::得分", rules=rules)
    with duckdb.connect(str(path), read_only=True) as database:
        assert database.sql("SELECT a FROM 别的").fetchall() == [(1,)]
        assert database.sql("SELECT score_low FROM 得分").fetchall() == [(Decimal(29),)]


def test_a_database_that_can_not_be_written_is_told_and_stays_as_it_is(rules, tmp_path) -> None:
    """One that somebody has open, something else by that name, a view by the name of the table."""
    source, path = write_any(tmp_path / "a.csv", [list(HEADS), GOOD]), tmp_path / "o.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE VIEW 得分 AS SELECT 2 AS b")
    with pytest.raises(Refused, match="库里的表“得分”写不了：.*View"):
        batch("jia@2022", source, f"{path}::得分", rules=rules)
    hold = "import duckdb, sys; kept = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"1\n"
        with pytest.raises(Refused, match="另一个程序正开着这个库"):
            batch("jia@2022", source, path, rules=rules)
        other.kill()
    assert batch("jia@2022", source, path, rules=rules, resume=True).tally.rows == 1
    junk = tmp_path / "junk.duckdb"
    junk.write_bytes(b"no database" * 1000)
    with pytest.raises(Refused, match="这不是 DuckDB 文件"):
        batch("jia@2022", source, junk, rules=rules)
    assert junk.read_bytes() == b"no database" * 1000


def test_a_sheet_that_would_be_too_long_is_refused(rules, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("jixiao.files.rows.writer.written.MOST_SHEET_ROWS", 2)
    source = write_any(tmp_path / "a.csv", [list(HEADS), GOOD, GOOD, GOOD])
    with pytest.raises(Refused, match="最多 2 行，放不下"):
        batch("jia@2022", source, tmp_path / "o.xlsx", rules=rules)
    assert not (tmp_path / "o.xlsx").exists()


def test_nothing_but_heads_gives_a_table_of_nothing(rules, tmp_path) -> None:
    source = write_any(tmp_path / "a.csv", [list(HEADS)])
    for suffix in ("csv", "parquet", "xlsx", "duckdb"):
        assert read_any(batch("jia@2022", source, tmp_path / f"o.{suffix}", rules=rules).output) == []


def test_a_killed_run_leaves_no_output_and_goes_on(rules, tmp_path) -> None:
    """SIGKILL, which nothing can be done about, at some moment of a run of many chunks."""
    source = write_any(tmp_path / "a.csv", table(3_000))
    whole = batch("jia@2022", source, tmp_path / "whole.csv", engine="exact", rules=rules, processes=1)
    run = (
        "import sys; from jixiao.files.rows.source import text; from jixiao.desk.batch import batch; text.ROWS = 100; "
        "batch('jia@2022', *sys.argv[1:3], engine='exact', rules=sys.argv[3], processes=1)"
    )
    out, begun = tmp_path / "o.csv", time.monotonic()
    running = subprocess.Popen([sys.executable, "-c", run, source, str(out), str(rules)])
    while not (tmp_path / "o.csv.parts/000003.json").exists() and time.monotonic() < begun + 60:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert not out.exists()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            run.replace("processes=1", "processes=1, resume=True"),
            source,
            str(out),
            str(rules),
        ],
        check=False,
    )
    assert done.returncode == 0
    assert out.read_bytes() == whole.output.read_bytes()


def test_a_folder_with_something_else_in_it_is_left_alone(rules, tmp_path) -> None:
    source = write_any(tmp_path / "a.csv", [list(HEADS), GOOD])
    (tmp_path / "o.csv.parts").mkdir()
    (tmp_path / "o.csv.parts/论文.docx").write_bytes(b"years of work")
    with pytest.raises(Refused, match="有别的文件（论文.docx）"):
        batch("jia@2022", source, tmp_path / "o.csv", rules=rules)
    assert (tmp_path / "o.csv.parts/论文.docx").read_bytes() == b"years of work"


def test_a_link_stays_one_and_permissions_stay(rules, tmp_path) -> None:
    source = write_any(tmp_path / "a.csv", [list(HEADS), GOOD])
    real = tmp_path / "there.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "o.csv").symlink_to(real)
    batch("jia@2022", source, tmp_path / "o.csv", rules=rules)
    assert (tmp_path / "o.csv").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert read_any(real)[0]["score_low"] == "29"


def test_a_form_is_sent_to_check(rules, tmp_path) -> None:
    from jixiao.face import form

    path = tmp_path / "采集表.xlsx"
    path.write_bytes(form("jia@2022", many=True, rules=rules))
    with pytest.raises(Refused, match="这是采集表"):
        batch("jia@2022", path, tmp_path / "o.csv", rules=rules)


HOLD = """\
import sys
from pathlib import Path
from jixiao.bulk.batch.held import held
with held(Path(sys.argv[1])) as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""
"""Holds a folder as a run does, until it is told to end."""


@pytest.mark.skipif(os.name == "nt", reason="folders are held only where the system has locks of files")
def test_a_run_into_what_another_one_writes_is_refused(rules, tmp_path) -> None:
    """Two runs into one file would each move what the other has half written into its place."""
    source, out = write_any(tmp_path / "a.csv", [list(HEADS), GOOD]), tmp_path / "o.csv"
    folder = out.with_name("o.csv.parts")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        for resume in (False, True):
            with pytest.raises(Refused, match="另一次运行正在把结果写到这里"):
                batch("jia@2022", source, out, rules=rules, resume=resume)
        assert not out.exists()
        other.kill()
    assert (
        batch("jia@2022", source, out, rules=rules, resume=True).tally.rows == 1
    )  # however the other one ended
    assert not folder.exists()


def test_a_folder_taken_away_while_a_run_waits_for_it_is_held_anew(tmp_path, monkeypatch) -> None:
    """A lock of a folder that is gone keeps nobody out."""
    folder, locked, taken = tmp_path / "parts", held_module._locked, []

    def taken_away(file):
        if not taken:
            taken.append(shutil.rmtree(folder))
        return locked(file)

    monkeypatch.setattr(held_module, "_locked", taken_away)
    with held_module.held(folder) as is_ours:
        assert is_ours
        assert (folder / held_module.LOCK).exists()
    assert len(taken) == 1
