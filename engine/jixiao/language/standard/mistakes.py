"""Mistakes that people make in sentences, with a message of its own for each.

Some show in the signs themselves; others where the grammar stops, and are told by what
stops it in examples of the same mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jixiao.language.error import LanguageError
from jixiao.language.standard.tokens.numbering import doubtful_mark
from jixiao.language.standard.tokens.source import Source

if TYPE_CHECKING:
    from lark.exceptions import UnexpectedToken

_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d+\.\d*\.\d[\d.]*"), "“{0}”有两个小数点"),
    (
        re.compile(
            r"(?<=[得计扣减给记])(?<!增减)\d+(?:\.\d+)?(?:万|亿)?元(?![^;。]{0,12}[的,][^;。]{0,6}(?:不得分|[得计扣减](?![完至光])))"
        ),
        "“{0}”：分数的单位应是“分”，不是“元”",
    ),
    (re.compile(r"[《》](?==?\d)|(?<=[\d%])[《》]"), "“{0}”像是比较符号，请写成“<”或“>”"),
    (re.compile(r"[≤≥<>=](?=[,;。]|$)"), "“{0}”后面缺少数字"),
    (re.compile(r"(?<=[得扣])分(?=[,;。]|$)(?<!得分)(?<!扣分)"), "“{0}”前面缺少分数"),
    (re.compile(r"(?<![\d\w])\.\d+|(?<=[得计扣减给记])\.\d+"), "“{0}”的小数点前面缺少数字"),
    (re.compile(r"\d%%+"), "“{0}”多了百分号"),
)
"""What is wrong in itself wherever it stands, and what to say of it."""

_EXAMPLES: dict[str, list[str]] = {
    "前面缺少条件：先写什么情况，再写得几分": ["得3分得2分", "3分2分", "扣2分扣1分"],
    "后面缺少分数，应写明得几分或扣几分": ["每超过1%，扣完为止", "每超过，扣1分", "≤100%以上以下"],
    "比较符号后面应是数字": ["≤≥3%得2分", "大于小于3%得2分"],
}
"""Messages for where the grammar stops, each with sentences that stop it in the same way."""


_PAIRS = {"(": ")", "[": "]"}
"""Brackets that open, each with the one that closes it."""


def refuse_signs(source: Source) -> None:
    """Raise LanguageError at the first sign that is wrong wherever it stands."""
    found = [(match, text) for pattern, text in _SIGNS if (match := pattern.search(source.text))]
    if found:
        match, text = min(found, key=lambda pair: pair[0].start())
        span = source.span(match.start(), match.end())
        raise LanguageError.at(text.format(match[0]), span)
    mark = doubtful_mark(source.text)
    if mark is not None:
        span = source.span(mark.start(), mark.end() + 1)
        message = f"“{mark[0]}…”是编号还是小数？编号请写成“{mark[1]}、”，小数请在前面写上比较符号"
        raise LanguageError.at(message, span)
    place = _unbalanced(source.text)
    if place is not None:
        span = source.span(place, place + 1)
        other = "右" if source.text[place] in _PAIRS else "左"
        raise LanguageError(f"括号不成对：缺少与它配对的{other}括号", span.start)


def _unbalanced(text: str) -> int | None:
    """Give the place of the first bracket without its counterpart; ①、1) and [a,b) are none."""
    text = re.sub(r"(?:(?<=^)|(?<=[;。:\n]))\w{1,2}\)", lambda mark: " " * len(mark[0]), text)
    half = r"[^\[\]();。]{1,20}"
    mixed = rf"\[{half}[-,~至到]{half}\)|\({half}[-,~至到]{half}\]"
    text = re.sub(mixed, lambda interval: " " * len(interval[0]), text)
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append(place)
        elif sign in _PAIRS.values():
            if not opened or _PAIRS[text[opened[-1]]] != sign:
                return place
            opened.pop()
    return opened[0] if opened else None


def why(error: UnexpectedToken, parse: Callable[[str], Any]) -> str:
    """Say why the grammar stopped, from the examples that stop it in the same way; "" if none does."""
    return error.match_examples(parse, _EXAMPLES, use_accepts=True) or ""
