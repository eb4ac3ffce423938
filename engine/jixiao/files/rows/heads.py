"""The heads of an input → what each column is, for a scoring table; what is nearly something is said.

年初预算（元） is an item in a unit, 指标名称.档次 a rating, 自评.指标名称 a claim; all else is kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.dataclass import dataclass, field, replace
from jixiao.files.case.ratings import BY_NAME
from jixiao.files.collector import Collector
from jixiao.files.rows import messages
from jixiao.files.rows.asked import Asked
from jixiao.files.rows.head import Head, What
from jixiao.language.formula import plain_name, spellings
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.messages import listed, nearest, suggested
from jixiao.model.ruleset import WHOLE
from jixiao.model.years import last_year_of
from jixiao.quantity import Unit, UnitError, alike, unit_names, unit_said

HEADING = {
    "案例": "案例", "代码": "代码", "案例代码": "代码", "单位": "单位", "单位名称": "单位", "性质": "性质", "单位性质": "性质",
    "年度": "年度", "地区": "地区", "对象": "对象",
}  # fmt: skip
"""Heads of what says which unit a row is of → the key in a case."""
CLAIMED = "自评"
RATED = ("等级", "得分", "达到", "符合", "事实", *BY_NAME, "评定人", "依据", "出处")
"""Keys of a rating that may stand behind the name of an indicator."""
_CLAIMS = ("得分", "扣分", "比率")
_NAMED = ("事实", *BY_NAME)
"""Keys that a word may stand behind: 指标名称.发现.词."""
_IN_BRACKETS = re.compile(r"(.+?)[（(【\[]([^（()）【】\[\]]*)[)）】\]]", re.DOTALL)
_RATED = re.compile(rf"(.+?)[.．。](?:({'|'.join(dict.fromkeys(RATED))})(?:[.．](.+))?)", re.DOTALL)
_CLAIM = re.compile(rf"{CLAIMED}[.．](.+?)(?:[.．]({'|'.join(_CLAIMS)}))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heads:
    """All columns of an input, in their order, and what is to be told of them."""

    columns: tuple[Head, ...]
    warnings: tuple[Diagnostic, ...] = ()

    def of(self, *whats: What) -> tuple[Head, ...]:
        """Give the columns of some kinds."""
        return tuple(one for one in self.columns if one.what in whats)

    @property
    def kept(self) -> tuple[Head, ...]:
        """Give the columns that are written out again: those that no score comes from; all where there are no others."""
        return tuple(one for one in self.columns if not one.is_used) or self.columns


def read_heads(
    texts: Sequence[str], asked: Asked, file: str, named: Mapping[str, str] | None = None
) -> Heads:
    """Tell what the columns under some heads are; raises Refused where one can't be what it says.

    `named`: for the heads that it names, the head as it should read (`--map`).
    """
    reader = _Reader(asked, Collector(), file, named or {})
    columns = tuple(reader.read(at, text) for at, text in enumerate(texts))
    reader.refuse_twice(columns)
    if not any(one.is_figure or one.what is What.RATING for one in columns):
        wanted = listed([*asked.items, *asked.values])
        reader.collector.add(Place(file, 1, 1), messages.NOTHING_USED, wanted=wanted)
    reader.collector.refuse_if_any()
    return Heads(columns, reader.collector.warnings)


@dataclass(slots=True)
class _Reader:
    asked: Asked
    collector: Collector
    file: str
    named: Mapping[str, str]
    items: dict[str, str] = field(init=False)
    """Plain names of items, and of what they are called besides → the item."""
    indicators: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        ruleset = self.asked.ruleset
        found = spellings(ruleset.items)
        for item in ruleset.items.values():
            for alias in item.aliases:
                found.setdefault(plain_name(alias), item.name)
        for name in self.asked.items:
            found.setdefault(plain_name(name), name)
            found.setdefault(plain_name(last_year_of(name)), last_year_of(name))
        self.items = found
        self.indicators = spellings(one.name for one in ruleset.indicators)

    def read(self, at: int, text: str) -> Head:
        """Tell what the column under a head is."""
        head = Head(at, text, What.OTHER)
        said = self.named.get(text, text)
        if not said.strip():
            return head
        found = self._told(head, " ".join(said.split()))
        if text in self.named and found.what is What.OTHER and not self._is_known(said):
            near = nearest(said, spellings([*self.asked.items, *self.asked.values]))
            self.collector.add(self._at(head), messages.MAP_TARGET, target=said, near=near)
        return found

    def _is_known(self, said: str) -> bool:
        """Whether a head names something, if nothing that the table asks for."""
        shape = _IN_BRACKETS.fullmatch(said)
        return self._of(said) is not None or (shape is not None and self._of(shape[1]) is not None)

    def _told(self, head: Head, said: str) -> Head:
        plain = plain_name(said)
        if plain in HEADING and plain not in self.items:
            return replace(head, what=What.IDENTITY, name=HEADING[plain])
        alone = {
            plain_name(f"{CLAIMED}总分"): What.TOTAL, plain_name(f"{CLAIMED}等级"): What.GRADE, "选用": What.CHOSEN,
        }.get(plain)  # fmt: skip
        if alone is not None:
            return replace(head, what=alone)
        claim = _CLAIM.fullmatch(said)
        if claim is not None:
            return self._claim(head, claim[1], claim[2] or "得分")
        found = self._figure(head, said)
        if found is not None:
            return found
        rated = _RATED.fullmatch(said)
        if rated is not None and (rated[3] is None or rated[2] in _NAMED):
            return self._rating(head, rated[1], rated[2], rated[3] or "")
        self._tell_nearly(head, said)
        return head

    def _figure(self, head: Head, said: str) -> Head | None:
        """Tell an item or an indicator's own value, with the unit in brackets behind it or without one."""
        whole = self._of(said)
        if whole is not None:
            return self._in_unit(head, whole, "")
        shape = _IN_BRACKETS.fullmatch(said)
        name = None if shape is None else self._of(shape[1])
        if shape is None or name is None:
            return None
        return self._in_unit(head, name, shape[2].removeprefix("单位").lstrip(":： "))

    def _of(self, said: str) -> str | None:
        plain = plain_name(said)
        return self.items.get(plain) or self.indicators.get(plain)

    def _in_unit(self, head: Head, name: str, unit: str) -> Head:
        """Give the column of an item that is asked for, in the unit of its head; of another one, as it is."""
        own = self.asked.items.get(name)
        what = What.ITEM
        if own is None:
            own, what = self.asked.values.get(name), What.VALUE
        if own is None:
            return head
        given = self._unit(head, name, unit, own) if unit.strip() else None
        if unit.strip() and given is None:
            return head
        bare = own if what is What.ITEM else None
        return replace(
            head, what=what, name=name, unit=given or bare, own=bare, is_given=given is not None,
            dimension=own.dimension,
        )  # fmt: skip

    def _unit(self, head: Head, name: str, text: str, own: Unit) -> Unit | None:
        """Give the unit of a head; None where it is none, or not one in which this can be said."""
        try:
            unit = unit_said(text, own)
        except UnitError:
            hint = suggested(alike(text, unit_names()))
            self.collector.warn(self._at(head), messages.UNKNOWN_UNIT, head=head.text, unit=text, hint=hint)
            return None
        if unit.dimension != own.dimension:
            self.collector.add(
                self._at(head), messages.UNIT_MISFIT,
                head=head.text, owner=name, wanted=own.name or str(own.dimension), unit=unit.name,
            )  # fmt: skip
            return None
        return unit

    def _claim(self, head: Head, said: str, key: str) -> Head:
        name = self._indicator(head, said)
        return head if name is None else replace(head, what=What.CLAIM, name=name, key=key)

    def _rating(self, head: Head, said: str, key: str, word: str) -> Head:
        plain = plain_name(said)
        is_whole = plain == WHOLE and WHOLE not in self.indicators
        name = WHOLE if is_whole else self._indicator(head, said)
        return (
            head if name is None else replace(head, what=What.RATING, name=name, key=key, word=word.strip())
        )

    def _indicator(self, head: Head, said: str) -> str | None:
        name = self.indicators.get(plain_name(said))
        if name is None:
            near = nearest(said, self.indicators)
            self.collector.warn(self._at(head), messages.UNKNOWN_RATED, head=head.text, name=said, near=near)
        return name

    def _tell_nearly(self, head: Head, said: str) -> None:
        """Say where a head is nearly something that the table asks for."""
        shape = _IN_BRACKETS.fullmatch(said)
        wanted = spellings([*self.asked.items, *self.asked.values])
        near = alike(plain_name(said if shape is None else shape[1]), wanted)
        if near:
            asked = suggested(wanted[one] for one in near)
            self.collector.warn(self._at(head), messages.NEARLY, head=head.text, near=asked)

    def refuse_twice(self, columns: Sequence[Head]) -> None:
        """Note columns that say the same thing, where only one can; an item may be stated twice."""
        first: dict[tuple[str, ...], Head] = {}
        for one in columns:
            if one.what in (What.OTHER, What.ITEM, What.VALUE):
                continue
            earlier = first.setdefault(one.place, one)
            if earlier is not one:
                self.collector.add(self._at(one), messages.TWICE, head=one.text, other=earlier.text)

    def _at(self, head: Head) -> Place:
        return Place(self.file, 1, head.at + 1)
