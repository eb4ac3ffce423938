"""Comma-separated text → chunks: any encoding that offices save, line breaks in quotes, `;` and tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from jixiao.files.rows import messages
from jixiao.files.rows.chunk import BadRow, Chunk
from jixiao.files.rows.source.stream import ROWS, Stream
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

BLOCK = 1 << 20
MAX_CELL = 100_000
"""Longest text of a cell. Stops a quotation mark that is never closed from taking the whole file for one."""
SEPARATORS = ",;\t|"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030"}


def open_text(path: Path) -> Stream:
    """Open a text file; raises Refused where it has no heads, or can't be decoded."""
    import pyarrow as pa

    encoding = encoding_of(path)
    rows = _Rows(path, encoding)
    heads = next(rows, None)
    if heads is None or not any(cell.strip() for cell in heads):
        rows.end()
        raise Refused(Diagnostic(Place(str(path)), messages.NO_HEADS))
    while len(heads) > 1 and not heads[-1].strip():
        heads.pop()
    names = tuple(head.strip() for head in heads)
    types = (pa.string(),) * len(names)
    return Stream(str(path), names, types, _chunks(rows, len(names)), part=rows.part, end=rows.end)


def encoding_of(path: Path) -> str:
    """Tell the encoding of a file: by its mark, else UTF-8 if all of it is, else GB18030."""
    with path.open("rb") as stream:
        first = stream.read(4)
        for mark, name in _MARKS:
            if first.startswith(mark):
                return name
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := stream.read(BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "gb18030"
    return "utf-8"


class _Rows(Iterator[list[str]]):
    """The rows of a file as they stand there, each with the line on which it starts. Raises Refused."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._file, self._encoding = str(path), encoding
        self._bytes = path.open("rb")
        self._stream = io.TextIOWrapper(self._bytes, encoding=encoding, newline="")
        self._size = max(path.stat().st_size, 1)
        self.line = 1
        """The line on which the row given last starts."""
        self._next = 1
        try:
            separator = _separator(self._head_line())
        except UnicodeDecodeError:
            raise self._undecoded() from None
        csv.field_size_limit(MAX_CELL)
        self._reader = csv.reader(self._stream, delimiter=separator, strict=True)

    def end(self) -> None:
        """Close the file."""
        self._stream.close()

    def part(self) -> float:
        """Tell which part of the file has been read."""
        return 1.0 if self._stream.closed else self._bytes.tell() / self._size

    def _head_line(self) -> str:
        start = self._stream.readline(BLOCK)
        while start.count('"') % 2 and (more := self._stream.readline(BLOCK)) and len(start) < BLOCK:
            start += more
        self._stream.seek(0)
        return start

    def _undecoded(self) -> Refused:
        self.end()
        line, encoding = _first_broken(Path(self._file), self._encoding) or (self._next, self._encoding)
        text = filled(messages.NOT_DECODED, line=line, name=_NAMES[encoding])
        return Refused(Diagnostic(Place(self._file, line, 1), text))

    def __next__(self) -> list[str]:
        if self._stream.closed:
            raise StopIteration
        self.line = self._next
        try:
            row = next(self._reader)
        except UnicodeDecodeError:
            raise self._undecoded() from None
        except csv.Error as error:
            self.end()
            is_long = "field limit" in str(error)
            message = messages.LONG_CELL if is_long else messages.QUOTES
            text = filled(message, line=self.line, why=str(error), most=MAX_CELL)
            raise Refused(Diagnostic(Place(self._file, self.line, 1), text)) from None
        except StopIteration:
            self._stream.close()
            raise
        self._next = self._reader.line_num + 1
        return row


def _first_broken(path: Path, encoding: str) -> tuple[int, str] | None:
    """Give the first line that can't be decoded, in the encoding that most lines before it are in; None where that can't be told.

    No byte of a longer character is a line feed in these encodings.
    """
    if encoding == "utf-16":
        return None
    broken: dict[str, int] = {}
    with path.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(BLOCK), b""), 1):
            if len(line) == BLOCK:
                return None
            for one in {encoding, "utf-8"} - broken.keys():
                try:
                    line.decode(one)
                except UnicodeDecodeError:
                    broken[one] = number
            if len(broken) == len({encoding, "utf-8"}):
                break
    return max(((line, one) for one, line in broken.items()), default=None)


def _separator(line: str) -> str:
    """Tell what parts the cells of the heads: what stands there most often, outside quotation marks."""
    bare = "".join(line.split('"')[::2])
    return max(SEPARATORS, key=bare.count)


def _chunks(rows: _Rows, width: int) -> Iterator[Chunk]:
    import numpy as np
    import pyarrow as pa

    number = 0
    while True:
        found: list[list[str]] = []
        numbers: list[int] = []
        lines: list[int] = []
        broken: list[BadRow] = []
        blank = read = 0
        for cells in islice(rows, ROWS):
            read += 1
            if not any(map(str.strip, cells)):
                blank += 1
                continue
            number += 1
            if len(cells) < width or any(map(str.strip, cells[width:])):
                broken.append(_of_other_width(cells, number, rows.line, width))
                continue
            found.append(cells[:width])
            numbers.append(number)
            lines.append(rows.line)
        if not read:
            return
        columns = zip(*found, strict=True) if found else ((),) * width
        yield Chunk(
            tuple(pa.array(column, pa.string()) for column in columns),
            np.array(numbers, np.int64),
            np.array(lines, np.int64),
            tuple(broken),
            blank,
        )


def _of_other_width(cells: list[str], number: int, line: int, width: int) -> BadRow:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return BadRow(
        number, line, "", text.getvalue()[:200], filled(messages.WIDTH, found=len(cells), wanted=width)
    )
