"""Texts of cells put back together: words broken by line breaks and blanks, numbering and points taken off."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.quantity.number import fold_width

_WIDE = r"[^\x00-\x7f]"
_BLANKS = re.compile(r"[ \t\u00a0\u3000\u200b\ufeff]+")
_BETWEEN = re.compile(rf"(?<={_WIDE}) (?=\S)|(?<=\S) (?={_WIDE})")
_SPLIT_NUMBER = re.compile(r"(?<=\d)\s*\.\s+(?=\d)|(?<=\d)\s+\.\s*(?=\d)")
_NEXT_CLAUSE = re.compile(
    r"[①-⑳⑴-⒇]|[(（]?\d+[)）.、％%]|\d|[≥≤<>＞＜]|每|低于|高于|达到|未|不|超|优|良|中等|一般|较|差|否则|有"
)
_CLAUSE_DONE = re.compile(r"(?:分|为止|满分)[)）]?$")
_NUMBERING = re.compile(r"^\s*(?:[(（]?\d{1,2}\s*(?:[)）、．]|\.(?!\d))|[①-⑳⑴-⒇])\s*")
_CODE = re.compile(r"^[A-D]\d{1,4}(?:[-.]\d{1,3})*[、.．]?(?=[“\u4e00-\u9fff])(?![级类型])")
_SECTION_NUMBERING = re.compile(
    r"^\s*(?:[(（]?[一二三四五六七八九十]{1,3}\s*[)）、．.]|第[一二三四五六七八九十]部分[：:]?)\s*"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_IN_BRACKETS = re.compile(r"\s*[(（\[【]\s*(?:满分|共|计)?\s*(\d+(?:\.\d+)?)\s*(分)?\s*[)）\]】]?\s*$")
_AT_END = re.compile(r"[(（]\s*(?:满分|共|计)?\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]\s*[。；;，,]?\s*$")
_SAID_LAST = re.compile(r"[,，;；。]\s*(?:满分|共|计)?\s*(\d+(?:\.\d+)?)\s*分\s*[。；;]?\s*$")
_AT_MOST = re.compile(
    r"(?:最高|最多|累计|合计|总计|上限)(?:不超过|为)?(?:可)?(?:加|扣|得|计|减)?(?:不超过)?(\d+(?:\.\d+)?)分"
)
_CAP = re.compile(
    r"(?<=.)[(（][^()（）]{0,8}(?:最高|最多|不超过|封顶|上限)[^()（）]{0,12}分[^()（）]{0,4}[)）]$"
)
_CHOICE = re.compile(
    r"[(（]?(?:任选其一|任选一项|任选1项|二选一|三选一|任选一个|选择其一)(?:考核|评价)?[)）]?"
)

MAX_POINTS = 1000
"""Most points that a number in a table is taken for; tables have 100, some 1000."""


def one_line(text: str) -> str:
    """Join the lines of a cell: within a word with nothing, between clauses with ； where no sign stands."""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n")]
    joined = ""
    for line in filter(None, lines):
        joined = joined_texts(joined, line)
    return _SPLIT_NUMBER.sub(".", _BETWEEN.sub("", joined))


def joined_texts(before: str, after: str) -> str:
    """Put the two halves of a text together as `one_line` does."""
    if before and _CLAUSE_DONE.search(before) and _NEXT_CLAUSE.match(after):
        return f"{before}；{after}"
    is_word = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha()
    return f"{before} {after}" if is_word else before + after


def label(text: str) -> str:
    """Give a name or 归类 without blanks, numbering and what says that one of several is chosen."""
    whole = re.sub(r"\s+", "", text)
    shown = _SECTION_NUMBERING.sub("", _NUMBERING.sub("", _CODE.sub("", whole)))
    return _CHOICE.sub("", shown) or whole


def says_choice(text: str) -> bool:
    """Whether a text says that one of several is chosen (任选其一)."""
    return bool(_CHOICE.search(re.sub(r"\s+", "", text)))


def is_section(text: str) -> bool:
    """Whether a text is numbered as a section is, as in 一、投入."""
    return bool(_SECTION_NUMBERING.match(text))


def points_in_name(text: str) -> tuple[str, Fraction | None, bool]:
    """Take the points off the end of a name: 投入（15分）, 采购委托(5); and whether 分 stands with them."""
    found = _IN_BRACKETS.search(fold_width(text))
    if found is None or not found.start() or Fraction(found[1]) > MAX_POINTS:
        return text, None, False
    return text[: found.start()].rstrip(), Fraction(found[1]), bool(found[2])


def category_label(text: str) -> str:
    """Give a 归类 as `label` does, without the points behind it."""
    shown, points, is_said = points_in_name(label(text))
    return _CAP.sub("", shown) if points is not None and is_said else _CAP.sub("", label(text))


def capped(text: str) -> bool:
    """Whether a 归类 says the most that all below it may come to: 加分项（最高不超过7分）."""
    return bool(_CAP.search(re.sub(r"\s+", "", text)))


def points_at_end(text: str) -> tuple[str, Fraction | None]:
    """Take the points off the end of a sentence: …（10分）."""
    found = _AT_END.search(fold_width(text))
    if found is None or Fraction(found[1]) > MAX_POINTS:
        return text, None
    return text[: found.start()].rstrip(), Fraction(found[1])


def points_said_last(text: str) -> Fraction | None:
    """Give the points that stand behind the last comma of a text, as in 按时报送，5分."""
    found = _SAID_LAST.search(fold_width(text))
    return None if found is None or Fraction(found[1]) > MAX_POINTS else Fraction(found[1])


def most_points(text: str) -> Fraction | None:
    """Give the most that a sentence lets be earned or lost, where it says so once: 最多加5分."""
    found = {Fraction(one) for one in _AT_MOST.findall(re.sub(r"\s+", "", fold_width(text)))}
    return found.pop() if len(found) == 1 and max(found) <= MAX_POINTS else None


def points_of(text: str) -> Fraction | None:
    """Give the number of a cell of points: 5, 5分, （5分）, 0-5, ≤5, +2; None where none, or more than that, stands there."""
    plain = re.sub(r"\s+", "", fold_width(text)).replace(",", "")
    found = [Fraction(one) for one in _NUMBER.findall(plain)]
    rest = re.sub(r"[分满最高多加减扣不超过至到共计(){}\[\]≤<+\-~—–%*+/权重]", "", _NUMBER.sub("", plain))
    if not found or rest or len(found) > 2 or max(found) > MAX_POINTS:
        return None
    return max(found)


def bare_number(text: str) -> bool:
    """Whether nothing but a number, or points, stands in a cell."""
    return points_of(text) is not None
