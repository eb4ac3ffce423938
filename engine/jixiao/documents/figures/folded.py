"""A passage without what printing adds: half width, no white space, no quotation marks; with where each sign stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.language.span import Span
from jixiao.quantity.number import fold_width

_QUOTES = frozenset("“”‘’\"'＂＇「」『』《》<>〈〉")
_LIKE = str.maketrans("﹪：∶﹕；，。（）【】〔〕", "%:::;,。()[]()")
MAX_PASSAGE = 4_000
"""Longest stretch that is read as one; a page has 1,000 signs. Stops text without an end of a line, which is looked
back through from each of its numbers."""
_ENDS = tuple(map(re.compile, (r"[。\n!?]", ";", r"[,、](?!\d)", r"[^\d.,](?![\d.,%])")))
"""Signs behind which a passage that is too long is cut, the best first."""
KEEPS = "\n"
"""What stands for the end of a paragraph in a folded passage."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters the place in the canonical text."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the canonical text of a stretch of the folded one."""
        return Span(self.at[start], self.at[end - 1] + 1) if start < end else Span(0, 0)


def fold(text: str, span: Span) -> Folded:
    """Fold a stretch of the canonical text."""
    words = text[span.start : span.end]
    words = _APART.sub(";", words)
    signs = [_FOLDED[sign] for sign in words]
    folded = "".join(signs)
    if len(folded) == len(signs):
        return Folded(folded, range(span.start, span.start + len(signs)))
    return Folded(folded, [place for place, sign in enumerate(signs, start=span.start) if sign])


_APART = re.compile(r"(?<=[\d%])\t(?=[\d.])|(?<=\.\d\d)\s(?=\s*\d)")
"""Stands between two numbers, which are not one with a gap in it: an amount with two decimals goes on nowhere."""


class _Signs(dict[str, str]):
    """What each sign becomes, one sign or nothing; found out when it is met first."""

    def __missing__(self, sign: str) -> str:
        left_out = sign.isspace() or sign in _QUOTES or sign in "\u200b\ufeff"
        self[sign] = folded = "" if left_out else fold_width(sign).translate(_LIKE)
        return folded


_FOLDED = _Signs()


def pieces(passage: Folded) -> Iterator[Folded]:
    """Yield a passage in pieces of at most MAX_PASSAGE signs, cut where a sentence ends, else a clause, else a word."""
    text, start = passage.text, 0
    while len(text) - start > MAX_PASSAGE:
        end = _cut(text, start)
        yield Folded(text[start:end], passage.at[start:end])
        start = end
    yield passage if not start else Folded(text[start:], passage.at[start:])


def _cut(text: str, start: int) -> int:
    """Give where the piece that begins at a place ends best."""
    most = start + MAX_PASSAGE
    for ends in _ENDS:
        for place in range(most, most - MAX_PASSAGE // 2, -1):
            if ends.match(text, place - 1):
                return place
    return most


def plain(text: str) -> str:
    """Give a name as names are compared: folded, without brackets."""
    folded = fold(text, Span(0, len(text))).text
    return folded.translate(_NO_BRACKETS)


_NO_BRACKETS = str.maketrans("", "", "()[]")
