"""What a column holds, by its head: misspelt, broken by blanks and line breaks, with a bracket behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.dataclass import dataclass
from jixiao.documents.issued.head_words import HIGH_MATTER, LABELS, WORDS, Column
from jixiao.quantity.number import fold_width


@dataclass(frozen=True, slots=True)
class Head:
    """A head: the kind of its column, and how deep the label or points stand (10: 一级 … 40: 四级; 0: not said)."""

    kind: Column
    depth: int = 0


_LEVEL = re.compile("([一二三四])级")
_NO_WORD = re.compile(r"[\s:：、，,。.*＊_/\\|\-—]+")
_POINTS = re.compile("[^评得实核查扣加减]{1,6}分值")
"""Points of whatever: 要素分值; not those that were given."""
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]?")
MIN_MISSPELT = 3
"""Fewest characters of a head in which one may be wrong."""
MAX_HEAD = 24
"""Longest head, brackets included."""

_KNOWN: dict[str, Head] = {word: Head(kind) for kind, words in WORDS.items() for word in words.split()}
_KNOWN |= {word: Head(Column.LABEL, depth) for depth, words in LABELS.items() for word in words.split()}
_KNOWN |= {word: Head(Column.MATTER, 15) for word in HIGH_MATTER.split()}


def head_of(text: str) -> Head | None:
    """Tell what a head says its column holds; None for what is no head."""
    return _head_of(text) if len(text) <= 4 * MAX_HEAD else None


def is_head_word(text: str) -> bool:
    """Whether a text is a head as it stands, and does not only end in one."""
    return _NO_WORD.sub("", fold_width(text)) in _KNOWN


@lru_cache(maxsize=4_096)
def _head_of(text: str) -> Head | None:
    whole = _NO_WORD.sub("", fold_width(text))
    plain = _BRACKETS.sub("", whole) or whole.strip("()（）[]【】")
    if not plain or len(plain) > MAX_HEAD:
        return None
    return _KNOWN.get(plain) or _with_level(plain) or _misspelt(plain) or _ending(plain) or _compound(plain)


def _with_level(plain: str) -> Head | None:
    """Read the head of points or weights of one level: 二级指标分值."""
    level = _LEVEL.match(plain)
    if level is None or not plain.endswith(("分值", "权重", "分数", "满分", "得分")):
        return None
    kind = (
        Column.WEIGHT if plain.endswith("权重") else Column.CLAIM if plain.endswith("得分") else Column.POINTS
    )
    return Head(kind, 10 * ("一二三四".index(level[1]) + 1))


def _misspelt(plain: str) -> Head | None:
    """Find the one kind of head from which a text differs by one character, put in, left out or wrong."""
    if len(plain) < MIN_MISSPELT or _LEVEL.match(plain):
        plain_level = _LEVEL.match(plain)
        return None if plain_level is None else _LEVELS.get(plain_level[0])
    near = {head for word, head in _KNOWN.items() if len(word) >= MIN_MISSPELT and _is_near(plain, word)}
    return near.pop() if len(near) == 1 else None


_LEVELS = {f"{one}级": Head(Column.LABEL, 10 * place) for place, one in enumerate("一二三四", start=1)}


def _is_near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or (len(one) == len(other) == MIN_MISSPELT and one[-1] != other[-1]):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    shorter, longer = sorted((one[start:], other[start:]), key=len)
    return longer[1:] in (shorter, shorter[1:]) if len(shorter) < len(longer) else shorter[1:] == longer[1:]


def _compound(plain: str) -> Head | None:
    """Read a head of two: 考核标准及分值 holds sentences, 考核内容及要求 what is asked."""
    parts = re.split("[及和与、]", plain)
    if len(parts) != 2 or len(parts[0]) < MIN_MISSPELT:
        return None
    found = [_KNOWN[part] for part in parts if part in _KNOWN]
    sentences = [one for one in found if one.kind is Column.SENTENCE]
    return next(iter([*sentences, *found]), None)


def _ending(plain: str) -> Head | None:
    """Find a head that ends a longer one: 部门整体支出评分标准, 2023年自评得分."""
    found = [
        word for word in _KNOWN if len(word) >= 4 and plain.endswith(word) and len(plain) <= len(word) + 8
    ]
    if found:
        return _KNOWN[max(found, key=len)]
    return Head(Column.POINTS) if _POINTS.fullmatch(plain) else None
