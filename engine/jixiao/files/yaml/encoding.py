"""Bytes of a file → its text, or a refusal that names the encoding.

UTF-8 and GB18030 are read, since Chinese offices save both. GB18030 gives some text for
almost any bytes, so text read that way must contain a key that our files have.
"""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from jixiao.files import messages
from jixiao.files.existence import is_closed
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_FILE_BYTES = 1_000_000
"""Largest file read; the largest real case has 29,000. Stops files that only fill memory."""

MAX_JUDGED_BYTES = 20_000
"""Bytes that the guess at an encoding looks at. Stops a large file from making it slow."""

KNOWN_KEYS = ("案例", "指标", "数据", "名称", "代码", "核查", "疑点")
"""Words of which every file of ours has at least one; text without any was misread."""

_OTHER_KEYS = (*KNOWN_KEYS, "指標", "數據", "名稱", "代碼", "項目")
_OTHER_CODECS = {"big5hkscs": "Big5", "shift_jis": "Shift-JIS", "euc_jp": "EUC-JP", "euc_kr": "EUC-KR"}
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_KINDS = (
    (b"PK\x03\x04", " Word、Excel 或压缩文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件"),
    (b"%PDF", " PDF 文件"),
)


def read_text(path: Path) -> str:
    """Give the text of a file with line ends as LF; raises Refused for anything unreadable."""
    return decode(read_bytes(path), str(path))


def decode(data: bytes, file: str) -> str:
    """Give the text of a file's bytes with line ends as LF; raises Refused, naming the encoding."""
    if len(data) > MAX_FILE_BYTES:
        raise _refused(file, messages.TOO_LARGE, limit=MAX_FILE_BYTES)
    _refuse_marked(data, file)
    body = data.removeprefix(codecs.BOM_UTF8)
    if not body.strip():
        raise _refused(file, messages.EMPTY_FILE)
    text = _utf8(body)
    if text is None:
        text = _gb18030(body, file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path) -> bytes:
    """Give the bytes of an ordinary file within the bound; raises Refused."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refused(str(path), messages.CLOSED_FOLDER if is_closed(path) else messages.IS_FOLDER)
        if not stat.S_ISREG(mode):
            raise _refused(str(path), messages.NOT_REGULAR)
        with path.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _refused(str(path), messages.MISSING_FILE) from error
    except PermissionError as error:
        raise _refused(str(path), messages.UNREADABLE, why="没有权限") from error
    except (OSError, ValueError) as error:
        raise _refused(str(path), messages.UNREADABLE, why=type(error).__name__) from error


def _refuse_marked(data: bytes, file: str) -> None:
    """Refuse what its first bytes or its NULs give away."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise _refused(file, messages.WRONG_ENCODING, name=name)
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise _refused(file, messages.NOT_TEXT, kind=kind)
    if b"\0" in data:
        codec = _nul_codec(data)
        if codec is None:
            raise _refused(file, messages.NOT_TEXT, kind="二进制文件")
        raise _refused(file, messages.WRONG_ENCODING, name=codec)


def _nul_codec(data: bytes) -> str | None:
    """Tell UTF-32 and UTF-16 without a mark: line ends and colons leave their NULs in step."""
    for codec, name in (
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ):
        text = _strictly(data, codec)
        if text is not None and "\0" not in text and any(key in text for key in (":", "\n")):
            return name
    return None


def _utf8(body: bytes) -> str | None:
    return _strictly(body, "utf-8")


def _gb18030(body: bytes, file: str) -> str:
    """Read as GB18030 where that gives a file of ours; otherwise say what it is."""
    text = _strictly(body, "gb18030")
    if text is not None and any(key in text for key in KNOWN_KEYS):
        return text
    _refuse_damaged(body, file)
    known = _known_encoding(body)
    if known is not None:
        raise _refused(file, messages.WRONG_ENCODING, name=known)
    guess = _guessed_encoding(body)
    if guess is None:
        raise _refused(file, messages.UNKNOWN_ENCODING)
    if guess.startswith("GB"):
        raise _refused(file, messages.NO_KNOWN_KEY)
    raise _refused(file, messages.GUESSED_ENCODING, name=guess)


def _refuse_damaged(body: bytes, file: str) -> None:
    """Refuse a UTF-8 file with a broken byte at that byte."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        if any(key in before for key in KNOWN_KEYS):
            place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
            raise Refused(Diagnostic(place, messages.DAMAGED_UTF8)) from error


def _known_encoding(body: bytes) -> str | None:
    """Name the encoding in which the bytes have a word of ours."""
    for codec, name in _OTHER_CODECS.items():
        text = _strictly(body, codec)
        if text is not None and any(key in text for key in _OTHER_KEYS):
            return name
    return None


def _guessed_encoding(body: bytes) -> str | None:
    """Name the encoding that the bytes look like, by how often which letters occur."""
    from charset_normalizer import from_bytes

    best = from_bytes(body[:MAX_JUDGED_BYTES]).best()
    return None if best is None else best.encoding.upper().replace("_", "-")


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _refused(file: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(file), filled(message, **pieces)))
