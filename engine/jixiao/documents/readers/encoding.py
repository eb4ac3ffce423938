"""Bytes of a report → its text: UTF-8, UTF-16 that says so, GB18030; other encodings are named and refused.

GB18030 gives some text for almost any bytes, so what is read that way must look like Chinese.
"""

from __future__ import annotations

import codecs
import re

from jixiao.documents.readers import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_JUDGED_CHARS = 20_000
"""Characters by which a text is judged. Keeps a long text quick."""

LEAST_COMMON = 0.8
"""Least share of the characters of a misread text that are in common use; of Big5 read as GB18030 it is a half."""

_COMMON = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_NOT_UTF16_TEXT = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(data: bytes, name: str) -> str:
    """Give the text with line ends as LF, without its mark; raises Refused, naming the encoding."""
    text = _decoded(data, name)
    if _CONTROL.search(text):
        raise _no_text(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_NOT_UTF16_TEXT):
        raise _refused(name, messages.WRONG_ENCODING, name="UTF-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _marked(data, "utf-16", "UTF-16", name)
    if data.startswith(codecs.BOM_UTF8):
        return _marked(data, "utf-8-sig", "UTF-8", name)
    text = _strictly(data, "utf-8")
    if text is not None:
        return text
    text = _strictly(data, "gb18030")
    if text is not None and _is_common(text):
        return text
    raise _unknown(data, name)


def _marked(data: bytes, codec: str, encoding: str, name: str) -> str:
    text = _strictly(data, codec)
    if text is None:
        raise _refused(name, messages.DAMAGED_ENCODING, name=encoding)
    return text


def _unknown(data: bytes, name: str) -> Refused:
    """Say what the bytes look like, as far as one can tell."""
    if b"\0" in data:
        return _no_text(data, name)
    for codec, encoding in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        start = data[: 2 * MAX_JUDGED_CHARS].decode(codec, "ignore")
        if _is_common(start) and len(start.encode(codec)) > len(data[: 2 * MAX_JUDGED_CHARS]) * 9 // 10:
            return _refused(name, messages.DAMAGED_ENCODING, name=encoding)
    big5 = _strictly(data, "big5hkscs")
    if big5 is not None and len(_COMMON.findall(big5)) * 2 > len(big5):
        return _refused(name, messages.WRONG_ENCODING, name="Big5")
    return _refused(name, messages.UNKNOWN_ENCODING)


def _no_text(data: bytes, name: str) -> Refused:
    """Say what bytes with control characters are: UTF-16 that does not say so, or no text."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, codec)
        if text is not None and not _CONTROL.search(text) and _is_common(text):
            return _refused(name, messages.WRONG_ENCODING, name="UTF-16")
    return _refused(name, messages.UNKNOWN_KIND)


def _is_common(text: str) -> bool:
    """Whether what is not ASCII is mostly of the 3,755 characters in common use, and signs."""
    judged = _COMMON.findall(text[:MAX_JUDGED_CHARS])
    common = sum(_in_use(one) for one in judged)
    return bool(judged) and common >= LEAST_COMMON * len(judged)


def _in_use(character: str) -> bool:
    try:
        first = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return first <= 0xA3 or 0xB0 <= first <= 0xD7


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _refused(file: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(file), filled(message, **pieces)))
