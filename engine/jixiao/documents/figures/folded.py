"""A passage without what printing adds: half width, no white space, no quotation marks; with where each sign stood."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.language.span import Span
from jixiao.quantity.number import fold_width

_QUOTES = frozenset("“”‘’\"'＂＇「」『』《》<>〈〉")
_LIKE = str.maketrans("﹪：；，。（）【】〔〕", "%:;,。()[]()")
KEEPS = "\n"
"""What stands for the end of a paragraph in a folded passage."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters the place in the canonical text."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the canonical text of a stretch of the folded one."""
        return Span(self.at[start], self.at[end - 1] + 1) if start < end else Span(0, 0)


def fold(text: str, span: Span) -> Folded:
    """Fold a stretch of the canonical text."""
    signs: list[str] = []
    at: list[int] = []
    for place in range(span.start, span.end):
        sign = text[place]
        if sign.isspace() or sign in _QUOTES or sign in "\u200b\ufeff":
            continue
        signs.append(fold_width(sign).translate(_LIKE))
        at.append(place)
    return Folded("".join(signs), tuple(at))


def plain(text: str) -> str:
    """Give a name as names are compared: folded, without brackets."""
    folded = fold(text, Span(0, len(text))).text
    return folded.translate(_NO_BRACKETS)


_NO_BRACKETS = str.maketrans("", "", "()[]")
