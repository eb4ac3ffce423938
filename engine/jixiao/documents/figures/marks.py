"""Marks that count off passages in running text: 一、 （一） 1、 (1) ①, each a kind; what they count goes side by side."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"(?:^|(?<=[,;:。、\n中]))"
    r"(?:(?P<chapter>[一二三四五六七八九十]{1,3}、)|(?P<section>\([一二三四五六七八九十]{1,3}\))"
    r"|(?P<number>\d{1,2}(?:、|\.(?!\d)))|(?P<bracketed>\(\d{1,2}\))|(?P<ringed>[①-⑳]))"
)


def mark_kinds(text: str) -> frozenset[str]:
    """Give the kinds of marks at which clauses of a folded text begin."""
    return frozenset(filter(None, (one.lastgroup for one in _MARK.finditer(text))))
