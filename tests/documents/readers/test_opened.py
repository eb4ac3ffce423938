"""A path becomes a paper by what is in the file; what is not read is told in one message, within a second."""

import os
import struct
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers import opened
from jixiao.documents.readers.opened import MAX_BYTES, MAX_TEXT_BYTES, read_paper
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from shared.closed import closed
from shared.documents.sound import texts
from shared.documents.zips import docx, ofd, packed, paragraph, text_object
from shared.effort import takes_less_than

PAGE = "<html><head><meta charset='gb2312'></head><body><p>支出295.12万元</p></body></html>"
MHTML = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    "{page}\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
)


def ole(*streams: str) -> bytes:
    """Write as much of an OLE file as tells what it holds."""
    entries = b"".join(
        (name + "\0").encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in ("Root Entry", *streams)
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def quoted(text: str, codec: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode(codec))


def typed(kind: str) -> bytes:
    return packed(
        {"[Content_Types].xml": f'<Types><Override ContentType="application/vnd.{kind}+xml"/></Types>'}
    )


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any, str]]:
    """Have the readers that are not asked here note what they are given."""
    calls: list[tuple[str, Any, str]] = []

    def reader(kind: str) -> Callable[[Any, str], Paper]:
        def read(data: Any, name: str) -> Paper:
            calls.append((kind, data, name))
            builder = PaperBuilder(name)
            builder.paragraph(kind)
            return builder.finished()

        return read

    for kind in ("pdf", "html", "xlsx"):
        module = types.ModuleType(kind)
        setattr(module, f"read_{kind}", reader(kind))
        monkeypatch.setitem(sys.modules, f"jixiao.documents.readers.{kind}", module)
    return calls


def refusal(path: Path) -> str:
    """Give the one message about a file, which comes within a second."""

    def read() -> Diagnostic:
        with pytest.raises(Refused) as refused:
            read_paper(path)
        [found] = refused.value.diagnostics
        return found

    assert takes_less_than(1, read)
    found = read()
    assert found.place.file == str(path)
    return found.message


def saved(folder: Path, data: bytes, name: str = "报告.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["报告.docx", "报告.doc", "报告", "报告.2024.pdf"])
def test_a_docx_is_read_by_whatever_name(tmp_path: Path, name: str) -> None:
    paper = read_paper(saved(tmp_path, docx(paragraph("正文")), name))
    assert (paper.name, texts(paper)) == (Path(name).stem, ["正文"])


def test_text_and_ofd_are_read(tmp_path: Path) -> None:
    assert read_paper(saved(tmp_path, "支出决算数".encode("gb18030"), "报告.txt")).text == "支出决算数"
    assert texts(read_paper(saved(tmp_path, ofd(text_object("支出", 1, 9)), "报告.ofd"))) == ["支出"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.7\n", "pdf"),
        (PAGE.encode("gb18030"), "html"),
        (b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE HTML><HTML>", "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"\xef\xbb\xbf\xef\xbb\xbf" + PAGE.encode(), "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="x">', "html"),
        (b"<table><tr><td>1</td></tr></table>", "html"),
        (typed("openxmlformats-officedocument.spreadsheetml.sheet.main"), "xlsx"),
        (packed({"xl/workbook.xml": "", "xl/media/white.bmp": b"\0" * 9_000_000}), "xlsx"),
    ],
)
def test_each_format_goes_to_its_reader(tmp_path: Path, taken: list[Any], data: bytes, kind: str) -> None:
    read_paper(saved(tmp_path, data, "报告.doc"))
    assert taken == [(kind, data, "报告")]


@pytest.mark.parametrize(("charset", "codec"), [("gb2312", "gb18030"), ("utf-8", "utf-8")])
def test_a_page_in_an_envelope_is_read_as_the_page(tmp_path: Path, charset: str, codec: str) -> None:
    data = MHTML.format(charset=charset, page=quoted(PAGE, codec)).encode()
    assert texts(read_paper(saved(tmp_path, data, "报告.doc"))) == ["支出295.12万元"]


def test_an_envelope_with_an_empty_page_first_is_read(tmp_path: Path) -> None:
    page = MHTML.format(charset="utf-8", page=quoted(PAGE, "utf-8"))
    data = page.replace("--b\r\n", "--b\r\nContent-Type: text/html\r\n\r\n \r\n--b\r\n", 1).encode()
    assert texts(read_paper(saved(tmp_path, data, "报告.mht"))) == ["支出295.12万元"]


@pytest.mark.parametrize("charset", ["无此编码", "utf-8"])
def test_a_page_whose_envelope_is_wrong_says_its_encoding_itself(tmp_path: Path, charset: str) -> None:
    data = MHTML.format(charset=charset, page=quoted(PAGE, "gbk")).encode()
    assert texts(read_paper(saved(tmp_path, data, "报告.mht"))) == ["支出295.12万元"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的，请核对是否下载或保存完整"),
        (ole("WordDocument"), "这是旧版 Word 或 WPS 文字的二进制文件（.doc、.wps），请另存为 docx"),
        (ole("Workbook"), "这是旧版 Excel 或 WPS 表格的二进制文件（.xls、.et），请另存为 xlsx"),
        (ole("Book"), "这是旧版 Excel 或 WPS 表格的二进制文件（.xls、.et），请另存为 xlsx"),
        (ole("EncryptionInfo", "EncryptedPackage"), "文件加了密码，请用 Word 或 WPS 打开，去掉密码后另存"),
        (ole("PowerPoint Document"), "这是演示文稿，不是报告，请给出 docx、pdf 或 txt"),
        (ole("FileHeader"), "这是旧版 Office 的二进制文件，请另存为 docx 或 xlsx"),
        (docx(paragraph("正文"))[:-40], "文件不完整或已损坏，打不开，请用 Office 或 WPS 打开后重新保存"),
        (docx(paragraph("零" * 3_000_000)), "文件里的“word/document.xml”解开后大得反常，没有打开，请核对文件来源"),
        (
            packed({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "0" * 9_000_000}),
            "文件里的“xl/worksheets/sheet1.xml”解开后大得反常，没有打开，请核对文件来源",
        ),
        (packed({"报告.txt": "正文"}), "这是压缩文件，请解压后给出其中的报告"),
        (packed({"mimetype": "x", "META-INF/manifest.xml": ""}), "这是 odt 或 ods 文件，请另存为 docx 或 xlsx"),
        (typed("ms-excel.sheet.binary.macroEnabled.main"), "这是 xlsb 文件，请另存为 xlsx"),
        (typed("openxmlformats-officedocument.presentationml.slide"), "这是演示文稿，不是报告，请给出 docx、pdf 或 txt"),
        (b"{\\rtf1 x}", "这是 rtf 文件，请另存为 docx"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "这是 Word 或 Excel 的单个 XML 文件，请另存为 docx 或 xlsx"),
        (b'<?xml version="1.0"?><x/>', "这是 XML 文件，不是报告，请给出 docx、pdf、html 或 txt"),
        (b"\x89PNG\r\n\x1a\n\0", "这是图片，里面没有可读的文字，请先做文字识别（OCR），或给出 docx、带文字的 pdf"),
        (b"\xff\xd8\xff\xe0\0", "这是图片，里面没有可读的文字，请先做文字识别（OCR），或给出 docx、带文字的 pdf"),
        (b"Rar!\x1a\x07\0", "这是压缩文件，请解压后给出其中的报告"),
        (os.urandom(2_000) + b"\0\xff", "认不出是什么文件，请给出 docx、pdf、html、txt、xlsx 或 ofd"),
        (MHTML.format(charset="utf-8", page="").encode(), "这个网页文件里没有网页正文，请重新保存，或另存为 docx"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_with_what_to_do(tmp_path: Path, data: bytes, message: str) -> None:
    assert refusal(saved(tmp_path, data)) == message


def test_words_in_a_text_are_no_stream_of_an_old_file(tmp_path: Path) -> None:
    data = ole("WordDocument") + bytes(2) + "EncryptedPackage\0".encode("utf-16-le")
    assert "旧版 Word" in refusal(saved(tmp_path, data))


def test_files_beyond_the_limit_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as stream:
        stream.truncate(2**40)
    assert refusal(path) == f"文件超过 {MAX_BYTES // 1_000_000} MB，请压缩图片、删去无关内容或拆分"


@pytest.mark.parametrize("start", ["<html><body>", "支出"])
def test_a_page_or_text_has_a_limit_of_its_own(tmp_path: Path, start: str) -> None:
    data = start.encode().ljust(MAX_TEXT_BYTES + 1)
    assert (
        refusal(saved(tmp_path, data))
        == f"文件超过 {MAX_TEXT_BYTES // 1_000_000} MB，请压缩图片、删去无关内容或拆分"
    )


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.docx") == "找不到文件，请核对路径"
    assert refusal(saved(tmp_path, b"x") / "内.docx") == "找不到文件，请核对路径"
    assert refusal(tmp_path) == "这是文件夹，请给出其中的文件"
    assert refusal(Path("a\0b")).startswith("文件打不开（")
    assert refusal(tmp_path / ("长" * 300)) == "文件打不开（ENAMETOOLONG），请检查权限或路径"
    pipe = tmp_path / "管道.docx"
    os.mkfifo(pipe)
    assert refusal(pipe).startswith("这不是普通文件，请给出报告文件")


def test_a_file_or_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, b"x")
    with closed(path):
        assert refusal(path) == "文件打不开（没有权限），请检查权限或路径"
    folder = tmp_path / "夹"
    folder.mkdir()
    with closed(folder):
        assert refusal(folder).startswith("文件夹打不开（没有权限）")


@pytest.mark.parametrize(
    ("library", "kind"), [("lxml", "docx"), ("lxml", "html"), ("openpyxl", "xlsx"), ("pdfplumber", "pdf"), ("pdfminer", "pdf")]
)  # fmt: skip
def test_without_the_extra_one_is_told_how_to_get_it(tmp_path: Path, library: str, kind: str) -> None:
    data = {
        "docx": docx(paragraph("正文")),
        "html": b"<html><body><p>x</p></body></html>",
        "xlsx": packed({"[Content_Types].xml": "spreadsheetml.sheet.main", "xl/workbook.xml": "<a/>"}),
        "pdf": b"%PDF-1.7",
    }
    code = (
        f"import sys; sys.modules[{library!r}] = None; from pathlib import Path\n"
        "from jixiao.documents.readers.opened import read_paper\n"
        "from jixiao.model.diagnostic import Refused\n"
        f"try: read_paper(Path({str(saved(tmp_path, data[kind]))!r}))\n"
        "except Refused as refused: sys.stdout.buffer.write(str(refused).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    told = f"读这种文件要先安装 {library}，请运行 pip install 'jixiao[documents]'"
    assert done.stdout.decode().endswith(told)


def test_a_reader_that_is_not_there_is_no_missing_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(opened._READERS, opened.Kind.TEXT, ("nowhere", "read"))
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        read_paper(saved(tmp_path, b"x"))


def test_a_refusal_of_a_reader_names_the_file_and_keeps_its_place(tmp_path: Path, taken: list[Any]) -> None:
    def refuse(data: bytes, name: str) -> Paper:
        raise Refused(Diagnostic(Place(name, 3, 4), "坏了"))

    sys.modules["jixiao.documents.readers.pdf"].read_pdf = refuse  # type: ignore[attr-defined]
    path = saved(tmp_path, b"%PDF-1.7")
    with pytest.raises(Refused) as refused:
        read_paper(path)
    assert str(refused.value) == f"{path}:3:4：坏了"
