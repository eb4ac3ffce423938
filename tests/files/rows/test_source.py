"""Every kind of file gives the same rows: none dropped, none guessed, each with the line on which it starts."""

from __future__ import annotations

import codecs
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, strategies as st

from jixiao.files.rows.source import text
from jixiao.files.rows.source.opened import open_rows
from jixiao.files.rows.source.stream import Stream
from jixiao.model.diagnostic import Refused
from shared.bulk.files import write_any, write_sheet, write_text

ROWS = [
    ["单位", "年初预算（元）", "备注"],
    ["甲局", "1,000.50", "第一行\n第二行"],
    ["“乙”局", "007", '说"好"'],
    ["丙局", "", "a,b;c\td"],
    ["𠀀局", "１２", ""],
]


def texts(stream: Stream) -> list[list[str]]:
    """All rows of a table that is open, as texts."""
    with stream:
        places = range(len(stream.heads))
        return [
            [one or "" for one in chunk.texts(at, places)]
            for chunk in stream.chunks
            for at in range(chunk.count)
        ]


@pytest.mark.parametrize("suffix", ["csv", "parquet", "arrow", "arrows", "xlsx", "duckdb"])
def test_every_kind_of_file_gives_the_same_rows(tmp_path: Path, suffix: str) -> None:
    stream = open_rows(write_any(tmp_path / f"a.{suffix}", ROWS))
    assert list(stream.heads) == ROWS[0]
    assert texts(stream) == ROWS[1:]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_text_in_every_encoding(tmp_path: Path, encoding: str, mark: bytes, end: str, delimiter: str) -> None:
    path = write_text(tmp_path / "a.csv", ROWS, encoding, delimiter, end, mark)
    assert texts(open_rows(str(path))) == ROWS[1:]


def test_chinese_far_into_a_file_of_ascii(tmp_path: Path) -> None:
    """The first bytes say nothing of the encoding; all of the file does."""
    rows = [["a", "b"], *([["x" * 50, "1"]] * 30_000), ["甲局", "2"]]
    path = write_text(tmp_path / "a.csv", rows, "gb18030")
    assert texts(open_rows(str(path)))[-1] == ["甲局", "2"]


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=8
)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6)
    )
)
def test_any_text_comes_back_and_its_line_is_told(tmp_path_factory, rows: list[list[str]]) -> None:
    """Rows of which every cell is blank are no rows; each other starts on the line that an editor shows."""
    folder = tmp_path_factory.mktemp("text")
    width = len(rows[0]) if rows else 2
    table = [[f"h{at}" for at in range(width)], *([[f"r{at}", *row[1:]] for at, row in enumerate(rows)])]
    stream = open_rows(str(write_text(folder / "a.csv", table)))
    with stream:
        chunks = list(stream.chunks)
    found = [chunk.texts(at, range(width)) for chunk in chunks for at in range(chunk.count)]
    assert found == table[1:]
    content = (folder / "a.csv").read_bytes().decode()
    starts = [line for chunk in chunks for line in chunk.lines.tolist()]
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row, line in zip(table[1:], starts, strict=True):
        assert lines[line - 1].startswith(row[0])


def test_rows_come_in_chunks_and_keep_their_numbers(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(text, "ROWS", 3)
    rows = [["a", "b"], *([str(at), "x"] for at in range(1, 9)), ["9"], ["10", "x"], ["", ""], ["11", "x"]]
    with open_rows(str(write_text(tmp_path / "a.csv", rows))) as stream:
        chunks = list(stream.chunks)
    assert [chunk.rows.tolist() for chunk in chunks] == [[1, 2, 3], [4, 5, 6], [7, 8], [10, 11]]
    assert [[(one.row, one.line, one.cell) for one in chunk.broken] for chunk in chunks] == [
        [],
        [],
        [(9, 10, "9")],
        [],
    ]
    assert sum(chunk.blank for chunk in chunks) == 1
    assert "这一行有 1 格，表头有 2 格" in chunks[2].broken[0].reason


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "什么也没有"),
        (b"\n", "什么也没有"),
        (b'a,b\n1,"2\n3,4\n', "第 2 行的引号不成对"),
        (b'a,b\n1,2\n3,"4"5\n', "第 3 行的引号不成对"),
        (b"a,b\n" + "甲".encode() + b"\xff\xff,1\n", "2:1：第 2 行有不是 UTF-8 编码的字节"),
        (("a,b\n" + "甲,1\n" * 70_000).encode() + "甲".encode()[:2] + b",1\n", "第 70002 行有不是 UTF-8"),
        (("a,b\n" + "甲,1\n" * 70_000).encode("gb18030") + b"\xff\xff,1\n", "第 70002 行有不是 GB18030"),
    ],
)
def test_a_text_that_would_be_guessed_at_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Refused, match=message):
        texts(open_rows(str(path)))


def test_numbers_of_a_workbook_are_all_of_their_digits(tmp_path: Path) -> None:
    """What a cell rounds in showing it is there; a percentage is told as one."""
    path = tmp_path / "a.xlsx"
    write_sheet(
        path, [["a", "b", "c"], [1234.5678, 0.931, 30], [0.1 + 0.2, 1, "无"]], ["0.00", "0.0%", "General"]
    )
    stream = open_rows(str(path))
    assert texts(stream) == [["1234.5678", "93.1%", "30"], ["0.3", "100%", "无"]]


def test_types_of_a_parquet_file(tmp_path: Path) -> None:
    """A float is the shortest decimal that is this float and no other; a number of so many decimals has them all."""
    from decimal import Decimal

    table = pa.table(
        {
            "double": pa.array([0.1, 1e21, 100.0, None]),
            "float": pa.array([0.1, 16777216, 1.5, None], pa.float32()),
            "decimal": pa.array(
                [Decimal("1.50"), Decimal("0.00"), Decimal("-7.25"), None], pa.decimal128(9, 2)
            ),
            "whole": pa.array([1, -2, 3, None], pa.int16()),
            "word": pa.array(["甲", "乙", "甲", None]).dictionary_encode(),
            "truth": pa.array([True, False, None, None]),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    assert texts(open_rows(str(tmp_path / "a.parquet"))) == [
        ["0.1", "0.1", "1.50", "1", "甲", "是"],
        ["1000000000000000000000", "16777216", "0.00", "-2", "乙", "否"],
        ["100", "1.5", "-7.25", "3", "甲", ""],
        ["", "", "", "", "", ""],
    ]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_texts_are_texts_however_arrow_holds_them(tmp_path: Path, kind: pa.DataType) -> None:
    table = pa.table({"a": pa.array(["1", None, "甲"]).cast(kind)})
    with (
        pa.OSFile(str(tmp_path / "a.arrow"), "wb") as stream,
        pa.ipc.new_file(stream, table.schema) as writer,
    ):
        writer.write_table(table)
    stream = open_rows(str(tmp_path / "a.arrow"))
    assert stream.types == (pa.string(),)
    assert texts(stream) == [["1"], [""], ["甲"]]


def test_a_quotation_mark_that_is_never_closed_does_not_take_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"2\n' + "3,4\n" * 100_000, "utf-8")
    with pytest.raises(Refused, match="第 2 行起有一格超过 100000 个字，多半是引号没有闭合"):
        texts(open_rows(str(path)))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.csv", "找不到文件"),
        ("a.pdf", "认不出“.pdf”是什么文件"),
        ("a.parquet", "是不是完整的 Parquet 文件"),
        ("a.arrow", "是不是完整的 Arrow 文件"),
        ("a.duckdb", "是不是完整的 DuckDB 文件"),
        ("a.xlsx", "打不开"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, message: str) -> None:
    if name != "gone.csv":
        (tmp_path / name).write_bytes(b"no table at all" * 100)
    with pytest.raises(Refused, match=message):
        texts(open_rows(str(tmp_path / name)))


def test_a_database_says_which_tables_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    assert texts(open_rows(write_any(path, ROWS).partition("::")[0])) == ROWS[1:]
    with pytest.raises(Refused, match="找不到表“别的”，库里有：单位"):
        open_rows(f"{path}::别的")


def test_a_column_of_lists_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": [[1, 2]]}), tmp_path / "a.parquet")
    with pytest.raises(Refused, match="列“a”的类型是 list"):
        open_rows(str(tmp_path / "a.parquet"))


def test_a_parquet_file_is_not_kept_in_memory(tmp_path: Path) -> None:
    """However many rows were read before, no more is held than a chunk or two."""
    path, random = tmp_path / "a.parquet", np.random.default_rng(1)
    schema = pa.schema([("年初预算（元）", pa.int64())])
    groups = 30
    with pq.ParquetWriter(path, schema) as writer:
        for _ in range(groups):
            writer.write_table(pa.table({schema.names[0]: random.integers(0, 2**60, 100_000)}))
    before = pa.total_allocated_bytes()
    with open_rows(str(path)) as stream:
        held = [pa.total_allocated_bytes() - before for _ in stream.chunks]
    assert len(held) >= groups
    assert max(held) < path.stat().st_size / 4
