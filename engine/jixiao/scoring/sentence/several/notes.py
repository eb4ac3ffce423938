"""Words among small rules that are none themselves: how grades add up, how many items there are."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.scoring.words.telling import rule_in_remark

_HIGHEST = re.compile("(?:按|以|取|就)最?高|不(?:重复|累计|累加|叠加|兼得)")
_ONE_OF_THEM = re.compile(
    "(?:(?:同[一时]|多次|重复)[^,;。]{1,12},|获得?多[项个次种][^,;。]{0,8},)?(?:只|仅|就|均|则)*(?:按照?|以|取|计|算)?"
    "(?:其中)?最高的?(?:[一1][项个次级档类种]|者)(?:奖项|奖励|荣誉|级别|等级|等次|得分|分值)?的?"
    "(?:计算|计分|记分|赋分|给分|加分|得分|为准|计入|计|算)*"
)
_ADDED_UP = re.compile("(?:可|允许|予以)(?:以)?(?:累计|累加|叠加|重复)|累计(?:计|得|加)分")
_COUNTED_ONCE = re.compile(
    "(?:对|对于)?同一?[^,;。\\d]{1,12}?,?(?:不能|不得|不可|不应|不予|不)(?:再)?重复(?:统计|计算|计数|计入|扣分|扣减|计扣)(?:的)?"
)
"""How it is said that whoever counts counts the same thing once."""
_NOTES = re.compile(f"{_HIGHEST.pattern}|{_ADDED_UP.pattern}")
_ANNOUNCED = re.compile(r"(?<!\d)(\d{1,2})(?:项|个方面|方面|个指标|条)[^\d]{0,16}$")
_VOIDS = re.compile(
    "取消|作废|无效|不予认可|清零|归零|减半|加倍|打折|[一二两三四五六七八九]折|降[一低]?档|视为|视同"
)


def best_counts(words: str) -> bool:
    """Whether words say that the best of several grades counts, and nothing more: 就高不就低."""
    return _says_only(_HIGHEST, words)


def _says_only(pattern: re.Pattern[str], words: str) -> bool:
    """Whether a part of some words says it, and what stands behind that changes no score."""
    parts = re.split("[，,]", words)
    place = next((place for place, part in enumerate(parts) if pattern.search(part)), None)
    behind = [] if place is None else [one for one in parts[place + 1 :] if not _NOTES.search(one)]
    return place is not None and not voids(words) and not any(map(rule_in_remark, behind))


def counted_once(clause: str) -> bool:
    """Whether a whole clause says that the same thing is counted once, which is for whoever counts: 同一问题不重复扣分."""
    return _COUNTED_ONCE.fullmatch(clause) is not None


def best_of_them_counts(clause: str) -> bool:
    """Whether a whole clause says so with a number: 按最高的一项计."""
    return _ONE_OF_THEM.fullmatch(clause) is not None


def all_add_up(words: str) -> bool:
    """Whether words say that what is earned adds up, to more than there is, and nothing more: 可累计得分."""
    return _says_only(_ADDED_UP, words)


def announced_in(words: str) -> Fraction | None:
    """Give how many items are announced before they are listed: 考查2项预期指标."""
    announced = _ANNOUNCED.search(words)
    return None if announced is None else Fraction(announced[1])


def voids(words: str) -> bool:
    """Whether words are a rule, though they name no points."""
    return _VOIDS.search(words) is not None
