"""Points of a heading that the items behind it divide among them: 组织领导（2分）：成立小组得1分，制定方案得1分."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.quantity import points_text
from jixiao.scoring.sentence.several.doubtful import OF_THEM
from jixiao.scoring.sentence.several.small import Small


def without_heads(earns: list[Small]) -> list[Small]:
    """Give the items of a section without the headings whose points they make up.

    Raises LanguageError where they make up others.
    """
    found: list[Small] = []
    rest = list(earns)
    while rest:
        first, *rest = rest
        if first.counted or not rest or not (first.heads or _is_of_them(rest[0])):
            found.append(_of_them(first))
            continue
        end = next((place for place in range(1, len(rest)) if _heads(rest, place)), len(rest))
        if not first.heads:  # 其中 ends where its points do
            end = next((place for place in range(1, end) if _total(rest[:place]) == first.points), end)
        found += _divided(first, [_of_them(one) for one in rest[:end]])
        rest = rest[end:]
    return found


def _heads(smalls: list[Small], place: int) -> bool:
    return smalls[place].heads or (place + 1 < len(smalls) and _is_of_them(smalls[place + 1]))


def _divided(head: Small, parts: list[Small]) -> list[Small]:
    """Give the items behind a heading, about what it says: all of them make up its points, or the best of them does."""
    open_ones = [one for one in parts if one.counted and one.cap is None]
    total = _total(parts)
    if len(open_ones) == 1 and total < head.points:
        room = head.points - total
        parts = [replace(one, cap=room) if one is open_ones[0] else one for one in parts]
        total, open_ones = head.points, []
    falls = all(
        one.points > other.points and set(one.words) & set(other.words) for one, other in pairwise(parts)
    )
    graded = falls and parts[0].points == head.points and not any(one.counted for one in parts)
    if open_ones or (total != head.points and not graded):
        span = head.clause.span
        message = f"“{head.words}”有{points_text(head.points)}分，后面各条合计{points_text(total)}分"
        raise LanguageError.at(message, span)
    return [replace(one, about="，".join(part for part in (head.words, one.about) if part)) for one in parts]


def _total(parts: list[Small]) -> Fraction:
    return sum((one.cap or ZERO if one.counted else one.points for one in parts), ZERO)


def _is_of_them(small: Small) -> bool:
    return small.all_words.startswith(OF_THEM)


def _of_them(small: Small) -> Small:
    """Give a small rule without 其中."""
    about = small.about.removeprefix(OF_THEM).lstrip("，：")
    return replace(small, about=about, words=small.words.removeprefix(OF_THEM).lstrip("，："))
