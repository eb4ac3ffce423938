"""A scoring sentence without the differences that carry no meaning.

Width, spaces and quotation marks are folded away; every character that remains knows where
it stood, so that messages and deductions can cite the sentence as it was written.
"""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.quantity import fold_width

MAX_SENTENCE_LENGTH = 2_000
"""Longest sentence read, in characters. Stops input that only costs time."""

_DROPPED = frozenset("“”\"‘’'「」『』\t \r\u3000\ufeff\u200b")
_FOLDED = str.maketrans({"≦": "≤", "≧": "≥", "～": "~", "〜": "~", "∽": "~", "—": "-", "–": "-", "−": "-", "﹣": "-",
                         "﹪": "%",  "﹥": ">", "﹤": "<", "﹦": "=", "⩾": "≥", "⩽": "≤", "≯": "≤", "≮": "≥",
                         "∶": ":", "✕": "×", "✖": "×", "⨯": "×", "∗": "*", "∕": "/", "⁄": "/"})  # fmt: skip

_END = r"[ \n]*[-\d.%‰百分之零一二三四五六七八九十点 \n]{1,14}"
_SQUARE = re.compile(rf"[【〔(\[]{_END}[,~至到-]{_END}[】〕)\]]")
"""【80%,90%): an interval, whose square bracket takes its number in."""
_POINTED = re.compile(r"[〈〉](?==|-?\d|百分)|(?<=[\d%])[〈〉]")
"""〈90%, 90%〈=率: a comparison in pointed brackets, which stand around titles otherwise."""
_SPACED = re.compile(r"(?<=\d分)[ \u3000]+(?=[^\s\d,;:。()]{1,8}:?\d+(?:\.\d+)?分)")
"""优：5分 良：3分: a space that parts two clauses."""
_CROSS = re.compile(
    r"(?<=[\u4e00-\u9fff)%])[xX](?=\d|[该本此](?:项|指标)|分值|满分|标准分|权重)|(?<=[率度比例重数额量)%])[xX](?=\()"
    r"|(?:(?<=分值)|(?<=满分)|(?<=权重)|(?<=标准分))[xX](?=[\u4e00-\u9fff(])|(?<=\d)[xX](?=[\u4e00-\u9fff(])"
)
"""率x150, (甲/乙)X分值, 6x天数: a letter for a sign of multiplication."""
_DEGREE = re.compile(r"([×*]\d{1,3}(?:\.\d+)?)°")
"""率×40°: a full stop that a copy has damaged."""
_COUNTED = re.compile(r"(?:^|[;。:\n])[1-9]\d?\.$")
_ROUND, _CORNERED = str.maketrans("【】〔〕", "()()"), str.maketrans("【】〔〕", "[][]")
_BARS = str.maketrans("│∣｜", "|||")


@dataclass(frozen=True, slots=True)
class Source:
    """The folded sentence, and for each of its characters the place in the original."""

    original: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the original of folded[start:end]."""
        if start >= len(self.places):
            return Span(len(self.original), len(self.original))
        last = self.places[max(start, end - 1)]
        return Span(self.places[start], last + 1)

    def without_breaks(self) -> Source:
        """Give the sentence on one line."""
        kept = [place for place, sign in enumerate(self.text) if sign != "\n"]
        text, places = "".join(self.text[one] for one in kept), tuple(self.places[one] for one in kept)
        return Source(self.original, text, places)


def fold_words(words: str) -> str:
    """Fold words cited from a sentence, in which a line break says nothing."""
    return fold_sentence(words).without_breaks().text


def refuse_length(sentence: str) -> None:
    """Raise LanguageError for a sentence that is too long, before anything is looked for in it."""
    if len(sentence) > MAX_SENTENCE_LENGTH:
        raise LanguageError(
            f"评分标准过长（{len(sentence)} 字），最多 {MAX_SENTENCE_LENGTH} 字", MAX_SENTENCE_LENGTH
        )


def fold_sentence(sentence: str) -> Source:
    """Fold a sentence; raises LanguageError where it is empty or too long."""
    refuse_length(sentence)
    kept: list[str] = []
    places: list[int] = []
    folded = fold_width(sentence).translate(_FOLDED).translate(_BARS)
    plain = _SQUARE.sub(lambda one: one[0].translate(_CORNERED), folded).translate(_ROUND)
    plain = _SPACED.sub(lambda one: ";" * len(one[0]), plain)
    for place, sign in enumerate(plain):
        if sign in " \u3000\t" and _COUNTED.search("".join(kept[-4:])):
            kept[-1] = "、"  # "1. 95%以上": the space shows that the number counts
        if sign not in _DROPPED:
            kept.append(sign)
            places.append(place)
    if not kept:
        raise LanguageError("评分标准是空的", 0)
    text = _POINTED.sub(lambda one: "<" if one[0] == "〈" else ">", "".join(kept))
    text = _DEGREE.sub(r"\1。", _CROSS.sub("×", text))
    return Source(sentence, text, tuple(places))
