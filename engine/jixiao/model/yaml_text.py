"""Sentences written into block YAML so that they are read back as they are, in quotation marks only where they need them."""

from __future__ import annotations

import re

from jixiao.model.word import word

_PLAIN = re.compile(
    r"[^\W\d“《（][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*|[“《（①-⑳≥≤＜＞][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*"
)
_SPECIAL = re.compile(r":(?=\s|$)|\s#|\s$|[\ud800-\udfff\ufffe\uffff]|：(?=\s)")


def sentence(text: str) -> str:
    """Write a text as the value of a key that stands on a line of its own."""
    if _PLAIN.fullmatch(text) and not _SPECIAL.search(text) and not text.isascii():
        return text
    return word(text) if text.isprintable() else f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    """Write one sign between double quotation marks; what can't be seen by its number, half of a pair as a mark of that."""
    if "\ud800" <= sign <= "\udfff":
        return "\\uFFFD"
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"
