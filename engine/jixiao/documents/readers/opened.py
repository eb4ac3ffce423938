"""A report's file → its paper, whatever format it is in."""

from __future__ import annotations

from pathlib import Path

from jixiao.documents.paper import Paper
from jixiao.documents.readers.text import paper_of_text
from jixiao.model.diagnostic import Diagnostic, Place, Refused

MAX_BYTES = 50_000_000
"""Largest report read. Stops a file that only fills memory."""


def read_paper(path: Path) -> Paper:
    """Give the paper of a report; raises Refused with one message that says what to do."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refused(path, f"读不了这个文件（{type(error).__name__}）") from error
    if len(data) > MAX_BYTES:
        raise _refused(path, f"文件超过 {MAX_BYTES} 字节，不像是一份报告")
    for codec in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return paper_of_text(text.replace("\r\n", "\n").replace("\r", "\n"), path.stem)
    raise _refused(path, "不是文本（UTF-8 或 GB18030），请另存为文本再读")


def _refused(path: Path, message: str) -> Refused:
    return Refused(Diagnostic(Place(str(path)), message))
