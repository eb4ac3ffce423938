"""Bytes become text, or are refused and named."""

import os
from pathlib import Path

import pytest

from jixiao.files import decode, read_text
from jixiao.files.yaml.encoding import MAX_FILE_BYTES
from jixiao.model.diagnostic import Refused

SIMPLIFIED = "案例: 怀化市人民政府驻北京联络处 2022 年度\n代码: huaihua\n"
TRADITIONAL = "報告: 懷化市人民政府駐北京聯絡處\n代碼: huaihua\n數據:\n  編制數: 19\n"
JAPANESE = "案例: 北京連絡事務所の評価\nコード: x\n"


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        decode(data, "甲.yaml")
    [diagnostic] = refused.value.diagnostics
    return str(diagnostic)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_utf8_and_gb18030_give_the_same_text_whatever_the_line_ends(codec: str, line_end: str) -> None:
    assert decode(SIMPLIFIED.replace("\n", line_end).encode(codec), "甲.yaml") == SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-16", "UTF-16"),
        (SIMPLIFIED, "utf-16-le", "UTF-16"),
        (SIMPLIFIED, "utf-16-be", "UTF-16"),
        (SIMPLIFIED, "utf-32", "UTF-32"),
        (SIMPLIFIED, "utf-32-be", "UTF-32"),
        (TRADITIONAL, "big5", "Big5"),
        (JAPANESE, "shift_jis", "Shift-JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
    ],
)
def test_other_encodings_are_named_even_where_gb18030_would_give_some_text(
    text: str, codec: str, name: str
) -> None:
    assert refusal(text.encode(codec)) == f"甲.yaml：文件编码是 {name}，请另存为 UTF-8"


def test_an_encoding_of_other_scripts_is_guessed_at() -> None:
    assert "文件编码像是 CP" in refusal("Überprüfung: Größe der Maßnahme\nStraße: schön\n".encode("cp1252"))


def test_gb18030_text_without_any_key_of_ours_is_not_taken_for_a_file_of_ours() -> None:
    assert "没有案例、指标表或数据项" in refusal("怀化市人民政府驻北京联络处报告，今年的预算".encode("gbk"))


def test_a_damaged_utf8_file_is_refused_at_the_broken_byte() -> None:
    data = SIMPLIFIED.encode() + "单位: 甲".encode()[:-1]
    assert refusal(data) == "甲.yaml:3:5：此处的字节不是 UTF-8，文件可能损坏，请重新保存为 UTF-8"


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"PK\x03\x04", "Excel"), (b"\xd0\xcf\x11\xe0", "旧版"), (b"%PDF-1.7", "PDF"), (b"a\0b", "二进制")],
)
def test_files_that_are_no_text_are_named(data: bytes, kind: str) -> None:
    message = refusal(data)
    assert kind in message
    assert "请给出 .yaml 文件" in message


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "甲.yaml：文件是空的，请填写内容"


def test_a_file_over_the_limit_is_refused_without_reading_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(2**40)  # a sparse file of a terabyte
    with pytest.raises(Refused, match=f"文件超过 {MAX_FILE_BYTES} 字节"):
        read_text(path)


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not() -> None:
    data = "案例: ".encode()
    data += b"x" * (MAX_FILE_BYTES - len(data))
    assert decode(data, "甲.yaml").endswith("x")
    assert f"超过 {MAX_FILE_BYTES} 字节" in refusal(data + b"x")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent.yaml", "找不到文件"),
        ("folder.yaml", "这是文件夹"),
        ("file.txt/x.yaml", "找不到文件"),
        ("pipe.yaml", "这不是普通文件"),
        ("nul\0.yaml", "文件打不开"),
        ("x" * 300 + ".yaml", "文件打不开"),
    ],
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "file.txt").write_text("x")
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Refused, match=message):
        read_text(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("案例: 甲", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(Refused, match="没有权限"):
        read_text(path)
