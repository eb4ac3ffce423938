"""What is no report in text is refused: with what it is and what to do, and soon."""

import io
import time
import zlib

import pytest
from hypothesis import given, strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from jixiao.documents.readers import pdf
from jixiao.documents.readers.pdf import bounded, read_pdf
from jixiao.model.diagnostic import Refused
from shared.documents.built import assert_sound, paragraphs
from shared.documents.pdf import drawn, made


def refusal(data: bytes) -> str:
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_pdf(data, "甲.pdf")
    assert time.monotonic() - began < 10
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place.file == "甲.pdf"
    return diagnostic.message


def plain(canvas: Canvas) -> None:
    canvas.drawString(90, 700, "支出决算295.12万元，收入决算295.12万元。")


def picture(canvas: Canvas) -> None:
    # A bitmap of 8 by 8 in the simplest format that reportlab reads without further libraries.
    canvas.drawImage(ImageReader(io.BytesIO(PNG)), 0, 0, 595, 842)


def _png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    lines = (b"\0" + b"\xff\xff\xff" * 8) * 8
    header = (8).to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


PNG = _png()


def test_a_scan_is_told_to_be_read_by_ocr() -> None:
    assert refusal(drawn(picture, picture)).startswith("这是扫描件")
    assert "OCR" in refusal(drawn(picture))


def test_a_scan_with_page_numbers_is_a_scan() -> None:
    def numbered(canvas: Canvas) -> None:
        picture(canvas)
        canvas.drawString(290, 30, f"- {canvas.getPageNumber()} -")

    assert refusal(drawn(numbered, numbered)).startswith("这是扫描件")


def test_a_scanned_page_among_others_is_said() -> None:
    [remark] = read_pdf(drawn(plain, picture, plain), "甲.pdf").remarks
    assert remark.code == "pages-unread"
    assert "第 2 页" in remark.text


def test_text_beside_a_small_picture_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        plain(canvas)
        canvas.drawImage(ImageReader(io.BytesIO(PNG)), 100, 100, 200, 100)

    paper = read_pdf(drawn(draw), "甲.pdf")
    assert paragraphs(paper) == ["支出决算295.12万元，收入决算295.12万元。"]
    assert not paper.remarks


def test_an_encrypted_file_is_refused_and_one_only_locked_against_change_is_read() -> None:
    assert "密码" in refusal(drawn(plain, encrypt=StandardEncryption("secret")))
    locked = drawn(plain, encrypt=StandardEncryption("", ownerPassword="secret", canModify=0))
    assert paragraphs(read_pdf(locked, "甲.pdf"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"no pdf at all", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert refusal(data)


def test_a_page_without_text_is_refused() -> None:
    assert "没有文字" in refusal(drawn(lambda canvas: canvas.line(1, 1, 90, 90)))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert read_pdf(drawn(plain, plain), "甲.pdf")
    assert "2 页" in refusal(drawn(plain, plain, plain))


def test_too_large_a_file_is_refused() -> None:
    assert "MB" in refusal(b"%PDF-1.4" + bytes(pdf.MAX_BYTES))


def test_a_page_of_200_mb_is_refused() -> None:
    assert "展开" in refusal(made(zlib.compress(b"q Q " * 50_000_000, 1)))


def test_a_page_packed_twice_is_refused() -> None:
    inner = zlib.compress(bytes(1_000_000_000))
    assert "展开" in refusal(made(zlib.compress(inner), b"/FlateDecode/FlateDecode"))


def test_a_long_page_is_refused() -> None:
    assert "第 1 页" in refusal(
        made(zlib.compress(b"0 0 m 9 9 l S " * (bounded.MAX_CONTENT_BYTES // 14 + 1)))
    )


def test_too_many_objects_on_a_page_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_OBJECTS", 50)
    assert "第 1 页" in refusal(made(zlib.compress(b"0 0 m 9 9 l S " * 60)))


def test_drawings_that_repeat_each_other_a_billionfold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_OBJECTS", 500)
    forms = b"".join(
        f"{10 + n} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 60/Resources<</XObject<</F {11 + n} 0 R>>>>>>"
        f"stream\n{'/F Do ' * 10}\nendstream endobj\n".encode()
        for n in range(10)
    )
    assert "第 1 页" in refusal(made(zlib.compress(b"/F Do"), resources=b"/XObject<</F 10 0 R>>", more=forms))


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_SECONDS", 0.2)
    endless = b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"
    font = (
        b"10 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R>>endobj\n"
        b"11 0 obj<</Length " + str(len(endless)).encode() + b">>stream\n" + endless + b"\nendstream endobj\n"
    )
    content = zlib.compress(b"BT /F 12 Tf (a) Tj ET")
    assert "秒" in refusal(made(content, resources=b"/Font<</F 10 0 R>>", more=font))


@given(st.binary(max_size=300), st.integers(min_value=0), st.integers(0, 60))
def test_any_bytes_end_in_a_paper_or_a_refusal(noise: bytes, at: int, gone: int) -> None:
    start = at % len(SMALL)
    for data in (noise, b"%PDF-1.4\n" + noise, SMALL[:start] + noise + SMALL[start + gone :]):
        try:
            assert_sound(read_pdf(data, "甲.pdf"))
        except Refused as refused:
            assert refused.diagnostics


SMALL = drawn(plain, pageCompression=0)
