"""What every JSON document is made of: objects, amounts as exact texts, and errors at their place."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from json import dumps
from json.encoder import encode_basestring
from typing import Any

from jixiao.model.diagnostic import Diagnostic
from jixiao.quantity import decimal_text

Object = dict[str, Any]
"""One JSON object."""


MAX_KEPT = 1_024
"""Most amounts and frames of objects kept as text: they are the same in case after case."""

_STEERS = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Signs above the first 32, which JSON has escaped anyway, that a terminal obeys or XML has not."""

STEP = "  "
"""What each level is indented by."""


def written(document: Object) -> str:
    """Write a document as text, ended by a line break."""
    return text_of(document) + "\n"


def text_of(value: object, margin: str = "") -> str:
    """Write a value of JSON; `margin` stands before every line but the first.

    The same text as json.dumps(value, ensure_ascii=False, indent=2), in half the time; but for signs
    that would steer a terminal, which are escaped.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    inner = margin + STEP
    if isinstance(value, dict):
        texts = [quoted(one) if type(one) is str else text_of(one, inner) for one in value.values()]
        return _frame(tuple(value), margin) % tuple(texts) if texts else "{}"
    if isinstance(value, list | tuple):
        return f"[{_block([text_of(one, inner) for one in value], margin)}]"
    return dumps(value, ensure_ascii=False)


def quoted(text: str) -> str:
    """Write a text in quotation marks, with escapes for whatever steers a terminal or turns its writing."""
    written = encode_basestring(text)
    return written if written.isprintable() else _STEERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


@lru_cache(maxsize=MAX_KEPT)
def _frame(names: tuple[str, ...], margin: str) -> str:
    """Give what stands around the values of an object: the same objects come in their thousands."""
    return f"{{{_block([f'{quoted(name)}: '.replace('%', '%%') + '%s' for name in names], margin)}}}"


def _block(lines: list[str], margin: str) -> str:
    """Put values on lines of their own, one step in; nothing where there are none."""
    if not lines:
        return ""
    start = f"\n{margin}{STEP}"
    return f"{start}{f',{start}'.join(lines)}\n{margin}"


def amount(value: Fraction | None) -> str | None:
    """Give an exact decimal text, a/b where no decimal ends; None for no value."""
    return None if value is None else _amount(*value.as_integer_ratio())


@lru_cache(maxsize=MAX_KEPT)
def _amount(above: int, below: int) -> str:
    return decimal_text(Fraction(above, below))


def error_object(diagnostic: Diagnostic) -> Object:
    """Give an error; line and column are 0 where it is about the file as a whole. In a workbook sheet and cell are named."""
    place = diagnostic.place
    cell = {"sheet": place.sheet, "cell": place.cell} if place.sheet else {}
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        **cell,
        "message": diagnostic.message,
    }
