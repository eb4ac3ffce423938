"""Several things named at once, of which all, some or none are so: 办结率、满意率均达95%以上."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.standard import Clause, Interval, Remark, Words
from jixiao.quantity import parse_numeral
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import hides_rule

_TOGETHER = re.compile(
    r"(?P<names>[^\d，,;；。]+?)(?:(?P<number>[两二三四五六七八九十]+|\d+)[个项]?(?:指标|内容|方面|工作|制度)?)?"
    "(?:均|都|全部|同时)(?P<so>.+)"
)
_LISTED = re.compile("、|以及|和|与|及")
_LAST = re.compile("(.+?)(?:以及|和|与|及)(.+)")
_NOT = re.compile("^(?:未|没有|没|无|不(?!低于|少于|超过|高于|大于|小于|足))")
_LEAST = 2
"""So many things, and they are several."""


def named_together(clause: Clause, context: Context) -> tuple[str, ...] | None:
    """Give each of the things that a clause says to be so, in its words; None where it says nothing of the kind."""
    subject = tuple(one for one in clause.subject if not (isinstance(one, Remark) and one.plain))
    if clause.mark or not subject or not all(isinstance(one, Words | Interval) for one in subject):
        return None
    found = _TOGETHER.fullmatch(context.folded(subject[0].span.to(subject[-1].span)).removesuffix("的"))
    if found is None or _NOT.match(found["so"]) or hides_rule(found["names"]):
        return None
    names = _names(found["names"])
    if len(names) < _LEAST or _number(found["number"]) not in (None, len(names)):
        return None
    return tuple(f"{name}{found['so']}" for name in names)


def _number(text: str | None) -> Fraction | None:
    """Give the number that is said of how many they are: 两项指标, 3个方面."""
    if text is None:
        return None
    return Fraction(text) if text.isdecimal() else parse_numeral(text)


def _names(text: str) -> tuple[str, ...]:
    """Cut a list of names: 甲、乙和丙; with no 、 at each word that joins."""
    *before, last = text.split("、")
    if not before:
        return tuple(filter(None, _LISTED.split(text)))
    parted = _LAST.fullmatch(last)
    names = (*before, *(parted.groups() if parted else (last,)))
    return names if all(names) else ()
