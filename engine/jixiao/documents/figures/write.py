"""Writes down what was read: the figure with its span and its quote, or what was left unread and why."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import BUDGET
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject
from jixiao.model.reading import Measure, ReadFigure, Unread
from jixiao.model.ruleset import Item

SCALE = {"元": Fraction(1), "千元": Fraction(1000), "万元": Fraction(10000), "亿元": Fraction(10**8)}
"""How many yuan the units of money are."""
FAR = "离名称太远，不能确定属于哪一项"
NO_UNIT = "没有印单位，按数据项自己的单位读"
BEFORE = "没有说是哪一年的，按上年的数读"
PART = "是其中的一部分，不能确定是不是同一项"
PEOPLE = "印的是人次，不是人数"


@dataclass(frozen=True, slots=True)
class Told:
    """How a number is told: of which year, as a decrease, against what, as part of what, and what is doubtful."""

    year: int | None = None
    less: bool = False
    base: str = ""
    of: str = ""
    share_of: str = ""
    """The item that the text says a share is of."""
    doubts: tuple[str, ...] = ()


PLAINLY = Told()
"""Of the report's own year, and nothing else is said."""


@dataclass(slots=True)
class Writer:
    """Makes figures of one report; `year` is the report's own."""

    text: str
    items: Mapping[str, Item]
    year: int | None
    unread: list[Unread] = field(default_factory=list)

    def figure(
        self,
        passage: Folded,
        number: Number,
        subject: Subject,
        measure: Measure,
        told: Told = PLAINLY,
    ) -> ReadFigure:
        """Give a figure of a subject."""
        name, item = subject.name, subject.item
        if measure in (Measure.CHANGE, Measure.GROWTH) and told.base == BUDGET:
            name = f"{name}较预算{'增减率' if measure is Measure.GROWTH else '增减额'}"
            measure = Measure.VALUE
        if measure is Measure.SHARE and item is not None and item.unit.dimension.is_ratio:
            measure = Measure.VALUE
        if (
            measure is Measure.SHARE
            and item is not None
            and (short := name.removesuffix("决算")) in item.aliases
        ):
            name = short
        of_all = not told.share_of.startswith("授予")  # of all that was bought, as 小微企业合同金额占比 is
        if measure is Measure.SHARE and of_all and f"{name.removeprefix('授予')}占比" in self.items:
            name = name.removeprefix("授予")
        span = passage.span(number.start, number.end)
        return ReadFigure(
            item=name,
            measure=measure,
            value=("-" if told.less else "") + passage.text[number.start : number.end],
            unit=self._unit(passage, number),
            year=self.year if told.year is None else told.year,
            span=span,
            quote=self.text[span.start : span.end],
            of=told.of if told.of and told.of != name else None,
            known=name in self.items,
            doubts=told.doubts,
        )

    def _unit(self, passage: Folded, number: Number) -> str:
        """Give the unit as it is printed: brackets keep their width, 台（套）."""
        if "(" not in number.unit or number.unit_end <= number.end:
            return number.unit
        span = passage.span(number.end, number.unit_end)
        return "".join(self.text[span.start : span.end].split())

    def none(
        self, passage: Folded, start: int, end: int, subject: Subject, year: int | None = None
    ) -> ReadFigure:
        """Give a figure of nothing, said in words."""
        span = passage.span(start, end)
        quote = self.text[span.start : span.end]
        return ReadFigure(
            subject.name,
            Measure.VALUE,
            "无",
            "",
            self.year if year is None else year,
            span,
            quote,
            known=subject.name in self.items,
        )

    def leave(self, passage: Folded, number: Number, why: str) -> None:
        """Note a number that is no figure, or of which nobody can say what it is."""
        span = passage.span(number.start, number.end)
        self.unread.append(Unread(self.text[span.start : span.end], span, why))
