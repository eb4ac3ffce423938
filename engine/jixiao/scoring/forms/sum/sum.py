"""Sum: several small rules that add up, section by section.

1、按时报送的得2分，每迟报一天扣0.5分。2、数据准确的得3分，每发现一处差错扣1分，最多扣2分。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import Amount
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.sum.counted import Counted
from jixiao.scoring.forms.sum.summand import Summand
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Section, Term


@dataclass(frozen=True, slots=True)
class Group:
    """Small rules that are held together: a section, or what is said of one item.

    `points`: what they come to at best; None where they only take from the whole.
    """

    summands: tuple[Summand, ...]
    points: Fraction | None = None
    floor: Fraction = field(default=Fraction(0))
    marked: bool = field(default=False, compare=False)
    """Whether the sentence numbers it, so that its item is called by that number."""


@dataclass(frozen=True, slots=True)
class Sum(FormDefaults):
    """Groups of small rules; all together come to full marks at best."""

    points: Fraction
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()
    """What the sentence says of how they add up."""

    code: ClassVar[str] = "sum"
    title: ClassVar[str] = "几条相加"
    takes: ClassVar[Takes] = Takes.SEVERAL

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        return tuple(self._terms(readings))

    def _terms(self, readings: Readings) -> Iterator[Term]:
        place, by_mark = 1, self._by_mark
        for number, group in enumerate(self.groups, 1):
            section = None if group.points is None else Section(number, group.floor, group.points)
            marked = by_mark and group.marked
            for one in group.summands:
                places = tuple(range(place, place + one.places))
                yield replace(one.lower(readings), section=section, places=places)
                place += 0 if marked else one.places
            place += marked

    @property
    def _by_mark(self) -> bool:
        """Whether the sentence's own numbers tell apart what can be called by one: no section has two of them."""
        marked = [group for group in self.groups if group.marked]
        return bool(marked) and all(sum(one.places for one in group.summands) < 2 for group in marked)

    @property
    def summands(self) -> tuple[Summand, ...]:
        """All small rules, in the order of the sentence."""
        return tuple(one for group in self.groups for one in group.summands)

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(amount for one in self.summands for amount in one.amounts())

    def parts(self) -> tuple[Part, ...]:
        return tuple(part for one in self.summands for part in one.parts())

    def canonical(self) -> str:
        texts = [
            "；".join(text for one in group.summands if (text := one.canonical())).replace("：；", "：")
            for group in self.groups
        ]
        numbered = len(texts) > 1
        said = "。".join(f"{place}、{text}" if numbered else text for place, text in enumerate(texts, 1))
        most = (f"最高不超过{decimal_text(self.points)}分",) if self._adds_up_to_more else ()
        return "；".join((said, *self.notes, *most))

    @property
    def _adds_up_to_more(self) -> bool:
        """Whether what is earned may come to more than full marks."""
        without_end = any(isinstance(one, Counted) and one.open for one in self.summands)
        return without_end or sum((group.points or ZERO for group in self.groups), ZERO) > self.points
