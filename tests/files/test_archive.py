"""Archives are looked into within bounds, which hold before anything is unpacked and while it is."""

import io
import struct
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, strategies as st

from jixiao.files import archive as bounds
from jixiao.files.archive import Archive
from jixiao.model.diagnostic import Refused
from shared.effort import takes_less_than


def packed(members: dict[str, bytes], way: int = ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", way) as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name), data, archive.compression)
    return stream.getvalue()


def refusal(data: bytes, name: str = "甲.xml") -> str:
    with pytest.raises(Refused) as refused:
        Archive(data, "报告.docx").read(name)
    [found] = refused.value.diagnostics
    return str(found)


def claiming(data: bytes, size: int) -> bytes:
    """Have an archive of one member say that it is of another size, in both places."""
    at = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    changed[22:26] = changed[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(changed)


def test_members_are_named_in_order_and_read() -> None:
    archive = Archive(packed({"乙.xml": b"2", "甲.xml": b"1"}), "报告.docx")
    assert archive.names == ("乙.xml", "甲.xml")
    assert ("甲.xml" in archive, "丙" in archive) == (True, False)
    assert archive.read("甲.xml") == b"1"


def beginning_far_away() -> bytes:
    """Write an archive whose list says that its member begins beyond all memory."""
    name, extra = "甲.xml".encode(), struct.pack("<HHQ", 1, 8, 2**64 - 1)
    one = struct.pack(
        "<4s4B4HL2L5H2L",
        b"PK\x01\x02",
        45,
        0,
        45,
        0,
        0x800,
        0,
        0,
        0,
        0,
        1,
        1,
        len(name),
        len(extra),
        0,
        0,
        0,
        0,
        2**32 - 1,
    )
    listed = one + name + extra
    return b"PK\x03\x04" + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), 4, 0)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04", "文件不完整或已损坏"),
        (packed({"甲.xml": b"1" * 99})[:-30], "文件不完整或已损坏"),
        (beginning_far_away(), "“甲.xml”已损坏"),
        (packed({"乙.xml": b"1"}), "文件里缺“甲.xml”"),
        (packed({"甲.xml": b"1" * 99}, ZIP_BZIP2), "“甲.xml”已损坏"),
        (packed({"甲.xml": b"0" * 5_000_000}), "“甲.xml”解开后大得反常，没有打开"),
        (claiming(packed({"甲.xml": b"0" * 5_000_000}), 900_000), "“甲.xml”已损坏"),
        (claiming(packed({"甲.xml": b"12345"}), 9_000), "“甲.xml”已损坏"),
        (claiming(packed({"甲.xml": b"12345"}), 2**32 - 2), "文件解开后超过 400 MB"),
        (claiming(packed({"甲.xml": b"12345"}), 70_000_000), "“甲.xml”超过 64 MB"),
    ],
)
def test_what_is_broken_or_beyond_a_bound_is_refused_in_a_second(data: bytes, message: str) -> None:
    assert message in refusal(data)
    assert takes_less_than(1, lambda: refusal(data))


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(packed({"甲.xml": b"1"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "报告.docx：文件加了密码，请去掉密码后另存"


def test_two_members_of_one_name_are_refused() -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("甲.xml"), "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(ZipInfo("甲.xml"), "2")
    assert "文件里有两个“甲.xml”" in refusal(stream.getvalue())


def test_a_list_of_many_members_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_MEMBERS", 5)
    assert "部件超过 5 个" in refusal(packed({str(at): b"" for at in range(6)}))
    monkeypatch.setattr(bounds, "MAX_LIST_BYTES", 2_000)
    assert "部件超过 5 个" in refusal(packed({str(at): b"" for at in range(100)}))


def test_members_that_are_read_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(packed({"甲": b"1" * 900, "乙": b"2" * 900}), "报告.docx")
    monkeypatch.setattr(archive, "_left", 1_000)
    archive.read("甲")
    with pytest.raises(Refused):
        archive.read("乙")


GOOD = packed({"甲.xml": bytes(range(256)) * 3, "乙.xml": b"2" * 300})


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_any_damage_ends_in_the_members_or_a_refusal(at: int, byte: int, end: int) -> None:
    damaged = bytearray(GOOD)
    damaged[at] = byte
    for data in (bytes(damaged), GOOD[:end]):
        try:
            archive = Archive(data, "报告.docx")
            for name in archive.names:
                archive.read(name)
        except Refused as refused:
            assert str(refused).startswith("报告.docx：文件")
