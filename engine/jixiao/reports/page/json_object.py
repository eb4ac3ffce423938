"""What every JSON document is made of: objects, amounts as exact texts, and errors at their place."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from jixiao.model.diagnostic import Diagnostic
from jixiao.quantity import decimal_text

Object = dict[str, Any]
"""One JSON object."""


def written(document: Object) -> str:
    """Write a document as text, ended by a line break."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def amount(value: Fraction | None) -> str | None:
    """Give an exact decimal text, a/b where no decimal ends; None for no value."""
    return None if value is None else decimal_text(value)


def error_object(diagnostic: Diagnostic) -> Object:
    """Give an error; line and column are 0 where it is about the file as a whole."""
    place = diagnostic.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "message": diagnostic.message,
    }
