"""A file that lists variants of a table: a row each of a CSV table, or an entry each of a YAML list.

Its columns, or keys, are paths: what of the table takes which value.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jixiao.files import messages as file_messages
from jixiao.files.collector import Collector
from jixiao.files.rows import messages
from jixiao.files.yaml.encoding import MAX_FILE_BYTES
from jixiao.files.yaml.node import Mapping as Tree, Node, Scalar, Sequence
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

Row = Mapping[str, str]
"""Path → value, as written; an empty one stays as it is."""


def read_variants(path: Path) -> tuple[Row, ...]:
    """Read a list of variants, CSV by its name and YAML else; raises Refused."""
    text = _text(path)
    rows = tuple(_table(text, str(path)) if path.suffix.lower() == ".csv" else _list(text, str(path)))
    if not rows:
        raise Refused(Diagnostic(Place(str(path)), messages.NO_VARIANTS))
    return rows


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        raise Refused(Diagnostic(Place(str(path)), filled(messages.VARIANTS_UNREAD, why=why))) from None
    if len(data) > MAX_FILE_BYTES:
        raise Refused(Diagnostic(Place(str(path)), filled(file_messages.TOO_LARGE, limit=MAX_FILE_BYTES)))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise Refused(Diagnostic(Place(str(path)), messages.VARIANTS_ENCODING))


def _table(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""))
    heads: list[str] = []
    for cells in _lines(reader, file):
        told = [one.strip() for one in cells]
        if not any(told):
            continue
        if not heads:
            heads = told
            twice = next((one for at, one in enumerate(told) if one and one in told[:at]), None)
            if twice is not None:
                text = filled(messages.VARIANT_TWICE, head=twice)
                raise Refused(Diagnostic(Place(file, reader.line_num, 1), text))
            continue
        if len(told) > len(heads):
            raise Refused(Diagnostic(Place(file, reader.line_num, 1), messages.VARIANT_TOO_LONG))
        yield {head: cell for head, cell in zip(heads, told, strict=False) if head}


def _lines(reader: Iterator[list[str]], file: str) -> Iterator[list[str]]:
    line = 1
    try:
        for line, cells in enumerate(reader, 2):  # noqa: B007 asked where a line can't be read
            yield cells
    except csv.Error as error:
        why = filled(messages.VARIANTS_TABLE, line=line, why=str(error))
        raise Refused(Diagnostic(Place(file, line, 1), why)) from None


def _list(text: str, file: str) -> Iterable[Row]:
    root, collector = parse_tree(text, file), Collector()
    found = [_entry(one, collector) for one in _entries(root, collector)]
    collector.refuse_if_any()
    return found


def _entries(root: Node, collector: Collector) -> tuple[Node, ...]:
    if isinstance(root, Sequence):
        return root.items
    collector.add(root.place, messages.VARIANTS_SHAPE)
    return ()


def _entry(node: Node, collector: Collector) -> Row:
    if not isinstance(node, Tree):
        collector.add(node.place, messages.VARIANTS_SHAPE)
        return {}
    found = {}
    for key, value in node.entries:
        if isinstance(value, Scalar):
            found[key.text] = value.text
        else:
            collector.add(value.place, messages.VARIANTS_SHAPE)
    return found
