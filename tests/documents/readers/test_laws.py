"""Any bytes at all end in a sound paper or a message in Chinese; what is long takes no more than its length."""

import io
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from jixiao.documents.paper import Paper
from jixiao.documents.readers.docx.document import read_docx
from jixiao.documents.readers.ofd.document import read_ofd
from jixiao.documents.readers.opened import read_paper
from jixiao.model.diagnostic import Refused
from shared.documents.sound import assert_sound, texts
from shared.documents.zips import (
    cell,
    docx,
    level,
    lists,
    notes,
    numbered,
    ofd,
    packed,
    paragraph,
    run,
    styles,
    table,
    text_object,
)
from shared.effort import takes_less_than

GOOD = docx(
    numbered("部门概况"),
    paragraph(run("支出") + f"<w:ins>{run('295.12')}</w:ins><w:del>{run('225.18')}</w:del>" + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
    table((cell("科目", '<w:vMerge w:val="restart"/>'), cell("金额", '<w:gridSpan w:val="2"/>')), (cell("", "<w:vMerge/>"), "预算", cell(table(("里",))))),
    paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("x") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("35") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    numbering=lists(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
    styles=styles('<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'),
    footnotes=notes("footnotes", "含结转"),
)  # fmt: skip
GOOD_OFD = ofd(
    text_object("支出295.12万元", 20, 30) + text_object("如上", 20, 37), template=text_object("表", 20, 20)
)
PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels")
WORDS = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "txbxContent", "fldChar", "val=", "restart", "1", "-9", "begin", "end", "nan", ""])  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("law") / "报告.docx"


def ends_well(path: Path, data: bytes) -> Paper | None:
    """Read bytes as a file: give the paper, which is sound, or nothing for one refusal that names the file."""
    path.write_bytes(data)
    try:
        paper = read_paper(path)
    except Refused as refused:
        [found] = refused.diagnostics
        assert found.place.file == str(path)
        assert any("一" <= sign <= "鿿" for sign in found.message)
        return None
    assert_sound(paper)
    return paper


def unpacked(data: bytes) -> dict[str, str | bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(
    st.binary()
    | st.text().map(lambda text: text.encode("utf-8", "replace"))
    | st.text().map(lambda text: text.encode("gb18030", "replace"))
)
def test_any_bytes_end_in_a_paper_or_a_message(path: Path, data: bytes) -> None:
    ends_well(path, data)


@given(
    st.sampled_from(
        [
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"{\\rtf",
            b"<?xml",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
        ]
    ),
    st.binary(),
)
def test_any_bytes_after_a_mark_end_in_a_paper_or_a_message(path: Path, mark: bytes, data: bytes) -> None:
    ends_well(path, mark + data)


@given(st.sampled_from([GOOD, GOOD_OFD]), st.data())
def test_a_file_cut_or_changed_anywhere_ends_in_a_paper_or_a_message(
    path: Path, good: bytes, data: st.DataObject
) -> None:
    ends_well(path, good[: data.draw(st.integers(0, len(good)))])
    changed = bytearray(good)
    for at in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=5)):
        changed[at] = data.draw(st.integers(0, 255))
    ends_well(path, bytes(changed))


@settings(max_examples=300)
@given(st.sampled_from(PARTS), st.integers(0, 400), st.integers(0, 400), st.data())
def test_a_part_whose_names_and_values_are_exchanged_ends_in_a_paper_or_a_message(
    path: Path, part: str, first: int, second: int, data: st.DataObject
) -> None:
    members = unpacked(GOOD)
    pieces = (
        members[part].decode().replace(":", "\0:\0").replace('"', '\0"\0').replace(" ", "\0 \0").split("\0")
    )
    for at in (first, second):
        other = data.draw(WORDS | st.sampled_from(pieces))
        pieces[at % len(pieces)] = other
    ends_well(path, packed({**members, part: "".join(pieces)}))


@settings(max_examples=300)
@given(st.integers(0, 60), st.integers(0, 60))
def test_parts_of_the_body_moved_anywhere_end_in_a_paper(path: Path, first: int, second: int) -> None:
    members = unpacked(GOOD)
    root = etree.fromstring(bytes(members["word/document.xml"]))
    every = list(root.iter())[2:]
    one, other = every[first % len(every)], every[second % len(every)]
    if one is not other and other not in one.iterancestors():
        one.append(other)
    ends_well(path, packed({**members, "word/document.xml": etree.tostring(root)}))


def test_the_good_file_is_read_whole(path: Path) -> None:
    paper = ends_well(path, GOOD)
    assert paper
    assert texts(paper) == ["一、部门概况", "支出295.12", "[脚注]含结转", "科目\t金额\n预算\t", "里", "35"]


@given(
    st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.integers(0, 2)), min_size=1, max_size=6),
    st.integers(1, 5),
)
def test_any_table_is_sound(spans: list[tuple[int, bool, int]], rows: int) -> None:
    def written(at: int) -> str:
        cells = [
            cell(
                f"{at}",
                f'<w:gridSpan w:val="{(wide + at * shift) % 5}"/>'
                + ("<w:vMerge/>" if goes_on and at else '<w:vMerge w:val="restart"/>'),
            )
            for wide, goes_on, shift in spans
        ]
        return f"<w:tr>{''.join(cells)}</w:tr>"

    assert_sound(read_docx(docx(table(*(written(at) for at in range(rows)))), "报告"))


def test_a_long_report_is_read_in_time() -> None:
    blocks = [
        numbered("部门支出" * 20),
        table(*((str(at), cell("甲", "<w:vMerge/>"), "295.12") for at in range(30))),
    ]
    data = docx(*blocks * 60, numbering=lists(level(0, "chineseCounting", "%1、")))
    assert takes_less_than(2, lambda: read_docx(data, "报告"))


@pytest.mark.parametrize(
    "blocks",
    [
        [f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 20_000}</w:tr></w:tbl>", paragraph("末")],
        ["<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * 10_000 + "</w:tbl>", paragraph("末")],
        ["<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>" * 10_000],
        ["<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "<w:r><w:t>甲</w:t></w:r></w:p>"],
        ["<w:p>" + "<mc:AlternateContent><mc:Choice>" * 110 + run("甲") + "</mc:Choice></mc:AlternateContent>" * 110 + "</w:p>"],
        ["<w:p><w:r><w:t>" + "甲" * 500_000 + "</w:t></w:r></w:p>"],
    ],
    ids=["cells", "merged", "joined", "fields", "alternatives", "text"],
)  # fmt: skip
def test_what_is_long_in_one_way_takes_no_square_of_its_length(blocks: list[str]) -> None:
    members = unpacked(docx(*blocks))
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    assert takes_less_than(2, lambda: read_docx(stream.getvalue(), "报告"))


def test_pages_with_many_pieces_are_read_in_time() -> None:
    page = "".join(text_object("支出", 20 + at % 9 * 10, 20 + at // 9 * 7) for at in range(5_000))
    assert takes_less_than(2, lambda: read_ofd(ofd(page), "报告"))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"\0" * 40_000_000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0" * 10_000_000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512) + b"W\0o\0r\0d\0".ljust(128) * 390_000,
        b"\xff\xfe" + b"\0\xd8" * 9_000_000,
        ("预算" * 3_000_000).encode("gb18030") + b"\xff",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + b"--b\nContent-Type: text/html\n\n" * 600_000,
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + b"--b\n\n" * 9_000,
        b"<!--" * 1_000_000,
        b"\x80" * 19_000_000,
    ],
    ids=["zip", "ole", "entries", "utf-16", "damaged", "envelopes", "few envelopes", "comments", "bytes"],
)  # fmt: skip
def test_what_is_large_and_nothing_is_told_within_a_second(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert takes_less_than(1, lambda: ends_well(path, data))
