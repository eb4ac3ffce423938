"""What is written where something is to be scored, whichever sentence it is for: amounts, points, places, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount
from jixiao.quantity import PLAIN, fold_width
from jixiao.scoring.scale.said import RatingError

YES_NO: Mapping[str, bool] = MappingProxyType({"是": True, "否": False})
FOUND: Mapping[str, bool] = MappingProxyType({**YES_NO, "有": True, "没有": False, "无": False})
"""Whether something was found, by any of its words."""
NONE = ("无", "没有")
ALL = ("全部", "全")
CIRCLED = re.compile("[①-⑳]")
_LIST = re.compile(
    r"(?:第?\d{1,3}项?(?:-第?\d{1,3}项?)?)(?:\s*[,、\s]\s*(?:第?\d{1,3}项?(?:-第?\d{1,3}项?)?))*"
)
_THOUSANDS = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+)(?=\D|$)")


def amount_in(text: str, wanted: str = "") -> Amount:
    """Read a number with or without its unit; raises RatingError, which says what is `wanted` instead."""
    from jixiao.language.standard.build.amount import read_amount

    folded = fold_width(text).replace(" ", "")
    folded = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), folded).removeprefix("+")
    try:
        return read_amount(folded, 0)
    except LanguageError as error:
        problem, _, _ = str(error).partition("，可用：")  # forty units; what fits is said instead
        raise RatingError(f"{problem}，应为{wanted}" if wanted else problem) from None


def points_in(text: str, wanted: str = "如 0.5 或 0.5分") -> Fraction:
    """Read points, 扣 or 得 before them or not; raises RatingError for anything else."""
    word = fold_width(text).strip()
    try:
        amount = amount_in(re.sub("^[扣得]|分$", "", word))
    except RatingError:
        amount = None
    if amount is None or amount.unit != PLAIN:
        raise RatingError(f"“{word}”不是分数，应为{wanted}")
    return amount.value


def place_of(mark: str) -> int:
    """Give the place in a list that ① stands for."""
    return ord(mark) - ord("①") + 1


def places_in(text: str) -> frozenset[int] | None:
    """Read places: 1,3  ①③  1、3  1-3; None where it is no list of them, RatingError for one that stands twice."""
    plain = CIRCLED.sub(lambda one: f",{place_of(one[0])}", text).strip(", ")
    plain = re.sub(r",\s*-\s*,?|-,", "-", plain)
    plain = re.sub(r"[,、\s]*[,、]\s*,(?=\d)", ",", plain) if CIRCLED.search(text) else plain
    if not _LIST.fullmatch(plain):
        return None
    places = list(_listed(plain))
    if len(places) > len(set(places)):
        twice = next(place for place in places if places.count(place) > 1)
        raise RatingError(f"第{twice}项写了两次")
    return frozenset(places)


def _listed(text: str) -> Iterator[int]:
    for one in re.split(r"[,、\s]+", text):
        ends = [int(number) for number in re.findall(r"\d+", one)]
        if ends[0] > ends[-1]:
            raise RatingError(f"“{one}”的次序反了")
        yield from range(ends[0], ends[-1] + 1)
