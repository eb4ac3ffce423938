"""Limits that stand in brackets inside a formula: 率（超过100%按100%计算）, 率（不得超过80%）, （最高不超过分值）."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard.build.amount import CAPS_DIFFER, read_amount, read_points, share_units
from jixiao.language.standard.points_names import is_points_name
from jixiao.language.standard.tree import Cap, Pin

_BRACKET = re.compile(r"\(([^()]{2,40})\)")
_NUMBER = r"(-?[\d.]+[%‰]?|百分之[\d.零一二三四五六七八九十百]+)"
_TWICE = re.compile(
    rf"(?P<way>超过|超出|大于|高于|低于|小于|少于){_NUMBER}的?(?:部分)?,?(?:均|则)?按照?{_NUMBER}(?:计算|计分|计)?"
)
_MOST = re.compile(
    rf"(?:最高|最多|最大|上限)?(?:不得?超过|不超出|不得?高于|不大于|[为按≤]|<=){_NUMBER}(?:计算|计|为限|封顶)?"
    rf"|(?:以)?{_NUMBER}(?:为上限|为限|封顶)"
)
_LEAST = re.compile(rf"(?:最低|最少|最小|下限)(?:不得?低于|不少于|[为按≥]|>=){_NUMBER}(?:计算|计|为限)?")
_CAP = re.compile(
    r"(?:最高|最多)?(?:得分)?(?:不得?超过|不得?高于|不大于|为)(?:(?P<points>[\d.]+分)|(?P<name>[^\d]{2,12}))"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """A formula without what limits it: its text, how its value is limited, and its score."""

    text: str
    pins: tuple[Pin, ...] = ()
    caps: tuple[Cap, ...] = ()


def take_limits(text: str, place: Span) -> Limits:
    """Take limits in brackets out of the text of a formula, blanks in their place."""
    pins: list[Pin] = []
    caps: list[Cap] = []

    def take(bracket: re.Match[str]) -> str:
        found = read_limit(bracket[1], place)
        if found is None:
            return bracket[0]
        (pins if isinstance(found, Pin) else caps).append(found)  # type: ignore[arg-type]
        return " " * len(bracket[0])

    return Limits(_BRACKET.sub(take, text), tuple(pins), tuple(caps))


def read_limit(text: str, place: Span) -> Pin | Cap | None:
    """Read what limits a value or a score; None where it is nothing of the kind. Raises LanguageError at `place`."""
    if said := _TWICE.fullmatch(text):
        first, second = (read_amount(number, place.start) for number in said.groups()[1:])
        first, second = share_units(first, second)
        if first.base != second.base:
            raise LanguageError.at(CAPS_DIFFER, place)
        return Pin(first, said["way"] not in ("低于", "小于", "少于"), place)
    if said := _MOST.fullmatch(text):
        return Pin(read_amount(said[1] or said[2], place.start), span=place)
    if said := _LEAST.fullmatch(text):
        return Pin(read_amount(said[1], place.start), over=False, span=place)
    said = _CAP.fullmatch(text)
    if said is None or not (said["points"] or is_points_name(said["name"])):
        return None
    return Cap(read_points(said["points"], place.start) if said["points"] else None, span=place)
