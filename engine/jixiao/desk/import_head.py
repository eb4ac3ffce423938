"""What the head of a rule file says that an issued table does not: place, kind, year and code, guessed from its title."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass

_BEFORE = re.compile(r"^(?:附件?\s*[一二三四五六七八九十\d-]*[:：、.]?|附表\s*\d*[:：]?|表\s*\d+[:：]?)")
_ISSUED = re.compile(r"^关于(?:印发|下发|修订|公布|做好|开展)?《?")
_YEAR = re.compile(r"(?<!\d)((?:19[89]|20)\d\d)(?!\d)(?:\s*年度?)?")
_REGION = re.compile(r"^(?:(?!年|度|全|各|本)[一-龥]{1,8}?(?:省|自治区|自治州|市|州|盟|县|区|旗|镇|乡))+")
_SUBJECTS = (
    (re.compile(r"单位整体支出"), "单位整体支出"),
    (re.compile(r"整体支出|部门整体|整体绩效"), "部门整体支出"),
    (re.compile(r"项目支出|专项资金|项目绩效|项目|专项"), "项目支出"),
    (re.compile(r"政策"), "政策"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What titles tell; empty or 0 where they tell nothing."""

    region: str = ""
    subject: str = ""
    year: int = 0


def told_by(*titles: str) -> Told:
    """Read place, kind and year from titles; the first that tells one counts."""
    plain = [_ISSUED.sub("", _BEFORE.sub("", re.sub(r"\s+", "", one))) for one in titles]
    region = next((found[0] for one in plain if (found := _REGION.match(_YEAR.sub("", one)))), "")
    year = next((int(found[1]) for one in plain if (found := _YEAR.search(one))), 0)
    subject = next((word for one in plain for pattern, word in _SUBJECTS if pattern.search(one)), "")
    return Told(region, subject, year)
